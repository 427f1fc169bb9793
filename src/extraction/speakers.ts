import type { Analysis } from "./analysis.ts";
import type { FoundSpeaker, Range } from "./document.ts";
import type { Mention } from "./mentions.ts";
import { type Gender, isOrganisation, type Name, nameOf } from "./names.ts";

/** One person, organisation, place or group of the article with the places that name it. */
interface Entity {
  words: string[];
  gender: Gender;
  type: FoundSpeaker["type"];
  /** Where it is named: sentence, offset. */
  places: { sentence: number; start: number; subject: boolean }[];
}

/** Everybody the article names, and who each mention means. */
export interface Cast {
  /** Index of the entity a mention means, or -1; `previous` is who spoke last. */
  resolve(mention: Mention, previous: number): number;
  speaker(entity: number): Omit<FoundSpeaker, "mentions">;
}

/** Clusters the names of a document and resolves mentions to them. */
export function castOf(analysis: Analysis): Cast {
  const entities: Entity[] = [];
  const named = new Map<Mention, number>();
  const bySurname = new Map<string, number[]>();
  const all = analysis.mentions.flat().filter((mention) => mention.kind !== "pronoun" && mention.kind !== "relative");
  const names = new Map<Mention, Name>();
  for (const mention of all) {
    const name = nameOf(analysis, mention);
    if (name !== null) names.set(mention, name);
  }
  // Full names first, so that a surname that opens the story finds the full name below it.
  for (const pass of ["full", "short"] as const) {
    for (const [mention, name] of names) {
      if (name.words.length > 1 !== (pass === "full")) continue;
      named.set(mention, place(analysis, entities, bySurname, mention, name));
    }
  }
  return {
    resolve: (mention, previous) => {
      const known = named.get(mention);
      if (known !== undefined && mention.kind === "name") return known;
      if (mention.kind === "pronoun" || mention.kind === "relative") return antecedent(analysis, entities, named, mention, previous);
      return -1;
    },
    speaker: (index) => {
      const entity = entities[index] as Entity;
      const shared = entity.type !== "person" || entity.words.length > 1;
      return { name: entity.words.join(" "), type: entity.type, shared, descriptions: [] as Range[] };
    },
  };
}

function place(analysis: Analysis, entities: Entity[], bySurname: Map<string, number[]>, mention: Mention, name: Name): number {
  const surname = fold(name.words.at(-1) ?? "");
  const known = bySurname.get(surname) ?? [];
  const match = known.findLast((index) => sameName(entities[index] as Entity, name));
  const sentence = analysis.sentences[mention.sentence];
  const subject = !"I T".includes(sentence?.classes[mention.first - 1] ?? "^");
  const at = { sentence: mention.sentence, start: name.start, subject };
  if (match !== undefined) {
    const entity = entities[match] as Entity;
    if (name.words.length > entity.words.length && entity.type === "person") entity.words = name.words;
    entity.gender ??= name.gender;
    entity.places.push(at);
    return match;
  }
  const definite = sentence?.tokens[mention.first]?.lower === "the" && !name.titled;
  entities.push({
    words: name.words,
    gender: name.gender,
    type: isOrganisation(name.words, definite) ? "organisation" : "person",
    places: [at],
  });
  bySurname.set(surname, [...known, entities.length - 1]);
  return entities.length - 1;
}

function sameName(entity: Entity, name: Name): boolean {
  if (entity.gender !== null && name.gender !== null && entity.gender !== name.gender) return false;
  if (name.words.length === 1 || entity.words.length === 1) return true;
  const [a, b] = [fold(entity.words[0] ?? ""), fold(name.words[0] ?? "")];
  return a === b || a.startsWith(b.replace(".", "")) || b.startsWith(a.replace(".", ""));
}

/** Who a pronoun means: the nearest entity of its gender before it, the last speaker and subjects first. */
function antecedent(analysis: Analysis, entities: Entity[], named: Map<Mention, number>, mention: Mention, previous: number): number {
  const word = analysis.sentences[mention.sentence]?.tokens[mention.first]?.lower ?? "";
  const gender: Gender = word === "he" || word === "him" ? "male" : word === "she" || word === "her" ? "female" : null;
  if (gender === null && mention.kind !== "relative") return -1;
  let best = -1;
  let score = Number.NEGATIVE_INFINITY;
  for (let s = mention.sentence; s >= Math.max(0, mention.sentence - 12); s -= 1) {
    for (const other of analysis.mentions[s] ?? []) {
      const index = named.get(other);
      if (index === undefined || other.kind !== "name" || (s === mention.sentence && other.first >= mention.first)) continue;
      const entity = entities[index] as Entity;
      if (entity.type !== "person" || (gender !== null && entity.gender !== null && entity.gender !== gender)) continue;
      const subject = /(?:^|[,.;QSC-])$/.test(analysis.sentences[s]?.classes.slice(0, other.first) ?? "");
      const value =
        -(mention.sentence - s) + (index === previous ? 2 : 0) + (subject ? 1 : 0) + (entity.gender === gender && gender !== null ? 1 : 0);
      if (value > score) [best, score] = [index, value];
      if (mention.kind === "relative") return nearest(analysis, named, mention);
    }
  }
  if (best < 0 && previous >= 0 && entities[previous]?.type === "person") return previous;
  return best;
}

/** Who "who" stands for: the name right before it. */
function nearest(analysis: Analysis, named: Map<Mention, number>, mention: Mention): number {
  const before = (analysis.mentions[mention.sentence] ?? []).filter((other) => other.first < mention.first);
  for (const other of before.reverse()) {
    const index = named.get(other);
    if (index !== undefined && other.kind === "name") return index;
  }
  return -1;
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s?$/, "")
    .replace(/\.$/, "");
}
