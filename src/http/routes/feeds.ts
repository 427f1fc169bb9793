import { z } from "zod";
import type { QuoteItem, SpeakerProfile } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import { articleFeed, type Feed, speakerFeed } from "../../representations/feeds/feed.ts";
import type { Site } from "../../representations/links.ts";
import { feedFormats } from "../../representations/table.ts";
import type { ListQuery, Store } from "../../store/store.ts";
import { type Operation, operation } from "../operation.ts";
import { inPath } from "../requests/parameters.ts";
import { articlesQuery } from "./articles.ts";
import { quotesQuery } from "./quotes.ts";
import { findSpeaker } from "./speakers.ts";

/** Entries of a feed: what is older is in the API. */
const ENTRIES = 20;
const NEWEST: ListQuery = { limit: ENTRIES, after: null };

const JsonFeed = z
  .looseObject({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string(),
    items: z.array(z.looseObject({ id: z.string() })),
  })
  .meta({ id: "JsonFeed", description: "A JSON Feed 1.1.", externalDocs: { url: "https://www.jsonfeed.org/version/1.1/" } });

/** What an empty feed was last updated at: never, but Atom wants a time. */
const NEVER = "1970-01-01T00:00:00Z";

/** The feeds of new articles and of everything new that one speaker said, in each feed format. */
export function feedOperations(store: Store, site: Site): Operation[] {
  const optionsFor = (path: string) => ({ site, selfUrl: `${site.publicUrl}${path}`, updatedAt: NEVER });
  return feedFormats.flatMap((format) => {
    const { name, mediaType, extension } = format;
    const title = name === "atom" ? "Atom" : "JSON Feed";
    const schema = mediaType.includes("json") ? JsonFeed : z.string();
    const formats: Operation["formats"] = [{ ...format, schema }];
    const write = (feed: Feed) => ({ body: format.render(updated(feed)) });
    return [
      operation({
        path: `/v1/feeds/articles.${extension}`,
        id: `getArticlesFeed${extension === "atom" ? "Atom" : "Json"}`,
        tag: "Feeds",
        summary: `Follow new articles (${title})`,
        description: `The ${ENTRIES} newest articles, whole. Use it to follow everything that is published with a feed reader.`,
        params: z.object({}),
        query: z.strictObject({}),
        answers: "The feed.",
        formats,
        problems: ["invalid-parameter"],
        async answer() {
          const { items } = await store.articles(articlesQuery({}, NEWEST));
          const found = await Promise.all(items.map((item) => store.article((JSON.parse(item) as { slug: string }).slug)));
          const articles = found.flatMap((one) => (one.state === "found" ? [JSON.parse(one.json) as Article] : []));
          return write(articleFeed(articles, optionsFor(`/v1/feeds/articles.${extension}`)));
        },
      }),
      operation({
        path: `/v1/feeds/speakers/{id}.${extension}`,
        id: `getSpeakerFeed${extension === "atom" ? "Atom" : "Json"}`,
        tag: "Feeds",
        summary: `Follow a speaker (${title})`,
        description: `The ${ENTRIES} newest quotes of one speaker. Use it to follow everything new this person says with a feed reader.`,
        params: z.object({ id: inPath.speaker }),
        query: z.strictObject({}),
        answers: "The feed.",
        formats,
        problems: ["invalid-parameter", "speaker-not-found"],
        redirects: true,
        async answer({ params }) {
          const found = await findSpeaker(store, params.id);
          const path = (id: string) => `/v1/feeds/speakers/${encodeURIComponent(id)}.${extension}`;
          if ("moved" in found) return { redirect: path(found.moved) };
          const speaker = JSON.parse(found.json) as SpeakerProfile;
          const { items } = await store.quotes({ ...quotesQuery({}, NEWEST), speakers: [speaker.id] });
          return write(
            speakerFeed(
              speaker,
              items.map((item) => JSON.parse(item) as QuoteItem),
              optionsFor(path(speaker.id)),
            ),
          );
        },
      }),
    ];
  });
}

/** A feed was updated when its newest entry was. */
function updated(feed: Feed): Feed {
  const moments = feed.entries.map(({ updatedAt }) => updatedAt).sort();
  return { ...feed, updatedAt: moments.at(-1) ?? feed.updatedAt };
}
