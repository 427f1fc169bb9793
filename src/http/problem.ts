import { z } from "zod";
import { Instant, Revision } from "../article/model/schema.ts";
import { cutWords } from "../representations/cut-words.ts";
import { pathOn, type Site, urlOn } from "../representations/links.ts";

/** Every problem the API answers with: status, title, and the page at `/problems/{code}` that explains it. */
export const PROBLEMS = {
  "invalid-parameter": [
    400,
    "Invalid parameter",
    "A query or path parameter holds a value that is not allowed, or has a name this operation does not know. `errors` names each one, its value and what is allowed.",
  ],
  "invalid-cursor": [
    400,
    "Invalid cursor",
    "The cursor was not issued by this list, or for another filter or sort order. Start again without `cursor`, and follow `nextCursor` with the same parameters.",
  ],
  "invalid-body": [400, "Invalid body", "The request body cannot be read as its media type says. `errors` names what is wrong and where."],
  "malformed-request": [
    400,
    "Malformed request",
    "The request line, a header or an encoded path is not valid HTTP. Percent-encode UTF-8 in paths.",
  ],
  unauthorized: [
    401,
    "Unauthorized",
    "Only whoever has a key of this archive may do this. Send it as `Authorization: Bearer KEY`. Whoever runs the server adds keys with `verbatim key add NAME --scope write`.",
  ],
  forbidden: [
    403,
    "Forbidden",
    "The key may not do this: one of scope `edit` sets editors' corrections and speakers, one of scope `write` does everything.",
  ],
  "writing-disabled": [
    403,
    "Writing disabled",
    "Nobody writes this archive over HTTP: it has no keys, or the server cannot write it. `detail` says which, and what to do.",
  ],
  "origin-not-allowed": [
    403,
    "Origin not allowed",
    "Web pages of this origin may not call this address, or the request names another host than the server's. `MCP_ORIGINS` and `PUBLIC_URL` of the server's configuration allow them.",
  ],
  "article-not-found": [404, "Article not found", "No article has this slug. `/v1/articles` lists all of them."],
  "revision-not-found": [
    404,
    "Revision not found",
    "The article has no revision of this name that is kept. `/v1/articles/{slug}/revisions` lists those it has.",
  ],
  "section-not-found": [404, "Section not found", "The article has no section with this id. `/v1/articles/{slug}/sections` lists them."],
  "paragraph-not-found": [
    404,
    "Paragraph not found",
    "The article has no paragraph with this id. Paragraph ids belong to a revision; `/v1/articles/{slug}/paragraphs` lists them.",
  ],
  "quote-not-found": [404, "Quote not found", "No quote has this id. `/v1/quotes` lists all of them."],
  "speaker-not-found": [404, "Speaker not found", "No speaker has this id. `/v1/speakers` lists all of them."],
  "publisher-not-found": [
    404,
    "Publisher not found",
    "No article has this publisher. `detail` lists near names; each article names its `publisher`.",
  ],
  "credit-not-found": [404, "Credit not found", "No article credits anybody of this name. `detail` lists near names."],
  "problem-not-found": [404, "Problem not found", "No problem has this code."],
  "not-found": [404, "Not found", "There is nothing at this address. `/openapi.json` describes every operation."],
  "method-not-allowed": [405, "Method not allowed", "The resource exists but does not allow this method; `Allow` lists those it allows."],
  "not-acceptable": [
    406,
    "Not acceptable",
    "None of the media types in `Accept` is available here. `available` lists those that are; `?format=` chooses one by name.",
  ],
  "article-withdrawn": [
    410,
    "Article withdrawn",
    "The publisher withdrew the article: `at` says when and `reason` why. Its text, its parts, its quotes and its earlier revisions are not served any more.",
  ],
  "quote-removed": [
    410,
    "Quote removed",
    "The article does not have this quote any more: its text was corrected, or an editor found that it was not a quote. Its id is not used again. `lastRevision` names the last text that had it, where one is kept.",
  ],
  "article-exists": [
    409,
    "Article exists",
    "The article is here already, known by its address or its bytes. `detail` names its slug: to replace it, PUT it there with `If-Match`.",
  ],
  conflict: [
    409,
    "Conflict",
    "What was sent does not go with what is here: a slug, an id or a name belongs to something else. `detail` says what, and nothing was changed.",
  ],
  "request-in-progress": [
    409,
    "Request in progress",
    "A request with the same `Idempotency-Key` is being handled. Send it again after `Retry-After` seconds to get its answer.",
  ],
  "precondition-failed": [
    412,
    "Precondition failed",
    "The present answer is not one that `If-Match` names: it has changed since, or it is a stream, which has no ETag. Or `If-None-Match` names what is there. Ask again without either and compare.",
  ],
  "request-timeout": [408, "Request timeout", "The request did not arrive completely in time. Send it again."],
  "payload-too-large": [413, "Payload too large", "The request body is larger than this operation allows."],
  "uri-too-long": [414, "URI too long", "The address is longer than the server allows."],
  "unsupported-media-type": [415, "Unsupported media type", "The operation does not accept a body of this media type."],
  "unreadable-source": [422, "Unreadable source", "The source is empty, is not text, or holds no article. `detail` says which."],
  "extraction-timeout": [422, "Extraction timeout", "The source takes too long to extract. Send a smaller part of it."],
  "too-many-quotes": [
    422,
    "Too many quotes",
    "The text has more quotes in marks than are checked at once. `detail` says how many, and where the first one too many begins. Send the text in parts.",
  ],
  "idempotency-key-reused": [
    422,
    "Idempotency key reused",
    "The `Idempotency-Key` was sent with another request within the last 24 hours. Take a new one for each request.",
  ],
  "unsound-edits": [
    422,
    "Unsound edits",
    "A correction finds nothing to change, or the article would not be sound with it. `errors` names each one; nothing was changed.",
  ],
  unsound: [
    422,
    "Unsound",
    "What was sent does not hold together: an article whose words, spans and ids do not fit each other, or a change of a speaker that nobody could be. `errors` says where; nothing was changed.",
  ],
  "precondition-required": [
    428,
    "Precondition required",
    "The request replaces what is here without saying what that is. GET it, and send its `ETag` as `If-Match`.",
  ],
  "too-many-requests": [
    429,
    "Too many requests",
    "This client address made more requests than are allowed in a minute, or showed too many wrong keys. `Retry-After` says when to try again.",
  ],
  "headers-too-large": [431, "Request header fields too large", "The header fields are larger than the server allows."],
  "internal-error": [500, "Internal error", "An error occurred on the server. Its log has the details under the request id."],
  unavailable: [503, "Service unavailable", "Nothing can be served at the moment. Try again after `Retry-After` seconds."],
} as const satisfies Record<string, readonly [status: number, title: string, explanation: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
const CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];
export const ProblemCode = z.enum(CODES).meta({
  id: "ProblemCode",
  description: "Stable name of a kind of problem. New kinds may be added: treat one you do not know by its `status`.",
  examples: ["article-not-found"],
  // A closed list would make every new problem a breaking change.
  override: ({ jsonSchema }) => {
    delete jsonSchema.enum;
    jsonSchema["x-extensible-enum"] = CODES;
  },
});

/** Characters of one text of a problem at most; an address that is repeated has fewer. */
const MAX_TEXT = 20_000;

export const ParameterError = z
  .object({
    in: z.enum(["query", "path", "header", "body"]).meta({ description: "Where it was sent." }),
    name: z
      .string()
      .max(MAX_TEXT)
      .meta({ description: "The parameter, or the JSON path in the body.", examples: ["limit"] }),
    value: z
      .string()
      .max(MAX_TEXT)
      .nullable()
      .meta({ description: "What was sent.", examples: ["1000"] }),
    message: z
      .string()
      .max(MAX_TEXT)
      .meta({ description: "What is wrong and what is allowed.", examples: ["Too big: expected number to be <=100"] }),
  })
  .meta({ id: "ParameterError", description: "One wrong parameter." });
export type ParameterError = z.infer<typeof ParameterError>;

/** Errors that a problem lists: what is sent may be wrong in a hundred thousand places. */
export const MAX_ERRORS = 50;
/** The name of a body as a whole. */
export const ROOT = "(root)";
/** Characters of a name that it shows. */
const MAX_NAME = 200;

/** A problem that names each wrong parameter or member, the first ones of many. @param help where to find what there is */
export function problemOfErrors(
  code: "invalid-parameter" | "invalid-body",
  errors: ParameterError[],
  help: Help | null = null,
): HttpProblem {
  const told = errors.slice(0, MAX_ERRORS).map((error) => ({ ...error, name: cutWords(error.name, MAX_NAME) }));
  const said = told.map(({ name, message }) => `${name === ROOT ? "The body" : name}: ${message}`).join(" ");
  const more = errors.length > told.length ? ` There is more; the first ${MAX_ERRORS} errors are listed.` : "";
  return new HttpProblem(code, cutWords(said, MAX_TEXT - 1000) + more, { errors: told }, {}, help);
}

/** RFC 9457 problem details. */
export const Problem = z
  .object({
    type: z.url().meta({
      description: "Address of the page that explains it, absolute.",
      examples: ["https://news.example/problems/article-not-found"],
    }),
    title: z
      .string()
      .min(1)
      .max(100)
      .meta({ description: "The kind of problem in a few words.", examples: ["Article not found"] }),
    status: z
      .int()
      .min(400)
      .max(599)
      .meta({ description: "HTTP status, as in the status line.", examples: [404] }),
    code: ProblemCode,
    detail: z
      .string()
      .max(MAX_TEXT)
      .meta({ description: "What happened here, and what to do.", examples: ['There is no article "no-such-article".'] }),
    requestId: z.string().max(64).optional().meta({ description: "Names the request in the server's log." }),
    errors: z.array(ParameterError).optional().meta({ description: "Each wrong parameter." }),
    available: z.array(z.string().max(200)).max(50).optional().meta({ description: "Media types that are available." }),
    at: Instant.optional().meta({ description: "When the article was withdrawn." }),
    reason: z.string().optional().meta({ description: "Why the article was withdrawn, for readers." }),
    lastRevision: z
      .object({
        revision: Revision,
        url: z.string().meta({ description: "Address of the article in that revision, path-absolute." }),
        until: Instant.meta({ description: "When another text took its place." }),
      })
      .optional()
      .meta({ id: "LastRevision", description: "The last text of the article that had the quote." }),
    progress: z
      .object({
        read: z.int().min(0).meta({ description: "Articles that have been read." }),
        total: z.int().min(0).meta({ description: "Articles to read." }),
      })
      .optional()
      .meta({ description: "How many articles have been read while the server is starting." }),
  })
  .meta({ id: "Problem", description: "An error as RFC 9457 problem details." });
export type Problem = z.infer<typeof Problem>;

/** An address, as routes have it, and the end of a sentence that begins with it. */
interface Help {
  path: string;
  does: string;
}

/** Thrown by a route or a hook to answer with a problem. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly extra: Omit<Partial<Problem>, "type" | "title" | "status" | "code" | "detail" | "requestId">;
  readonly headers: Record<string, string>;
  /** Makes the page that browsers are shown; `null` for the one that all problems have. */
  page: ((site: Site) => string) | null = null;
  readonly #help: Help | null;

  /**
   * @param detail what happened and what to do; it is sent to the client
   * @param help where to find what there is; the detail ends with it
   */
  constructor(
    code: ProblemCode,
    detail: string,
    extra: HttpProblem["extra"] = {},
    headers: Record<string, string> = {},
    help: Help | null = null,
  ) {
    super(detail);
    this.#help = help;
    this.code = code;
    this.extra = extra;
    this.headers = headers;
  }

  /** The same problem with a page of its own. */
  shownOn(page: (site: Site) => string): this {
    this.page = page;
    return this;
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }

  /** The body to send. Its `type` is absolute, as RFC 9457, section 3.1.1, recommends. */
  body(site: Site, requestId?: string): Problem {
    const [status, title] = PROBLEMS[this.code];
    return {
      type: urlOn(site, `/problems/${this.code}`),
      title,
      status,
      code: this.code,
      detail: this.#help === null ? this.message : `${this.message} ${pathOn(site, this.#help.path)} ${this.#help.does}`,
      ...(requestId === undefined ? {} : { requestId }),
      ...this.extra,
    };
  }
}
