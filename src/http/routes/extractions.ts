import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { toInstant } from "../../article/model/instants.ts";
import type { ExtractOptions } from "../../extraction/extract.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { SourceRow, sourceOfRow } from "../../extraction/reading/source-row.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { RawBody } from "../requests/body.ts";
import { refuseHtml } from "../requests/mislabelled.ts";
import { ExtractedArticle, type Extracting } from "../tasks/extracting.ts";

/** Bytes of a body: three times the largest news pages. */
const MAX_BYTES = 5 * 1024 * 1024;

const EXAMPLES = {
  "application/json": {
    text: "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
    language: "en",
    publishedAt: "2026-05-01",
    url: "https://news.example/kiln",
    publisher: "The Kiln Post",
  },
  "text/plain": "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
  "text/markdown": "# Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager.",
  "text/html": "<h1>Kiln stays open</h1>\n<p>“We never meant to close it,” said Orla Brice, the manager.</p>",
};

// Import ignores the other members of an archive's rows; what is sent here is meant for Verbatim, so an unknown member is a mistake.
const GivenRow = SourceRow.strict().meta({
  id: "SourceRow",
  description:
    "An article to extract: its words as exactly one of `text`, `markdown` and `html`, and what is known about it. Unknown members are refused.",
});

/** The operation that makes an article of a raw text and stores nothing. */
export async function extractionRoutes(
  app: FastifyInstance,
  { site, cache, extracting }: RouteOptions & { extracting: Extracting },
): Promise<void> {
  registerOperations(app, { cache, site }, [
    operation({
      path: "/v1/extractions",
      id: "extractArticle",
      tag: "Articles",
      summary: "Extract an article from raw text",
      description:
        "Takes a raw article and answers with it as data: sections, paragraphs, quotes, who said them. Nothing is stored. `notes` say what was replaced, left out or found odd: bytes that are not text, a page of which no article was found, a language without rules. Send plain text, Markdown or HTML as it is, or JSON with what is known about the article. Use it to try Verbatim on a text, or as a step before importing.",
      params: z.object({}),
      query: z.strictObject({}),
      accepts: {
        description: "The raw article, at most 5 MiB.",
        json: GivenRow,
        raw: ["text/plain", "text/markdown", "text/html"],
        examples: EXAMPLES,
        maxBytes: MAX_BYTES,
      },
      answers: "The article as it would be imported, and notes on what was replaced, left out or found odd.",
      formats: [{ ...JSON_TYPE, schema: ExtractedArticle }],
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
        if (body instanceof RawBody) {
          const { bytes, charset } = body;
          const mediaType = body.mediaType as MediaType;
          refuseHtml(bytes, mediaType, "The body is HTML but was sent as text/plain. Send it with Content-Type: text/html.");
          return { body: await extracting.extract(bytes, { mediaType, charset: charset ?? undefined, importedAt }) };
        }
        const { raw, mediaType } = sourceOfRow(body);
        refuseHtml(raw, mediaType, "`text` is HTML. Send it as `html`.");
        const { slug, language, publishedAt, updatedAt, url, publisher } = body;
        const options: ExtractOptions = {
          mediaType,
          slug,
          language: language ?? undefined,
          publishedAt,
          updatedAt,
          sourceUrl: url ?? undefined,
          publisher: publisher ?? undefined,
          importedAt,
        };
        return { body: await extracting.extract(raw, options) };
      },
    }),
  ]);
}
