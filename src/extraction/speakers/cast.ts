import type { Analysis } from "../analysis.ts";
import type { FoundSpeaker } from "../document.ts";
import { isOrganisation, type Name, nameOf } from "../language/en/names.ts";
import { genderOfRole, isPersonNoun, isPlace, roleNoun, typeOfRole } from "../language/en/roles.ts";
import { isCapitalised } from "../language/en/title-case.ts";
import { antecedentOf, type History } from "./antecedents.ts";
import { type Entity, isSameRole, mayBeSame, nameKey } from "./entities.ts";
import type { Mention } from "./mentions.ts";
import { type Phrase, phraseOf } from "./phrases.ts";

/** By how much the antecedent of a pronoun must lead to be beyond doubt. */
const LEAD = 0.7;

/** How many bearers of one surname are kept apart; keeps the search short in hostile text. */
const NAMESAKES = 8;

/** Sources that are not to be known: they keep their mention and are nobody. */
const ANONYMOUS =
  /\b(?:anonymous|anonymity|unnamed|unidentified|undisclosed|sources?|insiders?)\b|familiar with|not (?:to be|be|being) (?:named|identified|quoted)|close to the/i;

/** Everybody the article names, and whom each mention means. */
export class Cast implements History {
  readonly entities: Entity[] = [];
  readonly analysis: Analysis;
  readonly #pronouns = new Map<Mention, { entity: number; lead: number }>();
  #sentence = 0;
  #mention = 0;
  readonly #of = new Map<Mention, number>();
  readonly #bySurname = new Map<string, number[]>();
  readonly #byNoun = new Map<string, number[]>();

  constructor(analysis: Analysis) {
    this.analysis = analysis;
    this.#addNames();
  }

  /** The entity a name means, -1 for other mentions. */
  entityOf(mention: Mention): number {
    return this.#of.get(mention) ?? -1;
  }

  /**
   * Whom a mention means: none when it stays unknown, two for people who speak together.
   *
   * @param previous who spoke last, or -1.
   * @returns `doubtful` when a pronoun might as well mean somebody else.
   */
  resolve(mention: Mention, previous: number): { phrase: Phrase; entities: number[]; doubtful: boolean } {
    const phrase = phraseOf(this.analysis, mention);
    if (mention.kind === "pronoun" || mention.kind === "relative") {
      this.#follow(mention, previous);
      const { entity, lead } = this.#pronouns.get(mention) ?? antecedentOf(this, mention, previous);
      this.#learnGender(entity, mention);
      return { phrase, entities: entity < 0 ? [] : [entity], doubtful: lead < LEAD };
    }
    if (phrase.name !== null) {
      const own = this.#named(mention, phrase.name);
      const partner = phrase.partner === null ? -1 : this.entityOf(phrase.partner);
      const entities =
        partner < 0 || partner === own
          ? [own]
          : phrase.partner !== null && phrase.partner.first < mention.first
            ? [partner, own]
            : [own, partner];
      return { phrase, entities, doubtful: false };
    }
    const entity = this.#role(mention, phrase);
    return { phrase, entities: entity < 0 ? [] : [entity], doubtful: false };
  }

  /** Resolves the pronouns of the narration up to a mention, so that "He ... . He said" is one chain. */
  #follow(until: Mention, previous: number): void {
    while (this.#sentence <= until.sentence) {
      const mentions = this.analysis.mentions[this.#sentence] ?? [];
      const own = this.#sentence === until.sentence;
      for (; this.#mention < mentions.length; this.#mention += 1) {
        const mention = mentions[this.#mention] as Mention;
        if (own && mention.index > until.index) return;
        if (mention.kind !== "pronoun") continue;
        const antecedent = antecedentOf(this, mention, previous);
        if (antecedent.entity < 0) continue;
        this.#of.set(mention, antecedent.entity);
        this.#pronouns.set(mention, antecedent);
      }
      if (own) return;
      this.#sentence += 1;
      this.#mention = 0;
    }
  }

  /** The speaker as the annotation gives it. */
  speaker(index: number): Omit<FoundSpeaker, "mentions"> {
    const { words, named, type, descriptions } = this.entities[index] as Entity;
    const shared = named && (type === "person" ? words.length > 1 : type === "organisation" || type === "place");
    return { name: words.join(" "), type, shared, descriptions };
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
        if (name.words.length > 1) this.#of.set(mention, this.#place(name));
        else short.push([mention, name]);
      }
    }
    for (const [mention, name] of short) {
      const known = this.#bySurname.has(nameKey(name.words[0] ?? "")) || inside.has((name.words[0] ?? "").toLowerCase());
      // A lone capitalised word that only ever opens sentences is no name: "Supporters cheered."
      if (known || name.title !== null || mention.first > 0) this.#of.set(mention, this.#place(name));
    }
    for (const mention of this.#of.keys()) this.#describe(mention);
  }

  #describe(mention: Mention): void {
    const phrase = phraseOf(this.analysis, mention);
    const index = this.entityOf(mention);
    if (phrase.name === null || index < 0) return;
    const entity = this.entities[index] as Entity;
    for (const word of [phrase.head, phrase.name.title]) if (word !== null) this.#learn(index, entity, roleNoun(word));
    if (phrase.head !== null && entity.type === "person") entity.gender ??= genderOfRole(phrase.head);
    const tokens = this.analysis.sentences[mention.sentence]?.tokens ?? [];
    const [from, to] = phrase.description ?? [0, 0];
    const [start, end] = [tokens[from]?.start, tokens[to - 1]?.end];
    if (to > from && start !== undefined && end !== undefined) entity.descriptions.push({ start, end });
  }

  /** Somebody who was "she" once is no "he" later. */
  #learnGender(index: number, mention: Mention): void {
    const entity = this.entities[index];
    const word = this.analysis.sentences[mention.sentence]?.tokens[mention.first]?.lower;
    if (entity?.type === "person") entity.gender ??= word === "she" ? "female" : word === "he" ? "male" : null;
  }

  #learn(index: number, entity: Entity, noun: string): void {
    if (entity.nouns.has(noun)) return;
    entity.nouns.add(noun);
    const same = this.#byNoun.get(noun);
    if (same === undefined) this.#byNoun.set(noun, [index]);
    else same.push(index);
  }

  #named(mention: Mention, name: Name): number {
    const known = this.#of.get(mention);
    const entity = known === undefined ? undefined : this.entities[known];
    if (known !== undefined && entity !== undefined && entity.words.at(-1) === name.words.at(-1)) return known;
    const index = this.#place(name);
    this.#of.set(mention, index);
    return index;
  }

  /** The entity of a name: one already known that may be the same, else a new one. */
  #place(name: Name): number {
    const surname = nameKey(name.words.at(-1) ?? "");
    const known = this.#bySurname.get(surname) ?? [];
    const match = known.findLast((index) => mayBeSame(this.entities[index] as Entity, name)) ?? this.#byFirstName(name);
    if (match !== undefined) {
      const entity = this.entities[match] as Entity;
      if (name.words.length > entity.words.length && entity.type === "person") entity.words = name.words;
      entity.gender ??= name.gender;
      return match;
    }
    const type = isPlace(name.words)
      ? "place"
      : name.title === null && name.gender === null && (name.definite || isOrganisation(name.words))
        ? "organisation"
        : "person";
    const index =
      this.entities.push({
        words: name.words,
        named: true,
        gender: name.gender,
        plural: false,
        personal: false,
        type,
        nouns: new Set(),
        descriptions: [],
      }) - 1;
    for (const key of new Set([surname, ...(name.words.length > 1 && type === "person" ? [`${nameKey(name.words[0] ?? "")} `] : [])])) {
      const same = this.#bySurname.get(key);
      if (same === undefined) this.#bySurname.set(key, [index]);
      else if (same.length < NAMESAKES) same.push(index);
    }
    return index;
  }

  /** "Hillary" after "Hillary Roe". */
  #byFirstName(name: Name): number | undefined {
    return name.words.length > 1 || name.title !== null ? undefined : this.#bySurname.get(`${nameKey(name.words[0] ?? "")} `)?.at(-1);
  }

  /** "The trust" after "the Fenwick Harbour Trust". */
  #byHead(head: string): number | undefined {
    if (typeOfRole(head) !== "organisation") return undefined;
    return this.#bySurname.get(nameKey(head))?.findLast((index) => {
      const entity = this.entities[index];
      return entity?.named && entity.type === "organisation" && entity.words.length > 1;
    });
  }

  /** "The Finnish envoy" is the person described so; other roles are speakers of this article alone. */
  #role(mention: Mention, phrase: Phrase): number {
    const sentence = this.analysis.sentences[mention.sentence];
    const [start, end] = [sentence?.tokens[phrase.first]?.start ?? 0, sentence?.tokens[phrase.last - 1]?.end ?? 0];
    const text = this.analysis.text.slice(start, end);
    if (ANONYMOUS.test(this.analysis.text.slice(start, Math.min(end + 90, sentence?.end ?? end)))) return -1;
    const head = (phrase.head ?? "").toLowerCase();
    const definite = /^(?:the|this|that|his|her|their|its|these|those)\b/i.test(text) || phrase.first < mention.first;
    const noun = roleNoun(head);
    if (definite) {
      const known = this.#byNoun
        .get(noun)
        ?.slice(-NAMESAKES)
        .findLast((index) => isSameRole(this.entities[index] as Entity, text));
      if (known !== undefined) {
        this.entities[known]?.descriptions.push({ start, end });
        return known;
      }
      const full = this.#byHead(head);
      if (full !== undefined) return full;
    }
    const words = text.replace(/^(?:the|a|an)\s+/i, "").split(/\s+/);
    if (head === "" || words.length === 0) return -1;
    const type = typeOfRole(head);
    const gender = isPersonNoun(head) ? genderOfRole(head) : null;
    const index =
      this.entities.push({
        words,
        named: false,
        gender,
        plural: type === "group",
        personal: isPersonNoun(head),
        type,
        nouns: new Set(),
        descriptions: [{ start, end }],
      }) - 1;
    this.#learn(index, this.entities[index] as Entity, noun);
    this.#of.set(mention, index);
    return index;
  }
}
