import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld } from "eld/extrasmall";
import type { Document } from "../document.ts";
import { isPlainlyEnglish } from "./en/plain-english.ts";

/** UTF-16 units of the text that are looked at, and in how many places: one long quote must not decide. */
const SAMPLE = 1000;
const PLACES = 4;
/** Letters from which on a text is judged; fewer of a script other than Latin will do, since few languages are written in it. */
const LEAST_LETTERS = { latin: 100, other: 20 };
/** Another language than English must be so much likelier: names of people and places alone come near. */
const LEAD = 0.8;

/**
 * The language that a document is clearly in, as a primary subtag of BCP 47; `null` for a short text and in doubt.
 * Indonesian is `ms`, its macrolanguage, and Bokmål and Nynorsk are `no`.
 */
export function detectLanguage(document: Document): string | null {
  const sample = sampleOf(document);
  if (isPlainlyEnglish(sample)) return "en";
  if (!isLongEnough(sample)) return null;
  const found = detector().detect(sample);
  const scores = found.getScores();
  const english = scores.en ?? 0;
  const isClear = found.isReliable() && (found.language === "en" || english < LEAD * (scores[found.language] ?? 0));
  return isClear ? found.language : null;
}

/** Pieces of the paragraphs from all over the text. */
function sampleOf({ text, blocks }: Document): string {
  const body = blocks
    .filter(({ kind }) => kind === "paragraph")
    .map(({ start, end }) => text.slice(start, end))
    .join(" ");
  if (body.length <= SAMPLE) return body;
  const length = SAMPLE / PLACES;
  const step = (body.length - length) / (PLACES - 1);
  return Array.from({ length: PLACES }, (_, place) => body.slice(Math.floor(place * step), Math.floor(place * step) + length)).join(" ");
}

function isLongEnough(sample: string): boolean {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= (latin * 2 < letters ? LEAST_LETTERS.other : LEAST_LETTERS.latin);
}

let loaded: typeof eld | null = null;

/** Loaded for the first text that is not plainly English: it takes 0.14 s and 30 MB, which most imports never need. */
function detector(): typeof eld {
  if (loaded === null) {
    const path = fileURLToPath(import.meta.resolve("eld/extrasmall"));
    loaded = (createRequire(import.meta.url)(path) as { eld: typeof eld }).eld;
  }
  return loaded;
}
