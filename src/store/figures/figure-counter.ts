import type { Dimension } from "../../article/model/dimensions.ts";
import type { Counts } from "../../article/model/statistics.ts";
import { admits } from "../../article/words/admits.ts";
import type { Filters, Order, StatisticsSort } from "../store.ts";
import { type ArticleContext, FIELD, LINE, MANNERS, NEXT, PART, PRONOUNS, placeOf, TYPES } from "./figures.ts";
import { Grouping, type Tallies } from "./grouping.ts";
import { rankGroups } from "./rank-groups.ts";
import { PublisherNames, Values } from "./values.ts";

/** Of the filters those that ask for a quote. @see Filters; speakers are present ids, `""` nobody */
export type QuoteFilters = Pick<Filters, "speakerTypes" | "kinds" | "bases" | "confidences"> & { speakers: string[] | null };

export interface CounterOptions {
  /** What is counted: in the lists of groups that follow, each by up to two dimensions; by none there is one group of all. */
  groupings: Dimension[][];
  filters: QuoteFilters;
  /** Whether each line begins with a field of its own: the places of the quotes that count, each with a comma behind. */
  hasPlaces?: boolean;
  /** Whether the speakers of each group are counted. */
  countsSpeakers: boolean;
  /** Whether articles are counted: then one counts for its own month, language and publisher even where it has no quote, unless the filters ask for one. */
  ofArticles?: boolean;
}

/** A group: the values it has in common, in the order of its dimensions. */
export interface Group extends Counts {
  values: (string | null)[];
}

const NOBODY = -1;
/** What `placeOf` gives for the mark between the numbers of a quote. */
const COMMA = placeOf(NEXT, 0);
const OF_ARTICLE: ReadonlySet<Dimension> = new Set(["publisher", "language", "year", "month"]);

/** Counts lines of figures; see `figures.ts`. */
export class FigureCounter {
  readonly #options: CounterOptions;
  readonly #groupings: Grouping[];
  readonly #ofArticles: Grouping[];
  readonly #values: Record<Dimension, Values>;
  readonly #passing: boolean[];
  readonly #passingTypes: boolean[];
  readonly #asked: ReadonlySet<string> | null;
  readonly #asksForQuotes: boolean;

  readonly #contexts = new Map<string, number[]>();
  readonly #manners: Record<"kind" | "basis" | "confidence", number[]>;
  #article = 0;
  #quote = 0;
  /** Of the article at hand: numbers of its month, year, language and publisher; of its speakers, types and pronouns. */
  #context: number[] = [];
  readonly #speakers: number[] = [];
  readonly #types: number[] = [];
  readonly #pronouns: number[] = [];
  readonly #isAsked: boolean[] = [];
  #manner = 0;
  #speaker = NOBODY;

  constructor(options: CounterOptions) {
    const { kinds, bases, confidences, speakers, speakerTypes } = options.filters;
    this.#options = options;
    this.#values = {
      speaker: new Values(),
      speakerType: new Values(TYPES),
      pronoun: new Values(PRONOUNS),
      kind: new Values(),
      basis: new Values(),
      confidence: new Values(),
      publisher: new PublisherNames(),
      language: new Values(),
      year: new Values(),
      month: new Values(),
    };
    this.#manners = {
      kind: MANNERS.map(({ kind }) => this.#values.kind.numberOf(kind)),
      basis: MANNERS.map(({ basis }) => this.#values.basis.numberOf(basis)),
      confidence: MANNERS.map(({ confidence }) => this.#values.confidence.numberOf(confidence)),
    };
    this.#passing = MANNERS.map((one) => admits(kinds, one.kind) && admits(bases, one.basis) && admits(confidences, one.confidence));
    this.#passingTypes = TYPES.map((type) => admits(speakerTypes, type));
    this.#asked = speakers && new Set(speakers);
    this.#asksForQuotes = options.hasPlaces === true || [kinds, bases, confidences, speakers, speakerTypes].some((asked) => asked !== null);
    const parts = (by: Dimension[]) => by.map((dimension) => this.#partOf(dimension));
    this.#groupings = options.groupings.map((by) => new Grouping(by, parts(by), options.countsSpeakers));
    this.#ofArticles = options.ofArticles ? this.#groupings.filter(({ by }) => by.every((dimension) => OF_ARTICLE.has(dimension))) : [];
  }

  /** Counts lines of figures, each with its end. */
  add(lines: string): void {
    for (let at = 0; at < lines.length; ) {
      this.#article += 1;
      const places = this.#options.hasPlaces ? until(lines, FIELD, at) : null;
      if (places !== null) at += places.length + 1;
      const context = until(lines, FIELD, at);
      this.#context = this.#contextOf(context);
      const cast = lines.indexOf(FIELD, at + context.length + 1);
      this.#readSpeakers(lines, at + context.length + 1, cast);
      const end = lines.indexOf(LINE, cast);
      const before = this.#quote;
      this.#countQuotes(lines, cast + 1, end, places);
      if (this.#quote > before || !this.#asksForQuotes) for (const grouping of this.#ofArticles) grouping.countArticle(this.#article);
      at = end + 1;
    }
  }

  /** The groups of a grouping, in any order. */
  groups(index: number): Group[] {
    const tallies = this.#tallies(index);
    return this.#shown(index, tallies, [...tallies.first.keys()]);
  }

  /** The first groups of a grouping in an order, and how many there are. @see rankGroups */
  ranked(index: number, sort: StatisticsSort, order: Order, limit: number): { groups: Group[]; total: number } {
    const tallies = this.#tallies(index);
    const first = rankGroups(tallies, this.#valuesOf(index), sort, order, limit);
    return { groups: this.#shown(index, tallies, first), total: tallies.first.length };
  }

  #tallies(index: number): Tallies {
    const { speaker } = this.#values;
    return this.#groupingAt(index).tallies(speaker.numberOf(null), speaker.size);
  }

  #shown(index: number, tallies: Tallies, groups: number[]): Group[] {
    const [first, second] = this.#valuesOf(index);
    const of = (numbers: number[], group: number) => numbers[group] as number;
    return groups.map((group) => ({
      values: [first?.valueOf(of(tallies.first, group)), second?.valueOf(of(tallies.second, group))].filter((value) => value !== undefined),
      quoteCount: of(tallies.quoteCount, group),
      wordCount: of(tallies.wordCount, group),
      speakerCount: of(tallies.speakerCount, group),
      articleCount: of(tallies.articleCount, group),
    }));
  }

  #valuesOf(index: number): Values[] {
    return this.#groupingAt(index).by.map((dimension) => this.#values[dimension]);
  }

  #groupingAt(index: number): Grouping {
    const grouping = this.#groupings[index];
    if (grouping === undefined) throw new Error(`expected a grouping ${index}`);
    return grouping;
  }

  #partOf(dimension: Dimension): () => number {
    const ofSpeaker = (numbers: number[], nobody: number) => () => (this.#speaker === NOBODY ? nobody : (numbers[this.#speaker] as number));
    switch (dimension) {
      case "speaker":
        return ofSpeaker(this.#speakers, this.#values.speaker.numberOf(null));
      case "speakerType":
        return ofSpeaker(this.#types, this.#values.speakerType.numberOf(null));
      case "pronoun":
        return ofSpeaker(this.#pronouns, this.#values.pronoun.numberOf(null));
      case "kind":
      case "basis":
      case "confidence": {
        const numbers = this.#manners[dimension];
        return () => numbers[this.#manner] as number;
      }
      default: {
        const place = CONTEXT.indexOf(dimension);
        return () => this.#context[place] as number;
      }
    }
  }

  /** Numbers of the values an article has itself; most articles share them with others. */
  #contextOf(json: string): number[] {
    const known = this.#contexts.get(json);
    if (known !== undefined) return known;
    const [month, language, publisher] = JSON.parse(json) as ArticleContext;
    const values = { month, year: month?.slice(0, 4) ?? null, language, publisher };
    const numbers = CONTEXT.map((dimension) => this.#values[dimension].numberOf(values[dimension]));
    this.#contexts.set(json, numbers);
    return numbers;
  }

  #readSpeakers(lines: string, from: number, end: number): void {
    for (let at = from, place = 0; at < end; place += 1) {
      let next = lines.indexOf(PART, at);
      if (next < 0 || next > end) next = end;
      const id = lines.slice(at + 2, next);
      const type = placeOf(lines, at);
      this.#speakers[place] = this.#values.speaker.numberOf(id);
      this.#types[place] = type;
      this.#pronouns[place] = placeOf(lines, at + 1);
      this.#isAsked[place] = this.#passingTypes[type] === true && (this.#asked === null || this.#asked.has(id));
      at = next + 1;
    }
  }

  #countQuotes(lines: string, from: number, end: number, places: string | null): void {
    const admitted = places === null ? null : new Set(places.split(NEXT).map(Number));
    const admitsNobody = this.#options.filters.speakerTypes === null && (this.#asked === null || this.#asked.has(""));
    const speakers: number[] = [];
    for (let at = from, place = 0; at < end; place += 1) {
      const manner = placeOf(lines, at);
      // Of several speakers those count who are asked for.
      speakers.length = 0;
      let isNamed = false;
      let words = -1;
      let number = 0;
      // The end of the line is read like a space.
      for (at += 1; ; at += 1) {
        const digit = placeOf(lines, at);
        if (digit >= 0) {
          number = 10 * number + digit;
          continue;
        }
        if (words < 0) words = number;
        else {
          isNamed = true;
          if (this.#isAsked[number]) speakers.push(number);
        }
        number = 0;
        if (digit !== COMMA) break;
      }
      at += 1;
      if (!isNamed && admitsNobody) speakers.push(NOBODY);
      if (this.#passing[manner] && (admitted === null || admitted.has(place))) this.#countQuote(manner, words, speakers);
    }
  }

  #countQuote(manner: number, words: number, speakers: number[]): void {
    if (speakers.length > 0) this.#quote += 1;
    this.#manner = manner;
    for (const speaker of speakers) {
      this.#speaker = speaker;
      const number = speaker === NOBODY ? NOBODY : (this.#speakers[speaker] as number);
      for (const grouping of this.#groupings) grouping.countQuote(this.#quote, words, this.#article, speaker, number);
    }
  }
}

/** Dimensions of an article itself, in the order of their numbers. */
const CONTEXT = ["month", "year", "language", "publisher"] as const satisfies Dimension[];

function until(lines: string, mark: string, from: number): string {
  return lines.slice(from, lines.indexOf(mark, from));
}
