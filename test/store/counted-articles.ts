import type { Article } from "../../src/article/model/schema.ts";
import { type Blueprint, buildArticle, mention, type Piece, segment } from "../article-builder.ts";

const PEOPLE = ["Ines Marlow", "Otto Brandt", "Jun Sato", "Tram Board", "a clerk"];
const PRONOUNS = ["she", "he", "They"];
const PUBLISHERS = [null, "The Corve Post", "the corve post", '=Elmford, "Daily"\tNews', "—", "Naid Radio"];
const LANGUAGES = [null, "en", "en-GB", "de"];
const DATES = [null, "2019-12-31", "2020-01-01T00:30:00Z", "2020-05-17", "2021-05-02T23:59:59Z"];
const KINDS = ["direct", "mixed", "indirect"] as const;
const BASES = ["name", "role", "pronoun", "continued", "editor"] as const;
const CONFIDENCES = ["high", "medium", "low"] as const;

/** Invented articles that differ in all that quotes are counted by; some without a quote, some with quotes of two people, or of nobody. */
export function countedArticles(count: number): Article[] {
  return Array.from({ length: count }, (_, number) => {
    // Each list is gone through at another pace, so that everything meets everything.
    const pick = <T>(list: readonly T[], pace: number, place = 0) => list[(Math.floor((number * 7) / pace) + place * 3) % list.length] as T;
    const places = Array.from({ length: number % 6 }, (_, place) => place);
    const by = (place: number) => {
      const first = pick(PEOPLE, 2, place);
      if ((number + place) % 5 === 0) return [];
      return (number + place) % 4 === 0 ? [...new Set([first, pick(PEOPLE, 3, place)])] : [first];
    };
    const article = buildArticle({
      slug: `tram-${number}`,
      headline: "Tram news",
      sections: [
        {
          paragraphs:
            places.length === 0
              ? ["Nothing was said."]
              : places.map((place): Piece[] => [
                  "“",
                  segment(`q${place}`, place % 2 === 0 ? `The tram is late ${"again ".repeat(place)}in ${number}` : `No tram, ${place}`),
                  "”, said ",
                  ...(by(place).length === 0
                    ? []
                    : [mention(`q${place}`, (number + place) % 2 === 0 ? pick(PRONOUNS, 5, place) : pick(PEOPLE, 2, place))]),
                  ".",
                ]),
        },
      ],
      quotes: Object.fromEntries(
        places.map((place): [string, NonNullable<Blueprint["quotes"]>[string]] => [
          `q${place}`,
          { kind: pick(KINDS, 2, place), by: by(place), basis: pick(BASES, 1, place) },
        ]),
      ),
      speakerTypes: { "Tram Board": number % 3 === 0 ? "group" : "organisation" },
      localSpeakers: ["a clerk"],
      language: pick(LANGUAGES, 3),
      publishedAt: pick(DATES, 4),
      publisher: pick(PUBLISHERS, 5),
    });
    for (const [place, { attribution }] of article.quotes.entries())
      if (attribution.confidence !== null) attribution.confidence = pick(CONFIDENCES, 4, place);
    return article;
  });
}
