import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeHTML } from "entities";

/** The path that the proxy serves the server below, and strips. */
export const PREFIX = "/base";

/**
 * A proxy as nginx is with `location /base/ { proxy_pass http://server/; }`: what does not begin with the prefix is not the
 * server's and answers 404. It listens before there is a server, which must know the address of the proxy.
 */
export async function startStrippingProxy() {
  let origin = "";
  const server: Server = createServer((request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith(`${PREFIX}/`)) {
      response.writeHead(404, { "x-outside": "true" }).end();
      return;
    }
    const { hostname, port } = new URL(origin);
    const passed = get({ hostname, port, path: url.slice(PREFIX.length), method: request.method, headers: request.headers, agent: false });
    passed.on("response", (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)));
    passed.on("error", () => response.writeHead(502).end());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    publicUrl: host + PREFIX,
    passTo(url: string) {
      origin = url;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** One answer, not redirected and not decoded. */
export async function fetchRaw(url: string, headers: Record<string, string> = {}, method = "GET") {
  const response = await new Promise<IncomingMessage>((done, fail) => {
    get(url, { headers, method, agent: false }, done).once("error", fail);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** An address in an answer, and where it stands. */
export interface Address {
  where: string;
  address: string;
}

type Answered = Awaited<ReturnType<typeof fetchRaw>>;

/** Every address that an answer holds: of its header fields and of its content, by media type. */
export function addressesIn({ headers, body }: Answered): Address[] {
  const found: Address[] = [];
  const add = (where: string, address: string | undefined) => {
    if (address !== undefined) found.push({ where, address: decodeHTML(address) });
  };
  add("Location", headers.location);
  add("Content-Location", headers["content-location"] as string | undefined);
  for (const [, target] of String(headers.link ?? "").matchAll(/<([^>]*)>/g)) add("Link", target);
  const mediaType = String(headers["content-type"]).split(";")[0] ?? "";
  if (mediaType.includes("javascript")) return found;
  const words = mediaType === "text/csv" ? body.replaceAll(",", " ") : decodeHTML(body);
  for (const [address] of words.matchAll(/https?:\/\/[^\s"'`<>\\)]+/g)) add("absolute", address.replace(/[.,;]+$/, ""));
  if (mediaType === "text/html") {
    for (const [, name, address] of body.matchAll(/\s(href|src|action|cite|poster|data-url)="([^"]*)"/g)) add(String(name), address);
  }
  if (mediaType === "text/css") for (const [, address] of body.matchAll(/url\(["']?([^)"']*)/g)) add("url()", address);
  // The paths and the examples of an OpenAPI document are relative to the server it names.
  if (/[/+]json$/.test(mediaType) && !body.includes('"openapi":')) {
    for (const words of stringsIn(JSON.parse(body))) {
      if (/^\/\S*$/.test(words)) add("JSON", words);
      else for (const [, address] of words.matchAll(/\s(\/\w[^\s"]*)/g)) add("words", address?.replace(/[.,;]+$/, ""));
    }
  }
  return found;
}
