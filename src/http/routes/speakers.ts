import { z } from "zod";
import { SpeakerProfile, SpeakerSummary } from "../../article/items.ts";
import { parseQuery } from "../../article/query.ts";
import { SpeakerType } from "../../article/schema.ts";
import type { Store } from "../../store/store.ts";
import { EXAMPLE } from "../examples.ts";
import { JSON_FORMAT } from "../negotiation.ts";
import { type Answer, type Operation, operation } from "../operation.ts";
import { listOf, pageRequest, renderPage } from "../paging.ts";
import { paging, q, speakerId } from "../parameters.ts";
import { HttpProblem } from "../problem.ts";
import { QUOTE_KEY, QuoteList, quoteFilters, quotesQuery } from "./quotes.ts";

const speaker = z.object({
  id: speakerId.meta({ description: "Id of the speaker. A merged id redirects.", examples: [EXAMPLE.speaker] }),
});

/** Operations on speakers across articles. */
export function speakerOperations(store: Store): Operation[] {
  const ofSpeaker = async (id: string, rest: string, render: (json: string) => Answer | Promise<Answer>): Promise<Answer> => {
    const found = await store.speaker(id);
    if (found.state === "found") return render(found.json);
    if (found.state === "moved") return { redirect: `/v1/speakers/${encodeURIComponent(found.to)}${rest}` };
    throw new HttpProblem("speaker-not-found", `There is no speaker "${id}". /v1/speakers lists all of them.`);
  };
  return [
    operation({
      path: "/v1/speakers",
      id: "listSpeakers",
      tag: "Speakers",
      summary: "List speakers",
      description: "Everybody who is quoted, with how many quotes in how many articles.",
      params: z.object({}),
      query: z.strictObject({
        q: q.meta({ description: "Words that must all occur in the name or one of its aliases.", examples: ["kabulov"] }),
        type: SpeakerType.optional(),
        sort: z.enum(["name", "quotes"]).optional().meta({ description: "`name` (the default), or `quotes`: most quoted first." }),
        ...paging,
      }),
      answers: "One page of speakers.",
      formats: [{ ...JSON_FORMAT, schema: listOf("SpeakerList", SpeakerSummary, {}) }],
      problems: ["invalid-parameter", "invalid-cursor"],
      pages: true,
      async answer({ query }) {
        const sort = query.sort ?? "name";
        const request = pageRequest("/v1/speakers", query, sort === "quotes" ? ["number", "string"] : ["string", "string"]);
        const page = await store.speakers({
          phrases: query.q === undefined ? null : parseQuery(query.q),
          type: query.type ?? null,
          sort,
          limit: request.limit,
          after: request.after,
        });
        return renderPage(page, request);
      },
    }),
    operation({
      path: "/v1/speakers/{id}",
      id: "getSpeaker",
      tag: "Speakers",
      summary: "Get a speaker",
      description: "One speaker across all articles, with the descriptions that each article gives.",
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
      description: "Everything one speaker said in all articles, newest first.",
      params: speaker,
      query: z.strictObject(quoteFilters),
      answers: "One page of quotes.",
      formats: [{ ...JSON_FORMAT, schema: QuoteList }],
      problems: ["invalid-parameter", "invalid-cursor", "speaker-not-found"],
      redirects: true,
      pages: true,
      answer: ({ params, query }) =>
        ofSpeaker(params.id, "/quotes", async () => {
          const request = pageRequest(`/v1/speakers/${encodeURIComponent(params.id)}/quotes`, query, QUOTE_KEY);
          const page = await store.quotes({ ...quotesQuery(query, request), speakers: [params.id] });
          return renderPage(page, request);
        }),
    }),
  ];
}
