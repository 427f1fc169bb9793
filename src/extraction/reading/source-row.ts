import { z } from "zod";
import { Article, Publisher, Slug } from "../../article/model/schema.ts";
import { fold } from "../../article/words/fold.ts";
import type { MediaType } from "./media-type.ts";
import { toMoment } from "./parts/dates/moment.ts";

const date = z
  .string()
  .refine((value) => toMoment(value) !== null, "is not a date: give a day (2020-03-06) or a time with its zone (2020-03-06T09:30:00Z)")
  .optional();

const DATE = "A day, or a time with its zone, in ISO 8601 or as a mail or a newspaper writes it.";

/** An article as a row of JSON: its words in one of three forms, and what is known about it; archives have other members beside. */
export const SourceRow = z
  .object({
    text: z.string().optional().meta({ description: "The article as plain text." }),
    markdown: z.string().optional().meta({ description: "The article as Markdown." }),
    html: z.string().optional().meta({ description: "The article as an HTML page or fragment." }),
    title: z.string().optional().meta({ description: "The headline, where the words do not begin with it." }),
    url: Article.shape.sourceUrl.optional().meta({ description: "Where the article was published." }),
    publishedAt: date.meta({ description: DATE, examples: ["2026-05-01", "2026-05-01T09:30:00+02:00"] }),
    updatedAt: date.meta({ description: DATE, examples: ["2026-05-01", "2026-05-01T09:30:00+02:00"] }),
    language: Article.shape.language.optional(),
    publisher: z.union([Publisher, z.null()]).optional(),
    slug: Slug.optional(),
  })
  .refine(({ text, markdown, html }) => [text, markdown, html].filter((form) => form !== undefined).length === 1, {
    error: "Give exactly one of `text`, `markdown` and `html`.",
  });
export type SourceRow = z.infer<typeof SourceRow>;

/** Whether a JSON value is meant as a row: it has the words of an article in one of the three forms. */
export function holdsRow(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return ["text", "markdown", "html"].some((form) => typeof Reflect.get(value, form) === "string");
}

/** Whether a JSON value is an article as Verbatim writes it. */
export function holdsArticle(value: unknown): boolean {
  return typeof value === "object" && value !== null && ["slug", "revision", "sections"].every((member) => Object.hasOwn(value, member));
}

/**
 * The raw file a row stands for, in UTF-8: its words, below the title where they do not begin with it, so that the file
 * alone gives the same article again.
 */
export function sourceOfRow(row: SourceRow): { raw: Uint8Array; mediaType: MediaType } {
  const encode = (body: string, mediaType: MediaType, heading: (title: string) => string) => {
    const title = row.title?.replace(/\s+/g, " ").trim() ?? "";
    const opening = body.slice(0, title.length * 2 + 200);
    const missing = title !== "" && !fold(opening).includes(fold(title));
    return { raw: new TextEncoder().encode(missing ? `${heading(title)}\n\n${body}` : body), mediaType };
  };
  if (row.markdown !== undefined) return encode(row.markdown, "text/markdown", (title) => `# ${title}`);
  if (row.html !== undefined) {
    return encode(row.html, "text/html", (title) => `<h1>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</h1>`);
  }
  return encode(row.text ?? "", "text/plain", (title) => title);
}
