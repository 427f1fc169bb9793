import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { QuoteItem, SpeakerSummary } from "../../../article/model/items.ts";
import type { Article } from "../../../article/model/schema.ts";
import { articleCard, type Card, quoteCard, speakerCard } from "../../../pages/cards/card.ts";
import { lookUp } from "../../../store/look-up.ts";
import type { Answer, AnsweredFormats } from "../../answers/answer.ts";
import { answerFound, answerQuote, articleNotFound, speakerNotFound } from "../../lookup.ts";
import { HttpProblem } from "../../problem.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import type { Drawing } from "../../tasks/drawing.ts";

const PNG: AnsweredFormats = [{ name: "png", mediaType: "image/png", contentType: "image/png", extension: "png", schema: z.string() }];

/** Share cards: pictures that other sites show beside a link to a quote, an article or a speaker. */
export async function cardRoutes(
  app: FastifyInstance,
  { store, site, cache, drawing }: RouteOptions & { drawing: Drawing },
): Promise<void> {
  const picture = { query: z.object({}), formats: PNG, unnegotiated: true };
  registerPages(app, { cache, site }, [
    page({
      ...picture,
      path: "/quotes/{id}/card.png",
      answer: ({ params: { id = "" } }) =>
        answerQuote(
          { store, site },
          id,
          (present) => `/quotes/${present}/card.png`,
          (json) => drawn(quoteCard(JSON.parse(json) as QuoteItem), drawing),
        ),
    }),
    page({
      ...picture,
      path: "/articles/{slug}/card.png",
      async answer({ params: { slug = "" } }) {
        const found = await lookUp(slug, (one) => store.article(one));
        const addressOf = (present: string) => `/articles/${present}/card.png`;
        return answerFound(found, articleNotFound(slug), addressOf, (json) => drawn(articleCard(JSON.parse(json) as Article), drawing));
      },
    }),
    page({
      ...picture,
      path: "/speakers/{id}/card.png",
      async answer({ params: { id = "" } }) {
        const found = await lookUp(id, (one) => store.speakerSummary(one));
        const addressOf = (present: string) => `/speakers/${present}/card.png`;
        return answerFound(found, speakerNotFound(id), addressOf, (json) =>
          drawn(speakerCard(JSON.parse(json) as SpeakerSummary), drawing),
        );
      },
    }),
  ]);
}

/** @throws HttpProblem `not-found` when the fonts lack a letter, `unavailable` while too many cards wait */
async function drawn(card: Card, drawing: Drawing): Promise<Answer> {
  const png = await drawing.draw(card);
  if (png === null) {
    throw new HttpProblem("not-found", "There is no card: its fonts lack a letter of the words. The page says the same in text.");
  }
  return { body: Buffer.from(png.buffer, png.byteOffset, png.byteLength) };
}
