import { createMcpHandler, isLegacyRequest, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";
import type { FastifyRequest } from "fastify";
import { buildMcpServer, type Exchange } from "./mcp-server.ts";
import type { Message } from "./messages.ts";

/**
 * Answers one message with a server of its own, which is closed afterwards: no session, no stream.
 *
 * The SDK speaks the revisions with `initialize` (2024-10-07 to 2025-11-25) and 2026-07-28, whose requests say about themselves
 * what `initialize` said. It is given a request of the Fetch standard without a body: the message is parsed already.
 *
 * @throws what kept the message from being answered and is not the client's fault
 */
export async function answerMessage(message: Message, headers: FastifyRequest["headers"], exchange: Exchange): Promise<Response> {
  const request = new Request("http://mcp.invalid/mcp", { method: "POST", headers: protocolHeaders(headers) });
  let failure: Error | null = null;
  const onerror = (error: Error) => {
    failure = error;
  };
  const answer = (await isLegacyRequest(request, message)) ? answerWithoutSession : answerModern;
  const response = await answer(request, message, exchange, onerror);
  if (exchange.fault !== null) throw exchange.fault;
  if (response.status >= 500) throw failure ?? new Error(`expected an answer of the protocol, not ${response.status}`);
  return response;
}

type Answer = (request: Request, message: Message, exchange: Exchange, onerror: (error: Error) => void) => Promise<Response>;

const answerModern: Answer = async (request, message, exchange, onerror) => {
  const handler = createMcpHandler(() => buildMcpServer(exchange), { legacy: "reject", onerror });
  try {
    return await handler.fetch(request, { parsedBody: message });
  } finally {
    await handler.close();
  }
};

// `createMcpHandler` would answer these as an event stream.
const answerWithoutSession: Answer = async (request, message, exchange, onerror) => {
  const server = buildMcpServer(exchange);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  transport.onerror = onerror;
  try {
    await server.connect(transport);
    return await transport.handleRequest(request, { parsedBody: message });
  } finally {
    await server.close();
  }
};

/** The protocol's own header fields, and those whose values every message here has: a client that takes JSON alone is served too. */
function protocolHeaders(headers: FastifyRequest["headers"]): Headers {
  const own = new Headers({ "content-type": "application/json", accept: "application/json, text/event-stream" });
  for (const [name, value] of Object.entries(headers)) if (name.startsWith("mcp-") && typeof value === "string") own.set(name, value);
  return own;
}
