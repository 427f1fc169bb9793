import type { Dice } from "./dice.ts";
import type { Beat } from "./newspaper.ts";

const SYLLABLES = "ka lo mi ter san bel dor vin ra tu pel gor nim as ort eka uli fen cho wyn".split(" ");
const VOCABULARY = 20_000;

/** Made-up words, the most frequent first. */
export const FREQUENT_WORDS = Array.from({ length: VOCABULARY }, (_, index) => wordOf(index));

/**
 * Sentences of made-up words with the frequencies of a language (Zipf's law): some words are in every article and most are
 * in few, as search and the quote checker meet them in a large archive.
 */
export function frequentWords(dice: Dice): Beat {
  const word = () => FREQUENT_WORDS[Math.floor(VOCABULARY ** dice.next()) - 1] ?? "a";
  const words = (count: number) => Array.from({ length: count }, word).join(" ");
  const sentence = (count: number) => `${words(count)}.`.replace(/^./, (letter) => letter.toUpperCase());
  return { headline: () => sentence(8).slice(0, -1), said: () => sentence(16), told: () => sentence(18), noun: word };
}

function wordOf(index: number): string {
  let word = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}
