import type { Mention } from "../../language/en/grammar/mentions.ts";
import { isPersonNoun } from "../../language/en/names/roles.ts";
import { inflect } from "../../language/en/tokens/cues.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";
import { wordsOf } from "../../language/en/words.ts";
import type { QuotePlace, Source } from "./quote-place.ts";

/** Verbs of gestures in all forms, with those that are irregular: "shook". */
const GESTURES = new Set([...[...wordsOf("gestures")].flatMap(inflect), "shook", "shaken", "knelt"]);
/** What listeners do while somebody speaks. */
const REACTIONS = new Set([...wordsOf("reactions")].flatMap(inflect));
/** The longest sentence that is a beat, in tokens. */
const LONGEST = 40;

/**
 * `Holt nodded. “It is over.” Brun shook her head. “It is not.”`: who acts right before a quote that stands alone speaks.
 * Behind a quote that has its speaker only a gesture tells so: not in `“We go,” said Holt. Brun left early. “We go now.”`
 */
export function beatBefore(place: QuotePlace): Source | null {
  const act = actBefore(place);
  if (act === null || !isPerson(act.sentence, act.mention)) return null;
  return act.follows && !GESTURES.has(act.verb) ? null : { mention: act.mention, cue: null };
}

/** `“It is over.” Brun shook her head.`: a gesture right behind the only quote of a paragraph tells who said it. */
export function beatAfter({ analysis, span, sentence }: QuotePlace): Source | null {
  const index = span.sentence + 1;
  const after = analysis.sentences[index];
  if (!sentence.onlyQuotes || after === undefined || after.block !== span.block || after.hasQuotes || after.tokens.length > LONGEST)
    return null;
  const { start, end } = analysis.blocks[span.block] ?? span;
  const isOnly = span.from === start && analysis.sentences[index + 1]?.block !== span.block && after.end <= end;
  const [[verb, mention] = []] = analysis.subjects[index] ?? [];
  if (!isOnly || verb === undefined || mention === undefined || mention.first > 0) return null;
  return GESTURES.has(after.tokens[verb]?.lower ?? "") && isPerson(after, mention) ? { mention, cue: null } : null;
}

/** `“We go,” said Holt. The crowd laughed. “We go now.”`: listeners who react do not take the word. */
export function isReactedTo(place: QuotePlace): boolean {
  const act = actBefore(place);
  return act?.follows === true && REACTIONS.has(act.verb) && act.mention.kind === "role" && !isPerson(act.sentence, act.mention);
}

/** Who does what right before a quote that stands alone. */
interface Act {
  sentence: Sentence;
  mention: Mention;
  verb: string;
  /** Whether a quote of the paragraph that has its speaker stands before it. */
  follows: boolean;
}

function actBefore({ analysis, number, span, sentence }: QuotePlace): Act | null {
  const index = span.sentence - 1;
  const before = analysis.sentences[index];
  if (!sentence.onlyQuotes || before === undefined || before.block !== span.block || before.tokens.length > LONGEST) return null;
  // `On “Harbour Talk,” Ann Lee named her reasons.`: the marks hold a title. Other marked words are reported by that sentence.
  if (before.hasQuotes && !/^IQ[^Q]*$/.test(before.classes)) return null;
  const acts = [...(analysis.subjects[index] ?? [])];
  const [[verb, mention] = [], [lastVerb, lastSubject] = []] = [acts[0], acts.at(-1)];
  // "After Holt left, Brun asked", "Holt isn't old, she said": another's sentence.
  if (verb === undefined || mention === undefined || mention.kind === "relative" || before.classes.slice(0, verb).includes("S"))
    return null;
  if (lastSubject !== mention && /^V\W*$/.test(before.classes.slice(lastVerb))) return null;
  const earlier = analysis.spans[number - 1];
  const follows = earlier?.block === span.block && earlier.sentence < index && analysis.sentences[earlier.sentence]?.onlyQuotes === false;
  return { sentence: before, mention, verb: before.tokens[verb]?.lower ?? "", follows };
}

/** "Ann Lee", "she" and "the minister", but not "the crowd". */
function isPerson({ classes, tokens }: Sentence, { kind, first, last }: Mention): boolean {
  if (kind === "name") return classes[last - 1] === "N";
  if (kind === "pronoun") return /^(?:he|she)$/.test(tokens[first]?.lower ?? "");
  return kind === "role" && isPersonNoun(tokens[last - 1]?.lower ?? "");
}
