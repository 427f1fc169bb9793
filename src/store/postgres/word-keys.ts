import { BLOCK_BREAK } from "../../article/words/searchable.ts";
import { BREAK, type MarkedWords } from "../index/marked-words.ts";
import { IN_HEADLINE, IN_NARRATION, IN_QUOTE } from "../index/word-lists.ts";

/**
 * Words as 64-bit keys for PostgreSQL's index of arrays (GIN). It takes an article's words as numbers, the place where a
 * word stands being part of its number, in less than half the time it takes them as `tsvector`, the places as words of
 * their own. A key is a 61-bit hash and a class in the lowest three bits. That two of ten million words have the same
 * hash has a chance of one in 46,000; an article is then found that has the other one, and shown without a fragment.
 */

/** Classes of a word: where in the article it stands outside the headline, as one key each. */
const QUOTED = 1;
const NARRATED = 2;
/** A second key of the headline's words. */
const TITLED = 4;
const PAIRED = 5;
const CLASS = 7;
const EVERYWHERE = [0, QUOTED, NARRATED, QUOTED | NARRATED];

/**
 * UTF-16 units that two neighbouring words have together at most to have a key as a pair. Frequent words are short in
 * every language (Zipf 1935): two of them are in too many articles for each to be read to see whether they stand side by
 * side there, while a longer word narrows the choice by itself.
 */
const MAX_PAIR_LENGTH = 12;

/** Where phrases are looked for: anywhere in an article, or in its quotes, narration or headline. */
export type Place = "all" | "quotes" | "narration" | "headline";

const CLASSES: Record<Place, number[]> = {
  all: EVERYWHERE,
  quotes: EVERYWHERE.filter((one) => one & QUOTED),
  narration: EVERYWHERE.filter((one) => one & NARRATED),
  headline: [TITLED],
};

/** The keys of an article, as pairs of a higher and a lower half of 32 bits. */
export function articleKeys({ words, marks, order }: MarkedWords): Uint32Array {
  const hashes = new Uint32Array(2 * words.length);
  // A key for each word, another for those of the headline, and one for each pair at most.
  const keys = new Uint32Array(2 * (2 * words.length + order.length));
  let length = 0;
  const add = (high: number, low: number) => {
    keys[length] = high;
    keys[length + 1] = low;
    length += 2;
  };
  for (const [number, word] of words.entries()) {
    const high = highHash(word);
    const low = lowHash(word);
    hashes[2 * number] = high;
    hashes[2 * number + 1] = low;
    const mark = marks[number] as number;
    add(high, low | (mark & IN_QUOTE ? QUOTED : 0) | (mark & IN_NARRATION ? NARRATED : 0));
    if (mark & IN_HEADLINE) add(high, low | TITLED);
  }
  const pairs = new Set<number>();
  for (let index = 1; index < order.length; index += 1) {
    const [before, number] = [order[index - 1] as number, order[index] as number];
    if (before === BREAK || number === BREAK || !arePaired(words[before] as string, words[number] as string)) continue;
    const pair = before * words.length + number;
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    add(
      paired(hashes[2 * before] as number, hashes[2 * number] as number),
      paired(hashes[2 * before + 1] as number, hashes[2 * number + 1] as number) | PAIRED,
    );
  }
  return keys.subarray(0, length);
}

/** The distinct words of a text of folded words (`Searchable.words`). */
export function distinctWords(words: string): Set<string> {
  const distinct = new Set(words.split(" "));
  distinct.delete("");
  distinct.delete(BLOCK_BREAK);
  return distinct;
}

/** The keys of a name's words, without classes. */
export function nameKeys(words: Iterable<string>): string[] {
  return Array.from(words, (word) => decimal(highHash(word), lowHash(word)));
}

/**
 * What an article must have among its keys to hold a phrase: one key of each list.
 *
 * @returns the lists of the rarest-looking pieces first (long words are rare), and whether they tell the phrase for sure
 */
export function keysOf(phrase: string[], place: Place): { lists: string[][]; isSure: boolean } {
  const words = [...new Set(phrase)].sort((a, b) => b.length - a.length);
  const inPlace = (word: string) => CLASSES[place].map((one) => decimal(highHash(word), lowHash(word) | one));
  if (phrase.length === 1 || place === "quotes" || place === "headline") return { lists: words.map(inPlace), isSure: phrase.length === 1 };
  const pairs: string[][] = [];
  const alone = new Set(words);
  for (const [index, word] of phrase.slice(1).entries()) {
    const before = phrase[index] as string;
    if (!arePaired(before, word)) continue;
    pairs.push([decimal(paired(highHash(before), highHash(word)), paired(lowHash(before), lowHash(word)) | PAIRED)]);
    // Where a pair stands anywhere, its words do; that they stand in the narration each has to tell.
    if (place === "all") for (const one of [before, word]) alone.delete(one);
  }
  return {
    lists: [...words.filter((word) => alone.has(word)).map(inPlace), ...pairs],
    isSure: place === "all" && phrase.length === 2 && pairs.length === 1,
  };
}

function arePaired(first: string, second: string): boolean {
  return first.length + second.length <= MAX_PAIR_LENGTH;
}

// Two independent multiplicative hashes (FNV-1a, and one with another start and factor), each with the finish of
// MurmurHash3. The lowest three bits of the lower one are left to the class.

function highHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mixed(hash);
}

function lowHash(word: string): number {
  let hash = 0x9747b28c;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return mixed(hash) & ~CLASS;
}

/** Not the same for the two the other way round. */
function paired(first: number, second: number): number {
  return mixed(Math.imul(first, 31) + second) & ~CLASS;
}

function mixed(hash: number): number {
  let mixing = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return mixing ^ (mixing >>> 16);
}

/** A key as PostgreSQL spells it. */
function decimal(high: number, low: number): string {
  return ((BigInt(high) << 32n) | BigInt(low >>> 0)).toString();
}
