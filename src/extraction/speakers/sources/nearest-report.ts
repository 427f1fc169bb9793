import type { Mention } from "../../language/en/grammar/mentions.ts";
import type { VerbSubjects } from "../../language/en/grammar/verb-subjects.ts";
import { isPeopleNoun } from "../../language/en/names/person-nouns.ts";
import { isPersonNoun, typeOfRole } from "../../language/en/names/roles.ts";
import { cueLemma, isNamingVerb, isReportingVerb } from "../../language/en/tokens/lexicon.ts";
import type { Sentence, TokenRange } from "../../language/en/tokens/tokens.ts";
import { wordsOf } from "../../language/en/words.ts";
import { mentionAt, possessorBefore, type QuotePlace, SOURCE_REACH, type Source, wordsBetween } from "./quote-place.ts";

const MODALS = wordsOf("modals");
const NOUNS = wordsOf("nouns-of-speech");
/** "Brun rejected claims that": the claims are not Brun's. */
const REJECTING = new Set(["challenge", "deny", "dismiss", "dispute", "doubt", "question", "rebut", "refute", "reject"]);

/**
 * "Brun dismissed Holt's claim that the boat was “a wreck”", "Brun said Holt had told her “no”": the reporting word
 * nearest before the quote, a verb or a noun, when the quote hangs on it directly.
 */
export function nearestReport(place: QuotePlace): Source | null {
  const { sentence, span } = place;
  const { classes, tokens } = sentence;
  for (let t = span.token - 1; t >= 0 && span.token - t < SOURCE_REACH && classes[t] !== ";"; t -= 1) {
    const noun = isNounOfSpeech(tokens[t]?.lower ?? "");
    const source = noun && !isVerbAt(place, t) ? sourceOfNoun(place, t) : null;
    if (source !== null) return source;
    if (classes[t] === "V" && (!noun || isVerbAt(place, t))) return sourceOfVerb(place, t);
  }
  return null;
}

/** "Claim", "claims", "replies". */
export function isNounOfSpeech(lower: string): boolean {
  return NOUNS.has(lower) || NOUNS.has(lower.replace(/s$/, "")) || NOUNS.has(lower.replace(/ies$/, "y"));
}

/** "Holt claims": a form that is a verb here, since it has a subject. */
function isVerbAt(place: QuotePlace, t: number): boolean {
  const { subjects, sentence } = place;
  const { classes, tokens } = sentence;
  const before = tokens[t - 1]?.lower ?? "";
  // "Her claim", "Holt's warning", "rejected claims"
  if (classes[t] !== "V" || before === "her" || /[VdgG]/.test(classes[t - 1] ?? "^")) return false;
  // "Holt's old claim", but "Holt's deputies claim"
  const bare = cueLemma(tokens[t]?.lower ?? "") === tokens[t]?.lower && !before.endsWith("s");
  return subjects.has(t) && !(bare && possessorBefore(place, t) !== null);
}

/** The verb's subject, when that is named and the verb one of speech or naming; its agent in the passive. */
function sourceOfVerb(place: QuotePlace, verb: number): Source | null {
  const { sentence, span, subjects } = place;
  const { classes, tokens } = sentence;
  const word = tokens[verb]?.lower ?? "";
  let first = verb;
  while (first > 0 && "xb".includes(classes[first - 1] as string)) first -= 1;
  const cue = { first, last: verb + 1 };
  if (tokens[verb + 1]?.lower === "by") return isNamingVerb(word) ? agentOf(place, verb, cue) : null;
  const subject = subjects.get(verb);
  if (subject === undefined || subject.kind === "pronoun" || subject.kind === "relative") return null;
  if (!hangsOn(classes.slice(verb + 1, span.token))) return null;
  if (word.endsWith("ing") && first === verb)
    return ofParticiple(place, verb, subject) ? { mention: { ...subject, alone: true }, cue } : null;
  if (!(isReportingVerb(word) || isNamingVerb(word)) || MODALS.has(tokens[first]?.lower ?? "")) return null;
  return isSpeaker(sentence, subject) && isEmbedded(sentence, subjects, verb, subject) ? { mention: subject, cue } : null;
}

/** A name, "the mayor", "Oslo's board" or "critics"; the words of "a voice that said" are somebody else's. */
function isSpeaker({ classes, tokens }: Sentence, { kind, first, last }: Mention): boolean {
  if (classes[last] === "S") return false;
  const head = tokens[last - 1]?.lower ?? "";
  if (kind === "name" || isPeopleNoun(head)) return true;
  const definite = classes[first] === "D" || classes[first - 1] === "G";
  return definite && classes[last] !== "W" && (isPersonNoun(head) || typeOfRole(head) === "organisation");
}

/** "Bo Roe was described by Ann Lee as “a liar”": Ann Lee. */
function agentOf(place: QuotePlace, verb: number, cue: TokenRange): Source | null {
  const { sentence, span } = place;
  const agent = mentionAt(place, verb + 2);
  const direct = agent !== null && /^(?:[IT][DnN#]+)*(?:S|I)?$/.test(sentence.classes.slice(agent.last, span.token));
  return direct ? { mention: agent, cue } : null;
}

/**
 * "With Bo Roe saying", ", Bo Roe saying", "footage of Bo Roe saying", "accused Bo Roe of calling", "After saying it, Ann Lee left" and
 * "Ann Lee left when asked about a man who lied, saying".
 */
function ofParticiple({ sentence, span }: QuotePlace, verb: number, subject: Mention): boolean {
  const { classes, tokens } = sentence;
  const before = tokens[subject.first - 1]?.lower ?? "";
  if (/^(?:with|of)$/.test(before) && subject.last >= verb - 1 && subject.first < verb) return true;
  // "What he left was a note stating", ", the council recommending"
  if (
    subject.last === verb &&
    (classes[subject.first - 1] === "b" || (before === "," && (tokens[subject.first]?.lower === "the" || subject.kind === "name")))
  )
    return true;
  if (tokens[verb - 1]?.lower === "as" && / (?:quot|cit|report|paraphras)(?:ed|es|ing|e|s) /.test(wordsBetween(sentence, verb - 20, verb)))
    return true;
  if (subject.kind !== "name") return false;
  const word = tokens[verb]?.lower ?? "";
  if (!isReportingVerb(word) && !isNamingVerb(word)) return false;
  if (/^(?:of|for)$/.test(tokens[verb - 1]?.lower ?? "") || subject.first > span.token) return true;
  return classes[verb - 1] === "," && / (?:who|which) /.test(wordsBetween(sentence, subject.last, verb));
}

/**
 * Whether a verb hangs on another's report or opens a relative clause: "Brun said Holt had called it", "what Holt called",
 * "the police, which said". Others the ranker knows well enough.
 */
function isEmbedded({ classes, tokens }: Sentence, subjects: VerbSubjects, verb: number, subject: Mention): boolean {
  // "Called on Holt to leave"; "The board, Roe said, called it": all of that is Roe's.
  if (/^(?:on|for)$/.test(tokens[verb + 1]?.lower ?? "")) return false;
  if (classes.slice(verb - 2, verb) === "V,") return false;
  // "The letter Holt wrote was “kind”": the verb belongs to the letter.
  if (/^[bvx]/.test(classes.slice(verb + 1)) && classes[subject.first - 1] !== "W") return false;
  if (classes[subject.first - 1] === "W" || classes.slice(subject.last, verb).includes("W")) return true;
  for (let t = verb - 1; t >= 0 && verb - t < SOURCE_REACH; t -= 1)
    if (classes[t] === "V" && subjects.has(t) && subjects.get(t) !== subject) return true;
  return false;
}

/** Whether only one plain clause stands between a report and its quote: "told her that the boat was". */
function hangsOn(gap: string): boolean {
  // "Holt begged him and “would have knelt”": what "and" joins may hang on a report further out.
  if (gap.endsWith("C") && !gap.endsWith("QC")) return false;
  const plain = gap
    .replace(/[Rt]/g, "")
    .replace(/Q,?C?/g, "")
    .replace(/[,:-]$/, "")
    .replace(/,[^,VQ]{1,30},/, "");
  if (/[,;:.VWP-]/.test(plain.replace(/^[OP]?S?P?/, "")) || /C[^Q]*[vxb]/.test(plain)) return false;
  return (plain.match(/[vxbd]+/g) ?? []).length <= 1;
}

/** Whose claim it is. A claim that somebody rejects, and that has no owner here, has no known source. */
function sourceOfNoun(place: QuotePlace, noun: number): Source | null {
  const { sentence, span } = place;
  const { classes } = sentence;
  const gap = classes.slice(noun + 1, span.token);
  const cue = { first: noun, last: noun + 1 };
  const owner = possessorBefore(place, noun);
  if (owner?.kind === "pronoun" && isKept(place, owner.first)) return null;
  if (owner !== null) return isContent(place, noun) && hangsOn(gap) ? { mention: owner, cue } : null;
  // "A claim by Holt that"
  const maker = /^(?:by|from)$/.test(sentence.tokens[noun + 1]?.lower ?? "") ? mentionAt(place, noun + 2) : null;
  if (maker !== null) {
    const rest = classes.slice(maker.last, span.token);
    return sentence.tokens[maker.last]?.lower === "that" && hangsOn(rest) ? { mention: maker, cue } : null;
  }
  const content = wordsBetween(sentence, noun + 1, noun + 2) === " that " && hangsOn(gap);
  return content && isRejected(place, noun) ? { mention: null, cue: null } : null;
}

/** "Brun repeated her claim": what somebody keeps is that somebody's, whom the ranker knows. */
function isKept({ sentence }: QuotePlace, pronoun: number): boolean {
  const at = sentence.classes[pronoun - 1] === "I" ? pronoun - 2 : pronoun - 1;
  return KEEPING.test(sentence.tokens[at]?.lower ?? "");
}

const KEEPING =
  /^(?:back|broke|clarif|defend|deliver|explain|honou?r|issu|justif|keep|kept|ma[dk]|press|push|reiterat|renew|repeat|restat|retract|st[oa]+nd|withdr)/;

/** Whether what follows a noun of speech is its content: "claim that", "promise to", "description of it as", "answer was", "words:". */
function isContent(place: QuotePlace, noun: number): boolean {
  const { sentence, span } = place;
  const { tokens, classes } = sentence;
  const word = tokens[noun]?.lower ?? "";
  const next = tokens[noun + 1]?.lower ?? "";
  if (next === "that" || isFollowedByThat(place, noun) || (next === "to" && noun + 2 === span.token)) return true;
  if (next === "of") return DEPICTION.test(word) || noun + 2 === span.token;
  if (/^(?:was|is)$/.test(next)) return ANSWER.test(word);
  // "Called his answer “a joke”", "his comments “were wrong”": words about what was said.
  if (REMARK.test(word) || isNamed(place, noun)) return false;
  if (noun + 1 === span.token || (classes[noun + 1] === "-" && noun + 2 === span.token)) return true;
  // "Holt said of Brun's latest request: “…”"
  return (
    ",:".includes(classes[noun + 1] as string) &&
    noun + 2 === span.token &&
    !classes.slice(Math.max(0, noun - SOURCE_REACH), noun).includes("V")
  );
}

/** "Her promise on the same evening that" */
function isFollowedByThat({ sentence }: QuotePlace, noun: number): boolean {
  const phrase = /^(?:[IT][DnN#t]+|t)+S/.exec(sentence.classes.slice(noun + 1, noun + 14));
  return phrase !== null && sentence.tokens[noun + phrase[0].length]?.lower === "that";
}

const DEPICTION = /^(?:depiction|description|dismissal|denunciation|characteri[sz]ation)s?$/;
const ANSWER = /^(?:advice|answer|excuse|mantra|motto|reply|response|retort|verdict|words?)$/;
const REMARK = /^(?:comment|criticism|remark|statement|tweet)s?$/;

/** "Called Holt's answer": the noun is the object of a verb that names it. */
function isNamed({ sentence }: QuotePlace, noun: number): boolean {
  let t = noun - 1;
  while (t > 0 && "DnN#GO".includes(sentence.classes[t] as string)) t -= 1;
  return isNamingVerb(sentence.tokens[t]?.lower ?? "");
}

/** "Brun rejected the claims": a verb of rejecting with no more than the noun's own words between. */
function isRejected({ sentence }: QuotePlace, noun: number): boolean {
  const { classes, tokens } = sentence;
  let t = noun - 1;
  while (t > noun - 5 && "DnN#".includes(classes[t] as string)) t -= 1;
  const word = tokens[t]?.lower ?? "";
  return REJECTING.has(cueLemma(word) ?? word.replace(/(?:ed|d|s|ing)$/, ""));
}
