import type { Article } from "../../article/model/schema.ts";
import { parseArticle } from "../../article/rules/check-article.ts";
import type { ArchivedArticle } from "../archive.ts";
import type { StoreProblem } from "../store.ts";

/** A sound article as import made it. Without edits those that are stored stay, `null` takes them away. */
export type SoundArticle = Pick<ArchivedArticle, "article"> & Partial<ArchivedArticle>;

/** An article on its way into a store: a sound one, or a line of NDJSON, `where` it stands. */
export type Incoming = SoundArticle | { where: string; line: string };

/** The lines of an NDJSON file; empty ones are passed over. */
export async function* incomingLines(name: string, lines: AsyncIterable<string>): AsyncGenerator<Incoming> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== "") yield { where: `${name}:${number}`, line };
  }
}

/** UTF-16 units of the article's JSON, about. */
export function sizeOf(incoming: Incoming): number {
  if ("line" in incoming) return incoming.line.length;
  // A word is some six letters, and is in the article, in its quotes and in what they are found by.
  return incoming.article.wordCount * 30;
}

/** The article; `null` when there is none or it is not sound, which is told to `onProblem`. */
export function readIncoming(incoming: Incoming, onProblem: (problem: StoreProblem) => void): SoundArticle | null {
  if ("article" in incoming) return incoming;
  const { article, fault } = parseLine(incoming.line);
  if (fault !== null) onProblem({ where: incoming.where, ...fault });
  return article === null ? null : { article };
}

function parseLine(line: string): { article: Article | null; fault: Pick<StoreProblem, "path" | "message" | "cure"> | null } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const message = `is not JSON: ${(error as Error).message}`;
    return { article: null, fault: { path: null, message, cure: "Give one article a line." } };
  }
  const { article, faults } = parseArticle(value);
  return { article, fault: faults[0] ?? null };
}
