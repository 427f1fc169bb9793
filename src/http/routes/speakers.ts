import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { SpeakerProfile, SpeakerSummary } from "../../article/model/items.ts";
import { SpeakerType } from "../../article/model/schema.ts";
import { addressedProfile } from "../../representations/addressed.ts";
import { JSON_TYPE, quoteList, speakerList } from "../../representations/table.ts";
import { SORTS } from "../../store/sorts.ts";
import type { Key } from "../../store/store.ts";
import type { Answer } from "../answers/answer.ts";
import { withSchemas } from "../answers/formats.ts";
import { answerList, listOf } from "../answers/paging.ts";
import { answerFound, lookUp, speakerNotFound } from "../lookup.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { fieldsOf } from "../requests/fields.ts";
import { phrasesOf, QuoteList, quoteFilters } from "../requests/filters.ts";
import { inPath, listing, nameWords } from "../requests/parameters.ts";

const speaker = z.object({ id: inPath.speaker });

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
      description: "Everybody who is quoted, with how many quotes in how many articles. Use it to find the id of a speaker by name.",
      params: z.object({}),
      query: z.strictObject({
        q: nameWords,
        type: SpeakerType.optional().meta({ param: { description: "Type of the speakers.", example: "person" } }),
        sort: z
          .enum(["name", "quotes"])
          .optional()
          .meta({ description: "`name` (the default), or `quotes`: most quoted first.", examples: ["quotes"] }),
        fields: fieldsOf(SpeakerSummary),
        ...listing,
      }),
      answers: "One page of speakers.",
      formats: withSchemas(speakerList.formats, listOf("SpeakerList", SpeakerSummary, {})),
      problems: ["invalid-parameter", "invalid-cursor"],
      pages: true,
      answer({ query, format }) {
        const { type, sort = "name" } = query;
        const list = { path: "/v1/speakers", query, sort: SORTS[sort], fileName: "speakers" };
        const read = (limit: number, after: Key | null) => store.speakers({ phrases: phrasesOf(query.q), type, sort, limit, after });
        return answerList(speakerList, format, list, read, given);
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
      query: z.strictObject(quoteFilters),
      answers: "One page of quotes.",
      formats: withSchemas(quoteList.formats, QuoteList),
      problems: ["invalid-parameter", "invalid-cursor", "speaker-not-found"],
      redirects: true,
      pages: true,
      answer: ({ params, query, format }) =>
        ofSpeaker(params.id, "/quotes", () => {
          const { kind, publishedFrom, publishedTo } = query;
          const filters = { phrases: phrasesOf(query.q), speakers: [params.id], kind, publishedFrom, publishedTo };
          const path = `/v1/speakers/${encodeURIComponent(params.id)}/quotes`;
          const list = { path, query, sort: SORTS.quoted, fileName: `${params.id}-quotes` };
          return answerList(quoteList, format, list, (limit, after) => store.quotes({ ...filters, limit, after }), given);
        }),
    }),
  ]);
}
