import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { problemPage } from "../pages/docs/problem-page.ts";
import { pathOn, type Site } from "../representations/links.ts";
import { HTML_TYPE } from "../representations/table.ts";
import { StoreUnavailable } from "../store/store.ts";
import { CACHE_CONTROL, COMMON_HEADERS, PAGE_HEADERS } from "./answers/headers.ts";
import { prefersHtml } from "./answers/negotiation.ts";
import { answerOptions, isPreflight } from "./answers/preflight.ts";
import { HttpProblem } from "./problem.ts";
import { answerBeside } from "./unread-body.ts";
import { withoutKeys } from "./without-keys.ts";

/** Bytes of an address and all header fields together: Node's parser refuses more. */
export const MAX_HEADER_BYTES = 16 * 1024;
/** Characters of an address. */
export const MAX_URL = 8 * 1024;
const MEBIBYTE = 1024 * 1024;

/** What answers the errors of a server. */
export interface ErrorAnswers {
  onError(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply;
  /** Answers an address nothing is registered for. */
  onNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  /** Answers bytes that Node cannot parse as a request: RFC 9112, section 3.2, and RFC 6585, section 5. */
  onBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void;
}

/**
 * Answers every error as a problem: as a page to browsers, outside of the API. A fault of the server is logged, and the client
 * is not told what it was.
 */
export function errorAnswers(site: Site): ErrorAnswers {
  const onError: ErrorAnswers["onError"] = (error, request, reply) => {
    // The problem is for the request that follows: a browser shows nothing of it when the preflight fails.
    if (isPreflight(request)) return answerOptions(request, reply, null);
    const problem = problemOf(error, request.routeOptions?.bodyLimit);
    if (problem.status >= 500) request.server.faults.failed(error, request);
    const body = problem.body(site, request.id);
    reply
      .code(problem.status)
      .headers({ ...COMMON_HEADERS, "cache-control": CACHE_CONTROL.never, "x-request-id": request.id, ...problem.headers });
    const send = (type: string, text: string) => {
      const bytes = Buffer.from(withoutKeys(text));
      return reply.headers({ "content-type": type, "content-length": bytes.length }).send(answerBeside(request.raw, bytes));
    };
    const data = request.url.startsWith("/v1") || request.routeOptions?.config?.page === false;
    if (!data && prefersHtml(request.headers.accept)) {
      reply.headers(PAGE_HEADERS);
      return send(HTML_TYPE.contentType, problem.page?.(site) ?? problemPage(body, site));
    }
    return send("application/problem+json", JSON.stringify(body));
  };
  return {
    onError,
    onNotFound(request, reply) {
      const asked = request.url.slice(0, 200);
      const shown = asked.startsWith("/") ? pathOn(site, asked) : asked;
      const detail = `There is nothing at "${shown}". See ${pathOn(site, "/")} or ${pathOn(site, "/openapi.json")}.`;
      return onError(new HttpProblem("not-found", detail), request, reply);
    },
    onBrokenRequest: (error, socket) => answerBrokenRequest(error, socket, site),
  };
}

/** Refuses an address that is too long or not a path, and a request that does not name one host, before anything else reads it. */
export function refuseMalformed({ url, raw }: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  if (url.length > MAX_URL) {
    done(new HttpProblem("uri-too-long", `The address has ${url.length} characters; at most ${MAX_URL} are allowed.`));
  } else if (url === "*" && raw.method !== "OPTIONS") {
    // RFC 9112, section 3.2.4.
    done(new HttpProblem("malformed-request", `"*" is allowed with OPTIONS only. Begin the path with a slash.`));
  } else if (countHosts(raw) !== 1 && raw.httpVersionMinor === 1) {
    done(new HttpProblem("malformed-request", "An HTTP/1.1 request has exactly one Host header field."));
  } else done();
}

/** A size for people: `5 MiB`, `64 KiB`. */
function bytes(size: number): string {
  return size % MEBIBYTE === 0 ? `${size / MEBIBYTE} MiB` : `${size / 1024} KiB`;
}

/** RFC 9112, section 3.2: no Host and several are both a 400. Node keeps the first and drops the others silently. */
function countHosts({ rawHeaders }: IncomingMessage): number {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  return hosts;
}

/** What an error is to the client. @param bodyLimit bytes that the route accepts */
export function problemOf(error: Error & Partial<FastifyError>, bodyLimit = 0): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StoreUnavailable)
    return new HttpProblem("unavailable", `${error.message} Try again shortly.`, {}, { "retry-after": "2" });
  switch (error.code) {
    // No file, memory or room on a disk is left.
    case "EMFILE":
    case "ENFILE":
    case "ENOMEM":
    case "ENOSPC":
      return new HttpProblem(
        "unavailable",
        "The server has reached a limit of its machine. Try again shortly.",
        {},
        { "retry-after": "5" },
      );
    case "FST_ERR_BAD_URL":
      return new HttpProblem("malformed-request", "The path cannot be decoded. Percent-encode it as UTF-8.");
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new HttpProblem("payload-too-large", `The body is too large; this operation accepts at most ${bytes(bodyLimit)}.`);
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new HttpProblem("unsupported-media-type", "This operation does not accept a body of this media type.");
  }
  const status = error.statusCode ?? 500;
  if (status === 503)
    return new HttpProblem("unavailable", "The server is busy or stopping. Try again shortly.", {}, { "retry-after": "1" });
  if (status >= 400 && status < 500)
    return new HttpProblem("malformed-request", "The request cannot be read. Check its headers and its body.");
  return new HttpProblem("internal-error", "An error occurred on the server. Its log has the details under this request id.");
}

const BROKEN: Record<string, { problem: HttpProblem; reason: string }> = {
  HPE_HEADER_OVERFLOW: {
    problem: new HttpProblem("headers-too-large", `Address and header fields together may have at most ${MAX_HEADER_BYTES} bytes.`),
    reason: "Request Header Fields Too Large",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    problem: new HttpProblem("request-timeout", "The request took too long to arrive. Send it again."),
    reason: "Request Timeout",
  },
};
const NOT_HTTP = {
  problem: new HttpProblem("malformed-request", "This is not an HTTP/1.1 request the server can read."),
  reason: "Bad Request",
};

function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket, site: Site): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { problem, reason } = BROKEN[error.code ?? ""] ?? NOT_HTTP;
  const body = JSON.stringify(problem.body(site));
  const head = Object.entries({
    ...COMMON_HEADERS,
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(body),
    "cache-control": CACHE_CONTROL.never,
    connection: "close",
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  // RFC 9110, section 9.3.2: an answer to HEAD has no content.
  const content = (error as { rawPacket?: Buffer }).rawPacket?.toString("latin1", 0, 5) === "HEAD " ? "" : body;
  socket.end(`HTTP/1.1 ${problem.status} ${reason}\r\n${head.join("")}\r\n${content}`);
}
