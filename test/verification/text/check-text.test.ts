import { expect, test } from "vitest";
import { extract } from "../../../src/extraction/extract.ts";
import { findQuotes } from "../../../src/extraction/find-quotes.ts";
import { checkText, wholeAnswer } from "../../../src/verification/text/check-text.ts";
import { GivenTexts } from "../../../src/verification/text/given-texts.ts";
import type { TextQuote } from "../../../src/verification/text/text-to-check.ts";
import type { TextLine } from "../../../src/verification/text/text-verification.ts";

const importedAt = "2026-01-01T00:00:00Z";
const article = (slug: string, text: string) => extract(Buffer.from(text), { slug, importedAt }).article;

const HARBOUR = article(
  "harbour",
  `The harbour stays\n\n“We dredge the basin every single spring,” said Ada Roe, the harbour master.\n\nA resident said: “The dredger wakes my three children.” “Let it wake mine too,” said Tom Weir.`,
);
const MILL = article(
  "mill",
  `The mill turns\n\n“The mill wheel needs new paddles soon,” said Nell Weir, the miller.\n\nIt was built long ago.`,
);

async function check(text: string, change: (quote: TextQuote) => Partial<TextQuote> = () => ({})) {
  const { quotes, unspoken, notes } = findQuotes({ content: text, mediaType: "text/plain" });
  const changed = quotes.map((quote) => ({ ...quote, ...change(quote) }));
  return wholeAnswer(checkText({ quotes: changed, unspoken, notes, visibleText: null }, new GivenTexts([HARBOUR, MILL])));
}

test.each([
  ["“We dredge the basin every single spring,” said Ada Roe.", "exact", "match"],
  ["“We dredge the basin every single spring,” said Roe.", "exact", "match"],
  ["“We dredge the basin every single spring,” said Tom Weir.", "exact", "mismatch"],
  ["“The dredger wakes my three children,” said a resident.", "exact", "match"],
  ["“The dredger wakes my three children,” a neighbour said.", "exact", "not-asked"],
  ["“The dredger wakes my three children,” said Ada Roe.", "exact", "uncertain"],
  ["“Let it wake mine too,” said Weir.", "exact", "match"],
  ["“The mill wheel needs new paddles soon,” said Weir.", "exact", "match"],
  ["“We dredge,” said Ada Roe, “the basin every single spring.”", "exact", "match"],
  ["“We dredge the basin every second spring,” said Ada Roe.", "altered", "match"],
  ["“It was built long ago,” said Ada Roe.", "reported", "unattributed"],
])("%s is %s, %s", async (text, words, speaker) => {
  const { quotes } = await check(text);
  expect(quotes.map((quote) => [quote.words, quote.speaker])).toEqual([[words, speaker]]);
});

test.each([
  ["“We dredge the basin every single spring” (Roe 2026).", "exact"],
  ["“We dredge the basin every single winter” (Roe 2026).", "altered"],
])("looks up a phrase in marks that it did not take for speech: %s", async (text, words) => {
  expect(findQuotes({ content: text, mediaType: "text/plain" }).quotes).toEqual([]);
  const { quotes, notes } = await check(text);
  expect(quotes).toMatchObject([
    { words, speaker: "not-asked", claimed: { speaker: null }, segments: [{ submitted: { start: text.indexOf("W") } }] },
  ]);
  expect(notes.map(({ code }) => code)).not.toContain("other-marks");
});

test("checks the segments of a quote apart where no place has them all", async () => {
  const answers = async (text: string) =>
    (await check(text)).quotes.map(({ text: words, ...quote }) => [words, quote.words, quote.speaker]);
  expect(
    await answers("“We dredge the basin every single spring,” said Ada Roe. “Nobody has ever paid us one penny for all of it.”"),
  ).toEqual([
    ["We dredge the basin every single spring,", "exact", "match"],
    ["Nobody has ever paid us one penny for all of it.", "none", "unattributed"],
  ]);
  expect(await answers("Ada Roe said she would “dredge the basin” and that “the mill wheel needs new paddles”.")).toEqual([
    ["dredge the basin", "exact", "match"],
    ["the mill wheel needs new paddles", "exact", "mismatch"],
  ]);
  expect(await answers("“Nobody came,” said Ada Roe. “The lamps were out along the whole quay.”")).toEqual([
    ["Nobody came, … The lamps were out along the whole quay.", "none", "unattributed"],
  ]);
});

test.each([
  ["Ada Roe said she would not “sink a boat” and did not “sell the quay”.", "exact", null],
  ["Ada Roe would never, she said, “sink a boat”.", "exact", null],
  ["Ada Roe said she would “sink a boat”.", "exact", "negation"],
  ["Ada Roe said she would “sink a boat” and “sell the quay”.", "altered", "negation"],
  ["Nobody slept. Ada Roe said she would “sink a boat”.", "exact", "negation"],
  ["Ada Roe did not wait and would “sink a boat”, she said.", "exact", "negation"],
])("reads a negation that the writer has in front of the marks: %s", async (text, words, turned) => {
  const quay = article("quay", "The quay\n\n“We will not sink a boat, and we do not sell the quay,” said Ada Roe, the harbour master.");
  const { quotes, unspoken, notes } = findQuotes({ content: text, mediaType: "text/plain" });
  const answer = await wholeAnswer(checkText({ quotes, unspoken, notes, visibleText: null }, new GivenTexts([quay])));
  expect(answer.quotes.map((quote) => [quote.words, quote.matches[0]?.turned])).toEqual([[words, turned]]);
});

test("leaves a title alone that has some words of a quote, or is too short to tell", async () => {
  const { quotes, notes } = await check(
    "The film “The Mill Wheel Turns” ran before “The Basin”. So did “A Spring Without Any Dredging at All”.",
  );
  expect(quotes).toEqual([]);
  expect(notes).toContainEqual(expect.objectContaining({ code: "other-marks", count: 3 }));
});

test("takes the answers of an interview for the speaker's own words", async () => {
  const text =
    "The pilot\n\nFor 20 years Ines Marl has been a pilot.\n\nQ: Why a pilot?\n\nA: My mother read me the tide tables at night.\n\nQ: And now?\n\nA: Now I read them to my son.";
  const {
    quotes: read,
    unspoken,
    notes,
  } = findQuotes({
    content: "“My mother read me the tide tables at night,” said Ines Marl. “My mother read me the tide tables by day,” said Ines Marl.",
    mediaType: "text/plain",
  });
  const { quotes } = await wholeAnswer(
    checkText({ quotes: read, unspoken, notes, visibleText: null }, new GivenTexts([article("pilot", text)])),
  );
  expect(quotes.map(({ words, speakers }) => [words, speakers[0]?.name])).toEqual([
    ["exact", "Ines Marl"],
    ["altered", "Ines Marl"],
  ]);
});

test("does not call a speaker wrong whom the submitted text does not surely mean", async () => {
  const text = "“We dredge the basin every single spring,” said Tom Weir.";
  for (const confidence of ["medium", "low"] as const) {
    const { quotes, counts } = await check(text, () => ({ confidence }));
    expect(quotes).toMatchObject([{ words: "exact", speaker: "uncertain", doubt: "claim", speakers: [{ name: "Ada Roe" }] }]);
    expect(counts.speaker).toMatchObject({ mismatch: 0, uncertain: 1 });
  }
  expect((await check(text)).quotes).toMatchObject([{ speaker: "mismatch", doubt: null }]);
});

test("tells what it did not check: indirect speech, terms in marks, quotes behind the end of its time", async () => {
  const text = `“We dredge the basin every single spring,” said Ada Roe. She said she would go on. The “ghost ship” film ran. “Let it wake mine too,” said Tom Weir.`;
  const { quotes, unspoken, notes } = findQuotes({ content: text, mediaType: "text/plain" });
  let lines = 0;
  const answer = await wholeAnswer(
    checkText({ quotes, unspoken, notes, visibleText: null }, new GivenTexts([HARBOUR, MILL]), () => lines++ > 0),
  );
  expect(answer.quotes.map(({ words }) => words)).toEqual(["exact"]);
  expect(answer.unchecked).toMatchObject([{ text: "Let it wake mine too,", reason: "time", claimed: { speaker: "Tom Weir" } }]);
  expect(answer.notes.map(({ code }) => code).sort()).toEqual(["indirect-quotes", "other-marks", "unchecked"]);
});

test("lets other work in between two quotes, and ends with who reads it", async () => {
  const { quotes } = findQuotes({ content: "“Let it wake mine too,” said Tom Weir.\n\n".repeat(4), mediaType: "text/plain" });
  let asked = 0;
  const texts = new GivenTexts([HARBOUR]);
  const counted = new Proxy(texts, {
    get: (target, name) => {
      if (name === "candidates") asked += 1;
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  const lines = checkText({ quotes, unspoken: [], notes: [], visibleText: null }, counted);
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  const seen: TextLine[] = [];
  for await (const line of lines) {
    seen.push(line);
    if (seen.length === 2) break;
  }
  expect(turned).toBe(true);
  const then = asked;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([seen.length, asked]).toEqual([2, then]);
});
