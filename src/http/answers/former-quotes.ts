import type { Article } from "../../article/model/schema.ts";
import type { ArticlePlace } from "../../representations/addressed.ts";
import type { Site } from "../../representations/links.ts";
import { formerQuoteList, type MediaType } from "../../representations/table.ts";
import { quotesOfOne } from "../../store/index/quotes-of-one.ts";
import type { Order, QuotesQuery } from "../../store/store.ts";
import type { Named } from "../named.ts";
import { type FilterParameters, filtersOf } from "../requests/filters.ts";
import type { Answer } from "./answer.ts";
import { answerList, type PageOf, PLACE, slice } from "./paging.ts";

/**
 * Answers a request for the quotes of a former revision: as `answerQuotes`, but whole, because it never changes.
 *
 * @param list path with its parameters filled in, validated query, name for downloads
 * @param extra fields the JSON page begins with
 */
export async function answerFormerQuotes(
  { store, site, article, place }: { store: Named; site: Site; article: Article; place: ArticlePlace },
  format: MediaType,
  list: {
    path: string;
    query: FilterParameters & { sort?: QuotesQuery["sort"] | undefined; order?: Order | undefined };
    fileName: string;
  },
  extra: string,
): Promise<Answer> {
  const { sort = "published", order = null } = list.query;
  const items = await quotesOfOne(article, store, async (named) => ({ ...(await filtersOf(named, list.query)), sort, order }));
  const archive = { site, store: { article: async () => ({ state: "found" as const, json: JSON.stringify(article) }) } };
  const read: PageOf = async ({ limit, after = null }) => slice(items, limit, after);
  const answer = await answerList(formerQuoteList(place), format, { ...list, sort: PLACE }, read, archive, extra);
  if (!("stream" in answer)) return answer;
  let body = "";
  for await (const part of answer.stream) body += part;
  return { body, headers: answer.headers, fileName: list.fileName };
}
