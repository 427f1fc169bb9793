import type { AnnotatedSegment } from "../src/extraction/annotate-text.ts";
import { type GoldQuote, type GoldRow, type Points, trimSpan } from "./corpus.ts";

type Pair = [number, number];

/** Counts of one or more articles; the percentages of the report are quotients of these. */
export interface Score {
  gold: number;
  found: number;
  exact: number;
  overlapping: number;
  /** Matched spans whose speaker is annotated, those with the right mention, those where the name is right at least. */
  speakers: number;
  mentions: number;
  names: number;
  allSpeakers: number;
  canonical: number;
  canonicalRight: number;
  allCanonical: number;
  pronouns: number;
  pronounsRight: number;
  notSpeech: number;
  notSpeechTaken: number;
  kinds: number;
  indirectGold: number;
  indirectFound: number;
  indirectExact: number;
}

/** A pair of an annotated and a found span, `found` being `null` when the span was missed. */
export interface Match {
  gold: GoldQuote;
  found: AnnotatedSegment | null;
  right: boolean;
}

export function emptyScore(): Score {
  const names =
    "gold found exact overlapping speakers mentions names allSpeakers canonical canonicalRight allCanonical pronouns pronounsRight notSpeech notSpeechTaken kinds indirectGold indirectFound indirectExact";
  return Object.fromEntries(names.split(" ").map((name) => [name, 0])) as unknown as Score;
}

/** Adds one article to the counts and returns its pairs; spans match when their intersection is at least 0.8 of their union. */
export function scoreArticle(score: Score, row: GoldRow, points: Points, entries: AnnotatedSegment[]): Match[] {
  const gold = row.quotes.filter((quote) => quote.type !== "indirect");
  const found = entries.filter((entry) => entry.kind !== "indirect");
  const trim = (span: { start: number; end: number }): Pair => trimSpan(points, span.start, span.end);
  const goldSpans = gold.map(trim);
  const foundSpans = found.map(trim);
  score.gold += gold.length;
  score.found += found.length;
  score.exact += common(goldSpans, foundSpans);
  const matches = new Map<number, number>();
  const taken = new Set<number>();
  for (const [g, f] of pairs(goldSpans, foundSpans)) {
    if (matches.has(g) || taken.has(f)) continue;
    matches.set(g, f);
    taken.add(f);
  }
  score.overlapping += matches.size;
  const result = gold.map((quote, g): Match => {
    const entry = found[matches.get(g) ?? -1] ?? null;
    if (quote.speaker !== null) score.allSpeakers += 1;
    if (quote.canonical) score.allCanonical += 1;
    return entry === null
      ? { gold: quote, found: null, right: false }
      : { gold: quote, found: entry, right: count(score, quote, entry, points) };
  });
  for (const other of row.unattributed_quoted) {
    if (other.markup) continue;
    score.notSpeech += 1;
    if (foundSpans.some(([a, b]) => Math.min(b, other.end) - Math.max(a, other.start) > 0.5 * (other.end - other.start)))
      score.notSpeechTaken += 1;
  }
  const indirect = row.quotes.filter((quote) => quote.type === "indirect").map(trim);
  const reported = entries.filter((entry) => entry.kind === "indirect").map(trim);
  score.indirectGold += indirect.length;
  score.indirectFound += reported.length;
  score.indirectExact += common(indirect, reported);
  return result;
}

function count(score: Score, quote: GoldQuote, entry: AnnotatedSegment, points: Points): boolean {
  if (quote.type === entry.kind) score.kinds += 1;
  let right = quote.speaker === null;
  if (quote.speaker !== null && quote.speaker_start !== null && quote.speaker_end !== null) {
    score.speakers += 1;
    const { mention } = entry;
    right = mention !== null && mention.start < quote.speaker_end && quote.speaker_start < mention.end;
    if (right) score.mentions += 1;
    if (right || (mention !== null && sameName(points.slice(mention.start, mention.end).join(""), quote.speaker))) score.names += 1;
  }
  if (quote.canonical) {
    score.canonical += 1;
    const named = quote.canonical.split("; ").some((name) => sameName(entry.speaker ?? "", name));
    if (named) score.canonicalRight += 1;
    if (/^(?:he|she|they|him|her|it|i|we|who)$/i.test(quote.speaker ?? "")) {
      score.pronouns += 1;
      if (named) score.pronounsRight += 1;
    }
  }
  return right;
}

/** Pairs of spans that overlap enough, the best first. */
function pairs(gold: Pair[], found: Pair[]): Pair[] {
  const list: [number, number, number][] = [];
  for (const [g, [a, b]] of gold.entries()) {
    for (const [f, [c, d]] of found.entries()) {
      if (Math.min(b, d) <= Math.max(a, c) && !(a === c && b === d)) continue;
      const share = a === c && b === d ? 1 : (Math.min(b, d) - Math.max(a, c)) / Math.max(1, Math.max(b, d) - Math.min(a, c));
      if (share >= 0.8) list.push([share, g, f]);
    }
  }
  return list.sort((x, y) => y[0] - x[0] || y[1] - x[1] || y[2] - x[2]).map(([, g, f]) => [g, f]);
}

/** The size of the intersection of two multisets of spans. */
function common(a: Pair[], b: Pair[]): number {
  const counts = new Map<string, number>();
  for (const span of a) counts.set(span.join("-"), (counts.get(span.join("-")) ?? 0) + 1);
  let sum = 0;
  for (const span of b) {
    const left = counts.get(span.join("-")) ?? 0;
    if (left === 0) continue;
    counts.set(span.join("-"), left - 1);
    sum += 1;
  }
  return sum;
}

const HONORIFIC = /\b(?:mr|mrs|ms|dr|sen|rep|gov|president|the|sir|prof|professor|lt|gen|col)\b\.?/gi;

/** Whether two names are one: equal, or the same last word and one's words all among the other's. */
export function sameName(a: string, b: string): boolean {
  if (a !== "" && a.trim().toLowerCase() === b.trim().toLowerCase()) return true;
  const [left, right] = [nameWords(a), nameWords(b)];
  if (left.length === 0 || right.length === 0 || left.at(-1) !== right.at(-1)) return false;
  return left.every((word) => right.includes(word)) || right.every((word) => left.includes(word));
}

function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(HONORIFIC, " ")
    .replace(/[^\p{L}\p{N}_\s'-]/gu, " ")
    .split(/\s+/)
    .filter((word) => [...word].length > 1);
}
