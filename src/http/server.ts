import { randomUUID } from "node:crypto";
import { METHODS } from "node:http";
import swagger from "@fastify/swagger";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import packageJson from "../../package.json" with { type: "json" };
import type { Store } from "../store/store.ts";
import { RenderedCache } from "./caching.ts";
import { registerDocs } from "./docs.ts";
import { documentOptions } from "./openapi.ts";
import { COMMON_HEADERS, register } from "./operation.ts";
import { HttpProblem } from "./problem.ts";
import { articleOperations } from "./routes/articles.ts";
import { documentOperations, openApiTexts } from "./routes/documents.ts";
import { quoteOperations } from "./routes/quotes.ts";
import { serviceOperations } from "./routes/service.ts";
import { speakerOperations } from "./routes/speakers.ts";

/** Bytes of a request's address and header fields (Node's own limit on both together). */
const MAX_HEADER_BYTES = 16 * 1024;
/** Milliseconds a client has to send its header fields, and a whole request. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
/** Milliseconds an idle connection is kept for the next request. */
const KEEP_ALIVE_TIMEOUT = 72_000;

export interface ServerOptions {
  store: Store;
  /** A pino logger; the server does not log without one. */
  logger?: FastifyBaseLogger;
}

/** The whole HTTP server over a store, ready to listen. Closing it leaves the store open. */
export async function buildServer({ store, logger }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    routerOptions: { maxParamLength: MAX_HEADER_BYTES },
    bodyLimit: 1024 * 1024,
    connectionTimeout: 0,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    return503OnClosing: false,
    http: { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_TIMEOUT },
    frameworkErrors: answerError,
    clientErrorHandler(error, socket) {
      answerBrokenRequest(error as NodeJS.ErrnoException, socket);
    },
  });
  for (const method of METHODS) if (!app.supportedMethods.includes(method) && method !== "CONNECT") app.addHttpMethod(method);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    return answerError(
      new HttpProblem("not-found", `Nothing has the address "${request.url.slice(0, 200)}". See / or /openapi.json.`),
      request,
      reply,
    );
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { statusCode: status, elapsedTime } = reply;
    const ms = Math.round(elapsedTime * 1000) / 1000;
    request.log.info({ method: request.method, url: request.url, status, ms }, "answered");
  });

  const cache = new RenderedCache(store);
  let texts: { json: string; yaml: string } | null = null;
  const operations = [
    ...articleOperations(store),
    ...quoteOperations(store),
    ...speakerOperations(store),
    ...serviceOperations(store, packageJson.version),
    ...documentOperations(() => (texts ??= openApiTexts(app))),
  ];
  await app.register(swagger, documentOptions(operations));
  await app.register(async (scope) => {
    register(scope, operations, cache);
    registerDocs(scope);
  });
  await app.ready();
  return app;
}

/** The client's own request id when it is harmless in a log and a header, else a new one. */
function requestId(request: { headers: NodeJS.Dict<string | string[]> }): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Answers every error as a problem; what is our own fault is logged and not told. */
function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof HttpProblem ? error : problemOf(error as FastifyError);
  if (problem.status >= 500) request.log.error({ err: error, url: request.url }, "failed");
  return reply
    .code(problem.status)
    .headers({ ...COMMON_HEADERS, "cache-control": "no-store", "x-request-id": request.id, ...problem.headers })
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem.body(request.id)));
}

function problemOf(error: FastifyError): HttpProblem {
  switch (error.code) {
    case "FST_ERR_BAD_URL":
      return new HttpProblem("malformed-request", "The path cannot be decoded. Percent-encode it as UTF-8.");
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new HttpProblem("payload-too-large", "The body is too large for this operation.");
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new HttpProblem("unsupported-media-type", "The body's media type is not one this operation takes.");
  }
  const status = error.statusCode ?? 500;
  if (status === 503)
    return new HttpProblem("unavailable", "The server is busy or stopping. Try again shortly.", {}, { "retry-after": "1" });
  if (status >= 400 && status < 500)
    return new HttpProblem("malformed-request", "The request cannot be read. Check its headers and its body.");
  return new HttpProblem("internal-error", "Something went wrong here. The log has the details under this request id.");
}

/** Answers what is not even HTTP, before there is a request: RFC 9112, section 3.2 and RFC 6585, section 5. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: NodeJS.WritableStream & { destroyed: boolean; destroy(): void }): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const tooLarge = error.code === "HPE_HEADER_OVERFLOW";
  const problem = tooLarge
    ? new HttpProblem("headers-too-large", `Address and header fields together may have ${MAX_HEADER_BYTES} bytes.`)
    : new HttpProblem("malformed-request", "This is not an HTTP/1.1 request the server can read.");
  const body = JSON.stringify(problem.body());
  const { status } = problem;
  socket.end(
    `HTTP/1.1 ${status} ${tooLarge ? "Request Header Fields Too Large" : "Bad Request"}\r\nContent-Type: application/problem+json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  );
}
