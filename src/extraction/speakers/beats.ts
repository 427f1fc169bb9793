import { inflect } from "../language/en/cues.ts";
import { isPersonNoun } from "../language/en/roles.ts";
import type { Sentence } from "../language/en/tokens.ts";
import { wordsOf } from "../language/en/words.ts";
import type { Mention } from "./mentions.ts";
import type { QuotePlace, Source } from "./quote-place.ts";

/** Verbs of gestures in all forms, with those that are irregular: "shook". */
const GESTURES = new Set([...[...wordsOf("gestures")].flatMap(inflect), "shook", "shaken", "knelt"]);
/** The longest sentence that is a beat, in tokens. */
const LONGEST = 40;

/**
 * `Holt nodded. “It is over.” Brun shook her head. “It is not.”`: who acts right before a quote that stands alone speaks.
 * Behind a quote that has its speaker only a gesture tells so: not in `“We go,” said Holt. Brun left early. “We go now.”`
 */
export function beatBefore({ analysis, number, span, sentence }: QuotePlace): Source | null {
  const index = span.sentence - 1;
  const before = analysis.sentences[index];
  if (!sentence.onlyQuotes || before === undefined || before.block !== span.block || before.onlyQuotes || before.tokens.length > LONGEST)
    return null;
  const [act] = analysis.subjects[index] ?? [];
  const [lastVerb, lastSubject] = [...(analysis.subjects[index] ?? [])].at(-1) ?? [];
  // "After Holt left, Brun asked", "Holt isn't old, she said": another's sentence.
  if (act === undefined || before.classes.slice(0, act[0]).includes("S")) return null;
  if (lastSubject !== act[1] && lastVerb !== undefined && /^V\W*$/.test(before.classes.slice(lastVerb))) return null;
  const [verb, mention] = act;
  const earlier = analysis.spans[number - 1];
  const follows = earlier?.block === span.block && analysis.sentences[earlier.sentence]?.onlyQuotes === false;
  const acts = isPerson(before, mention) && (!follows || GESTURES.has(before.tokens[verb]?.lower ?? ""));
  // Marked words behind the subject are reported by that sentence itself.
  return acts && !before.classes.slice(mention.last).includes("Q") ? { mention, cue: null } : null;
}

/** "Ann Lee", "she" and "the minister", but not "the crowd". */
function isPerson({ classes, tokens }: Sentence, { kind, first, last }: Mention): boolean {
  if (kind === "name") return classes[last - 1] === "N";
  if (kind === "pronoun") return /^(?:he|she)$/.test(tokens[first]?.lower ?? "");
  return kind === "role" && isPersonNoun(tokens[last - 1]?.lower ?? "");
}
