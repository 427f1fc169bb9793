import { METHODS } from "node:http";
import "@fastify/swagger";
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { z } from "zod";
import { type AcceptedBody, acceptBodies, NO_BODY, type ReadBody, readBody, refuseOtherBodies } from "./body.ts";
import { CACHE_CONTROL, etagOf, type Rendered, type RenderedCache, sendRendered } from "./caching.ts";
import { type Format, negotiate } from "./negotiation.ts";
import { readQuery } from "./parameters.ts";
import { HttpProblem, type ProblemCode } from "./problem.ts";

/** Headers every answer has: the content is public and for every origin, and is what its media type says. */
export const COMMON_HEADERS: Record<string, string> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link, Location, Retry-After, X-Request-Id",
  "x-content-type-options": "nosniff",
};

export const TAGS = {
  Articles: "Whole articles, and every part of one: text, sections, paragraphs, quotes, speakers.",
  Quotes: "Quotes of all articles, each with its place, its speaker and its cue.",
  Speakers: "Everybody who is quoted, across all articles.",
  Service: "The entry point, the documents that describe the API, health and problems.",
} as const;

/** What a handler is given: path and query parameters and the body as the schemas have them, and the negotiated format. */
export interface Asked<P, Q, B = unknown> {
  params: P;
  query: Q;
  format: Format;
  body: ReadBody<B>;
}

/** A body, or the path that took the place of the one asked for; the query goes along. */
export type Answer = { body: string | Buffer; headers?: Record<string, string> } | { redirect: string };

/** A representation of an operation's answer and its schema. */
export interface AnsweredFormat extends Format {
  schema: z.ZodType;
}

/** One GET or POST operation: everything the router, the validation and the OpenAPI document know of it. */
export interface Operation<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType> {
  /** Path template of OpenAPI: `/v1/articles/{slug}`. */
  path: string;
  id: string;
  tag: keyof typeof TAGS;
  summary: string;
  description: string;
  params: P;
  query: Q;
  /** The body it takes. An operation with one answers POST, every other one GET and HEAD; a path may have one of each. */
  takes?: AcceptedBody<B>;
  /** What a 200 is. */
  answers: string;
  /** The first one is the default. */
  formats: [AnsweredFormat, ...AnsweredFormat[]];
  problems: ProblemCode[];
  /** Whether old addresses redirect (308). */
  redirects?: boolean;
  /** Whether answers have a `Link` to the next page. */
  pages?: boolean;
  /** Whether the answer is made anew for every request and kept by nobody. */
  volatile?: boolean;
  answer(asked: Asked<z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer>;
}

/** Keeps the types of one declaration while a list of them has one type. */
export function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType = z.ZodNever>(
  declared: Operation<P, Q, B>,
): Operation {
  return declared as unknown as Operation;
}

/** Registers the routes of operations: GET and HEAD or POST, and for each path OPTIONS and 405 for every other method. */
export function register(app: FastifyInstance, operations: Operation[], cache: RenderedCache): void {
  acceptBodies(app);
  for (const [path, declared] of Map.groupBy(operations, ({ path }) => path)) {
    const url = path.replaceAll(/\{(\w+)\}/g, ":$1");
    for (const one of declared) {
      const { id: operationId, summary, description, tag } = one;
      const schema = { operationId, summary, description, tags: [tag] };
      if (one.takes === undefined) app.get(url, { schema }, handlerOf(one, cache));
      else app.post(url, { schema, bodyLimit: one.takes.maxBytes, onRequest: refuseOtherBodies(one.takes) }, postHandlerOf(one, one.takes));
    }
    refuseOtherMethods(
      app,
      url,
      declared.flatMap((one) => (one.takes === undefined ? ["GET", "HEAD"] : ["POST"])),
    );
  }
}

/** OPTIONS says what a path answers; every method it does not answer is a 405 that says the same, before any body is read. */
export function refuseOtherMethods(app: FastifyInstance, url: string, methods: string[]): void {
  const allow = [...methods, "OPTIONS"].join(", ");
  const others = METHODS.filter((method) => !methods.includes(method) && method !== "OPTIONS" && method !== "CONNECT");
  const unreached: RouteHandlerMethod = () => {
    throw new Error("expected the onRequest hook to answer");
  };
  app.options(url, { schema: { hide: true } }, (_, reply) => {
    reply.code(204).headers({ ...COMMON_HEADERS, allow, "access-control-allow-methods": allow, "access-control-allow-headers": "*" });
    return reply.header("access-control-max-age", "86400").send();
  });
  const refuse = async (request: FastifyRequest) => {
    throw new HttpProblem("method-not-allowed", `${request.method} is not answered here. Use ${allow}.`, {}, { allow });
  };
  app.route({ method: others, url, schema: { hide: true }, onRequest: refuse, handler: unreached });
}

function handlerOf(declared: Operation, cache: RenderedCache): RouteHandlerMethod {
  const choose = chooserOf(declared.formats);
  return async (request, reply) => {
    const format = choose(request);
    const key = `${format.name} ${request.url}`;
    const held = cache.get(key);
    if (held !== undefined) return sendRendered(request, reply, held);
    const { generation } = cache;
    const query = readQuery(declared.query, request.query as Record<string, unknown>);
    const params = request.params as Record<string, string>;
    const answer = await declared.answer({ params, query, format, body: NO_BODY });
    const rendered = render(answer, format, declared, searchOf(request.url));
    if (!declared.volatile) cache.set(key, rendered, generation);
    return sendRendered(request, reply, rendered);
  };
}

// An answer to POST is nobody's to keep (RFC 9110, section 9.3.3): no store, no ETag, no 304.
function postHandlerOf(declared: Operation, accepted: AcceptedBody): RouteHandlerMethod {
  const choose = chooserOf(declared.formats);
  return async (request, reply) => {
    const format = choose(request);
    const query = readQuery(declared.query, request.query as Record<string, unknown>);
    const params = request.params as Record<string, string>;
    const body = readBody(accepted, request);
    const { status, body: bytes, headers } = render(await declared.answer({ params, query, format, body }), format, declared, "");
    return reply
      .code(status)
      .headers({ ...headers, "cache-control": "no-store" })
      .send(bytes);
  };
}

/** Negotiates the format of an answer; what an `Accept` gives is remembered. */
function chooserOf(formats: AnsweredFormat[]): (request: FastifyRequest) => Format {
  const chosen = new Map<string, Format>();
  return (request) => {
    const accept = request.headers.accept ?? "";
    const named = (request.query as Record<string, unknown>).format;
    if (typeof named === "string") return negotiate(accept, formats, named);
    const known = chosen.get(accept);
    if (known !== undefined) return known;
    const format = negotiate(accept, formats);
    if (chosen.size < 1000) chosen.set(accept, format);
    return format;
  };
}

function searchOf(url: string): string {
  const mark = url.indexOf("?");
  return mark < 0 ? "" : url.slice(mark);
}

function render(answer: Answer, format: Format, declared: Operation, search: string): Rendered {
  const headers: Record<string, string> = { ...COMMON_HEADERS, "cache-control": declared.volatile ? "no-store" : CACHE_CONTROL };
  if ("redirect" in answer) {
    const body = Buffer.alloc(0);
    return { status: 308, body, etag: etagOf(body), headers: { ...headers, location: answer.redirect + search } };
  }
  const body = typeof answer.body === "string" ? Buffer.from(answer.body) : answer.body;
  if (declared.formats.length > 1) headers.vary = "Accept";
  headers["content-type"] = format.mediaType === "application/json" ? "application/json; charset=utf-8" : format.mediaType;
  return { status: 200, body, etag: etagOf(body), headers: { ...headers, ...answer.headers } };
}
