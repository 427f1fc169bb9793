import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A message as a receiver has it. */
export interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A receiver on this machine that keeps what it gets. @param answer by default a 204 */
export async function startReceiver(answer: (response: ServerResponse, received: Received, count: number) => void = noContent) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const message = { path: request.url ?? "", headers: request.headers as Record<string, string>, body: await bodyOf(request) };
    received.push(message);
    answer(response, message, received.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, port, received };
}

export function noContent(response: ServerResponse): void {
  response.writeHead(204).end();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
