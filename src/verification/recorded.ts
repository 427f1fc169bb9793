import type { CodePointText } from "../article/model/text.ts";
import { BLOCK_BREAK, firstWordFrom, type Searchable, type SearchableQuote } from "../article/words/searchable.ts";
import type { ClaimWords } from "./claim-words.ts";
import { joinNumbers, startsWithDigit } from "./numbers.ts";
import { type Variant, variantsIn } from "./variants/variants.ts";

/** A summary of a recorded quote. */
export type RecordedQuote = SearchableQuote;

/** An article prepared for comparison: its words as numbers, and the quotes and blocks they are in. */
export interface Recorded {
  article: Searchable["article"];
  text: CodePointText;
  /** Number of each word in the claim; -1 for words that the claim does not have. */
  ids: Int32Array;
  /** Which words of the claim each word is another spelling or form of. */
  related: (Uint8Array | null)[];
  /** Several words that stand for other words of the claim, by the word behind them. */
  variants: Map<number, Variant[]>;
  words: string[];
  /** First code point of a word, and one past its last: pairs. */
  offsets: Uint32Array;
  /** For each word, 1 when it is in a quote's marks. */
  marked: Uint8Array;
  /** What a claim is compared with: the marked words of each quote, and each block. */
  sources: RecordedRun[];
  quotes: RecordedQuote[];
  blocks: Searchable["blocks"];
}

/** A run of an article's words that a claim is compared with. */
export interface RecordedRun {
  recorded: Recorded;
  /** The quote whose marked words these are; `null` for a block. */
  quote: RecordedQuote | null;
  /** The parts of the run: a quote's segments, or the block. Indices of words, half open. */
  stretches: { from: number; to: number }[];
  /** Number of words. */
  length: number;
}

const FIGURES = / \d/;

/** Prepares an article for comparison with a claim. */
export function recordedOf(searchable: Searchable, claimed: ClaimWords): Recorded {
  const { article, text, blocks, quotes } = searchable;
  const { words, offsets } = wordsOf(searchable, text);
  const ids = new Int32Array(words.length);
  // A loop, because `Int32Array.from` takes several times as long.
  for (let index = 0; index < words.length; index += 1) ids[index] = claimed.idOf(words[index] as string);
  const marked = new Uint8Array(words.length);
  const recorded: Recorded = {
    article,
    text,
    ids,
    related: words.map((word) => claimed.relatedTo(word)),
    variants: variantsIn(claimed, words, (word) => text.slice(offsets[2 * word] ?? 0, offsets[2 * word + 1] ?? 0)),
    words,
    offsets,
    marked,
    sources: [],
    quotes,
    blocks,
  };
  const add = (quote: RecordedQuote | null, spans: { start: number; end: number }[]) => {
    const stretches = spans.map(({ start, end }) => wordsWithin(recorded, start, end)).filter(({ from, to }) => to > from);
    if (quote !== null) for (const { from, to } of stretches) marked.fill(1, from, to);
    const length = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    if (length > 0) recorded.sources.push({ recorded, quote, stretches, length });
  };
  for (const quote of quotes) if (quote.verbatim) add(quote, quote.segments);
  for (const block of blocks) add(null, [block]);
  return recorded;
}

/** The words of an article, with each number as one word. */
function wordsOf(searchable: Searchable, text: CodePointText): Pick<Recorded, "words" | "offsets"> {
  const words = searchable.words.slice(1).split(" ");
  const { offsets } = searchable;
  if (!FIGURES.test(searchable.words)) return { words, offsets };
  const joined: string[] = [];
  const places: number[] = [];
  const placed = (index: number) => ({ word: words[index] ?? "", start: offsets[2 * index] ?? 0, end: offsets[2 * index + 1] ?? 0 });
  for (let index = 0; index < words.length; index += 1) {
    if (!startsWithDigit(words[index] ?? "")) {
      joined.push(words[index] ?? "");
      places.push(offsets[2 * index] ?? 0, offsets[2 * index + 1] ?? 0);
      continue;
    }
    const figures = [placed(index)];
    while (startsWithDigit(words[index + 1] ?? "")) figures.push(placed(++index));
    for (const { word, start, end } of joinNumbers(figures, (from, to) => text.slice(from, to))) {
      joined.push(word);
      places.push(start, end);
    }
  }
  return { words: joined, offsets: Uint32Array.from(places) };
}

/** The text from the first code point of one word to the last of another. */
export function spanOf({ offsets, text }: Recorded, first: number, last: number): { text: string; start: number; end: number } {
  const start = offsets[2 * first] ?? 0;
  const end = offsets[2 * last + 1] ?? start;
  return { text: text.slice(start, end), start, end };
}

/** The words that are wholly between two code points. */
function wordsWithin({ offsets, words }: Recorded, start: number, end: number): { from: number; to: number } {
  const from = firstWordFrom(offsets, start);
  let to = firstWordFrom(offsets, end);
  while (to > from && (words[to - 1] === BLOCK_BREAK || (offsets[2 * to - 1] ?? 0) > end)) to -= 1;
  return { from: words[from] === BLOCK_BREAK ? from + 1 : from, to };
}
