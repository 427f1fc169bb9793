import { cueLemma, isReportingVerb } from "../../language/en/tokens/lexicon.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import { isNounOfSpeech } from "./nearest-report.ts";
import { possessorBefore, type QuotePlace, SOURCE_REACH, type Source, wordsBetween } from "./quote-place.ts";
import { sourcePhraseAt } from "./sources-before.ts";

/** What "as" may join to words that were said: "as Holt said", "as Holt called it", but not "as Holt promised to leave". */
const SAID = new Set([
  "brand",
  "call",
  "characterise",
  "characterize",
  "describe",
  "dub",
  "explain",
  "express",
  "label",
  "note",
  "phrase",
  "remark",
  "say",
  "term",
  "write",
]);

/** `“We go,” as Holt put it`, `“We go,” as a memo said`. */
export function putItAfter(place: QuotePlace): Source | null {
  const { sentence, span, subjects } = place;
  const as = tokenBehind(sentence, span.token);
  if (sentence.tokens[as]?.lower !== "as") return null;
  for (let t = as + 1; t < as + 16; t += 1) {
    const mention = subjects.get(t);
    if (mention === undefined || mention.first <= as) continue;
    const word = sentence.tokens[t]?.lower ?? "";
    const says = putsIt(sentence, t) || (sentence.classes[t] === "V" && SAID.has(cueLemma(word) ?? ""));
    // "Holt vowed to “fight,” as he put it": Holt is who vowed.
    return says && !(mention.kind === "pronoun" && isReported(place)) ? { mention, cue: { first: t, last: t + 1 } } : null;
  }
  return null;
}

/** "Put it", "puts it". */
function putsIt({ tokens }: Sentence, t: number): boolean {
  return /^puts?$/.test(tokens[t]?.lower ?? "") && /^(?:it|this|things)$/.test(tokens[t + 1]?.lower ?? "");
}

/** Whether a speech verb with its subject stands before the quote. */
function isReported({ sentence, span, subjects }: QuotePlace): boolean {
  for (let t = span.token - 1; t > span.token - SOURCE_REACH; t -= 1) if (sentence.classes[t] === "V") return subjects.has(t);
  return false;
}

/** `“We go,” cheered the crowd as Ann Lee wept`: a speech verb right behind the quote, with its subject behind it. */
export function invertedBehind({ sentence, span, subjects }: QuotePlace): Source | null {
  const { classes, tokens } = sentence;
  let verb = span.token + 1;
  while (",R".includes(classes[verb] ?? "$")) verb += 1;
  // "“Slow boat” email lists": a bare form is a noun.
  const word = tokens[verb]?.lower ?? "";
  if (word === cueLemma(word) && word !== "say") return null;
  const mention = classes[verb] === "V" ? subjects.get(verb) : undefined;
  return mention !== undefined && mention.first > verb && mention.kind !== "relative"
    ? { mention, cue: { first: verb, last: verb + 1 } }
    : null;
}

/** `“We go,” Ann Lee, who runs the ferry, told the Post`: the mention right behind a quote that opens its sentence, its verb however far. */
export function subjectBehind({ analysis, sentence, span, subjects }: QuotePlace): Source | null {
  const { classes, tokens } = sentence;
  const cut = classes[span.token + 1] === "," || /[,?!]/.test(analysis.text[span.end - 1] ?? "");
  if (sentence.firstWord < span.token || !cut) return null;
  const verb = span.token + 1 + classes.slice(span.token + 1, span.token + SOURCE_REACH).indexOf("V");
  const mention = verb <= span.token ? undefined : subjects.get(verb);
  if (mention === undefined || mention.kind === "relative" || !isReportingVerb(tokens[verb]?.lower ?? "")) return null;
  return /^[,R]*$/.test(classes.slice(span.token + 1, mention.first)) ? { mention, cue: { first: verb, last: verb + 1 } } : null;
}

/** `“We go,” per the club's bylaws`, `“We go,” in the words of Holt`. */
export function sourcePhraseAfter(place: QuotePlace): Source | null {
  return sourcePhraseAt(place, tokenBehind(place.sentence, place.span.token));
}

/** `Holt's “we go” promise`: a noun of speech right behind the quote. */
export function nounBehind(place: QuotePlace): Source | null {
  const { sentence, span } = place;
  const { tokens, classes } = sentence;
  const noun = [span.token + 1, span.token + 2].find((t) => isNounOfSpeech(tokens[t]?.lower ?? ""));
  if (noun === undefined || /[^nNV]/.test(classes.slice(span.token + 1, noun + 1))) return null;
  const mention = possessorBefore(place, span.token);
  return mention === null ? null : { mention, cue: { first: noun, last: noun + 1 } };
}

/** How somebody's words are looked back on: "that was how Holt described it", "that is what Holt said". */
const LOOKED_BACK = new Set([
  "call",
  "characterise",
  "characterize",
  "describe",
  "remember",
  "say",
  "see",
  "summarise",
  "summarize",
  "tell",
  "view",
  "write",
]);

const LOOKING_BACK = new Set(["that", "this", "so", "such", "here"]);

/** `“We go.” That was how Holt described the plan.`: the next sentence tells whose words those are. */
export function saidSoAfter({ analysis, span, sentence }: QuotePlace): Source | null {
  const index = span.sentence + 1;
  const next = analysis.sentences[index];
  if (span.token < sentence.tokens.length - 2 || next === undefined || next.block > span.block + 1) return null;
  if (!LOOKING_BACK.has(next.tokens[0]?.lower ?? "")) return null;
  const opening = /^ \S+ (?:(?:is|was|'s) )?(?:\S+ )?(?:how|what|the way) /.exec(wordsBetween(next, 0, 6));
  if (opening === null) return null;
  const from = opening[0].trim().split(" ").length;
  for (const [verb, mention] of analysis.subjects[index] ?? []) {
    if (mention.first !== from) continue;
    const said = next.classes[verb] === "V" && LOOKED_BACK.has(cueLemma(next.tokens[verb]?.lower ?? "") ?? "");
    return said || putsIt(next, verb) ? { mention, cue: { first: verb, last: verb + 1 } } : null;
  }
  return null;
}

/** The token behind the quote, past a comma or a dash. */
function tokenBehind({ classes }: Sentence, quote: number): number {
  return ",-".includes(classes[quote + 1] ?? "$") ? quote + 2 : quote + 1;
}
