import { genderOfFirstName, isLoneSurname } from "../../language/en/names/name-parts.ts";
import type { Name } from "../../language/en/names/names.ts";
import { isOrganisation } from "../../language/en/names/organisations.ts";
import { isPlace, typeOfRole } from "../../language/en/names/roles.ts";
import { classOf } from "../../language/en/tokens/lexicon.ts";
import { type Entity, mayBeSame, newEntity } from "./entities.ts";
import { isOfKind, isPlainWord } from "./kinds-of-people.ts";
import { initialsOf, lettersOf, nameParts } from "./name-keys.ts";

/** How many bearers of one surname are kept apart; keeps the search short in hostile text. */
const NAMESAKES = 8;

const COMPANY = ["co", "corp", "corporation", "group", "holdings", "inc", "industries", "limited", "llc", "ltd", "plc"];
const PAPER = ["chronicle", "courier", "gazette", "guardian", "herald", "journal", "mail", "post", "telegraph", "times", "tribune"];
const STATION = ["channel", "network", "radio", "television", "tv"];
/** The words that names of organisations end with, by the noun that means them: "the company" is "Acme Corp.". */
const LAST_WORDS = new Map([
  ["company", COMPANY],
  ["firm", COMPANY],
  ["newspaper", PAPER],
  ["paper", PAPER],
  ["broadcaster", STATION],
  ["charity", ["foundation", "trust"]],
]);

/** More tokens than a sentence has: a sentence and a token of it make one key. */
const TOKENS = 1e6;

/** Everybody the article names or describes, found by surname, another part of the name, its noun, initials or role. */
export class EntityIndex {
  readonly #bySurname = new Map<string, Entity[]>();
  readonly #byFirstName = new Map<string, Entity[]>();
  readonly #byMiddleName = new Map<string, Entity[]>();
  readonly #byInitials = new Map<string, Entity[]>();
  /** Organisations by the noun before their "of": "society" of the "Honey Society of Oslo". */
  readonly #byHead = new Map<string, Entity[]>();
  readonly #byRole = new Map<string, Entity[]>();
  /** Entities by the sentence and token of the nouns that are said of them. */
  readonly #bound = new Map<number, Entity>();

  /** The parts of the names that have been looked for. */
  readonly #parts = new Map<Name, string[]>();

  /** The parts of a name as they are compared; a name is looked for several times. */
  partsOf(name: Name): string[] {
    const parts = this.#parts.get(name) ?? nameParts(name.words);
    this.#parts.set(name, parts);
    return parts;
  }

  /** The entity of a name of several words: one already known that may be the same, else a new one. */
  named(name: Name): Entity {
    const parts = this.partsOf(name);
    const namesakes = this.#bySurname.get(parts.at(-1) ?? "") ?? [];
    const known = namesakes.findLast((entity) => mayBeSame(entity, name, parts));
    if (known === undefined) return this.add(name);
    if (isFuller(known, name, parts)) [known.words, known.parts] = [name.words, parts];
    if (name.title !== null && known.type === "organisation") known.type = "person";
    known.gender ??= name.gender;
    return known;
  }

  /** Those a name of one word may mean: by surname, else by first name, initials or another part of the name ("Pardo" of "Luis Pardo Vidal"). */
  bearersOf(name: Name): Entity[] {
    const parts = this.partsOf(name);
    const word = parts.join(" ");
    const fits = (entity: Entity) => mayBeSame(entity, name, parts);
    const bearers = (this.#bySurname.get(parts.at(-1) ?? "") ?? []).filter(fits);
    if (bearers.length > 0 || name.words.length > 1) return bearers;
    const lists = [this.#byFirstName, this.#byMiddleName].map((names) => names.get(word)?.filter((entity) => fitsGender(entity, name)));
    const headed = name.definite ? this.#byHead.get(word) : undefined;
    return this.#abbreviated(name) ?? headed ?? lists.find((list) => list !== undefined && list.length > 0) ?? [];
  }

  /** Lets letters stand for an entity: "the Tide Office (TO)". */
  abbreviate(letters: string, entity: Entity): void {
    append(this.#byInitials, letters, entity, NAMESAKES);
  }

  /** Adds a role that an entity has: "envoy". */
  describe(entity: Entity, role: string): void {
    if (entity.nouns.has(role)) return;
    entity.nouns.add(role);
    append(this.#byRole, role, entity);
  }

  /** Those who have a role, as many as are kept apart. */
  described(role: string): Entity[] {
    return this.#byRole.get(role)?.slice(-NAMESAKES) ?? [];
  }

  /** Notes that the noun at a token is said of an entity: "Tom Falk, the mayor,". */
  bind(sentence: number, token: number, entity: Entity): void {
    this.#bound.set(sentence * TOKENS + token, entity);
  }

  /** Of whom the noun at a token is said, if of anybody. */
  boundTo(sentence: number, token: number): Entity | null {
    return this.#bound.get(sentence * TOKENS + token) ?? null;
  }

  /** "The trust" after "the Fenwick Harbour Trust". */
  organisationsByHead(head: string): Entity[] {
    if (typeOfRole(head) !== "organisation") return [];
    const heads = [head, ...(LAST_WORDS.get(head) ?? [])];
    const found = heads.flatMap((word) => [...(this.#bySurname.get(word) ?? []), ...(this.#byHead.get(word) ?? [])]);
    return found.filter((entity) => entity.named && entity.type === "organisation" && entity.words.length > 1);
  }

  /** Two letters may be the initials of any person; they stand for an organisation only. */
  #registerInitials(letters: string, entity: Entity): void {
    if (letters.length > 2 || entity.type === "organisation") append(this.#byInitials, letters, entity, NAMESAKES);
  }

  /** "WHO" after "World Health Organization". */
  #abbreviated(name: Name): Entity[] | null {
    const letters = lettersOf(name.words[0] ?? "");
    return letters === null ? null : (this.#byInitials.get(letters) ?? null);
  }

  /** Adds a name as that of somebody who is not known yet. */
  add(name: Name): Entity {
    const parts = this.partsOf(name);
    const entity = newEntity(name.words, {
      parts,
      named: true,
      gender: name.gender,
      human: name.gender !== null || name.title !== null,
      type: typeOfName(name),
      odd: isOdd(name),
      speaking: !isOfKind(name) && !isPlainWord(name),
    });
    append(this.#bySurname, parts.at(-1) ?? "", entity, NAMESAKES);
    if (parts.length > 1 && entity.type === "person") {
      append(this.#byFirstName, nameParts(name.words.slice(0, 1)).join(" "), entity, NAMESAKES);
      for (const part of parts.slice(1, -1)) if (part.length > 1) append(this.#byMiddleName, part, entity, NAMESAKES);
    }
    const of = parts.indexOf("of");
    if (of > 0 && entity.type === "organisation") append(this.#byHead, parts[of - 1] ?? "", entity, NAMESAKES);
    if (!entity.human) for (const letters of initialsOf(parts)) this.#registerInitials(letters, entity);
    return entity;
  }
}

/**
 * Whether a name is the better form of a known one: the longer, but not what has run into the words before it ("United
 * States Jan Novak"). Right behind a title a full name is exact.
 */
function isFuller(known: Entity, name: Name, parts: string[]): boolean {
  if (isLoneSurname(known.words) || parts[0] === known.parts[0]) return name.words.length > known.words.length && known.type === "person";
  if (name.words.length < 2) return false;
  if (name.title !== null) return true;
  const [own, other] = [genderOfFirstName((name.words[0] ?? "").toLowerCase()), genderOfFirstName((known.words[0] ?? "").toLowerCase())];
  if (own !== null || other !== null) return own !== null && other === null;
  return known.type === "person" && name.words.length > known.words.length;
}

/** Whether a name begins with a word of another class, as in a headline: "Calls Roe". */
function isOdd({ words, title, gender }: Name): boolean {
  const first = (words[0] ?? "").toLowerCase();
  if (words.length < 2 || title !== null || gender !== null) return false;
  return !"nN#".includes(classOf(first, first, false)) || isPlace([first]);
}

function fitsGender(entity: Entity, name: Name): boolean {
  return entity.gender === null || name.gender === null || entity.gender === name.gender;
}

function typeOfName(name: Name): Entity["type"] {
  if (isOfKind(name)) return "person";
  if (isPlace(name.words)) return "place";
  const personal = name.title !== null || name.gender !== null;
  return !personal && (name.definite || isOrganisation(name.words)) ? "organisation" : "person";
}

function append(lists: Map<string, Entity[]>, key: string, entity: Entity, most = Number.POSITIVE_INFINITY): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entity]);
  else if (list.length < most && list.at(-1) !== entity) list.push(entity);
}
