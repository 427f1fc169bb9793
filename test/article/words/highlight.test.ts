import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../src/article/model/text.ts";
import { type SearchedFor, searchHit } from "../../../src/article/words/highlight.ts";
import type { SearchHit } from "../../../src/article/words/search-hit.ts";
import { searchableOf } from "../../../src/article/words/searchable.ts";
import { type Sought, soughtInNames } from "../../../src/article/words/sought.ts";
import { NO_FILTERS } from "../../../src/store/queries.ts";
import { buildArticle } from "../../article-builder.ts";

/** What finds all of these phrases, and nothing but themselves. */
function exactlyAll(phrases: string[]): Sought {
  return soughtInNames({ all: phrases.map((phrase) => [{ kind: "phrase", words: phrase.split(" ") }]), none: [] });
}

const anywhere: SearchedFor = { ...NO_FILTERS, sought: exactlyAll([]), in: "all" };

const article = (paragraphs: string[]) =>
  buildArticle({
    slug: "ferry",
    headline: "Ferry talks go on",
    sections: [{ paragraphs: ["Nobody knows."] }, { heading: "The 🚢 ferry", paragraphs }],
  });

/** The hit that an article of these paragraphs is for phrases, each of which nothing but itself answers. */
function hit(paragraphs: string[], phrases: string[]): SearchHit {
  const searched = { ...anywhere, sought: exactlyAll(phrases) };
  return JSON.parse(searchHit(searchableOf(article(paragraphs)), searched));
}

const shown = (paragraphs: string[], phrases: string[]) =>
  hit(paragraphs, phrases).fragments.map(({ block, highlights }) => [block.id ?? block.kind, ...highlights.map(({ text }) => text)]);

describe("a search hit", () => {
  test("shows the blocks with the most phrases first, however far down they stand", () => {
    const paragraphs = ["A ferry waits.", "A ferry waits.", "A ferry waits.", "The mayor likes the ferry.", "The mayor left."];
    expect(shown(paragraphs, ["ferry", "mayor"])).toEqual([
      ["p5", "mayor", "ferry"],
      ["headline", "Ferry"],
      ["the-ferry", "ferry"],
    ]);
  });

  test("shows the first three of the blocks that hold everything", () => {
    const both = "The mayor and the ferry.";
    const paragraphs = ["A ferry waits.", both, "Nothing here.", both, both, both];
    expect(shown(paragraphs, ["ferry", "mayor"]).map(([block]) => block)).toEqual(["p3", "p5", "p6"]);
  });

  test("takes no part of a word for the word, and no phrase across two blocks", () => {
    expect(shown(["Ferryboats are no ferry, nor is a superferry, but a car-ferry is."], ["ferry"])).toEqual([
      ["headline", "Ferry"],
      ["the-ferry", "ferry"],
      ["p2", "ferry", "ferry"],
    ]);
    expect(hit(["It ends with the sea", "Salt is dear."], ["sea salt"]).fragments.flatMap(({ highlights }) => highlights)).toEqual([]);
  });

  test("gives spans that are the words of the text, whatever stands around them", () => {
    const piece = fc.oneof(
      fc.constantFrom("ferry", "Ferry’s", "🚢", "e\u0301", "ﷺ", "½", "mayor", "-", "…", "ferryman", "superferry"),
      fc.string(),
    );
    const paragraph = fc.array(piece, { minLength: 1 }).map((pieces) => `.${pieces.join(" ")}.`);
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const text = [...textOf(article(paragraphs))];
        const { fragments } = hit(paragraphs, ["ferry", "mayor"]);
        expect(fragments.length).toBeGreaterThanOrEqual(2);
        for (const fragment of fragments) {
          for (const { start, end, text: own } of [fragment, ...fragment.highlights]) expect(text.slice(start, end).join("")).toBe(own);
          for (const { text: own } of fragment.highlights) expect(own.toLowerCase()).toMatch(/^(ferry|mayor)$/);
        }
      }),
    );
  });
});
