import { z } from "zod";
import { addresses, type Unaddressed } from "../model/addressed.ts";
import { ArticleRef, QuoteRef } from "../model/items.ts";
import { Span, SpeakerRef } from "../model/schema.ts";
import { BlockRef } from "./searchable.ts";

/** What a full-text search answers with. The schemas are those of answers, the types those of what has no addresses yet. */

export const SearchScope = z.enum(["all", "quotes", "narration"]).meta({
  id: "SearchScope",
  description: "`all`: the whole text; `quotes`: inside one quote; `narration`: words of the paragraphs outside quotes.",
});
export type SearchScope = z.infer<typeof SearchScope>;

export const Fragment = z
  .strictObject({
    block: BlockRef,
    quote: QuoteRef.nullable().meta({ description: "The quote the first highlight lies in; `null` outside quotes." }),
    ...Span.shape,
    highlights: z
      .array(Span)
      .meta({ description: "The words that were looked for, in the order of the text; spans of the article's text." }),
  })
  .meta({ id: "Fragment", description: "A piece of one block with the words that were found in it." });
export type Fragment = Unaddressed<z.infer<typeof Fragment>>;

export const SearchHit = z
  .strictObject({
    article: ArticleRef,
    fragments: z.array(Fragment).min(1).max(3).meta({ description: "The places that show best why it was found, the best first." }),
    ...addresses,
  })
  .meta({ id: "SearchHit", description: "An article that holds what was looked for." });
export type SearchHit = Unaddressed<z.infer<typeof SearchHit>>;

/** How many speakers the facets name at most. */
export const MAX_SPEAKER_FACETS = 20;

export const SearchFacets = z
  .strictObject({
    speakers: z
      .array(
        z
          .strictObject({ ...SpeakerRef.shape, count: z.int().min(1).meta({ description: "Hits that quote the speaker." }), ...addresses })
          .meta({ id: "SpeakerCount", description: "A speaker, and how many hits quote them." }),
      )
      .max(MAX_SPEAKER_FACETS)
      .meta({ description: "Speakers of the most hits first, then by id." }),
    years: z
      .array(
        z
          .strictObject({
            year: z
              .int()
              .nullable()
              .meta({ description: "Year of publication in UTC; `null` counts hits without a date.", examples: [2020] }),
            count: z.int().min(1).meta({ description: "Hits of that year." }),
          })
          .meta({ id: "YearCount", description: "A year, and how many hits are of it." }),
      )
      .meta({ description: "Newest first, `null` last." }),
  })
  .meta({ id: "SearchFacets", description: "The hits of the whole list counted by speaker and by year." });
export type SearchFacets = Unaddressed<z.infer<typeof SearchFacets>>;
