import type { Article } from "../src/article/schema.ts";
import { type Blueprint, buildArticle, cue, mention, type Piece, segment } from "../test/article-builder.ts";
import { Dice } from "./dice.ts";
import { inventedName, inventedPlace, sentence, TOPICS, type Topic } from "./newsroom-words.ts";

/** Speakers every article of one archive draws from: some are quoted often, most of them seldom. */
const SPEAKERS = 4000;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2005, 0, 1);
const DAYS = 7300;

interface Person {
  name: string;
  surname: string;
  role: string;
}

/**
 * Invented articles like a newsroom's: headline, dateline, sections, two to five speakers, direct, split, mixed and
 * indirect quotes, byline and rights line, 250 to 700 words. The same count and seed give the same articles, and a longer
 * archive begins with the shorter one. `textOf` gives the raw text of one.
 *
 * @param count number of articles
 * @param seed a whole number; another one gives other articles
 */
export function* syntheticArticles(count: number, seed: number): Generator<Article> {
  const people = peopleOf(new Dice(seed));
  for (let number = 0; number < count; number += 1) yield buildArticle(blueprint(number, new Dice(seed * 1_000_003 + number + 1), people));
}

/** A sentence as somebody in these articles could have said it; the archive holds it only by chance. */
export function inventedSentence(dice: Dice): string {
  return sentence(dice, dice.pick(TOPICS));
}

function peopleOf(dice: Dice): Person[] {
  return Array.from({ length: SPEAKERS }, () => {
    const [first, surname] = inventedName(dice);
    return { name: `${first} ${surname}`, surname, role: dice.pick(dice.pick(TOPICS).roles) };
  });
}

function blueprint(number: number, dice: Dice, people: Person[]): Blueprint {
  const topic = dice.pick(TOPICS);
  const place = inventedPlace(dice);
  const day = new Date(FIRST_DAY + dice.below(DAYS) * DAY + dice.below(86_400) * 1000);
  const cast = dice.several(people, 2 + dice.below(4));
  const writer = new QuoteWriter(dice, topic, cast);
  const dateline = `${place.toUpperCase()}, ${day.toLocaleDateString("en-US", { month: "long", day: "numeric", timeZone: "UTC" })} - `;
  const first = writer.opening(place);
  const sections: Blueprint["sections"] = [{ paragraphs: [[dateline, ...first], ...writer.paragraphs(3 + dice.below(4))] }];
  for (let section = dice.below(3); section > 0; section -= 1) {
    sections.push({
      heading: `${dice.pick(topic.nouns)} and ${dice.pick(topic.nouns)}`.replace(/^./, (c) => c.toUpperCase()),
      paragraphs: writer.paragraphs(3 + dice.below(4)),
    });
  }
  const [author] = inventedName(dice).slice(0, 1);
  const byline = `${author} ${inventedName(dice)[1]}`;
  return {
    slug: `${place.toLowerCase()}-${dice.pick(topic.nouns)}-${number + 1}`.replaceAll(" ", "-"),
    headline: `${place} ${dice.pick(["debates", "waits for", "argues over", "pays for", "returns to"])} its ${dice.pick(topic.nouns)}`,
    sections,
    dateline: { text: dateline, place: place.toUpperCase() },
    quotes: writer.quotes,
    credits: [{ role: "author", name: byline, text: `By ${byline}`, before: true }],
    rights: { notice: `© ${day.getUTCFullYear()} The ${place} Courier`, holder: `The ${place} Courier`, year: day.getUTCFullYear() },
    publishedAt: `${day.toISOString().slice(0, 19)}Z`,
    importedAt: "2026-01-01T00:00:00Z",
  };
}

/** Writes the paragraphs of one article and notes its quotes. */
class QuoteWriter {
  readonly quotes: NonNullable<Blueprint["quotes"]> = {};
  readonly #dice: Dice;
  readonly #topic: Topic;
  readonly #cast: Person[];
  readonly #introduced = new Set<Person>();

  constructor(dice: Dice, topic: Topic, cast: Person[]) {
    this.#dice = dice;
    this.#topic = topic;
    this.#cast = cast;
  }

  opening(place: string): Piece[] {
    const { nouns } = this.#topic;
    return [
      `The people of ${place} ${this.#dice.pick(["met", "voted", "marched", "waited"])} on ${this.#day()} over the ${this.#dice.pick(nouns)}. `,
      this.#narration(),
    ];
  }

  paragraphs(count: number): Piece[][] {
    return Array.from({ length: count }, () =>
      this.#dice.pick([this.#direct, this.#direct, this.#split, this.#mixed, this.#indirect, this.#plain]).call(this),
    );
  }

  #plain(): Piece[] {
    return [`${this.#narration()} ${this.#narration()}`];
  }

  #direct(): Piece[] {
    const { key, who } = this.#quote("direct");
    const said = Array.from({ length: 1 + this.#dice.below(2) }, () => this.#said()).join(" ");
    return ["“", segment(key, said.replace(/\.$/, ",")), "” ", cue(key, "said"), " ", mention(key, who), ". ", this.#narration()];
  }

  #split(): Piece[] {
    const { key, who } = this.#quote("direct");
    return [
      "“",
      segment(key, this.#said().replace(/\.$/, ",")),
      "” ",
      mention(key, who),
      " ",
      cue(key, "said"),
      ". “",
      segment(key, `${this.#said()} ${this.#said()}`),
      "”",
    ];
  }

  #mixed(): Piece[] {
    const { key, who } = this.#quote("mixed");
    const words = this.#said()
      .split(" ")
      .slice(-5 - this.#dice.below(3))
      .join(" ");
    return [`${this.#narration()} `, mention(key, who), " ", cue(key, "called"), " it “", segment(key, words.replace(/\.$/, "")), "”."];
  }

  #indirect(): Piece[] {
    const { key, who } = this.#quote("indirect");
    const clause = this.#said()
      .replace(/\.$/, "")
      .replace(/^(We|They) /, "they ")
      .replace(/^I /, "they ");
    return [mention(key, who), " ", cue(key, "said"), " ", segment(key, clause), `. ${this.#narration()}`];
  }

  #quote(kind: "direct" | "mixed" | "indirect"): { key: string; who: string } {
    const person = this.#dice.pick(this.#cast);
    const key = `q${Object.keys(this.quotes).length}`;
    this.quotes[key] = { kind, by: [person.name] };
    if (this.#introduced.has(person)) return { key, who: person.surname };
    this.#introduced.add(person);
    return { key, who: kind === "indirect" ? person.name : `${person.name}, the ${person.role}` };
  }

  #said(): string {
    return sentence(this.#dice, this.#topic);
  }

  #narration(): string {
    const { nouns, verbs, adjectives } = this.#topic;
    const dice = this.#dice;
    return dice.pick([
      `The ${dice.pick(adjectives)} ${dice.pick(nouns)} cost ${dice.below(900) + 11},000 crowns in ${1980 + dice.below(45)}, and ${inventedPlace(dice)} paid ${dice.pick(["most", "half", "none"])} of it.`,
      `A report from ${inventedPlace(dice)} on ${this.#day()} found that ${dice.below(80) + 12} of ${dice.below(300) + 100} households would ${dice.pick(verbs)} the ${dice.pick(nouns)}.`,
      `Officials plan to ${dice.pick(verbs)} the ${dice.pick(nouns)} ${dice.pick(["before", "after", "during"])} the ${dice.pick(["spring", "summer", "autumn", "winter"])}, when the ${dice.pick(adjectives)} ${dice.pick(nouns)} opens.`,
      `Nobody at the meeting in ${inventedPlace(dice)} could say who would ${dice.pick(verbs)} the ${dice.pick(adjectives)} ${dice.pick(nouns)}.`,
    ]);
  }

  #day(): string {
    return this.#dice.pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
  }
}
