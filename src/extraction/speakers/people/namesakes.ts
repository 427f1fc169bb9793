import type { Name } from "../../language/en/names/names.ts";
import type { Entity } from "./entities.ts";

/** Whom a surname or a role means, and by how much that leads before the next best of several that bear it. */
export interface Choice {
  entity: Entity | null;
  lead: number;
}

/** Where a name or role stands that several bear. */
export interface NamePlace {
  sentence: number;
  /** The first sentence of its paragraph. */
  paragraph: number;
  name: Name | null;
  /** Folded words of the headline. */
  headline: ReadonlySet<string>;
  /** Who spoke last. */
  previous: Entity | null;
}

/**
 * Whom a name means of those that bear it: one named before, the most prominent and most lately named of them; only when
 * there is none, one named later. A relative does not take the surname over from the person it was brought in beside.
 */
export function bearerOf(bearers: Entity[], place: NamePlace): Choice {
  const sound = bearers.some((entity) => !entity.odd) ? bearers.filter((entity) => !entity.odd) : bearers;
  const before = sound.filter((entity) => entity.seen > 0);
  if (before.length === 0) return { entity: sound.find((entity) => !entity.beside) ?? null, lead: Number.POSITIVE_INFINITY };
  let best: Entity | null = null;
  let score = Number.NEGATIVE_INFINITY;
  let rival = Number.NEGATIVE_INFINITY;
  for (const entity of before) {
    const value = prominenceOf(entity, before, place);
    if (value > score) [best, score, rival] = [entity, value, score];
    else rival = Math.max(rival, value);
  }
  // "Jonas Berg and Mats Berg own the yard": Berg is neither more than the other, and nobody is better than the wrong one.
  return score - rival < TIE ? { entity: null, lead: 0 } : { entity: best, lead: score - rival };
}

/** Bearers that are this close are equals. */
const TIE = 0.2;

/** What a relative lacks to take over the surname, and what speaking right before in the paragraph gives. */
const BESIDE = -3;
const SPEAKING = 5.5;

/** How much speaks for a bearer: how often and how lately it is named, in the headline or first, and by the title of the name. */
function prominenceOf(entity: Entity, bearers: Entity[], { sentence, paragraph, name, headline, previous }: NamePlace): number {
  const first = bearers.every((other) => other === entity || Math.floor(other.introduced) > Math.floor(entity.introduced));
  let sum = 0.8 * Math.log2(1 + Math.min(entity.seen, 16)) - 0.08 * Math.min(sentence - entity.last, 25);
  if (entity.beside && bearers.some((other) => other.introduced < entity.introduced)) sum += BESIDE;
  else if (entity.introduced >= Math.min(paragraph, sentence - 1)) sum += 1.5;
  if (entity === previous) sum += entity.last < paragraph || entity.pronoun ? 0.8 : entity.beside ? SPEAKING : 1;
  else if (entity.spoke) sum += 0.5;
  if (headline.has(entity.parts[0] ?? "") && entity.parts.length > 1) sum += 1;
  if (first) sum += 0.6;
  if (name?.gender && entity.gender === name.gender) sum += 4;
  return sum;
}
