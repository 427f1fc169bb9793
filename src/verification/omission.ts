import { type Alignment, align } from "./align.ts";
import type { Costs } from "./cheapest.ts";
import type { Claim } from "./claim.ts";
import type { ClaimWords } from "./claim-words.ts";
import { contentWords } from "./content-words.ts";
import type { RecordedRun } from "./recorded.ts";

/** They find the claim's words in their order with any number of words between them, where there are fewest. */
const CHEAP_OMISSIONS: Costs = { change: 320, omit: 20, spelling: 2, other: 10 };
/** Content words that an abridged claim must have: fewer are somewhere in order by chance. */
const MIN_CONTENT = 6;
/** Share of the claim's words that an abridged claim may have changed, as "they will" for "they'll". */
export const MAX_CHANGED = 1 / 8;
/** Share of the source's words that an abridged claim must keep. */
const MIN_KEPT = 0.5;

/**
 * Finds the part of a source that a claim abridges: nearly all words of the claim, in their order, with others left out
 * without a mark. Takes as long as `align`.
 *
 * @returns `null` when the claim has too few words, too many other words, or less than half of the part
 */
export function alignOmitted(claim: Claim, claimed: ClaimWords, source: RecordedRun): Alignment | null {
  if (contentWords(claim.words.map(({ word }) => word)) < MIN_CONTENT) return null;
  const alignment = align(claim, claimed, source, CHEAP_OMISSIONS);
  if (alignment === null) return null;
  const kept = alignment.steps.flatMap((step) =>
    "claim" in step && (step.op === "equal" || step.kind !== "words") ? [claim.words[step.claim]?.word ?? ""] : [],
  );
  const used = alignment.steps.filter((step) => "word" in step).length;
  const few = kept.length < (1 - MAX_CHANGED) * claim.words.length || kept.length < MIN_KEPT * used;
  return few || contentWords(kept) < MIN_CONTENT ? null : alignment;
}
