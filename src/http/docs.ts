import { createHash } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import { Rendered, sendRendered } from "./caching.ts";
import { COMMON_HEADERS } from "./headers.ts";
import { refuseOtherMethods } from "./operation.ts";

const START = `Scalar.createApiReference("#reference", { url: "/openapi.json", telemetry: false, withDefaultFonts: false, hideClientButton: true });`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Verbatim API reference</title>
<link rel="service-desc" type="application/json" href="/openapi.json">
</head>
<body>
<div id="reference"></div>
<noscript><p>The reference needs JavaScript. The document behind it is at <a href="/openapi.json">/openapi.json</a>.</p></noscript>
<script src="/docs/reference.js"></script>
<script>${START}</script>
</body>
</html>
`;

// Scalar sets styles from its script and shows pictures from data: URLs; nothing is loaded from anywhere else.
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash("sha256").update(START).digest("base64")}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Registers `/docs`: the API reference, which loads nothing but what this server has. */
export function registerDocs(app: FastifyInstance): void {
  const page = document(PAGE, "text/html; charset=utf-8", { "content-security-policy": POLICY });
  let script: Promise<Rendered> | null = null;
  app.get("/docs", { schema: { hide: true } }, (request, reply) => sendRendered(request, reply, page));
  app.get("/docs/reference.js", { schema: { hide: true } }, async (request, reply) => {
    script ??= scalarScript().then((source) => document(source, "text/javascript; charset=utf-8"));
    return sendRendered(request, reply, await script);
  });
  for (const url of ["/docs", "/docs/reference.js"]) refuseOtherMethods(app, url, ["GET", "HEAD"]);
}

function document(body: string, mediaType: string, headers: Record<string, string> = {}): Rendered {
  return new Rendered(body, { ...COMMON_HEADERS, "content-type": mediaType, "cache-control": "public, max-age=3600", ...headers });
}

/** Scalar ships its browser bundle only inside its Fastify plugin: ask a server of that plugin's own for it. */
async function scalarScript(): Promise<string> {
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  const app = Fastify();
  await app.register(scalar, { routePrefix: "/", configuration: { url: "/openapi.json" } });
  const page = await app.inject("/");
  const address = /<script[^>]*\ssrc="([^"]+)"/.exec(page.body)?.[1];
  if (address === undefined) throw new Error("expected Scalar's page to name its script");
  const script = await app.inject(new URL(address, "http://localhost/").pathname);
  await app.close();
  if (script.statusCode !== 200) throw new Error(`expected Scalar's script at ${address}`);
  return script.body;
}
