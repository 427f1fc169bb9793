import { BLOCK_BREAK } from "../article/searchable.ts";

/** Bytes of one word in a vector; the rest of a longer word is told apart by the text (PostgreSQL's limit is 2046). */
const MAX_LEXEME_BYTES = 400;
/** Bytes of all words and positions of a vector; PostgreSQL's limit is 1 MB. */
const MAX_VECTOR_BYTES = 900_000;
/** Positions kept of one word, and the highest one: PostgreSQL's limits. They only serve to rank. */
const MAX_POSITIONS = 255;
const MAX_POSITION = 16_383;

/** Folded words as a tsvector literal; `null` when they are too many for one. */
export type VectorText = string | null;

/**
 * A tsvector literal of folded words, each with a space in front (the form of `Searchable.words`).
 *
 * @param positions whether words keep their positions (for ranking)
 */
export function vectorOf(words: string, positions: boolean): VectorText {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const word of words.split(" ")) {
    if (word === "" || word === BLOCK_BREAK) continue;
    place += 1;
    const lexeme = lexemeOf(word);
    const known = places.get(lexeme);
    if (known === undefined) places.set(lexeme, [place]);
    else if (known.length < MAX_POSITIONS && place <= MAX_POSITION) known.push(place);
  }
  let bytes = 0;
  const parts: string[] = [];
  for (const [lexeme, at] of places) {
    bytes += Buffer.byteLength(lexeme) + 4 + 2 * at.length;
    if (bytes > MAX_VECTOR_BYTES) return null;
    parts.push(positions ? `'${lexeme}':${at.map((one) => Math.min(one, MAX_POSITION)).join(",")}` : `'${lexeme}'`);
  }
  return parts.join(" ");
}

/** Phrases as PostgreSQL looks for them. */
export interface PhraseSearch {
  /** tsquery literal: rows it does not match do not hold the phrases. */
  query: string;
  /** JSON: for each phrase that the query cannot tell for sure, texts any of which the words must contain. */
  texts: string;
  /** The same for rows that have no vector: every phrase. */
  allTexts: string;
}

/** @param phrases for each phrase, the phrases any of which answers it */
export function phraseSearch(phrases: string[][][]): PhraseSearch {
  const groups = phrases.map((alternatives) => alternatives.map((phrase) => phrase.join(" ").split(" ")));
  const query = groups.map((alternatives) => `(${alternatives.map(conjunction).join(" | ")})`).join(" & ");
  const textsOf = (alternatives: string[][]) => alternatives.map(containedText);
  const unsure = groups.filter((alternatives) =>
    alternatives.some((phrase) => phrase.length > 1 || lexemeOf(phrase[0] ?? "") !== phrase[0]),
  );
  return { query, texts: JSON.stringify(unsure.map(textsOf)), allTexts: JSON.stringify(groups.map(textsOf)) };
}

/** What folded words with a space behind contain when they hold a phrase. */
export function containedText(phrase: string[]): string {
  return ` ${phrase.join(" ")} `;
}

function conjunction(phrase: string[]): string {
  return `(${[...new Set(phrase)].map((word) => `'${lexemeOf(word)}'`).join(" & ")})`;
}

// Folded words are letters, digits and what compatibility forms leave ("½" is "1⁄2").
function lexemeOf(word: string): string {
  const cut = word.length > MAX_LEXEME_BYTES / 4 ? cutTo(word, MAX_LEXEME_BYTES) : word;
  return /['\\]/.test(cut) ? cut.replaceAll("\\", "\\\\").replaceAll("'", "''") : cut;
}

function cutTo(word: string, bytes: number): string {
  let kept = "";
  let size = 0;
  for (const character of word) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return kept;
}
