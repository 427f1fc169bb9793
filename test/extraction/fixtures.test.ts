import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type AnnotatedSegment, annotateText } from "../../src/extraction/annotate-text.ts";

/**
 * One phenomenon a pair: NAME.txt is the text, NAME.expected what is found in it, one quote a line:
 * kind | speaker | mention | cue | segments. `UPDATE=1 npm test` writes the expected files anew: read the difference.
 */
const FOLDER = new URL("fixtures/", import.meta.url);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.slice(0, -".txt".length));

describe("annotation", () => {
  it.each(names)("finds who says what: %s", (name) => {
    const text = readFileSync(new URL(`${name}.txt`, FOLDER), "utf8");
    const expected = new URL(`${name}.expected`, FOLDER);
    const found = lines(text, annotateText(text));
    if (process.env.UPDATE === "1") writeFileSync(expected, found);
    expect(found).toBe(readFileSync(expected, "utf8"));
  });
});

function lines(text: string, entries: AnnotatedSegment[]): string {
  const points = [...text];
  const slice = (range: { start: number; end: number } | null) => (range === null ? "-" : points.slice(range.start, range.end).join(""));
  const quotes = Map.groupBy(entries, (entry) => entry.quote);
  const rows = [...quotes.values()].map((segments) => {
    const [first] = segments as [AnnotatedSegment];
    return [
      first.kind,
      first.speaker ?? "-",
      slice(first.mention),
      slice(first.cue),
      segments.map(slice).join(" … ").replaceAll("\n", "¶"),
    ].join(" | ");
  });
  return rows.map((row) => `${row}\n`).join("");
}
