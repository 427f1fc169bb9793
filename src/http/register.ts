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
import { type Operation, offersPage } from "./operation.ts";
import { HttpProblem } from "./problem.ts";
import { type AcceptedBody, mediaTypesOf, parseBodies, refuseOtherBodies } from "./requests/body.ts";

/** What the plugins of routes are given. */
export interface RouteOptions extends Answering {
  store: Store;
  /** Whether the Model Context Protocol is served. */
  hasMcp: boolean;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether browsers are sent a page; where it is `false`, their problems are data too. */
    page?: boolean;
  }
}

/** Registers the routes of operations in a plugin: GET and HEAD, or POST. A path's operations are registered together. */
export function registerOperations(app: FastifyInstance, answering: Answering, operations: Operation[]): void {
  app.removeAllContentTypeParsers();
  for (const [path, declared] of Map.groupBy(operations, ({ path }) => path)) {
    const url = urlOf(path);
    for (const operation of declared) {
      if (operation.accepts === undefined) {
        app.get(url, { schema: schemaOf(operation), config: { page: offersPage(operation) }, ...answerGet(operation, answering) });
      } else registerPost(app, url, operation, operation.accepts);
    }
    refuseOtherMethods(
      app,
      url,
      declared.flatMap(({ accepts }) => (accepts === undefined ? ["GET", "HEAD"] : ["POST"])),
    );
  }
}

function registerPost(app: FastifyInstance, url: string, operation: Operation, accepted: AcceptedBody): void {
  parseBodies(app, accepted);
  app.post(url, {
    schema: schemaOf(operation),
    bodyLimit: accepted.maxBytes,
    // A request whose answer could not be sent is refused before its body is read.
    onRequest: [refuseOtherBodies(mediaTypesOf(accepted)), async (request) => void formatFor(request, operation)],
    handler: answerPost(operation),
  });
}

/** A page for people, or what belongs to one. The OpenAPI document does not list it. */
export interface Page<Q extends z.ZodObject = z.ZodObject> extends AnswerSource<RouteInput<Record<string, string>, z.output<Q>>> {
  /** Path template: `/articles/{slug}`. */
  path: string;
  query: Q;
  /** Methods that the address takes beside GET and HEAD; their routes are registered elsewhere. */
  others?: string[];
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
    refuseOtherMethods(app, url, ["GET", "HEAD", ...(declared.others ?? [])]);
  }
}

/** Registers the route of a file that is the same for everybody until the next release. @param prepare called once, by the first request */
export function registerFile(app: FastifyInstance, path: string, prepare: () => PreparedAnswer): void {
  let file: PreparedAnswer | null = null;
  app.get(path, { schema: { hide: true } }, (request, reply) => {
    file ??= prepare();
    return sendPrepared(request, reply, file);
  });
  refuseOtherMethods(app, path, ["GET", "HEAD"]);
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
