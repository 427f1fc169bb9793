import type { FastifyReply, FastifyRequest } from "fastify";
import { COMMON_HEADERS } from "./headers.ts";

/** Whether a browser asks for permission to send a request of another origin (Fetch standard, "CORS-preflight request"). */
export function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}

/**
 * Answers OPTIONS, for preflights too: any header is allowed (`*` covers all but
 * Authorization: Fetch standard, "CORS-non-wildcard request-header name"). A request that will be a problem may be sent, so that it can be read.
 * @param allow the methods of the path; `null` where there are none
 */
export function answerOptions(request: FastifyRequest, reply: FastifyReply, allow: string | null): FastifyReply {
  reply.code(204).headers({ ...COMMON_HEADERS, "x-request-id": request.id, "access-control-max-age": "86400" });
  if (allow !== null) reply.header("allow", allow);
  const asked = request.headers["access-control-request-method"] ?? "OPTIONS";
  const methods = allow?.split(", ").includes(asked) ? allow : "*";
  return reply.headers({ "access-control-allow-methods": methods, "access-control-allow-headers": "*, Authorization" }).send();
}
