import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { cueLemma } from "../../language/en/tokens/lexicon.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import { isPreposition } from "../../language/en/tokens/word-classes.ts";
import type { Entity } from "../people/entities.ts";
import { likeness, type Wanted } from "./pronouns.ts";

/** What is known of the mentions before a pronoun. */
export interface History {
  readonly analysis: Analysis;
  entityOf(mention: Mention): Entity | null;
  /** How many sentences of narration stand before a sentence. */
  depthOf(sentence: number): number;
}

/** A pronoun and what is said of it. */
export interface Asked {
  pronoun: Mention;
  /** Who spoke last. */
  previous: Entity | null;
  /** The quoted words it reports, in lower case; empty when it reports none. */
  words: string;
}

/** How much speaks for a mention before a pronoun: near, a subject, of the one who spoke last or was spoken to. */
export function weightOf(history: History, candidate: Mention, entity: Entity, { pronoun, previous }: Asked): number {
  const { analysis } = history;
  const sentence = analysis.sentences[candidate.sentence];
  const classes = sentence?.classes ?? "";
  const lead = classes[candidate.first - 1] ?? "^";
  const possessor = isPossessor(classes, candidate);
  // "She thanked her aide, Ann Lee, and left": what stands between commas behind a verb is an aside.
  const opened = /[Vvxbd]/.test(classes.slice(0, candidate.first));
  // "In its note, the council, which runs the port, warned": what a relative clause follows is no aside.
  const related = classes[candidate.last + 1] === "W" && !opened;
  const enclosed = lead === "," && classes[candidate.last] === "," && !related && (!entity.human || opened);
  // "The minister met the councils, Radio Varde has learned": who reports is not who it is about.
  const reports = lead === "," && /^[xbR]*[Vvd]\.?$/.test(classes.slice(candidate.last));
  const subject =
    isIntroduced(classes, candidate) || (opensClause(lead) && !possessor && !enclosed && !reports) || isInverted(classes, candidate);
  const near = sentence?.block === analysis.sentences[pronoun.sentence]?.block;
  const distance = history.depthOf(pronoun.sentence) - history.depthOf(candidate.sentence);
  let sum = -1.2 * distance + (near ? 0.6 : 0) + (subject ? 1 : 0);
  if (entity === previous) sum += 0.8 + goingOn(analysis, pronoun);
  if (wasSpokenTo(analysis, candidate, pronoun)) sum += 1;
  if (isSamePronoun(analysis, candidate, pronoun)) sum += AGAIN;
  if (sentence !== undefined && candidate.sentence === pronoun.sentence && isOfPossessor(sentence, candidate, pronoun)) sum -= OTHER;
  return sum - (possessor ? 0.5 : 0) - (isPreposition(lead) ? 0.4 : 0);
}

/** What somebody lacks who stands beside the one the pronoun means. */
const OTHER = 2.5;
/** Words that mean one person, by the first of them. */
const FORMS = new Map(["he him his", "she her hers", "they them their"].flatMap((forms) => forms.split(" ").map((form) => [form, forms])));

/** "His friendship with Roe contradicts his claim": Roe is not "his". */
function isOfPossessor({ tokens, classes }: Sentence, { first }: Mention, pronoun: Mention): boolean {
  if (!isPreposition(classes[first - 1])) return false;
  let t = first - 2;
  while (t > first - 5 && classes[t] === "n") t -= 1;
  const forms = FORMS.get(tokens[t]?.lower ?? "");
  return t < first - 2 && forms !== undefined && forms === FORMS.get(tokens[pronoun.first]?.lower ?? "");
}

/** What the same pronoun in the same sentence weighs. */
const AGAIN = 0.8;

/** "His talk with Roe contradicts his claim": both mean one. */
function isSamePronoun({ sentences }: Analysis, candidate: Mention, pronoun: Mention): boolean {
  if (candidate.kind !== "pronoun" || candidate.sentence !== pronoun.sentence) return false;
  const tokens = sentences[pronoun.sentence]?.tokens ?? [];
  return tokens[candidate.first]?.lower === tokens[pronoun.first]?.lower;
}

/** Whether a mention right before a pronoun may be whom it means: a group, or a person known by gender, full name or role; no place. */
export function isRival({ analysis }: History, { sentence, first }: Mention, entity: Entity, wanted: Wanted): boolean {
  const lead = analysis.sentences[sentence]?.tokens[first - 1]?.lower ?? "";
  if (wanted.plural) return !PLACING.has(lead);
  return wanted.person && likeness(entity, wanted) >= -0.2 && !PLACING.has(lead);
}

const PLACING = new Set(["in", "at", "near"]);

/** "He added" means who spoke last, "he replied" another one. */
function goingOn({ sentences }: Analysis, { sentence, first, last }: Mention): number {
  const tokens = sentences[sentence]?.tokens ?? [];
  const lemma = cueLemma(tokens[last]?.lower ?? "") ?? cueLemma(tokens[first - 1]?.lower ?? "");
  if (lemma === null) return 0;
  return GOING_ON.has(lemma) ? 0.8 : REPLYING.has(lemma) ? -2.4 : 0;
}

const GOING_ON = new Set(["add", "conclude", "continue"]);
const REPLYING = new Set(["answer", "counter", "reply", "respond", "retort"]);

/** "The judge told Karl Brandt: “You are free.” He wept.": who was just told something that is about him. */
function wasSpokenTo({ sentences, spans, text }: Analysis, candidate: Mention, pronoun: Mention): boolean {
  const sentence = sentences[candidate.sentence];
  if (sentence === undefined || !sentence.hasQuotes || candidate.sentence === pronoun.sentence) return false;
  if (sentence.classes[candidate.first - 1] !== "V" || !ADDRESSING.has(cueLemma(sentence.tokens[candidate.first - 1]?.lower ?? "") ?? ""))
    return false;
  const quote = sentence.tokens.find((token) => token.class === "Q" && token.start > (sentence.tokens[candidate.last - 1]?.start ?? 0));
  return (
    quote !== undefined &&
    spans.length > 0 &&
    /\byou(?:r|rs|['’]\w+)?\b/i.test(text.slice(quote.start, Math.min(quote.end, quote.start + 300)))
  );
}

const ADDRESSING = new Set(["ask", "remind", "tell", "warn"]);

/** Whether quoted words speak of an entity by its surname: “Holt is a liar,” he said. */
export function isSpokenOf(entity: Entity, words: string): boolean {
  if (words === "" || !entity.named || entity.type !== "person") return false;
  const surname = (entity.words.at(-1) ?? "").toLowerCase();
  if (surname.length < 3 || !words.includes(surname)) return false;
  const at = words.search(new RegExp(`(?<![\\p{L}-])${surname.replace(/[^\p{L}\p{N}]/gu, ".")}(?![\\p{L}-])`, "u"));
  return at >= 0 && !/\b(?:i am|i['’]m|my name is|call me)\b/.test(words.slice(Math.max(0, at - 40), at));
}

/** "Ann Lee's deputy", "her deputy": the deputy is the subject. */
function isPossessor(classes: string, { first, last }: Mention): boolean {
  return classes[last] === "G" || (classes[first] === "O" && "ndN#".includes(classes[last] ?? "$"));
}

/** "Her deputy is Ann Lee": the sentence is about the person it names. */
function isIntroduced(classes: string, { kind, first }: Mention): boolean {
  return kind === "name" && /n(?:b|xb)$/.test(classes.slice(Math.max(0, first - 3), first));
}

/** “...,” said Ann Lee: a subject behind its verb, but not in "the judge told Ann Lee". */
function isInverted(classes: string, { first }: Mention): boolean {
  return classes[first - 1] === "V" && /^[,Q]$/.test(classes[first - 2] ?? "$");
}

/** A mention right behind the beginning of a sentence, a mark, a quote or a conjunction is a subject. */
function opensClause(lead: string): boolean {
  return "^,SQC-.:".includes(lead);
}
