import type { Transform } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, createZstdCompress, gzipSync, zstdCompressSync } from "node:zlib";
import Negotiator from "negotiator";

/** Content codings (RFC 9110, section 8.4.1), the smallest result first. */
const CODINGS = ["br", "zstd", "gzip"] as const;
export type Coding = (typeof CODINGS)[number];

const OFFERED = [...CODINGS, "identity"];

/**
 * The codings a client accepts, best first, down to where it prefers none; `[]` for no coding. `*` stands for gzip, which every
 * client can decode: proxies and scripts that send it know neither Brotli nor zstd.
 */
export function acceptedCodings(header: string): Coding[] {
  if (header === "") return [];
  const named = header.toLowerCase();
  const offered = OFFERED.filter((coding) => coding === "gzip" || coding === "identity" || named.includes(coding));
  // Where the client accepts several equally well, the order of OFFERED decides.
  const negotiator: { encodings(available: string[], options: { preferred: string[] }): string[] } = new Negotiator({
    headers: { "accept-encoding": header },
  }) as never;
  const preferred = negotiator.encodings(offered, { preferred: OFFERED });
  const end = preferred.indexOf("identity");
  return (end < 0 ? preferred : preferred.slice(0, end)) as Coding[];
}

const brotli = promisify(brotliCompress);

/** Compresses at once: a tenth of a millisecond for an article. */
export function compressNow(coding: "gzip" | "zstd", body: Buffer): Buffer {
  // zlib's results are views of a larger buffer; a copy frees the rest.
  if (coding === "gzip") return Buffer.from(gzipSync(body, { level: 6 }));
  return Buffer.from(zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }));
}

/** Compresses what passes through it, off the main thread, as fast as lists are read. */
export function compressStream(coding: Coding): Transform {
  if (coding === "gzip") return createGzip({ level: 6 });
  if (coding === "zstd") return createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

/** Compresses off the main thread: Brotli at its best takes milliseconds for an article. */
export async function compressSmallest(body: Buffer): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return Buffer.from(await brotli(body, { params }));
}
