import type { Analysis, QuotedSpan } from "../analysis.ts";
import type { FoundQuote } from "../document.ts";

/**
 * Indirect for the turns of a transcript: without marks a newsroom does not claim that the words are verbatim.
 * Direct when the marked words stand for themselves beside their attribution; mixed when they are part of a sentence of the reporter's.
 */
export function kindOf(analysis: Analysis, span: QuotedSpan): FoundQuote["kind"] {
  if (span.style === "turn") return "indirect";
  const classes = analysis.sentences[span.sentence]?.classes ?? "";
  const before = classes[span.token - 1] ?? "^";
  if (before === "^") return "direct";
  const upper = /^[^\p{Ll}]/u.test(analysis.text.slice(span.start, span.start + 1));
  return ",:-Q.".includes(before) && (upper || isSecondPart(classes, span.token)) ? "direct" : "mixed";
}

/** "The figures," she said, "are worse": the second part goes on with the first. */
function isSecondPart(classes: string, token: number): boolean {
  return /^Q[^Q]*,$/.test(classes.slice(classes.lastIndexOf("Q", token - 1), token));
}
