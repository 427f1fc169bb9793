import { BLOCK_BREAK } from "../article/searchable.ts";
import { IN_HEADLINE, IN_NARRATION, IN_QUOTE } from "./word-lists.ts";

/**
 * Words as 64-bit keys for PostgreSQL's index of arrays (GIN), which takes numbers in half the time it takes words as
 * `tsvector`. A key is a 61-bit hash and a class in the lowest three bits. That two of ten million words have the same
 * hash has a chance of one in 46,000; an article is then found that has the other one, and shown without a fragment.
 */

/** Classes of a word: where in the article it stands outside the headline, as one key each. */
const QUOTED = 1;
const NARRATED = 2;
/** A second key of the headline's words. */
const TITLED = 4;
const PAIRED = 5;
const EVERYWHERE = [0, QUOTED, NARRATED, QUOTED | NARRATED];

/**
 * UTF-16 units that two neighbouring words have together at most to have a key as a pair. Frequent words are short in
 * every language (Zipf 1935): two of them are in too many articles for each to be read to see whether they stand side by
 * side there, while a longer word narrows the choice by itself.
 */
const MAX_PAIR_LENGTH = 10;

/** Where words are looked for: anywhere in an article, or in its quotes, narration or headline. */
export type Place = "all" | "quotes" | "narration" | "headline";

const CLASSES: Record<Place, number[]> = {
  all: EVERYWHERE,
  quotes: EVERYWHERE.filter((one) => one & QUOTED),
  narration: EVERYWHERE.filter((one) => one & NARRATED),
  headline: [TITLED],
};

/** Higher and lower half of a key. */
type Halves = [number, number];

/**
 * The keys of an article, as pairs of a higher and a lower half.
 *
 * @param words distinct, with their marks (see `WordList`)
 * @param text the folded words in order (`Searchable.words`)
 */
export function articleKeys(words: string[], marks: Uint8Array, text: string): Uint32Array {
  const hashes = new Map<string, Halves>();
  const keys: number[] = [];
  for (const [index, word] of words.entries()) {
    const hash = hashOf(word);
    hashes.set(word, hash);
    const mark = marks[index] as number;
    keys.push(hash[0], hash[1] | (mark & IN_QUOTE ? QUOTED : 0) | (mark & IN_NARRATION ? NARRATED : 0));
    if (mark & IN_HEADLINE) keys.push(hash[0], hash[1] | TITLED);
  }
  let before = BLOCK_BREAK;
  for (const word of text.slice(1).split(" ")) {
    // No word is as short as a break, which is one unit, and pairs with it: it has no hash.
    if (arePaired(before, word)) {
      const [first, second] = [hashes.get(before), hashes.get(word)];
      if (first !== undefined && second !== undefined) keys.push(...pairOf(first, second));
    }
    before = word;
  }
  return Uint32Array.from(keys);
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
  return [...words].map((word) => decimal(hashOf(word)));
}

/** Any of the keys that a word has in a place. */
export function keysIn(place: Place, word: string): string[] {
  const [high, low] = hashOf(word);
  return CLASSES[place].map((one) => decimal([high, low | one]));
}

/** The key of two words side by side. */
export function pairKey(first: string, second: string): string {
  return decimal(pairOf(hashOf(first), hashOf(second)));
}

export function arePaired(first: string, second: string): boolean {
  return first.length + second.length <= MAX_PAIR_LENGTH;
}

function pairOf([high, low]: Halves, [otherHigh, otherLow]: Halves): Halves {
  // Not the same for the two the other way round.
  return [mixed(Math.imul(high, 31) + otherHigh), ((mixed(Math.imul(low, 31) + otherLow) & ~7) | PAIRED) >>> 0];
}

/** Two independent multiplicative hashes (FNV-1a and one with another start and prime), each with the finish of MurmurHash3. */
function hashOf(word: string): Halves {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let index = 0; index < word.length; index += 1) {
    const unit = word.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return [mixed(high), (mixed(low) & ~7) >>> 0];
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function decimal([high, low]: Halves): string {
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low)).toString();
}
