import { z } from "zod";
import { Language, Moment, QuoteKind } from "../../article/model/schema.ts";
import { codePointLength } from "../../article/model/text.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { HttpProblem, type ParameterError } from "../problem.ts";

/** Parameters that several operations share. All of them are strings on the wire; what their schema admits is never refused. */

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
  .preprocess((value) => (typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value), z.int().min(1).max(MAX_LIMIT))
  .optional()
  .meta({
    param: { id: "Limit" },
    description: `Items on a page, at most ${MAX_LIMIT}; ${DEFAULT_LIMIT} without it.`,
    override: { type: "integer", minimum: 1, maximum: MAX_LIMIT, examples: [DEFAULT_LIMIT] },
  });
const cursor = z
  .string()
  .min(1)
  .max(2000)
  .optional()
  .meta({ param: { id: "Cursor" }, description: "`nextCursor` of the page before. Goes with the same filter and sort." });

export const paging = { limit, cursor };

const words = text(200).min(1).optional();
const WORDS = "a phrase in double marks must occur as it is. Case, diacritics, dashes and the form of marks do not matter.";

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

export const publishedFrom = Moment.optional().meta({
  param: { id: "PublishedFrom" },
  description: "Published on or after this day or instant.",
  examples: ["2026-09-01"],
});
export const publishedTo = Moment.optional().meta({
  param: { id: "PublishedTo" },
  description: "Published on or before this day or instant; a day means its end.",
  examples: ["2026-09-30"],
});
export const language = Language.optional().meta({
  param: { id: "Language" },
  description: "Language of the article: `en` finds `en-GB` too.",
  examples: ["en"],
});
export const kind = QuoteKind.optional().meta({
  param: { id: "Kind", description: "Kind of the quotes.", example: "direct" },
});

export const speakerId = text(400)
  .min(1)
  .meta({ description: "Id of a speaker; `/v1/speakers` lists them.", examples: [EXAMPLE.speaker] });
export const articleSlug = text(400).min(1);

/** Path parameters. What none of them can be is found nowhere: 404, not 400. */
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

/** `speaker` given once or several times. */
export const speakers = z
  .preprocess((value) => (typeof value === "string" ? [value] : value), z.array(speakerId).min(1).max(20))
  .optional()
  .meta({
    param: { id: "Speakers" },
    description: "Ids of speakers, any of whom said it; repeat the parameter for several. `none` finds quotes nobody is named for.",
    override: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: { type: "string", minLength: 1, maxLength: 400 },
      examples: [[EXAMPLE.speaker]],
    },
  });

/**
 * The query of a request as its schema has it.
 * @throws HttpProblem `invalid-parameter` naming each wrong parameter, its value and what is allowed
 */
export function readQuery<T extends z.ZodObject>(schema: T, query: Record<string, unknown>): z.output<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue): ParameterError[] => {
    if (issue.code === "unrecognized_keys") {
      const known = Object.keys(schema.shape).join(", ");
      const message = known === "" ? "Unknown parameter. This operation takes none." : `Unknown parameter. Use one of: ${known}.`;
      return issue.keys.map((name) => ({ in: "query", name, value: show(query[name]), message }));
    }
    const name = String(issue.path[0] ?? "");
    return [{ in: "query", name, value: show(query[name]), message: explain(issue, name, query[name]) }];
  });
  throw new HttpProblem("invalid-parameter", errors.map(({ name, message }) => `${name}: ${message}`).join(" "), { errors });
}

function explain(issue: z.core.$ZodIssue, name: string, value: unknown): string {
  const shown = show(value) ?? "";
  if (value === undefined) return "Missing; this operation needs it.";
  if (Array.isArray(value) && issue.path.length === 1) {
    if (issue.code === "too_big") return `Given ${value.length} times; at most ${issue.maximum} times are allowed.`;
    return "Given several times; give it once.";
  }
  if (issue.code === "invalid_value") return `Unknown ${name} "${shown}". Use ${alternatives(issue.values.map(String))}.`;
  if (issue.code === "too_big" && issue.origin !== "string") return `"${shown}" is too large; the largest value is ${issue.maximum}.`;
  if (issue.code === "too_small" && issue.origin !== "string") return `"${shown}" is too small; the smallest value is ${issue.minimum}.`;
  if (issue.code === "too_big") return tooLong(Number(issue.maximum));
  if (issue.code === "too_small") return "Empty; give a value or leave the parameter out.";
  if (issue.code === "invalid_type" && issue.expected === "number") return `"${shown}" is not a whole number.`;
  if ((issue.code === "invalid_format" || issue.code === "custom") && issue.message.startsWith("must"))
    return `"${shown}" ${issue.message}.`;
  if (issue.code === "custom") return issue.message;
  return `"${shown}" is not allowed; the OpenAPI document (/openapi.json) describes the parameter.`;
}

function tooLong(most: number): string {
  return `Too long; at most ${most} characters are allowed.`;
}

function alternatives(values: string[]): string {
  return values.map((value) => `"${value}"`).join(values.length === 2 ? " or " : ", ");
}

function show(value: unknown): string | null {
  if (value === undefined) return null;
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return text.length <= 100 ? text : `${text.slice(0, 97)}...`;
}
