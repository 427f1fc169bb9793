import { isDeepStrictEqual } from "node:util";
import scalar from "@scalar/fastify-api-reference";
import type { FastifyInstance } from "fastify";
import type { QuoteItem, SpeakerSummary } from "../../../article/model/items.ts";
import { docsPage } from "../../../pages/docs/docs-page.ts";
import { documentPage, type ProjectDocument, readDocuments } from "../../../pages/docs/document-pages.ts";
import { type GuideExample, gettingStartedPage, SHIPPED_EXAMPLE } from "../../../pages/docs/getting-started.ts";
import { pathOn, type Site } from "../../../representations/links.ts";
import { HTML_TYPE } from "../../../representations/table.ts";
import { type Store, StoreUnavailable } from "../../../store/store.ts";
import { CACHE_CONTROL, COMMON_HEADERS, PAGE_HEADERS, REFERENCE_HEADERS } from "../../answers/headers.ts";
import { PreparedAnswer, replacePayload, sendPrepared } from "../../answers/prepared-answer.ts";
import { type RouteOptions, refuseOtherMethods, registerFile } from "../../register.ts";

/** Where Scalar's plugin serves a page of its own, and below it the script. */
const SCALAR = "/docs/reference";
const SCRIPT = `${SCALAR}/js/scalar.js`;

/** `/docs`, the API reference, the guide for newcomers, and the project's documents: they load nothing from another server. */
export async function referenceRoutes(app: FastifyInstance, { site, store }: RouteOptions): Promise<void> {
  const html = HTML_TYPE.contentType;
  registerFile(app, "/docs", () => prepare(docsPage(SCRIPT, site), html, REFERENCE_HEADERS));
  const documents = readDocuments();
  registerGuide(app, documents, store, site);
  for (const document of documents) registerFile(app, document.path, () => prepare(documentPage(document, site), html, PAGE_HEADERS));
  await app.register(scriptRoutes, { site });
}

/** The guide for newcomers: its commands ask for what this server has, so that they can be typed as they stand. */
function registerGuide(app: FastifyInstance, documents: ProjectDocument[], store: Store, site: Site): void {
  const path = "/docs/getting-started";
  let kept: { example: GuideExample; file: PreparedAnswer } | null = null;
  app.get(path, { schema: { hide: true } }, async (request, reply) => {
    const example = (await findExample(store)) ?? SHIPPED_EXAMPLE;
    if (!isDeepStrictEqual(kept?.example, example)) {
      const page = gettingStartedPage(documents, example, site);
      kept = { example, file: prepare(page, HTML_TYPE.contentType, { ...PAGE_HEADERS, "cache-control": CACHE_CONTROL.content }) };
    }
    return sendPrepared(request, reply, (kept as { file: PreparedAnswer }).file);
  });
  refuseOtherMethods(app, path, ["GET", "HEAD"]);
}

/** What ships with Verbatim, where it is served; else a quote of whoever is quoted most. `null` when nobody is quoted, or the store is away. */
async function findExample(store: Store): Promise<GuideExample | null> {
  try {
    if ((await store.article(SHIPPED_EXAMPLE.article)).state === "found") return SHIPPED_EXAMPLE;
    const [speaker] = (await store.speakers({ sort: "quotes", limit: 1 })).items.map((item) => JSON.parse(item) as SpeakerSummary);
    if (speaker === undefined) return null;
    const [quote] = (await store.quotes({ speakers: [speaker.id], limit: 1 })).items.map((item) => JSON.parse(item) as QuoteItem);
    if (quote === undefined) return null;
    const words = /\p{L}+ \p{L}+/u.exec(quote.text)?.[0] ?? /\p{L}+/u.exec(quote.text)?.[0] ?? "";
    return { article: quote.article.slug, speaker: speaker.id, words };
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
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
  refuseOtherMethods(app, SCRIPT, ["GET", "HEAD"]);
}

function prepare(body: string, mediaType: string, headers: Record<string, string> = {}): PreparedAnswer {
  return new PreparedAnswer(body, { ...COMMON_HEADERS, "content-type": mediaType, "cache-control": CACHE_CONTROL.release, ...headers });
}
