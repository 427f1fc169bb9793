/** A folded word and its place. */
export interface Placed {
  word: string;
  start: number;
  end: number;
}

const HEAD = /^\d{1,3}$/;
const GROUP = /^\d{3}$/;
const LONG = /^\d{4,15}$/;
/** What may be between the groups of three digits of one number: a comma or a narrow space (ISO 80000-1, 7.3.1). */
const SEPARATORS = new Set([",", "\u00A0", "\u2009", "\u202F"]);

/**
 * Joins the digit groups of a number into one word, so that "1,100" and "1100" are equal.
 *
 * @param words folded words in order
 * @param between the text between the end of one word and the start of the next
 */
export function joinNumbers<Word extends Placed>(words: Word[], between: (end: number, start: number) => string): Word[] {
  const joined: Word[] = [];
  let open = false;
  for (const word of words) {
    const last = joined.at(-1);
    if (open && last !== undefined && GROUP.test(word.word) && SEPARATORS.has(between(last.end, word.start))) {
      joined[joined.length - 1] = { ...last, word: last.word + word.word, end: word.end };
    } else {
      joined.push(word);
      open = HEAD.test(word.word);
    }
  }
  return joined;
}

/** The digit groups of a number, which are its words in an index when it was written with separators; `null` for other words. */
export function groupsOf(word: string): string[] | null {
  return LONG.test(word) ? word.replace(/\B(?=(?:\d{3})+$)/g, " ").split(" ") : null;
}
