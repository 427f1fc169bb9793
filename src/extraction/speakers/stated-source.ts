import type { Analysis, QuotedSpan } from "../analysis.ts";
import { type QuotePlace, quotePlaceOf, type Source } from "./quote-place.ts";
import { invertedBehind, nounBehind, putItAfter, saidSoAfter, sourcePhraseAfter } from "./sources-after.ts";
import { gapping, listedBefore, nearestReport, putItBefore, sourcePhraseBefore } from "./sources-before.ts";

/** Rules of grammar that leave no doubt whose words are quoted, of which a corpus has too few to learn them. The first that holds counts. */
const RULES: ((place: QuotePlace) => Source | null)[] = [
  invertedBehind,
  putItAfter,
  sourcePhraseAfter,
  nounBehind,
  gapping,
  putItBefore,
  sourcePhraseBefore,
  listedBefore,
  nearestReport,
  saidSoAfter,
];

/** Whose words a quoted span is by grammar, or `null` where that leaves it open. */
export function statedSource(analysis: Analysis, span: QuotedSpan): Source | null {
  const place = quotePlaceOf(analysis, span);
  if (place === null) return null;
  for (const rule of RULES) {
    const source = rule(place);
    if (source !== null) return source;
  }
  return null;
}
