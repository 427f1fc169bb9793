import type { DatabaseSync } from "node:sqlite";
import type { Article } from "../../../src/article/model/schema.ts";
import { ArticleIndex } from "../../../src/store/index/article-index.ts";
import { rowsOf } from "../../../src/store/rows.ts";

/** An index that holds these articles. */
export function filledIndex(articles: Article[], database?: DatabaseSync): ArticleIndex {
  const index = new ArticleIndex(database);
  index.transaction(() => {
    for (const article of articles) index.put(rowsOf(article));
  });
  return index;
}
