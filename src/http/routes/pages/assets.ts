import type { FastifyInstance } from "fastify";
import { assets } from "../../../pages/assets.ts";
import { MANIFEST_PATH, webManifest } from "../../../pages/icons.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "../../answers/headers.ts";
import { PreparedAnswer } from "../../answers/prepared-answer.ts";
import { type RouteOptions, registerFile } from "../../register.ts";

/** The files pages refer to. */
export async function assetRoutes(app: FastifyInstance, { site }: Pick<RouteOptions, "site">): Promise<void> {
  for (const { path, mediaType, body } of Object.values(assets)) {
    const cacheControl = path === assets.favicon.path ? CACHE_CONTROL.release : CACHE_CONTROL.immutable;
    const headers = { ...COMMON_HEADERS, "content-type": mediaType, "cache-control": cacheControl };
    registerFile(app, path, () => new PreparedAnswer(body, headers));
  }
  const manifest = { ...COMMON_HEADERS, "content-type": "application/manifest+json", "cache-control": CACHE_CONTROL.release };
  registerFile(app, MANIFEST_PATH, () => new PreparedAnswer(webManifest(site), manifest));
}
