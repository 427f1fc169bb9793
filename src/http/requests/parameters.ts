import { z } from "zod";
import { Language, QuoteKind } from "../../article/model/schema.ts";
import { codePointLength } from "../../article/model/text.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { moment } from "./moments.ts";

// Parameters that several operations share. All of them are strings in the request; what their schema admits is never refused.

/**
 * A string of at most `most` code points: the unit of `maxLength` in JSON Schema, where zod would count UTF-16 units.
 */
export function text(most: number): z.ZodString {
  return z
    .string()
    .refine((value) => value.length <= most || codePointLength(value) <= most, tooLong(most))
    .meta({ maxLength: most });
}

export const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

const limit = z
  .preprocess((value) => (typeof value === "string" && /^-?\d{1,9}$/.test(value) ? Number(value) : value), z.int().min(0).max(MAX_LIMIT))
  .optional()
  .meta({
    param: { id: "Limit" },
    description: `Items on a page, at most ${MAX_LIMIT}; ${DEFAULT_LIMIT} without it. 0 asks for the total alone.`,
    override: { type: "integer", minimum: 0, maximum: MAX_LIMIT, examples: [DEFAULT_LIMIT] },
  });
const cursor = z
  .string()
  .min(1)
  .max(2000)
  .optional()
  .meta({ param: { id: "Cursor" }, description: "`nextCursor` of the previous page. Use it with the same filter and sort." });

export const paging = { limit, cursor };

const words = text(200).min(1).optional();
const WORDS =
  "a phrase in double quotation marks must occur as written. Case, diacritics, dashes and the form of quotation marks do not matter.";

/** Words of articles and quotes. */
export const q = words.meta({
  param: { id: "Words" },
  description: `Words that must all occur, in any order; ${WORDS}`,
  examples: ["ferry bridge"],
});
/** Words of names. */
export const nameWords = words.meta({
  description: `Words that must all occur in the name or one of its aliases; ${WORDS}`,
  examples: ["brannock"],
});

export const publishedFrom = moment("from")
  .optional()
  .meta({
    param: { id: "PublishedFrom", example: "2026-09-01" },
    description: "Published on or after this day, or this instant (RFC 3339); an instant without an offset is in UTC.",
  });
export const publishedTo = moment("to")
  .optional()
  .meta({
    param: { id: "PublishedTo", example: "2026-09-30" },
    description:
      "Published on or before this day, or this instant (RFC 3339); a day means its end, an instant without an offset is in UTC.",
  });
export const language = Language.optional().meta({
  param: { id: "Language" },
  description: "Language of the article: `en` finds `en-GB` too.",
  examples: ["en"],
});
export const kind = QuoteKind.optional().meta({
  param: { id: "Kind", description: "Kind of the quotes.", example: "direct" },
});

export const speakerName = text(400)
  .min(1)
  .meta({ description: "Id, name or alias of a speaker; `/v1/speakers` lists them.", examples: [EXAMPLE.speaker] });
export const articleSlug = text(400).min(1);

/** Path parameters. They are looked up as they are sent: a value no id can have is a 404, not a 400. */
export const inPath = {
  article: z
    .string()
    .min(1)
    .meta({
      param: { id: "ArticleSlug" },
      description: "The article's slug. An old slug redirects to the present one.",
      examples: [EXAMPLE.slug],
    }),
  section: z
    .string()
    .min(1)
    .meta({ description: "Id of the section.", examples: ["lead"] }),
  paragraph: z
    .string()
    .min(1)
    .meta({ description: "Id of the paragraph.", examples: ["p2"] }),
  quote: z
    .string()
    .min(1)
    .meta({ description: "Id of the quote. An old id redirects.", examples: [EXAMPLE.quote] }),
  speaker: z
    .string()
    .min(1)
    .meta({ param: { id: "SpeakerId" }, description: "Id of the speaker. A merged id redirects.", examples: [EXAMPLE.speaker] }),
  problem: z
    .string()
    .min(1)
    .meta({ description: "Code of the problem.", examples: ["article-not-found"] }),
};

/** `true` or `false`. */
export const flag = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .optional()
  .meta({
    override: ({ jsonSchema }) => {
      delete jsonSchema.enum;
      jsonSchema.type = "boolean";
      jsonSchema.examples = [true];
    },
  });

/** Whether CSV begins with a byte order mark. */
const bom = flag.meta({
  param: { id: "Bom" },
  description: "Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.",
});
/** A page of a list that also comes as CSV. */
export const listing = { ...paging, bom };

/** `speaker` given once or several times. */
export const speakers = z
  .preprocess((value) => (typeof value === "string" ? [value] : value), z.array(speakerName).min(1).max(20))
  .optional()
  .meta({
    param: { id: "Speakers" },
    description:
      "Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.",
    override: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: { type: "string", minLength: 1, maxLength: 400 },
      examples: [[EXAMPLE.speaker]],
    },
  });

/** What is said of a string of more than `most` code points. */
export function tooLong(most: number): string {
  return `Too long; at most ${most} characters are allowed.`;
}
