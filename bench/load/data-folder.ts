import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Newspaper } from "../newspaper.ts";

/** Writes invented articles to a data folder, as the import would. */
export function writeNewspaper(folder: string, count: number): void {
  mkdirSync(join(folder, "articles"), { recursive: true });
  for (const article of new Newspaper().articles(count)) {
    writeFileSync(join(folder, "articles", `${article.slug}.json`), `${JSON.stringify(article, null, 2)}\n`);
  }
}
