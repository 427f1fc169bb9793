import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { QuoteItem, SpeakerProfile, SpeakerSummary } from "../../../article/model/items.ts";
import { speakersPage } from "../../../pages/lists.ts";
import { speakerPage } from "../../../pages/speakers/speaker-page.ts";
import { lookUp } from "../../../store/look-up.ts";
import { SORTS } from "../../../store/sorts.ts";
import { listPage, nextOf, pageAnswer } from "../../answers/page-answers.ts";
import { pageRequest } from "../../answers/paging.ts";
import { answerFound, speakerNotFound } from "../../lookup.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { paging } from "../../requests/parameters.ts";
import { typedWords, wordsTyped } from "./typed-words.ts";

const { cursor } = paging;

/** Pages of speakers: the list, and one. */
export async function speakerPageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/speakers",
      query: z.object({ q: typedWords, cursor }),
      async answer({ query }) {
        const request = pageRequest("/speakers", query, SORTS.quotes);
        const found = await store.speakers({ words: wordsTyped(query.q), sort: "quotes", limit: 2 * request.limit, after: request.after });
        return pageAnswer(speakersPage(listPage<SpeakerSummary>(found, nextOf(found, request)), query.q ?? "", site));
      },
    }),
    page({
      path: "/speakers/{id}",
      query: z.object({ cursor }),
      async answer({ params: { id = "" }, query }) {
        const found = await lookUp(id, (one) => store.speaker(one));
        const missing = speakerNotFound(id, "/speakers");
        return answerFound(
          found,
          missing,
          (present) => `/speakers/${present}`,
          async (json) => {
            const speaker = JSON.parse(json) as SpeakerProfile;
            const request = pageRequest(`/speakers/${encodeURIComponent(speaker.id)}`, query, SORTS.quoted);
            const said = await store.quotes({ speakers: [speaker.id], limit: request.limit, after: request.after });
            return pageAnswer(speakerPage(speaker, listPage<QuoteItem>(said, nextOf(said, request)), site));
          },
        );
      },
    }),
  ]);
}
