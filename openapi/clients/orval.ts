import type { Calls } from "./calls.ts";
import { type Article, getArticle, getQuote, listQuotes, type QuoteItem, verifyQuoteInBody } from "./generated/orval.ts";

/** The calls of a client that orval generated, to the address it was generated for. */
export function callsTo(_: string): Calls {
  return {
    async headlineOf(slug) {
      const answer = await getArticle(slug);
      if (answer.status !== 200) throw new Error(`expected 200, not ${answer.status}`);
      // orval types an answer as any of its media types; `application/json` is an article alone.
      const article = answer.data as Article;
      return article.headline.text;
    },
    async wordsOfQuote(id) {
      const answer = await getQuote(id);
      if (answer.status !== 200) throw new Error(`expected 200, not ${answer.status}`);
      const quote = answer.data as QuoteItem;
      return { text: quote.text, cue: quote.attribution.cue?.text ?? null };
    },
    async quotesBy(speaker, limit) {
      const { status, data } = await listQuotes({ speaker, limit });
      if (status !== 200 || typeof data === "string") throw new Error(`expected a list, not ${status}`);
      return { total: data.total, ids: data.items.map(({ id }) => id) };
    },
    async problemOf(slug) {
      const answer = await getArticle(slug);
      return { status: answer.status, code: answer.status === 404 ? answer.data.code : "" };
    },
    async check(quote, speaker) {
      const answer = await verifyQuoteInBody({ quote, speaker });
      if (answer.status !== 200) throw new Error(`expected 200, not ${answer.status}`);
      return { words: answer.data.words, speaker: answer.data.speaker };
    },
  };
}
