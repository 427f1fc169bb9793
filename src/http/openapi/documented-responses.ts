import { z } from "zod";
import type { ZodOpenApiContentObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { methodOf, type Operation, offersPage, type WriteKind } from "../operation.ts";
import { PROBLEMS, Problem, type ProblemCode } from "../problem.ts";
import { header } from "./documented-headers.ts";
import responseExamples from "./response-examples.json" with { type: "json" };

type Examples = Record<string, { summary?: string; value: unknown }>;
/** Answers of the server over the shipped data, as `npm run openapi` writes them. */
const EXAMPLES: { operations: Record<string, Record<string, Examples>>; problems: Record<string, unknown> } = responseExamples;

/** What every operation can answer besides what it declares. */
const ANYWHERE: ProblemCode[] = [
  "malformed-request",
  "method-not-allowed",
  "not-acceptable",
  "request-timeout",
  "uri-too-long",
  "headers-too-large",
  "too-many-requests",
  "internal-error",
  "unavailable",
];
const CONDITIONAL: ProblemCode[] = ["precondition-failed"];
const WITH_BODY: ProblemCode[] = ["invalid-body", "payload-too-large", "unsupported-media-type"];
const WITH_KEY: ProblemCode[] = ["unauthorized", "forbidden", "writing-disabled"];
const ONCE: ProblemCode[] = ["conflict", "request-in-progress", "idempotency-key-reused"];
const PRECONDITIONS: Record<WriteKind, ProblemCode[]> = {
  adds: ONCE,
  puts: [...ONCE, "precondition-failed", "precondition-required"],
  replaces: [...ONCE, "precondition-failed", "precondition-required"],
};

const limits = { RateLimit: header.rateLimit, "RateLimit-Policy": header.rateLimitPolicy };
const always = { "Cache-Control": header.cacheControl, "X-Request-Id": header.requestId, ...limits };

const redirect: ZodOpenApiResponseObject = {
  id: "Moved",
  description: "The resource has moved permanently.",
  headers: z.object({ Location: header.location, Vary: header.vary, ...always }),
};

/** Problem answers by name. Operations share them, so that the document has one component for each. */
const problemResponses = new Map<string, ZodOpenApiResponseObject>();

/** The answers of an operation by status. */
export function describeResponses(declared: Operation): ZodOpenApiResponsesObject {
  const posted = methodOf(declared) !== "GET";
  const several = declared.formats.length > 1;
  const streamed = declared.formats.some(({ name }) => name === "ndjson");
  const cached = z.object({
    ...(posted ? {} : { ETag: streamed ? header.pageEtag : header.etag, Vary: header.vary }),
    ...(several ? { "Content-Location": header.contentLocation } : {}),
    ...(several || declared.pages || declared.linked ? { Link: header.link } : {}),
    ...(declared.pages ? { "X-Total-Count": header.totalCount } : {}),
    ...(declared.writes === undefined ? {} : { ETag: header.writtenEtag, "Preference-Applied": header.preferenceApplied }),
    ...always,
  });
  const responses: Record<string, ZodOpenApiResponseObject> = {
    200: {
      description: declared.answers,
      headers: posted ? cached : cached.extend({ "Content-Disposition": header.contentDisposition }),
      content: describeContent(declared),
    },
  };
  if (declared.creates !== undefined) {
    const { ETag, "Preference-Applied": _, ...others } = cached.shape as Record<string, z.ZodType>;
    responses[201] = {
      description: declared.creates,
      headers: z.object({ Location: header.created, ETag, ...others } as Record<string, z.ZodType>),
      content: describeContent(declared),
    };
  }
  if (!posted) responses[304] = { description: "What `If-None-Match` names is still current.", headers: cached };
  if (declared.redirects) responses[308] = redirect;
  const codes = new Set([
    ...declared.problems,
    ...(declared.requires === undefined ? [] : WITH_KEY),
    ...(declared.writes === undefined ? [] : PRECONDITIONS[declared.writes]),
    ...(declared.accepts === undefined ? [] : WITH_BODY),
    ...(posted ? [] : CONDITIONAL),
    ...ANYWHERE,
  ]);
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code][0]);
  for (const [status, named] of [...byStatus].sort(([a], [b]) => a - b)) {
    const name = nameOf(named);
    const problem = problemResponses.get(name) ?? describeProblems(name, status, named);
    problemResponses.set(name, problem);
    responses[status] = offersPage(declared) && !UNREAD.includes(status) ? withPage(problem) : problem;
  }
  return responses as ZodOpenApiResponsesObject;
}

/** A media type that several formats share has a schema that admits each of them. */
function describeContent({ id, formats }: Operation): ZodOpenApiContentObject {
  const content: ZodOpenApiContentObject = {};
  for (const [mediaType, sharing] of Map.groupBy(formats, ({ mediaType }) => mediaType)) {
    const schemas = sharing.flatMap(({ schema }) => (schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]) : [schema]));
    const [only, ...others] = schemas;
    const examples = EXAMPLES.operations[id]?.[mediaType];
    content[mediaType] = {
      schema: others.length === 0 && only !== undefined ? only : z.union(schemas),
      ...(examples === undefined ? {} : { examples }),
    };
  }
  return content;
}

function describeProblems(id: string, status: number, codes: ProblemCode[]): ZodOpenApiResponseObject {
  const examples: Examples = {};
  for (const code of codes) {
    const value = EXAMPLES.problems[code];
    if (value !== undefined) examples[code] = { summary: PROBLEMS[code][1], value };
  }
  return {
    id,
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code][2]}`).join("\n\n"),
    headers: z.object({
      ...(status === 401 || status === 403 ? { "WWW-Authenticate": header.wwwAuthenticate } : {}),
      ...(status === 405 ? { Allow: header.allow } : {}),
      ...(status === 415 ? { Accept: header.accept } : {}),
      ...(status === 429 || status === 503 ? { "Retry-After": header.retryAfter } : {}),
      ...(UNREAD.includes(status) ? { "Cache-Control": header.cacheControl } : always),
    }),
    content: { "application/problem+json": { schema: Problem, ...(Object.keys(examples).length === 0 ? {} : { examples }) } },
  };
}

/** The same problem where browsers are sent a page. It is not a component, since only two addresses have it. */
function withPage({ id: _, content, ...problem }: ZodOpenApiResponseObject): ZodOpenApiResponseObject {
  return { ...problem, content: { ...content, "text/html": { schema: z.string() } } };
}

/** Answers to a request that was never read completely: it has no id and is not counted by the rate limit. */
const UNREAD = [408, 431];

/** `ArticleNotFound`, `InvalidParameterOrInvalidCursor`; what every request can run into is left out. */
function nameOf(codes: ProblemCode[]): string {
  const named = codes.length > 1 ? codes.filter((code) => code !== "malformed-request") : codes;
  return named.map((code) => code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())).join("Or");
}
