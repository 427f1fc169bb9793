import { z } from "zod";
import { toInstant } from "../../article/model/instants.ts";
import { Article } from "../../article/model/schema.ts";
import type { ExtractOptions } from "../../extraction/extract.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { SourceRow, sourceOfRow } from "../../extraction/reading/source-row.ts";
import { JSON_FORMAT } from "../answers/negotiation.ts";
import type { Extracting } from "../extracting.ts";
import { type Operation, operation } from "../operation.ts";

/** Bytes of a source: more than a hundred long articles. */
const MAX_BYTES = 1024 * 1024;

const EXAMPLES = {
  "application/json": {
    text: "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
    language: "en",
    publishedAt: "2026-05-01",
    url: "https://news.example/kiln",
  },
  "text/plain": "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
  "text/markdown": "# Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
  "text/html": "<h1>Kiln stays open</h1>\n<p>“We never meant to close it,” said Orla Brice, the manager.</p>",
};

// Rows of an archive have members of their own, which import passes over; what is sent here is meant for Verbatim alone.
const GivenRow = SourceRow.strict().meta({
  id: "SourceRow",
  description: "An article to extract: its words and what is known about it. Unknown members are refused.",
  override: { oneOf: [{ required: ["text"] }, { required: ["markdown"] }, { required: ["html"] }] },
});

/** The operation that makes an article of a raw text and stores nothing. */
export function extractionOperations(extracting: Extracting): Operation[] {
  return [
    operation({
      path: "/v1/extractions",
      id: "extractArticle",
      tag: "Articles",
      summary: "Extract an article from raw text",
      description:
        "Sends a raw article, gets it back as data: sections, paragraphs, quotes, who said them. Nothing is stored. Plain text, Markdown and HTML go in as they are; JSON takes what is known about the article along. Use it to try Verbatim on a text, or as a step before importing.",
      params: z.object({}),
      query: z.strictObject({}),
      takes: {
        description: "The raw article.",
        json: GivenRow,
        raw: ["text/plain", "text/markdown", "text/html"],
        examples: EXAMPLES,
        maxBytes: MAX_BYTES,
      },
      answers: "The article as it would be imported.",
      formats: [{ ...JSON_FORMAT, schema: Article }],
      problems: [
        "invalid-parameter",
        "invalid-body",
        "payload-too-large",
        "unsupported-media-type",
        "unreadable-source",
        "extraction-timeout",
        "unavailable",
      ],
      async answer({ body }) {
        const importedAt = toInstant(new Date());
        if ("bytes" in body) {
          const mediaType = body.mediaType as MediaType;
          return { body: await extracting.extract(body.bytes, { mediaType, charset: body.charset ?? undefined, importedAt }) };
        }
        if (!("value" in body)) throw new Error("expected a body");
        const { raw, mediaType } = sourceOfRow(body.value);
        const { slug, language, publishedAt, updatedAt, url } = body.value;
        const options: ExtractOptions = {
          mediaType,
          slug,
          language: language ?? undefined,
          publishedAt,
          updatedAt,
          sourceUrl: url ?? undefined,
          importedAt,
        };
        return { body: await extracting.extract(raw, options) };
      },
    }),
  ];
}
