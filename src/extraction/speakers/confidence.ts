import type { FoundQuote } from "../document.ts";

type Confidence = NonNullable<FoundQuote["confidence"]>;

/** What an attribution rests on. */
export interface Evidence {
  /** Whether the quote is a reported clause, without marks. */
  reported: boolean;
  /** The probability of its mention, or of the clause when it is a reported one. */
  probability: number;
  basis: NonNullable<FoundQuote["basis"]>;
  /** Whether mention, cue and quote stand side by side: “We go,” Lee said. */
  adjacent: boolean;
  /** Whether the mention might as well mean somebody else: a pronoun among rivals, a surname among namesakes. */
  doubtful: boolean;
  /** Whether it is "the actor" of whom the text has not said who he is, after somebody who may be he was named. */
  unintroduced: boolean;
  /** Whether the quoted words speak of the speaker by name: “Holt is a liar,” he said. */
  selfNamed: boolean;
}

/** From which probability on an attribution has a level. */
interface Bounds {
  high: number;
  medium: number;
}

/**
 * The bounds by what an attribution rests on, the first that holds. They are set so that on articles the weights were not
 * made from, `high` is right in at least 95 of 100 cases and `medium` in at least 85; `npm run evaluate` prints what is measured.
 */
const BOUNDS: [holds: (evidence: Evidence) => boolean, bounds: Bounds][] = [
  [({ reported }) => reported, { high: 1, medium: 0.8 }],
  [({ basis }) => basis === "continued", { high: 0.97, medium: 0.8 }],
  [() => true, { high: 0.9, medium: 0.65 }],
];

/** How sure an attribution is. Doubt about whom the mention means makes it low, whatever the probability of the mention. */
export function confidenceOf(evidence: Evidence): Confidence {
  if (evidence.doubtful || evidence.unintroduced || (evidence.selfNamed && !evidence.adjacent)) return "low";
  const [, bounds] = BOUNDS.find(([holds]) => holds(evidence)) as (typeof BOUNDS)[number];
  if (evidence.probability <= bounds.medium) return "low";
  return evidence.probability > bounds.high ? "high" : "medium";
}
