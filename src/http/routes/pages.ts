import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ArticleSummary, QuoteItem, SpeakerProfile, SpeakerSummary } from "../../article/model/items.ts";
import type { Article } from "../../article/model/schema.ts";
import { parseQuery } from "../../article/words/query.ts";
import { articlePage } from "../../pages/article-page.ts";
import { assets } from "../../pages/assets.ts";
import { articlesPage, homePage, type ListPage, speakersPage } from "../../pages/lists.ts";
import { oembedOf } from "../../pages/oembed.ts";
import { type ProblemForPeople, problemPage } from "../../pages/problem-page.ts";
import { quotePage } from "../../pages/quote-page.ts";
import { speakerPage } from "../../pages/speaker-page.ts";
import { quoteUrl, type Site } from "../../representations/links.ts";
import type { Found, Page, Store } from "../../store/store.ts";
import { Rendered, sendRendered } from "../answers/caching.ts";
import { COMMON_HEADERS, PAGE_HEADERS } from "../answers/headers.ts";
import { HTML_FORMAT, JSON_FORMAT, TEXT_FORMAT } from "../answers/negotiation.ts";
import { encodeCursor, type PageRequest, pageRequest } from "../answers/paging.ts";
import { articleNotFound, quoteNotFound, quoteRemoved, speakerNotFound } from "../not-found.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { type Answer, type Operation, operation, refuseOtherMethods } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { paging, text } from "../requests/parameters.ts";
import { QUOTE_KEY, quotesQuery } from "./quotes.ts";

/** Articles and speakers on the front page. */
const FRONT_ARTICLES = 12;
const FRONT_SPEAKERS = 12;

// Unlike an API call, a page takes unknown parameters: links that people share gather them ("utm_source").
const words = z
  .string()
  .max(200)
  .optional()
  .catch((context) => String(context.input).slice(0, 200));
const cursor = paging.cursor;

/** The front page's body and headers; it shares its address with the API's entry point. */
export async function frontPage(store: Store, site: Site): Promise<Answer> {
  const unfiltered = { phrases: null, after: null };
  const range = { publishedFrom: null, publishedTo: null, speaker: null, language: null };
  const [articles, speakers] = await Promise.all([
    store.articles({ ...unfiltered, ...range, sort: "published", limit: FRONT_ARTICLES }),
    store.speakers({ ...unfiltered, type: null, sort: "quotes", limit: FRONT_SPEAKERS }),
  ]);
  const more = (page: Page, next: string) => (page.next === null ? null : next);
  return page(
    homePage(
      parsed<ArticleSummary>(articles, more(articles, "/articles")),
      parsed<SpeakerSummary>(speakers, more(speakers, "/speakers")),
      site,
    ),
  );
}

/** The page of a problem's explanation. */
export function explanationPage(problem: ProblemForPeople): Answer {
  return page(problemPage(problem));
}

/** Pages for people, and the cards of quote pages. They are no part of the OpenAPI document. */
export function readerOperations(store: Store, site: Site): Operation[] {
  const described = { tag: "Service", summary: "", description: "", answers: "", hidden: true } as const;
  const pageOf = { ...described, formats: [{ ...HTML_FORMAT, schema: z.string() }] as Operation["formats"], problems: [] };
  const path = z.string().min(1).max(400);
  return [
    operation({
      ...pageOf,
      path: "/articles",
      id: "articlesPage",
      params: z.object({}),
      query: z.object({ q: words, cursor }),
      async answer({ query }) {
        const request = pageRequest("/articles", query, ["string", "string"]);
        const found = await store.articles({
          phrases: phrasesOf(query.q),
          speaker: null,
          language: null,
          publishedFrom: null,
          publishedTo: null,
          sort: "published",
          limit: request.limit,
          after: request.after,
        });
        return page(articlesPage(parsed(found, nextOf(found, request)), query.q ?? "", site));
      },
    }),
    operation({
      ...pageOf,
      path: "/articles/{slug}",
      id: "articlePage",
      params: z.object({ slug: path }),
      query: z.object({ view: z.enum(["article", "quotes"]).catch("article") }),
      async answer({ params, query }) {
        const found = await store.article(params.slug);
        const missing = articleNotFound(params.slug, "/articles");
        return ofFound<Article>(found, "/articles", missing, (article) => articlePage(article, query.view, site));
      },
    }),
    operation({
      ...pageOf,
      path: "/speakers",
      id: "speakersPage",
      params: z.object({}),
      query: z.object({ q: words, cursor }),
      async answer({ query }) {
        const request = pageRequest("/speakers", query, ["number", "string"]);
        const found = await store.speakers({
          phrases: phrasesOf(query.q),
          type: null,
          sort: "quotes",
          limit: 2 * request.limit,
          after: request.after,
        });
        return page(speakersPage(parsed(found, nextOf(found, request)), query.q ?? "", site));
      },
    }),
    operation({
      ...pageOf,
      path: "/speakers/{id}",
      id: "speakerPage",
      params: z.object({ id: path }),
      query: z.object({ cursor }),
      async answer({ params, query }) {
        const found = await store.speaker(params.id);
        const missing = speakerNotFound(params.id, "/speakers");
        return ofFound<SpeakerProfile>(found, "/speakers", missing, async (speaker) => {
          const request = pageRequest(`/speakers/${encodeURIComponent(speaker.id)}`, query, QUOTE_KEY);
          const said = await store.quotes({ ...quotesQuery({}, request), speakers: [speaker.id] });
          return speakerPage(speaker, parsed<QuoteItem>(said, nextOf(said, request)), site);
        });
      },
    }),
    operation({
      ...pageOf,
      path: "/quotes/{id}",
      id: "quotePage",
      params: z.object({ id: path }),
      query: z.object({}),
      async answer({ params }) {
        const found = await store.quote(params.id);
        const missing = found.state === "removed" ? quoteRemoved(params.id) : quoteNotFound(params.id);
        return ofFound<QuoteItem>(found, "/quotes", missing, async (item) => {
          const article = await store.article(item.article.slug);
          // The article may have gone between the two look-ups.
          if (article.state !== "found") throw missing;
          return quotePage(item, JSON.parse(article.json) as Article, site);
        });
      },
    }),
    oembedOperation(store, site),
  ];
}

const Oembed = z
  .object({
    version: z.literal("1.0"),
    type: z.literal("rich"),
    title: z.string(),
    author_name: z.string().meta({ description: "Who said it." }),
    provider_name: z.string(),
    provider_url: z.string(),
    url: z.string().meta({ description: "The quote's page." }),
    html: z.string().meta({ description: "The quote as a figure without style or script." }),
    width: z.int().min(1),
    height: z.int().min(1),
    cache_age: z.int().meta({ description: "Seconds it may be kept." }),
  })
  .meta({ id: "Oembed", description: "A quote to embed, as oEmbed 1.0 has it." });

function oembedOperation(store: Store, site: Site): Operation {
  const pixels = z
    .preprocess((value) => (typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : value), z.int().min(1).max(99_999))
    .optional()
    .meta({ override: { type: "integer", minimum: 1, maximum: 99_999, examples: [480] } });
  const prefix = quoteUrl(site, "");
  return operation({
    path: "/oembed",
    id: "getOembed",
    hidden: true,
    tag: "Quotes",
    summary: "Embed a quote (oEmbed)",
    description: "For programs that turn a link to a quote's page into a card. Quote pages name this address themselves.",
    params: z.object({}),
    query: z.strictObject({
      url: text(2000)
        .min(1)
        .meta({ description: "Absolute URL of a quote's page.", examples: [`http://127.0.0.1:3000/quotes/${EXAMPLE.quote}`] }),
      maxwidth: pixels.meta({ description: "Pixels there are across." }),
      maxheight: pixels.meta({ description: "Pixels there are down." }),
      format: z
        .enum(["json"])
        .optional()
        .meta({ description: "XML is not available.", examples: ["json"] }),
    }),
    answers: "The quote to embed.",
    formats: [{ ...JSON_FORMAT, schema: Oembed }],
    problems: ["invalid-parameter", "quote-not-found", "quote-removed"],
    async answer({ query }) {
      const id = query.url.startsWith(prefix) ? decoded(query.url.slice(prefix.length).replace(/[?#].*$/s, "")) : null;
      if (id === null)
        throw new HttpProblem("quote-not-found", `"${query.url.slice(0, 200)}" is no quote's page here; they begin with ${prefix}`);
      let found = await store.quote(id);
      if (found.state === "moved") found = await store.quote(found.to);
      if (found.state === "removed") throw quoteRemoved(id);
      if (found.state !== "found") throw quoteNotFound(id);
      const { maxwidth, maxheight } = query;
      const limits = {
        ...(maxwidth === undefined ? {} : { maxWidth: maxwidth }),
        ...(maxheight === undefined ? {} : { maxHeight: maxheight }),
      };
      return { body: JSON.stringify(oembedOf(JSON.parse(found.json) as QuoteItem, site, limits)) };
    },
  });
}

/** Registers the files pages refer to, whose addresses change with their bytes, and the word to search engines. */
export function registerAssets(app: FastifyInstance): void {
  const robots = {
    path: "/robots.txt",
    mediaType: TEXT_FORMAT.contentType,
    body: "User-agent: *\nAllow: /\n",
    cached: "public, max-age=86400",
  };
  const files = Object.values(assets).map((asset) => ({ ...asset, cached: "public, max-age=31536000, immutable" }));
  for (const { path, mediaType, body, cached } of [...files, robots]) {
    const rendered = new Rendered(body, { ...COMMON_HEADERS, "content-type": mediaType, "cache-control": cached });
    app.get(path, { schema: { hide: true } }, (request, reply) => sendRendered(request, reply, rendered));
    refuseOtherMethods(app, path, ["GET", "HEAD"]);
  }
}

function page(body: string): Answer {
  return { body, headers: PAGE_HEADERS };
}

async function ofFound<T>(
  found: Found,
  folder: string,
  missing: HttpProblem,
  render: (resource: T) => string | Promise<string>,
): Promise<Answer> {
  if (found.state === "found") return page(await render(JSON.parse(found.json) as T));
  if (found.state === "moved") return { redirect: `${folder}/${encodeURIComponent(found.to)}` };
  throw missing;
}

function parsed<Item>(found: Page, next: string | null): ListPage<Item> {
  return { items: found.items.map((item) => JSON.parse(item) as Item), total: found.total, next };
}

function nextOf(found: Page, request: PageRequest): string | null {
  return found.next === null ? null : request.address(encodeCursor(found.next, request.list));
}

/** Words to look for; what holds no letter or digit asks for nothing. */
function phrasesOf(q: string | undefined): string[][] | null {
  const phrases = q === undefined ? [] : parseQuery(q);
  return phrases.length === 0 ? null : phrases;
}

function decoded(component: string): string | null {
  try {
    return decodeURIComponent(component);
  } catch {
    return null;
  }
}
