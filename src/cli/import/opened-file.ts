import { pipeline, Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { createGunzip } from "node:zlib";
import { declaredCharset, encodingOf } from "../../extraction/reading/encoding.ts";

/** Bytes that say what a file is. */
const OPENING = 16_384;

/** A file or standard input that is being read: unpacked where it is gzip (RFC 1952), and how it begins. */
export interface OpenedFile {
  /** Without the ending `.gz` where it is unpacked. */
  name: string;
  isPacked: boolean;
  /** Its first characters. */
  opening: string;
  /** All its bytes. To be read once. */
  bytes: AsyncIterable<Uint8Array>;
  /** Bytes of the file, packed as it is, that were read until now. */
  read: () => number;
  close: () => void;
}

/** Opens a file. @throws what reading it throws */
export async function openFile(name: string, input: Readable): Promise<OpenedFile> {
  let count = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of input as AsyncIterable<Uint8Array>) {
      count += chunk.byteLength;
      yield chunk;
    }
  }
  const raw = await begin(counted());
  const isPacked = raw.opening[0] === 0x1f && raw.opening[1] === 0x8b;
  const { opening, bytes } = isPacked ? await begin(unpacked(raw.bytes)) : raw;
  return {
    name: isPacked ? name.replace(/\.gz$/i, "") : name,
    isPacked,
    opening: new TextDecoder(encodingOf(opening, declaredCharset(opening)).encoding).decode(opening),
    bytes,
    read: () => count,
    close: () => input.destroy(),
  };
}

/** A fault of what is read, or of the packing, is thrown to whoever reads on. */
function unpacked(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(bytes), createGunzip(), () => {});
}

/** Looks at the first bytes, which are still to come. */
async function begin(input: AsyncIterable<Uint8Array>): Promise<{ opening: Uint8Array; bytes: AsyncIterable<Uint8Array> }> {
  const iterator = input[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < OPENING) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    size += next.value.byteLength;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { opening: Buffer.concat(first).subarray(0, OPENING), bytes: all() };
}

/**
 * All bytes of a file up to a limit. What is larger is not kept, but read to its end: whoever writes into a pipe would take a
 * closed one for a failure of its own.
 *
 * @returns `raw` is `null` when it is larger
 */
export async function allOf(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ raw: Uint8Array | null; size: number }> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size <= limit) chunks.push(chunk);
    else chunks = [];
  }
  return { raw: size > limit ? null : Buffer.concat(chunks), size };
}
