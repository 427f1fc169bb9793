import type { Analysis, QuotedSpan } from "../analysis.ts";
import type { FoundQuote } from "../document.ts";
import { followsSignature } from "./signatures.ts";

/**
 * Indirect for the turns of a transcript: without marks a newsroom does not claim that the words are verbatim.
 * Direct when the marked words stand for themselves beside their attribution; mixed when they are part of a sentence of the reporter's.
 */
export function kindOf(analysis: Analysis, span: QuotedSpan): FoundQuote["kind"] {
  if (span.style === "turn") return "indirect";
  const classes = analysis.sentences[span.sentence]?.classes ?? "";
  let at = span.token - 1;
  // An emoji, a bullet or an invisible sign before the mark is not a word of the sentence.
  while (classes[at] === "*") at -= 1;
  const before = classes[at] ?? "^";
  if (before === "^" || followsSignature(analysis, span)) return "direct";
  const words = analysis.text.slice(span.start, span.end);
  const upper = /^[^\p{Ll}]/u.test(words);
  if (before === "V") return upper && isWholeSentence(words) ? "direct" : "mixed";
  return ",:-Q.".includes(before) && (upper || isSecondPart(classes, span.token)) ? "direct" : "mixed";
}

/** The girl says "Hey! Give me that!": a capital, a stop and several words. */
function isWholeSentence(words: string): boolean {
  return /[.!?…]$/.test(words) && /\s/.test(words.trim());
}

/** "The figures," she said, "are worse": the second part goes on with the first. */
function isSecondPart(classes: string, token: number): boolean {
  return /^Q[^Q]*,$/.test(classes.slice(classes.lastIndexOf("Q", token - 1), token));
}
