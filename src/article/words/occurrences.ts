import type { Pattern } from "./sought.ts";

/** Places looked at for one phrase, and of one block: a word in every line needs no more to show its best place. */
export const MAX_PLACES = 200;

/** Where a pattern stands among folded words: its first `MAX_PLACES` places, found one after the other and no further than asked for. */
export class Occurrences {
  readonly #words: string;
  readonly #joined: string;
  readonly #length: number;
  readonly #isPrefix: boolean;
  readonly #phrase: number;
  #count = 0;
  #next = -1;

  constructor(words: string, pattern: Pattern, phrase: number) {
    this.#words = words;
    this.#joined = pattern.words.join(" ");
    this.#length = pattern.words.length;
    this.#isPrefix = pattern.isPrefix;
    this.#phrase = phrase;
    this.#step();
  }

  /** Adds those in front of a place to a list. */
  takeBefore(end: number, found: Occurrence[]): void {
    while (this.#next < end) {
      found.push({ at: this.#next, length: this.#length, phrase: this.#phrase });
      this.#step();
    }
  }

  #step(): void {
    const words = this.#words;
    const joined = this.#joined;
    let at = this.#count === MAX_PLACES ? -1 : words.indexOf(joined, this.#next + 1);
    // Looked for without the space in front, at which a search would stop with every word.
    while (at >= 0 && !(words.charCodeAt(at - 1) === SPACE && (this.#isPrefix || isEnd(words.charCodeAt(at + joined.length)))))
      at = words.indexOf(joined, at + 1);
    this.#count += 1;
    this.#next = at < 0 ? Infinity : at;
  }
}

export interface Occurrence {
  /** Index of its first word's first UTF-16 unit among the folded words. */
  at: number;
  /** Number of words. */
  length: number;
  phrase: number;
}

/** Stands in front of every folded word. */
export const SPACE = 32;

/** Whether a word ends in front of a UTF-16 unit, or at the end of the words. */
function isEnd(unit: number): boolean {
  return unit === SPACE || Number.isNaN(unit);
}
