import Fastify, { type FastifyInstance } from "fastify";
import { DOCS_POLICY, docsPage } from "../pages/docs-page.ts";
import { gettingStartedPage } from "../pages/getting-started.ts";
import type { Site } from "../representations/links.ts";
import { Rendered, sendRendered } from "./answers/caching.ts";
import { COMMON_HEADERS, PAGE_HEADERS } from "./answers/headers.ts";
import { HTML_FORMAT } from "./answers/negotiation.ts";
import { refuseOtherMethods } from "./operation.ts";

/** Where the reference's script is. */
const BUNDLE = "/docs/reference.js";

/** Registers `/docs`, the API reference, and the page for newcomers: they load nothing but what this server has. */
export function registerDocs(app: FastifyInstance, site: Site): void {
  const html = HTML_FORMAT.contentType;
  const reference = document(docsPage(BUNDLE), html, { ...PAGE_HEADERS, "content-security-policy": DOCS_POLICY });
  const guide = document(gettingStartedPage(site), html, PAGE_HEADERS);
  let bundle: Promise<Rendered> | null = null;
  const makeBundle = () => scalarScript().then((source) => document(source, "text/javascript; charset=utf-8"));
  app.get("/docs", { schema: { hide: true } }, (request, reply) => sendRendered(request, reply, reference));
  app.get("/docs/getting-started", { schema: { hide: true } }, (request, reply) => sendRendered(request, reply, guide));
  app.get(BUNDLE, { schema: { hide: true } }, async (request, reply) => {
    bundle ??= makeBundle();
    return sendRendered(request, reply, await bundle);
  });
  for (const url of ["/docs", "/docs/getting-started", BUNDLE]) refuseOtherMethods(app, url, ["GET", "HEAD"]);
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
