import type { Analysis } from "../analysis.ts";
import { typeOfRole } from "../language/en/roles.ts";
import { speechFeatures } from "../quotes/speech.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { probabilities, weigh } from "./ranker.ts";

/** The decision about one marked span. */
export interface Attributed {
  /** Index of the span among those of the document. */
  index: number;
  candidate: Candidate;
  /** Probability of the candidate among all, and of the span being speech. */
  speaker: number;
  speech: number;
}

/** The best speaker of every marked span, in order. */
export function attribute(analysis: Analysis): Attributed[] {
  const singles = analysis.spans.filter((span) => span.style === "single").length;
  // Where double marks are the rule, single ones outside them hold terms and titles.
  const minor = singles * 2 < analysis.spans.length;
  return analysis.spans.map(({ style }, index) => {
    const candidates = candidatesOf(analysis, index);
    const shares = probabilities(candidates.map((candidate) => weigh("speaker", candidate.features)));
    const best = shares.indexOf(Math.max(...shares));
    const speaker = shares[best] as number;
    const candidate = makerOf(analysis, agentOf(analysis, candidates[best] as Candidate, candidates));
    if (style === "turn") return { index, candidate, speaker, speech: 1 };
    if (style === "single" && minor) return { index, candidate, speaker, speech: 0 };
    return { index, candidate, speaker, speech: logistic(weigh("speech", speechFeatures(analysis, index, candidate, speaker))) };
  });
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** Of "X was described by Y as" the one who speaks: Y. In "X was quoted by Y as saying" it is X. */
function agentOf(analysis: Analysis, best: Candidate, candidates: Candidate[]): Candidate {
  const { mention, cue } = best;
  const sentence = mention === null ? undefined : analysis.sentences[mention.sentence];
  if (mention === null || cue === null || sentence === undefined || mention.first > cue.first) return best;
  const { classes, tokens } = sentence;
  const verb = tokens[cue.last - 1]?.lower ?? "";
  const passive = classes[cue.last - 2] === "b" && tokens[cue.last]?.lower === "by";
  if (!passive || verb === "quoted" || verb === "cited") return best;
  const agent = candidates.find((other) => other.mention?.sentence === mention.sentence && other.mention.first === cue.last + 1);
  return agent === undefined ? best : { ...agent, cue };
}

/** Of "a study by the Tide Institute found that" the one who speaks: the institute. */
function makerOf(analysis: Analysis, best: Candidate): Candidate {
  const { mention } = best;
  const tokens = mention === null ? undefined : analysis.sentences[mention.sentence]?.tokens;
  if (mention?.kind !== "role" || tokens?.[mention.last]?.lower !== "by") return best;
  if (typeOfRole(tokens[mention.last - 1]?.lower ?? "") !== "document") return best;
  const maker = analysis.mentions[mention.sentence]?.[mention.index + 1];
  return maker?.kind === "name" && maker.first === mention.last + 1 ? { ...best, mention: maker } : best;
}
