import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";
import type { Store } from "../store/store.ts";

/** Bytes ready to send: made once for an address and a format, sent many times. */
export interface Rendered {
  status: 200 | 308;
  body: Buffer;
  /** Strong ETag (RFC 9110, section 8.8.3) over the bytes. */
  etag: string;
  headers: Record<string, string>;
}

/** Public and short-lived: content changes seldom, and a cache may show the last version while it asks for a new one. */
export const CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600";

/** Bytes of bodies the cache holds at most. */
const CACHE_BYTES = 64 * 1024 * 1024;
/** What an entry costs beside its body: key, headers, bookkeeping. */
const ENTRY_BYTES = 1024;

/** Answers already rendered, dropped whole when the store changes and oldest first when they grow too large. */
export class RenderedCache {
  readonly #entries = new Map<string, Rendered>();
  #bytes = 0;
  /** Counts changes of the store: what was begun before a change must not be kept after it. */
  generation = 0;

  constructor(store: Pick<Store, "onChange">) {
    store.onChange(() => {
      this.generation += 1;
      this.#entries.clear();
      this.#bytes = 0;
    });
  }

  get(key: string): Rendered | undefined {
    return this.#entries.get(key);
  }

  /** Keeps an answer, unless the store changed since `generation` was read. */
  set(key: string, rendered: Rendered, generation: number): void {
    if (generation !== this.generation || this.#entries.has(key)) return;
    this.#entries.set(key, rendered);
    this.#bytes += rendered.body.length + key.length + ENTRY_BYTES;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= CACHE_BYTES) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.body.length + oldest.length + ENTRY_BYTES;
    }
  }
}

/** A strong ETag for these bytes. */
export function etagOf(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/** Sends rendered bytes, or 304 when the client holds them already (`If-None-Match`, lists and `*` included). */
export function sendRendered(request: FastifyRequest, reply: FastifyReply, rendered: Rendered): FastifyReply {
  reply.headers(rendered.headers).header("etag", rendered.etag);
  const condition = request.headers["if-none-match"];
  if (rendered.status === 200 && condition !== undefined && fresh({ "if-none-match": condition }, { etag: rendered.etag })) {
    return reply.code(304).removeHeader("content-type").send();
  }
  return reply.code(rendered.status).send(rendered.body);
}
