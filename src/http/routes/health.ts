import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { JSON_TYPE } from "../../representations/table.ts";
import { loadingMessage } from "../../store/store.ts";
import { operation } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";

const Live = z
  .object({ status: z.literal("ok").meta({ description: "Always `ok`." }) })
  .meta({ id: "Live", description: "The process runs." });

/** How many problems `/health/ready` lists; the log has all of them. */
const LISTED_PROBLEMS = 100;

const ContentProblem = z
  .object({
    where: z.string().min(1).meta({ description: "The file, or the part of the archive." }),
    path: z.string().nullable().meta({ description: "The place in it; `null` for the whole of it." }),
    message: z.string().min(1).meta({ description: "What is wrong." }),
    cure: z.string().min(1).meta({ description: "What to do." }),
  })
  .meta({ id: "ContentProblem", description: "Something in the data folder that could not be read." });

const Ready = z
  .object({
    status: z.enum(["ok", "degraded"]).meta({
      description:
        "`degraded`: something in the data folder could not be read; the last good version is served. With `ok`, what is listed changes nothing that is served: an editor's file names what nothing has.",
    }),
    articleCount: z.int().min(0).meta({ description: "Number of articles that are served." }),
    problems: z
      .array(ContentProblem)
      .max(LISTED_PROBLEMS)
      .meta({ description: `What is wrong where, and what to do; at most ${LISTED_PROBLEMS} problems.` }),
    problemsNotListed: z.int().min(1).optional().meta({ description: "How many more problems there are, where there are more." }),
  })
  .meta({ id: "Ready", description: "Whether content can be served." });

/** Whether the process is alive, and whether content can be served. */
export async function healthRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  const none = { params: z.object({}), query: z.object({}) };
  registerOperations(app, { cache, site }, [
    operation({
      path: "/health/live",
      id: "getLiveness",
      tag: "Service",
      summary: "Is the process alive?",
      description: "For supervisors that restart a process which does not answer. It does not look at the data.",
      ...none,
      answers: "It is.",
      formats: [{ ...JSON_TYPE, schema: Live }],
      unnegotiated: true,
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
      formats: [{ ...JSON_TYPE, schema: Ready }],
      unnegotiated: true,
      problems: ["invalid-parameter", "unavailable"],
      volatile: true,
      async answer() {
        const { ready, articles: articleCount, problems, progress } = await store.health();
        if (progress !== undefined) {
          throw new HttpProblem("unavailable", loadingMessage(progress), { progress }, { "retry-after": "2" });
        }
        if (!ready) {
          const [first] = problems;
          const why = first === undefined ? "" : ` First of ${problems.length} problems: ${first.where}: ${first.message}`;
          throw new HttpProblem("unavailable", `No article can be served.${why}`, {}, { "retry-after": "5" });
        }
        const status = problems.every(({ isStray }) => isStray) ? "ok" : "degraded";
        const serious = problems.toSorted((one, other) => Number(one.isStray ?? false) - Number(other.isStray ?? false));
        const listed = serious.slice(0, LISTED_PROBLEMS).map(({ where, path, message, cure }) => ({ where, path, message, cure }));
        const left = problems.length - listed.length;
        return { body: JSON.stringify({ status, articleCount, problems: listed, ...(left > 0 ? { problemsNotListed: left } : {}) }) };
      },
    }),
  ]);
}
