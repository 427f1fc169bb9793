import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { syntheticArticles } from "../synthetic.ts";

/** Writes synthetic articles to a data folder, as the import would. */
export function writeSyntheticFolder(folder: string, count: number): void {
  mkdirSync(join(folder, "articles"), { recursive: true });
  for (const article of syntheticArticles(count, 1)) {
    writeFileSync(join(folder, "articles", `${article.slug}.json`), `${JSON.stringify(article, null, 2)}\n`);
  }
}
