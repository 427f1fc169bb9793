import { randomUUID } from "node:crypto";
import { METHODS } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Site } from "../representations/links.ts";
import type { Store } from "../store/store.ts";
import { AccessLog } from "./access-log.ts";
import { AnswerCache } from "./answers/answer-cache.ts";
import { boundConnections } from "./connections.ts";
import { errorAnswers, MAX_HEADER_BYTES, refuseMalformed } from "./errors.ts";
import { FaultLog } from "./fault-log.ts";
import { limitRate, measure, shedLoad } from "./limits.ts";
import { type McpOptions, mcpRoutes } from "./mcp/mcp-routes.ts";
import { measureContent } from "./metrics.ts";
import { documentOptions } from "./openapi/document-options.ts";
import { type RouteOptions, refuseOtherMethods } from "./register.ts";
import { endEmptyBody } from "./requests/empty-body.ts";
import { redirectTrailingSlash } from "./requests/trailing-slash.ts";
import { validatorCompiler } from "./requests/validator.ts";
import { articlePartRoutes } from "./routes/article-parts.ts";
import { articleRoutes } from "./routes/articles.ts";
import { changeRoutes } from "./routes/changes.ts";
import { documentRoutes } from "./routes/documents.ts";
import { editingRoutes } from "./routes/editing.ts";
import { entryPointRoutes } from "./routes/entry-point.ts";
import { extractionRoutes } from "./routes/extractions.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { healthRoutes } from "./routes/health.ts";
import { oembedRoutes } from "./routes/oembed.ts";
import { articlePageRoutes } from "./routes/pages/articles.ts";
import { assetRoutes } from "./routes/pages/assets.ts";
import { cardRoutes } from "./routes/pages/cards.ts";
import { checkPageRoutes } from "./routes/pages/check.ts";
import { crawlerRoutes } from "./routes/pages/crawlers.ts";
import { editPageRoutes } from "./routes/pages/edit.ts";
import { findRoutes } from "./routes/pages/find.ts";
import { quotePageRoutes } from "./routes/pages/quotes.ts";
import { referenceRoutes } from "./routes/pages/reference.ts";
import { searchPageRoutes } from "./routes/pages/search.ts";
import { speakerPageRoutes } from "./routes/pages/speakers.ts";
import { statisticsPageRoutes } from "./routes/pages/statistics.ts";
import { problemRoutes } from "./routes/problems.ts";
import { publishingRoutes } from "./routes/publishing.ts";
import { quoteRoutes } from "./routes/quotes.ts";
import { revisionRoutes } from "./routes/revisions.ts";
import { schemaRoutes } from "./routes/schemas.ts";
import { searchRoutes } from "./routes/search.ts";
import { speakerRoutes } from "./routes/speakers.ts";
import { statisticsRoutes } from "./routes/statistics.ts";
import { verificationRoutes } from "./routes/verifications.ts";
import { verifyRoutes } from "./routes/verify.ts";
import { Drawing } from "./tasks/drawing.ts";
import { Extracting } from "./tasks/extracting.ts";
import { Verifying } from "./tasks/verifying.ts";
import { withoutKeys } from "./without-keys.ts";
import { FailedTries } from "./writes/failed-tries.ts";
import type { Writing } from "./writes/writing.ts";

/** The plugins of routes, in the order of the OpenAPI document. */
const ROUTES: ((
  app: FastifyInstance,
  given: RouteOptions & { drawing: Drawing; extracting: Extracting; verifying: Verifying },
) => Promise<void>)[] = [
  articleRoutes,
  articlePartRoutes,
  revisionRoutes,
  changeRoutes,
  quoteRoutes,
  speakerRoutes,
  searchRoutes,
  statisticsRoutes,
  verifyRoutes,
  verificationRoutes,
  feedRoutes,
  extractionRoutes,
  publishingRoutes,
  editingRoutes,
  entryPointRoutes,
  healthRoutes,
  problemRoutes,
  documentRoutes,
  schemaRoutes,
  searchPageRoutes,
  findRoutes,
  articlePageRoutes,
  quotePageRoutes,
  speakerPageRoutes,
  statisticsPageRoutes,
  checkPageRoutes,
  editPageRoutes,
  cardRoutes,
  oembedRoutes,
  referenceRoutes,
  assetRoutes,
  crawlerRoutes,
];

/** Milliseconds that clients have; see `ServerOptions.timeouts`. */
const TIMEOUTS = { headers: 10_000, request: 30_000, keepAlive: 72_000, idle: 200_000, check: 1_000 };
/** Bytes of a body, where the operation does not say. */
const BODY_LIMIT = 64 * 1024;

export interface ServerOptions {
  store: Store;
  /** Origin and path below which clients reach the server; `null` when it is not known: then it is where the server listens. */
  publicUrl: string | null;
  /** Mail address or page that the OpenAPI document names for questions. */
  contact?: string | null;
  /** Bound of the cached answers, in bytes. */
  cacheBytes?: number;
  /** The server does not log without one. */
  logger?: Logger;
  /** Requests a client address may make in a minute; `null` for any number. */
  rateLimit?: number | null;
  /** Milliseconds the event loop may be late before requests are refused; `null` to refuse none. */
  maxEventLoopDelay?: number | null;
  /**
   * Milliseconds a client has to send its header fields (`headers`) and a whole request (`request`), an idle connection is
   * kept for the next one (`keepAlive`), a connection may stand still during an answer (`idle`: longer than an answer may
   * take to render), and between two checks of the first two (`check`).
   */
  timeouts?: Partial<typeof TIMEOUTS>;
  /** Whether `/metrics` is served. */
  metrics?: boolean;
  /** The Model Context Protocol at `/mcp`; `null` to serve none. */
  mcp?: McpOptions | null;
  /** Whether `X-Forwarded-For` names the client: true only behind a proxy of one's own. */
  trustProxy?: boolean;
  /** What the archive is written with over HTTP; closing the server leaves it open. */
  writing?: Writing;
}

const READ_ONLY: Writing = { disabled: "This server only reads its archive." };

/** The whole HTTP server over a store, ready to listen. Closing it leaves the store open. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, publicUrl, cacheBytes = 64 * 1024 * 1024, rateLimit = null, maxEventLoopDelay = null, mcp = { origins: [] } } = options;
  const site: Site =
    publicUrl === null
      ? {
          get publicUrl(): string {
            return listeningUrl(app);
          },
        }
      : { publicUrl };
  const app = createServer(options, site);
  // First, so that it counts what the others refuse.
  if (options.metrics) await measure(app);
  boundConnections(app);
  if (maxEventLoopDelay !== null) shedLoad(app, maxEventLoopDelay);
  if (rateLimit !== null) await limitRate(app, rateLimit);
  await app.register(swagger, documentOptions(publicUrl === null ? null : site, options.contact ?? null));

  const drawing = new Drawing();
  const extracting = new Extracting();
  const verifying = new Verifying(store);
  app.addHook("onClose", () => Promise.all([drawing.close(), extracting.close(), verifying.close()]).then(() => {}));
  const { writing = READ_ONLY } = options;
  const cache = new AnswerCache(store, cacheBytes);
  const given = { store, site, cache, drawing, extracting, verifying, hasMcp: mcp !== null, writing, failedTries: new FailedTries() };
  if (options.metrics) measureContent(app, given);
  for (const routes of ROUTES) await app.register(routes, given);
  if (mcp !== null) await app.register(mcpRoutes, { ...given, mcp });
  for (const [url, methods] of app.methodsOf) refuseOtherMethods(app, url, methods);
  await app.ready();
  return app;
}

/** Fastify as it handles every request: limits, validation, errors, log. It has no routes yet. */
function createServer(options: ServerOptions, site: Site): FastifyInstance {
  const { onError, onNotFound, onBrokenRequest } = errorAnswers(site);
  const { logger } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const app = Fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger as FastifyBaseLogger }),
    logController: new AccessLog(),
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
      // Node would refuse these without an explanation; `refuseMalformed` gives one.
      requireHostHeader: false,
    },
    frameworkErrors: onError,
    clientErrorHandler: onBrokenRequest,
  });
  app.decorate("faults", new FaultLog());
  app.decorate("methodsOf", new Map<string, string[]>());
  app.decorateRequest("mcpCall", null);
  app.decorateRequest("writer", null);
  for (const method of METHODS) if (!app.supportedMethods.includes(method) && method !== "CONNECT") app.addHttpMethod(method);
  // RFC 9110, section 10.1.1, allows a server to ignore expectations other than 100-continue; Node would send an empty 417.
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
  app.setValidatorCompiler(validatorCompiler);
  // Answers are sent as bytes: nothing is serialised.
  app.setSerializerCompiler(() => (payload) => payload);
  app.setErrorHandler(onError);
  app.setNotFoundHandler(onNotFound);
  app.addHook("onRequest", refuseMalformed);
  app.addHook("onRequest", redirectTrailingSlash(site));
  app.addHook("preParsing", endEmptyBody);
  // Each plugin reads the media types that its operations accept, and nothing else.
  app.removeAllContentTypeParsers();
  const connections = connectionsOf(app);
  app.addHook("preClose", async () => closeAsTheyFallIdle(app, connections));
  return app;
}

/** Where a server listens, as a URL a client on this machine can use. */
function listeningUrl({ server }: FastifyInstance): string {
  const { address, port } = (server.address() ?? { address: "127.0.0.1", port: 80 }) as AddressInfo;
  return localUrl(address, port);
}

/** The URL at which a client on this machine reaches a host and port that a server listens on. */
export function localUrl(host: string, port: number): string {
  if (/^(?:0\.0\.0\.0|::0?)$/.test(host)) return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The connections that are open. */
function connectionsOf({ server }: FastifyInstance): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return open;
}

/**
 * Lets requests that are being answered end and closes each connection then: a kept connection must not delay the end. Nor must
 * one that a browser has made in advance: Node does not count it as idle before something was asked on it.
 */
function closeAsTheyFallIdle({ server }: FastifyInstance, connections: ReadonlySet<Socket>): void {
  const timer = setInterval(() => {
    server.closeIdleConnections();
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
  }, 50);
  server.once("close", () => clearInterval(timer));
}

/** The client's own request id when it is harmless in a log and a header, else a new one. */
function requestId(request: { headers: NodeJS.Dict<string | string[]> }): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,64}$/.test(given) && withoutKeys(given) === given ? given : randomUUID();
}
