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
const WORD = /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ＇][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/uy;
// One letter may stand for several words ("ﷺ" decomposes into four): it stays one word, since it has one place.
const DROPPED = /[.'’ʼ＇\p{M}\s]/gu;

/** The words of a string, folded: case, diacritics, apostrophes and compatibility forms no longer differ. */
export function foldWords(value: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  const { length } = value;
  for (let at = 0; at < length; ) {
    // Most words are of ASCII letters and digits and followed by what is sure to be no part of them.
    let end = at;
    let kinds = 0;
    let next = 0;
    for (; end < length; end += 1) {
      const code = value.charCodeAt(end);
      next = code < 0x80 ? (ASCII[code] as number) : UNKNOWN;
      if (next > UPPER) break;
      kinds |= next;
    }
    if (end > at && (end === length || next === OTHER || (next === STOP && end > at + 1))) {
      const word = value.slice(at, end);
      words.push({ word: kinds === LOWER ? word : word.toLowerCase(), start: at, end });
      at = end + 1;
    } else if (end === at && next !== UNKNOWN) at += 1;
    else {
      WORD.lastIndex = at;
      const [found = ""] = WORD.exec(value) ?? [];
      const word = foldWord(found);
      if (word !== "") words.push({ word, start: at, end: at + found.length });
      at += found.length || ((value.codePointAt(at) as number) > 0xffff ? 2 : 1);
    }
  }
  return words;
}

/** What an ASCII character is to `WORD`; any other is `UNKNOWN`. Only a single letter in front of a full stop can begin an initialism. */
const LOWER = 1;
const UPPER = 2;
const STOP = 3;
const OTHER = 4;
const UNKNOWN = 5;

const ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/.test(character)) return LOWER;
  if (/[A-Z]/.test(character)) return UPPER;
  return character === "'" ? UNKNOWN : character === "." ? STOP : OTHER;
});

/** The folded words of a string joined by single spaces: equal for strings whose words are equal. */
export function fold(value: string): string {
  return foldWords(value)
    .map(({ word }) => word)
    .join(" ");
}

function foldWord(word: string): string {
  return word.normalize("NFKD").replace(DROPPED, "").toLowerCase().normalize("NFKD").replace(DROPPED, "").replaceAll("ß", "ss");
}
