import type { Analysis, QuotedSpan } from "../analysis.ts";
import type { FoundQuote } from "../document.ts";

/**
 * Indirect for the turns of a transcript: without marks a newsroom does not claim that the words are verbatim.
 * Direct when the marked words stand for themselves beside their attribution; mixed when they are part of a sentence of the reporter's.
 */
export function kindOf(analysis: Analysis, span: QuotedSpan): FoundQuote["kind"] {
  const sentence = analysis.sentences[span.sentence];
  if (span.style === "turn") return "indirect";
  const before = sentence?.classes[span.token - 1] ?? "^";
  const upper = /^[^\p{Ll}]/u.test(analysis.text.slice(span.start, span.start + 1));
  // "The figures," she said, "are worse": the second part goes on with the first.
  const split =
    before === "," &&
    sentence !== undefined &&
    /^Q[^Q]*,$/.test(sentence.classes.slice(sentence.classes.lastIndexOf("Q", span.token - 1), span.token));
  return "^,:-Q.".includes(before) && (upper || split || before === "^") ? "direct" : "mixed";
}
