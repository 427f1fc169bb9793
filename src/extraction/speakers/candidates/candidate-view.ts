import type { QuotedSpan } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import type { VerbSubjects } from "../../language/en/grammar/verb-subjects.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import type { Link, LinkVerb } from "./mention-links.ts";

/** Where a mention stands: beside the span in its sentence, or in the sentence before or after. */
export type Side = "left" | "right" | "before" | "after";

/** A mention as a candidate for a quoted span, with what its features are made of. */
export interface CandidateView {
  span: QuotedSpan;
  mention: Mention;
  /** The sentence of the mention. */
  sentence: Sentence;
  /** The subjects of the verbs of that sentence. */
  subjects: VerbSubjects;
  side: Side;
  rank: number;
  frame: string;
  link: Link;
  verb: LinkVerb;
}
