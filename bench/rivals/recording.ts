import { readFileSync } from "node:fs";

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
