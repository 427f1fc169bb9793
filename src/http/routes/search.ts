import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SearchFacets, SearchHit, SearchScope } from "../../article/words/search-hit.ts";
import { addressedHit, addressedSpeaker } from "../../representations/addressed.ts";
import type { Site } from "../../representations/links.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { SORTS } from "../../store/sorts.ts";
import type { SearchPage } from "../../store/store.ts";
import { listOf, pageRequest, renderPage } from "../answers/paging.ts";
import { articleNamed, speakersFiltered } from "../named.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { phrasesOf } from "../requests/filters.ts";
import { articleSlug, flag, kind, language, paging, publishedFrom, publishedTo, q, speakers } from "../requests/parameters.ts";

const facets = SearchFacets.nullable().meta({ description: "`null` unless `facets` is `true`." });

/** The full-text search. */
export async function searchRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerOperations(app, { cache, site }, [
    operation({
      path: "/v1/search",
      id: "search",
      tag: "Search",
      summary: "Search the full text",
      description:
        "Articles that contain all words and phrases, each with excerpts in which the words found are marked by spans. Use it for what was written; `/v1/quotes?q=` lists quotes, `/v1/verify` checks one.",
      params: z.object({}),
      query: z.strictObject({
        q: q.unwrap().meta({
          description: "Words that must all occur; a phrase in double quotation marks must occur as written.",
          examples: ['ferry "bridge or no bridge"'],
        }),
        in: SearchScope.optional().meta({ param: { description: "Where to look; `all` without it.", example: "quotes" } }),
        speaker: speakers,
        kind,
        language,
        publishedFrom,
        publishedTo,
        article: articleSlug.optional().meta({ description: "Slug of the one article to search.", examples: [EXAMPLE.slug] }),
        sort: z
          .enum(["relevance", "newest"])
          .optional()
          .meta({
            description:
              "`relevance` (the default): how often the words occur for the length of the text; words in the headline and new articles count more.",
            examples: ["newest"],
          }),
        fuzzy: flag.meta({
          description: "Whether single words also find words that differ in one letter, or in two from eight letters on.",
          examples: [true],
        }),
        facets: flag.meta({ description: "Whether to count the hits by speaker and by year." }),
        fields: fieldsOf(SearchHit),
        ...paging,
      }),
      answers: "One page of hits.",
      formats: [{ ...JSON_TYPE, schema: listOf("SearchResults", SearchHit, { facets }) }],
      problems: ["invalid-parameter", "invalid-cursor", "article-not-found", "speaker-not-found"],
      pages: true,
      async answer({ query }) {
        const { kind, language, publishedFrom, publishedTo, sort = "relevance", fuzzy, facets } = query;
        const request = pageRequest("/v1/search", query, sort === "relevance" ? SORTS.relevance : SORTS.published);
        const phrases = phrasesOf(query.q) ?? [];
        const { limit, after } = request;
        const article = query.article && (await articleNamed(store, query.article));
        const speakers = await speakersFiltered(store, query.speaker);
        const filters = { in: query.in, speakers, kind, language, publishedFrom, publishedTo, article };
        const found =
          phrases.length === 0 ? nothing(facets) : await store.search({ ...filters, phrases, fuzzy, sort, facets, limit, after });
        return renderPage(found, request, (hit: SearchHit) => addressedHit(hit, site), `"facets":${facetsOf(found, site)},`);
      },
    }),
  ]);
}

/** JSON of the facets with the addresses of their speakers; `null` unless they were asked for. */
function facetsOf({ facets }: SearchPage, site: Site): string {
  if (facets === null) return "null";
  const counted = JSON.parse(facets) as SearchFacets;
  return JSON.stringify({ ...counted, speakers: counted.speakers.map((speaker) => addressedSpeaker(speaker, site)) });
}

/** The result for words without a letter or a digit. */
function nothing(facets = false): SearchPage {
  return { items: [], total: 0, next: null, facets: facets ? JSON.stringify({ speakers: [], years: [] }) : null };
}
