import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { toInstant } from "../../article/model/instants.ts";
import type { ExtractOptions } from "../../extraction/extract.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { sourceOfRow } from "../../extraction/reading/source-row.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { RawBody } from "../requests/body.ts";
import { refuseHtml } from "../requests/mislabelled.ts";
import { GivenRow, MAX_SOURCE_BODY, SOURCE_EXAMPLES } from "../requests/raw-article.ts";
import { ExtractedArticle, type Extracting } from "../tasks/extracting.ts";

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
        examples: SOURCE_EXAMPLES,
        maxBytes: MAX_SOURCE_BODY,
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
