import type { Analysis } from "../analysis.ts";
import type { Mention } from "../language/en/grammar/mentions.ts";
import { typeOfRole } from "../language/en/names/roles.ts";
import { attributedCandidate } from "../quotes/block-quotations.ts";
import { interviewCandidate, intervieweeOf } from "../quotes/interviews.ts";
import { speechFeatures } from "../quotes/speech/speech.ts";
import { type Candidate, candidatesOf } from "./candidates/candidates.ts";
import { Features } from "./features.ts";
import { phraseOf } from "./phrases/phrases.ts";
import { probabilities } from "./ranker.ts";
import { isNounOfSpeech } from "./sources/nearest-report.ts";

/** The decision about one marked span. */
export interface Attributed {
  /** Index of the span among those of the document. */
  index: number;
  candidate: Candidate;
  /** Probability of the candidate among all, and of the span being speech. */
  speaker: number;
  speech: number;
}

/** The highest probability: nothing is beyond all doubt. */
const CERTAIN = 0.999;

/** The best speaker of every marked span, in order. */
export function attribute(analysis: Analysis): Attributed[] {
  const singles = analysis.spans.filter((span) => span.style === "single").length;
  // Where double marks are the rule, single ones outside them hold terms and titles.
  const minor = singles * 2 < analysis.spans.length;
  const interviewee = intervieweeOf(analysis);
  const chosen = analysis.spans.map((span, index) => {
    const { style, part } = span;
    const given = part === undefined ? attributedCandidate(analysis, span) : interviewCandidate(part, interviewee);
    if (given !== null) return { index, ...given, speech: 1 };
    const candidates = candidatesOf(analysis, index);
    const shares = probabilities(candidates.map((candidate) => candidate.features.score));
    const best = shares.indexOf(Math.max(...shares));
    const named = bearerOf(analysis, candidates, shares, best);
    const speaker = Math.min(named.share, CERTAIN);
    const candidate = answererOf(analysis, makerOf(analysis, subjectOf(analysis, agentOf(analysis, named.candidate, candidates))));
    // A block quotation is a quote when somebody is named for it.
    if (style === "block") return { index, candidate, speaker, speech: isNamed(candidate) ? 1 : 0 };
    if (style === "turn") return { index, candidate, speaker, speech: 1 };
    if (style === "single" && minor) return { index, candidate, speaker, speech: 0 };
    return { index, candidate, speaker, speech: logistic(speechFeatures(analysis, index, candidate, speaker).score) };
  });
  return chosen.map((one, index) => (endsTurn(analysis, one, chosen[index + 1]) ? { ...one, candidate: NOBODY } : one));
}

const NOBODY: Candidate = {
  origin: "none",
  mention: null,
  cue: null,
  link: null,
  anchor: false,
  features: new Features("speaker"),
};

/** "How are you?" "I am fine," he replied.: marks side by side are two turns, and the cue is that of the second. */
function endsTurn({ text, spans, sentences }: Analysis, { index, candidate }: Attributed, next: Attributed | undefined): boolean {
  const [span, other] = [spans[index], spans[index + 1]];
  if (span === undefined || other === undefined || next === undefined || candidate.mention === null || candidate.cue === null) return false;
  if (candidate.mention !== next.candidate.mention || candidate.mention.sentence < other.sentence) return false;
  // A whole sentence of its own, not the first of several terms in a row.
  const whole = /[.?!…]$/.test(text.slice(span.start, span.end)) && (sentences[span.sentence]?.firstWord ?? 0) > span.token;
  const apart = span.closed && span.block === other.block && text.slice(span.to, other.from).trim() === "";
  return whole && apart && (candidate.mention.sentence > other.sentence || candidate.mention.first > other.token);
}

/** "Ann Lee was blunt:", "The statement reads:", a signature; but not "The rules are:" or "From the letter to Ann Lee:". */
function isNamed({ origin, mention, cue, link }: Candidate): boolean {
  if (mention === null) return false;
  return cue !== null || (mention.kind === "name" && (origin === "right" || link?.includes("subject") === true));
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** A less probable candidate adds nothing that counts. */
const SHARE = 0.02;

/** "The envoy, Ann Lee, said": role and name are one person's. The name before the verb is the mention, and the shares of both are its own. */
function bearerOf(analysis: Analysis, candidates: Candidate[], shares: number[], best: number): { candidate: Candidate; share: number } {
  const chosen = candidates[best] as Candidate;
  const bearer = nameStart(analysis, chosen);
  let candidate = chosen;
  let share = shares[best] as number;
  if (bearer === null) return { candidate, share };
  for (const [c, other] of candidates.entries()) {
    if (c === best || (shares[c] as number) < SHARE || other.mention === null) continue;
    if (other.mention.sentence !== chosen.mention?.sentence) continue;
    if (nameStart(analysis, other) !== bearer) continue;
    share += shares[c] as number;
    const before = other.mention.last <= Math.max(chosen.mention.first, chosen.cue?.first ?? 0);
    if (before && other.mention.kind === "name" && chosen.mention.kind === "role") candidate = { ...other, cue: chosen.cue ?? other.cue };
  }
  return { candidate, share };
}

/** Where the name in a candidate's phrase, or in apposition to it, begins. */
function nameStart(analysis: Analysis, { mention }: Candidate): number | null {
  return mention?.kind === "name" || mention?.kind === "role" ? (phraseOf(analysis, mention).name?.start ?? null) : null;
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

/** Of "Ann Lee, the sister of the mayor, Bo Lee, said" the one who speaks: Ann Lee. */
function subjectOf({ sentences, mentions }: Analysis, best: Candidate): Candidate {
  const { mention, cue } = best;
  const classes = mention === null ? "" : (sentences[mention.sentence]?.classes ?? "");
  if (mention?.kind !== "name" || cue === null || cue.first < mention.last || classes[mention.last] !== ",") return best;
  const first = mentions[mention.sentence]?.find(({ last }) => classes[last] === ",");
  if (first?.kind !== "name" || first.first > 0 || first.last >= mention.first) return best;
  return /^,D[nNR#g]*I[nNDITG]*,$/.test(classes.slice(first.last, mention.first)) ? { ...best, mention: first } : best;
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

/** Of "The answer from Ann Lee was short." and "Ann Lee's answer was short." before a quote of its own the one who speaks: Ann Lee. */
function answererOf(analysis: Analysis, best: Candidate): Candidate {
  const { mention, cue, origin } = best;
  if (mention === null || cue !== null || origin !== "before") return best;
  const mentions = analysis.mentions[mention.sentence] ?? [];
  for (const noun of [mention, mentions[mention.index - 1], mentions[mention.index + 1]]) {
    const owner = noun === undefined ? null : ownerOf(analysis, noun);
    if (owner !== null && (noun === mention || owner.first === mention.first)) return { ...best, mention: { ...owner, alone: true } };
  }
  return best;
}

/** Whose a noun of speech at the start of its sentence is. */
function ownerOf({ sentences, mentions }: Analysis, { sentence, index, first, last, kind }: Mention): Mention | null {
  const { tokens = [], classes = "" } = sentences[sentence] ?? {};
  if (kind !== "role" || index > 1 || !isNounOfSpeech(tokens[last - 1]?.lower ?? "")) return null;
  const [before, behind] = [mentions[sentence]?.[index - 1], mentions[sentence]?.[index + 1]];
  if (classes[first - 1] === "G") return before?.last === first - 1 ? before : null;
  return /^(?:from|of|by)$/.test(tokens[last]?.lower ?? "") && behind?.first === last + 1 ? behind : null;
}
