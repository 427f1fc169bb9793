import type { Article } from "../src/article/schema.ts";
import { buildArticle, cue, mention, type Piece, segment } from "../test/article-builder.ts";

const SYLLABLES = [
  "ka",
  "lo",
  "mi",
  "ter",
  "san",
  "bel",
  "dor",
  "vin",
  "ra",
  "tu",
  "pel",
  "gor",
  "nim",
  "as",
  "ort",
  "eka",
  "uli",
  "fen",
  "cho",
  "wyn",
];
const VOCABULARY = 20_000;
const SPEAKERS = 2_000;
/** Days over which articles are spread: 25 years. */
const DAYS = 9_125;

/**
 * Invented articles of about 400 words with six quotes each: made-up words with the frequencies of a language (Zipf's law), so that
 * some words are in every article and most are in few. The same number gives the same article.
 */
export class Newspaper {
  readonly words = Array.from({ length: VOCABULARY }, (_, index) => wordOf(index));
  readonly speakers = Array.from(
    { length: SPEAKERS },
    (_, index) => `${capital(wordOf(index + 500))} ${capital(wordOf(((index * 7) % 15_000) + 3_000))}`,
  );

  article(number: number): Article {
    const random = generator(number);
    const word = () => this.words[Math.floor(VOCABULARY ** random()) - 1] ?? "a";
    const words = (count: number) => Array.from({ length: count }, word).join(" ");
    const quotes: Record<string, { by: string[] }> = {};
    const paragraphs = Array.from({ length: 10 }, (_, index): string | Piece[] => {
      if (index % 5 > 2) return words(44);
      const key = `q${index}`;
      const speaker = this.speakers[Math.floor(random() * random() * SPEAKERS)] ?? "A B";
      quotes[key] = { by: [speaker] };
      return [`${words(12)} “`, segment(key, `${words(16)},`), "” ", cue(key, "said"), " ", mention(key, speaker), `. ${words(8)}.`];
    });
    const day = new Date(Date.UTC(2000, 0, 1) + Math.floor(random() * DAYS) * 86_400_000 + Math.floor(random() * 86_400) * 1000);
    return buildArticle({
      slug: `${number}-${word()}-${word()}-${word()}-${word()}`,
      headline: words(8),
      sections: [{ paragraphs }],
      quotes,
      publishedAt: `${day.toISOString().slice(0, 19)}Z`,
      language: number % 10 === 0 ? "de" : "en",
    });
  }
}

function wordOf(index: number): string {
  let word = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Marsaglia's xorshift with 32 bits; good enough to spread words. @returns numbers from 0 to less than 1 */
export function generator(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
