import { randomUUID } from "node:crypto";
import { METHODS } from "node:http";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import type { Logger } from "pino";
import packageJson from "../../package.json" with { type: "json" };
import type { Store } from "../store/store.ts";
import { RenderedCache } from "./answers/caching.ts";
import { registerDocs } from "./docs.ts";
import { answerBrokenRequest, answerError, answerNotFound, MAX_HEADER_BYTES, refuseMalformed } from "./errors.ts";
import { Extracting } from "./extracting.ts";
import { limitRate, measure, shedLoad } from "./limits.ts";
import { documentOptions } from "./openapi/document-options.ts";
import { register } from "./operation.ts";
import { articleOperations } from "./routes/articles.ts";
import { documentOperations, openApiTexts } from "./routes/documents.ts";
import { extractionOperations } from "./routes/extractions.ts";
import { feedOperations } from "./routes/feeds.ts";
import { explanationPage, frontPage, readerOperations, registerAssets } from "./routes/pages.ts";
import { quoteOperations } from "./routes/quotes.ts";
import { searchOperations } from "./routes/search.ts";
import { serviceOperations } from "./routes/service.ts";
import { speakerOperations } from "./routes/speakers.ts";
import { verifyOperations } from "./routes/verify.ts";

/** Milliseconds that clients have; see `ServerOptions.timeouts`. */
const TIMEOUTS = { headers: 10_000, request: 30_000, keepAlive: 72_000, idle: 200_000, check: 1_000 };
/** Bytes of a body, where the operation does not say. */
const BODY_LIMIT = 64 * 1024;

export interface ServerOptions {
  store: Store;
  /** Origin and path prefix of absolute URLs, without a final slash. */
  publicUrl: string;
  /** Bound of the answers held ready, in bytes. */
  cacheBytes?: number;
  /** The server does not log without one. */
  logger?: Logger;
  /** Requests a client address may make in a minute; `null` for any number. */
  rateLimit?: number | null;
  /** Milliseconds the event loop may be late before requests are refused; `null` to refuse none. */
  maxEventLoopDelay?: number | null;
  /**
   * Milliseconds a client has to send its header fields (`headers`) and a whole request (`request`), an idle connection is
   * kept for the next one (`keepAlive`), a connection may stand still in the midst of an answer (`idle`: longer than an
   * answer may take to make), and how often the first two are looked at (`check`).
   */
  timeouts?: Partial<typeof TIMEOUTS>;
  /** Whether `/metrics` is served. */
  metrics?: boolean;
  /** Whether `X-Forwarded-For` names the client: true behind a proxy of one's own, and only there. */
  trustProxy?: boolean;
}

/** The whole HTTP server over a store, ready to listen. Closing it leaves the store open. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, publicUrl, cacheBytes = 64 * 1024 * 1024, logger, rateLimit = null, maxEventLoopDelay = null } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const app = Fastify({
    ...(logger === undefined ? {} : { loggerInstance: oneForAll(logger) }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: MAX_HEADER_BYTES },
    bodyLimit: BODY_LIMIT,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    connectionTimeout: timeouts.idle,
    return503OnClosing: false,
    http: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.check,
      optimizeEmptyRequests: true,
      // Node would refuse these without a word; `refuseMalformed` says why.
      requireHostHeader: false,
    },
    frameworkErrors: answerError,
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket),
  });
  for (const method of METHODS) if (!app.supportedMethods.includes(method) && method !== "CONNECT") app.addHttpMethod(method);
  // RFC 9110, section 10.1.1, allows to pass over expectations other than 100-continue; Node would send an empty 417.
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  app.addHook("onRequest", refuseMalformed);
  if (logger?.isLevelEnabled("info")) app.addHook("onResponse", logAnswer);
  if (maxEventLoopDelay !== null) await shedLoad(app, maxEventLoopDelay);
  if (options.metrics) await measure(app);
  if (rateLimit !== null) await limitRate(app, rateLimit);

  app.addHook("preClose", async () => closeAsTheyFallIdle(app));

  const site = { publicUrl };
  const extracting = new Extracting();
  app.addHook("onClose", () => extracting.close());
  let texts: { json: string; yaml: string } | null = null;
  const operations = [
    ...articleOperations(store, site),
    ...quoteOperations(store, site),
    ...speakerOperations(store),
    ...searchOperations(store),
    ...verifyOperations(store),
    ...feedOperations(store, site),
    ...extractionOperations(extracting),
    ...serviceOperations(store, site, packageJson.version, { front: () => frontPage(store, site), problem: explanationPage }),
    ...readerOperations(store, site),
    ...documentOperations(() => (texts ??= openApiTexts(app))),
  ];
  await app.register(swagger, documentOptions(operations));
  await app.register(async (scope) => {
    register(scope, operations, new RenderedCache(store, cacheBytes));
    registerDocs(scope, site);
    registerAssets(scope);
  });
  await app.ready();
  return app;
}

/** Lets requests under way end and closes each connection then: a client that keeps its connection must not hold up the end. */
function closeAsTheyFallIdle({ server }: FastifyInstance): void {
  const timer = setInterval(() => server.closeIdleConnections(), 50);
  server.once("close", () => clearInterval(timer));
}

/**
 * A logger that is its own child. A logger of its own for every request costs more than the line it writes, so lines name
 * the request themselves; what `childLoggerFactory` returns, Fastify would check method by method for every request.
 */
function oneForAll(logger: Logger): FastifyBaseLogger {
  const one: FastifyBaseLogger = Object.create(logger, { child: { value: () => one } });
  return one;
}

/** The client's own request id when it is harmless in a log and a header, else a new one. */
function requestId(request: { headers: NodeJS.Dict<string | string[]> }): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

// W3C Trace Context, section 3.2: version, trace id, parent id, flags.
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/;

/** The access line: one for each answer. */
function logAnswer(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { method, url, id: reqId, headers } = request;
  const traceparent = headers.traceparent;
  const traceId = typeof traceparent === "string" ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
  const ms = Math.round(reply.elapsedTime * 1000) / 1000;
  reply.log.info({ reqId, ...(traceId === undefined ? {} : { traceId }), method, url, status: reply.statusCode, ms }, "answered");
  done();
}
