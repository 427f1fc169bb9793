import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { textOf } from "../../src/article/model/text.ts";
import { searchableOf } from "../../src/article/words/searchable.ts";
import { parseClaim } from "../../src/verification/claim.ts";
import type { ClaimedSpeaker } from "../../src/verification/speakers.ts";
import { verify } from "../../src/verification/verify.ts";
import { type Blueprint, buildArticle, cue, mention, segment } from "../article-builder.ts";
import { speech } from "./articles.ts";

const BREAD = "Bread is dearer than it was in any winter";
const orla = { id: "orla-brice", name: "Orla Brice" };
const tam = { id: "tam-ruddock", name: "Tam Ruddock" };

/** An article of which each paragraph is a quote by whom it says, and others without any. */
function article(slug: string, quotes: NonNullable<Blueprint["quotes"]>, ...more: string[]): Article {
  const paragraphs = Object.entries(quotes).map(([key, { by }]) => [
    "“",
    segment(key, BREAD),
    "”, ",
    ...(by === undefined ? ["somebody wrote"] : [cue(key, "said"), " ", mention(key, by.join(" and "))]),
    ".",
  ]);
  return buildArticle({ slug, headline: "Bread", sections: [{ paragraphs: [...paragraphs, ...more] }], quotes });
}

function described(one: Article, id: string, text: string): Article {
  const start = textOf(one).indexOf(text);
  const speakers = one.speakers.map((speaker) =>
    speaker.id === id ? { ...speaker, descriptions: [{ text, start, end: start + text.length }] } : speaker,
  );
  return { ...one, speakers };
}

const ask = (asked: ClaimedSpeaker, ...articles: Article[]) => {
  const { speaker, doubt, mentioned } = verify(parseClaim(BREAD), articles.map(searchableOf), asked);
  return [speaker, doubt, mentioned];
};

describe("a doubtful attribution", () => {
  test.each(["medium", "low"] as const)("to somebody else is uncertain, never a mismatch: %s", (confidence) => {
    const one = article("bread", { a: { by: ["Tam Ruddock"], basis: "pronoun", confidence } });
    expect(ask(orla, one)).toEqual(["uncertain", "attribution", null]);
    expect(ask({ unknown: "Ines Marl" }, one)).toEqual(["uncertain", "attribution", null]);
    expect(ask(tam, one)).toEqual(["match", null, "near"]);
    const { matches } = verify(parseClaim(BREAD), [searchableOf(one)], orla);
    expect(matches[0]?.passages[0]?.quote).toMatchObject({ speakers: [tam], basis: "pronoun", confidence });
  });

  test("that is sure is a mismatch, wherever the claimed speaker is named", () => {
    const by = { a: { by: ["Tam Ruddock"] } };
    expect(ask(orla, article("bread", by))).toEqual(["mismatch", null, null]);
    expect(ask(orla, article("bread", by, "Then Brice left the hall."))).toEqual(["mismatch", null, "near"]);
    expect(ask(orla, article("bread", by, "It rained.", "Orla Brice had left."))).toEqual(["mismatch", null, "elsewhere"]);
    expect(ask(orla, article("bread", by, "A brice is a kind of oven."))).toEqual(["mismatch", null, null]);
  });

  test("says that nobody is named, and whether the claimed speaker is", () => {
    expect(ask(orla, article("bread", { a: {} }))).toEqual(["unattributed", null, null]);
    expect(ask(orla, article("bread", { a: {} }, "Orla Brice laughed."))).toEqual(["unattributed", null, "near"]);
  });

  test("does not matter where the claimed speaker is recorded for the same words, or somebody else is surely", () => {
    const doubtful = article("one", { a: { by: ["Ines Marl"], basis: "pronoun", confidence: "low" } });
    const sure = article("two", { a: { by: ["Tam Ruddock"] } });
    for (const articles of [
      [doubtful, sure],
      [sure, doubtful],
    ]) {
      expect(ask(tam, ...articles)[0]).toBe("match");
      expect(ask({ id: "ines-marl", name: "Ines Marl" }, ...articles)[0]).toBe("match");
      expect(ask(orla, ...articles)[0]).toBe("mismatch");
    }
    expect(ask(orla, article("one", { a: {} }), sure)[0]).toBe("mismatch");
  });

  test("is none of one of two speakers", () => {
    const both = article("bread", { a: { by: ["Tam Ruddock", "Orla Brice"] } });
    expect([ask(orla, both)[0], ask(tam, both)[0]]).toEqual(["match", "match"]);
  });
});

describe("a name that no speaker has", () => {
  const one = article("bread", { a: { by: ["Orla Brice"] } });
  test.each(["Mrs. Brice", "Brice", "Mayor Orla Brice", "O. Brice", "Brice, Orla", "Orla Brìce"])(
    "may be the recorded one: %s",
    (unknown) => {
      expect(ask({ unknown }, one)[0]).toBe("match");
    },
  );

  test("is uncertain when several may be meant, or a letter differs", () => {
    const two = buildArticle({
      slug: "two",
      headline: "Bread",
      sections: [
        {
          paragraphs: [
            ["“", segment("a", BREAD), "”, ", cue("a", "said"), " ", mention("a", "Orla Brice"), "."],
            ["“", segment("b", "Salt is cheap"), "”, ", cue("b", "said"), " ", mention("b", "Ines Brice"), "."],
          ],
        },
      ],
      quotes: { a: { by: ["Orla Brice"] }, b: { by: ["Ines Brice"] } },
    });
    expect(ask({ unknown: "Mrs. Brice" }, two)).toEqual(["uncertain", "name", "near"]);
    expect(ask({ unknown: "Ines Brice" }, two)[0]).toBe("mismatch");
    expect(ask({ unknown: "Orla Brise" }, one)).toEqual(["uncertain", "name", null]);
    expect(ask({ unknown: "Ann Brice" }, one)[0]).toBe("mismatch");
  });
});

test("a name by which the article itself calls one speaker is that speaker's", () => {
  const one = described(
    article("bread", { a: { by: ["Tam Ruddock"] } }, "Tam Ruddock is the old miller."),
    "tam-ruddock",
    "the old miller",
  );
  expect(ask({ unknown: "the old miller" }, one)).toEqual(["match", null, "near"]);
  expect(ask({ unknown: "the young miller" }, one)[0]).toBe("mismatch");
});

test("who speaks for an organisation may be meant by its name, and the other way round", () => {
  const spoken = described(
    article("bread", { a: { by: ["Tam Ruddock"] } }, "Tam Ruddock is the Guild's spokesman."),
    "tam-ruddock",
    "the Guild's spokesman",
  );
  expect(ask({ unknown: "Guild" }, spoken)).toEqual(["uncertain", "description", "near"]);
  expect(ask({ id: "guild", name: "The Guild" }, spoken)).toEqual(["uncertain", "description", "near"]);
  expect(ask({ unknown: "Mill" }, spoken)[0]).toBe("mismatch");
  const inShort = described(
    article("bread", { a: { by: ["Tam Ruddock"] } }, "Tam Ruddock is a guild spokesman."),
    "tam-ruddock",
    "a guild spokesman",
  );
  expect(ask({ unknown: "Guild of Master Bakers" }, inShort)).toEqual(["uncertain", "description", null]);
  expect(ask({ unknown: "Mill of the Master Bakers" }, inShort)[0]).toBe("mismatch");
});

test("a few common words may be anybody's, unless they are all of a quote", () => {
  const by = (words: string, quote: string) => {
    const { words: found, speaker, doubt } = verify(parseClaim(quote), [searchableOf(speech(words))], tam);
    return [found, speaker, doubt];
  };
  expect(by("I do not know if the oven will last.", "I do not know")).toEqual(["exact", "uncertain", "short"]);
  expect(by("We will never sell the oven.", "We will never give up")).toEqual(["altered", "uncertain", "short"]);
  expect(by("I do not know.", "I do not know")).toEqual(["exact", "mismatch", null]);
  expect(by("I do not know if the oven will last.", "the oven will last")).toEqual(["exact", "mismatch", null]);
  // Common words in a row of so many are one person's, though.
  expect(by("There will be no more quiet ovens here.", "There will be no more loud ovens here")).toEqual(["altered", "mismatch", null]);
});

test("words that the speaker quotes may be by the person who is claimed", () => {
  const nested = buildArticle({
    headline: "Bread",
    sections: [
      {
        paragraphs: [
          [
            "“",
            segment("a", "She looked at me and said, ‘Bread is dear this year,’ and left"),
            "”, ",
            cue("a", "said"),
            " ",
            mention("a", "Tam Ruddock"),
            ".",
          ],
        ],
      },
    ],
    quotes: { a: { by: ["Tam Ruddock"] } },
  });
  expect(verify(parseClaim("Bread is dear this year"), [searchableOf(nested)], orla)).toMatchObject({
    speaker: "uncertain",
    doubt: "nested",
  });
});
