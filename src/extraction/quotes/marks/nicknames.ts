import type { TextRange } from "../../document.ts";
import { isFirstName } from "../../language/en/names/name-parts.ts";
import { titleOf } from "../../language/en/names/titles.ts";
import { classOf, cueLemma } from "../../language/en/tokens/lexicon.ts";
import { isHeadingIn } from "../../language/en/tokens/title-case.ts";
import type { Marked } from "./marked.ts";

/** A nickname has up to three words and no stop: “Matty”, “the Hammer”, “Dr. No”. */
const NICKNAME = /^(?:the )?\p{Lu}[\p{L}.’'-]*(?: [\p{L}\p{N}’'-]+){0,2}$/u;
const LONGEST = 24;
/** The part of a name right before and right after; an initial may stand between: "Martin C. “Matty” Shaw". */
const BEFORE = /(?:^|[^\p{L}\p{N}’'-])(\p{Lu}[\p{L}’'-]*)(?:(?: \p{Lu}\.){1,2}|\.)? ?$/u;
const AFTER = /^ ?(\p{Lu}[\p{L}’'-]*)/u;
const REACH = 40;
/** Classes of words that are not part of a name, with a capital or without. */
const FUNCTION_WORDS = "DPOWbITCS";

/**
 * A nickname between two parts of a name, which are one name without it: Robert “Lanky” Pike, Robert (“Lanky”) Pike.
 *
 * @returns the span with the brackets around it, or `null` for other marked words.
 */
export function nicknameIn(text: string, block: TextRange, span: Marked): Marked | null {
  const words = text.slice(span.start, span.end);
  if (!span.closed || words.length > LONGEST || !NICKNAME.test(words)) return null;
  const bracketed = text[span.from - 1] === "(" && text[span.to] === ")" ? 1 : 0;
  const [from, to] = [span.from - bracketed, span.to + bracketed];
  const before = BEFORE.exec(text.slice(Math.max(block.start, from - REACH), from))?.[1];
  const after = AFTER.exec(text.slice(to, Math.min(block.end, to + REACH)))?.[1];
  if (before === undefined || after === undefined || !isNamePart(before) || !isNamePart(after)) return null;
  // Where every word has a capital, only a first name or a title tells: Council “Green” Plan.
  const told = isFirstPart(before) || !isHeadingIn(text, block);
  return told ? { ...span, from, to, inName: true } : null;
}

function isFirstPart(word: string): boolean {
  return isFirstName(word.toLowerCase()) || titleOf(word.toLowerCase()) !== null;
}

/** "Hope" may be a name, "the" and "says" may not. */
function isNamePart(word: string): boolean {
  const lower = word.toLowerCase();
  const lemma = cueLemma(lower);
  return !FUNCTION_WORDS.includes(classOf(lower, lower, false)) && (lemma === null || lemma === lower);
}
