import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../src/article/schema.ts";
import { buildArticle, cue, mention, type Piece, segment } from "../test/article-builder.ts";

const SUBJECTS = [
  "harbour",
  "orchard",
  "library",
  "railway",
  "lighthouse",
  "mill",
  "school",
  "ferry",
  "market",
  "bakery",
  "bridge",
  "museum",
];
const PLACES = ["Brackwater", "Ostrey", "Kelling", "Marrow Bay", "Thornwick", "Ardle", "Penhallow", "Sundvik"];
const EVENTS = ["reopens", "closes early", "seeks a buyer", "wins a grant", "counts its losses", "plans for winter", "splits the council"];
const FIRST = ["Ada", "Ivo", "Mina", "Tarek", "Signe", "Bram", "Odile", "Ravi", "Hana", "Luca", "Petra", "Owen"];
const LAST = ["Quill", "Marsh", "Okoro", "Lindqvist", "Farrow", "Tamm", "Bellamy", "Novak", "Hale", "Ferreira"];
const SAID = ["We did not expect", "Nobody here asked for", "I have waited ten years for", "There will be a vote on", "We cannot pay for"];
const ABOUT = [
  "a decision like this",
  "the new timetable",
  "another cold winter",
  "what the port has become",
  "so many visitors",
  "the second wall",
];
const VERBS = ["said", "told reporters", "added", "argued", "warned"];
const FILLER =
  "The work began in spring and was to take three months, but the ground was wetter than the survey had shown and the money ran out before the roof was on. ";

/** Sound articles that differ in everything; the same ones for the same count. About 400 words and six quotes each. */
export function* syntheticArticles(count: number): Generator<Article> {
  const next = randomNumbers(count);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  for (let number = 0; number < count; number += 1) {
    const place = pick(PLACES);
    const subject = pick(SUBJECTS);
    const people = [0, 1, 2].map(() => `${pick(FIRST)} ${pick(LAST)}`);
    const quotes: Record<string, { by: string[] }> = {};
    const paragraphs: Piece[][] = [[`PLACE, the ${subject} of ${place}, case ${number}. ${FILLER}`.replace("PLACE", place)]];
    for (let index = 0; index < 6; index += 1) {
      const key = `quote${index}`;
      const by = pick(people);
      quotes[key] = { by: [by] };
      const words = `${pick(SAID)} ${pick(ABOUT)}, and number ${number * 6 + index} is not the last,`;
      paragraphs.push(["“", segment(key, words), "” ", mention(key, by), " ", cue(key, pick(VERBS)), `. ${FILLER}`]);
    }
    yield buildArticle({
      slug: `${subject}-${number}`,
      headline: `${place} ${subject} ${pick(EVENTS)}`,
      sections: [{ paragraphs: paragraphs.slice(0, 4) }, { heading: `What ${place} may do`, paragraphs: paragraphs.slice(4) }],
      quotes,
      publishedAt: new Date(Date.UTC(1990, 0, 1) + Math.floor(next() * 12_000) * 86_400_000).toISOString().replace(".000Z", "Z"),
    });
  }
}

/** Writes a data folder of synthetic articles. */
export function writeSyntheticFolder(folder: string, count: number): void {
  mkdirSync(join(folder, "articles"), { recursive: true });
  for (const article of syntheticArticles(count)) {
    writeFileSync(join(folder, "articles", `${article.slug}.json`), `${JSON.stringify(article, null, 2)}\n`);
  }
}

/** Park and Miller's generator: numbers from 0 to 1, the same ones for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
