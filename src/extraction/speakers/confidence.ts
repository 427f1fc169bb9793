import type { FoundQuote } from "../document.ts";

type Confidence = NonNullable<FoundQuote["confidence"]>;

/**
 * How sure an attribution is. The bounds are set so that on articles the weights were not made from, `high` is right
 * in at least 95 of 100 cases and `medium` in at least 85; `npm run evaluate` prints what is measured.
 *
 * @param quote the probability of its mention, or of the clause when it is a reported one.
 * @param doubtful whether the mention is a pronoun that might mean somebody else.
 */
export function confidenceOf(
  quote: { reported: boolean; probability: number },
  basis: NonNullable<FoundQuote["basis"]>,
  doubtful: boolean,
): Confidence {
  const [high, medium] = quote.reported ? [1, 0.8] : basis === "continued" ? [0.97, 0.8] : [0.9, 0.65];
  if (doubtful || quote.probability <= medium) return "low";
  return quote.probability > high ? "high" : "medium";
}
