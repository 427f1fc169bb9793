import type { Searchable } from "../article/searchable.ts";

/** Bytes of the three lengths in front. */
const HEADER = 12;

/**
 * A searchable as one run of bytes, which comes out of a database in a third of the time that texts take: the lengths of
 * text, words and outline in bytes (32-bit integers in the machine's byte order), the offsets, then the three in UTF-8.
 */
export function packed({ text, words, offsets, outline }: Searchable): Uint8Array {
  const texts = [text, words, outline].map((one) => Buffer.from(one));
  const lengths = new Uint8Array(Uint32Array.from(texts, (one) => one.length).buffer);
  return Buffer.concat([lengths, offsets, ...texts]);
}

/** The searchable that was packed. */
export function unpacked(bytes: Uint8Array): Searchable {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [text = 0, words = 0, outline = 0] = new Uint32Array(bytes.slice(0, HEADER).buffer);
  const outlineAt = buffer.length - outline;
  const wordsAt = outlineAt - words;
  const textAt = wordsAt - text;
  return {
    text: buffer.toString("utf8", textAt, wordsAt),
    words: buffer.toString("utf8", wordsAt, outlineAt),
    offsets: buffer.subarray(HEADER, textAt),
    outline: buffer.toString("utf8", outlineAt),
  };
}
