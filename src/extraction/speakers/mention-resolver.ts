import { type Analysis, rangeOfTokens } from "../analysis.ts";
import type { TextRange } from "../document.ts";
import type { Mention } from "../language/en/grammar/mentions.ts";
import type { Name } from "../language/en/names/names.ts";
import type { Sentence } from "../language/en/tokens/tokens.ts";
import { type Entity, noteMention } from "./people/entities.ts";
import { NamedPeople } from "./people/named-people.ts";
import { isAnonymous } from "./phrases/anonymity.ts";
import { type Phrase, phraseOf } from "./phrases/phrases.ts";
import type { History } from "./pronouns/antecedent-weights.ts";
import { antecedentOf } from "./pronouns/antecedents.ts";
import { ArticleRoles } from "./roles/article-roles.ts";

/** By how much the antecedent of a pronoun, or the bearer of a surname, must lead to be beyond doubt. */
const LEAD = 0.7;

/** What the speaker of a mention says, and who spoke before. */
export interface Speech {
  previous: Entity | null;
  /** The words in lower case, and where they stand. */
  words: string;
  segments: readonly TextRange[];
}

/** Whom a mention means, and the phrase it stands in. */
export interface Resolution {
  phrase: Phrase;
  /** None when it stays unknown, two for people who speak together. */
  entities: Entity[];
  /** Whether it is a pronoun, a surname or a role that might as well mean somebody else. */
  doubtful: boolean;
}

/** Finds whom each mention of an article means, in one pass in the order of the text. */
export class MentionResolver implements History {
  readonly analysis: Analysis;
  readonly #people: NamedPeople;
  readonly #roles: ArticleRoles;
  /** Roles and pronouns that have been read. */
  readonly #of = new Map<Mention, Entity>();
  /** The first mention that has not been read. */
  #next = { sentence: 0, index: 0 };
  /** How many sentences of narration stand before each sentence. */
  readonly #depths: number[] = [];

  constructor(analysis: Analysis) {
    this.analysis = analysis;
    this.#people = new NamedPeople(analysis);
    this.#roles = new ArticleRoles(analysis, this.#people);
    let depth = 0;
    for (const { onlyQuotes } of analysis.sentences) {
      this.#depths.push(depth);
      if (!onlyQuotes) depth += 1;
    }
  }

  entityOf(mention: Mention): Entity | null {
    return this.#of.get(mention) ?? this.#people.entityOf(mention);
  }

  depthOf(sentence: number): number {
    return this.#depths[sentence] ?? 0;
  }

  /** "Masks go home: “We never needed them”": a capital that opens the clause before a colon names nobody whom the text does not name elsewhere. */
  isOnlyAnOpening(mention: Mention): boolean {
    if (mention.kind !== "name" || mention.first > 0 || this.#people.nameAt(mention) !== undefined) return false;
    return /^[^:Q]+:Q/.test(this.analysis.sentences[mention.sentence]?.classes.slice(mention.last) ?? "");
  }

  /** Whom a mention means by whom something is said. */
  resolve(mention: Mention, speech: Speech): Resolution {
    this.#readTo(mention, speech.previous);
    const phrase = phraseOf(this.analysis, mention);
    const [meant, lead] = this.#resolve(mention, phrase, speech);
    const entities = meant.filter((entity) => !entity.anonymous);
    for (const entity of entities) entity.spoke = true;
    return { phrase, entities, doubtful: lead < LEAD };
  }

  #resolve(mention: Mention, phrase: Phrase, speech: Speech): [Entity[], number] {
    if (mention.kind === "pronoun" || mention.kind === "relative") return this.#resolvePronoun(mention, speech);
    if (phrase.name !== null && this.#people.isName(mention, phrase.name))
      return this.#resolveName(phrase, phrase.name, mention, speech.previous);
    return this.#resolveRole(mention, phrase, speech);
  }

  #resolvePronoun(mention: Mention, { previous, words }: Speech): [Entity[], number] {
    const { entities, lead } = antecedentOf(this, { pronoun: mention, previous, words });
    const [entity] = entities;
    if (entity === undefined || entities.length > 1) return [entities, lead];
    this.#of.set(mention, entity);
    this.#learnGender(entity, mention);
    return [entities, lead];
  }

  /** The bearer of a name, and who is joined to him by "and", in the order of the text. */
  #resolveName({ partner }: Phrase, name: Name, mention: Mention, previous: Entity | null): [Entity[], number] {
    const own = this.#people.bearerAt(mention, name, { sentence: mention.sentence, previous });
    if (own.entity === null) return [[], own.lead];
    const other = partner === null ? null : this.entityOf(partner);
    if (partner === null || other === null || other === own.entity) return [[own.entity], own.lead];
    return [partner.first < mention.first ? [other, own.entity] : [own.entity, other], own.lead];
  }

  #resolveRole(mention: Mention, phrase: Phrase, { previous, segments }: Speech): [Entity[], number] {
    const sentence = this.analysis.sentences[mention.sentence] as Sentence;
    const range = rangeOfTokens(this.analysis, mention.sentence, phrase);
    if (range === null) return [[], 0];
    const { entity, lead } = this.#roles.resolve(mention, phrase, range, previous);
    // "The official added": who was not to be named before is not to be named later.
    if (entity !== null && isAnonymous(this.analysis.text, range, sentence, segments)) entity.anonymous = true;
    return [entity === null ? [] : [entity], lead];
  }

  /** Reads the narration up to a mention: who is named, which roles stand there, whom its pronouns mean. */
  #readTo(until: Mention, previous: Entity | null): void {
    const { sentence: s, index } = this.#next;
    for (let sentence = s; sentence <= until.sentence; sentence += 1) {
      const mentions = this.analysis.mentions[sentence] ?? [];
      const end = sentence === until.sentence ? Math.min(mentions.length, until.index + 1) : mentions.length;
      for (let m = sentence === s ? index : 0; m < end; m += 1) this.#read(mentions[m] as Mention, previous);
    }
    const passed = { sentence: until.sentence, index: until.index + 1 };
    if (passed.sentence > s || (passed.sentence === s && passed.index > index)) this.#next = passed;
  }

  #read(mention: Mention, previous: Entity | null): void {
    const name = this.#people.nameAt(mention);
    let entity: Entity | null = null;
    if (name !== undefined) entity = this.#people.bearerAt(mention, name, { sentence: mention.sentence, previous }).entity;
    else if (mention.kind === "role") entity = this.#roles.read(mention, previous);
    else if (mention.kind === "pronoun") {
      const { entities, lead } = antecedentOf(this, { pronoun: mention, previous, words: "" });
      entity = entities.length === 1 ? (entities[0] ?? null) : null;
      if (entity !== null && lead >= LEAD) this.#learnGender(entity, mention);
    }
    if (entity === null) return;
    if (name === undefined) this.#of.set(mention, entity);
    else this.#people.meet(entity);
    noteMention(entity, mention);
  }

  /** Somebody who was "she" once is not "he" later. */
  #learnGender(entity: Entity, mention: Mention): void {
    const word = this.analysis.sentences[mention.sentence]?.tokens[mention.first]?.lower;
    if (entity.type === "person") entity.gender ??= word === "she" ? "female" : word === "he" ? "male" : null;
  }
}
