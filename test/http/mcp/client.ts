import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

/** The revisions of the protocol that the SDK speaks: with `initialize`, and without. */
export const ERAS = ["2025-11-25", "2026-07-28"] as const;

/** A connected client of the official SDK. @param era the revision it speaks */
export async function connect(url: string, era: (typeof ERAS)[number]): Promise<Client> {
  const mode = era === "2025-11-25" ? "legacy" : { pin: era };
  const client = new Client({ name: "test", version: "1.0.0" }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", url)));
  return client;
}

/** Sends a body as it is, or a message as JSON, and gives all of the answer. */
export async function post(url: string, body: object | string | Uint8Array, headers: Record<string, string> = {}) {
  const response = await fetch(new URL("/mcp", url), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text.startsWith("{") ? JSON.parse(text) : null };
}
