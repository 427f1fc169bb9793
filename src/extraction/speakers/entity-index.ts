import { isOrganisation, type Name } from "../language/en/names.ts";
import { isPlace, typeOfRole } from "../language/en/roles.ts";
import { type Entity, isSameRole, mayBeSame, nameKey } from "./entities.ts";

/** How many bearers of one surname are kept apart; keeps the search short in hostile text. */
const NAMESAKES = 8;

/** Everybody the article names or describes, found by surname, first name or describing noun. */
export class EntityIndex {
  readonly #bySurname = new Map<string, Entity[]>();
  readonly #byFirstName = new Map<string, Entity[]>();
  readonly #byNoun = new Map<string, Entity[]>();

  hasSurname(word: string): boolean {
    return this.#bySurname.has(nameKey(word));
  }

  /** The entity of a name: one already known that may be the same, else a new one. */
  named(name: Name): Entity {
    const namesakes = this.#bySurname.get(nameKey(name.words.at(-1) ?? "")) ?? [];
    const known = namesakes.findLast((entity) => mayBeSame(entity, name)) ?? this.#calledByFirstName(name);
    if (known === undefined) return this.#add(name);
    if (name.words.length > known.words.length && known.type === "person") known.words = name.words;
    known.gender ??= name.gender;
    return known;
  }

  /** Adds a noun that describes an entity: "envoy". */
  describe(entity: Entity, noun: string): void {
    if (entity.nouns.has(noun)) return;
    entity.nouns.add(noun);
    append(this.#byNoun, noun, entity);
  }

  /** The last entity that a noun describes and that a definite phrase with it may mean: "the Finnish envoy". */
  described(noun: string, phrase: string): Entity | null {
    const described = this.#byNoun.get(noun)?.slice(-NAMESAKES) ?? [];
    return described.findLast((entity) => isSameRole(entity, phrase)) ?? null;
  }

  /** "The trust" after "the Fenwick Harbour Trust". */
  organisationByHead(head: string): Entity | null {
    if (typeOfRole(head) !== "organisation") return null;
    const found = this.#bySurname
      .get(nameKey(head))
      ?.findLast((entity) => entity.named && entity.type === "organisation" && entity.words.length > 1);
    return found ?? null;
  }

  /** "Hilary" after "Hilary Roe". */
  #calledByFirstName(name: Name): Entity | undefined {
    if (name.words.length > 1 || name.title !== null) return undefined;
    return this.#byFirstName.get(nameKey(name.words[0] ?? ""))?.at(-1);
  }

  #add(name: Name): Entity {
    const entity: Entity = {
      words: name.words,
      named: true,
      gender: name.gender,
      plural: false,
      personal: false,
      type: typeOfName(name),
      nouns: new Set(),
      descriptions: [],
    };
    append(this.#bySurname, nameKey(name.words.at(-1) ?? ""), entity, NAMESAKES);
    if (name.words.length > 1 && entity.type === "person") append(this.#byFirstName, nameKey(name.words[0] ?? ""), entity, NAMESAKES);
    return entity;
  }
}

function typeOfName(name: Name): Entity["type"] {
  if (isPlace(name.words)) return "place";
  const personal = name.title !== null || name.gender !== null;
  return !personal && (name.definite || isOrganisation(name.words)) ? "organisation" : "person";
}

function append(lists: Map<string, Entity[]>, key: string, entity: Entity, most = Number.POSITIVE_INFINITY): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entity]);
  else if (list.length < most) list.push(entity);
}
