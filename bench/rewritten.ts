import { foldWords } from "../src/article/words/fold.ts";
import type { Dice } from "./dice.ts";
import { TOPICS } from "./newsroom-words.ts";

/** Other ways to write the words of a quote, by simple rules of their own: what the checker knows is not used. */

const NOUNS = new Set(TOPICS.flatMap(({ nouns }) => nouns));
const VERBS = new Set(TOPICS.flatMap(({ verbs }) => verbs));
const WORD = /\p{L}+/gu;

/** Every noun in another number and every verb in another tense; `null` when fewer than two words change. */
export function inflected(text: string): string | null {
  let changed = 0;
  const other = text.replace(WORD, (word) => {
    const made = otherForm(word.toLowerCase());
    if (made === null) return word;
    changed += 1;
    return made;
  });
  return changed < 2 ? null : other;
}

function otherForm(word: string): string | null {
  const singular = word.replace(/s$/, "");
  if (NOUNS.has(word))
    return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : `${word}s`;
  if (NOUNS.has(singular)) return singular;
  if (VERBS.has(word) && word !== "cut")
    return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : word.endsWith("e") ? `${word}d` : `${word}ed`;
  return null;
}

const SPELLINGS: [RegExp, string][] = [
  [/\bdon[’']t\b/giu, "do not"],
  [/\bdo not\b/giu, "don’t"],
  [/\bcan(?:not|[’']t)\b/giu, "can not"],
  [/\bwon[’']t\b/giu, "will not"],
  [/\bwill not\b/giu, "won’t"],
  [/\bis not\b/giu, "isn’t"],
  [/\bare not\b/giu, "aren’t"],
  [/\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n[’']t\b/giu, "$1 not"],
  [/\b(we|you|they)[’']re\b/giu, "$1 are"],
  [/\b(we|you|they) are\b/giu, "$1’re"],
  [/\b(I|we|you|they)[’']ve\b/giu, "$1 have"],
  [/\bI[’']m\b/giu, "I am"],
  [/\bI am\b/gu, "I’m"],
  [/\bit[’']s\b/giu, "it is"],
  [/\b(it|that|there|what) is\b/giu, "$1’s"],
  [/\b(\w+)ll(ed|ing)\b/gu, "$1l$2"],
  [/\b(\w{3,})is(e[ds]?|ing|ation)\b/gu, "$1iz$2"],
  [/\b(harb|lab|fav|col|hon)our/giu, "$1or"],
  [/\btheatre/giu, "theater"],
  [/\btwo\b/giu, "2"],
  [/\bthree\b/giu, "3"],
  [/\bfour\b/giu, "4"],
  [/\bfive\b/giu, "5"],
  [/\bsix\b/giu, "6"],
  [/\bten\b/giu, "10"],
  [/\btwelve\b/giu, "12"],
  [/\ba tenth\b/giu, "a 10th"],
];

/** The text in other spellings; `null` when none of its words has another. */
export function respelled(text: string): string | null {
  for (const [pattern] of SPELLINGS) pattern.lastIndex = 0;
  // Each rule at most once in one place: a contraction that was spelled out stays so.
  const rules = SPELLINGS.filter(([pattern]) => pattern.test(text));
  for (const [pattern] of rules) pattern.lastIndex = 0;
  const other = rules.reduce((made, [pattern, by]) => made.replace(pattern, by), text);
  return fold(other) === fold(text) ? null : other;
}

/** The text with a letter of one or two longer words left out, doubled or changed with the next. */
export function misspelt(text: string, dice: Dice): string | null {
  const long = [...text.matchAll(/\p{L}{6,}/gu)];
  if (long.length < 2) return null;
  const slips = new Set([dice.pick(long), dice.pick(long)]);
  let made = text;
  for (const { 0: word, index } of [...slips].sort((a, b) => b.index - a.index)) {
    const at = 2 + dice.below(word.length - 4);
    const [a = "", b = ""] = [word[at], word[at + 1]];
    const slip = dice.pick([b, `${a}${a}${b}`, `${b}${a}`]);
    made = made.slice(0, index) + word.slice(0, at) + slip + word.slice(at + 2) + made.slice(index + word.length);
  }
  return fold(made) === fold(text) ? null : made;
}

function fold(text: string): string {
  return foldWords(text)
    .map(({ word }) => word)
    .join(" ");
}
