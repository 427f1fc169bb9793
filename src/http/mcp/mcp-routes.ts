import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { JSON_TYPE } from "../../representations/table.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "../answers/headers.ts";
import { chooseFormat } from "../answers/negotiation.ts";
import { type RouteOptions, refuseOtherMethods } from "../register.ts";
import { mediaTypesOf, refuseOtherBodies } from "../requests/body.ts";
import { MAX_BYTES } from "../routes/verifications.ts";
import type { Verifying } from "../tasks/verifying.ts";
import { answerMessage } from "./answer-message.ts";
import { MCP_PATH } from "./mcp-path.ts";
import { toolNamed } from "./mcp-server.ts";
import { type Message, NotAMessage, readMessage } from "./messages.ts";
import { refuseForeignPages } from "./origins.ts";

/** Methods that the log names as they are; any other text is the client's. */
const METHODS = new Set([
  "initialize",
  "server/discover",
  "ping",
  "tools/list",
  "tools/call",
  "resources/list",
  "resources/templates/list",
  "resources/read",
  "completion/complete",
  "subscriptions/listen",
  "notifications/initialized",
  "notifications/cancelled",
]);

/** What the operator says of the Model Context Protocol. */
export interface McpOptions {
  /** Origins whose web pages may call it besides the server's own and those of localhost, in lower case; `*` is every one. */
  origins: string[];
}

/** The Model Context Protocol over Streamable HTTP: stateless, read-only, one JSON answer for each message. */
export async function mcpRoutes(
  app: FastifyInstance,
  { store, site, verifying, mcp }: RouteOptions & { verifying: Verifying; mcp: McpOptions },
): Promise<void> {
  app.addHook("onRequest", refuseForeignPages(site, mcp.origins));
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_: FastifyRequest, bytes: Buffer) => bytes);
  app.post(MCP_PATH, {
    schema: { hide: true },
    config: { page: false },
    // The longest message asks for a text to be checked.
    bodyLimit: MAX_BYTES,
    onRequest: [refuseOtherBodies(mediaTypesOf({})), async ({ headers }) => void chooseFormat([JSON_TYPE], headers.accept, undefined)],
    async handler(request, reply) {
      try {
        const message = readMessage(request.body as Buffer);
        request.mcpCall = callOf(message);
        const exchange = { store, site, verifying, requestId: request.id, fault: null };
        const response = await answerMessage(message, request.headers, exchange);
        return await send(reply, request.id, response.status, response.headers.get("content-type"), await response.text());
      } catch (error) {
        if (!(error instanceof NotAMessage)) throw error;
        return send(reply, request.id, error.status, JSON_TYPE.contentType, error.body());
      }
    },
  });
  refuseOtherMethods(app, MCP_PATH, ["POST"]);
}

function send(reply: FastifyReply, requestId: string, status: number, contentType: string | null, body: string): FastifyReply {
  reply.code(status).headers({ ...COMMON_HEADERS, "x-request-id": requestId, "cache-control": CACHE_CONTROL.never });
  if (contentType !== null) reply.header("content-type", contentType);
  return reply.send(body === "" ? undefined : Buffer.from(body));
}

/** What the log says of a message: its method, and the tool of a call. */
function callOf({ method, params }: Message): string {
  if (method === undefined || !METHODS.has(method)) return "other";
  return method === "tools/call" ? `${method} ${toolNamed(params?.name) ?? "unknown"}` : method;
}
