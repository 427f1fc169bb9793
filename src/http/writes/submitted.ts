import { z } from "zod";
import { Article, type Given } from "../../article/model/schema.ts";
import { storable } from "../../article/rules/check-article.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { holdsArticle, SourceRow, sourceOfRow } from "../../extraction/reading/source-row.ts";
import type { RawSource } from "../../publishing/publish-source.ts";
import { HttpProblem } from "../problem.ts";
import { type AcceptedBody, RawBody, type RequestBody } from "../requests/body.ts";
import { refuseHtml } from "../requests/mislabelled.ts";
import { GivenRow, MAX_SOURCE_BODY, SOURCE_EXAMPLES } from "../requests/raw-article.ts";
import { invalidParameters } from "../requests/validator.ts";

const { url, publishedAt, updatedAt, language, publisher } = SourceRow.shape;

/** What is known of a raw body, in the address. */
export const known = {
  url: url
    .unwrap()
    .unwrap()
    .optional()
    .meta({ description: "Of a raw body: where the article was published.", examples: ["https://news.example/kiln"] }),
  publishedAt: publishedAt.meta({ description: "Of a raw body: when it was published.", examples: ["2026-05-01"] }),
  updatedAt: updatedAt.meta({ description: "Of a raw body: when it was updated.", examples: ["2026-05-01T09:30:00Z"] }),
  language: language
    .unwrap()
    .unwrap()
    .optional()
    .meta({ description: "Of a raw body: its language, a tag such as `en`.", examples: ["en"] }),
  publisher: publisher
    .unwrap()
    .options[0].optional()
    .meta({ description: "Of a raw body: the outlet that published it.", examples: ["The Kiln Post"] }),
};
export type Known = z.output<z.ZodObject<typeof known>>;

const Submitted = z.union([GivenRow, z.preprocess(storable, Article)]).meta({
  id: "SubmittedArticle",
  description: "A raw article with what is known of it, or a whole article as Verbatim writes it (an export, another server).",
});
export type Submitted = z.output<typeof Submitted>;

/** Values of a whole article of that size: each has twenty bytes and more. */
const MAX_VALUES = 260_000;

/** The body of whoever publishes. */
export const submitted: AcceptedBody<typeof Submitted> = {
  description:
    "The article, at most 5 MiB: raw as text, Markdown or HTML; or JSON with its words and what is known of it; or a whole article as Verbatim writes it.",
  json: Submitted,
  raw: ["text/plain", "text/markdown", "text/html"],
  examples: SOURCE_EXAMPLES,
  maxBytes: MAX_SOURCE_BODY,
  maxValues: MAX_VALUES,
};

/** What is to be published. @throws HttpProblem `invalid-body`, `invalid-parameter`, `unreadable-source`, `unsupported-media-type` */
export function sourceOf(body: RequestBody<Submitted>, query: Known): RawSource | { article: Article } {
  if (body instanceof RawBody) {
    const mediaType = body.mediaType as MediaType;
    const raw = inUnicode(body);
    refuseHtml(raw, mediaType, "The body is HTML but was sent as text/plain. Send it with Content-Type: text/html.");
    return { raw, mediaType, given: givenOf(query) };
  }
  const twice = (Object.keys(known) as (keyof Known)[]).filter((name) => query[name] !== undefined);
  if (twice.length > 0) {
    const message = "It is for a raw body. Put it into the JSON.";
    throw invalidParameters(twice.map((name) => ({ in: "query", name, value: String(query[name]), message })));
  }
  if (isArticle(body)) return { article: body };
  const { raw, mediaType } = sourceOfRow(body);
  refuseHtml(raw, mediaType, "`text` is HTML. Send it as `html`.");
  const { slug } = body;
  return { raw, mediaType, slug, given: givenOf(body) };
}

function isArticle(body: Submitted): body is Article {
  return holdsArticle(body);
}

function givenOf({ url, language, publishedAt, updatedAt, publisher }: Pick<SourceRow, keyof Known>): {
  [Field in keyof Given]?: string | undefined;
} {
  return { sourceUrl: url ?? undefined, language: language ?? undefined, publishedAt, updatedAt, publisher: publisher ?? undefined };
}

/** The bytes as the archive keeps them: it does not keep the charset of a header beside them. */
function inUnicode({ bytes, charset }: RawBody): Uint8Array {
  if (charset === null || charset === "utf-8" || charset === "utf8") return bytes;
  try {
    // The mark at the beginning says what it is now, whatever the page itself says.
    return new TextEncoder().encode(`\ufeff${new TextDecoder(charset).decode(bytes)}`);
  } catch {
    throw new HttpProblem("unsupported-media-type", `There is no charset "${charset.slice(0, 40)}". Send the body in UTF-8.`);
  }
}
