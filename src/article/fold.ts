/**
 * One way to compare words for the whole project: ids, echoes, search and the quote checker all fold with these
 * functions, so that "Good Relations", ‘good relations’ and "good  relations" are the same words everywhere.
 */

/** A folded word, which holds no white space, and where it stood: UTF-16 indices of the string that was folded, half open. */
export interface FoldedWord {
  word: string;
  start: number;
  end: number;
}

// A word is a run of letters, marks and digits. An apostrophe between letters belongs to it and is dropped ("don't" and
// "don’t" are both "dont"), and so are full stops of an initialism ("U.S." is "us").
const WORD = /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ＇][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
// One letter may stand for several words ("ﷺ" decomposes into four): it stays one word, since it has one place.
const DROPPED = /[.'’ʼ＇\p{M}\s]/gu;

/** The words of a string, folded: case, diacritics, apostrophes and compatibility forms no longer differ. */
export function foldWords(value: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const match of value.matchAll(WORD)) {
    const word = foldWord(match[0]);
    if (word !== "") words.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** The folded words of a string joined by single spaces: equal for strings whose words are equal. */
export function fold(value: string): string {
  return foldWords(value)
    .map(({ word }) => word)
    .join(" ");
}

const PLAIN = /^[a-z0-9]+$/;

function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word.normalize("NFKD").replace(DROPPED, "").toLowerCase().normalize("NFKD").replace(DROPPED, "").replaceAll("ß", "ss");
}
