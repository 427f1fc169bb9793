import { fold } from "../../../article/words/fold.ts";
import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { genderOfFirstName, isLoneSurname } from "../../language/en/names/name-parts.ts";
import type { Gender, Name } from "../../language/en/names/names.ts";
import { bindAcronyms } from "./acronyms.ts";
import type { Entity } from "./entities.ts";
import { EntityIndex } from "./entity-index.ts";
import { learnFrom } from "./learn.ts";
import { isCapitalNoun, namesOf, type SeenWords } from "./names-of-article.ts";
import { bearerOf, type Choice } from "./namesakes.ts";

/** Where a name or a role stands, and who spoke before. */
export interface Place {
  sentence: number;
  previous: Entity | null;
}

/** By how much more the bearer of a surname must lead than the antecedent of a pronoun to be beyond doubt. */
const SURNAME_DOUBT = 1;

/** How many people are kept as met; keeps the search short in hostile text. */
const MET = 20;

const SURE: Omit<Choice, "entity"> = { lead: Number.POSITIVE_INFINITY };

/**
 * Everybody the article names. Full names are read in advance, so that a surname that opens the story finds the full name
 * below it; a surname that several bear is decided where it stands.
 */
export class NamedPeople {
  readonly index = new EntityIndex();
  readonly #analysis: Analysis;
  readonly #names: Map<Mention, Name>;
  readonly #words: SeenWords;
  readonly #of = new Map<Mention, Entity>();
  /** By how much the bearer of a name that several bear led. */
  readonly #leads = new Map<Mention, number>();
  readonly #headline: ReadonlySet<string>;
  /** Those whose full names the text gives in sentences that tell names from other words. */
  readonly #full = new Set<Entity>();
  /** The people named so far. */
  readonly #met = new Set<Entity>();
  /** The first sentence of the paragraph of each sentence. */
  readonly #paragraphs: number[] = [];

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    ({ names: this.#names, words: this.#words } = namesOf(analysis));
    const headline = analysis.blocks.find((block) => block.kind === "headline");
    this.#headline = new Set(headline === undefined ? [] : fold(analysis.text.slice(headline.start, headline.end)).split(" "));
    for (const [s, { block }] of analysis.sentences.entries()) {
      this.#paragraphs.push(analysis.sentences[s - 1]?.block === block ? (this.#paragraphs[s - 1] as number) : s);
    }
    this.#placeFullNames();
    bindAcronyms(analysis, this.#names, this.#of, this.index);
    this.#placeShortNames();
  }

  /** The name that a mention is, if it is one. */
  nameAt(mention: Mention): Name | undefined {
    return this.#names.get(mention);
  }

  /** A capital that opens a sentence makes no name: "Police said". */
  isName(mention: Mention, name: Name): boolean {
    return this.#names.has(mention) || !isCapitalNoun(mention, name, this.#words);
  }

  /** The bearer of the name that a mention is, as far as that is decided. */
  entityOf(mention: Mention): Entity | null {
    return this.#of.get(mention) ?? null;
  }

  /** The bearer of a name at a mention that is read now, by what stands before it. */
  bearerAt(mention: Mention, name: Name, place: Place): Choice {
    const known = this.#of.get(mention);
    if (known !== undefined && known.parts.at(-1) === this.index.partsOf(name).at(-1))
      return { lead: this.#leads.get(mention) ?? SURE.lead, entity: known };
    if (!isLoneSurname(name.words)) return { ...SURE, entity: this.#bearerOfFull(mention, name) };
    const { entity, lead } = this.choose(this.index.bearersOf(name), name, place);
    const choice = { entity, lead: lead - SURNAME_DOUBT };
    if (choice.entity !== null || Number.isFinite(choice.lead)) return this.#keep(mention, name, choice);
    // All that bear the surname are relatives named later: it is that of the person they are named beside.
    return this.#keep(mention, name, { ...SURE, entity: this.index.add(name) });
  }

  /** The bearer of a full name. What only Title-Cased sentences have is a name when its words are a person's: "New Release". */
  #bearerOfFull(mention: Mention, name: Name): Entity {
    const entity = this.index.named(name);
    const standing = this.#analysis.mentions[mention.sentence]?.[mention.index] ?? mention;
    if (!this.#names.has(standing) && !this.#full.has(entity) && !entity.human && entity.type === "person") entity.speaking = false;
    return entity;
  }

  /** Notes that a name has been read. */
  meet(entity: Entity): void {
    if (entity.type === "person" && (entity.human || entity.words.length > 1) && this.#met.size < MET) this.#met.add(entity);
  }

  /** Whether somebody has been named so far who may be of a gender. */
  hasMet(gender: Gender): boolean {
    return [...this.#met].some((entity) => gender === null || entity.gender === null || entity.gender === gender);
  }

  /** Whom of several a name or a role means where it stands. */
  choose(bearers: Entity[], name: Name | null, { sentence, previous }: Place): Choice {
    const paragraph = this.#paragraphs[sentence] ?? sentence;
    return bearerOf(bearers, { sentence, paragraph, name, headline: this.#headline, previous });
  }

  #keep(mention: Mention, name: Name, choice: Choice): Choice {
    if (this.#names.has(mention) && choice.entity !== null && !this.#of.has(mention)) {
      this.#of.set(mention, choice.entity);
      this.#leads.set(mention, choice.lead);
      learnFrom(this.#analysis, this.index, mention, name, choice.entity, false);
    }
    return choice;
  }

  #placeFullNames(): void {
    for (const [mention, name] of this.#names) {
      if (isLoneSurname(name.words)) continue;
      const entity = this.index.named(name);
      this.#of.set(mention, entity);
      learnFrom(this.#analysis, this.index, mention, name, entity, !this.#full.has(entity));
      this.#full.add(entity);
    }
  }

  /** Places each name of one word that only one person bears; one that several bear waits until it is read. */
  #placeShortNames(): void {
    const placed: [Mention, Name, Entity][] = [];
    for (const [mention, name] of this.#names) {
      if (!isLoneSurname(name.words) || this.#of.has(mention)) continue;
      const bearers = this.index.bearersOf(name);
      const [only] = bearers;
      if (only !== undefined && (bearers.length > 1 || only.beside)) continue;
      const entity = only ?? this.index.named(name);
      this.#of.set(mention, entity);
      placed.push([mention, name, entity]);
    }
    for (const entity of this.#of.values()) if (!entity.human && this.#words.common.has(entity.parts.at(-1) ?? "")) entity.placed = true;
    for (const [mention, name, entity] of placed) {
      learnFromShort(entity, name);
      learnFrom(this.#analysis, this.index, mention, name, entity, isLoneSurname(entity.words) && entity.descriptions.length === 0);
    }
  }
}

/** A title before a surname states the gender of its bearer, and a surname alone that it is a person's. */
function learnFromShort(entity: Entity, name: Name): void {
  entity.gender ??=
    name.gender ?? (entity.type === "person" && entity.words.length === 1 ? genderOfFirstName((name.words[0] ?? "").toLowerCase()) : null);
  if (entity.type === "person" && entity.words.length > 1 && entity.words.at(-1) === name.words[0]) entity.human = true;
}
