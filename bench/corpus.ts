import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One quoted or reported span of an annotated corpus; offsets are code points. */
export interface GoldQuote {
  start: number;
  end: number;
  type: "direct" | "mixed" | "indirect";
  speaker: string | null;
  speaker_start: number | null;
  speaker_end: number | null;
  cue: string | null;
  cue_start: number | null;
  cue_end: number | null;
  attribution: string;
  /** Canonical names by hand, joined by `; `. */
  canonical?: string | null;
}

/** One annotated article. */
export interface GoldRow {
  id: string;
  text: string;
  quotes: GoldQuote[];
  unattributed_quoted: { start: number; end: number; markup?: boolean }[];
}

/**
 * Reads an annotated corpus: one JSON object a line, gzipped when the name ends in `.gz`.
 *
 * @throws Error that names the line when one is not a row of a corpus.
 */
export function readCorpus(path: string): GoldRow[] {
  const bytes = readFileSync(path);
  const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  return lines.flatMap((line, l) => {
    if (line.trim() === "") return [];
    const row = JSON.parse(line) as GoldRow;
    if (typeof row.text !== "string" || !Array.isArray(row.quotes)) throw new Error(`${path}: line ${l + 1} has no text or no quotes.`);
    return [{ ...row, unattributed_quoted: row.unattributed_quoted ?? [] }];
  });
}

/** A text as an array of code points, the unit of all offsets of a corpus. */
export type Points = string[];

const OUTSIDE = new Set([..." \n\t\u00a0\"“”‘’'«»`"]);
const OUTSIDE_END = new Set([...OUTSIDE, ...",.;"]);

/** A span without outer white space, quote marks and closing `,`, `.` and `;`: two spans are the same when these ends are. */
export function trimSpan(points: Points, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from < to && OUTSIDE.has(points[from] ?? "")) from += 1;
  while (to > from && OUTSIDE_END.has(points[to - 1] ?? "")) to -= 1;
  return [from, to];
}

/** A trimmed span as a key for sets and maps. */
export function spanKey(points: Points, start: number, end: number): string {
  return trimSpan(points, start, end).join("-");
}

/** A number from 0 to 99 that depends on the id alone (FNV-1a): splits a corpus the same way every time. */
export function percentile(id: string): number {
  let hash = 2166136261;
  for (let c = 0; c < id.length; c += 1) hash = Math.imul(hash ^ id.charCodeAt(c), 16777619);
  return (hash >>> 0) % 100;
}
