import type { Dimension } from "../../article/model/dimensions.ts";
import type { Counts } from "../../article/model/statistics.ts";

/** Numbers of the values of groups, and their counts, each at the number of the group: there may be too many groups for an object each. */
export type Tallies = Record<"first" | "second" | keyof Counts, number[]>;

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
  /** Numbers of groups, by that of the first value; of those with a second dimension, by that of the second. */
  readonly #single: number[] = [];
  readonly #double: Map<number, number>[] = [];
  readonly #tallies: Tallies = { first: [], second: [], quoteCount: [], wordCount: [], speakerCount: [], articleCount: [] };
  /** Of each group: numbers of its speakers, some more than once. */
  readonly #speakers: number[][] = [];
  /** Of each group the article and the quote that were counted last, and the first speakers of that article that were counted, as bits. */
  readonly #lastArticle: number[] = [];
  readonly #lastQuote: number[] = [];
  readonly #seen: number[] = [];

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
    const group = this.#group();
    const { quoteCount, wordCount } = this.#tallies;
    if (this.#lastQuote[group] !== quote) {
      this.#lastQuote[group] = quote;
      quoteCount[group] = (quoteCount[group] as number) + 1;
      wordCount[group] = (wordCount[group] as number) + words;
      this.#countArticleIn(group, article);
    }
    if (place < 0 || !this.#countsSpeakers) return;
    const bit = place < BITS ? 1 << place : 0;
    const seen = this.#seen[group] as number;
    if ((seen & bit) !== 0) return;
    this.#seen[group] = seen | bit;
    this.#speakers[group]?.push(speaker);
  }

  countArticle(article: number): void {
    this.#countArticleIn(this.#group(), article);
  }

  /** What was counted. @param nobody number of the speaker who is nobody; `speakers` is how many numbers there are */
  tallies(nobody: number, speakers: number): Tallies {
    const { first, second, speakerCount } = this.#tallies;
    const place = this.by.indexOf("speaker");
    if (place >= 0) for (const [group, number] of (place === 0 ? first : second).entries()) speakerCount[group] = number === nobody ? 0 : 1;
    const counted = new Int32Array(speakers).fill(-1);
    for (const [group, numbers] of this.#speakers.entries()) speakerCount[group] = countOnce(numbers, counted, group);
    return this.#tallies;
  }

  /** The number of the group that the quote and the speaker at hand belong to. */
  #group(): number {
    const first = this.#first();
    if (this.by.length < 2) {
      this.#single[first] ??= this.#open(first, 0);
      return this.#single[first];
    }
    const second = this.#second();
    this.#double[first] ??= new Map();
    const known = this.#double[first].get(second);
    if (known !== undefined) return known;
    const group = this.#open(first, second);
    this.#double[first].set(second, group);
    return group;
  }

  #open(first: number, second: number): number {
    const { quoteCount, wordCount, speakerCount, articleCount } = this.#tallies;
    for (const counts of [quoteCount, wordCount, speakerCount, articleCount, this.#lastArticle, this.#lastQuote, this.#seen])
      counts.push(0);
    if (this.#countsSpeakers) this.#speakers.push([]);
    this.#tallies.second.push(second);
    return this.#tallies.first.push(first) - 1;
  }

  #countArticleIn(group: number, article: number): void {
    if (this.#lastArticle[group] === article) return;
    this.#lastArticle[group] = article;
    this.#seen[group] = 0;
    const { articleCount } = this.#tallies;
    articleCount[group] = (articleCount[group] as number) + 1;
  }
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
