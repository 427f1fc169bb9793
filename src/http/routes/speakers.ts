import { z } from "zod";
import { SpeakerProfile, SpeakerSummary } from "../../article/model/items.ts";
import { SpeakerType } from "../../article/model/schema.ts";
import { parseQuery } from "../../article/words/query.ts";
import { quoteListFormats, speakerListFormats } from "../../representations/table.ts";
import type { Store } from "../../store/store.ts";
import { withSchemas } from "../answers/formats.ts";
import { JSON_FORMAT } from "../answers/negotiation.ts";
import { answerList, listOf } from "../answers/paging.ts";
import { speakerNotFound } from "../not-found.ts";
import { type Answer, type Operation, operation } from "../operation.ts";
import { inPath, nameWords, paging } from "../requests/parameters.ts";
import { QUOTE_KEY, QuoteList, quoteFilters, quotesQuery } from "./quotes.ts";

const speaker = z.object({ id: inPath.speaker });

/** A speaker's JSON, or the id that took the place of a merged one. @throws HttpProblem `speaker-not-found` */
export async function findSpeaker(store: Store, id: string): Promise<{ json: string } | { moved: string }> {
  const found = await store.speaker(id);
  if (found.state === "found") return { json: found.json };
  if (found.state === "moved") return { moved: found.to };
  throw speakerNotFound(id);
}

/** Operations on speakers across articles. */
export function speakerOperations(store: Store): Operation[] {
  const ofSpeaker = async (id: string, rest: string, render: (json: string) => Answer | Promise<Answer>): Promise<Answer> => {
    const found = await findSpeaker(store, id);
    return "moved" in found ? { redirect: `/v1/speakers/${encodeURIComponent(found.moved)}${rest}` } : render(found.json);
  };
  return [
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
        ...paging,
      }),
      answers: "One page of speakers.",
      formats: withSchemas(speakerListFormats, listOf("SpeakerList", SpeakerSummary, {})),
      problems: ["invalid-parameter", "invalid-cursor"],
      pages: true,
      answer({ query, format }) {
        const sort = query.sort ?? "name";
        const key = sort === "quotes" ? (["number", "string"] as const) : (["string", "string"] as const);
        return answerList(speakerListFormats, format, { path: "/v1/speakers", query, key, fileName: "speakers" }, (limit, after) =>
          store.speakers({ phrases: query.q === undefined ? null : parseQuery(query.q), type: query.type ?? null, sort, limit, after }),
        );
      },
    }),
    operation({
      path: "/v1/speakers/{id}",
      id: "getSpeaker",
      tag: "Speakers",
      summary: "Get a speaker",
      description: "One speaker across all articles, with the descriptions that each article gives. Use it for a page about a person.",
      params: speaker,
      query: z.strictObject({}),
      answers: "The speaker.",
      formats: [{ ...JSON_FORMAT, schema: SpeakerProfile }],
      problems: ["invalid-parameter", "speaker-not-found"],
      redirects: true,
      answer: ({ params }) => ofSpeaker(params.id, "", (body) => ({ body })),
    }),
    operation({
      path: "/v1/speakers/{id}/quotes",
      id: "listSpeakerQuotes",
      tag: "Speakers",
      summary: "List what a speaker said",
      description:
        "Everything one speaker said in all articles, newest first. Use it for a record of what somebody said; the feeds tell you of more.",
      params: speaker,
      query: z.strictObject(quoteFilters),
      answers: "One page of quotes.",
      formats: withSchemas(quoteListFormats, QuoteList),
      problems: ["invalid-parameter", "invalid-cursor", "speaker-not-found"],
      redirects: true,
      pages: true,
      answer: ({ params, query, format }) =>
        ofSpeaker(params.id, "/quotes", () => {
          const path = `/v1/speakers/${encodeURIComponent(params.id)}/quotes`;
          return answerList(quoteListFormats, format, { path, query, key: QUOTE_KEY, fileName: `${params.id}-quotes` }, (limit, after) =>
            store.quotes({ ...quotesQuery(query, { limit, after }), speakers: [params.id] }),
          );
        }),
    }),
  ];
}
