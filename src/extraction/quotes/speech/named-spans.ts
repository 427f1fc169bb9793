import type { Analysis, QuotedSpan } from "../../analysis.ts";
import { shapeOf } from "../../language/en/tokens/tokenize.ts";
import type { Sentence, Token } from "../../language/en/tokens/tokens.ts";
import { isSource } from "./source-lists.ts";
import { namingOf } from "./titles-and-terms.ts";

/** A title or a term is not longer, in UTF-16 units. */
const LONGEST = 80;

/**
 * Takes marked words that are a title, a term or the headline of a source beyond doubt out of the spans: their sentence
 * reads as if a noun stood there, so that in "Lee, known as “the Captain”, said" the verb is found.
 */
export function takeOutNames(analysis: Analysis): void {
  const { text, sentences, blocks } = analysis;
  const titles = new Set<string>();
  const certain = analysis.spans.map((span) => {
    if (span.style === "turn" || span.style === "block" || span.part !== undefined) return false;
    const { words } = span;
    const named = namingOf(text, sentences[span.sentence], span.token, words) === "name";
    if (named && words.form === "title") titles.add(titleIn(text, span));
    return named || isSource(text, blocks, span.block, span);
  });
  // “Salt” alone is a title where "her novel “Salt”" stands elsewhere.
  const isName = (span: QuotedSpan, s: number) => certain[s] === true || (titles.size > 0 && titles.has(titleIn(text, span)));
  const changed = new Set<Sentence>();
  analysis.spans = analysis.spans.filter((span, s) => {
    if (!isName(span, s)) return true;
    const sentence = sentences[span.sentence] as Sentence;
    (sentence.tokens[span.token] as Token).class = classOfName(text, span, sentence);
    changed.add(sentence);
    return false;
  });
  for (const sentence of changed) Object.assign(sentence, shapeOf(sentence.tokens.map((token) => token.class).join("")));
}

/** A number can stand where a noun does and is nobody who speaks; of “Salt,” and “Salt.” the mark inside is left. */
function classOfName(text: string, { end, token }: QuotedSpan, { tokens }: Sentence): string {
  const last = text[end - 1] ?? "";
  if (last === "," || last === ";") return last;
  return last === "." && token === tokens.length - 1 ? "." : "#";
}

function titleIn(text: string, { start, end }: QuotedSpan): string {
  return text.slice(start, Math.min(end, start + LONGEST)).replace(/[.,;]+$/, "");
}
