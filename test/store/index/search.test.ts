import { afterAll, describe, expect, test } from "vitest";
import { fold } from "../../../src/article/words/fold.ts";
import type { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { MAX_RANKED_HITS, RANKED } from "../../../src/store/ranking.ts";
import type { Asked, Key, SearchQuery } from "../../../src/store/store.ts";
import { type Blueprint, buildArticle, cue, mention, segment } from "../../article-builder.ts";
import { phrases } from "../search-query.ts";
import { filledIndex } from "./filled-index.ts";

const opened: ArticleIndex[] = [];
afterAll(() => {
  for (const index of opened) index.close();
});

function indexOf(blueprints: Blueprint[]): ArticleIndex {
  const index = filledIndex(blueprints.map(buildArticle));
  opened.push(index);
  return index;
}

/** Slugs of the hits, in order; the words of a phrase with a space between two. */
function found(index: ArticleIndex, looked: string[], asked: Partial<Asked<SearchQuery>> = {}): string[] {
  const page = index.search({ limit: 100, ...asked, words: phrases(...looked.map((phrase) => phrase.split(" "))) });
  return page.items.map((item) => JSON.parse(item).article.slug as string);
}

const day = (number: number) => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);

describe("where phrases are found", () => {
  const index = indexOf([
    {
      slug: "ferry",
      headline: "Ferry will stay",
      sections: [
        {
          paragraphs: [
            ["“", segment("a", "We keep the boats"), "” ", mention("a", "Ada Quill"), " ", cue("a", "said"), " on the quay at noon."],
            ["It is “", segment("b", "late"), "” now, “", segment("b", "and cold"), "” ", mention("b", "she"), " ", cue("b", "added"), "."],
          ],
        },
        { heading: "Old boats", paragraphs: ["Nobody spoke."] },
      ],
      quotes: { a: { by: ["Ada Quill"] }, b: { by: ["Ada Quill"], kind: "mixed" } },
    },
  ]);
  const inAll = (...phrases: string[]) => found(index, phrases).length === 1;
  const inQuotes = (...phrases: string[]) => found(index, phrases, { in: "quotes" }).length === 1;
  const inNarration = (...phrases: string[]) => found(index, phrases, { in: "narration" }).length === 1;

  test("in the whole text inside one block, across the marks of a quote, and not from one block into the next", () => {
    expect(inAll("the boats ada quill")).toBe(true);
    expect(inAll("it is late now and cold she added")).toBe(true);
    expect(inAll("ferry will stay")).toBe(true);
    expect(inAll("old boats")).toBe(true);
    expect(inAll("stay we")).toBe(false);
    expect(inAll("noon it is")).toBe(false);
    expect(inAll("boats nobody")).toBe(false);
  });

  test("in quotes inside one segment, and all of them in one quote", () => {
    expect(inQuotes("keep the boats")).toBe(true);
    expect(inQuotes("late", "and cold")).toBe(true);
    expect(inQuotes("late and")).toBe(false);
    expect(inQuotes("boats", "cold")).toBe(false);
    expect(inQuotes("boats ada")).toBe(false);
  });

  test("in narration inside one run of words outside quotes, headline and headings left out", () => {
    expect(inNarration("quay at noon")).toBe(true);
    expect(inNarration("it is", "she added")).toBe(true);
    expect(inNarration("is now")).toBe(false);
    expect(inNarration("now she")).toBe(false);
    expect(inNarration("noon it")).toBe(false);
    expect(inNarration("boats")).toBe(false);
    expect(inNarration("ferry")).toBe(false);
  });
});

test("words of any script and sign are found whole, and by nothing less", () => {
  // "⑴" is folded to "(1)" and "½" to "1⁄2", which SQLite's tokenizer would cut at the signs unless told otherwise.
  const words = ["⑴", "½", "𞤨𞤵𞤤𞤢𞤪", "हिन्दी", "x2"];
  const index = indexOf(
    words.map((word, number) => ({ slug: `w-${number}`, headline: "Words", sections: [{ paragraphs: [`${word}.`] }] })),
  );
  for (const [number, word] of words.entries()) {
    const folded = fold(word);
    expect(found(index, [folded])).toEqual([`w-${number}`]);
    expect(found(index, [[...folded].slice(0, -1).join("")])).toEqual([]);
  }
});

describe("relevance", () => {
  test("puts headlines with all phrases first, the newest in front, then the others, the newest in front", () => {
    const index = indexOf([
      { slug: "old-title", headline: "Tide and mole", sections: [{ paragraphs: ["Nothing."] }], publishedAt: day(1) },
      { slug: "new-title", headline: "Mole at low tide", sections: [{ paragraphs: ["Nothing."] }], publishedAt: day(2) },
      { slug: "half-title", headline: "Tide", sections: [{ paragraphs: ["A mole."] }], publishedAt: day(5) },
      { slug: "old-body", headline: "Report", sections: [{ paragraphs: ["Tide, tide, tide and mole."] }], publishedAt: day(3) },
      // Of one day with the next: its slug puts it behind, though it has the words more often.
      { slug: "b-body", headline: "Report", sections: [{ paragraphs: ["Tide, tide, mole and mole."] }], publishedAt: day(4) },
      { slug: "a-body", headline: "Report", sections: [{ paragraphs: ["Mole and tide."] }], publishedAt: day(4) },
    ]);
    expect(found(index, ["tide", "mole"])).toEqual(["new-title", "old-title", "half-title", "a-body", "b-body", "old-body"]);
  });

  test("picks the hits that have the words more often in a shorter text, however old", () => {
    const blueprints = Array.from({ length: RANKED + 50 }, (_, number) => ({
      slug: `a-${String(number).padStart(4, "0")}`,
      headline: "Report",
      sections: [{ paragraphs: [number < 3 ? "Tide, tide, tide." : "The tide came in over the wall, and nobody saw it."] }],
      publishedAt: day(number),
    }));
    const order = walk(indexOf(blueprints), "tide");
    const newest = blueprints.map(({ slug }) => slug).reverse();
    expect(order.slice(0, RANKED)).toEqual([...newest.slice(0, RANKED - 3), "a-0002", "a-0001", "a-0000"]);
    expect(order.slice(RANKED)).toEqual(newest.slice(RANKED - 3, -3));
  });

  test("picks the newest of more hits than are ranked", () => {
    const blueprints = Array.from({ length: MAX_RANKED_HITS + 1 }, (_, number) => ({
      slug: `a-${String(number).padStart(4, "0")}`,
      headline: number === 0 || number === MAX_RANKED_HITS - 9 ? "Tide" : "Report",
      sections: [{ paragraphs: ["Tide."] }],
      publishedAt: day(number),
    }));
    const order = found(indexOf(blueprints), ["tide"], { limit: MAX_RANKED_HITS + 1 });
    const titled = blueprints[MAX_RANKED_HITS - 9]?.slug as string;
    const newest = blueprints.map(({ slug }) => slug).reverse();
    expect(order).toEqual([titled, ...newest.filter((slug) => slug !== titled)]);
  });
});

/** Slugs of all hits, in pages of seven. */
function walk(index: ArticleIndex, phrase: string): string[] {
  const slugs: string[] = [];
  let after: Key | null = null;
  do {
    const page = index.search({ words: phrases([phrase]), limit: 7, after });
    slugs.push(...page.items.map((item) => JSON.parse(item).article.slug as string));
    // Within the loop, since pages that repeat might never end.
    expect(new Set(slugs).size).toBe(slugs.length);
    after = page.next;
  } while (after !== null);
  return slugs;
}
