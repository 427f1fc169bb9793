import type { Analysis, QuotedSpan } from "../analysis.ts";
import type { Mention } from "../language/en/grammar/mentions.ts";
import { isOrganisation } from "../language/en/names/organisations.ts";
import type { Candidate } from "../speakers/candidates/candidates.ts";
import { Features } from "../speakers/features.ts";

/** What an interview is announced with right before a name: "spoke to Ann Lee", "an interview with Ann Lee". */
const ANNOUNCED =
  /\b(?:interview(?:ed|s|ing)?|spoke|speaks?|talk(?:ed|s)?|conversation|chat(?:ted|s)?|asked|questions|answers|sat down|caught up)(?: (?:to|with|for|from|by))?(?: the)?$/i;
/** How far before a name its announcement is looked for, in UTF-16 units. */
const REACH = 40;
/** How many sentences above the first question are read. */
const SENTENCES = 40;
/** A name found so is likely, not sure. */
const PROBABILITY = 0.8;

/**
 * The person an interview is with: whom the paragraphs above the first question announce, or the only person they name;
 * `null` when they name nobody or several people.
 */
export function intervieweeOf(analysis: Analysis): Mention | null {
  const first = analysis.spans.find(({ part }) => part !== undefined);
  if (first === undefined) return null;
  const people: { mention: Mention; surname: string; announced: boolean }[] = [];
  for (let s = Math.max(0, first.sentence - SENTENCES); s < first.sentence; s += 1) {
    for (const mention of analysis.mentions[s] ?? []) {
      const surname = mention.kind === "name" ? surnameOf(analysis, mention) : null;
      if (surname !== null) people.push({ mention, surname, announced: isAnnounced(analysis, mention) });
    }
  }
  const announced = people.filter((person) => person.announced);
  const [one, ...others] = announced.length > 0 ? announced : people;
  if (one === undefined || others.some(({ surname }) => surname !== one.surname) || isJoined(analysis, one.mention)) return null;
  return one.mention;
}

/** The speaker of a question is nobody, that of an answer the interviewee. */
export function interviewCandidate(part: QuotedSpan["part"], interviewee: Mention | null): { candidate: Candidate; speaker: number } {
  const unnamed = { mention: null, cue: null, link: null, anchor: false, features: new Features("speaker") };
  if (part === "more") return { candidate: { ...unnamed, origin: "same" }, speaker: PROBABILITY };
  const mention = part === "answer" ? interviewee : null;
  return { candidate: { ...unnamed, origin: mention === null ? "none" : "before", mention }, speaker: PROBABILITY };
}

/** The surname of a person named in full or with a title; not that of who wrote the text ("By Ann Lee"). */
function surnameOf({ sentences }: Analysis, { sentence: s, first, name }: Mention): string | null {
  const sentence = sentences[s];
  if (sentence === undefined || sentence.tokens[first - 1]?.lower === "by") return null;
  if (name === null || isOrganisation(name.words) || (name.words.length < 2 && name.title === null)) return null;
  return name.words.at(-1) ?? null;
}

function isAnnounced({ text, sentences }: Analysis, { sentence: s, first }: Mention): boolean {
  const sentence = sentences[s];
  const start = sentence?.tokens[first]?.start;
  if (sentence === undefined || start === undefined) return false;
  return ANNOUNCED.test(text.slice(Math.max(sentence.start, start - REACH), start).trimEnd());
}

/** "Ann Lee and Paul Roe": two people answer. */
function isJoined({ sentences }: Analysis, { sentence, first, last }: Mention): boolean {
  const classes = sentences[sentence]?.classes ?? "";
  return classes[first - 1] === "C" || (classes[last] === "C" && classes[last + 1] === "N");
}
