import type { Analysis } from "../analysis.ts";
import type { Gender } from "../language/en/names.ts";
import { isPreposition } from "../language/en/word-classes.ts";
import type { Entity } from "./entities.ts";
import type { Mention } from "./mentions.ts";

/** What is known of the mentions before a pronoun. */
export interface History {
  readonly analysis: Analysis;
  entityOf(mention: Mention): Entity | null;
}

/** Whom a pronoun means, and by how much that leads before the next best: 0 when it is one of several people just named. */
export interface Antecedent {
  entity: Entity | null;
  lead: number;
}

/** How many sentences and mentions back an antecedent is looked for. */
const SENTENCES = 12;
const MENTIONS = 150;

interface Wanted {
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

/**
 * Whom a pronoun means: among those of its gender and number named before it, the one with the best sum of recency,
 * being a subject, and being the one who spoke last. "I" and "we" in the reporter's own words mean nobody we know.
 *
 * @param previous who spoke last.
 */
export function antecedentOf(history: History, pronoun: Mention, previous: Entity | null): Antecedent {
  const { analysis } = history;
  if (pronoun.kind === "relative") return { entity: whoStandsBefore(history, pronoun), lead: Number.POSITIVE_INFINITY };
  const wanted = PRONOUNS.get(analysis.sentences[pronoun.sentence]?.tokens[pronoun.first]?.lower ?? "");
  if (wanted === undefined) return { entity: null, lead: 0 };
  let best: Entity | null = null;
  let score = Number.NEGATIVE_INFINITY;
  let rival = Number.NEGATIVE_INFINITY;
  const nearby = new Set<Entity>();
  let speaking = false;
  const neighbour = sentenceBefore(analysis, pronoun.sentence);
  for (const mention of mentionsBefore(analysis, pronoun)) {
    const entity = history.entityOf(mention);
    if (entity === null || !fits(entity, wanted)) continue;
    const spoke = entity === previous;
    if (mention.sentence >= neighbour && isRival(history, mention, entity, wanted)) {
      nearby.add(entity);
      if (spoke && analysis.sentences[mention.sentence]?.hasQuotes) speaking = true;
    }
    const value = weightOf(history, mention, pronoun, spoke) + likeness(entity, wanted.gender);
    if (entity === best) score = Math.max(score, value);
    else if (value > score) [best, score, rival] = [entity, value, score];
    else rival = Math.max(rival, value);
  }
  if (previous !== null && fits(previous, wanted) && (best === null || score < LAST_SPEAKER)) return { entity: previous, lead: 0 };
  // Two people it may be, named right before: doubtful, however the weights fall, unless one of them is speaking there.
  const crowded = nearby.size > 1 && !(best === previous && speaking);
  return { entity: best, lead: crowded ? 0 : score - rival };
}

/** The mentions before a pronoun, the nearest first, as far back as an antecedent is looked for. */
function mentionsBefore(analysis: Analysis, pronoun: Mention): Mention[] {
  const found: Mention[] = [];
  for (let s = pronoun.sentence; s >= Math.max(0, pronoun.sentence - SENTENCES); s -= 1) {
    const mentions = analysis.mentions[s] ?? [];
    for (let m = (s === pronoun.sentence ? pronoun.index : mentions.length) - 1; m >= 0; m -= 1) {
      if (found.length === MENTIONS) return found;
      found.push(mentions[m] as Mention);
    }
  }
  return found;
}

/** The sentence before, sentences that are nothing but quotes passed over. */
function sentenceBefore(analysis: Analysis, sentence: number): number {
  let s = sentence - 1;
  while (s > Math.max(0, sentence - SENTENCES) && analysis.sentences[s]?.onlyQuotes) s -= 1;
  return s;
}

/** Whether a mention right before a pronoun may be whom it means: a person known by gender, full name or role, no place. */
function isRival({ analysis }: History, { sentence, first }: Mention, entity: Entity, wanted: Wanted): boolean {
  const lead = analysis.sentences[sentence]?.tokens[first - 1]?.lower ?? "";
  return wanted.person && likeness(entity, wanted.gender) >= 0 && !PLACING.has(lead);
}

const PLACING = new Set(["in", "at", "near"]);

/** What the one who spoke last weighs when the text before does not name him again. */
const LAST_SPEAKER = -3;

/** How much speaks for a mention before a pronoun: near, a subject, of the one who spoke last. */
function weightOf({ analysis }: History, candidate: Mention, pronoun: Mention, spoke: boolean): number {
  const sentence = analysis.sentences[candidate.sentence];
  const classes = sentence?.classes ?? "";
  const lead = classes[candidate.first - 1] ?? "^";
  const possessor = isPossessor(classes, candidate);
  const subject = isIntroduced(classes, candidate) || (opensClause(lead) && !possessor);
  const near = sentence?.block === analysis.sentences[pronoun.sentence]?.block;
  const distance = pronoun.sentence - candidate.sentence;
  const sum = -1.2 * distance + (near ? 0.6 : 0) + (subject ? 1 : 0) + (spoke ? 0.8 : 0);
  return sum - (possessor ? 0.5 : 0) - (isPreposition(lead) ? 0.4 : 0);
}

/** "Ann Lee's deputy", "her deputy": the deputy is the subject. */
function isPossessor(classes: string, { first, last }: Mention): boolean {
  return classes[last] === "G" || (classes[first] === "O" && "ndN#".includes(classes[last] ?? "$"));
}

/** "Her deputy is Ann Lee": the sentence is about the person it names. */
function isIntroduced(classes: string, { kind, first }: Mention): boolean {
  return kind === "name" && /n(?:b|xb)$/.test(classes.slice(Math.max(0, first - 3), first));
}

/** A mention right behind the beginning of a sentence, a mark, a quote or a conjunction is a subject. */
function opensClause(lead: string): boolean {
  return "^,SQC-.:".includes(lead);
}

/** How well an entity suits a pronoun for a person: its gender is known, it has a full name, it is named at all. */
function likeness(entity: Entity, gender: Gender): number {
  if (gender === null) return 0;
  if (entity.gender === gender) return 1.2;
  if (!entity.named) return -0.8;
  return entity.words.length > 1 || entity.nouns.size > 0 ? 0 : -1.5;
}

function fits(entity: Entity, wanted: Wanted): boolean {
  if (wanted.person)
    return (
      entity.type === "person" &&
      !entity.plural &&
      (entity.named || entity.personal) &&
      (entity.gender === null || entity.gender === wanted.gender)
    );
  if (wanted.plural) return entity.plural || entity.type === "organisation";
  return entity.type === "organisation" || entity.type === "document" || entity.type === "place";
}

/** Who "who" stands for: the name or role right before it. */
function whoStandsBefore(history: History, { sentence, index }: Mention): Entity | null {
  const mentions = history.analysis.mentions[sentence] ?? [];
  for (let m = index - 1; m >= Math.max(0, index - 4); m -= 1) {
    const entity = history.entityOf(mentions[m] as Mention);
    if (entity !== null) return entity;
  }
  return null;
}
