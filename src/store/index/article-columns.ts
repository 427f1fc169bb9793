import { instantOf } from "../../article/model/instants.ts";
import { QuoteKind } from "../../article/model/schema.ts";
import { compareBytes } from "../rows.ts";
import type { IndexDatabase } from "./database.ts";

/** In the order of `quotes` in the rows of `facts`. */
const KINDS = QuoteKind.options;
/** Quotes of an article are counted by kind, and those nobody is named for once more. */
const COUNTS = KINDS.length + 1;
/** Milliseconds after which an article has lost half its relevance. */
const HALF_LIFE = 8 * 365.25 * 86_400_000;
/** BM25's usual constant: how much a text's length counts. */
const LENGTH_WEIGHT = 0.75;
/** Articles that a small index may have lost before it is made anew. */
const WORN = 1000;
export const NO_YEAR = -1;
/** From so many changed articles on all are read anew. */
const MANY = 256;

/** What is counted: articles (in a range of languages, see `isLanguage`), quotes (of a kind), quotes nobody is named for. */
export type Counted = { articles: string | null } | { quotes: QuoteKind | null } | "quotes by nobody";

/** Bounds of `publishedAt`; see `PublishedRange`. */
interface Range {
  publishedFrom: string | null;
  publishedTo: string | null;
}

/**
 * What finding, counting and ordering articles looks at, in arrays by the id of the article: a search over all of them
 * costs nanoseconds an article, and a count over a range of dates a look at its ends. Some 60 bytes an article and 4 for
 * each of its speakers.
 */
export class ArticleColumns {
  /** Ids in the order of lists by `published`. */
  order = new Uint32Array(0);
  /** Where an article stands in `order`; -1 for an id of no article. */
  place = new Int32Array(0);
  /** Year of publication in UTC, or `NO_YEAR`. */
  year = new Int16Array(0);
  /** What a text's length takes from the weight of a word in it, as BM25 has it: 1 for a text of average length. */
  lengths = new Float64Array(0);
  /** What age leaves of relevance: half for every eight years; comparable between articles, 1 for 1970. */
  recency = new Float64Array(0);
  /** Every speaker any article ever quoted. */
  readonly speakers: string[] = [];
  /** By id, for one search at a time: what it has found so far. */
  readonly scratch = { held: new Uint16Array(0), scores: new Float64Array(0), ids: new Uint32Array(0) };
  /** Words of the text. */
  #words = new Uint32Array(0);
  /** Milliseconds of `publishedAt`; `NaN` without a date. */
  #published = new Float64Array(0);
  /** Milliseconds of `publishedAt ?? importedAt`. */
  #sorted = new Float64Array(0);
  #language = new Uint16Array(0);
  /** Languages in lower case; the empty one is of articles that name none. */
  readonly #languages: string[] = [];
  #counts = new Uint32Array(0);
  /** An article's speakers: indices into `speakers`, in the pool from `#speakersFrom[id]` to `#speakersTo[id]`. */
  #speakersFrom = new Uint32Array(0);
  #speakersTo = new Uint32Array(0);
  #pool = new Uint32Array(0);
  #pooled = 0;
  readonly #speakerNumbers = new Map<string, number>();
  readonly #languageNumbers = new Map<string, number>();
  readonly #sums = new Map<string, Float64Array>();
  readonly #database: IndexDatabase;

  constructor(database: IndexDatabase) {
    this.#database = database;
    this.load();
  }

  /** Whether so many articles were replaced that word lists hold more of what went than of what is there. */
  get isWorn(): boolean {
    return (this.#database.get("SELECT max(id) AS last FROM facts")?.last as number) > 2 * this.order.length + WORN;
  }

  /** Reads all of them. */
  load(): void {
    this.#pooled = 0;
    this.#read("SELECT * FROM facts");
    this.order = Uint32Array.from(this.#database.ids("SELECT id FROM articles ORDER BY sort_published DESC, slug"));
    this.#settle();
  }

  /** Takes up what became of some articles. */
  change(ids: ReadonlySet<number>): void {
    if (ids.size > MANY) {
      this.load();
      return;
    }
    this.order = this.order.filter((id) => !ids.has(id));
    this.#read("SELECT * FROM facts WHERE id IN (SELECT value FROM json_each(?))", JSON.stringify([...ids]));
    for (const id of ids) {
      const slug = this.#slug(id);
      if (slug === null) continue;
      const place = this.#firstBehind(this.#sorted[id] as number, slug);
      const order = new Uint32Array(this.order.length + 1);
      order.set(this.order.subarray(0, place));
      order[place] = id;
      order.set(this.order.subarray(place), place + 1);
      this.order = order;
    }
    this.#settle();
  }

  /** The place of the first article behind a key of lists by `published`, whether or not there is an article with it. */
  placeBehind(sortPublished: string, slug: string): number {
    return this.#firstBehind(Date.parse(sortPublished), slug);
  }

  /** How many there are, in a range of `publishedAt`. */
  count(counted: Counted, range: Range): number {
    const { sums, from, to } = this.#counted(counted, range);
    return from >= to ? 0 : (sums[to] as number) - (sums[from] as number);
  }

  /** The first articles, in the order of lists by `published`, from a place on. */
  page(counted: { articles: string | null }, range: Range, from: number, limit: number): number[] {
    const { sums, from: first, to } = this.#counted(counted, range);
    const ids: number[] = [];
    for (let place = Math.max(from, first); ids.length < limit; place += 1) {
      // The next one is where the sum rises, however far that is.
      const before = sums[place] as number;
      place = firstWhere(sums.length, (at) => (sums[at] as number) > before) - 1;
      if (place >= to) break;
      ids.push(this.order[place] as number);
    }
    return ids;
  }

  /** Of articles in this order, those from a place on. */
  from(ids: Uint32Array, place: number): Uint32Array {
    return ids.subarray(firstWhere(ids.length, (index) => (this.place[ids[index] as number] as number) >= place));
  }

  /** Whether an article has its date in a range. */
  isPublished({ publishedFrom, publishedTo }: Range): (id: number) => boolean {
    const from = publishedFrom === null ? -Infinity : Date.parse(instantOf(publishedFrom));
    const to = publishedTo === null ? Infinity : Date.parse(instantOf(publishedTo, "end"));
    return (id) => {
      const published = this.#published[id] as number;
      return published >= from && published <= to;
    };
  }

  /** Whether an article is in a language or a range of them: `en` admits `en-gb` (RFC 4647, basic filtering). */
  isLanguage(range: string): (id: number) => boolean {
    const admitted = this.#admitted(range);
    return (id) => admitted[this.#language[id] as number] as boolean;
  }

  /** The languages that a range admits. */
  languages(range: string): string[] {
    const admitted = this.#admitted(range);
    return this.#languages.filter((_, number) => admitted[number]);
  }

  /** Whether an article has a quote of a kind. */
  hasKind(kind: QuoteKind): (id: number) => boolean {
    const at = KINDS.indexOf(kind);
    return (id) => this.#counts[id * COUNTS + at] !== 0;
  }

  /** How many quotes some articles have. */
  quotesOf(ids: Iterable<number>): number {
    const { value } = this.#counting({ quotes: null });
    let sum = 0;
    for (const id of ids) sum += value(id);
    return sum;
  }

  /** Articles in the order of lists by `published`. */
  inOrder(ids: Uint32Array | number[]): Uint32Array {
    const { order, place } = this;
    if (ids.length < order.length / 16) {
      const places = Uint32Array.from(ids, (id) => place[id] as number).sort();
      return places.map((at) => order[at] as number);
    }
    const isOne = new Uint8Array(order.length);
    for (const id of ids) isOne[place[id] as number] = 1;
    const ordered = new Uint32Array(ids.length);
    let count = 0;
    for (let at = 0; at < order.length; at += 1) if (isOne[at] === 1) ordered[count++] = order[at] as number;
    return ordered;
  }

  /** Adds an article's speakers to counts by index into `speakers`. */
  countSpeakers(id: number, counts: Uint32Array): void {
    const to = this.#speakersTo[id] as number;
    for (let at = this.#speakersFrom[id] as number; at < to; at += 1) {
      const speaker = this.#pool[at] as number;
      counts[speaker] = (counts[speaker] as number) + 1;
    }
  }

  /** The sums of a count, and the places that a range of dates begins and ends with. */
  #counted(counted: Counted, { publishedFrom, publishedTo }: Range): { sums: Float64Array; from: number; to: number } {
    const dated = publishedFrom !== null || publishedTo !== null;
    const { name, value } = this.#counting(counted);
    return {
      sums: this.#sumsOf(`${name} ${dated}`, dated ? (id) => (Number.isNaN(this.#published[id] as number) ? 0 : value(id)) : value),
      from: publishedTo === null ? 0 : this.#firstBefore(Date.parse(instantOf(publishedTo, "end")) + 1),
      to: publishedFrom === null ? this.order.length : this.#firstBefore(Date.parse(instantOf(publishedFrom))),
    };
  }

  #admitted(range: string): boolean[] {
    const asked = range.toLowerCase();
    return this.#languages.map((language) => language !== "" && (language === asked || language.startsWith(`${asked}-`)));
  }

  /** A name of its own for every count that differs, and what one article adds to it. */
  #counting(counted: Counted): { name: string; value: (id: number) => number } {
    const count = (id: number, at: number) => this.#counts[id * COUNTS + at] as number;
    if (counted === "quotes by nobody") return { name: counted, value: (id) => count(id, KINDS.length) };
    if ("quotes" in counted) {
      const { quotes: kind } = counted;
      if (kind === null) return { name: "quotes", value: (id) => KINDS.reduce((sum, _, at) => sum + count(id, at), 0) };
      return { name: kind, value: (id) => count(id, KINDS.indexOf(kind)) };
    }
    if (counted.articles === null) return { name: "articles", value: () => 1 };
    const admitted = this.isLanguage(counted.articles);
    // What is asked for has no bound, what it admits has.
    return { name: `articles ${this.languages(counted.articles)}`, value: (id) => (admitted(id) ? 1 : 0) };
  }

  /** For every place the sum of a value over the places before it; kept until something changes. */
  #sumsOf(name: string, value: (id: number) => number): Float64Array {
    let sums = this.#sums.get(name);
    if (sums === undefined) {
      sums = new Float64Array(this.order.length + 1);
      for (const [place, id] of this.order.entries()) sums[place + 1] = (sums[place] as number) + value(id);
      this.#sums.set(name, sums);
    }
    return sums;
  }

  #firstBefore(instant: number): number {
    return firstWhere(this.order.length, (place) => this.#sortedAt(place) < instant);
  }

  #firstBehind(instant: number, slug: string): number {
    return firstWhere(this.order.length, (place) => {
      const sorted = this.#sortedAt(place);
      return sorted < instant || (sorted === instant && compareBytes(this.#slug(this.order[place] as number) ?? "", slug) > 0);
    });
  }

  #sortedAt(place: number): number {
    return this.#sorted[this.order[place] as number] as number;
  }

  #slug(id: number): string | null {
    return (this.#database.get("SELECT slug FROM facts WHERE id = ?", id)?.slug as string | undefined) ?? null;
  }

  #read(sql: string, ...values: string[]): void {
    for (const row of this.#database.each(sql, ...values)) {
      const { id, published, sort_published, language, words, quotes, speakers } = row as unknown as Facts;
      this.#makeRoom(id);
      const sorted = Date.parse(sort_published);
      this.#sorted[id] = sorted;
      this.#published[id] = published === null ? Number.NaN : sorted;
      this.year[id] = published === null ? NO_YEAR : new Date(sorted).getUTCFullYear();
      this.recency[id] = 2 ** (sorted / HALF_LIFE);
      this.#words[id] = words;
      this.#language[id] = numberOf(language ?? "", this.#languages, this.#languageNumbers);
      this.#counts.set(JSON.parse(quotes) as number[], id * COUNTS);
      const own = JSON.parse(speakers) as string[];
      if (this.#pooled + own.length > this.#pool.length) this.#pool = enlarged(this.#pool, 2 * (this.#pooled + own.length));
      this.#speakersFrom[id] = this.#pooled;
      for (const speaker of own) this.#pool[this.#pooled++] = numberOf(speaker, this.speakers, this.#speakerNumbers);
      this.#speakersTo[id] = this.#pooled;
    }
  }

  #makeRoom(id: number): void {
    if (id < this.#words.length) return;
    const length = Math.max(id + 1, Math.ceil(this.#words.length * 1.5));
    this.year = enlarged(this.year, length);
    this.#words = enlarged(this.#words, length);
    this.recency = enlarged(this.recency, length);
    this.#published = enlarged(this.#published, length);
    this.#sorted = enlarged(this.#sorted, length);
    this.#language = enlarged(this.#language, length);
    this.#counts = enlarged(this.#counts, length * COUNTS);
    this.#speakersFrom = enlarged(this.#speakersFrom, length);
    this.#speakersTo = enlarged(this.#speakersTo, length);
  }

  /** Derives what follows from the order. */
  #settle(): void {
    this.place = new Int32Array(this.#words.length).fill(-1);
    let words = 0;
    for (let place = 0; place < this.order.length; place += 1) {
      const id = this.order[place] as number;
      this.place[id] = place;
      words += this.#words[id] as number;
    }
    const average = Math.max(1, words / this.order.length);
    this.lengths = Float64Array.from(this.#words, (own) => 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * own) / average);
    this.#sums.clear();
    if (this.scratch.held.length !== this.#words.length) {
      this.scratch.held = new Uint16Array(this.#words.length);
      this.scratch.scores = new Float64Array(this.#words.length);
      this.scratch.ids = new Uint32Array(this.#words.length);
    }
  }
}

/** The first index below `length` that is so, as every one behind it is; `length` when none is. */
function firstWhere(length: number, isSo: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One row of `facts`, with the counts of quotes and the speakers as JSON. */
interface Facts {
  id: number;
  published: string | null;
  sort_published: string;
  language: string | null;
  words: number;
  quotes: string;
  speakers: string;
}

/** The number of a name, which gets the next one when it has none. */
function numberOf(name: string, names: string[], numbers: Map<string, number>): number {
  let number = numbers.get(name);
  if (number === undefined) {
    number = names.push(name) - 1;
    numbers.set(name, number);
  }
  return number;
}

/** A longer copy of an array. */
export function enlarged<T extends Uint8Array | Int16Array | Uint16Array | Uint32Array | Float64Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
