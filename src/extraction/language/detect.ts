import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld } from "eld/extrasmall";
import type { Document } from "../document.ts";
import { englishness } from "./en/plain-english.ts";

/** UTF-16 units of the text that are looked at, and in how many places. */
const SAMPLE = 1200;
const PLACES = 4;
/** Letters from which on words are judged; fewer of a script other than Latin will do, since few languages are written in it. */
const LEAST_LETTERS = { latin: 50, other: 20 };
/** So many letters are enough whatever their script. */
const ENOUGH_LETTERS = new RegExp(String.raw`^(?:\P{L}*\p{L}){${LEAST_LETTERS.latin}}`, "u");
/** Another language than English must be so much likelier. */
const LEAD = 0.8;

/**
 * The language that a document is clearly in, as a primary subtag of BCP 47; `null` for a short text and in doubt.
 * Indonesian is `ms`, its macrolanguage, and Bokmål and Nynorsk are `no`.
 *
 * The reporter's words decide, not the quoted ones; and for another language than English not the capitalised ones, which
 * are names of people and places from anywhere.
 */
export function detectLanguage(document: Document): string | null {
  const words = sampleOf(document).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const english = englishness(words);
  if (english === "plainly") return "en";
  const found = clearLanguage(words.filter((word) => !/^\p{Lu}/u.test(word)).join(" "));
  return english === "hardly" || found === "en" ? found : null;
}

/** The language of words without names; `null` for few words and in doubt. */
function clearLanguage(words: string): string | null {
  if (!isLongEnough(words)) return null;
  const found = detector().detect(words);
  const scores = found.getScores();
  const leads = found.language === "en" || (scores.en ?? 0) < LEAD * (scores[found.language] ?? 0);
  return found.isReliable() && leads ? found.language : null;
}

/** Pieces of the paragraphs from all over the text, without what stands in quote marks; with it where that is nearly all. */
function sampleOf({ text, blocks }: Document): string {
  const body = blocks
    .filter(({ kind }) => kind === "paragraph")
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
  const narration = body.replace(/[“”„‟«»"「][^“”„‟«»"「」\n]*[“”„‟«»"」]/g, " ");
  const judged = isLongEnough(narration) ? narration : body;
  if (judged.length <= SAMPLE) return judged;
  const length = SAMPLE / PLACES;
  const step = (judged.length - length) / (PLACES - 1);
  return Array.from({ length: PLACES }, (_, place) => judged.slice(Math.floor(place * step), Math.floor(place * step) + length)).join(" ");
}

function isLongEnough(text: string): boolean {
  // Whether there are some is soon known; a whole text need not be counted.
  const opening = text.slice(0, SAMPLE);
  if (ENOUGH_LETTERS.test(opening)) return true;
  const letters = opening.match(/\p{L}/gu)?.length ?? 0;
  const latin = opening.match(/\p{Script=Latin}/gu)?.length ?? 0;
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
