import { z } from "zod";
import type { Site } from "../../representations/links.ts";
import type { Store } from "../../store/store.ts";
import { HTML_FORMAT, JSON_FORMAT } from "../answers/negotiation.ts";
import { type Answer, type AnsweredFormat, type Operation, operation } from "../operation.ts";
import { HttpProblem, PROBLEMS, ProblemCode } from "../problem.ts";
import { inPath } from "../requests/parameters.ts";

const path = z.string().meta({ description: "Path-absolute address or URI template (RFC 6570).", examples: ["/v1/articles"] });

const EntryPoint = z
  .object({
    name: z.literal("Verbatim"),
    version: z.string().meta({ examples: ["0.1.0"] }),
    links: z.record(z.string(), path).meta({ description: "Where everything is, by name." }),
  })
  .meta({ id: "EntryPoint", description: "Where everything is." });

const Live = z.object({ status: z.literal("ok") }).meta({ id: "Live", description: "The process runs." });

const Ready = z
  .object({
    status: z
      .enum(["ok", "degraded"])
      .meta({ description: "`degraded`: something in the data folder could not be taken; the last good version is served." }),
    articles: z.int().min(0).meta({ description: "Number of articles that are served." }),
    problems: z
      .array(z.object({ where: z.string(), path: z.string().nullable(), message: z.string(), cure: z.string() }))
      .meta({ description: "What is wrong where, and what to do." }),
  })
  .meta({ id: "Ready", description: "Whether content can be served." });

const ProblemPage = z
  .object({ code: ProblemCode, status: z.int(), title: z.string(), explanation: z.string() })
  .meta({ id: "ProblemPage", description: "What a problem means and what to do about it." });

const LINKSET: AnsweredFormat = {
  name: "linkset",
  mediaType: "application/linkset+json",
  contentType: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  extension: "json",
  schema: z.object({ linkset: z.array(z.looseObject({ anchor: z.url() })) }).meta({ id: "ApiCatalog", description: "Links by relation." }),
};

/** How many problems `/health/ready` lists; the log has all of them. */
const LISTED_PROBLEMS = 100;

const LINKS = {
  articles: "/v1/articles",
  article: "/v1/articles/{slug}",
  quotes: "/v1/quotes",
  quote: "/v1/quotes/{id}",
  search: "/v1/search{?q}",
  verify: "/v1/verify{?quote,speaker}",
  speakers: "/v1/speakers",
  speaker: "/v1/speakers/{id}",
  openapi: "/openapi.json",
  docs: "/docs",
  health: "/health/ready",
  problem: "/problems/{code}",
};

/**
 * The entry point, health and the pages that explain problems.
 *
 * @param pages what browsers are shown at the entry point and for a problem's explanation
 */
export function serviceOperations(
  store: Store,
  { publicUrl }: Site,
  version: string,
  pages: { front: () => Promise<Answer>; problem: (problem: { status: number; title: string; detail: string }) => Answer },
): Operation[] {
  const none = { params: z.object({}), query: z.strictObject({}) };
  const page = { ...HTML_FORMAT, schema: z.string() };
  return [
    operation({
      path: "/",
      id: "getEntryPoint",
      tag: "Service",
      summary: "Start here",
      description: "Links to everything the API has; for browsers the front page, which lists articles and speakers.",
      ...none,
      answers: "The links.",
      formats: [{ ...JSON_FORMAT, schema: EntryPoint }, page],
      problems: ["invalid-parameter", "not-acceptable"],
      async answer({ format: { name } }) {
        if (name === "html") return pages.front();
        return {
          body: JSON.stringify({ name: "Verbatim", version, links: LINKS }),
          headers: { link: '</openapi.json>; rel="service-desc"; type="application/json", </docs>; rel="service-doc"; type="text/html"' },
        };
      },
    }),
    operation({
      path: "/.well-known/api-catalog",
      id: "getApiCatalog",
      tag: "Service",
      summary: "Find the API",
      description: "Where programs that know only the host find this API and its description (RFC 9727).",
      ...none,
      answers: "The catalogue as a set of links (RFC 9264).",
      formats: [LINKSET],
      problems: ["invalid-parameter"],
      answer: async () => ({
        body: JSON.stringify({
          linkset: [
            {
              anchor: `${publicUrl}/`,
              "service-desc": [
                { href: `${publicUrl}/openapi.json`, type: "application/json" },
                { href: `${publicUrl}/openapi.yaml`, type: "application/yaml" },
              ],
              "service-doc": [{ href: `${publicUrl}/docs`, type: "text/html" }],
              status: [{ href: `${publicUrl}/health/ready`, type: "application/json" }],
            },
          ],
        }),
      }),
    }),
    operation({
      path: "/health/live",
      id: "getLiveness",
      tag: "Service",
      summary: "Is the process alive?",
      description: "For supervisors that restart a process which does not answer. It asks nothing of the data.",
      ...none,
      answers: "It is.",
      formats: [{ ...JSON_FORMAT, schema: Live }],
      problems: ["invalid-parameter"],
      volatile: true,
      answer: async () => ({ body: JSON.stringify({ status: "ok" }) }),
    }),
    operation({
      path: "/health/ready",
      id: "getReadiness",
      tag: "Service",
      summary: "Can content be served?",
      description:
        "For load balancers. 200 with `degraded` while a broken file keeps something from being served as it is; 503 only when nothing can be served: with `progress` while the articles are read at the start.",
      ...none,
      answers: "It can.",
      formats: [{ ...JSON_FORMAT, schema: Ready }],
      problems: ["invalid-parameter", "unavailable"],
      volatile: true,
      async answer() {
        const { ready, articles, problems, progress } = await store.health();
        if (progress !== undefined) {
          const detail = `The articles are being read, ${progress.read} of ${progress.total} so far.`;
          throw new HttpProblem("unavailable", detail, { progress }, { "retry-after": "2" });
        }
        if (!ready) {
          const [first] = problems;
          const why = first === undefined ? "" : ` First of ${problems.length} problems: ${first.where}: ${first.message}`;
          throw new HttpProblem("unavailable", `No article can be served.${why}`, {}, { "retry-after": "5" });
        }
        const status = problems.length === 0 ? "ok" : "degraded";
        return { body: JSON.stringify({ status, articles, problems: problems.slice(0, LISTED_PROBLEMS) }) };
      },
    }),
    operation({
      path: "/problems/{code}",
      id: "getProblem",
      tag: "Service",
      summary: "Explain a problem",
      description:
        "What a problem means and what to do about it. `type` of every problem leads here; use it to write better messages for your users.",
      params: z.object({ code: inPath.problem }),
      query: z.strictObject({}),
      answers: "The explanation.",
      formats: [{ ...JSON_FORMAT, schema: ProblemPage }, page],
      problems: ["invalid-parameter", "problem-not-found", "not-acceptable"],
      async answer({ params, format: { name } }) {
        const code = ProblemCode.safeParse(params.code);
        if (!code.success) {
          throw new HttpProblem("problem-not-found", `There is no problem "${params.code}". Known: ${Object.keys(PROBLEMS).join(", ")}.`);
        }
        const [status, title, explanation] = PROBLEMS[code.data];
        if (name === "html") return pages.problem({ status, title, detail: explanation });
        return { body: JSON.stringify({ code: code.data, status, title, explanation }) };
      },
    }),
  ];
}
