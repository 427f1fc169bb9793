import { PullRefused } from "./pull-refused.ts";

/** Bytes of one answer that are read at most: articles of books' length are a few million. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The body of an answer as text. @throws PullRefused when it is longer than any that is asked for */
export async function readBounded(response: Response, address: string): Promise<string> {
  if (response.body === null) return "";
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new PullRefused(`The answer of ${address} is longer than ${MOST_BYTES / 1024 / 1024} MiB.`);
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}
