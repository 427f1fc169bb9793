import { z } from "zod";
import { addresses, type Unaddressed } from "../model/addressed.ts";
import { ArticleRef, QuoteRef } from "../model/items.ts";
import { Span } from "../model/schema.ts";
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
