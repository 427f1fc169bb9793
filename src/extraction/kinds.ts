import type { Analysis, Span } from "./analysis.ts";

/** Direct when the marked words stand for themselves beside their attribution; mixed when they are part of a sentence of the reporter's. */
export function kindOf(analysis: Analysis, span: Span): "direct" | "mixed" {
  const sentence = analysis.sentences[span.sentence];
  const before = sentence?.classes[span.token - 1] ?? "^";
  const upper = /^[^\p{Ll}]/u.test(analysis.text.slice(span.start, span.start + 1));
  return "^,:-Q.".includes(before) && (upper || before === "^") ? "direct" : "mixed";
}
