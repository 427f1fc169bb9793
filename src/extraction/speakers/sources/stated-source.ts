import type { Analysis } from "../../analysis.ts";
import { beatAfter, beatBefore, isReactedTo } from "./beats.ts";
import { nearestReport } from "./nearest-report.ts";
import { type QuotePlace, quotePlaceOf, type Source } from "./quote-place.ts";
import { invertedBehind, nounBehind, putItAfter, saidSoAfter, sourcePhraseAfter, subjectBehind } from "./sources-after.ts";
import { addressing, gapping, listedBefore, putItBefore, sourcePhraseBefore } from "./sources-before.ts";

/** A source and the feature of the rule that found it. */
export interface StatedSource extends Source {
  feature: "rule:stated" | "rule:beat";
  /** Whether the speaker before goes on. */
  continues: boolean;
}

/** Rules of grammar that leave no doubt whose words are quoted, of which a corpus has too few to learn them. The first that holds counts. */
const RULES: ((place: QuotePlace) => Source | null)[] = [
  invertedBehind,
  subjectBehind,
  putItAfter,
  sourcePhraseAfter,
  nounBehind,
  gapping,
  addressing,
  putItBefore,
  sourcePhraseBefore,
  listedBefore,
  nearestReport,
  saidSoAfter,
];

/**
 * Whose words a quoted span is by grammar, or by what somebody does right before it; `null` where that leaves it open.
 *
 * @param number of the span in the document.
 */
export function statedSource(analysis: Analysis, number: number): StatedSource | null {
  const place = quotePlaceOf(analysis, number);
  if (place === null) return null;
  for (const rule of RULES) {
    const source = rule(place);
    if (source !== null) return { ...source, feature: "rule:stated", continues: false };
  }
  const beat = beatBefore(place) ?? beatAfter(place);
  if (beat !== null) return { ...beat, feature: "rule:beat", continues: false };
  return isReactedTo(place) ? { mention: null, cue: null, feature: "rule:beat", continues: true } : null;
}
