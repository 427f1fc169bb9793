import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import type { Answer, AnsweredFormat, Operation } from "../operation.ts";
import { type AcceptedBody, NO_BODY, readBody } from "../requests/body.ts";
import { readQuery } from "../requests/parameters.ts";
import { Rendered, type RenderedCache, sendRendered } from "./caching.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "./headers.ts";
import { chooserOf } from "./negotiation.ts";

/**
 * The way of a GET request: choose the format, send what is held for this address, or ask the operation and keep the answer.
 * What is held is sent at once: a promise would cost more than all the rest of this.
 */
export function answerGet(declared: Operation, cache: RenderedCache): RouteHandlerMethod {
  const choose = chooserOf(declared.formats);
  const [usual] = declared.formats;
  return (request, reply) => {
    const format = choose(request.headers.accept, (request.query as Record<string, unknown>).format);
    // No address has a space.
    const key = format === usual ? request.url : `${format.name} ${request.url}`;
    const held = cache.get(key);
    return held === undefined ? render(declared, cache, request, reply, format, key) : sendRendered(request, reply, held);
  };
}

async function render(
  declared: Operation,
  cache: RenderedCache,
  request: FastifyRequest,
  reply: FastifyReply,
  format: AnsweredFormat,
  key: string,
): Promise<FastifyReply> {
  const { generation } = cache;
  const query = readQuery(declared.query, request.query as Record<string, unknown>);
  const params = request.params as Record<string, string>;
  const answer = await declared.answer({ params, query, format, body: NO_BODY });
  const { path, search } = addressOf(request.url);
  if ("stream" in answer) return sendStream(request, reply, answer, format);
  const rendered =
    "redirect" in answer
      ? new Rendered("", { ...COMMON_HEADERS, "cache-control": CACHE_CONTROL, location: answer.redirect + search }, 308)
      : new Rendered(answer.body, headersOf(answer, format, declared, path, search));
  if (!declared.volatile) cache.set(key, rendered, generation);
  return sendRendered(request, reply, rendered);
}

/** The way of a POST request. Its answer is nobody's to keep (RFC 9110, section 9.3.3): no store, no ETag, no 304. */
export function answerPost(declared: Operation, accepted: AcceptedBody): RouteHandlerMethod {
  const choose = chooserOf(declared.formats);
  return async (request, reply) => {
    const format = choose(request.headers.accept, (request.query as Record<string, unknown>).format);
    const query = readQuery(declared.query, request.query as Record<string, unknown>);
    const answer = await declared.answer({
      params: request.params as Record<string, string>,
      query,
      format,
      body: readBody(accepted, request),
    });
    if (!("body" in answer)) throw new Error("expected an operation with a body to answer with one");
    reply.headers({ ...COMMON_HEADERS, "x-request-id": request.id, "cache-control": "no-store", "content-type": format.contentType });
    return reply.headers(answer.headers ?? {}).send(Buffer.from(answer.body));
  };
}

function headersOf(
  answer: Extract<Answer, { body: unknown }>,
  format: AnsweredFormat,
  declared: Operation,
  path: string,
  search: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...COMMON_HEADERS,
    "cache-control": declared.volatile ? "no-store" : CACHE_CONTROL,
    "content-type": format.contentType,
  };
  if (answer.fileName !== undefined) headers["content-disposition"] = disposition(answer.fileName, format);
  if (declared.formats.length === 1) return { ...headers, ...answer.headers };
  const varied = { ...headers, vary: "Accept", ...answer.headers };
  if (path.length + search.length > MAX_REPEATED) return varied;
  const links = [answer.headers?.link, ...alternates(declared.formats, format, path, search)].filter((link) => link !== undefined);
  return { ...varied, "content-location": withFormat(path, search, format.name), link: links.join(", ") };
}

/**
 * Characters of an address up to which an answer repeats it, once for each representation: clients (Node, curl) give up
 * on an answer with more than 16 KB or so of header fields.
 */
const MAX_REPEATED = 1000;

/** `Link` values for the other representations of the same resource (RFC 8288, `alternate`). */
function alternates(formats: readonly AnsweredFormat[], chosen: AnsweredFormat, path: string, search: string): string[] {
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

/** A name for those who save the answer, in ASCII and whole (RFC 6266, appendix D). */
function disposition(fileName: string, { extension }: AnsweredFormat): string {
  const name = `${fileName}.${extension}`;
  const plain = name.normalize("NFKD").replace(/[^\w.~-]/g, "");
  return `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
}

/** Sends a list as it is read: in constant memory, at the pace of the client, without an ETag. */
function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  { stream, fileName }: Extract<Answer, { stream: unknown }>,
  format: AnsweredFormat,
): FastifyReply {
  const headers = {
    ...COMMON_HEADERS,
    "cache-control": "no-store",
    "content-type": format.contentType,
    "content-disposition": disposition(fileName, format).replace("inline", "attachment"),
    vary: "Accept",
    "x-request-id": request.id,
  };
  if (request.method === "HEAD") {
    // Fastify would answer with a length of 0, and nobody knows the length before the list is read.
    reply.hijack();
    reply.raw.writeHead(200, headers).end();
    return reply;
  }
  return reply.headers(headers).send(Readable.from(stream, { objectMode: false }));
}

function addressOf(url: string): { path: string; search: string } {
  const mark = url.indexOf("?");
  return mark < 0 ? { path: url, search: "" } : { path: url.slice(0, mark), search: url.slice(mark) };
}
