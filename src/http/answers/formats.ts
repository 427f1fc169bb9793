import { z } from "zod";
import type { Site } from "../../representations/links.ts";
import type { Format, MediaType } from "../../representations/table.ts";
import type { AnsweredFormat, AnsweredFormats } from "./answer.ts";

/** The formats of the table with their schemas: `json` for the JSON representation, JSON objects or text for the others. */
export function withSchemas(formats: readonly MediaType[], json: z.ZodType): AnsweredFormats {
  const [first, ...others] = formats.map((format): AnsweredFormat => ({ ...format, schema: schemaOf(format, json) }));
  if (first === undefined) throw new Error("expected at least one format");
  return [first, ...others];
}

function schemaOf({ name }: MediaType, json: z.ZodType): z.ZodType {
  return name === "json" ? json : (FOREIGN[name] ?? z.string());
}

/** JSON formats defined elsewhere: the members that identify one, and a link to its definition. */
const FOREIGN: Record<string, z.ZodType> = {
  jsonld: z
    .looseObject({
      "@context": z.unknown().meta({ description: "The vocabulary: schema.org." }),
      "@type": z
        .string()
        .min(1)
        .meta({ description: "The kind of thing.", examples: ["NewsArticle"] }),
    })
    .meta({
      id: "JsonLd",
      description: "A schema.org NewsArticle or Quotation as JSON-LD 1.1.",
      externalDocs: { url: "https://schema.org/NewsArticle" },
    }),
  ninjs: z
    .looseObject({
      uri: z.string().meta({ description: "Absolute address of the article." }),
      standard: z
        .looseObject({
          name: z.literal("ninjs").meta({ description: "The standard." }),
          version: z
            .string()
            .min(1)
            .meta({ description: "Its version.", examples: ["3.1"] }),
        })
        .meta({ id: "NinjsStandard", description: "What the object keeps to." }),
      type: z
        .string()
        .min(1)
        .meta({ description: "What kind of news object it is.", examples: ["text"] }),
    })
    .meta({ id: "Ninjs", description: "An article as IPTC ninjs 3.1.", externalDocs: { url: "https://iptc.org/standards/ninjs/" } }),
  annotation: z
    .looseObject({
      "@context": z.unknown().meta({ description: "The vocabulary: that of Web Annotations." }),
      id: z.url().meta({ description: "Address of the annotation." }),
      type: z.literal("Annotation").meta({ description: "What it is." }),
      target: z.unknown().meta({ description: "The segments: each by its words and by its position in the article's text." }),
    })
    .meta({
      id: "Annotation",
      description: "A quote as a W3C Web Annotation.",
      externalDocs: { url: "https://www.w3.org/TR/annotation-model/" },
    }),
};

/** A subject in the chosen format. */
export function renderAs<Subject>(formats: readonly Format<Subject>[], { name }: MediaType, subject: Subject, site: Site): string {
  const format = formats.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`expected a representation "${name}"`);
  return format.render(subject, site);
}
