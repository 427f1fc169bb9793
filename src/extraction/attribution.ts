import type { Analysis } from "./analysis.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { probabilities, weigh } from "./ranker.ts";
import { speechFeatures } from "./speech.ts";

/** The decision about one marked span. */
export interface Attributed {
  span: number;
  candidate: Candidate;
  /** Probability of the candidate among all, and of the span being speech. */
  speaker: number;
  speech: number;
}

/** The best speaker of every marked span, in order. */
export function attribute(analysis: Analysis): Attributed[] {
  const singles = analysis.spans.filter((span) => span.style === "single").length;
  return analysis.spans.map(({ style }, span) => {
    const candidates = candidatesOf(analysis, span);
    const shares = probabilities(candidates.map((candidate) => weigh("speaker", candidate.features)));
    const best = shares.indexOf(Math.max(...shares));
    const candidate = candidates[best] as Candidate;
    const speaker = shares[best] as number;
    // Where double marks are the rule, single ones outside them hold terms and titles.
    const minor = style === "single" && singles * 2 < analysis.spans.length;
    const speech =
      style === "turn" ? 1 : minor ? 0 : 1 / (1 + Math.exp(-weigh("speech", speechFeatures(analysis, span, candidate, speaker))));
    return { span, candidate, speaker, speech };
  });
}
