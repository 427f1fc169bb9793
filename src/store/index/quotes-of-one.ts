import type { Article } from "../../article/model/schema.ts";
import { rowsOf } from "../rows.ts";
import type { Filters, Found, QuotesQuery, Store } from "../store.ts";
import { ArticleIndex } from "./article-index.ts";

/** What filters are read from. */
type Named = Pick<Store, "article" | "speakerSummary" | "speakers" | "names" | "hasName">;

/**
 * The quotes of one article that no store lists, a former revision: filtered and sorted as those of a store are.
 *
 * @param store whose speakers are meant where the article has none of a name: it knows their aliases
 * @param read what to list, by who is named in the article
 * @returns one JSON text an item
 */
export async function quotesOfOne(
  article: Article,
  store: Named,
  read: (named: Named) => Promise<Filters & Pick<QuotesQuery, "sort" | "order">>,
): Promise<string[]> {
  const index = new ArticleIndex();
  try {
    index.transaction(() => {
      index.setRegistry({ speakers: [] });
      index.put(rowsOf(article));
    });
    const known = (found: Found) => found.state !== "unknown";
    const query = await read({
      article: async (slug) => index.article(slug),
      speakerSummary: async (id) => (known(index.speakerSummary(id)) ? index.speakerSummary(id) : store.speakerSummary(id)),
      speakers: async (asked) => (index.speakers({ ...asked, limit: 0 }).total > 0 ? index.speakers(asked) : store.speakers(asked)),
      names: async (asked) => index.names(asked),
      hasName: async (of, folded) => index.hasName(of, folded),
    });
    return index.quotes({ ...query, limit: article.quotes.length }).items;
  } finally {
    index.close();
  }
}
