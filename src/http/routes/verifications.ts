import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { GivenText } from "../../extraction/given-source.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { SourceRow } from "../../extraction/reading/source-row.ts";
import { addressedMatches, addressedSources } from "../../representations/addressed.ts";
import type { Site } from "../../representations/links.ts";
import { JSON_TYPE, NDJSON_TYPE } from "../../representations/table.ts";
import { wholeAnswer } from "../../verification/text/check-text.ts";
import { type CheckedQuote, MAX_QUOTES, type TextLine, TextVerification } from "../../verification/text/text-verification.ts";
import { problemOf } from "../errors.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { RawBody, type RequestBody } from "../requests/body.ts";
import { refuseHtml } from "../requests/mislabelled.ts";
import { articleSlug, publishedFrom, publishedTo, repeated } from "../requests/parameters.ts";
import { invalidParameters } from "../requests/validator.ts";
import { MAX_SOURCES, MAX_SOURCES_BYTES, MAX_TEXT_BYTES, type TextRequest, type Verifying } from "../tasks/verifying.ts";

/** Bytes of a body: the largest text and sources as JSON, most of whose characters are not escaped, and room for the rest. */
export const MAX_BYTES = 2 * 1024 * 1024;
/** Articles that a request may name. */
const MAX_NAMED = 50;

const EXAMPLE_TEXT = `The ferry stays

“A bridge takes you over the water. A ferry takes you across it, and people here know the difference,” said Isolde Brannock.

“We have 1,200 names and one very large tin,” said Nils Corrigan. He said the petition would go on.`;

const { text, markdown, html, title, url, publisher } = SourceRow.shape;

const slugs = (id: string, description: string) =>
  repeated(articleSlug, { type: "string", minLength: 1, maxLength: 400 }, MAX_NAMED, { id, description, example: EXAMPLE.slug });

/** What narrows the archive, in the address or in a JSON body. */
const part = {
  article: slugs("OnlyArticles", "Slugs of the only articles to look in. With it, the article that is the text itself is looked in too."),
  exclude: slugs("ExcludedArticles", "Slugs of articles to leave out, such as an earlier version of the text."),
  publishedFrom,
  publishedTo,
};

const onlyOneForm = {
  error: "Give exactly one of `text`, `markdown` and `html`.",
};
const forms = (given: { text?: unknown; markdown?: unknown; html?: unknown }) =>
  [given.text, given.markdown, given.html].filter((form) => form !== undefined).length === 1;

const GivenSourceText = z.strictObject({ text, markdown, html, title, url, publisher }).refine(forms, onlyOneForm).meta({
  id: "SourceText",
  description: "A text to check against: its words as exactly one of `text`, `markdown` and `html`, and what is known about it.",
});

/** A text and what to check it against, as JSON. */
export const SubmittedText = z
  .strictObject({
    text: text.meta({ description: "The text to check, as plain text." }),
    markdown: markdown.meta({ description: "The text to check, as Markdown." }),
    html: html.meta({ description: "The text to check, as an HTML page or fragment." }),
    sources: z
      .array(z.union([z.string().meta({ description: "A plain text." }), GivenSourceText]))
      .min(1)
      .max(MAX_SOURCES)
      .optional()
      .meta({
        description: `Texts to check against instead of the archive, at most ${MAX_SOURCES_BYTES / 1024 / 1024} MiB together. They are not stored.`,
      }),
    ...part,
  })
  .refine(forms, onlyOneForm)
  .refine(
    ({ sources, article, exclude, publishedFrom: from, publishedTo: to }) =>
      sources === undefined || [article, exclude, from, to].every((one) => one === undefined),
    {
      error:
        "`article`, `exclude`, `publishedFrom` and `publishedTo` narrow the archive, and `sources` take its place. Leave one or the other out.",
    },
  )
  .meta({
    id: "SubmittedText",
    description: "A text whose quotes are to be checked, as exactly one of `text`, `markdown` and `html`, and against what.",
  });
export type SubmittedText = z.output<typeof SubmittedText>;

const query = z.strictObject(part);

/** The operation that checks all quotes of a text. */
export async function verificationRoutes(
  app: FastifyInstance,
  { site, cache, verifying }: RouteOptions & { verifying: Verifying },
): Promise<void> {
  registerOperations(app, { cache, site }, [
    operation({
      path: "/v1/verifications",
      id: "verifyText",
      tag: "Quotes",
      summary: "Check all quotes of a text",
      description: `Finds the quotes of a text and whom it names for each, and answers for each of them what \`/v1/verify\` does: against the archive, a part of it, or texts sent along. Nothing is stored, and no grades are given. Words in marks are checked, indirect speech is not; \`notes\` say how much of it there is. At most ${MAX_QUOTES} quotes; what could not be checked within 30 seconds is in \`unchecked\`. An article of the archive with exactly this text is left out. NDJSON comes line by line, as each quote is checked: \`type\` is \`quote\`, \`unchecked\`, then \`summary\` (the members beside the quotes), or \`problem\` where the answer could not be ended.`,
      params: z.object({}),
      query,
      accepts: {
        description: `The text, at most ${MAX_TEXT_BYTES / 1024} KiB in UTF-8.`,
        json: SubmittedText,
        raw: ["text/plain", "text/markdown", "text/html"],
        examples: {
          "application/json": { text: EXAMPLE_TEXT },
          "text/plain": EXAMPLE_TEXT,
          "text/markdown": EXAMPLE_TEXT.replace(/^/, "# "),
          "text/html": EXAMPLE_TEXT.split("\n\n")
            .map((line, at) => (at === 0 ? `<h1>${line}</h1>` : `<p>${line}</p>`))
            .join("\n"),
        },
        maxBytes: MAX_BYTES,
      },
      answers: "Each quote of the text, what is recorded of it, and how many quotes had which answer.",
      formats: [
        { ...JSON_TYPE, schema: TextVerification },
        { ...NDJSON_TYPE, schema: z.string() },
      ],
      problems: [
        "invalid-parameter",
        "invalid-body",
        "article-not-found",
        "article-withdrawn",
        "payload-too-large",
        "unsupported-media-type",
        "unreadable-source",
        "too-many-quotes",
        "extraction-timeout",
        "unavailable",
      ],
      async answer({ body, query: narrowed, format, signal }) {
        const request = requestOf(body, narrowed);
        const lines = await verifying.check(request, signal);
        if (format.name !== "json") return { stream: jsonLines(lines, request), headers: {}, fileName: "verification", live: true };
        const { quotes, ...answered } = await wholeAnswer(lines);
        return { body: JSON.stringify({ quotes: quotes.map((quote) => addressedFor(request, quote, site)), ...answered }) };
      },
    }),
  ]);

  /** Lines of JSON. A failure becomes the last one: the status has been sent. */
  async function* jsonLines(lines: AsyncIterable<TextLine>, request: TextRequest): AsyncGenerator<string, void, void> {
    try {
      for await (const line of lines) {
        yield `${JSON.stringify(line.type === "quote" ? addressedFor(request, line, site) : line)}\n`;
      }
    } catch (error) {
      app.faults.failed(error as Error, { log: app.log, url: "/v1/verifications" } as FastifyRequest);
      yield `${JSON.stringify({ type: "problem", problem: problemOf(error as Error).body(site) })}\n`;
    }
  }
}

/** A checked quote with the addresses of what was found; a text given along has none but its place in the answer. */
export function addressedFor<Quote extends CheckedQuote>({ sources }: TextRequest, quote: Quote, site: Site) {
  return sources === undefined ? addressedMatches(quote, site) : addressedSources(quote);
}

type Narrowed = Pick<SubmittedText, keyof typeof part>;

/** What is to be checked, of a body and what its address adds. @throws HttpProblem `unreadable-source`, `invalid-parameter` */
export function requestOf(body: RequestBody<SubmittedText>, query: Narrowed): TextRequest {
  if (body instanceof RawBody) {
    const { bytes, charset } = body;
    const mediaType = body.mediaType as MediaType;
    refuseHtml(bytes, mediaType, "The body is HTML but was sent as text/plain. Send it with Content-Type: text/html.");
    return { content: bytes, mediaType, charset: charset ?? undefined, ...partOf(query) };
  }
  const { text, markdown, html, sources } = body;
  refuseTwice(body, query);
  if (text !== undefined) refuseHtml(Buffer.from(text.slice(0, 2000)), "text/plain", "`text` is HTML. Send it as `html`.");
  const content = text ?? markdown ?? html ?? "";
  const mediaType = text !== undefined ? "text/plain" : markdown !== undefined ? "text/markdown" : "text/html";
  const given = sources?.map((source): GivenText => (typeof source === "string" ? { text: source } : source));
  return { content, mediaType, sources: given, ...partOf({ ...query, ...body }) };
}

function partOf({ article, exclude, publishedFrom, publishedTo }: Narrowed): Omit<TextRequest, "content" | "mediaType"> {
  return { articles: article, exclude, publishedFrom, publishedTo };
}

/** @throws HttpProblem `invalid-parameter` for what is in the address and in the body, or does not go with sources */
function refuseTwice(body: SubmittedText, query: Narrowed): void {
  const named = (Object.keys(query) as (keyof Narrowed)[]).filter((name) => query[name] !== undefined);
  const wrong = named.filter((name) => body[name] !== undefined || body.sources !== undefined);
  if (wrong.length === 0) return;
  const message =
    body.sources === undefined
      ? "Given in the body too; give it once."
      : "It narrows the archive, and `sources` take its place. Leave one out.";
  throw invalidParameters(wrong.map((name) => ({ in: "query", name, value: [query[name]].flat().join(", "), message })));
}
