import { describe, expect, test } from "vitest";
import { pronounsOf } from "../../../src/article/model/pronouns.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { type Blueprint, buildArticle, mention, segment } from "../../article-builder.ts";

/** An article in which each quote is spoken by some people and mentions them by some words. */
function articleOf(quotes: { by: string[]; words: string }[], more: Partial<Blueprint> = {}): Article {
  return buildArticle({
    headline: "Ferry news",
    sections: [
      {
        paragraphs: quotes.map(({ words }, index) => [
          "“",
          segment(`q${index}`, `It is number ${index}`),
          "”, said ",
          mention(`q${index}`, words),
          ".",
        ]),
      },
    ],
    quotes: Object.fromEntries(quotes.map(({ by }, index) => [`q${index}`, { by, basis: "pronoun" as const }])),
    ...more,
  });
}

const pronouns = (...given: Parameters<typeof articleOf>) => Object.fromEntries(pronounsOf(articleOf(...given)));

describe("the pronoun an article uses of a speaker", () => {
  test("is read from the mentions beside quotes, in every form and case", () => {
    const quotes = ["She", "her", "Ada Quill"].map((words) => ({ by: ["Ada Quill"], words }));
    expect(pronouns([...quotes, { by: ["Ben Tarn"], words: "him" }, { by: ["Kim Loe"], words: "they" }])).toEqual({
      "ada-quill": "she",
      "ben-tarn": "he",
      "kim-loe": "they",
    });
  });

  test("is never guessed from a name, a title or a role", () => {
    expect(pronouns([{ by: ["Mary Ash"], words: "Mrs. Mary Ash, the chairwoman" }])).toEqual({ "mary-ash": "unknown" });
  });

  test("is unknown where an article uses two", () => {
    expect(pronouns(["he", "she"].map((words) => ({ by: ["Kim Loe"], words })))).toEqual({ "kim-loe": "unknown" });
  });

  test("is not they where they may be several", () => {
    const together = { by: ["Ada Quill", "Ben Tarn"], words: "they" };
    expect(pronouns([together, { by: ["Ada Quill"], words: "she" }])).toEqual({ "ada-quill": "she", "ben-tarn": "unknown" });
    expect(pronouns([{ by: ["two residents"], words: "they" }], { localSpeakers: ["two residents"] })).toEqual({
      "ferry-news~two-residents": "unknown",
    });
  });

  test("is that of a person without a name, too", () => {
    expect(pronouns([{ by: ["a resident"], words: "she" }], { localSpeakers: ["a resident"] })).toEqual({ "ferry-news~a-resident": "she" });
  });

  test("is unknown of what is not a person", () => {
    const speakerTypes = { "Ferry Trust": "organisation", Residents: "group" } as const;
    expect(
      pronouns(
        [
          { by: ["Ferry Trust"], words: "they" },
          { by: ["Residents"], words: "she" },
        ],
        { speakerTypes },
      ),
    ).toEqual({
      "ferry-trust": "unknown",
      residents: "unknown",
    });
  });

  test("is unknown in articles that are not in English", () => {
    const quotes = [{ by: ["Ada Quill"], words: "she" }];
    expect(pronouns(quotes, { language: "da" })).toEqual({ "ada-quill": "unknown" });
    expect(pronouns(quotes, { language: "enm" })).toEqual({ "ada-quill": "unknown" });
    expect(pronouns(quotes, { language: "en-GB" })).toEqual({ "ada-quill": "she" });
    expect(pronouns(quotes, { language: null })).toEqual({ "ada-quill": "she" });
  });
});
