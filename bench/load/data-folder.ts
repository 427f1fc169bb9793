import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { frequentWords } from "../frequent-words.ts";
import { Newspaper } from "../newspaper.ts";

/**
 * Writes invented articles to a data folder, dated back so that a later start need not read them again.
 *
 * @param seed another one gives other articles
 */
export function writeNewspaper(folder: string, count: number, seed = 1): void {
  mkdirSync(join(folder, "articles"), { recursive: true });
  const settled = new Date(Date.now() - 3_600_000);
  for (const article of new Newspaper(frequentWords, seed).articles(count)) {
    const file = join(folder, "articles", `${article.slug}.json`);
    writeFileSync(file, `${JSON.stringify(article, null, 2)}\n`);
    utimesSync(file, settled, settled);
  }
}
