import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ArticleRef, QuoteItem, SpeakerProfile } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import type { SearchHit } from "../../article/words/search-hit.ts";
import { articleFeed, type Feed, type FeedOptions, quoteFeed } from "../../representations/feeds/feed.ts";
import { speakerUrl, urlOn } from "../../representations/links.ts";
import { feedFormats } from "../../representations/table.ts";
import { lookUp } from "../../store/look-up.ts";
import type { Filters, Page, Store } from "../../store/store.ts";
import type { AnsweredFormats } from "../answers/answer.ts";
import { addressOf } from "../answers/paging.ts";
import { hitsOf, type Searching, searching } from "../answers/search-list.ts";
import { answerFound, presentArticle, speakerNotFound } from "../lookup.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { inPath } from "../requests/parameters.ts";

/** Entries of a feed; older ones are in the API. */
const ENTRIES = 20;

const JsonFeedItem = z
  .looseObject({ id: z.url().meta({ description: "Address of the page with the article or quote; it is also the entry's id." }) })
  .meta({ id: "JsonFeedItem", description: "One entry of a JSON Feed, with the other members of JSON Feed 1.1." });

const JsonFeed = z
  .looseObject({
    version: z.literal("https://jsonfeed.org/version/1.1").meta({ description: "The version of the format." }),
    title: z.string().min(1).meta({ description: "Name of the feed." }),
    items: z.array(JsonFeedItem).max(ENTRIES).meta({ description: "The newest entries first." }),
  })
  .meta({ id: "JsonFeed", description: "A JSON Feed 1.1.", externalDocs: { url: "https://www.jsonfeed.org/version/1.1/" } });

/** When an empty feed was last updated: never, but Atom requires a time. */
const NEVER = "1970-01-01T00:00:00Z";

/** The feeds of new articles, of new quotes, and of everything new that one speaker said, in each feed format. */
export async function feedRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const operations = feedFormats.flatMap((format) => [articlesFeed(given, format), quotesFeed(given, format), speakerFeed(given, format)]);
  registerOperations(app, given, operations);
}

type FeedFormat = (typeof feedFormats)[number];

function articlesFeed({ store, site }: RouteOptions, format: FeedFormat) {
  const path = `/v1/feeds/articles.${format.extension}`;
  return operation({
    ...declared("ArticlesFeed", format),
    path,
    summary: `Follow new articles (${nameOf(format)})`,
    description: `The ${ENTRIES} newest articles that pass the filters, in full. With \`q\` they are the hits of \`/v1/search\`. Use it to follow what is published, or what is published about something, with a feed reader.`,
    params: z.object({}),
    query: z.strictObject({ ...filters, ...searching }),
    problems: [...FILTER_PROBLEMS],
    async answer({ query }) {
      const { in: scope, fuzzy, ...filtered } = query;
      const items = await newestArticles(store, await filtersOf(store, filtered), { in: scope, fuzzy });
      const page = filtered.q === undefined ? addressOf("/articles", filtered) : addressOf("/search", query);
      const pageUrl = urlOn(site, page === "/articles" ? "/" : page);
      const selfUrl = urlOn(site, addressOf(path, query));
      const options = { site, title: titleOf("Articles", filtered), pageUrl, selfUrl, updatedAt: NEVER };
      return { body: format.render(updated(articleFeed(await articlesOf(store, items), options))) };
    },
  });
}

function quotesFeed({ store, site }: RouteOptions, format: FeedFormat) {
  const path = `/v1/feeds/quotes.${format.extension}`;
  return operation({
    ...declared("QuotesFeed", format),
    path,
    summary: `Follow new quotes (${nameOf(format)})`,
    description: `The ${ENTRIES} newest quotes that pass the filters: those of \`/v1/quotes\`. Use it to follow with a feed reader what is said about something, by several people, or in one publication.`,
    params: z.object({}),
    query: z.strictObject(filters),
    problems: [...FILTER_PROBLEMS],
    async answer({ query }) {
      const { items } = await store.quotes({ ...(await filtersOf(store, query)), limit: ENTRIES });
      const pageUrl = urlOn(site, addressOf("/search", { show: "quotes", ...query }));
      const selfUrl = urlOn(site, addressOf(path, query));
      const options = { site, title: titleOf("Quotes", query), pageUrl, selfUrl, updatedAt: NEVER };
      return { body: format.render(updated(await feedOfQuotes(store, items, options))) };
    },
  });
}

function speakerFeed({ store, site }: RouteOptions, format: FeedFormat) {
  const path = (id: string) => `/v1/feeds/speakers/${id}.${format.extension}`;
  return operation({
    ...declared("SpeakerFeed", format),
    path: path("{id}"),
    summary: `Follow a speaker (${nameOf(format)})`,
    description: `The ${ENTRIES} newest quotes of one speaker. Use it to follow everything new this person says with a feed reader.`,
    params: z.object({ id: inPath.speaker }),
    query: z.object({}),
    problems: ["invalid-parameter", "speaker-not-found"],
    redirects: true,
    async answer({ params }) {
      const found = await lookUp(params.id, (one) => store.speaker(one));
      return answerFound(found, speakerNotFound(params.id), path, async (json) => {
        const { id, name } = JSON.parse(json) as SpeakerProfile;
        const { items } = await store.quotes({ speakers: [id], limit: ENTRIES });
        const selfUrl = urlOn(site, path(encodeURIComponent(id)));
        const options = { site, title: `Quotes: ${name}`, selfUrl, pageUrl: speakerUrl(site, id), updatedAt: NEVER };
        return { body: format.render(updated(await feedOfQuotes(store, items, options))) };
      });
    },
  });
}

/** What the declarations of all feeds have alike. */
function declared(what: string, { render: _, ...type }: FeedFormat) {
  const isAtom = type.name === "atom";
  const formats: AnsweredFormats = [{ ...type, schema: isAtom ? z.string() : JsonFeed }];
  return { id: `get${what}${isAtom ? "Atom" : "Json"}`, tag: "Feeds", answers: "The feed.", formats, unnegotiated: true } as const;
}

function nameOf({ name }: FeedFormat): string {
  return name === "atom" ? "Atom" : "JSON Feed";
}

/** The name of a feed: what is listed, and by what it is filtered. */
function titleOf(listed: string, filtered: object): string {
  const values = Object.values(filtered)
    .flat()
    .filter((value) => value !== undefined);
  return values.length === 0 ? listed : `${listed}: ${values.join(", ")}`;
}

/** The newest articles that pass filters, and where there are words, those that a search finds. */
async function newestArticles(store: Store, filters: Filters, searching: Searching): Promise<string[]> {
  if (filters.words === null) return slugsOf(await store.articles({ ...filters, limit: ENTRIES }), (one: ArticleRef) => one);
  const found = await hitsOf(store, filters, { ...searching, sort: "published" })({ limit: ENTRIES });
  return slugsOf(found, (hit: SearchHit) => hit.article);
}

function slugsOf<Item>({ items }: Page, articleOf: (item: Item) => ArticleRef): string[] {
  return items.map((json) => articleOf(JSON.parse(json) as Item).slug);
}

async function articlesOf(store: Store, slugs: Iterable<string>): Promise<Article[]> {
  const found = await Promise.all(Array.from(slugs, (slug) => presentArticle(store, slug)));
  return found.filter((article) => article !== null);
}

async function feedOfQuotes(store: Store, items: string[], options: FeedOptions): Promise<Feed> {
  const quotes = items.map((item) => JSON.parse(item) as QuoteItem);
  const articles = await articlesOf(store, new Set(quotes.map(({ article }) => article.slug)));
  return quoteFeed(quotes, options, new Map(articles.map((article) => [article.slug, article])));
}

/** A feed was updated when its newest entry was. */
function updated(feed: Feed): Feed {
  const moments = feed.entries.map(({ updatedAt }) => updatedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  return { ...feed, updatedAt: moments.at(-1) ?? feed.updatedAt };
}
