import { type Analysis, rangeOfTokens } from "../analysis.ts";
import type { FoundQuote, TextRange } from "../document.ts";
import { type QuoteDraft, wordsOfQuote } from "../quotes/quote-drafts.ts";
import type { Evidence } from "./confidence.ts";
import type { Entity } from "./people/entities.ts";
import { isSpokenOf } from "./pronouns/antecedent-weights.ts";

/** What the attribution of a quote to the entities of its mention rests on. */
export function evidenceOf(
  analysis: Analysis,
  draft: QuoteDraft,
  basis: NonNullable<FoundQuote["basis"]>,
  { entities, doubtful, range }: { entities: Entity[]; doubtful: boolean; range: TextRange | null },
): Evidence {
  const { text } = analysis;
  const { segments, mention, cue } = draft;
  const said = mention === null || cue === null ? null : rangeOfTokens(analysis, mention.sentence, cue);
  const words = wordsOfQuote(text, draft);
  return {
    reported: draft.reported,
    probability: draft.probability,
    basis,
    adjacent: range !== null && said !== null && isAdjacent(text, range, said, segments),
    doubtful,
    unintroduced: entities.some((entity) => entity.unintroduced),
    selfNamed: entities.some((entity) => isSpokenOf(entity, words)),
  };
}

/** “We go,” Lee said: nothing but marks and blanks between mention, cue and quote. */
function isAdjacent(text: string, mention: TextRange, cue: TextRange, segments: TextRange[]): boolean {
  const naming = { start: Math.min(mention.start, cue.start), end: Math.max(mention.end, cue.end) };
  const isNear = (a: TextRange, b: TextRange) => !/[\p{L}\p{N}]/u.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
  return isNear(mention, cue) && segments.some((segment) => isNear(segment, naming));
}
