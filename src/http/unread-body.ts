import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { hasBody } from "./requests/empty-body.ts";

/** Milliseconds and bytes for which the rest of a body is read that nobody wants: an upload that is a little too large, not any. */
const PATIENCE = 5_000;
const MOST = 64 * 1024 * 1024;

/**
 * What is sent to a client whose body is still under way: the answer at once, and its end when the rest of the body was read. A
 * connection that is closed on unread bytes is reset, and the client may lose the answer with it (RFC 9112, section 9.6).
 */
export function answerBeside(request: IncomingMessage, body: Buffer): Buffer | Readable {
  return isUnderWay(request) ? Readable.from(endingWith(request, body), { objectMode: false }) : body;
}

/** Most requests have no body, and are not complete either while their head is handled. */
function isUnderWay({ complete, headers }: IncomingMessage): boolean {
  return complete === false && hasBody(headers);
}

async function* endingWith(request: IncomingMessage, body: Buffer): AsyncGenerator<Buffer> {
  yield body;
  await readToItsEnd(request);
}

/** Reads a body and drops it, for a while. Never fails: the client may have gone. */
function readToItsEnd(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(resolve, PATIENCE);
    const onEnd = () => {
      clearTimeout(timer);
      resolve();
    };
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST) onEnd();
    });
    for (const event of ["end", "error", "close"]) request.on(event, onEnd);
    request.resume();
    if (request.readableEnded || request.destroyed) onEnd();
  });
}
