/** Words of fewer letters have too many neighbours for a guess to be of use. */
const MIN_LETTERS = 4;
/** Longer ones are no words of a language. */
const MAX_LETTERS = 100;
/** Letters from which on two slips are looked for instead of one. */
const TWO_SLIPS_FROM = 8;
/** Words one misspelt word finds at most. */
const MAX_SIMILAR = 10;

/** What a word that may be misspelt can stand for: `null` when it is too short or too long to guess. Lengths in UTF-16 units. */
export function spellingRange(word: string): { first: string; minLength: number; maxLength: number; slips: number } | null {
  if (word.length < MIN_LETTERS || !isGuessable(word)) return null;
  const slips = word.length < TWO_SLIPS_FROM ? 1 : 2;
  return { first: String.fromCodePoint(word.codePointAt(0) ?? 0), minLength: word.length - slips, maxLength: word.length + slips, slips };
}

/** Whether a word may be one that a misspelt word stands for. */
export function isGuessable(word: string): boolean {
  return word.length <= MAX_LETTERS;
}

/**
 * The words that `word` may be a misspelling of: same first letter, and one slip away (two from eight letters on), a slip
 * being a letter too many, too few, wrong, or changed with its neighbour. The word itself is not among them.
 *
 * @param word a folded word
 * @param known folded words to choose from, in any order; those outside `spellingRange(word)` are passed over
 * @returns at most ten, those with fewer slips first, then in the order of their code units
 */
export function similarWords(word: string, known: Iterable<string>): string[] {
  const range = spellingRange(word);
  if (range === null) return [];
  const found: { word: string; slips: number }[] = [];
  for (const other of known) {
    if (other.length < range.minLength || other.length > range.maxLength || !other.startsWith(range.first) || other === word) continue;
    const slips = slipsBetween(word, other, range.slips);
    if (slips <= range.slips) found.push({ word: other, slips });
  }
  return found
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_SIMILAR)
    .map((one) => one.word);
}

/** Slips between two words: optimal string alignment distance, given up as `most + 1` once no path can stay within `most`. */
export function slipsBetween(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? most + 1;
}
