import { type Analysis, rangeOfTokens } from "../analysis.ts";
import type { TextRange } from "../document.ts";
import { type Name, nameOf } from "../language/en/names.ts";
import { genderOfRole, isPersonNoun, roleNoun, typeOfRole } from "../language/en/roles.ts";
import { isCapitalised } from "../language/en/title-case.ts";
import { type Antecedent, antecedentOf, type History } from "./antecedents.ts";
import type { Entity } from "./entities.ts";
import { EntityIndex } from "./entity-index.ts";
import type { Mention } from "./mentions.ts";
import { type Phrase, phraseOf } from "./phrases.ts";

/** By how much the antecedent of a pronoun must lead to be beyond doubt. */
const LEAD = 0.7;

/** Sources that are not to be known: they keep their mention and are nobody. */
const ANONYMOUS =
  /\b(?:anonymous|anonymity|unnamed|unidentified|undisclosed|sources?|insiders?)\b|familiar with|not (?:to be|be|being) (?:named|identified|quoted)|close to the/i;

/** Whom a mention means, and the phrase it stands in. */
export interface Resolution {
  phrase: Phrase;
  /** None when it stays unknown, two for people who speak together. */
  entities: Entity[];
  /** Whether it is a pronoun that might as well mean somebody else. */
  doubtful: boolean;
}

/** Finds whom each mention of an article means. Mentions have to be asked in the order of the text. */
export class MentionResolver implements History {
  readonly analysis: Analysis;
  readonly #entities = new EntityIndex();
  readonly #of = new Map<Mention, Entity>();
  readonly #pronouns = new Map<Mention, Antecedent>();
  /** The first mention of the narration whose pronoun has not been resolved. */
  #next = { sentence: 0, index: 0 };

  constructor(analysis: Analysis) {
    this.analysis = analysis;
    this.#addNames();
  }

  /** The entity that a name, or a mention resolved before, means. */
  entityOf(mention: Mention): Entity | null {
    return this.#of.get(mention) ?? null;
  }

  /** Whom a mention means; `previous` is who spoke last. */
  resolve(mention: Mention, previous: Entity | null): Resolution {
    const phrase = phraseOf(this.analysis, mention);
    if (mention.kind === "pronoun" || mention.kind === "relative") return this.#resolvePronoun(phrase, mention, previous);
    if (phrase.name !== null) return { phrase, entities: this.#resolveName(phrase, phrase.name, mention), doubtful: false };
    const entity = this.#resolveRole(mention, phrase);
    return { phrase, entities: entity === null ? [] : [entity], doubtful: false };
  }

  #resolvePronoun(phrase: Phrase, mention: Mention, previous: Entity | null): Resolution {
    this.#followPronouns(mention, previous);
    const { entity, lead } = this.#pronouns.get(mention) ?? antecedentOf(this, mention, previous);
    if (entity !== null) this.#learnGender(entity, mention);
    return { phrase, entities: entity === null ? [] : [entity], doubtful: lead < LEAD };
  }

  /** The bearer of a name, and who is joined to him by "and", in the order of the text. */
  #resolveName({ partner }: Phrase, name: Name, mention: Mention): Entity[] {
    const own = this.#named(mention, name);
    const other = partner === null ? null : this.entityOf(partner);
    if (partner === null || other === null || other === own) return [own];
    return partner.first < mention.first ? [other, own] : [own, other];
  }

  /** Resolves the pronouns of the narration up to a mention, so that "He ... . He said" is one chain. */
  #followPronouns(until: Mention, previous: Entity | null): void {
    const { sentence: s, index } = this.#next;
    for (let sentence = s; sentence <= until.sentence; sentence += 1) {
      const mentions = this.analysis.mentions[sentence] ?? [];
      const end = sentence === until.sentence ? Math.min(mentions.length, until.index + 1) : mentions.length;
      for (let m = sentence === s ? index : 0; m < end; m += 1) {
        const mention = mentions[m] as Mention;
        if (mention.kind !== "pronoun") continue;
        const antecedent = antecedentOf(this, mention, previous);
        if (antecedent.entity === null) continue;
        this.#of.set(mention, antecedent.entity);
        this.#pronouns.set(mention, antecedent);
      }
    }
    const passed = { sentence: until.sentence, index: until.index + 1 };
    if (passed.sentence > s || (passed.sentence === s && passed.index > index)) this.#next = passed;
  }

  /** Full names first, so that a surname that opens the story finds the full name below it. */
  #addNames(): void {
    const short: [Mention, Name][] = [];
    const inside = new Set<string>();
    for (const [s, sentence] of this.analysis.sentences.entries()) {
      if (isCapitalised(this.analysis.text.slice(sentence.start, sentence.end), sentence.classes)) continue;
      for (const mention of this.analysis.mentions[s] ?? []) {
        const name = mention.kind === "name" ? nameOf(this.analysis.text, sentence.tokens, mention.first, mention.last) : null;
        if (name === null) continue;
        if (mention.first > 0) for (const word of name.words) inside.add(word.toLowerCase());
        if (name.words.length > 1) this.#of.set(mention, this.#entities.named(name));
        else short.push([mention, name]);
      }
    }
    for (const [mention, name] of short) {
      const word = name.words[0] ?? "";
      const known = this.#entities.hasSurname(word) || inside.has(word.toLowerCase());
      // A lone capitalised word that only ever opens sentences is not a name: "Supporters cheered."
      if (known || name.title !== null || mention.first > 0) this.#of.set(mention, this.#entities.named(name));
    }
    for (const [mention, entity] of this.#of) this.#describe(mention, entity);
  }

  /** Learns what the words around a name say about its bearer: "the Finnish envoy, Jan Novak". */
  #describe(mention: Mention, entity: Entity): void {
    const phrase = phraseOf(this.analysis, mention);
    // "Prince Karl of Lund": the phrase that "Lund" stands in describes Karl.
    const own = rangeOfTokens(this.analysis, mention.sentence, mention);
    if (phrase.name === null || own === null || phrase.name.start < own.start || phrase.name.start >= own.end) return;
    for (const word of [phrase.head, phrase.name.title]) if (word !== null) this.#entities.describe(entity, roleNoun(word));
    if (phrase.head !== null && entity.type === "person") entity.gender ??= genderOfRole(phrase.head);
    if (phrase.description === null) return;
    const range = rangeOfTokens(this.analysis, mention.sentence, phrase.description);
    if (range !== null) entity.descriptions.push(range);
  }

  /** Somebody who was "she" once is not "he" later. */
  #learnGender(entity: Entity, mention: Mention): void {
    const word = this.analysis.sentences[mention.sentence]?.tokens[mention.first]?.lower;
    if (entity.type === "person") entity.gender ??= word === "she" ? "female" : word === "he" ? "male" : null;
  }

  #named(mention: Mention, name: Name): Entity {
    const known = this.entityOf(mention);
    if (known !== null && known.words.at(-1) === name.words.at(-1)) return known;
    const entity = this.#entities.named(name);
    this.#of.set(mention, entity);
    return entity;
  }

  /** "The Finnish envoy" is the person described so; other roles are speakers of this article alone. */
  #resolveRole(mention: Mention, phrase: Phrase): Entity | null {
    const sentence = this.analysis.sentences[mention.sentence];
    const range = rangeOfTokens(this.analysis, mention.sentence, phrase) ?? { start: 0, end: 0 };
    const words = this.analysis.text.slice(range.start, range.end);
    // "Police said" opens a sentence: the capital is not the word's.
    const small = sentence?.classes[phrase.first] === "n";
    const text = small ? words.charAt(0).toLowerCase() + words.slice(1) : words;
    if (ANONYMOUS.test(this.analysis.text.slice(range.start, Math.min(range.end + 90, sentence?.end ?? range.end)))) return null;
    const head = (phrase.head ?? "").toLowerCase();
    const definite = /^(?:the|this|that|his|her|their|its|these|those)\b/i.test(text) || phrase.first < mention.first;
    const known = definite ? this.#entities.described(roleNoun(head), text) : null;
    if (known !== null) {
      known.descriptions.push(range);
      return known;
    }
    const organisation = definite ? this.#entities.organisationByHead(head) : null;
    if (organisation !== null) return organisation;
    if (head === "") return null;
    const entity = roleEntity(head, text, range);
    this.#entities.describe(entity, roleNoun(head));
    this.#of.set(mention, entity);
    return entity;
  }
}

function roleEntity(head: string, text: string, range: TextRange): Entity {
  const personal = isPersonNoun(head);
  const type = typeOfRole(head);
  return {
    words: text.replace(/^(?:the|a|an)\s+/i, "").split(/\s+/),
    named: false,
    gender: personal ? genderOfRole(head) : null,
    plural: type === "group",
    personal,
    type,
    nouns: new Set(),
    descriptions: [range],
  };
}
