import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import { isPreposition } from "../../language/en/tokens/word-classes.ts";
import type { Entity } from "../people/entities.ts";
import { type Asked, type History, isRival, isSpokenOf, weightOf } from "./antecedent-weights.ts";
import { fits, likeness, type Wanted, wantedBy } from "./pronouns.ts";

/** Whom a pronoun means, and by how much that leads before the next best: 0 when it is one of several people just named. */
export interface Antecedent {
  /** None when it stays unknown, two when "they" are two people named together. */
  entities: Entity[];
  lead: number;
}

const NOBODY: Antecedent = { entities: [], lead: 0 };

/** How many sentences and mentions back an antecedent is looked for. */
const SENTENCES = 12;
const MENTIONS = 150;

/** Two people named together that weigh less are named too far back to be "they". */
const PAIR = -0.5;

/** What being named in the quoted words takes away. */
const SPOKEN_OF = 2;

/** An antecedent that weighs less is named too far back to be beyond doubt. */
const FAR = -2.5;

/** What the one who spoke last weighs when the text before does not name him again. */
const LAST_SPEAKER = -3;

/**
 * Whom a pronoun means: among those of its gender and number named before it, the one with the best sum of recency,
 * being a subject, being the one who spoke last or was just spoken to.
 */
export function antecedentOf(history: History, asked: Asked): Antecedent {
  const { analysis } = history;
  const { pronoun, previous } = asked;
  if (pronoun.kind === "relative") return { entities: whoStandsBefore(history, pronoun), lead: Number.POSITIVE_INFINITY };
  const wanted = wantedBy(analysis.sentences[pronoun.sentence]?.tokens[pronoun.first]?.lower ?? "");
  if (wanted === undefined || isExpletive(analysis, pronoun)) return NOBODY;
  const nearby = new Set<Entity>();
  let speaking = false;
  const neighbour = sentenceBefore(analysis, pronoun.sentence);
  const values = new Map<Entity, number>();
  const pair: Pair = { entities: [], value: Number.NEGATIVE_INFINITY };
  for (const mention of mentionsBefore(analysis, pronoun)) {
    const entity = history.entityOf(mention);
    if (wanted.plural) notePair(history, mention, asked, pair);
    if (entity === null || !fits(entity, wanted)) continue;
    if (mention.sentence >= neighbour && isRival(history, mention, entity, wanted)) {
      nearby.add(entity);
      if (entity === previous && analysis.sentences[mention.sentence]?.hasQuotes) speaking = true;
    }
    const value = weightOf(history, mention, entity, asked) + likeness(entity, wanted);
    values.set(entity, Math.max(values.get(entity) ?? Number.NEGATIVE_INFINITY, value));
  }
  // “Holt is a liar,” he said: "he" is not Holt.
  for (const [entity, value] of values) if (isSpokenOf(entity, asked.words)) values.set(entity, value - SPOKEN_OF);
  const [best, score, rival] = bestOf(values);
  if (pair.value > Math.max(score, PAIR)) return { entities: pair.entities, lead: pair.value - score };
  if (previous !== null && fits(previous, wanted) && (best === null || score < LAST_SPEAKER)) return { entities: [previous], lead: 0 };
  if (best === null) return namedNext(history, pronoun, wanted);
  // Two people it may be, named right before: doubtful, however the weights fall, unless one of them is speaking there.
  const crowded = nearby.size > 1 && !(best === previous && speaking);
  return { entities: [best], lead: crowded || score < FAR ? 0 : score - rival };
}

/** How many sentences ahead somebody is looked for whom nobody named before. */
const AHEAD = 2;

/** “I never saw it,” she said. Clara Novak, 40, drives a bus.: at the beginning of a story the name may follow; never beyond doubt. */
function namedNext(history: History, { sentence }: Mention, wanted: Wanted): Antecedent {
  const { mentions } = history.analysis;
  if (!wanted.person) return NOBODY;
  for (const [first] of mentions.slice(sentence + 1, sentence + 1 + AHEAD)) {
    const entity = first?.kind === "name" ? history.entityOf(first) : null;
    if (entity !== null && fits(entity, wanted) && entity.gender === wanted.gender) return { entities: [entity], lead: 0 };
  }
  return NOBODY;
}

/** Two people named together. */
interface Pair {
  entities: Entity[];
  value: number;
}

/** "Lars Holt and Anna Kern run the farm": notes two people that are a subject together, when they are the nearest. */
function notePair(history: History, mention: Mention, asked: Asked, pair: Pair): void {
  const { classes } = history.analysis.sentences[mention.sentence] as Sentence;
  const other = history.analysis.mentions[mention.sentence]?.[mention.index + 1];
  if (mention.kind !== "name" || classes[mention.last] !== "C" || other?.kind !== "name" || other.first !== mention.last + 1) return;
  const both = [history.entityOf(mention), history.entityOf(other)];
  const [one, two] = both;
  if (!one || !two || one === two || one.type !== "person" || two.type !== "person") return;
  const value = weightOf(history, mention, one, asked) + 1;
  if (value > pair.value) Object.assign(pair, { entities: [one, two], value });
}

/** The entity of the greatest value, that value and the next one. */
function bestOf(values: Map<Entity, number>): [Entity | null, number, number] {
  let best: Entity | null = null;
  let score = Number.NEGATIVE_INFINITY;
  let rival = Number.NEGATIVE_INFINITY;
  for (const [entity, value] of values) {
    if (value > score) [best, score, rival] = [entity, value, score];
    else rival = Math.max(rival, value);
  }
  return [best, score, rival];
}

/** "It is understood that ...", "it was said": such an "it" means nobody. */
function isExpletive({ sentences }: Analysis, { sentence, first }: Mention): boolean {
  const { tokens, classes } = sentences[sentence] as Sentence;
  const passive = /^[xbR]*bR*(?=[Vd])/.exec(classes.slice(first + 1, first + 7));
  if (tokens[first]?.lower !== "it" || passive === null) return false;
  // "It was told": what is told something is an organisation.
  return !/^(?:asked|told|urged)$/.test(tokens[first + 1 + passive[0].length]?.lower ?? "");
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

/** Who "who" stands for: the name or role right before it, or the one that it is of: "the senator of Oregon, who". */
function whoStandsBefore(history: History, { sentence, index }: Mention): Entity[] {
  const mentions = history.analysis.mentions[sentence] ?? [];
  for (let m = index - 1; m >= Math.max(0, index - 4); m -= 1) {
    const entity = history.entityOf(mentions[m] as Mention);
    if (entity === null) continue;
    const head = headBefore(history, mentions[m] as Mention);
    if (head !== null) return [head];
    if (entity.type === "person" || entity.type === "group" || !isGoverned(history, mentions[m] as Mention)) return [entity];
  }
  return [];
}

/** Somebody with a name whom a phrase with "of" or "from" belongs to: "Ann Lee of Oregon". */
function headBefore(history: History, { sentence, index, first }: Mention): Entity | null {
  const { analysis } = history;
  const head = analysis.mentions[sentence]?.[index - 1];
  if (head?.kind !== "name" || head.last !== first - 1) return null;
  return /^(?:of|from)$/.test(analysis.sentences[sentence]?.tokens[first - 1]?.lower ?? "") ? history.entityOf(head) : null;
}

function isGoverned({ analysis }: History, { sentence, first }: Mention): boolean {
  return isPreposition(analysis.sentences[sentence]?.classes[first - 1]);
}
