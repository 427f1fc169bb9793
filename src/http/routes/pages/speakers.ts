import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { QuoteItem, SpeakerProfile, SpeakerSummary } from "../../../article/model/items.ts";
import type { SpeakerRef } from "../../../article/model/schema.ts";
import { fold } from "../../../article/words/fold.ts";
import { speakerPage } from "../../../pages/speakers/speaker-page.ts";
import { speakersPage } from "../../../pages/speakers/speakers-page.ts";
import { lookUp } from "../../../store/look-up.ts";
import { directed, QUOTE_SORTS, SORTS } from "../../../store/sorts.ts";
import type { Filters, Store } from "../../../store/store.ts";
import { listPage, nextOf, pageAnswer } from "../../answers/page-answers.ts";
import { pageRequest } from "../../answers/paging.ts";
import { answerFound, speakerNotFound } from "../../lookup.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { paging } from "../../requests/parameters.ts";
import { ALL_MONTHS, choice, linkedQuery, pageFilters, pageFiltersOf } from "./page-query.ts";

const { cursor } = paging;
const { speaker: _, ...quoteFilters } = pageFilters;

/** Speakers on a page of the list. */
const LISTED = 40;
/** Others who are quoted in the same articles. */
const OTHERS = 8;

/** Pages of speakers: the list, and one. */
export async function speakerPageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/speakers",
      query: z.object({ ...pageFilters, startsWith: z.string().optional(), sort: choice(["quotes", "articles", "name"]), cursor }),
      async answer({ query: given }) {
        const [letter] = fold(given.startsWith?.slice(0, 20) ?? "");
        const sort = given.sort ?? (letter === undefined ? "quotes" : "name");
        const query = { ...given, startsWith: letter, sort };
        const filters = await pageFiltersOf(store, query);
        const request = pageRequest("/speakers", { ...query, limit: LISTED }, SORTS[sort]);
        const [found, letters] = await Promise.all([
          store.speakers({ ...filters, startsWith: letter ?? null, sort, limit: LISTED, after: request.after }),
          store.letters({ ...filters, speakerTypes: null }),
        ]);
        const speakers = listPage<SpeakerSummary>(found, nextOf(found, request));
        const described = await store.descriptions({ speakers: speakers.items.map(({ id }) => id), articles: null });
        const descriptions = new Map(described.map((one) => [one.speaker, one.descriptions]));
        return pageAnswer(speakersPage({ speakers, descriptions, letters, query: { ...linkedQuery(query), sort } }, site));
      },
    }),
    page({
      path: "/speakers/{id}",
      query: z.object({ ...quoteFilters, sort: choice(["published", "length"]), order: choice(["asc", "desc"]), cursor }),
      async answer({ params: { id = "" }, query }) {
        const found = await lookUp(id, (one) => store.speaker(one));
        const missing = speakerNotFound(id, "/speakers");
        return answerFound(
          found,
          missing,
          (present) => `/speakers/${present}`,
          async (json) => {
            const speaker = JSON.parse(json) as SpeakerProfile;
            const { sort = "published", order = null } = query;
            const request = pageRequest(`/speakers/${encodeURIComponent(speaker.id)}`, query, directed(QUOTE_SORTS[sort], order));
            const filters = { ...(await pageFiltersOf(store, query)), speakers: [speaker.id] };
            const [said, { total: unsure }, { groups }, others] = await Promise.all([
              store.quotes({ ...filters, sort, order, limit: request.limit, after: request.after }),
              store.quotes({ ...filters, confidences: ["low"], limit: 0 }),
              store.statistics({ ...allTimes(filters), by: ["month", "kind"], sort: "value", limit: ALL_MONTHS }),
              quotedBeside(store, speaker),
            ]);
            const quotes = listPage<QuoteItem>(said, nextOf(said, request));
            const descriptions = await descriptionsIn(store, speaker, quotes.items);
            return pageAnswer(speakerPage({ speaker, quotes, unsure, groups, descriptions, others, query: linkedQuery(query) }, site));
          },
        );
      },
    }),
  ]);
}

/** Filters of a timeline: it shows all times, and the kinds apart. */
function allTimes(filters: Filters): Filters {
  return { ...filters, kinds: null, publishedFrom: null, publishedTo: null };
}

/** Who else is quoted in the articles of a profile, in most of them first. */
async function quotedBeside(store: Store, { id, appearances }: SpeakerProfile): Promise<{ speaker: SpeakerRef; articleCount: number }[]> {
  const articles = appearances.map(({ article }) => article.slug);
  // One more is the speaker, another one nobody.
  const { groups } = await store.statistics({ articles, by: ["speaker"], sort: "articleCount", limit: OTHERS + 2 });
  return groups
    .flatMap(({ speaker, articleCount }) => (speaker == null || speaker.id === id ? [] : [{ speaker, articleCount }]))
    .slice(0, OTHERS);
}

/** What the articles of some quotes call the speaker, by slug: as the profile has it, which holds the newest articles alone. */
async function descriptionsIn(
  store: Store,
  { id, appearances }: SpeakerProfile,
  quotes: QuoteItem[],
): Promise<ReadonlyMap<string, string[]>> {
  const known = new Map(appearances.map(({ article, descriptions }) => [article.slug, descriptions.map(({ text }) => text)]));
  const missing = [...new Set(quotes.map(({ article }) => article.slug))].filter((slug) => !known.has(slug));
  if (missing.length === 0) return known;
  const more = await store.descriptions({ speakers: [id], articles: missing });
  return new Map([...known, ...more.map(({ slug, descriptions }): [string, string[]] => [slug, descriptions])]);
}
