import { z } from "zod";
import { Article, Instant, Quote, Speaker } from "./schema.ts";

/**
 * What answers add to an article, its quotes and its speakers: where they are. Addresses depend on where the server is reached, so
 * nothing that is stored, extracted or imported has them.
 */

export const addresses = {
  url: z.string().meta({ description: "Address in the API, path-absolute.", examples: ["/v1/quotes/c5zdc6gr9e"] }),
  page: z.string().meta({ description: "Address of the page for readers, path-absolute.", examples: ["/quotes/c5zdc6gr9e"] }),
};
export type Addresses = { [Name in keyof typeof addresses]: string };

/** A value of an answer before it is known where it will be reached: `url` and `page` are in none of its objects. */
export type Unaddressed<T> = T extends (infer Item)[]
  ? Unaddressed<Item>[]
  : T extends object
    ? { [Name in Exclude<keyof T, keyof Addresses>]: Unaddressed<T[Name]> }
    : T;

export const AddressedQuote = Quote.extend(addresses).meta({
  id: "Quote",
  description: "One act of speech: its segments, who said it, and how the reporter says so.",
});

export const AddressedSpeaker = Speaker.extend(addresses).meta({ id: "Speaker", description: "Somebody who is quoted in this article." });

/** Of an article that is served. */
export const modifiedAt = Instant.meta({
  description:
    "When what is served of the article last changed: its text, what is known of it, an editor's corrections, or the names of its speakers. Kept by the server; `updatedAt` is what the source says.",
  examples: ["2026-11-22T12:00:00Z"],
});

const { quotes, speakers } = Article.shape;

export const AddressedArticle = Article.extend({
  modifiedAt,
  quotes: z.array(AddressedQuote).meta(quotes.meta() ?? {}),
  speakers: z.array(AddressedSpeaker).meta(speakers.meta() ?? {}),
  ...addresses,
}).meta({ id: "Article", description: "A news article as data." });
