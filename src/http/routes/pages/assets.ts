import type { FastifyInstance } from "fastify";
import { assets } from "../../../pages/assets.ts";
import { TEXT_TYPE } from "../../../representations/table.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "../../answers/headers.ts";
import { PreparedAnswer } from "../../answers/prepared-answer.ts";
import { registerFile } from "../../register.ts";

const ROBOTS = {
  path: "/robots.txt",
  mediaType: TEXT_TYPE.contentType,
  body: "User-agent: *\nAllow: /\n",
  cacheControl: CACHE_CONTROL.robots,
};

/** The files pages refer to, and robots.txt. */
export async function assetRoutes(app: FastifyInstance): Promise<void> {
  const files = Object.values(assets).map((asset) => ({ ...asset, cacheControl: CACHE_CONTROL.hashed }));
  for (const { path, mediaType, body, cacheControl } of [...files, ROBOTS]) {
    registerFile(
      app,
      path,
      () => new PreparedAnswer(body, { ...COMMON_HEADERS, "content-type": mediaType, "cache-control": cacheControl }),
    );
  }
}
