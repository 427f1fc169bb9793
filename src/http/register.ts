import "@fastify/swagger";
import { METHODS } from "node:http";
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from "fastify";
import { z } from "zod";
import { HTML_TYPE } from "../representations/table.ts";
import type { Store } from "../store/store.ts";
import type { AnsweredFormats, AnswerSource, RouteInput } from "./answers/answer.ts";
import { type Answering, answerGet, answerPost, formatFor } from "./answers/answering.ts";
import { answerOptions } from "./answers/preflight.ts";
import { type PreparedAnswer, sendPrepared } from "./answers/prepared-answer.ts";
import { schemaOf } from "./openapi/route-schema.ts";
import { methodOf, type Operation, offersPage } from "./operation.ts";
import { HttpProblem } from "./problem.ts";
import { mediaTypesOf, parseBodies, refuseOtherBodies } from "./requests/body.ts";
import { passOverEmptyBody } from "./requests/empty-body.ts";
import { answerWrite } from "./writes/answer-write.ts";
import { authenticate } from "./writes/authenticate.ts";
import type { FailedTries } from "./writes/failed-tries.ts";
import type { Writing } from "./writes/writing.ts";

/** What the plugins of routes are given. */
export interface RouteOptions extends Answering {
  store: Store;
  /** Whether the Model Context Protocol is served. */
  hasMcp: boolean;
  writing: Writing;
  failedTries: FailedTries;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether browsers are sent a page; where it is `false`, their problems are data too. */
    page?: boolean;
  }
  interface FastifyInstance {
    /** The methods of each path, from all plugins. When all are registered, the others are refused. */
    methodsOf: Map<string, string[]>;
  }
}

/** What operations that ask for a key need besides. */
type Guarded = Answering & Partial<Pick<RouteOptions, "writing" | "failedTries">>;

/** Registers the routes of operations in a plugin. */
export function registerOperations(app: FastifyInstance, given: Guarded, operations: Operation[]): void {
  const accepted = operations.flatMap(({ accepts }) => accepts ?? []);
  if (accepted.length > 0) parseBodies(app, accepted);
  for (const operation of operations) registerOperation(app, given, operation);
}

function registerOperation(app: FastifyInstance, { writing, failedTries, ...answering }: Guarded, operation: Operation): void {
  const { requires, accepts, writes, path } = operation;
  const url = urlOf(path);
  const method = methodOf(operation);
  if (requires !== undefined && (writing === undefined || failedTries === undefined)) throw new Error("expected an office to ask for keys");
  // Nothing of a request is read before it is known who sends it.
  const guard = requires === undefined || !writing || !failedTries ? [] : [authenticate(writing, requires, failedTries)];
  const route = { url, schema: schemaOf(operation), config: { page: offersPage(operation) } };
  if (method === "GET") {
    const { onRequest, handler } = answerGet(operation, answering);
    app.get(url, { ...route, onRequest: [...guard, onRequest], handler });
    allowMethods(app, url, ["GET", "HEAD"]);
    return;
  }
  app.route({
    ...route,
    method,
    ...(accepts === undefined ? {} : { bodyLimit: accepts.maxBytes }),
    // A request whose answer could not be sent is refused before its body is read.
    onRequest: [
      ...guard,
      accepts === undefined ? passOverEmptyBody : refuseOtherBodies(mediaTypesOf(accepts)),
      async (request) => void formatFor(request, operation),
    ],
    handler: writes === undefined || !writing ? answerPost(operation) : answerWrite(operation, writing, answering.site),
  });
  allowMethods(app, url, [method]);
}

/** A page for people, or what belongs to one. The OpenAPI document does not list it. */
export interface Page<Q extends z.ZodObject = z.ZodObject> extends AnswerSource<RouteInput<Record<string, string>, z.output<Q>>> {
  /** Path template: `/articles/{slug}`. */
  path: string;
  query: Q;
}

/** Completes a page: HTML unless it declares other formats. */
export function page<Q extends z.ZodObject>(declared: Omit<Page<Q>, "formats"> & { formats?: AnsweredFormats }): Page {
  return { formats: HTML, ...declared } as unknown as Page;
}

const HTML: AnsweredFormats = [{ ...HTML_TYPE, schema: z.string() }];

/** Registers the routes of pages. */
export function registerPages(app: FastifyInstance, answering: Answering, pages: Page[]): void {
  for (const declared of pages) {
    const url = urlOf(declared.path);
    app.get(url, {
      schema: { hide: true, querystring: declared.query },
      config: { page: offersPage(declared) },
      ...answerGet(declared, answering),
    });
    allowMethods(app, url, ["GET", "HEAD"]);
  }
}

/** Registers the route of a file that is the same for everybody until the next release. @param prepare called once, by the first request */
export function registerFile(app: FastifyInstance, path: string, prepare: () => PreparedAnswer): void {
  let file: PreparedAnswer | null = null;
  app.get(path, { schema: { hide: true } }, (request, reply) => {
    file ??= prepare();
    return sendPrepared(request, reply, file);
  });
  allowMethods(app, path, ["GET", "HEAD"]);
}

/** Says that a path has routes for these methods; other plugins may have more. */
export function allowMethods({ methodsOf }: FastifyInstance, url: string, methods: string[]): void {
  methodsOf.set(url, [...(methodsOf.get(url) ?? []), ...methods]);
}

/** OPTIONS answers with the methods of a path; every other method is a 405 that names them, before any body is read. */
export function refuseOtherMethods(app: FastifyInstance, url: string, methods: string[]): void {
  const allow = [...methods, "OPTIONS"].join(", ");
  const others = METHODS.filter((method) => !methods.includes(method) && method !== "OPTIONS" && method !== "CONNECT");
  app.options(url, { schema: { hide: true } }, (request, reply) => answerOptions(request, reply, allow));
  const refuse = async (request: FastifyRequest) => {
    throw new HttpProblem("method-not-allowed", `${request.method} is not allowed here. Use ${allow}.`, {}, { allow });
  };
  app.route({ method: others, url, schema: { hide: true }, onRequest: refuse, handler: unreached });
}

const unreached: RouteHandlerMethod = () => {
  throw new Error("expected the onRequest hook to answer");
};

/** A path template of OpenAPI as Fastify writes it. */
function urlOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}
