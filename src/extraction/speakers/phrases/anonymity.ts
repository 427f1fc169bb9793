import type { TextRange } from "../../document.ts";

/** Phrases for sources that are not to be known. */
const UNNAMED = /\b(?:anonymous|unnamed|unidentified|undisclosed|sources?|insiders?)\b|familiar with|close to the/i;
/** The same right behind a phrase: "a person close to the talks". */
const BEHIND = /^,?\s*(?:who (?:is|was|are|were) )?(?:familiar with|close to|briefed on|with (?:direct )?knowledge of)\b/i;
/** What is said of somebody beside his phrase who does not want to be known. */
const WITHHELD =
  /\b(?:anonymously|anonymity)\b|\bnot (?:to be|be|being) (?:named|identified|quoted)\b|\bnot authori[sz]ed to\b|\b(?:declined|refused|unwilling|did ?n[o’']t want) to be (?:named|identified|quoted)\b/i;

/** How many characters beside a phrase are looked at, and how many may end words begun in it. */
const REACH = 90;
const OVERHANG = " with".length;

/**
 * Whether a phrase names a source that is not to be known: he keeps his mention and is nobody. Only the words that name
 * the speaker count, not those he says: "the divers think the source of the leak is a pipe".
 *
 * @param said where his words stand.
 */
export function isAnonymous(text: string, phrase: TextRange, sentence: TextRange, said: readonly TextRange[]): boolean {
  // "A person familiar | with the matter": the phrase may end inside the words that say so.
  if (UNNAMED.test(text.slice(phrase.start, Math.min(phrase.end + OVERHANG, sentence.end)))) return true;
  const behind = without(text, { start: phrase.end, end: Math.min(phrase.end + REACH, sentence.end) }, said);
  const before = without(text, { start: Math.max(phrase.start - REACH, sentence.start), end: phrase.start }, said);
  return BEHIND.test(behind) || WITHHELD.test(behind) || WITHHELD.test(before);
}

/** A stretch of text up to the words said in it, and from them on. */
function without(text: string, { start, end }: TextRange, said: readonly TextRange[]): string {
  let words = "";
  let at = start;
  for (const range of said) {
    if (range.end <= at || range.start >= end) continue;
    words += `${text.slice(at, Math.max(at, range.start))} `;
    at = range.end;
  }
  return at < end ? words + text.slice(at, end) : words;
}
