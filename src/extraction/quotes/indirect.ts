import type { Analysis } from "../analysis.ts";
import { clauseStart, endsAfter, finiteness, REACH, startsAfter, startsBefore } from "../language/en/clause-bounds.ts";
import { subjectOf } from "../language/en/clauses.ts";
import { isPlainCue, reportsClause } from "../language/en/cues.ts";
import { cueLemma } from "../language/en/lexicon.ts";
import { squeeze } from "../language/en/squeeze.ts";
import type { Sentence, TokenRange } from "../language/en/tokens.ts";
import type { Mention } from "../speakers/mentions.ts";
import { probabilities, weigh } from "../speakers/ranker.ts";

/** A reading of one cue: the reported clause (token ranges of the sentence), empty when the cue reports none. */
export interface Report {
  sentence: number;
  cue: TokenRange;
  mention: Mention | null;
  segments: TokenRange[];
  features: string[];
}

/** A chosen reading and how probable it is. */
export interface Reported extends Report {
  probability: number;
}

/** A cue reports something when all its readings that say so together are this probable; where F1 is highest. */
const THRESHOLD = 0.22;
/** "charges the club has denied": nobody denies, asks or finds in parenthesis. */
const NOT_PARENTHETICAL = new Set(["deny", "ask", "find", "show", "see", "know", "learn", "promise", "demand", "allege"]);

/** The reported clauses of one sentence, none inside another, those that hold marked words left out. */
export function reportsOf(analysis: Analysis, index: number): Reported[] {
  const found: Reported[] = [];
  const sentence = analysis.sentences[index] as Sentence;
  let taken = -1;
  for (let v = 0; v < sentence.tokens.length; v += 1) {
    if (v < taken) continue;
    const readings = readingsOf(analysis, index, v);
    if (readings.length < 2) continue;
    const shares = probabilities(readings.map((reading) => weigh("indirect", reading.features)));
    const nothing = shares[0] as number;
    if (1 - nothing < THRESHOLD) continue;
    const best = shares.indexOf(Math.max(...shares.slice(1)), 1);
    const reading = readings[best] as Report;
    if (reading.segments.some(({ first }) => first < taken)) continue;
    taken = Math.max(v + 1, ...reading.segments.map(({ last }) => last));
    found.push({ ...reading, probability: 1 - nothing });
  }
  return found;
}

/** Every reading of the token as a cue, the first of them "reports nothing"; none when it is no cue. */
export function readingsOf(analysis: Analysis, index: number, v: number): Report[] {
  const sentence = analysis.sentences[index] as Sentence;
  const { classes, tokens } = sentence;
  const token = tokens[v];
  if (token === undefined) return [];
  const according = token.lower === "according" && tokens[v + 1]?.lower === "to";
  if (classes[v] !== "V" && !according) return [];
  const cue: TokenRange = { first: v, last: according ? v + 2 : v + 1 };
  if (!according && !reportsClause(cueLemma(token.lower) ?? "")) return [];
  const lemma = according ? "according" : (cueLemma(token.lower) as string);
  const mentions = analysis.mentions[index] ?? [];
  const subject = according ? (mentions.find((mention) => mention.first >= v + 2) ?? null) : subjectOf(sentence, mentions, v);
  // "You think it is easy": the reader is nobody's source.
  if (subject !== null && tokens[subject.first]?.lower === "you") return [];
  const place = subject === null ? "none" : subject.first > v ? "inverted" : "subject";
  const cueClass = according ? "according" : isPlainCue(lemma) ? "plain" : "marked";
  const common = [
    `cue=${lemma}`,
    `class=${cueClass}`,
    `cue=${lemma},${form(token.lower)}`,
    `place=${place},${cueClass}`,
    `kind=${subject?.kind},${cueClass}`,
  ];
  common.push(`prior=${classes.slice(Math.max(0, v - 2), v) || "^"},${cueClass}`, `first=${v < 3}`);
  const readings: Report[] = [{ sentence: index, cue, mention: subject, segments: [], features: common.map((name) => `none:${name}`) }];
  const add = (type: string, segments: TokenRange[], features: string[]) => {
    if (segments.some(({ first, last }) => last - first < 2 || classes.slice(first, last).includes("Q"))) return;
    const names = [...features, `lemma=${lemma}`, `class=${cueClass}`, `place=${place}`].map((name) => `${type}:${name}`);
    readings.push({ sentence: index, cue, mention: subject, segments, features: [type, ...names] });
  };
  const behind = subject !== null && (according || subject.first > v) ? phraseEnd(classes, subject.last) : v + 1;
  if (subject === null || subject.first < v) after(sentence, v + 1, lemma, leadOf(classes, subject, v), add);
  else if (according && v < 3) after(sentence, behind, lemma, "according", add);
  // What is left are parenthetical cues.
  if (NOT_PARENTHETICAL.has(lemma)) return readings;
  const opening = subject !== null && subject.first < v ? subject.first : v;
  before(sentence, opening, behind, add);
  return readings;
}

type Add = (type: string, segments: TokenRange[], features: string[]) => void;

/** Clauses after the cue: "said (that) ...", "told him ...", "According to X, ...". */
function after(sentence: Sentence, from: number, lemma: string, lead: string, add: Add): void {
  const { classes, tokens } = sentence;
  for (const first of startsAfter(sentence, from)) {
    const skipped = squeeze(classes.slice(from, first));
    const opener =
      tokens[first]?.class === "S" || tokens[first]?.class === "W" ? tokens[first]?.lower : tokens[first]?.class === "P" ? "P" : "other";
    const head = squeeze(classes.slice(first, first + 12)).slice(0, 4);
    const begins = clauseStart(classes, first);
    let boundary = 0;
    for (const last of endsAfter(classes, first)) {
      const content = classes.slice(first, last);
      const final = /^\.?[)]?$/.test(classes.slice(last));
      const verb = finiteness(content);
      if (verb === "") continue;
      const rest = final ? "$" : classes.slice(last, last + 3);
      const word = tokens[last]?.class === "," ? `,${tokens[last + 1]?.lower}` : (tokens[last]?.lower ?? "$");
      add(
        "after",
        [{ first, last }],
        [
          `skip=${skipped}`,
          `lead=${lead},${skipped}`,
          `skip=${skipped},${lemma}`,
          `begins=${begins}`,
          `begins=${begins},${skipped}`,
          `begins=${begins},${lemma}`,
          `begins=${begins},${final}`,
          `open=${opener},${verb}`,
          `open=${opener},${lemma}`,
          `head=${head}`,
          `verb=${verb},${final}`,
          `rest=${rest}`,
          `end=${squeeze(classes.slice(last)).slice(0, 4)}`,
          `endword=${final ? "$" : word}`,
          `boundary=${boundary},${final}`,
          `later=${/V/.test(classes.slice(last))},${classes[last] ?? "$"}`,
          `long=${Math.min(6, Math.floor((last - first) / 4))},${final}`,
        ],
      );
      boundary += 1;
    }
  }
}

/** What stands before the subject: a comma there and one after the cue make it parenthetical. */
function leadOf(classes: string, subject: Mention | null, verb: number): string {
  return `${classes[(subject?.first ?? verb) - 1] ?? "^"}${classes[verb + 1] ?? "$"}`;
}

/** Clauses before the cue ("..., X said") and around it ("The plan, X said, will fail"). */
function before(sentence: Sentence, opening: number, behind: number, add: Add): void {
  const { classes, tokens } = sentence;
  // "..., according to X" often goes without its comma.
  const comma = ",-".includes(classes[opening - 1] ?? "$") ? opening - 1 : opening;
  if (comma < 2 || comma > REACH || (comma === opening && tokens[opening]?.lower !== "according")) return;
  const rest = squeeze(classes.slice(behind)).slice(0, 4);
  for (const first of startsBefore(classes, comma)) {
    const content = classes.slice(first, comma);
    const verb = finiteness(content);
    const shared = [
      `verb=${verb}`,
      `start=${first === 0},${classes.slice(Math.max(0, first - 1), first + 1)}`,
      `mark=${classes[comma]}`,
      `lead=${tokens[0]?.class}`,
    ];
    shared.push(
      `long=${Math.min(6, Math.floor((comma - first) / 3))}`,
      `word=${tokens[first]?.class === "n" ? "n" : tokens[first]?.lower}`,
      `shape=${squeeze(content)}`,
      `begins=${clauseStart(classes, first)}`,
    );
    if (verb !== "") add("before", [{ first, last: comma }], [...shared, `rest=${rest}`, `rest=${rest},${verb}`]);
    if (classes[behind] !== ",") continue;
    for (const last of endsAfter(classes, behind + 1).slice(-4)) {
      const final = /^\.?[)]?$/.test(classes.slice(last));
      const second = finiteness(classes.slice(behind + 1, last));
      if (verb === "" && second === "") continue;
      add(
        "around",
        [
          { first, last: comma },
          { first: behind + 1, last },
        ],
        [
          ...shared,
          `final=${final}`,
          `second=${second}`,
          `both=${verb}${second}`,
          `head=${squeeze(classes.slice(behind + 1, behind + 12)).slice(0, 3)}`,
        ],
      );
    }
  }
}

/** The end of a noun phrase with what is attached to it: "X, a spokesman for Y," ends before the comma that closes it. */
function phraseEnd(classes: string, last: number): number {
  const tail = /^(?:[IT][DnN#GdgtC]+|[RtC]|(?<=C)[DnN#]+|,[DnN#GIT]+(?=,))*/.exec(classes.slice(last, last + 40));
  return last + (tail?.[0].length ?? 0);
}

function form(word: string): string {
  return word.endsWith("ing") ? "ing" : word.endsWith("s") ? "s" : "other";
}
