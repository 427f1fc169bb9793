import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SpeakerProfile, SpeakerSummary } from "../../article/model/items.ts";
import { fold } from "../../article/words/fold.ts";
import { addressedProfile } from "../../representations/addressed.ts";
import { JSON_TYPE, quoteList, speakerList } from "../../representations/table.ts";
import { lookUp } from "../../store/look-up.ts";
import { directed, SORTS } from "../../store/sorts.ts";
import type { Answer } from "../answers/answer.ts";
import { facetCounts, facets, facetsMember, speakerFacets } from "../answers/facets.ts";
import { withSchemas } from "../answers/formats.ts";
import { answerList, listOf } from "../answers/paging.ts";
import { answerQuotes, QuoteList, quoteOrder } from "../answers/quote-list.ts";
import { answerFound, speakerNotFound } from "../lookup.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { inPath, listing, nameWords, order, text } from "../requests/parameters.ts";

const speaker = z.object({ id: inPath.speaker });
/** What a speaker said is filtered by everything but speakers. */
const { speaker: _, ...quoteFilters } = filters;

/** Operations on speakers across articles. */
export async function speakerRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store, site } = given;
  const ofSpeaker = async (id: string, rest: string, render: (json: string) => Answer | Promise<Answer>): Promise<Answer> =>
    answerFound(await lookUp(id, (one) => store.speaker(one)), speakerNotFound(id), (present) => `/v1/speakers/${present}${rest}`, render);
  registerOperations(app, given, [
    operation({
      path: "/v1/speakers",
      id: "listSpeakers",
      tag: "Speakers",
      summary: "List speakers",
      description:
        "Everybody who is quoted, with how many quotes in how many articles there are in all. Filters keep those with at least one quote that passes all of them. Use it to find the id of a speaker by name.",
      params: z.object({}),
      query: z.strictObject({
        ...filters,
        q: nameWords,
        startsWith: text(50)
          .min(1)
          .optional()
          .meta({
            description:
              "Letters that the name begins with, as it is written (`ab` finds Abdul Karim); case, diacritics and punctuation do not matter. What holds no letter or digit finds nobody.",
            examples: ["za"],
          }),
        sort: z
          .enum(["name", "quotes", "articles"])
          .optional()
          .meta({
            description: "`name` (the default), `quotes` (most quoted first) or `articles` (quoted by most articles first).",
            examples: ["quotes"],
          }),
        order,
        facets: speakerFacets,
        fields: fieldsOf(SpeakerSummary),
        ...listing,
      }),
      answers: "One page of speakers.",
      formats: withSchemas(speakerList.formats, listOf("SpeakerList", SpeakerSummary, facetCounts)),
      problems: ["invalid-cursor", ...FILTER_PROBLEMS],
      pages: true,
      async answer({ query, format }) {
        const { sort = "name", order = null } = query;
        const filters = await filtersOf(store, query);
        const startsWith = query.startsWith === undefined ? null : fold(query.startsWith);
        const asked = { ...filters, ids: startsWith === "" ? [] : filters.ids, startsWith, sort, order };
        const counted = await facetsMember(store, format.name === "json" ? query.facets : undefined, {
          ...filters,
          ids: asked.ids,
          startsWith,
          of: "speakers",
        });
        const list = { path: "/v1/speakers", query, sort: directed(SORTS[sort], order), fileName: "speakers" };
        return answerList(speakerList, format, list, (page) => store.speakers({ ...asked, ...page }), given, counted);
      },
    }),
    operation({
      path: "/v1/speakers/{id}",
      id: "getSpeaker",
      tag: "Speakers",
      summary: "Get a speaker",
      description: "One speaker across all articles, with the descriptions that each article gives. Use it for a page about a person.",
      params: speaker,
      query: z.object({}),
      answers: "The speaker.",
      formats: [{ ...JSON_TYPE, schema: SpeakerProfile }],
      problems: ["invalid-parameter", "speaker-not-found"],
      redirects: true,
      answer: ({ params }) =>
        ofSpeaker(params.id, "", (json) => ({ body: JSON.stringify(addressedProfile(JSON.parse(json) as SpeakerProfile, site)) })),
    }),
    operation({
      path: "/v1/speakers/{id}/quotes",
      id: "listSpeakerQuotes",
      tag: "Speakers",
      summary: "List what a speaker said",
      description:
        "Everything one speaker said in all articles, newest first. Use it for a record of what somebody said; the feeds announce what is new.",
      params: speaker,
      query: z.strictObject({ ...quoteFilters, ...quoteOrder, facets, ...listing }),
      answers: "One page of quotes.",
      formats: withSchemas(quoteList.formats, QuoteList),
      problems: ["invalid-cursor", ...FILTER_PROBLEMS],
      redirects: true,
      pages: true,
      answer: ({ params, query, format }) =>
        ofSpeaker(params.id, "/quotes", async () => {
          const asked = { ...(await filtersOf(store, query)), speakers: [params.id] };
          const path = `/v1/speakers/${encodeURIComponent(params.id)}/quotes`;
          return answerQuotes(given, format, asked, { path, inPath: "speaker", query, fileName: `${params.id}-quotes` });
        }),
    }),
  ]);
}
