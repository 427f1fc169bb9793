import { z } from "zod";
import type { ArticleSummary } from "../../../article/model/items.ts";
import { type SearchHit, SearchScope } from "../../../article/words/search-hit.ts";
import { SORTS } from "../../../store/sorts.ts";
import type { Page } from "../../../store/store.ts";
import { nextCursorOf, type PageRequest, pageRequest } from "../../answers/paging.ts";
import { filtersOf } from "../../requests/filters.ts";
import { paging } from "../../requests/parameters.ts";
import { Cited, citedLine, citedOf, pageText, summariesOf } from "../items.ts";
import { type Served, tool } from "../tool.ts";
import { toolFilters } from "./filters.ts";

const DESCRIPTION =
  "Finds articles of the archive by words in their full text, best match first, each with the places where the words occur; without words, lists the newest articles. Filter by speaker quoted, language or date; `in` looks in quotes only, or outside of them. Use it to find out what was reported, and get_article to read one.";

const ArticleFound = z.object({
  ...Cited.shape,
  wordCount: z.int(),
  quoteCount: z.int(),
  excerpts: z.array(z.string()).meta({ description: "Where the words occur." }),
});
type ArticleFound = z.infer<typeof ArticleFound>;

const Output = z.object({
  articles: z.array(ArticleFound),
  total: z.int().meta({ description: "Articles found in all." }),
  nextCursor: z.string().nullable().meta({ description: "Give it as `cursor`, with the same arguments, for those that follow." }),
});

const Input = z
  .strictObject({ ...toolFilters, in: SearchScope.optional(), ...paging })
  .refine((asked) => asked.in === undefined || asked.q, {
    path: ["in"],
    error: "`in` says where the words of `q` are looked for. Give `q` too, or leave `in` out.",
  });

export const searchArticles = tool({
  name: "search_articles",
  title: "Search articles",
  description: DESCRIPTION,
  input: Input,
  output: Output,
  async answer(query, served) {
    const { page, nextCursor } = await find(query, served);
    const articles = await found(page.items, served);
    const text = articles.map((one) => [citedLine(one), ...one.excerpts.map((excerpt) => `… ${excerpt} …`)].join("\n")).join("\n\n");
    return { data: { articles, total: page.total, nextCursor }, text: pageText("articles", articles.length, page.total, text, nextCursor) };
  },
});

/** A page of hits of a search by words, or of the articles that the other filters find. */
async function find(query: z.output<typeof Input>, { store }: Served): Promise<{ page: Page; nextCursor: string | null }> {
  const { words, ...asked } = await filtersOf(store, query);
  const request = pageRequest("/mcp/articles", query, words === null ? SORTS.published : SORTS.relevance);
  if (words === null) return pageOf(await store.articles({ ...asked, ...request }), request);
  // Words without a letter or a digit.
  if (words.all.length === 0) return pageOf({ items: [], total: 0, next: null }, request);
  return pageOf(await store.search({ ...asked, words, in: query.in, ...request }), request);
}

function pageOf(page: Page, request: PageRequest) {
  return { page, nextCursor: nextCursorOf(page, request) };
}

/** The articles of a page: of hits with the places where the words occur. One that has been withdrawn since is left out. */
async function found(items: string[], served: Served): Promise<ArticleFound[]> {
  const hits = items.map((json) => JSON.parse(json) as SearchHit | ArticleSummary);
  const summaries = await summariesOf(
    hits.flatMap((hit) => ("article" in hit ? [hit.article.slug] : [])),
    served,
  );
  return hits.flatMap((hit) => {
    const summary = "article" in hit ? summaries.get(hit.article.slug) : hit;
    if (summary === undefined) return [];
    const excerpts = "fragments" in hit ? hit.fragments.map(({ text }) => text) : [];
    return [{ ...citedOf(summary, served), wordCount: summary.wordCount, quoteCount: summary.quoteCount, excerpts }];
  });
}
