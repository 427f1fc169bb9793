import { type Analysis, rangeOfTokens } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { genderOfNoun } from "../../language/en/names/genders.ts";
import type { Name } from "../../language/en/names/names.ts";
import { isPersonNoun, roleNoun, typeOfRole } from "../../language/en/names/roles.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import { phraseOf } from "../phrases/phrases.ts";
import { mayDescribe, qualifiersOfDescription } from "../roles/role-entities.ts";
import { rolesOf } from "../roles/role-evidence.ts";
import type { Entity } from "./entities.ts";
import type { EntityIndex } from "./entity-index.ts";
import { genderOfPossessive, relativeOf } from "./relatives.ts";

/**
 * Learns what the words around a name say about its bearer: roles, gender, whether it is a relative, a person, a place.
 *
 * @param isFirst whether the bearer has not been named before.
 */
export function learnFrom(analysis: Analysis, index: EntityIndex, mention: Mention, name: Name, entity: Entity, isFirst: boolean): void {
  const sentence = analysis.sentences[mention.sentence] as Sentence;
  const relative = relativeOf(sentence, mention, name);
  if (relative !== null && entity.type === "person") {
    entity.gender ??= relative.gender;
    entity.human = true;
    if (isFirst) entity.beside = true;
    if (relative.noun !== null) {
      index.bind(mention.sentence, relative.noun, entity);
      index.describe(entity, roleNoun(sentence.tokens[relative.noun]?.lower ?? ""));
    }
  }
  if (isPlaced(sentence, mention) || name.words.some((word) => isBrand(word))) entity.placed = true;
  if (!entity.human && entity.type === "person" && isPlural(sentence, mention)) entity.type = "organisation";
  if (name.title !== null || sentence.tokens[mention.last]?.lower === "who") entity.human = true;
  learnRoles(analysis, index, mention, name, entity);
  if (entity.type !== "person") return;
  if (isNeutral(clauseOf(analysis, sentence, mention))) entity.neutral = true;
  entity.gender ??= genderByPossessive(sentence, mention);
}

function learnRoles(analysis: Analysis, index: EntityIndex, mention: Mention, name: Name, entity: Entity): void {
  const phrase = phraseOf(analysis, mention);
  if (phrase.name?.start !== name.start) return;
  // "Fenwick Lines, the ferry company,": what is said of a name tells what it is.
  if (phrase.head !== null && !entity.human && entity.type === "person" && typeOfRole(phrase.head) === "organisation")
    entity.type = "organisation";
  if (phrase.head !== null && !mayDescribe(phrase.head, entity)) return;
  const { tokens } = analysis.sentences[mention.sentence] as Sentence;
  for (const { key, token, first } of rolesOf(analysis, mention, name, phrase)) {
    if (!mayDescribe(tokens[token ?? -1]?.lower ?? key, entity)) continue;
    index.describe(entity, key);
    if (token === null) continue;
    index.bind(mention.sentence, token, entity);
    for (const word of qualifiersOfDescription(wordsAt(analysis, tokens, first, token))) entity.qualifiers.add(word);
  }
  if (phrase.head !== null && entity.type === "person") {
    entity.gender ??= genderOfNoun(phrase.head);
    if (isPersonNoun(phrase.head)) entity.human = true;
  }
  if (phrase.description === null) return;
  const range = rangeOfTokens(analysis, mention.sentence, phrase.description);
  if (range === null) return;
  entity.descriptions.push(range);
  for (const word of qualifiersOfDescription(analysis.text.slice(range.start, range.end))) entity.qualifiers.add(word);
  if (/^the (?:correspondent|interviewer|journalist|reporter)$/i.test(analysis.text.slice(range.start, range.end))) entity.observer = true;
}

/** A role as it stands, from the first of its words to its noun. */
function wordsAt({ text }: Analysis, tokens: Sentence["tokens"], first: number, noun: number): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[noun]?.end ?? 0);
}

/** The words behind a name up to the next one, where its bearer's pronouns may be given. */
function clauseOf({ text }: Analysis, sentence: Sentence, mention: Mention): string {
  const start = sentence.tokens[mention.last]?.start;
  return start === undefined ? "" : text.slice(start, Math.min(sentence.end, start + 80));
}

/** "Ann Lee, who uses they/them pronouns", "Ann Lee, who is nonbinary". */
function isNeutral(clause: string): boolean {
  if (!/they|binary/i.test(clause)) return false;
  return /\b(?:they\/them|non-?binary)\b|\b(?:uses?|goes by|pronouns?(?: are| is)?)(?: the pronouns?)? ["“]?they\b/i.test(clause);
}

/** "HarbourSoft", but not "McOrre", "LeRoe" or "FitzOrre". */
function isBrand(word: string): boolean {
  return /^(?!Fitz)\p{Lu}\p{Ll}{3,}\p{Lu}/u.test(word);
}

/** "Slow Harbour have denied": a name with a plural verb is not a person's, unless it is one of two. */
function isPlural({ tokens, classes }: Sentence, { first, last }: Mention): boolean {
  return /^(?:are|have|were)$/.test(tokens[last]?.lower ?? "") && /^[\^Q,S]?$/.test(classes[first - 1] ?? "^");
}

const PLACING = new Set(["across", "in", "near", "outside", "throughout"]);
const OF = new Set(["city", "county", "district", "island", "port", "province", "region", "state", "suburb", "town", "village"]);
const BELIEVING = /^(?:belie(?:f|ve[sd]?|ving)|confidence|confide[sd]?|faith|interest(?:ed)?|trust(?:s|ed)?|lies|lay)$/;

/** "In Oslo", "the town of Oslo": but "faith in Holt" and "in Holt's words" name no place. */
function isPlaced({ tokens, classes }: Sentence, { first, last }: Mention): boolean {
  const lead = tokens[first - 1]?.lower ?? "";
  const before = tokens[first - 2]?.lower ?? "";
  if (classes[last] === "G") return false;
  return lead === "of" ? OF.has(before) : PLACING.has(lead) && !BELIEVING.test(before);
}

/** How far behind a name its possessive is looked for, in tokens. */
const REACH = 25;

/** "Tamsin Strand lost her brother": the first possessive behind the subject of a sentence, with nobody else between, is its. */
function genderByPossessive({ tokens, classes }: Sentence, { first, last }: Mention): Entity["gender"] {
  if (first > 0 && classes[first - 1] !== "Q") return null;
  for (let t = last; t < Math.min(tokens.length, last + REACH); t += 1) {
    const kind = classes[t] ?? "";
    if (kind === "N" || kind === "Q") return null;
    const gender = genderOfPossessive(tokens[t], tokens[t + 1]);
    if (gender !== null) return gender;
    // "Strand said she was lost": the subject of what a subject says is itself.
    if (kind === "P" && "VS".includes(classes[t - 1] ?? "$"))
      return tokens[t]?.lower === "she" ? "female" : tokens[t]?.lower === "he" ? "male" : null;
    if (kind === "P" || kind === "O") return null;
  }
  return null;
}
