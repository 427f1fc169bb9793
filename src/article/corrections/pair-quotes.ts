import type { Quote } from "../model/schema.ts";
import { fold } from "../words/fold.ts";

/** The share of common words from which two texts are the same quote. A corrected quote rarely loses more than half its words. */
const SAME_QUOTE = 0.5;

/** The most earlier quotes that one quote is compared with, those with its rarest words first: it keeps the time linear. */
const MAX_COMPARED = 200;

/**
 * Pairs the quotes of an article's next version with those of its previous one, one to one: first quotes with equal folded
 * words (of the same speakers first, then in the order of the text), then quotes that share most of their words.
 *
 * @returns the previous quote of each next one; quotes without a counterpart are missing
 */
export function pairQuotes(next: Quote[], previous: Quote[]): Map<Quote, Quote> {
  const pairs = new Map<Quote, Quote>();
  const folded = new Map([...next, ...previous].map((quote) => [quote, fold(quote.text)]));
  const words = (quote: Quote) => folded.get(quote) ?? "";
  const wordsAndSpeakers = (quote: Quote) => JSON.stringify([words(quote), quote.attribution.speakers.map(({ id }) => id).sort()]);
  let free = previous;
  let open = next;
  for (const key of [wordsAndSpeakers, words]) {
    pairEqual(open, free, key, pairs);
    const paired = new Set(pairs.values());
    open = open.filter((quote) => !pairs.has(quote));
    free = free.filter((quote) => !paired.has(quote));
  }
  const taken = new Set<Quote>();
  for (const { quote, before } of alike(open.map(words), free.map(words))) {
    const [one, other] = [open[quote], free[before]];
    if (one === undefined || other === undefined || pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

function pairEqual(open: Quote[], free: Quote[], key: (quote: Quote) => string, pairs: Map<Quote, Quote>): void {
  const waiting = new Map<string, Quote[]>();
  // From the last one on, so that the first one is taken off the end.
  for (const before of free.toReversed()) {
    const equal = waiting.get(key(before));
    if (equal === undefined) waiting.set(key(before), [before]);
    else equal.push(before);
  }
  for (const quote of open) {
    const before = waiting.get(key(quote))?.pop();
    if (before !== undefined) pairs.set(quote, before);
  }
}

/** Pairs of texts (by index) with enough common words, best first. */
function alike(texts: string[], others: string[]): { quote: number; before: number; share: number }[] {
  const tokens = texts.map(tokensOf);
  const otherTokens = others.map(tokensOf);
  const frequency = new Map<string, number>();
  for (const token of [...tokens, ...otherTokens].flat()) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const rarestFirst = (a: string, b: string) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1);
  // Two sets that share enough tokens share one of their rarest: the rest alone would be too few (prefix filtering;
  // Chaudhuri, Ganti and Kaushik 2006).
  const rarest = (list: string[]) => list.toSorted(rarestFirst).slice(0, list.length - Math.ceil(SAME_QUOTE * list.length) + 1);
  const places = new Map<string, number[]>();
  for (const [before, list] of otherTokens.entries()) {
    for (const token of rarest(list)) {
      const known = places.get(token);
      if (known === undefined) places.set(token, [before]);
      else known.push(before);
    }
  }
  const sets = otherTokens.map((list) => new Set(list));
  const found: { quote: number; before: number; share: number }[] = [];
  for (const [quote, list] of tokens.entries()) {
    for (const before of compared(rarest(list), places)) {
      const other = sets[before] ?? new Set();
      const common = list.filter((token) => other.has(token)).length;
      const share = common / (list.length + other.size - common);
      if (share >= SAME_QUOTE) found.push({ quote, before, share });
    }
  }
  return found.sort((a, b) => b.share - a.share || a.quote - b.quote || a.before - b.before);
}

function compared(tokens: string[], places: Map<string, number[]>): Set<number> {
  const found = new Set<number>();
  for (const token of tokens) {
    for (const before of places.get(token) ?? []) {
      if (found.size >= MAX_COMPARED) return found;
      found.add(before);
    }
  }
  return found;
}

/** The words of a folded text, each with its number of occurrence, so that repeated words count as often as they occur. */
function tokensOf(folded: string): string[] {
  const seen = new Map<string, number>();
  return folded.split(" ").map((word) => {
    const count = (seen.get(word) ?? 0) + 1;
    seen.set(word, count);
    return `${word} ${count}`;
  });
}
