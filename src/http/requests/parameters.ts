import { z } from "zod";
import { Revision } from "../../article/model/schema.ts";
import { codePointLength } from "../../article/model/text.ts";
import { MAX_QUERY } from "../../article/words/query-tokens.ts";
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

/** How many are answered. @param of what they are */
export function limitUpTo(most: number, usual: number, of: string, id: string, zero = "") {
  return z
    .preprocess((value) => (typeof value === "string" && /^-?\d{1,9}$/.test(value) ? Number(value) : value), z.int().min(0).max(most))
    .optional()
    .meta({
      param: { id },
      description: `${of}, at most ${most}; ${usual} without it.${zero}`,
      override: { type: "integer", minimum: 0, maximum: most, examples: [usual] },
    });
}

const limit = limitUpTo(MAX_LIMIT, DEFAULT_LIMIT, "Items on a page", "Limit", " 0 asks for the total alone.");
const cursor = z
  .string()
  .min(1)
  .max(2000)
  .optional()
  .meta({ param: { id: "Cursor" }, description: "`nextCursor` of the previous page. Use it with the same filter and sort." });

export const paging = { limit, cursor };

const words = text(MAX_QUERY).min(1).optional();
const WORDS =
  '`"a phrase"` in double quotation marks must occur as written; of `ferry OR boat` one must occur (OR binds tighter than a space); `-ferry`, `NOT ferry` and `-"a phrase"` must not occur; `harb*` finds words that begin so; parentheses may stand around alternatives. Case, diacritics, dashes and the form of quotation marks do not matter. Other operators, and a query of negations alone, are a 400 that says what to write instead.';

/** Words of articles and quotes. */
export const q = words.meta({
  param: { id: "Words" },
  description: `Words that must all occur, in any order, English ones in any inflection (\`tariff\` finds \`tariffs\`); ${WORDS}`,
  examples: ["ferry bridge -tunnel"],
});
/** Words of names. */
export const nameWords = words.meta({
  description: `Words that must all occur in the name or one of its aliases, as they are; ${WORDS}`,
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
export const modifiedFrom = moment("from")
  .optional()
  .meta({
    param: { id: "ModifiedFrom", example: "2026-09-01" },
    description:
      "Changed on or after this day or instant, by `modifiedAt`: the text, an editor's corrections, or the names of its speakers.",
  });
export const modifiedTo = moment("to")
  .optional()
  .meta({
    param: { id: "ModifiedTo", example: "2026-09-30" },
    description: "Changed on or before this day or instant, by `modifiedAt`; a day means its end.",
  });

export const articleSlug = text(400).min(1);

/** Which text of an article is asked for. */
export const revision = Revision.optional().meta({
  param: { id: "RevisionAsked" },
  examples: [EXAMPLE.revision],
  description:
    "A revision of the article, as `/v1/articles/{slug}/revisions` lists them: the answer is of that text and never changes. Without it the answer is of the present text.",
});

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
  schema: z
    .string()
    .min(1)
    .meta({ description: "Name of the schema.", examples: ["source-row.schema.json"] }),
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
export const bom = flag.meta({
  param: { id: "Bom" },
  description: "Whether CSV begins with a byte order mark, by which Excel knows UTF-8. Other formats have none.",
});
/** A page of a list that also comes as CSV. */
export const listing = { ...paging, bom };

/**
 * A parameter that is given once or several times.
 *
 * @param item schema of one value, and how the OpenAPI document has it
 * @param most how often it may be given
 * @param values whether several may also be joined by commas: no value has one itself
 */
export function repeated<Item extends z.ZodType>(
  item: Item,
  json: object,
  most: number,
  meta: { id: string; description: string; example: string },
  values: "joined" | "apart" = "apart",
) {
  const schema = z
    .preprocess((value) => (typeof value === "string" ? [value] : value), z.array(item).min(1).max(most))
    .optional()
    .meta({
      param: { id: meta.id },
      description: meta.description,
      override: { type: "array", minItems: 1, maxItems: most, items: json, examples: [[meta.example]] },
    });
  if (values === "joined") JOINED.add(schema);
  return schema;
}

const JOINED = new WeakSet<z.ZodType>();

/** The values of a parameter, those that are joined by commas apart. What is no string stays as it is. */
export function valuesApart(schema: z.ZodType | undefined, given: unknown): unknown {
  if (schema === undefined || !JOINED.has(schema)) return given;
  return [given].flat().flatMap((one) => (typeof one === "string" ? one.split(/,\s*/) : [one]));
}

/** The direction of a sort. */
export const order = z
  .enum(["asc", "desc"])
  .optional()
  .meta({
    param: { id: "Order" },
    description:
      "Direction of the sort; without it names are in the order of the alphabet, and everything else has the largest or newest first.",
    examples: ["asc"],
  });

/** What is said of a string of more than `most` code points. */
export function tooLong(most: number): string {
  return `Too long; at most ${most} characters are allowed.`;
}
