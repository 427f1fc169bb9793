import type { Readable, Writable } from "node:stream";
import { counted } from "../article/words/counted.ts";
import { annotateText } from "../extraction/annotate-text.ts";
import { linesOf } from "./lines.ts";
import { refuse, type Terminal } from "./terminal.ts";

export const ANNOTATE_HELP = `Usage: verbatim annotate < TEXTS.ndjson > QUOTES.ndjson

Finds the quotes in texts. Reads one { "id", "text" } per line from stdin and writes one { "id", "quotes" } per line to
stdout, in the same order, line by line. An entry of "quotes" is one segment:
  { "start", "end", "kind", "quote", "mention": { "start", "end" } | null, "cue": { "start", "end" } | null,
    "speaker": "canonical name" | null, "confidence" }
Offsets count code points of the text; "end" is exclusive. "quote" is equal for the segments of one quote. Two speakers
are joined by "; ". In a text that is clearly in a language without rules, marked words are quotes and nobody is named. A
line that is malformed or fails gives { "id": its id or null, "error", "quotes": [] }.

Exit code: 0 when every line was annotated, 1 when one was malformed or failed, 2 for a wrong command line.
`;

/** The longest text that is annotated, in UTF-16 units. */
const MAX_TEXT = 10_000_000;

/** `verbatim annotate`. @returns the exit code */
export async function annotateCommand(args: string[], terminal: Terminal & { stdin: Readable; stdout: Writable }): Promise<number> {
  // "-" is standard input by a custom of the command line, and here in any case.
  if (args.length > 1 || (args[0] ?? "-") !== "-") {
    return refuse("annotate", `annotate takes no arguments, not "${args.join(" ")}": it reads standard input.`, terminal);
  }
  const malformed = await annotateLines(linesOf(terminal.stdin), terminal.stdout);
  if (malformed === 0) return 0;
  terminal.stderr.write(`${counted(malformed, "malformed line")}; the output has an error in the place of each.\n`);
  return 1;
}

/**
 * Annotates NDJSON: reads one `{ id, text }` per line and writes one `{ id, quotes }` per line, in the same order.
 * A line that is not such an object, or whose text fails, gives `{ "id", "error": { "line", "message" }, "quotes": [] }`,
 * with `id` null when it has none.
 *
 * @param input lines without their line feed
 * @returns how many lines were malformed or failed
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
  if (row === null) return failure(line, null, 'is not a JSON object: expected { "id", "text" }');
  if (typeof row.text !== "string") return failure(line, id, 'has no "text", or it is not a string');
  if (row.text.length > MAX_TEXT) return failure(line, id, `has a text of more than ${MAX_TEXT} characters: split it`);
  try {
    return { id, quotes: annotateText(row.text) };
  } catch {
    // One text must not end the run for all that follow it.
    return failure(line, id, "could not be annotated: please report its text as a fault of verbatim");
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
