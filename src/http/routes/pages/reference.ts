import scalar from "@scalar/fastify-api-reference";
import type { FastifyInstance } from "fastify";
import { docsPage } from "../../../pages/docs/docs-page.ts";
import { documentPage, readDocuments } from "../../../pages/docs/document-pages.ts";
import { pathOn } from "../../../representations/links.ts";
import { HTML_TYPE } from "../../../representations/table.ts";
import { CACHE_CONTROL, COMMON_HEADERS, PAGE_HEADERS, REFERENCE_HEADERS } from "../../answers/headers.ts";
import { PreparedAnswer, replacePayload } from "../../answers/prepared-answer.ts";
import { allowMethods, type RouteOptions, registerFile } from "../../register.ts";
import { registerGuide } from "./guide.ts";

/** Where Scalar's plugin serves a page of its own, and below it the script. */
const SCALAR = "/docs/reference";
const SCRIPT = `${SCALAR}/js/scalar.js`;

/** `/docs`, the API reference, the guide for newcomers, and the project's documents: they load nothing from another server. */
export async function referenceRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { site } = given;
  const html = HTML_TYPE.contentType;
  registerFile(app, "/docs", () => prepare(docsPage(SCRIPT, site), html, REFERENCE_HEADERS));
  const documents = readDocuments();
  registerGuide(app, documents, given);
  for (const document of documents) registerFile(app, document.path, () => prepare(documentPage(document, site), html, PAGE_HEADERS));
  await app.register(scriptRoutes, { site });
}

/**
 * The script of the reference, from Scalar's own plugin, compressed and with an ETag.
 *
 * The plugin holds the script in memory: 34 MB, and 0.1 s at the start. `@scalar/api-reference` ships it as a file, but
 * would add 239 MB, 31,000 files and 14 s to `npm ci --omit=dev`, since it depends on all that the script was built from.
 */
async function scriptRoutes(app: FastifyInstance, { site }: Pick<RouteOptions, "site">): Promise<void> {
  let script: PreparedAnswer | null = null;
  app.addHook("onRequest", async (request, reply) => {
    // The plugin's own page needs inline script, which the policy of our pages forbids.
    if (request.routeOptions.url === SCRIPT) return;
    return reply.headers({ ...COMMON_HEADERS, "x-request-id": request.id }).redirect(pathOn(site, "/docs"), 308);
  });
  app.addHook("onSend", async (request, reply, payload) => {
    if (request.routeOptions.url !== SCRIPT || reply.statusCode !== 200) return payload;
    script ??= prepare(String(payload), "text/javascript; charset=utf-8");
    return replacePayload(request, reply, script);
  });
  await app.register(scalar, { routePrefix: SCALAR, configuration: { url: "/openapi.json" } });
  allowMethods(app, SCRIPT, ["GET", "HEAD"]);
}

function prepare(body: string, mediaType: string, headers: Record<string, string> = {}): PreparedAnswer {
  return new PreparedAnswer(body, { ...COMMON_HEADERS, "content-type": mediaType, "cache-control": CACHE_CONTROL.release, ...headers });
}
