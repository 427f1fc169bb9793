import type { Article } from "../../src/article/model/schema.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";

const PLACES = ["Elmford", "Corve Bay", "Östra Holm", "Naid", "Tilbrook"];
const PEOPLE = ["Ines Marlow", "Otto Brandt", "Jun Sato", "Mara Łuk", "Colm Reid", "Aya Noor", "Pim de Wit"];
const TOPICS = ["tram", "library", "river wall", "market hall", "night bus", "school roof", "ferry"];
const VERDICTS = ["will cost more than planned", "is long overdue", "must not wait another winter", "pleases nobody"];

/** Invented articles, `count` different ones: shared and local speakers, all kinds of quotes, several languages, with and without dates. */
export function manyArticles(count: number): Article[] {
  return Array.from({ length: count }, (_, number) => {
    const pick = <T>(list: T[], step: number) => list[Math.floor(number / step) % list.length] as T;
    const place = pick(PLACES, 1);
    const topic = pick(TOPICS, 3);
    const verdict = pick(VERDICTS, 2);
    const [first, second] = [pick(PEOPLE, 1), pick(PEOPLE, 5)];
    const quotes = {
      plain: { by: [first] },
      part: { kind: "mixed" as const, by: first === second ? [first] : [first, second] },
      clerk: { kind: "indirect" as const, by: ["a clerk"], basis: "role" as const },
      sign: {},
    };
    const day = String((number % 28) + 1).padStart(2, "0");
    const month = String((number % 12) + 1).padStart(2, "0");
    return buildArticle({
      slug: `${topic.replace(" ", "-")}-in-${place.toLowerCase().replace(" ", "-")}-${number}`,
      headline: `${place} argues over its ${topic}`,
      sections: [
        {
          paragraphs: [
            ["“", segment("plain", `The ${topic} ${verdict},`), "” ", cue("plain", "said"), " ", mention("plain", first), ` in ${place}.`],
            ["It is “", segment("part", `a matter of ${number} votes`), "”, ", mention("part", second), " ", cue("part", "added"), ". 🗳️"],
          ],
        },
        {
          heading: "What is planned",
          paragraphs: [
            [
              mention("clerk", "A clerk"),
              " ",
              cue("clerk", "said"),
              " ",
              segment("clerk", `the ${topic} opens in year ${2000 + (number % 40)}`),
              ".",
            ],
            ["A sign said “", segment("sign", `no ${topic} today`), "”."],
          ],
        },
      ],
      quotes,
      localSpeakers: ["a clerk"],
      language: [null, "en", "en-GB", "de"][number % 4] ?? null,
      publishedAt:
        number % 7 === 0
          ? null
          : number % 3 === 0
            ? `20${10 + (number % 15)}-${month}-${day}`
            : `2021-${month}-${day}T0${number % 10}:00:00Z`,
      updatedAt: number % 5 === 0 ? "2026-01-01" : null,
      importedAt: `2026-02-${day}T00:00:00Z`,
      aliases: number % 11 === 0 ? [`old-${number}`] : [],
    });
  });
}
