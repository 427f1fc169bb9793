import type { Analysis, QuotedSpan } from "../analysis.ts";

/** A dash and a name, with what a comma adds to it: "— Ann Lee, mayor". */
const SIGNATURE = /^-[DnN#*]+(?:,[^.VQ]*)?$/;
/** A signature is not longer, in tokens. */
const LENGTH = 40;

/**
 * Whether what stands before a span is the signature of the quote before it: “We go.” — Ann Lee “We stay.” — Paul Roe.
 * In such a list each quote is whose name follows it.
 */
export function followsSignature({ sentences }: Analysis, { sentence: s, token }: QuotedSpan): boolean {
  const [sentence, before] = [sentences[s], sentences[s - 1]];
  if (sentence === undefined) return false;
  const lead = sentence.classes.slice(Math.max(0, token - LENGTH), token);
  const last = lead.lastIndexOf("Q");
  if (last >= 0) return SIGNATURE.test(lead.slice(last + 1));
  return before?.classes.endsWith("Q") === true && before.block === sentence.block && SIGNATURE.test(lead);
}
