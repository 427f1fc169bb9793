import type { Gender } from "../../language/en/names/names.ts";
import type { Entity } from "../people/entities.ts";

/** What a pronoun asks of whom it means. */
export interface Wanted {
  gender: Gender;
  plural: boolean;
  person: boolean;
}

const PRONOUNS = new Map<string, Wanted>(
  Object.entries({
    he: { gender: "male", plural: false, person: true },
    his: { gender: "male", plural: false, person: true },
    him: { gender: "male", plural: false, person: true },
    she: { gender: "female", plural: false, person: true },
    her: { gender: "female", plural: false, person: true },
    they: { gender: null, plural: true, person: false },
    their: { gender: null, plural: true, person: false },
    them: { gender: null, plural: true, person: false },
    it: { gender: null, plural: false, person: false },
    its: { gender: null, plural: false, person: false },
  }),
);

/** What a pronoun asks of whom it means; "I" and "we" in the reporter's own words mean nobody we know: `undefined`. */
export function wantedBy(pronoun: string): Wanted | undefined {
  return PRONOUNS.get(pronoun);
}

/** Whether an entity may be whom a pronoun means, by number, gender and sort. */
export function fits(entity: Entity, wanted: Wanted): boolean {
  if (wanted.person) {
    if (entity.type !== "person" || entity.plural || entity.neutral) return false;
    if (entity.gender !== null) return entity.gender === wanted.gender;
    return entity.named ? entity.human || !entity.placed : entity.personal;
  }
  if (wanted.plural) return entity.plural || entity.neutral || entity.type === "organisation";
  return entity.type === "organisation" || entity.type === "document" || entity.type === "place";
}

/** What the gender of the article's own reporter weighs. */
const OBSERVER = -0.3;

/** How well an entity suits a pronoun: its gender is known, a name is that of a person, a plural for people is named. */
export function likeness(entity: Entity, wanted: Wanted): number {
  if (wanted.plural) return entity.plural || entity.neutral ? 1.2 : 0;
  if (wanted.gender === null) return 0;
  if (entity.gender === wanted.gender) return entity.observer ? OBSERVER : 1.2;
  if (!entity.named) return entity.spoke ? -0.8 : -1.3;
  if (entity.human) return 0.2;
  return entity.words.length > 1 || entity.nouns.size > 0 ? -0.2 : -1.5;
}
