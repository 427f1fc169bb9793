import type { Article, Paragraph } from "./schema.ts";

/** Separates the blocks (headline, headings, paragraphs, credits, rights) of an article's text. */
export const BLOCK_SEPARATOR = "\n\n";

const SURROGATE = /[\uD800-\uDFFF]/;

/**
 * A string addressed in Unicode code points. Offsets are half open; the conversion to JavaScript's UTF-16 indices is
 * free for text without astral characters and one table look-up otherwise.
 */
export class CodePointText {
  readonly value: string;
  /** Length in code points. */
  readonly length: number;
  /** UTF-16 index of every code point and of the end; `null` when both units agree. */
  readonly #units: Uint32Array | null;

  /** @param length in code points, when it is known: saves a pass over the text */
  constructor(value: string, length?: number) {
    this.value = value;
    if (length === undefined ? !SURROGATE.test(value) : length === value.length) {
      this.#units = null;
      this.length = value.length;
      return;
    }
    const units = new Uint32Array(value.length + 1);
    let points = 0;
    for (let unit = 0; unit < value.length; unit += 1) {
      units[points++] = unit;
      const code = value.charCodeAt(unit);
      if (code >= 0xd800 && code < 0xdc00) {
        const next = value.charCodeAt(unit + 1);
        if (next >= 0xdc00 && next < 0xe000) unit += 1;
      }
    }
    units[points] = value.length;
    this.#units = units.subarray(0, points + 1);
    this.length = points;
  }

  /** The UTF-16 index of a code point offset; offsets past the end give the end. */
  unit(offset: number): number {
    if (this.#units === null) return Math.min(offset, this.value.length);
    return this.#units[Math.min(offset, this.length)] ?? this.value.length;
  }

  /** The code point offset of a UTF-16 index; an index inside a surrogate pair gives the pair's offset. */
  point(index: number): number {
    const units = this.#units;
    if (units === null) return Math.min(index, this.value.length);
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((units[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The words between two code point offsets. */
  slice(start: number, end: number): string {
    return this.value.slice(this.unit(start), this.unit(end));
  }
}

/** Number of code points in a string. */
export function codePointLength(value: string): number {
  return SURROGATE.test(value) ? new CodePointText(value).length : value.length;
}

/** All paragraphs of an article in reading order. */
export function paragraphsOf(article: Pick<Article, "sections">): Paragraph[] {
  return article.sections.flatMap((section) => section.paragraphs);
}

/** The blocks of an article in the order of the text; people named in one credit line share one block. */
export function blocksOf(
  article: Pick<Article, "headline" | "sections" | "credits" | "rights">,
): { text: string; start: number; end: number }[] {
  const lines = new Map(article.credits.map((credit) => [credit.start, credit]));
  const blocks = [
    article.headline,
    ...article.sections.flatMap((section) => (section.heading === null ? section.paragraphs : [section.heading, ...section.paragraphs])),
    ...lines.values(),
    ...(article.rights.notice === null ? [] : [article.rights.notice]),
  ];
  return blocks.sort((a, b) => a.start - b.start);
}

/** The article's text: every block in order, joined by a blank line, no final newline. */
export function textOf(article: Pick<Article, "headline" | "sections" | "credits" | "rights">): string {
  return blocksOf(article)
    .map((block) => block.text)
    .join(BLOCK_SEPARATOR);
}

/** Counts words: runs between white space that hold a letter or a digit. */
export function countWords(value: string): number {
  let words = 0;
  let isCounted = false;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    const kind = code < 0x80 ? (ASCII[code] as number) : kindOf(value, at);
    if (kind === SPACE) isCounted = false;
    else if (kind === WORD && !isCounted) {
      words += 1;
      isCounted = true;
    }
  }
  return words;
}

const SPACE = 1;
const WORD = 2;

/** The class of the character at an index: `SPACE`, `WORD` (a letter or a digit), or 0. */
function kindOf(value: string, at: number): number {
  const character = String.fromCodePoint(value.codePointAt(at) as number);
  if (/[\p{L}\p{N}]/u.test(character)) return WORD;
  return /\s/u.test(character) ? SPACE : 0;
}

// A table for ASCII counts several times faster than a regular expression.
const ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => kindOf(String.fromCharCode(code), 0));

/** A quote's display text: its segments joined by ` … `. */
export function displayText(segments: { text: string }[]): string {
  return segments.map((segment) => segment.text).join(" … ");
}
