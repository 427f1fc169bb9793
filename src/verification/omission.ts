import { type Alignment, align, type Costs } from "./align.ts";
import type { Claim } from "./claim.ts";
import { contentWords } from "./content-words.ts";
import type { Source } from "./recorded.ts";

/** With these the claim's words are found in their order however much stands between them, where least does. */
const CHEAP_OMISSIONS: Costs = { change: 16, omit: 1 };
/** Content words that an abridged claim must have; fewer stand in order somewhere by chance. */
const MIN_CONTENT = 6;
/** Share of the claim's words that an abridged claim may have changed, as "they will" for "they'll". */
export const MAX_CHANGED = 1 / 8;
/** Share of the words it passes over that an abridged claim must keep. */
const MIN_KEPT = 0.5;

/**
 * The stretch of a source of which a claim is an abridgement: its words, all but a few, in their order with others left
 * out without a mark. Takes the time of `align`.
 *
 * @returns `null` when the claim has too few words for that, too many of others, or less than half of the stretch
 */
export function alignOmitted(claim: Claim, claimIds: Int32Array, source: Source): Alignment | null {
  if (contentWords(claim.words.map(({ word }) => word)) < MIN_CONTENT) return null;
  const alignment = align(claim, claimIds, source, CHEAP_OMISSIONS);
  if (alignment === null) return null;
  const kept = alignment.steps.flatMap((step) => (step.op === "equal" ? [claim.words[step.claim]?.word ?? ""] : []));
  const used = alignment.steps.filter((step) => "word" in step).length;
  const few = kept.length < (1 - MAX_CHANGED) * claimIds.length || kept.length < MIN_KEPT * used;
  return few || contentWords(kept) < MIN_CONTENT ? null : alignment;
}
