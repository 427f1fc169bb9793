import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { llmsTxt } from "../../../pages/crawlers/llms-txt.ts";
import { robotsTxt } from "../../../pages/crawlers/robots.ts";
import { sitemapIndex, sitemapOfPaths, sitemapPart } from "../../../pages/crawlers/sitemap.ts";
import { readDocuments } from "../../../pages/docs/document-pages.ts";
import { TEXT_TYPE } from "../../../representations/table.ts";
import type { AnsweredFormats } from "../../answers/answer.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "../../answers/headers.ts";
import { PreparedAnswer } from "../../answers/prepared-answer.ts";
import { SitemapParts } from "../../answers/sitemap-parts.ts";
import { HttpProblem } from "../../problem.ts";
import { page, type RouteOptions, registerFile, registerPages } from "../../register.ts";

const XML: AnsweredFormats = [
  { name: "xml", mediaType: "application/xml", contentType: "application/xml; charset=utf-8", extension: "xml", schema: z.string() },
];

/** Pages that are not made of data, but for the project's documents; the part of the sitemap that has them. */
const FIXED = ["/", "/articles", "/speakers", "/statistics", "/docs", "/docs/getting-started", "/problems"];
const FIXED_PART = "pages";

/** What crawlers and language models ask for: the sitemap, `robots.txt`, `llms.txt`. */
export async function crawlerRoutes(app: FastifyInstance, { store, site, cache, hasMcp }: RouteOptions): Promise<void> {
  const documents = readDocuments();
  registerText(app, "/robots.txt", CACHE_CONTROL.robots, () => robotsTxt(site));
  registerText(app, "/llms.txt", CACHE_CONTROL.release, () => llmsTxt(documents, hasMcp, site));

  const parts = new SitemapParts(store);
  const given = { query: z.object({}), formats: XML, unnegotiated: true };
  registerPages(app, { cache, site }, [
    page({
      ...given,
      path: "/sitemap.xml",
      answer: async () => ({ body: sitemapIndex([FIXED_PART, ...(await parts.names())], site) }),
    }),
    page({
      ...given,
      path: "/sitemap-{part}.xml",
      async answer({ params: { part = "" } }) {
        if (part === FIXED_PART) return { body: sitemapOfPaths([...FIXED, ...documents.map(({ path }) => path)], site) };
        const found = await parts.part(part);
        if (found === null) {
          throw new HttpProblem(
            "not-found",
            `The sitemap has no part "${part}".`,
            {},
            {},
            { path: "/sitemap.xml", does: "lists its parts." },
          );
        }
        return { stream: sitemapPart(found.kind, found.batches, site), headers: {} };
      },
    }),
  ]);
}

function registerText(app: FastifyInstance, path: string, cacheControl: string, write: () => string): void {
  const headers = { ...COMMON_HEADERS, "content-type": TEXT_TYPE.contentType, "cache-control": cacheControl };
  registerFile(app, path, () => new PreparedAnswer(write(), headers));
}
