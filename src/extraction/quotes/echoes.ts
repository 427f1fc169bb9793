import type { Echo, Quote } from "../../article/model/schema.ts";
import { foldWords } from "../../article/words/fold.ts";

/** An altered echo has at least this share of its words, in order, in one segment; it has at least three words. */
const ALTERED_SHARE = 0.75;
const MIN_ALTERED_WORDS = 3;
/** Longer echoes are compared by this many words; a word in more segments than MAX_CANDIDATES tells nothing. */
const MAX_ECHO_WORDS = 24;
const MAX_CANDIDATES = 64;

type Match = Pick<Echo, "quoteId" | "match">;
interface FoldedSegment {
  quote: string;
  words: string[];
}

/**
 * Ties words in marks to the quote whose words they repeat. Words are compared folded (case, marks, dashes):
 * `exact` when one segment holds the same words in a row, `altered` when it holds ALTERED_SHARE of them in order within
 * twice their length. Indirect quotes are the reporter's words and are repeated by nobody.
 */
export function echoMatcher(quotes: Quote[]): (words: string) => Match {
  const segments: FoldedSegment[] = [];
  const postings = new Map<string, Set<FoldedSegment>>();
  for (const quote of quotes) {
    if (quote.kind === "indirect") continue;
    for (const segment of quote.segments) {
      const folded = { quote: quote.id, words: foldWords(segment.text).map(({ word }) => word) };
      segments.push(folded);
      for (const word of folded.words) {
        const known = postings.get(word);
        if (known === undefined) postings.set(word, new Set([folded]));
        else if (known.size <= MAX_CANDIDATES) known.add(folded);
      }
    }
  }
  return (value) =>
    match(
      foldWords(value.slice(0, 2000)).map(({ word }) => word),
      postings,
    );
}

function match(echo: string[], postings: Map<string, Set<FoldedSegment>>): Match {
  if (echo.length === 0) return { quoteId: null, match: null };
  const words = echo.slice(0, MAX_ECHO_WORDS);
  const known = words.map((word) => postings.get(word)).filter((set) => set !== undefined);
  const rarest = known.length === words.length ? known.reduce((a, b) => (b.size < a.size ? b : a)) : [];
  for (const segment of rarest) if (holds(segment.words, echo)) return { quoteId: segment.quote, match: "exact" };
  if (words.length < MIN_ALTERED_WORDS) return { quoteId: null, match: null };
  const candidates = new Set(known.filter((set) => set.size <= MAX_CANDIDATES).flatMap((set) => [...set]));
  let best: Match = { quoteId: null, match: null };
  let most = Math.ceil(words.length * ALTERED_SHARE) - 1;
  for (const segment of candidates) {
    const shared = wordsInOrder(segment.words, words);
    if (shared > most) [best, most] = [{ quoteId: segment.quote, match: "altered" }, shared];
  }
  return best;
}

function holds(words: string[], echo: string[]): boolean {
  for (let at = words.indexOf(echo[0] ?? ""); at >= 0; at = words.indexOf(echo[0] ?? "", at + 1)) {
    if (echo.every((word, offset) => words[at + offset] === word)) return true;
  }
  return false;
}

/** Length of the longest common subsequence of the echo and any window of twice its length. */
function wordsInOrder(words: string[], echo: string[]): number {
  const wanted = new Set(echo);
  const places = words.flatMap((word, at) => (wanted.has(word) ? [at] : [])).slice(0, 200);
  let best = 0;
  for (const start of places) {
    const window = words.slice(start, start + echo.length * 2);
    let row = new Array<number>(window.length + 1).fill(0);
    for (const word of echo) {
      const next = [0];
      for (let at = 0; at < window.length; at += 1) {
        next.push(window[at] === word ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
      }
      row = next;
    }
    best = Math.max(best, row.at(-1) ?? 0);
  }
  return best;
}
