import { contextOf, quoteRefOf } from "../article/model/items.ts";
import type { AlignmentStep } from "./align.ts";
import type { Claim } from "./claim.ts";
import { type Recorded, type RecordedQuote, spanOf } from "./recorded.ts";
import type { MatchedStretch } from "./surroundings.ts";
import type { Difference, DiffOperation, Passage } from "./verification.ts";

/**
 * Turns a comparison into the answer's form: the passages of the articles, and the operations from their words to the
 * claim's. A new passage begins at another segment, after a gap, and where words do not follow each other.
 */
export function diffOf(steps: AlignmentStep[], claim: Claim): { passages: Passage[]; stretches: MatchedStretch[]; diff: DiffOperation[] } {
  const passages: MatchedStretch[] = [];
  const diff: DiffOperation[] = [];
  let taken: AlignmentStep[] = [];
  let broken = true;
  const close = () => {
    if (taken.length > 0) diff.push(operationOf(taken, claim, passages.length - 1));
    taken = [];
  };
  for (const step of inOrder(steps)) {
    if (step.op !== taken[0]?.op || kindOf(step) !== kindOf(taken[0])) close();
    if ("word" in step) {
      const last = passages.at(-1);
      if (broken || last === undefined || last.source !== step.source || last.stretch !== step.stretch || step.word !== last.last + 1) {
        close();
        passages.push({ source: step.source, stretch: step.stretch, first: step.word, last: step.word });
      } else last.last = step.word;
      broken = false;
    }
    if (step.op === "gap") broken = true;
    taken.push(step);
  }
  close();
  return { passages: passages.map(passageOf), stretches: passages, diff };
}

/** Orders words that changed in one way at one place: the article's first, then the claim's. */
function inOrder(steps: AlignmentStep[]): AlignmentStep[] {
  const ordered: AlignmentStep[] = [];
  const inserted: AlignmentStep[] = [];
  let kind: Difference | null = null;
  for (const step of steps) {
    if (kindOf(step) !== kind) ordered.push(...inserted.splice(0));
    kind = kindOf(step);
    if (step.op === "insert") inserted.push(step);
    else ordered.push(step);
  }
  return [...ordered, ...inserted];
}

function kindOf(step: AlignmentStep): Difference | null {
  return "kind" in step ? step.kind : null;
}

function operationOf(steps: AlignmentStep[], claim: Claim, passage: number): DiffOperation {
  const [first] = steps;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) throw new Error("expected a step");
  if (first.op === "gap") {
    const { start, end } = claim.gaps[first.gap] ?? { start: 0, end: 0 };
    return { op: "gap", kind: null, claim: { text: claim.text.slice(start, end), start, end }, recorded: null };
  }
  let claimed: DiffOperation["claim"] = null;
  if ("claim" in first && "claim" in last) {
    const start = claim.words[first.claim]?.start ?? 0;
    const end = claim.words[last.claim]?.end ?? 0;
    claimed = { text: claim.text.slice(start, end), start, end };
  }
  const recorded = "word" in first && "word" in last ? { passage, ...spanOf(first.source.recorded, first.word, last.word) } : null;
  return { op: first.op, kind: kindOf(first), claim: claimed, recorded };
}

function passageOf({ source, first, last }: MatchedStretch): Passage {
  const { recorded } = source;
  const span = spanOf(recorded, first, last);
  const quote = source.quote ?? quoteAt(recorded, span);
  const block = recorded.blocks.find(({ start, end }) => span.start >= start && span.end <= end);
  if (block === undefined) throw new Error("expected a passage to be in a block");
  return {
    article: recorded.article,
    block: { kind: block.kind, id: block.id },
    quote: quote === null ? null : quoteRefOf(quote),
    ...span,
    context: contextOf(recorded.text, span.start, span.end),
  };
}

/** The quote that most of a span is in, marked or reported; `null` when less than half of it is in one. */
function quoteAt({ quotes }: Recorded, { start, end }: { start: number; end: number }): RecordedQuote | null {
  let best: RecordedQuote | null = null;
  let most = (end - start) / 2;
  for (const quote of quotes) {
    const inside = quote.segments.reduce(
      (sum, segment) => sum + Math.max(0, Math.min(end, segment.end) - Math.max(start, segment.start)),
      0,
    );
    if (inside > most) {
      most = inside;
      best = quote;
    }
  }
  return best;
}
