import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";
import type { Store } from "../../store/store.ts";
import { acceptedCodings, type Coding, compressNow, compressSmallest } from "./coding.ts";

/** Bytes below which compression saves nothing that a packet would notice. */
const MIN_COMPRESSED = 512;
/** What an entry costs beside its bytes: key, headers, bookkeeping. */
const ENTRY_BYTES = 2048;

/** One coding of an answer: its bytes, their strong ETag (RFC 9110, section 8.8.3), the headers of a 200 and of a 304. */
interface Variant {
  body: Buffer;
  etag: string;
  headers: string[];
  notModified: string[];
}

/** An answer ready to send: made once for an address and a format, compressed once for each coding, sent many times. */
export class Rendered {
  readonly status: 200 | 308;
  readonly #headers: Record<string, string>;
  readonly #identity: Variant;
  readonly #coded = new Map<Coding, Variant>();
  #smallest: Promise<void> | null = null;
  /** Told of the bytes each new coding takes. */
  onGrowth: (bytes: number) => void = () => {};

  constructor(body: string | Buffer, headers: Record<string, string>, status: 200 | 308 = 200) {
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    this.status = status;
    this.#headers = { ...headers, vary: headers.vary === undefined ? "Accept-Encoding" : `${headers.vary}, Accept-Encoding` };
    this.#identity = this.#variant(bytes, null);
  }

  /** Bytes of the body and of every coding made so far. */
  get bytes(): number {
    return [this.#identity, ...this.#coded.values()].reduce((sum, { body }) => sum + body.length, 0);
  }

  /** The variant for an `Accept-Encoding`. Brotli is made beside the first request that would take it, which gets the next best. */
  variant(acceptEncoding: string | undefined): Variant {
    if (acceptEncoding === undefined || this.#identity.body.length < MIN_COMPRESSED) return this.#identity;
    for (const coding of acceptedCodings(acceptEncoding)) {
      const made = this.#coded.get(coding);
      if (made !== undefined) return made;
      if (coding !== "br") return this.#keep(coding, compressNow(coding, this.#identity.body));
      this.#smallest ??= compressSmallest(this.#identity.body).then((body) => {
        this.#keep("br", body);
      });
    }
    return this.#identity;
  }

  #keep(coding: Coding, body: Buffer): Variant {
    const variant = this.#variant(body, coding);
    this.#coded.set(coding, variant);
    this.onGrowth(body.length);
    return variant;
  }

  #variant(body: Buffer, coding: Coding | null): Variant {
    const etag = etagOf(body);
    const headers: Record<string, string> = { ...this.#headers, etag };
    const { "content-type": _, "content-disposition": __, ...notModified } = headers;
    const whole = { ...headers, ...(coding === null ? {} : { "content-encoding": coding }), "content-length": String(body.length) };
    return { body, etag, headers: Object.entries(whole).flat(), notModified: Object.entries(notModified).flat() };
  }
}

/** Answers already rendered, dropped whole when the store changes and oldest first when they grow past a bound. */
export class RenderedCache {
  readonly #entries = new Map<string, Rendered>();
  readonly #maxBytes: number;
  #bytes = 0;
  /** Counts changes of the store: what was begun before a change must not be kept after it. */
  generation = 0;

  /** @param maxBytes bound of what all entries take together, in bytes */
  constructor(store: Pick<Store, "onChange">, maxBytes: number) {
    this.#maxBytes = maxBytes;
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
    rendered.onGrowth = (bytes) => {
      if (this.#entries.get(key) === rendered) this.#grow(bytes);
    };
    this.#grow(rendered.bytes + key.length + ENTRY_BYTES);
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes + oldest.length + ENTRY_BYTES;
    }
  }
}

/** A strong ETag for these bytes. */
function etagOf(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/**
 * Sends an answer, or 304 when the client holds it already (`If-None-Match`, lists and `*` included). The headers are
 * ready as one list, so they are written as they are: no hook of the framework runs between here and the socket.
 */
export function sendRendered(request: FastifyRequest, reply: FastifyReply, rendered: Rendered): FastifyReply {
  const { raw } = reply;
  const variant = rendered.variant(request.headers["accept-encoding"]);
  const condition = request.headers["if-none-match"];
  reply.hijack();
  if (rendered.status === 200 && condition !== undefined && holds(condition, variant.etag)) {
    raw.writeHead(304, [...variant.notModified, "x-request-id", request.id]);
    raw.end();
  } else {
    raw.writeHead(rendered.status, [...variant.headers, "x-request-id", request.id]);
    raw.end(request.method === "HEAD" ? undefined : variant.body);
  }
  return reply;
}

function holds(condition: string, etag: string): boolean {
  return condition === etag || fresh({ "if-none-match": condition }, { etag });
}
