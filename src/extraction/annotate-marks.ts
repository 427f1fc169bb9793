import type { Annotation, Block, Document, FoundQuote, TextRange } from "./document.ts";
import { pairCornerBrackets } from "./quotes/marks/corner-brackets.ts";
import type { Marked } from "./quotes/marks/marked.ts";
import { pairMarks } from "./quotes/marks/marks.ts";

/**
 * Finds the quotes of a document in a language without rules: every marked span of its paragraphs. Whether it is speech
 * cannot be told, nor who speaks, so nobody is named.
 */
export function annotateMarks({ text, blocks }: Document): Annotation {
  const quotes: FoundQuote[] = [];
  let open = null as OpenQuote | null;
  for (const [b, block] of blocks.entries()) {
    if (block.kind !== "paragraph" || block.markup === "code") continue;
    for (const bracketed of pairCornerBrackets(text, block)) quotes.push(quoteOf(text, block, bracketed));
    for (const span of pairMarks(text, block, open?.block === b - 1 ? open.span : null)) {
      if (!isCertain(text, block, span)) continue;
      const continued = open !== null && goesOn(open, span, block, b) ? open.quote : null;
      if (continued === null) quotes.push(quoteOf(text, block, span));
      else continued.segments.push({ start: span.start, end: span.end });
      open = { quote: continued ?? (quotes.at(-1) as FoundQuote), span, block: b };
    }
  }
  return { quotes: quotes.sort((a, b) => startOf(a) - startOf(b)), speakers: [] };
}

/** The quote that the next paragraph may go on with: its last span, and the paragraph that stands in. */
interface OpenQuote {
  quote: FoundQuote;
  span: Marked;
  block: number;
}

function startOf({ segments }: FoundQuote): number {
  return segments[0]?.start ?? 0;
}

/**
 * Whether a span is marked beyond doubt: it has words, a mark whose shape is not that of an apostrophe, and a closing mark
 * unless it opens its paragraph, as words do that go on in the next one.
 */
function isCertain(text: string, block: Block, span: Marked): boolean {
  if (!/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))) return false;
  if (span.style === "single" && !/[‘‚]/.test(text[span.from] ?? "")) return false;
  return span.closed || span.from === block.start;
}

/** Whether a span continues the one before, which its paragraph left open. */
function goesOn({ span: last, block: before }: OpenQuote, span: Marked, block: Block, b: number): boolean {
  return !last.closed && before === b - 1 && last.style === span.style && (span.runsOn || span.from === block.start);
}

/** A span as a quote: direct where it stands like a sentence of its own, behind a stop or at the start of its paragraph. */
function quoteOf(text: string, block: Block, span: TextRange & { from: number }): FoundQuote {
  const before = text.slice(block.start, span.from).trimEnd();
  const stands = before === "" || (/[.,:;!?…。、：！？–—-]$/.test(before) && /^[^\p{Ll}]/u.test(text.slice(span.start, span.start + 2)));
  return {
    kind: stands ? "direct" : "mixed",
    segments: [{ start: span.start, end: span.end }],
    speakers: [],
    mention: null,
    cue: null,
    basis: null,
    confidence: null,
  };
}
