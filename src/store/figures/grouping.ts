import type { Dimension } from "../../article/model/dimensions.ts";
import type { Counts } from "../../article/model/statistics.ts";

/** Counts of a group: the numbers of its values, and what was counted. */
export interface Tally extends Counts {
  first: number;
  second: number;
}

/** A tally with what tells whether something was counted already. */
interface OpenTally extends Tally {
  /** Numbers of its speakers, some more than once; `null` where they are not counted. */
  speakers: number[] | null;
  /** Number of the article and of the quote that were counted last, and the first speakers of that article that were counted, as bits. */
  lastArticle: number;
  lastQuote: number;
  seen: number;
}

/** Speakers of one article that are told by bits of a number. */
const BITS = 31;

/** Gives the number of the value that the quote and the speaker at hand have in a dimension. */
export type Part = () => number;
const SAME: Part = () => 0;

/** Groups by up to two dimensions. What is counted is at hand in the parts. */
export class Grouping {
  readonly by: Dimension[];
  readonly #first: Part;
  readonly #second: Part;
  readonly #countsSpeakers: boolean;
  /** By the number of the first value; of those with a second dimension, by that of the second. */
  readonly #single: OpenTally[] = [];
  readonly #double: Map<number, OpenTally>[] = [];
  /** The one that was counted in last. */
  #last: OpenTally | null = null;

  /** @param countsSpeakers whether the number of speakers is asked for */
  constructor(by: Dimension[], parts: Part[], countsSpeakers: boolean) {
    this.by = by;
    [this.#first = SAME, this.#second = SAME] = parts;
    // A group of one speaker has that one.
    this.#countsSpeakers = countsSpeakers && !by.includes("speaker");
  }

  /**
   * Counts a quote for one of its speakers.
   *
   * @param quote number of the quote, which counts once in a group
   * @param place of the speaker in the article, and `speaker` the number among all; -1 for nobody
   */
  countQuote(quote: number, words: number, article: number, place: number, speaker: number): void {
    const tally = this.#tally();
    if (tally.lastQuote !== quote) {
      tally.lastQuote = quote;
      tally.quoteCount += 1;
      tally.wordCount += words;
      countArticleIn(tally, article);
    }
    if (place < 0 || tally.speakers === null) return;
    const bit = place < BITS ? 1 << place : 0;
    if ((tally.seen & bit) !== 0) return;
    tally.seen |= bit;
    tally.speakers.push(speaker);
  }

  countArticle(article: number): void {
    countArticleIn(this.#tally(), article);
  }

  /** What was counted, in any order. @param nobody number of the speaker who is nobody; `speakers` is how many numbers there are */
  tallies(nobody: number, speakers: number): Tally[] {
    const all =
      this.by.length > 1 ? this.#double.flatMap((tallies) => [...tallies.values()]) : this.#single.filter((tally) => tally !== undefined);
    const place = this.by.indexOf("speaker");
    const counted = new Int32Array(speakers).fill(-1);
    for (const [index, tally] of all.entries()) {
      if (place >= 0) tally.speakerCount = (place === 0 ? tally.first : tally.second) === nobody ? 0 : 1;
      else if (tally.speakers !== null) tally.speakerCount = countOnce(tally.speakers, counted, index);
    }
    return all;
  }

  /** The group that the quote and the speaker at hand belong to. */
  #tally(): OpenTally {
    const first = this.#first();
    if (this.by.length < 2) {
      this.#single[first] ??= this.#open(first, 0);
      return this.#single[first];
    }
    const second = this.#second();
    // The quotes of an article are often of one group.
    if (this.#last?.first === first && this.#last.second === second) return this.#last;
    this.#double[first] ??= new Map();
    let tally = this.#double[first].get(second);
    if (tally === undefined) {
      tally = this.#open(first, second);
      this.#double[first].set(second, tally);
    }
    this.#last = tally;
    return tally;
  }

  #open(first: number, second: number): OpenTally {
    const counts = { quoteCount: 0, wordCount: 0, speakerCount: 0, articleCount: 0 };
    return { first, second, ...counts, speakers: this.#countsSpeakers ? [] : null, lastArticle: 0, lastQuote: 0, seen: 0 };
  }
}

function countArticleIn(tally: OpenTally, article: number): void {
  if (tally.lastArticle === article) return;
  tally.lastArticle = article;
  tally.articleCount += 1;
  tally.seen = 0;
}

/** How many different numbers there are. @param counted is marked with `mark` at each of them */
function countOnce(numbers: number[], counted: Int32Array, mark: number): number {
  let count = 0;
  for (const number of numbers) {
    if (counted[number] !== mark) count += 1;
    counted[number] = mark;
  }
  return count;
}
