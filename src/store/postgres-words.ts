import { BLOCK_BREAK } from "../article/searchable.ts";

/** Bytes of one word in a vector; the rest of a longer word is told apart by the text (PostgreSQL's limit is 2046). */
const MAX_LEXEME_BYTES = 400;
/** Bytes of all words of a vector; PostgreSQL's limit is 1 MB. */
const MAX_VECTOR_BYTES = 900_000;

/**
 * UTF-16 units that two neighbouring words have together at most for an article's vector to have them as a pair. Frequent
 * words are short in every language (Zipf 1935): two of them are in too many articles for each to be read to see whether
 * they stand side by side there, while a longer word narrows the choice by itself.
 */
const MAX_PAIR_LENGTH = 10;

/** In front of a word of an article's vector: the headline has it, a quote has it, or no paragraph has it outside quotes. */
const IN_HEADLINE = "^";
const IN_QUOTE = '"';
const NOT_NARRATED = "-";

/** The distinct words of a text of folded words (`Searchable.words`). */
export function distinctWords(words: string): Set<string> {
  const distinct = new Set(words.split(" "));
  distinct.delete("");
  distinct.delete(BLOCK_BREAK);
  return distinct;
}

/** A tsvector literal of words; `null` when they are too many for one. */
export function vectorOf(words: Iterable<string>): string | null {
  const lexemes: string[] = [];
  let bytes = 0;
  for (const word of words) {
    const lexeme = lexemeOf(word);
    bytes += 3 * lexeme.length + 4;
    if (bytes > MAX_VECTOR_BYTES) return null;
    lexemes.push(`'${lexeme}'`);
  }
  return lexemes.join(" ");
}

/**
 * The vector of a whole article.
 *
 * @param text its folded words (`Searchable.words`)
 * @param words the distinct ones, then those in its headline, in quotes and outside quotes
 */
export function articleVector(
  text: string,
  words: Set<string>,
  headline: Set<string>,
  quoted: Set<string>,
  narration: Set<string>,
): string | null {
  const marked = [...words, ...pairsOf(text)];
  for (const word of quoted) marked.push(IN_QUOTE + word);
  for (const word of headline) marked.push(IN_HEADLINE + word);
  for (const word of words) if (!narration.has(word)) marked.push(NOT_NARRATED + word);
  return vectorOf(marked);
}

/** The pairs of a text, as their two words with a space between; no word holds one. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  let before = BLOCK_BREAK;
  for (const word of text.slice(1).split(" ")) {
    if (before !== BLOCK_BREAK && word !== BLOCK_BREAK && arePaired(before, word)) pairs.add(`${before} ${word}`);
    before = word;
  }
  return pairs;
}

function arePaired(first: string, second: string): boolean {
  return first.length + second.length <= MAX_PAIR_LENGTH;
}

/**
 * Where a phrase is looked for: in all words of a vector; in those of a whole article, whose vector has pairs too; or in
 * those of an article's quotes, narration or headline.
 */
export type Place = "all" | "article" | "quotes" | "narration" | "headline";

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
export function phraseSearch(phrases: string[][][], place: Place = "all"): PhraseSearch {
  const groups = phrases.map((alternatives) => alternatives.map((phrase) => phrase.join(" ").split(" ")));
  const query = groups.map((alternatives) => `(${alternatives.map((phrase) => conjunction(phrase, place)).join(" | ")})`).join(" & ");
  const textsOf = (alternatives: string[][]) => alternatives.map(containedText);
  const unsure = groups.filter((alternatives) => alternatives.some((phrase) => !tells(phrase, place)));
  return { query, texts: JSON.stringify(unsure.map(textsOf)), allTexts: JSON.stringify(groups.map(textsOf)) };
}

/** Whether a row that a phrase's query matches is sure to hold the phrase. */
function tells([first = "", second = "", ...more]: string[], place: Place): boolean {
  if (second === "") return lexemeOf(first) === first;
  return place === "article" && more.length === 0 && arePaired(first, second);
}

/** What folded words with a space behind contain when they hold a phrase. */
export function containedText(phrase: string[]): string {
  return ` ${phrase.join(" ")} `;
}

function conjunction(phrase: string[], place: Place): string {
  const lexemes = place === "article" || place === "narration" ? withPairs(phrase) : phrase;
  const terms = [...new Set(lexemes)].map((word) => {
    const lexeme = lexemeOf(word);
    if (place === "quotes") return `'${IN_QUOTE}${lexeme}'`;
    if (place === "headline") return `'${IN_HEADLINE}${lexeme}'`;
    return `'${lexeme}'`;
  });
  if (place === "narration") for (const word of new Set(phrase)) terms.push(`!'${NOT_NARRATED}${lexemeOf(word)}'`);
  return `(${terms.join(" & ")})`;
}

/** The pairs of a phrase, and its words that are in none. */
function withPairs(phrase: string[]): string[] {
  const paired = phrase.map((word, index) => index + 1 < phrase.length && arePaired(word, phrase[index + 1] ?? ""));
  return phrase.flatMap((word, index) => {
    if (paired[index]) return [`${word} ${phrase[index + 1]}`];
    return paired[index - 1] ? [] : [word];
  });
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
