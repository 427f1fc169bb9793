import type { Writable } from "node:stream";
import { annotateText } from "../extraction/annotate-text.ts";

export const ANNOTATE_HELP = `Usage: verbatim annotate < TEXTS.ndjson > QUOTES.ndjson

Finds the quotes of texts. Reads one { "id", "text" } a line, writes one { "id", "quotes" } a line, in order, as lines
come. An entry of "quotes" is one segment:
  { "start", "end", "kind", "quote", "mention": { "start", "end" } | null, "cue": { "start", "end" } | null,
    "speaker": "canonical name" | null, "confidence" }
Offsets are code points of the given text, half open; "quote" ties the segments of one quote; two speakers are joined
by "; ". A line that is malformed or fails is answered by { "id": its id or null, "error", "quotes": [] }.

Exit code: 0 when every line was sound, 1 when one was malformed or failed, 2 for a wrong command line.
`;

/** Longest text of one line that is annotated, in UTF-16 units; a longer one is answered with an error. */
const MAX_TEXT = 10_000_000;

/**
 * Annotates NDJSON: one `{ id, text }` a line in, one `{ id, quotes }` a line out, in order, as lines come.
 * A line that is no such object, or whose text fails, gives `{ "id", "error": { "line", "message" }, "quotes": [] }` in its
 * place, with `id` null when it has none.
 *
 * @param input lines without their line feed.
 * @returns how many lines were malformed or failed: the exit code is to be nonzero when there are any.
 */
export async function annotateLines(input: AsyncIterable<string>, output: Writable): Promise<number> {
  let line = 0;
  let malformed = 0;
  for await (const value of input) {
    line += 1;
    const answer = annotateLine(value, line);
    if ("error" in answer) malformed += 1;
    if (!output.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => output.once("drain", resolve));
  }
  return malformed;
}

function annotateLine(value: string, line: number) {
  const row = parse(value);
  const id = row?.id ?? null;
  if (row === null) return failure(line, null, "is no JSON object; give one object { id, text } on each line");
  if (typeof row.text !== "string") return failure(line, id, "has no `text`, or it is no string");
  if (row.text.length > MAX_TEXT) return failure(line, id, `has a text of more than ${MAX_TEXT} characters; split it`);
  try {
    return { id, quotes: annotateText(row.text) };
  } catch {
    // One text must not end the run for all that follow it.
    return failure(line, id, "could not be annotated; please report its text as an error of verbatim");
  }
}

function failure(line: number, id: unknown, message: string) {
  return {
    id: typeof id === "string" || typeof id === "number" ? id : null,
    error: { line, message: `Line ${line} ${message}.` },
    quotes: [],
  };
}

function parse(value: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
