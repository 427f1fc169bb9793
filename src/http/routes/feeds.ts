import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { QuoteItem, SpeakerProfile } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import { articleFeed, type Feed, speakerFeed } from "../../representations/feeds/feed.ts";
import { urlOn } from "../../representations/links.ts";
import { feedFormats } from "../../representations/table.ts";
import type { Store } from "../../store/store.ts";
import type { AnsweredFormats } from "../answers/answer.ts";
import { answerFound, lookUp, presentArticle, speakerNotFound } from "../lookup.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
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

/** The feeds of new articles and of everything new that one speaker said, in each feed format. */
export async function feedRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  const optionsFor = (path: string) => ({ site, selfUrl: urlOn(site, path), updatedAt: NEVER });
  const operations = feedFormats.flatMap((format) => {
    const { name, mediaType, extension } = format;
    const title = name === "atom" ? "Atom" : "JSON Feed";
    const schema = mediaType.includes("json") ? JsonFeed : z.string();
    const formats: AnsweredFormats = [{ ...format, schema }];
    const write = (feed: Feed) => ({ body: format.render(updated(feed)) });
    return [
      operation({
        path: `/v1/feeds/articles.${extension}`,
        id: `getArticlesFeed${extension === "atom" ? "Atom" : "Json"}`,
        tag: "Feeds",
        summary: `Follow new articles (${title})`,
        description: `The ${ENTRIES} newest articles in full. Use it to follow everything that is published with a feed reader.`,
        params: z.object({}),
        query: z.object({}),
        answers: "The feed.",
        formats,
        unnegotiated: true,
        problems: ["invalid-parameter"],
        async answer() {
          const { items } = await store.articles({ limit: ENTRIES });
          const slugs = items.map((item) => (JSON.parse(item) as { slug: string }).slug);
          return write(articleFeed(await articlesOf(store, slugs), optionsFor(`/v1/feeds/articles.${extension}`)));
        },
      }),
      operation({
        path: `/v1/feeds/speakers/{id}.${extension}`,
        id: `getSpeakerFeed${extension === "atom" ? "Atom" : "Json"}`,
        tag: "Feeds",
        summary: `Follow a speaker (${title})`,
        description: `The ${ENTRIES} newest quotes of one speaker. Use it to follow everything new this person says with a feed reader.`,
        params: z.object({ id: inPath.speaker }),
        query: z.object({}),
        answers: "The feed.",
        formats,
        unnegotiated: true,
        problems: ["invalid-parameter", "speaker-not-found"],
        redirects: true,
        async answer({ params }) {
          const found = await lookUp(params.id, (one) => store.speaker(one));
          const path = (id: string) => `/v1/feeds/speakers/${id}.${extension}`;
          return answerFound(found, speakerNotFound(params.id), path, async (json) => {
            const speaker = JSON.parse(json) as SpeakerProfile;
            const { items } = await store.quotes({ speakers: [speaker.id], limit: ENTRIES });
            const quotes = items.map((item) => JSON.parse(item) as QuoteItem);
            const languages = await languagesOf(store, new Set(quotes.map(({ article }) => article.slug)));
            return write(speakerFeed(speaker, quotes, optionsFor(path(encodeURIComponent(speaker.id))), languages));
          });
        },
      }),
    ];
  });
  registerOperations(app, { cache, site }, operations);
}

async function articlesOf(store: Store, slugs: Iterable<string>): Promise<Article[]> {
  const found = await Promise.all(Array.from(slugs, (slug) => presentArticle(store, slug)));
  return found.filter((article) => article !== null);
}

async function languagesOf(store: Store, slugs: Iterable<string>): Promise<Map<string, string | null>> {
  return new Map((await articlesOf(store, slugs)).map(({ slug, language }) => [slug, language]));
}

/** A feed was updated when its newest entry was. */
function updated(feed: Feed): Feed {
  const moments = feed.entries.map(({ updatedAt }) => updatedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  return { ...feed, updatedAt: moments.at(-1) ?? feed.updatedAt };
}
