import type { Analysis } from "../../analysis.ts";
import type { Sentence, Token } from "../../language/en/tokens/tokens.ts";
import { probabilities } from "../../speakers/ranker.ts";
import { type CueReading, mayBeCue, readingsOf } from "./cue-readings.ts";

/** A chosen reading and how probable it is. */
interface ReportedClause extends CueReading {
  probability: number;
}

/** A cue reports something when all its readings that say so together are this probable; where F1 is highest. */
const THRESHOLD = 0.26;

/** The reported clauses of one sentence, none inside another, those that hold marked words left out. */
export function reportedClauses(analysis: Analysis, index: number): ReportedClause[] {
  const sentence = analysis.sentences[index] as Sentence;
  const { tokens, classes } = sentence;
  // A correction reports what the article itself said.
  if (analysis.blocks[sentence.block]?.role === "note") return [];
  const found: ReportedClause[] = [];
  let free = 0;
  for (let v = 0; v < tokens.length; v += 1) {
    if (v < free || !mayBeCue(sentence, v)) continue;
    if (v === 0 && isAsked(tokens, classes)) continue;
    const reported = chooseReading(readingsOf(analysis, index, v));
    if (reported === null || reported.segments.some(({ first }) => first < free)) continue;
    free = Math.max(v + 1, ...reported.segments.map(({ last }) => last));
    found.push(reported);
  }
  return found;
}

/** "Asked whether it would close, she declined": a question somebody nobody knows put to the subject. */
function isAsked(tokens: Token[], classes: string): boolean {
  return /^(?:asked|pressed|questioned|quizzed)$/.test(tokens[0]?.lower ?? "") && /^.[SWI]/.test(classes);
}

/** The most probable reading that reports something, when the cue reports anything at all. */
function chooseReading(readings: CueReading[]): ReportedClause | null {
  if (readings.length < 2) return null;
  const [nothing = 1, ...shares] = probabilities(readings.map(({ features }) => features.score));
  if (1 - nothing < THRESHOLD) return null;
  const best = readings[shares.indexOf(Math.max(...shares)) + 1] as CueReading;
  return { ...best, probability: 1 - nothing };
}
