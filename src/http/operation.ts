import { METHODS } from "node:http";
import "@fastify/swagger";
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from "fastify";
import { z } from "zod";
import { answerGet, answerPost } from "./answers/answering.ts";
import type { RenderedCache } from "./answers/caching.ts";
import { COMMON_HEADERS } from "./answers/headers.ts";
import type { Format } from "./answers/negotiation.ts";
import { HttpProblem, type ProblemCode } from "./problem.ts";
import { type AcceptedBody, acceptBodies, type ReadBody, refuseOtherBodies } from "./requests/body.ts";

export const TAGS = {
  Articles: {
    description: "Whole articles, and every part of one: text, sections, paragraphs, quotes, speakers.",
    externalDocs: { description: "schema.org NewsArticle, the vocabulary of the JSON-LD", url: "https://schema.org/NewsArticle" },
  },
  Quotes: {
    description: "Quotes of all articles, each with its place, its speaker and its cue.",
    externalDocs: { description: "W3C Web Annotation, the model of spans", url: "https://www.w3.org/TR/annotation-model/" },
  },
  Speakers: { description: "Everybody who is quoted, across all articles." },
  Search: { description: "Full-text search over all articles, and the quote checker." },
  Feeds: {
    description: "Atom 1.0 and JSON Feed 1.1, for feed readers.",
    externalDocs: { description: "JSON Feed 1.1", url: "https://www.jsonfeed.org/version/1.1/" },
  },
  Service: {
    description: "The entry point, the documents that describe the API, health and problems.",
    externalDocs: { description: "RFC 9457, problem details", url: "https://www.rfc-editor.org/rfc/rfc9457" },
  },
} as const satisfies Record<string, { description: string; externalDocs?: { description: string; url: string } }>;

/** What a handler is given: path and query parameters and the body as the schemas have them, and the negotiated format. */
interface Asked<P, Q, B = unknown> {
  params: P;
  query: Q;
  format: AnsweredFormat;
  body: ReadBody<B>;
}

/**
 * A body; texts that are sent one after the other as they come, kept by nobody; or the path that took the place of the
 * one asked for, where the query goes along.
 */
export type Answer =
  | { body: string | Buffer; headers?: Record<string, string>; fileName?: string }
  | { stream: AsyncIterable<string>; fileName: string }
  | { redirect: string };

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
  /** Without `format`, which every operation with several formats has. */
  query: Q;
  /** The body it takes. An operation with one answers POST, every other one GET and HEAD; a path may have one of each. */
  takes?: AcceptedBody<B>;
  /** What a 200 is. */
  answers: string;
  /** The first one is the default. */
  formats: readonly [AnsweredFormat, ...AnsweredFormat[]];
  problems: ProblemCode[];
  /** Whether old addresses redirect (308). */
  redirects?: boolean;
  /** Whether answers have a `Link` to the next page. */
  pages?: boolean;
  /** Whether the answer is made anew for every request and kept by nobody. */
  volatile?: boolean;
  /** Whether it is left out of the OpenAPI document, as pages for people are. */
  hidden?: boolean;
  answer(asked: Asked<z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer>;
}

/** Completes a declaration; keeps its own types while a list of declarations has one type. */
export function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType = z.ZodNever>(
  declared: Operation<P, Q, B>,
): Operation {
  const { formats, query } = declared;
  if (formats.length === 1) return declared as unknown as Operation;
  const format = z
    .enum(formats.map(({ name }) => name))
    .optional()
    .meta({
      description: `Representation by name; wins over \`Accept\`. Without either it is \`${formats[0].name}\`.`,
      examples: [formats[0].name],
    });
  return { ...declared, query: query.extend({ format }) } as unknown as Operation;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether browsers are given a page; where it is `false`, their problems are data too. */
    page?: boolean;
  }
}

/** Whether an operation has a page for browsers: then its problems have one as well. */
export function offersPage({ path, formats }: Operation): boolean {
  return !path.startsWith("/v1") && formats.some(({ name }) => name === "html");
}

/** Registers the routes of operations: GET and HEAD or POST, and for each path OPTIONS and 405 for every other method. */
export function register(app: FastifyInstance, operations: Operation[], cache: RenderedCache): void {
  acceptBodies(app);
  for (const [path, declared] of Map.groupBy(operations, ({ path }) => path)) {
    const url = path.replaceAll(/\{(\w+)\}/g, ":$1");
    for (const one of declared) {
      const { id: operationId, summary, description, tag } = one;
      const schema = one.hidden ? { hide: true } : { operationId, summary, description, tags: [tag] };
      const config = { page: offersPage(one) };
      if (one.takes === undefined) app.get(url, { schema, config }, answerGet(one, cache));
      else app.post(url, { schema, bodyLimit: one.takes.maxBytes, onRequest: refuseOtherBodies(one.takes) }, answerPost(one, one.takes));
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
  app.options(url, { schema: { hide: true } }, (request, reply) => {
    reply.code(204).headers({ ...COMMON_HEADERS, allow, "x-request-id": request.id, "access-control-max-age": "86400" });
    return reply.headers({ "access-control-allow-methods": allow, "access-control-allow-headers": "*" }).send();
  });
  const refuse = async (request: FastifyRequest) => {
    throw new HttpProblem("method-not-allowed", `${request.method} is not answered here. Use ${allow}.`, {}, { allow });
  };
  app.route({ method: others, url, schema: { hide: true }, onRequest: refuse, handler: unreached });
}
