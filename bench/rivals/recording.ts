import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";

/** What Verbatim answers to the measured requests, so that rivals can send the same. */
export interface Recording {
  /** By request target, then by content coding (`identity` for none). */
  answers: Record<string, Record<string, RecordedAnswer>>;
  /** Target of the article's JSON. */
  article: string;
  /** Every article in short and every quote, in the order Verbatim lists them: what a filter goes over. */
  articles: Listed[];
  quotes: ListedQuote[];
}

export interface RecordedAnswer {
  /** Names and values in turn, without those that belong to the connection. */
  headers: string[];
  /** Base64. */
  body: string;
}

type Listed = Record<string, unknown>;
type ListedQuote = Listed & { article: { publishedAt: string | null }; attribution: { speakers: { id: string }[] } };

/** The recording and the port a rival was started with: its first two arguments. */
export function startedWith(): { recording: Recording; port: number } {
  const [file, port] = process.argv.slice(2);
  if (file === undefined || port === undefined) throw new Error("expected a recording and a port");
  return { recording: JSON.parse(readFileSync(file, "utf8")), port: Number(port) };
}

const NEEDED = new Set(["content-type", "content-length", "content-encoding", "etag", "cache-control", "vary"]);
/** What a 304 leaves out. */
const OF_THE_BODY = new Set(["content-type", "content-length", "content-encoding", "content-disposition"]);

/**
 * Writes recorded answers: a lookup, the tag compared, a write.
 *
 * @param few whether to send only the headers an answer cannot do without
 */
export function answering(recording: Recording, few = false): (request: IncomingMessage, response: ServerResponse) => void {
  const prepared = ({ headers, body }: RecordedAnswer) => {
    const kept = pairs(headers).filter(([name]) => !few || NEEDED.has(name));
    return {
      etag: pairs(headers).find(([name]) => name === "etag")?.[1],
      headers: kept.flat(),
      notModified: kept.filter(([name]) => !OF_THE_BODY.has(name)).flat(),
      body: Buffer.from(body, "base64"),
    };
  };
  const answers = new Map(
    Object.entries(recording.answers).map(([target, codings]) => [
      target,
      new Map(Object.entries(codings).map(([coding, answer]) => [coding, prepared(answer)])),
    ]),
  );
  return (request, response) => {
    const answer = answers.get(request.url ?? "")?.get(String(request.headers["accept-encoding"] ?? "identity"));
    if (answer === undefined) response.writeHead(404).end();
    else if (request.headers["if-none-match"] === answer.etag) response.writeHead(304, answer.notModified).end();
    else response.writeHead(200, answer.headers).end(answer.body);
  };
}

function pairs(headers: string[]): [name: string, value: string][] {
  return headers.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), headers[index + 1] ?? ""] as [string, string]] : []));
}

/** The article as the object a framework would return. */
export function articleOf({ answers, article }: Recording): unknown {
  return JSON.parse(Buffer.from(answers[article]?.identity?.body ?? "", "base64").toString());
}

/** One page of 20 as an application would make it from what it holds in memory. */
export function firstPage<T>(items: T[]): { items: T[]; total: number; nextCursor: string | null } {
  return { items: items.slice(0, 20), total: items.length, nextCursor: items.length > 20 ? "20" : null };
}

/** The quotes of a speaker that were published on a day or later. */
export function quotesOf({ quotes }: Recording, speaker: string, from = ""): ListedQuote[] {
  return quotes.filter(
    ({ attribution, article }) => attribution.speakers.some(({ id }) => id === speaker) && (article.publishedAt ?? "") >= from,
  );
}
