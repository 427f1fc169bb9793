/** A folded word, and where it stood. */
export interface Placed {
  word: string;
  start: number;
  end: number;
}

const HEAD = /^\d{1,3}$/;
const GROUP = /^\d{3}$/;
const LONG = /^\d{4,15}$/;
/** What stands between the groups of three digits of one number: a comma or a narrow space (ISO 80000-1, 7.3.1). */
const SEPARATORS = new Set([",", "\u00A0", "\u2009", "\u202F"]);

/**
 * Makes one word of the digit groups of a number, so that "1,100" is "1100" however it is written.
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

/** A number's digits in the groups that words of an index have where it was written with separators; `null` for other words. */
export function groupsOf(word: string): string[] | null {
  return LONG.test(word) ? word.replace(/\B(?=(?:\d{3})+$)/g, " ").split(" ") : null;
}
