import { type FastifyReply, type FastifyRequest, LogController } from "fastify";
import { isOwn } from "./own-requests.ts";
import { withoutKeys } from "./without-keys.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Method of the Model Context Protocol that was called, and the name of its tool. */
    mcpCall: string | null;
  }
}

// W3C Trace Context, section 3.2: version, trace id, parent id, flags.
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/;

/** Logs one line for each answer and, of Fastify's other lines about a request, what ended one that was under way. */
export class AccessLog extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }

  override requestCompleted(_error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (isOwn(request)) return;
    const { method, url, headers } = request;
    const traceparent = headers.traceparent;
    const traceId = typeof traceparent === "string" ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
    const ms = Math.round(reply.elapsedTime * 1000) / 1000;
    const known = { ...(traceId === undefined ? {} : { traceId }), ...(request.mcpCall === null ? {} : { mcp: request.mcpCall }) };
    reply.log.info({ ...known, method, url: withoutKeys(url), status: reply.statusCode, ms }, "answered");
  }

  override streamError(error: Error, request: FastifyRequest): void {
    // A client may leave when it likes.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") request.server.faults.failed(error, request);
  }
}
