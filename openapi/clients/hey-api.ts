import type { Calls } from "./calls.ts";
import { client } from "./generated/hey-api/client.gen.ts";
import { getArticle, getQuote, listQuotes, verifyQuoteInBody } from "./generated/hey-api/sdk.gen.ts";
import type { Article, QuoteItem } from "./generated/hey-api/types.gen.ts";

/** The calls of a client that @hey-api/openapi-ts generated. */
export function callsTo(baseUrl: string): Calls {
  client.setConfig({ baseUrl });
  return {
    async headlineOf(slug) {
      const { data } = await getArticle({ path: { slug }, throwOnError: true });
      // The type is that of an article alone: no other schema has to be ruled out first.
      const article: Article = data;
      return article.headline.text;
    },
    async wordsOfQuote(id) {
      const { data } = await getQuote({ path: { id }, throwOnError: true });
      const quote: QuoteItem = data;
      return { text: quote.text, cue: quote.attribution.cue?.text ?? null };
    },
    async quotesBy(speaker, limit) {
      const { data } = await listQuotes({ query: { speaker, limit }, throwOnError: true });
      return { total: data.total, ids: data.items.map(({ id }) => id) };
    },
    async problemOf(slug) {
      const { error, response } = await getArticle({ path: { slug } });
      return { status: response?.status ?? 0, code: error?.code ?? "" };
    },
    async check(quote, speaker) {
      const { data } = await verifyQuoteInBody({ body: { quote, speaker }, throwOnError: true });
      return { words: data.words, speaker: data.speaker };
    },
  };
}
