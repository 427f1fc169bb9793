import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import type { FastifyRequest, preParsingHookHandler } from "fastify";

// Many clients send a Content-Type with every request, also with a DELETE that has no body.

/**
 * A hook that gives whoever reads the body of a request without one an empty stream. Node has read such a request to its end already
 * (`optimizeEmptyRequests`): who waits for the end of its own stream would wait until the request times out.
 */
export const endEmptyBody: preParsingHookHandler = (request, _reply, payload, done) => {
  done(null, request.headers["content-type"] !== undefined && !hasBody(request.headers) ? Readable.from([]) : payload);
};

/** A hook of operations without a body: an empty one is none, whatever media type it is labelled with. */
export async function passOverEmptyBody(request: FastifyRequest): Promise<void> {
  if (!hasBody(request.headers)) delete request.headers["content-type"];
}

/** Whether a request has a body (RFC 9112, section 6.3). */
export function hasBody(headers: IncomingHttpHeaders): boolean {
  return Number(headers["content-length"] ?? 0) > 0 || headers["transfer-encoding"] !== undefined;
}
