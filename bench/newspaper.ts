import type { Article } from "../src/article/model/schema.ts";
import { type Blueprint, buildArticle, cue, mention, type Piece, segment } from "../test/article-builder.ts";
import { Dice } from "./dice.ts";
import { FREQUENT_WORDS, frequentWords } from "./frequent-words.ts";
import { inventedName, inventedPlace, TOPICS } from "./newsroom-words.ts";

const SPEAKERS = 2_000;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2000, 0, 1);
/** Days over which articles are spread: 25 years. */
const DAYS = 9_125;

/** What the sentences of one article are made of; sentences end in a full stop or another mark. */
export interface Beat {
  headline(place: string): string;
  said(): string;
  told(): string;
  noun(): string;
}

interface Person {
  name: string;
  surname: string;
  role: string;
}

/**
 * Invented articles like a newsroom's: headline, dateline, sections, two to five speakers, direct, split, mixed and
 * indirect quotes, byline and rights line, about 400 words and eight quotes each. The same number and seed give the same
 * article.
 *
 * What they say is one of two things, because no text does both: `frequentWords` has the word frequencies of a large
 * archive, which times depend on; `newsroomWords` has sentences with a meaning, which claims are made from.
 */
export class Newspaper {
  /** Words of the articles, the most frequent first; without `frequentWords` they are in none. */
  readonly words = FREQUENT_WORDS;
  readonly speakers: string[];
  readonly #people: Person[];
  readonly #beat: (dice: Dice) => Beat;
  readonly #seed: number;

  /** @param seed a whole number; another one gives other articles */
  constructor(beat: (dice: Dice) => Beat = frequentWords, seed = 1) {
    this.#beat = beat;
    this.#seed = seed;
    const dice = new Dice(seed);
    this.#people = Array.from({ length: SPEAKERS }, () => {
      const [first, surname] = inventedName(dice);
      return { name: `${first} ${surname}`, surname, role: dice.pick(dice.pick(TOPICS).roles) };
    });
    this.speakers = this.#people.map(({ name }) => name);
  }

  article(number: number): Article {
    const dice = new Dice(this.#seed * 1_000_003 + number + 1);
    const beat = this.#beat(dice);
    const place = inventedPlace(dice);
    const day = new Date(FIRST_DAY + dice.below(DAYS) * DAY + dice.below(86_400) * 1000);
    const writer = new QuoteWriter(dice, beat, dice.several(this.#people, 2 + dice.below(4)));
    const dateline = `${place.toUpperCase()}, ${day.toLocaleDateString("en-US", { month: "long", day: "numeric", timeZone: "UTC" })} - `;
    const sections: Blueprint["sections"] = [
      { paragraphs: [[dateline, `${beat.told()} ${beat.told()}`], ...writer.paragraphs(3 + dice.below(4))] },
    ];
    for (let section = dice.below(3); section > 0; section -= 1) {
      const heading = `${beat.noun()} and ${beat.noun()}`.replace(/^./, (letter) => letter.toUpperCase());
      sections.push({ heading, paragraphs: writer.paragraphs(3 + dice.below(4)) });
    }
    const byline = inventedName(dice).join(" ");
    const year = day.getUTCFullYear();
    return buildArticle({
      slug: `${place}-${beat.noun()}-${number + 1}`.toLowerCase(),
      headline: beat.headline(place),
      sections,
      dateline: { text: dateline, place: place.toUpperCase() },
      quotes: writer.quotes,
      credits: [{ role: "author", name: byline, text: `By ${byline}`, before: true }],
      rights: { notice: `© ${year} The ${place} Courier`, holder: `The ${place} Courier`, year },
      publishedAt: `${day.toISOString().slice(0, 19)}Z`,
      language: number % 10 === 0 ? "de" : "en",
    });
  }

  /** The first so many articles. */
  *articles(count: number): Generator<Article> {
    for (let number = 0; number < count; number += 1) yield this.article(number);
  }
}

/** Writes the paragraphs of one article and notes its quotes. */
class QuoteWriter {
  readonly quotes: NonNullable<Blueprint["quotes"]> = {};
  readonly #dice: Dice;
  readonly #beat: Beat;
  readonly #cast: Person[];
  readonly #introduced = new Set<Person>();

  constructor(dice: Dice, beat: Beat, cast: Person[]) {
    this.#dice = dice;
    this.#beat = beat;
    this.#cast = cast;
  }

  paragraphs(count: number): Piece[][] {
    return Array.from({ length: count }, () =>
      this.#dice.pick([this.#direct, this.#direct, this.#split, this.#mixed, this.#indirect, this.#plain]).call(this),
    );
  }

  #plain(): Piece[] {
    return [`${this.#beat.told()} ${this.#beat.told()}`];
  }

  #direct(): Piece[] {
    const { key, who } = this.#quote("direct");
    const said = Array.from({ length: 1 + this.#dice.below(2) }, () => this.#beat.said()).join(" ");
    return ["“", segment(key, said.replace(/\.$/, ",")), "” ", cue(key, "said"), " ", mention(key, who), ". ", this.#beat.told()];
  }

  #split(): Piece[] {
    const { key, who } = this.#quote("direct");
    return [
      "“",
      segment(key, this.#beat.said().replace(/\.$/, ",")),
      "” ",
      mention(key, who),
      " ",
      cue(key, "said"),
      ". “",
      segment(key, `${this.#beat.said()} ${this.#beat.said()}`),
      "”",
    ];
  }

  #mixed(): Piece[] {
    const { key, who } = this.#quote("mixed");
    const words = this.#beat
      .said()
      .split(" ")
      .slice(-5 - this.#dice.below(3))
      .join(" ");
    return [`${this.#beat.told()} `, mention(key, who), " ", cue(key, "called"), " it “", segment(key, words.replace(/\.$/, "")), "”."];
  }

  #indirect(): Piece[] {
    const { key, who } = this.#quote("indirect");
    const clause = this.#beat
      .said()
      .replace(/\.$/, "")
      .replace(/^(We|They) /, "they ")
      .replace(/^I /, "they ");
    return [mention(key, who), " ", cue(key, "said"), " ", segment(key, clause), `. ${this.#beat.told()}`];
  }

  #quote(kind: "direct" | "mixed" | "indirect"): { key: string; who: string } {
    const person = this.#dice.pick(this.#cast);
    const key = `q${Object.keys(this.quotes).length}`;
    this.quotes[key] = { kind, by: [person.name] };
    if (this.#introduced.has(person)) return { key, who: person.surname };
    this.#introduced.add(person);
    return { key, who: kind === "indirect" ? person.name : `${person.name}, the ${person.role}` };
  }
}
