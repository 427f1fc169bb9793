import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The connections it goes over; eight of its own when not given. */
  agent?: Agent;
}
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const shared = new Agent({ keepAlive: true, maxSockets: 8 });
/** Milliseconds a connection may stand still. */
const PATIENCE = 100_000;

/** Sends a request without following redirects, decoding or adding anything, and returns the whole answer. */
export function send(url: string, path: string, { method = "GET", headers = {}, body, agent = shared }: Asked = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(url);
    // Node would send the body of a GET or HEAD without its length, and the server would read it as the next request.
    const framed =
      body === undefined || "transfer-encoding" in headers ? headers : { "content-length": String(Buffer.byteLength(body)), ...headers };
    const outgoing = request({ agent, hostname, port, path, method, headers: framed }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => done({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }));
      incoming.on("error", fail);
    });
    outgoing.on("error", fail);
    outgoing.setTimeout(PATIENCE, () => outgoing.destroy(new Error(`no answer to ${path} within ${PATIENCE / 1000} seconds`)));
    outgoing.end(body);
  });
}
