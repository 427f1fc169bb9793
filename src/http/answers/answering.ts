import { pipeline, Readable } from "node:stream";
import type { FastifyReply, FastifyRequest, onRequestHookHandler, RouteHandlerMethod } from "fastify";
import { pathOn, type Site } from "../../representations/links.ts";
import type { RequestBody } from "../requests/body.ts";
import { addressWithout } from "../requests/unknown-parameters.ts";
import type { Answer, AnsweredFormat, AnsweredFormats, AnswerSource } from "./answer.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { acceptedCodings, compressStream } from "./coding.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "./headers.ts";
import { inTurns } from "./in-turns.ts";
import { bestFormat, chooseFormat } from "./negotiation.ts";
import { notNamed, PreparedAnswer, sendPrepared } from "./prepared-answer.ts";

/** What answers are kept in, and where clients reach the server. */
export interface Answering {
  cache: AnswerCache;
  site: Site;
}

/**
 * The hook and the handler of a GET route. The hook sends the answer that is cached for this address and format, before
 * anything of the request is validated; the handler renders the answer and caches it.
 */
export function answerGet(
  source: AnswerSource,
  { cache, site }: Answering,
): { onRequest: onRequestHookHandler; handler: RouteHandlerMethod } {
  // No address has a space.
  const keyOf = (format: AnsweredFormat, url: string) =>
    (source.daily ? `${new Date().toISOString().slice(0, 10)} ` : "") + (format === source.formats[0] ? url : `${format.name} ${url}`);
  return {
    onRequest(request, reply, done) {
      const address = addressWithout(request.url, source.query);
      const prepared = cache.get(keyOf(formatFor(request, source), address));
      // A redirect keeps the whole query.
      if (prepared === undefined || (prepared.status === 308 && address !== request.url)) done();
      else sendPrepared(request, reply, prepared);
    },
    async handler(request, reply) {
      const { generation } = cache;
      const format = formatFor(request, source);
      const address = addressWithout(request.url, source.query);
      // The day is read before the answer is made: one made at midnight must not be kept for the day after.
      const key = keyOf(format, address);
      const answer = await ask(source, request, format);
      if ("stream" in answer) return sendStream(request, reply, { ...answer, headers: reachable(answer.headers, site) }, format);
      const offered = { ...source, formats: formatsFor(request, source) };
      const prepared = prepare(answer, "redirect" in answer ? request.url : address, format, offered, site);
      const kept = !source.volatile && (prepared.status === 200 || address === request.url);
      if (kept) cache.set(key, prepared, generation);
      return sendPrepared(request, reply, prepared);
    },
  };
}

/** Handles a POST request. Its answer is not cached (RFC 9110, section 9.3.3): no ETag, no 304. */
export function answerPost(source: AnswerSource): RouteHandlerMethod {
  return async (request, reply) => {
    const format = formatFor(request, source);
    const answer = await ask(source, request, format, closedSignal(reply));
    if ("stream" in answer) return sendStream(request, reply, answer, format);
    if (!("body" in answer)) throw new Error("expected an operation with a body to answer with one");
    reply.headers({
      ...COMMON_HEADERS,
      "x-request-id": request.id,
      "cache-control": CACHE_CONTROL.never,
      "content-type": format.contentType,
    });
    return reply.headers(answer.headers ?? {}).send(Buffer.from(answer.body));
  };
}

type Formats = Pick<AnswerSource, "formats" | "unnegotiated" | "firstFormatWith">;

/** The format a request asks for. @throws HttpProblem `not-acceptable` */
export function formatFor(request: FastifyRequest, source: Formats): AnsweredFormat {
  const formats = formatsFor(request, source);
  const { format } = request.query as { format?: unknown };
  return source.unnegotiated ? formats[0] : chooseFormat(formats, request.headers.accept, format);
}

/** The formats there are for a request. One that admits only others is left to the route, which refuses the parameter. */
function formatsFor({ query, headers }: FastifyRequest, { formats, firstFormatWith }: Formats): AnsweredFormats {
  const given = query as Record<string, unknown>;
  if (firstFormatWith === undefined || given[firstFormatWith] === undefined) return formats;
  const only: AnsweredFormats = [formats[0]];
  return given.format === formats[0].name || bestFormat(only, headers.accept) !== undefined ? only : formats;
}

/** Aborted when the client has gone before its answer was sent. Fastify's own signal is aborted at the end of a request's body. */
export function closedSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function ask(source: AnswerSource, request: FastifyRequest, format: AnsweredFormat, signal?: AbortSignal): Promise<Answer> {
  const params = request.params as Record<string, string>;
  const query = request.query as Record<string, unknown>;
  return source.answer({ params, query, format, body: request.body as RequestBody, signal });
}

function prepare(
  answer: Exclude<Answer, { stream: unknown }>,
  url: string,
  format: AnsweredFormat,
  source: AnswerSource,
  site: Site,
): PreparedAnswer {
  const { path, search } = addressOf(url);
  if (!("redirect" in answer)) return new PreparedAnswer(answer.body, reachable(headersOf(answer, format, source, path, search), site));
  const headers = { ...COMMON_HEADERS, "cache-control": CACHE_CONTROL.content, location: answer.redirect + search };
  return new PreparedAnswer("", reachable(headers, site), 308);
}

/** Headers whose addresses are those of clients rather than those of routes. */
function reachable(headers: Record<string, string>, site: Site): Record<string, string> {
  const { location, link, "content-location": contentLocation, ...others } = headers;
  return {
    ...others,
    ...(location === undefined ? {} : { location: pathOn(site, location) }),
    ...(contentLocation === undefined ? {} : { "content-location": pathOn(site, contentLocation) }),
    ...(link === undefined ? {} : { link: link.replaceAll("</", `<${pathOn(site, "/")}`) }),
  };
}

function headersOf(
  answer: Extract<Answer, { body: unknown }>,
  format: AnsweredFormat,
  source: AnswerSource,
  path: string,
  search: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...COMMON_HEADERS,
    "cache-control": source.volatile ? CACHE_CONTROL.never : CACHE_CONTROL.content,
    "content-type": format.contentType,
  };
  if (answer.fileName !== undefined) headers["content-disposition"] = disposition(answer.fileName, format);
  if (source.formats.length === 1) return { ...headers, ...answer.headers };
  const varied = { ...headers, vary: "Accept", ...answer.headers };
  if (path.length + search.length > MAX_REPEATED) return varied;
  const links = [answer.headers?.link, ...alternates(source.formats, format, path, search)].filter((link) => link !== undefined);
  return { ...varied, "content-location": withFormat(path, search, format.name), link: links.join(", ") };
}

/**
 * Characters of an address up to which an answer repeats it, once for each representation: clients (Node, curl) refuse
 * an answer with more than about 16 KB of header fields.
 */
const MAX_REPEATED = 1000;

/** `Link` values for the other representations of the same resource (RFC 8288, `alternate`). */
function alternates(formats: AnsweredFormats, chosen: AnsweredFormat, path: string, search: string): string[] {
  return formats
    .filter((format) => format !== chosen)
    .map(({ name, mediaType }) => {
      const type = mediaType.replaceAll('"', '\\"');
      return `<${withFormat(path, search, name)}>; rel="alternate"; type="${type}"`;
    });
}

function withFormat(path: string, search: string, name: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set("format", name);
  return `${path}?${parameters}`;
}

/** A file name for saving the answer, in ASCII and in full (RFC 6266, appendix D). */
function disposition(fileName: string, { extension }: AnsweredFormat): string {
  const name = `${fileName}.${extension}`;
  const plain = name.normalize("NFKD").replace(/[^\w.~-]/g, "");
  return `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
}

/** Sends a list as it is read and compressed: in constant memory, at the pace of the client, without an ETag. */
function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Extract<Answer, { stream: unknown }>,
  format: AnsweredFormat,
): FastifyReply {
  const { stream, fileName } = answer;
  const condition = request.headers["if-match"];
  if (condition !== undefined && condition.trim() !== "*") throw notNamed(condition);
  const [coding] = answer.live ? [] : acceptedCodings(request.headers["accept-encoding"] ?? "");
  const headers = {
    ...COMMON_HEADERS,
    ...answer.headers,
    ...(coding === undefined ? {} : { "content-encoding": coding }),
    "cache-control": CACHE_CONTROL.never,
    "content-type": format.contentType,
    ...(fileName === undefined ? {} : { "content-disposition": disposition(fileName, format).replace("inline", "attachment") }),
    vary: "Accept, Accept-Encoding",
    "x-request-id": request.id,
  };
  if (request.method === "HEAD") {
    // Fastify would answer with a length of 0; the length is not known before the list is read.
    reply.hijack();
    reply.raw.writeHead(200, headers).end();
    return reply;
  }
  const text = Readable.from(inTurns(stream), { objectMode: false });
  // Whichever end fails or is closed, `pipeline` closes the other one: the list is not read on for a client that is gone.
  return reply.headers(headers).send(coding === undefined ? text : pipeline(text, compressStream(coding), () => {}));
}

function addressOf(url: string): { path: string; search: string } {
  const mark = url.indexOf("?");
  return mark < 0 ? { path: url, search: "" } : { path: url.slice(0, mark), search: url.slice(mark) };
}
