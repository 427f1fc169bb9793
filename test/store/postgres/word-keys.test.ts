import { expect, test } from "vitest";
import { indexableOf } from "../../../src/article/words/searchable.ts";
import { markedWords } from "../../../src/store/index/marked-words.ts";
import { articleKeys, keysOf, type Place } from "../../../src/store/postgres/word-keys.ts";
import { foldedWords } from "../../../src/store/rows.ts";
import { buildArticle, cue, mention, segment } from "../../article-builder.ts";

const article = buildArticle({
  slug: "quay",
  headline: "Quay opens",
  quotes: { sea: { by: ["Ada Quill"] } },
  sections: [
    {
      paragraphs: [
        ["“", segment("sea", "We sing at sea,"), "” ", cue("sea", "said"), " ", mention("sea", "Ada Quill"), ". The quay is at last open."],
        "And we met there.",
      ],
    },
  ],
});

/** Whether the article's keys admit a phrase: one key of each list. */
function admits(phrase: string, place: Place): boolean {
  const quotes = article.quotes.map(({ segments }) => foldedWords(segments.map(({ text }) => text)));
  const halves = articleKeys(markedWords(indexableOf(article), quotes));
  const keys = new Set<string>();
  for (let at = 0; at < halves.length; at += 2) {
    keys.add(BigInt.asIntN(64, (BigInt(halves[at] as number) << 32n) | BigInt(halves[at + 1] as number)).toString());
  }
  return keysOf(phrase.split(" "), place).lists.every((list) => list.some((key) => keys.has(key)));
}

test.each<[string, Record<Place, boolean>]>([
  ["sing", { all: true, quotes: true, narration: false, headline: false }],
  ["we", { all: true, quotes: true, narration: true, headline: false }],
  ["quay", { all: true, quotes: false, narration: true, headline: true }],
  ["opens", { all: true, quotes: false, narration: false, headline: true }],
  ["harbour", { all: false, quotes: false, narration: false, headline: false }],
])("the keys of an article tell where it has “%s”", (word, expected) => {
  for (const [place, isThere] of Object.entries(expected)) expect(admits(word, place as Place), place).toBe(isThere);
});

test("the keys of an article tell which short words stand side by side, in that order", () => {
  expect(keysOf(["at", "sea"], "all")).toMatchObject({ lists: [[expect.any(String)]], isSure: true });
  expect(admits("at sea", "all")).toBe(true);
  expect(admits("sea at", "all")).toBe(false);
  expect(admits("at we", "all")).toBe(false);
  // Not across the end of a block.
  expect(admits("opens we", "all")).toBe(false);
  expect(keysOf(["photographs", "taken"], "all")).toMatchObject({ isSure: false });
});

test("different words have different keys", () => {
  const words = Array.from({ length: 100_000 }, (_, number) => number.toString(36));
  expect(new Set(words.map((word) => keysOf([word], "headline").lists.join())).size).toBe(words.length);
});
