import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { articleOf, type Recording } from "./recording.ts";

/** Writes json-server's database and gives its command line for a port, and where it answers what the others are asked. */
export function jsonServer(folder: string, recording: Recording) {
  const database = join(folder, "db.json");
  const quotes = recording.quotes.map((quote) => ({
    ...quote,
    speaker: quote.attribution.speakers[0]?.id,
    published: quote.article.publishedAt,
  }));
  const article = { ...(articleOf(recording) as object), id: 1 };
  writeFileSync(database, JSON.stringify({ article: [article], articles: recording.articles, quotes }));
  const bin = createRequire(import.meta.url).resolve("json-server/lib/cli/bin.js");
  return {
    command: (port: number) => [process.execPath, bin, "--quiet", "--host", "127.0.0.1", "--port", String(port), database],
    article: "/article/1",
    articles: "/articles?_limit=20",
    quotes: (speaker: string) => `/quotes?_limit=20&speaker=${encodeURIComponent(speaker)}`,
  };
}
