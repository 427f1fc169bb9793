import { beginsWithCapital } from "../../language/en/tokens/capitals.ts";

/** What the words inside a pair of marks look like, however the sentence around them reads. */
export interface QuotedWords {
  count: number;
  /** How many words: "1" to "3", "4-6", "7-12", "13+". */
  size: string;
  /** How they are written: “DO NOT ENTER”, “A River at Night”, “a slow boat”, “We go”. */
  form: "caps" | "title" | "lower" | "upper";
  /** What they end with: a full stop, a comma, or a word. */
  stop: "." | "," | "w";
  /** Whether they address somebody or speak of oneself: “I’m staying with you”. */
  spoken: boolean;
  /** Whether they hold a common finite verb: “the boat is old”. */
  verb: boolean;
  /** Whether they are one word that no sentence has: “.fenwick”, “harbourWatch”, “50OFF99”, “S”. */
  symbol: boolean;
  /** The first word in lower case, without marks. */
  opening: string;
}

/** Longer quotes are looked at so far, in UTF-16 units. */
const REACH = 300;

/** Small words that stand in lower case inside titles: “A River at Night”. */
const TITLE_WORD = /^(?:\p{Lu}|\p{N}|(?:of|the|a|an|and|in|on|to|for|with|from|at|by|is|or)$)/u;
/** A domain, a hashtag or an account; one capital; a capital or a number inside a word. */
const SYMBOL = /^(?:[.#@]\p{L}[\p{L}\p{N}_-]+[,.]?|\p{Lu}|\p{L}+\p{Ll}\p{Lu}[\p{L}\p{N}]*[,.]?|\p{L}*\p{N}+\p{Lu}[\p{L}\p{N}]*[,.]?)$/u;
const SPOKEN = / (?:i|we|you|my|our|your|me|us|i'm|we're|you're|it's|don't|that's|i've) /;
const VERB = / (?:is|are|was|were|has|have|had|will|would|can|could|should|do|does|did|be|been|isn't|can't|won't) /;

/** Describes the words between two UTF-16 indices. */
export function quotedWordsOf(text: string, start: number, end: number): QuotedWords {
  const words = text.slice(start, Math.min(end, start + REACH)).split(/\s+/);
  const spaced = spacedWords(words);
  return {
    count: words.length,
    size: sizeOf(words.length),
    form: formOf(words),
    stop: stopOf(text[end - 1] ?? ""),
    spoken: SPOKEN.test(spaced),
    verb: VERB.test(spaced),
    symbol: words.length === 1 && SYMBOL.test(words[0] ?? ""),
    opening: spaced.trim().split(" ")[0] ?? "",
  };
}

function sizeOf(count: number): string {
  if (count > 12) return "13+";
  if (count > 6) return "7-12";
  return count > 3 ? "4-6" : String(count);
}

function formOf(words: string[]): QuotedWords["form"] {
  const letters = words.join("");
  if (!/\p{Ll}/u.test(letters) && letters.length > 3) return "caps";
  if (isTitle(words)) return "title";
  return /^\p{Ll}/u.test(words[0] ?? "") ? "lower" : "upper";
}

/** “A River at Night”: every word has a capital, is a number or one of the small words of titles. */
function isTitle(words: string[]): boolean {
  if (words.length >= 12 || !beginsWithCapital(words[0] ?? "")) return false;
  return words.every((word) => TITLE_WORD.test(word.replace(/^[^\p{L}\p{N}]+/u, "")));
}

function stopOf(last: string): QuotedWords["stop"] {
  if (/[.?!…]/.test(last)) return ".";
  return /[,;—-]/.test(last) ? "," : "w";
}

/** The words in lower case without marks, with a space before and after each. */
function spacedWords(words: string[]): string {
  const plain = words
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}' ’]/gu, "");
  return ` ${plain.replaceAll("’", "'")} `;
}
