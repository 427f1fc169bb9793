import type { FastifyInstance } from "fastify";
import { z } from "zod";
import packageJson from "../../../package.json" with { type: "json" };
import { pathOn, urlOn } from "../../representations/links.ts";
import { HTML_TYPE, JSON_TYPE } from "../../representations/table.ts";
import type { AnsweredFormat } from "../answers/answer.ts";
import { CACHE_CONTROL } from "../answers/headers.ts";
import { MCP_PATH } from "../mcp/mcp-path.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { answerFront } from "./pages/front.ts";

const path = z.string().meta({ description: "Path-absolute address or URI template (RFC 6570).", examples: ["/v1/articles"] });

const EntryPoint = z
  .object({
    name: z.literal("Verbatim").meta({ description: "The software that answers." }),
    version: z
      .string()
      .min(1)
      .meta({ description: "Its version.", examples: ["0.1.0"] }),
    links: z.record(z.string(), path).meta({ description: "Addresses by name." }),
  })
  .meta({ id: "EntryPoint", description: "Addresses of everything in the API." });

const CATALOGUE = "/.well-known/api-catalog";

const LINKSET: AnsweredFormat = {
  name: "linkset",
  mediaType: "application/linkset+json",
  contentType: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  extension: "json",
  schema: z
    .object({
      linkset: z
        .array(
          z
            .looseObject({ anchor: z.url().meta({ description: "What the links are about." }) })
            .meta({ id: "LinkContext", description: "Links of one resource, by their relation." }),
        )
        .min(1)
        .meta({ description: "RFC 9264." }),
    })
    .meta({ id: "ApiCatalog", description: "Links by relation." }),
};

const LINKS = {
  articles: "/v1/articles",
  article: "/v1/articles/{slug}",
  text: "/v1/articles/{slug}/text",
  revisions: "/v1/articles/{slug}/revisions",
  changes: "/v1/changes",
  quotes: "/v1/quotes",
  quote: "/v1/quotes/{id}",
  search: "/v1/search{?q}",
  statistics: "/v1/statistics{?by}",
  verify: "/v1/verify{?quote,speaker,article}",
  verifications: "/v1/verifications",
  speakers: "/v1/speakers",
  speaker: "/v1/speakers/{id}",
  extractions: "/v1/extractions",
  articlesFeed: "/v1/feeds/articles.atom",
  articlesJsonFeed: "/v1/feeds/articles.json",
  quotesFeed: "/v1/feeds/quotes.atom",
  quotesJsonFeed: "/v1/feeds/quotes.json",
  speakerFeed: "/v1/feeds/speakers/{id}.atom",
  speakerJsonFeed: "/v1/feeds/speakers/{id}.json",
  openapi: "/openapi.json",
  docs: "/docs",
  apiCatalog: CATALOGUE,
  health: "/health/ready",
  problem: "/problems/{code}",
  schema: "/schemas/{file}",
};

/** `Link` of the entry point and the catalogue, for data and pages alike: RFC 8631 and RFC 9727, section 2. */
const DESCRIBED_BY = [
  `<${CATALOGUE}>; rel="api-catalog"; type="application/linkset+json"`,
  '</openapi.json>; rel="service-desc"; type="application/json"',
  '</docs>; rel="service-doc"; type="text/html"',
].join(", ");

/** The entry point, which is the front page for browsers, and the catalogue of the API. */
export async function entryPointRoutes(app: FastifyInstance, { store, site, cache, hasMcp }: RouteOptions): Promise<void> {
  const none = { params: z.object({}), query: z.object({}) };
  const html = { ...HTML_TYPE, schema: z.string() };
  registerOperations(app, { cache, site }, [
    operation({
      path: "/",
      id: "getEntryPoint",
      tag: "Service",
      summary: "Start here",
      description: "Links to everything the API has; for browsers the front page, which lists articles and speakers.",
      ...none,
      answers: "The links.",
      formats: [{ ...JSON_TYPE, schema: EntryPoint }, html],
      problems: ["invalid-parameter", "not-acceptable"],
      daily: true,
      async answer({ format: { name } }) {
        const headers = { link: DESCRIBED_BY };
        if (name === "html") {
          const page = await answerFront(store, site, new Date());
          return { ...page, headers: { ...page.headers, ...headers, "cache-control": CACHE_CONTROL.revalidated } };
        }
        const all = hasMcp ? { ...LINKS, mcp: MCP_PATH } : LINKS;
        const links = Object.fromEntries(Object.entries(all).map(([relation, path]) => [relation, pathOn(site, path)]));
        return { body: JSON.stringify({ name: "Verbatim", version: packageJson.version, links }), headers };
      },
    }),
    operation({
      path: CATALOGUE,
      id: "getApiCatalog",
      tag: "Service",
      summary: "Find the API",
      description: "Where programs that know only the host find this API and its description (RFC 9727).",
      ...none,
      answers: "The catalogue as a set of links (RFC 9264).",
      formats: [LINKSET],
      unnegotiated: true,
      problems: ["invalid-parameter"],
      linked: true,
      answer: async () => ({
        body: JSON.stringify({
          linkset: [
            {
              anchor: urlOn(site, "/"),
              "service-desc": [
                { href: urlOn(site, "/openapi.json"), type: "application/json" },
                { href: urlOn(site, "/openapi.yaml"), type: "application/yaml" },
              ],
              "service-doc": [{ href: urlOn(site, "/docs"), type: "text/html" }],
              status: [{ href: urlOn(site, "/health/ready"), type: "application/json" }],
            },
            ...(hasMcp ? [{ anchor: urlOn(site, MCP_PATH), "service-doc": [{ href: urlOn(site, "/docs/mcp"), type: "text/html" }] }] : []),
            { anchor: urlOn(site, CATALOGUE), item: ["/", ...(hasMcp ? [MCP_PATH] : [])].map((path) => ({ href: urlOn(site, path) })) },
          ],
        }),
        headers: { link: DESCRIBED_BY },
      }),
    }),
  ]);
}
