import { BLOCK_BREAK, UNINFLECTED } from "../../article/words/searchable.ts";
import type { Pattern, Patterns, Sought } from "../../article/words/sought.ts";

/**
 * Folded words as values of `tsvector` and `tsquery`. They are built from the words as they are: a parser or dictionary of
 * PostgreSQL would split and stem them its own way, and the stores would find different articles.
 *
 * A vector tells which words a text has. Whether it has a phrase is then looked up in the text (`conditions.ts`).
 */

/** UTF-16 units of a lexeme at most: PostgreSQL takes 2,046 bytes, and a unit has three at most. */
const MAX_LEXEME = 600;
/** Positions that PostgreSQL keeps of one lexeme. */
const MAX_POSITIONS = 255;
/** Bytes of all lexemes and their positions at most: PostgreSQL takes 1 MiB. */
const MAX_VECTOR = 1_000_000;

/**
 * Letters that two neighbouring words have together at most to have a lexeme of their own ("of the"). Short words are
 * frequent in every language (Zipf 1935): many texts have two of them, and each would be read to see whether they stand
 * side by side there.
 */
const MAX_PAIR = 8;

/** A vector of the words, without positions. @param words with spaces between them; see `IndexedWords` */
export function vectorOf(words: string): string {
  return [...lexemesOf(words)].map(quoted).join(" ");
}

/** A vector of a text with the positions of each word: weight A in the headline, D in the body. */
export function weightedVectorOf(headline: string, body: string): string {
  const positions = new Map<string, string[]>();
  const add = (words: string, from: number, weight: string) => {
    const split = words.split(" ");
    for (const [index, word] of split.entries()) {
      if (word === "" || word === BLOCK_BREAK) continue;
      const lexeme = lexemeOf(word);
      const known = positions.get(lexeme);
      const position = `${from + index}${weight}`;
      if (known === undefined) positions.set(lexeme, [position]);
      else if (known.length < MAX_POSITIONS) known.push(position);
    }
    return from + split.length;
  };
  add(body, add(headline, 0, "A"), "");
  const words = Array.from(positions, ([lexeme, at]) => `${quoted(lexeme)}:${at.join()}`);
  return [...words, ...[...pairsOf((headline + body).split(" "))].map(quoted)].join(" ");
}

/** Whether PostgreSQL can hold a vector of these words. */
export function fitsVector(words: string): boolean {
  if (words.length < MAX_VECTOR / 8) return true;
  const positions = 2 * words.split(" ").length;
  let bytes = positions;
  for (const lexeme of lexemesOf(words)) bytes += Buffer.byteLength(lexeme) + 4;
  return bytes < MAX_VECTOR;
}

/** The distinct words of a text of folded words. */
export function distinctWords(words: string): Set<string> {
  const distinct = new Set(words.split(" "));
  distinct.delete("");
  distinct.delete(BLOCK_BREAK);
  distinct.delete(UNINFLECTED);
  return distinct;
}

/** A `tsquery` for texts that have what is sought, as far as vectors tell, each by its language. */
export function tsqueryOf({ inflected, exact }: Sought): string {
  if (inflected === exact) return tsquery(exact);
  return `(${tsquery(inflected)})&!${quoted(UNINFLECTED)}|${quoted(UNINFLECTED)}&(${tsquery(exact)})`;
}

/** A `tsquery` for texts that have all words of one pattern of each list, and none of those of which the vector tells. */
export function tsquery({ all, none }: Patterns): string {
  const refused = none.filter(isToldByVector);
  const wanted = all.map((patterns) => anyOf(patterns, lexemesSought));
  return [...wanted, ...(refused.length === 0 ? [] : [`!${anyOf(refused, lexemesSought)}`])].join("&");
}

/** A `tsquery` to rank such texts by: of words alone, since pairs have no positions. */
export function rankingQuery(all: Pattern[][]): string {
  return all.map((patterns) => anyOf(patterns, wordsSought)).join("&");
}

function anyOf(patterns: Pattern[], lexemes: (pattern: Pattern) => string[]): string {
  return `(${patterns.map((pattern) => lexemes(pattern).join("&")).join("|")})`;
}

/** Whether a text has the pattern for sure when its vector has its lexemes. */
export function isToldByVector({ words, isPrefix }: Pattern): boolean {
  const [word = "", ...others] = words;
  return others.length === 0 ? lexemeOf(word) === word : !isPrefix && others.length === 1 && pairsOf(words).size === 1;
}

function lexemesOf(words: string): Set<string> {
  const mark = words.startsWith(` ${UNINFLECTED}`) ? [UNINFLECTED] : [];
  return new Set([...mark, ...Array.from(distinctWords(words), lexemeOf), ...pairsOf(words.split(" "))]);
}

/** What the vector of a text with the pattern has: its pairs, and the words that are in none. */
function lexemesSought({ words, isPrefix }: Pattern): string[] {
  const whole = isPrefix ? words.slice(0, -1) : words;
  const pairs = [...pairsOf(whole)];
  const paired = new Set(pairs.flatMap((pair) => pair.split(" ")));
  return [
    ...pairs.map(quoted),
    ...wordsSought({ words: whole.filter((word) => !paired.has(word)), isPrefix: false }),
    ...beginning(words, isPrefix),
  ];
}

function wordsSought({ words, isPrefix }: Pattern): string[] {
  return [...(isPrefix ? words.slice(0, -1) : words).map((word) => quoted(lexemeOf(word))), ...beginning(words, isPrefix)];
}

/** A pair that begins so has a word that does. */
function beginning(words: string[], isPrefix: boolean): string[] {
  return isPrefix ? [`${quoted(lexemeOf(words.at(-1) ?? ""))}:*`] : [];
}

function pairsOf(words: string[]): Set<string> {
  const pairs = new Set<string>();
  for (const [index, word] of words.entries()) {
    const before = words[index - 1] ?? "";
    const isWord = [before, word].every((one) => one !== "" && one !== BLOCK_BREAK);
    if (isWord && before.length + word.length <= MAX_PAIR) pairs.add(`${before} ${word}`);
  }
  return pairs;
}

/** The word itself, or the beginning of a very long one. */
function lexemeOf(word: string): string {
  return word.length > MAX_LEXEME ? word.slice(0, MAX_LEXEME).toWellFormed() : word;
}

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, "$&$&")}'`;
}
