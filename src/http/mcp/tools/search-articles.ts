import { z } from "zod";
import type { ArticleSummary } from "../../../article/model/items.ts";
import { type SearchHit, SearchScope } from "../../../article/words/search-hit.ts";
import { SORTS } from "../../../store/sorts.ts";
import type { Page } from "../../../store/store.ts";
import { nextCursorOf, pageRequest } from "../../answers/paging.ts";
import { presentArticle } from "../../lookup.ts";
import { speakersFiltered } from "../../named.ts";
import { phrasesOf } from "../../requests/filters.ts";
import { kind, language, paging, publishedFrom, publishedTo, q, speakers } from "../../requests/parameters.ts";
import { Cited, citedLine, citedOf, pageText } from "../items.ts";
import { type Served, tool } from "../tool.ts";

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

const Input = z.strictObject({ q, in: SearchScope.optional(), speaker: speakers, kind, language, publishedFrom, publishedTo, ...paging });

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
  const { q, in: scope, kind, language, publishedFrom, publishedTo } = query;
  const speakers = await speakersFiltered(store, query.speaker);
  const filters = { language, publishedFrom, publishedTo };
  const phrases = phrasesOf(q);
  const request = pageRequest("/mcp/articles", query, phrases === undefined ? SORTS.published : SORTS.relevance);
  const page =
    phrases === undefined
      ? await store.articles({ ...filters, speaker: speakers?.[0], ...request })
      : await store.search({ ...filters, phrases, in: scope, speakers, kind, ...request });
  return { page, nextCursor: nextCursorOf(page, request) };
}

/** The articles of a page: of hits with the places where the words occur. One that has been withdrawn since is left out. */
async function found(items: string[], served: Served): Promise<ArticleFound[]> {
  const hits = items.map((json) => JSON.parse(json) as SearchHit | ArticleSummary);
  const shown: ArticleFound[] = [];
  for (const hit of hits) {
    const article = await presentArticle(served.store, "article" in hit ? hit.article.slug : hit.slug);
    if (article === null) continue;
    const excerpts = "fragments" in hit ? hit.fragments.map(({ text }) => text) : [];
    shown.push({ ...citedOf(article, served), wordCount: article.wordCount, quoteCount: article.quotes.length, excerpts });
  }
  return shown;
}
