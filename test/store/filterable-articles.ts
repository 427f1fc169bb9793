import type { Article } from "../../src/article/model/schema.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";

const PLACES = ["Elmford", "Corve Bay", "Östra Holm", "Tilbrook"];
const PEOPLE = ["Ines Marlow", "Jun Sato", "Colm Reid", "Tilbrook Council", "Łukasz Wit"];
const LANGUAGES = [null, "en", "en-GB", "de", "en"];

/** Names that articles have, in one spelling each; some articles write them in another. */
export const NAMES = {
  publishers: ["Corve Bay Mail", "The Tilbrook Post", "The Östra Post"],
  credits: ["Jo Penn", "Una Ångström", "Sam O’Dell"],
};

/** Invented articles that differ in everything lists filter and sort by, with ties in all of it. */
export function filterableArticles(count: number): Article[] {
  // A linear congruential generator: every run has the same articles, and no two properties go in step.
  let state = 7;
  const dice = (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * sides);
  };
  const pick = <T>(list: readonly T[]) => list[dice(list.length)] as T;
  return Array.from({ length: count }, (_, number) => {
    const [first, second] = [pick(PEOPLE), pick(PEOPLE)];
    const by = first === second ? [first] : [first, second];
    const place = pick(PLACES);
    const publisher = pick([...NAMES.publishers, ...NAMES.publishers, "CORVE BAY MAIL", null]);
    const credits = [0, 1].flatMap(() => pick([[pick(NAMES.credits)], ["JO PENN"], []]));
    const article = buildArticle({
      slug: `${["ä", "b", "z"][number % 3]}-story-${number}`,
      headline: `News of ${place}`,
      sections: [
        {
          paragraphs: [
            [
              "“",
              segment("plain", `The ferry of ${place} is ${"very ".repeat(dice(4))}late,`),
              "” ",
              cue("plain", "said"),
              " ",
              mention("plain", first),
              ".",
            ],
            [
              "It is “",
              segment("both", `a matter of ${dice(30)} votes`),
              "”, ",
              mention("both", by.join(" and ")),
              " ",
              cue("both", "added"),
              ".",
            ],
            [mention("clerk", "A clerk"), " ", cue("clerk", "said"), " ", segment("clerk", "it opens in May"), "."],
            ["A sign said “", segment("sign", `No ferry ${"today ".repeat(1 + dice(3))}`.trim()), "”."],
          ],
        },
      ],
      quotes: {
        plain: { by: [first], basis: pick(["name", "pronoun", "editor", "name"] as const) },
        both: { kind: "mixed", by },
        clerk: { kind: "indirect", by: ["a clerk"], basis: "role" },
        sign: {},
      },
      localSpeakers: ["a clerk"],
      speakerTypes: { "Tilbrook Council": pick(["organisation", "group"] as const), "a clerk": pick(["person", "group"] as const) },
      credits: [...new Set(credits)].map((name) => ({ role: pick(["author", "editor"] as const), name, text: `By ${name}` })),
      language: pick(LANGUAGES),
      publisher,
      publishedAt: pick([
        null,
        "2021-03-04",
        "2021-03-04T05:00:00Z",
        `2021-0${1 + dice(9)}-1${dice(9)}`,
        `202${dice(5)}-03-04T0${dice(9)}:00:00Z`,
      ]),
      updatedAt: pick([null, null, "2022-01-01", `2023-01-1${dice(9)}T00:00:00Z`]),
      importedAt: `2026-02-1${dice(3)}T00:00:00Z`,
      aliases: number % 11 === 0 ? [`old-${number}`] : [],
    });
    return {
      ...article,
      // Some state none: they are as old as their import.
      modifiedAt: [null, "2026-02-10T07:00:00Z", `2026-03-1${number % 10}T00:00:00Z`][number % 3] ?? null,
      quotes: article.quotes.map((quote, index) => ({
        ...quote,
        aliases: number === 9 && index === 1 ? ["former00"] : [],
        attribution: doubted(quote.attribution, dice(3)),
      })),
    };
  });
}

function doubted(attribution: Article["quotes"][number]["attribution"], doubt: number) {
  return attribution.confidence === null
    ? attribution
    : { ...attribution, confidence: (["high", "medium", "low"] as const)[doubt] ?? "high" };
}
