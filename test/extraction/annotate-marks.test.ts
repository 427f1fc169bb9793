import { expect, test } from "vitest";
import { annotateMarks } from "../../src/extraction/annotate-marks.ts";
import { plainDocument } from "../../src/extraction/annotate-text.ts";

/** Quotes as their segments joined by "/", mixed ones after a "~". */
function found(text: string): string[] {
  return annotateMarks(plainDocument(text)).quotes.map(
    ({ kind, segments }) => `${kind === "mixed" ? "~" : ""}${segments.map(({ start, end }) => text.slice(start, end)).join("/")}`,
  );
}

test.each([
  ["German", "„Wir bleiben“, sagte sie. „Punkt.“", ["Wir bleiben", "Punkt."]],
  ["German, inwards", "»Wir bleiben«, sagte sie.", ["Wir bleiben"]],
  ["German, single", "‚Wir bleiben‘, sagte sie.", ["Wir bleiben"]],
  ["Polish", "Powiedziała: „Zostajemy”.", ["Zostajemy"]],
  ["French", "Elle a dit : « On reste ». C'est « trop cher », dit-il.", ["On reste", "~trop cher"]],
  ["Swedish", "”Vi stannar”, säger hon.", ["Vi stannar"]],
  ["Spanish", "Dijo: “Nos quedamos”.", ["Nos quedamos"]],
  ["Dutch", "‘We blijven’, zei ze. Dat was ’s ochtends, in ’t dorp.", ["We blijven"]],
  ["Chinese", "她说：“我们留下。”", ["我们留下。"]],
  ["Japanese", "市長は「約束を『必ず』守る」と話した。「以上」", ["~約束を『必ず』守る", "以上"]],
  ["straight marks", 'Ha detto: "Restiamo". Un tubo da 12" costa poco.', ["Restiamo"]],
])("finds marked words: %s", (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test("takes words that go on in the next paragraph without a closing mark for one quote", () => {
  expect(found("„Wir bleiben.\n„Und wir zahlen“, sagte sie.")).toEqual(["Wir bleiben./Und wir zahlen"]);
  expect(found("„Wir bleiben“, sagte sie.\n„Wir zahlen“, sagte er.")).toEqual(["Wir bleiben", "Wir zahlen"]);
});

test("takes no apostrophe, no pair without words and no mark that has lost its partner for a quote", () => {
  expect(found("L’affare ’Ndrasa, un po’ strano, dell’anno. Rock ’n’ roll. Das war „ … “ nichts. Er sagte „nur dies. Und ging.")).toEqual(
    [],
  );
  expect(found("市長は」と話した。「")).toEqual([]);
});

test("leaves headings and credits alone", () => {
  const text = "„Titel“\n„Text“";
  const [headline, paragraph] = plainDocument(text).blocks;
  if (headline === undefined || paragraph === undefined) throw new Error("expected two blocks");
  const { quotes } = annotateMarks({ text, blocks: [{ ...headline, kind: "headline" }, paragraph] });
  expect(quotes.map(({ segments: [segment] }) => text.slice(segment?.start, segment?.end))).toEqual(["Text"]);
});

test("takes time linear in the length of hostile text", () => {
  for (const piece of ["„", "「", "『「", "“a ", "» «", "‚x "]) {
    const started = process.cpuUsage();
    annotateMarks(plainDocument(piece.repeat(100_000)));
    // Of this process alone, in microseconds: others may keep the machine busy.
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  }
});
