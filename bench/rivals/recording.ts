import { readFileSync } from "node:fs";

/** What Verbatim answers to the measured requests, so that rivals can send the same. */
export interface Recording {
  /** By request target, then by content coding (`identity` for none). */
  answers: Record<string, Record<string, RecordedAnswer>>;
  /** The bodies of the articles and quotes as objects, for frameworks that serve objects. */
  articles: Record<string, unknown>[];
  quotes: Record<string, unknown>[];
}

export interface RecordedAnswer {
  /** Names and values in turn. */
  headers: string[];
  /** Base64. */
  body: string;
}

/** The recording and the port a rival was started with: its two arguments. */
export function startedWith(): { recording: Recording; port: number } {
  const [file, port] = process.argv.slice(2);
  if (file === undefined || port === undefined) throw new Error("expected a recording and a port");
  return { recording: JSON.parse(readFileSync(file, "utf8")), port: Number(port) };
}
