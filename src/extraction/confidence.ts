import type { FoundQuote } from "./document.ts";

type Confidence = NonNullable<FoundQuote["confidence"]>;

/**
 * How sure an attribution is. The bounds are set so that on articles the weights were not made from, `high` is right
 * in at least 95 of 100 cases and `medium` in at least 85; `npm run evaluate` prints what is measured.
 */
export function confidenceOf(reported: boolean, basis: NonNullable<FoundQuote["basis"]>, probability: number): Confidence {
  if (reported) return probability > 0.8 ? "medium" : "low";
  if (basis === "continued") return probability > 0.97 ? "high" : probability > 0.8 ? "medium" : "low";
  return probability > 0.9 ? "high" : probability > 0.6 ? "medium" : "low";
}
