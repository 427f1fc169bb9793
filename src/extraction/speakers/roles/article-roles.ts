import { type Analysis, rangeOfTokens } from "../../analysis.ts";
import type { TextRange } from "../../document.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { nameOf } from "../../language/en/names/names.ts";
import { isListedPerson } from "../../language/en/names/person-nouns.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import { isPreposition } from "../../language/en/tokens/word-classes.ts";
import type { Entity } from "../people/entities.ts";
import type { NamedPeople } from "../people/named-people.ts";
import type { Choice } from "../people/namesakes.ts";
import { type Phrase, phraseOf } from "../phrases/phrases.ts";
import { isDefinite, isSameOrganisation, isSameRole, mayBeMeant, mayDescribe, qualifiersOf, roleEntity } from "./role-entities.ts";
import { roleKey, tokenOf } from "./role-keys.ts";
import { isAnotherWord } from "./speaking-roles.ts";

/** A role as it stands in the text. */
interface StandingRole {
  mention: Mention;
  /** The token of its noun. */
  token: number;
  head: string;
  key: string;
  text: string;
  definite: boolean;
}

/** By how much more a role must lead than a surname to be beyond doubt. */
const ROLE_DOUBT = 1;

const NOBODY: Choice = { entity: null, lead: Number.POSITIVE_INFINITY };

/** The roles of an article, each tied to the person described so, or a speaker of this article alone. */
export class ArticleRoles {
  readonly #analysis: Analysis;
  readonly #people: NamedPeople;

  constructor(analysis: Analysis, people: NamedPeople) {
    this.#analysis = analysis;
    this.#people = people;
  }

  /** Whom a role means that speaks: "the Finnish envoy" is the person described so. */
  resolve(mention: Mention, phrase: Phrase, range: TextRange, previous: Entity | null): Choice {
    const sentence = this.#sentence(mention);
    const { tokens } = sentence;
    const head = phrase.head ?? tokens[phrase.last - 1]?.lower ?? "";
    if (head === "") return NOBODY;
    const token = tokenOf(tokens, phrase, head);
    const text = this.#textOf(sentence, phrase.first, range);
    const definite = isDefinite(text) || phrase.first < mention.first;
    const key = token < 0 ? head : roleKey(tokens, phrase.first, token);
    const known = this.#known({ mention, token, head, key, text, definite }, previous);
    if (known.entity === null) return { ...known, entity: this.#add({ mention, token, head, key, text, definite }, range) };
    addDescription(known.entity, text, range);
    return known;
  }

  /** Whom a role of the narration means; `null` for nobody a pronoun could mean later. */
  read(mention: Mention, previous: Entity | null): Entity | null {
    const sentence = this.#sentence(mention);
    const { tokens, classes } = sentence;
    const token = mention.last - 1;
    const head = tokens[token]?.lower ?? "";
    const range = rangeOfTokens(this.#analysis, mention.sentence, mention);
    if (classes[token] !== "n" || (classes[mention.last] === "I" && tokens[mention.last]?.lower === "by") || range === null) return null;
    const text = this.#textOf(sentence, mention.first, range);
    const definite = isDefinite(text) || classes[mention.first - 1] === "G";
    const named = classes[mention.last] === "," ? this.#nameBehind(mention, token) : null;
    if (named !== null) return named;
    if (!definite && !mayBeMeant(head)) return this.#people.index.boundTo(mention.sentence, token) ?? this.#nameWithVerb(mention, previous);
    const key = roleKey(tokens, mention.first, token);
    const known = this.#known({ mention, token, head, key, text, definite }, previous);
    if (known.entity !== null) return known.entity;
    return mayBeMeant(head) ? this.#add({ mention, token, head, key, text, definite }, range) : null;
  }

  /** Who is known to have a role. */
  #known({ mention, token, head, key, text, definite }: StandingRole, previous: Entity | null): Choice {
    const { index } = this.#people;
    const bound = index.boundTo(mention.sentence, token) ?? this.#namedBefore(mention, head);
    if (bound !== null) return { ...NOBODY, entity: bound };
    if (!definite) return NOBODY;
    const place = { sentence: mention.sentence, previous };
    const described = index.described(key).filter((entity) => isSameRole(entity, text));
    const found =
      described.length > 0 ? described : index.organisationsByHead(head).filter((entity) => isSameOrganisation(entity, head, text));
    if (found.length === 0) return NOBODY;
    const { entity, lead } = this.#people.choose(found, null, place);
    // "The envoy" where there are two: a role tells less of its bearer than a name does. Whether "the Finnish envoy" is the
    // envoy of whom no country was said stays open; "the Finnish president" hardly is.
    const unsaid = entity?.named === true && entity.qualifiers.size === 0 && qualifiersOf(text.split(/\s+/)).length > 0;
    if (unsaid && isAnotherWord(text, head)) return NOBODY;
    return { entity, lead: unsaid ? 0 : lead - ROLE_DOUBT };
  }

  /** "And the Finnish envoy, Jan Novak, met": the role before the comma is that of the name behind it. */
  #nameBehind(mention: Mention, token: number): Entity | null {
    const { tokens } = this.#sentence(mention);
    const { name, head, description } = phraseOf(this.#analysis, mention);
    if (name === null || head === null || description === null || name.words.length < 2) return null;
    const { index } = this.#people;
    const entity = index.named(name);
    if (entity.type !== "person" || !mayDescribe(head, entity)) return null;
    index.describe(entity, roleKey(tokens, mention.first, token));
    index.bind(mention.sentence, token, entity);
    const range = rangeOfTokens(this.#analysis, mention.sentence, mention);
    const text = range === null ? "" : this.#analysis.text.slice(range.start, range.end);
    for (const word of qualifiersOf(text.split(/\s+/))) entity.qualifiers.add(word);
    return entity;
  }

  /** "Novak teed up the ball": a surname that is known, before a verb that is not. */
  #nameWithVerb({ sentence: s, first, last }: Mention, previous: Entity | null): Entity | null {
    const { tokens, classes } = this.#analysis.sentences[s] as Sentence;
    if (last - first !== 2 || classes[first] !== "N") return null;
    const name = nameOf(this.#analysis.text, tokens, first, first + 1);
    const bearers = name === null ? [] : this.#people.index.bearersOf(name).filter((entity) => entity.type === "person");
    return bearers.length === 0 ? null : this.#people.choose(bearers, name, { sentence: s, previous }).entity;
  }

  /** "Jan Novak, 39, a Finnish envoy with a family": an aside behind a name, its age passed over. */
  #namedBefore(mention: Mention, head: string): Entity | null {
    const { tokens, classes } = this.#sentence(mention);
    const aside = /^[^V]*$/.test(classes[mention.last] ?? "") && /^an?$/.test(tokens[mention.first]?.lower ?? "");
    const name = this.#analysis.mentions[mention.sentence]?.[mention.index - 1];
    if (!aside || name?.kind !== "name" || !/^,(?:#,)?$/.test(classes.slice(name.last, mention.first))) return null;
    const entity = isPreposition(classes[name.first - 1]) ? null : this.#people.entityOf(name);
    return entity?.type === "person" && mayDescribe(head, entity) ? entity : null;
  }

  /** A role that nobody known has. "The actor" may still be somebody named before whom the text does not call so. */
  #add({ mention, token, head, key, text, definite }: StandingRole, range: TextRange): Entity {
    const entity = roleEntity(head, text, range);
    entity.unintroduced =
      definite && (entity.personal || isListedPerson(head)) && entity.type === "person" && this.#people.hasMet(entity.gender);
    // "The actor", "the Fenwick senator": another word for somebody named before, and the text does not say for whom.
    if (entity.unintroduced && isAnotherWord(text, head)) entity.speaking = false;
    this.#people.index.describe(entity, key);
    if (token >= 0) this.#people.index.bind(mention.sentence, token, entity);
    return entity;
  }

  /** The words of a role; "Police said" opens a sentence: the capital is not the word's. */
  #textOf({ classes }: Sentence, first: number, range: TextRange): string {
    const text = this.#analysis.text.slice(range.start, range.end);
    return classes[first] === "n" ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  }

  #sentence(mention: Mention): Sentence {
    return this.#analysis.sentences[mention.sentence] as Sentence;
  }
}

/** Adds the phrase of a role to the descriptions; a role read before without what is attached to it grows to all of it. */
function addDescription(entity: Entity, text: string, range: TextRange): void {
  const at = entity.descriptions.findIndex(({ start, end }) => start < range.end && range.start < end);
  const same = entity.descriptions[at];
  if (same === undefined) {
    if (entity.type !== "organisation" || !entity.named) entity.descriptions.push(range);
  } else if (!entity.named && at === 0 && same.start >= range.start && same.end <= range.end) {
    entity.words = roleEntity("", text, range).words;
    entity.descriptions[0] = range;
  }
}
