import { isName } from "../parts/credits/names.ts";

/** Longer lines do not name who said something. UTF-16 units. */
const MAX_SAID_BY = 200;

const WRAPPED = /^(?:<(?:footer|cite|small|p)\b[^>]{0,100}>\s*)*[*_]{0,3}/iu;
const DASHED = /^(?:[—–―]|-{2,3}|&[mn]dash;)\s*[*_[(]*(?:<cite\b[^>]{0,100}>)?\s*[\p{L}“"'@]/u;
const HYPHENED = /^-\s+(?=[*_[]*\p{Lu}[^.!?]{1,80}$)/u;
/** "We stay. — Ada Quill, captain": the dash in the last line of a quotation. */
const AT_THE_END = /^(.*(?:[.!?…”"’'][*_]{0,2}\s+|<\/p>\s*))((?:[—–―]|-{2,3}|&[mn]dash;)\s*[*_]{0,2}(\p{Lu}[^.!?—–]{1,80}?)[*_]{0,2})$/su;

/** A line without the mark of a block quotation, and whether it had one. */
export function withoutQuoteMarks(line: string): { text: string; isQuoted: boolean } {
  const text = line.replace(/^(?:>\s?)+/, "");
  return { text, isQuoted: text !== line };
}

/**
 * Whether a line in or below a block quotation names who said it: "— Ada Quill, captain", "<cite>Ada Quill</cite>".
 *
 * @param isBelow whether the line above it is text of the quotation.
 */
export function isSaidBy(line: string, isBelow: boolean): boolean {
  if (line.length > MAX_SAID_BY) return false;
  const wrapped = WRAPPED.exec(line)?.[0] ?? "";
  const text = line.slice(wrapped.length);
  if (/<(?:footer|cite)\b/iu.test(wrapped)) return /[\p{L}@]/u.test(text);
  // A hyphen begins an item of a list too: it counts right below words only.
  if (!HYPHENED.test(text) || !isBelow) return DASHED.test(text);
  const name =
    text
      .replace(HYPHENED, "")
      .replace(/[*_[\]]/gu, "")
      .split(",")[0] ?? "";
  return isName(name) && /\s/u.test(name.trim());
}

/** The words of a quotation and the attribution that ends them in the same line; `null` where there is none. */
export function splitSaidBy(text: string): [string, string] | null {
  const [, words, attribution, name] = AT_THE_END.exec(text.slice(-4000)) ?? [];
  if (words === undefined || attribution === undefined || !isName(name?.split(/[,(]/u)[0]?.trim() ?? "")) return null;
  return [text.slice(0, text.length - Math.min(4000, text.length)) + words, attribution];
}
