/** A folded word and its place. */
export interface Placed {
  word: string;
  start: number;
  end: number;
}

const HEAD = /^\d{1,3}$/;
const GROUP = /^\d{3}$/;
const FIGURES = /^\d+$/;
const DECIMALS = /^\d+(?:k|m|mn|bn|tn)?$/;
/** What may be between the groups of three digits of one number: a comma or a narrow space (ISO 80000-1, 7.3.1). */
const SEPARATORS = new Set([",", "\u00A0", "\u2009", "\u202F"]);
const CURRENCY = /[$£€¥₹]$/u;
const PER_CENT = /^[ \u00A0\u202F]?[%％]/u;

/**
 * Makes each number one word: the groups of its digits, its decimals, a currency's sign in front and a per cent sign behind. "1,100"
 * and "1100" are equal then; "$5", "£5" and "5" are not.
 *
 * @param words folded words in order
 * @param slice the text between two places
 */
export function joinNumbers<Word extends Placed>(words: Word[], slice: (start: number, end: number) => string): Word[] {
  const joined: Word[] = [];
  let open = false;
  for (const word of words) {
    const last = joined.at(-1);
    const between = last === undefined || !startsWithDigit(word.word) ? "" : slice(last.end, word.start);
    if (last !== undefined && open && GROUP.test(word.word) && SEPARATORS.has(between)) {
      joined[joined.length - 1] = { ...last, word: last.word + word.word, end: word.end };
    } else if (last !== undefined && between === "." && FIGURES.test(last.word) && DECIMALS.test(word.word)) {
      joined[joined.length - 1] = { ...last, word: `${last.word}.${word.word}`, end: word.end };
      open = false;
    } else {
      joined.push(word);
      open = HEAD.test(word.word);
    }
  }
  return joined.map((word) => (startsWithDigit(word.word) ? withSigns(word, slice) : word));
}

function withSigns<Word extends Placed>(word: Word, slice: (start: number, end: number) => string): Word {
  const [sign = ""] = CURRENCY.exec(slice(Math.max(0, word.start - 1), word.start)) ?? [];
  const [percent = ""] = PER_CENT.exec(slice(word.end, word.end + 2)) ?? [];
  if (sign === "" && percent === "") return word;
  return {
    ...word,
    word: `${sign}${word.word}${percent === "" ? "" : "%"}`,
    start: word.start - sign.length,
    end: word.end + percent.length,
  };
}

function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

const SIGNED = /^[$£€¥₹]?(\d+)((?:\.\d+)?[a-z]*)%?$/;
const LONG = /^\d{4,15}$/;

/**
 * The words that an index has for a number: without its signs, decimals by themselves, and the digits in one word, or one per
 * group when it was written with separators. Any other word is itself.
 */
export function indexedAs(word: string): string[][] {
  const [, digits = "", rest = ""] = SIGNED.exec(word) ?? [];
  if (digits === "") return [[word]];
  const more = rest.startsWith(".") ? [rest.slice(1)] : [];
  const own = more.length > 0 ? digits : digits + rest;
  const plain = [own, ...more];
  if (!LONG.test(digits) || own !== digits) return [plain];
  return [plain, [...digits.replace(/\B(?=(?:\d{3})+$)/g, " ").split(" "), ...more]];
}
