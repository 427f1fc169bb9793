import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { problemMeaningPage, problemsPage } from "../../pages/docs/problem-page.ts";
import { type Site, wordsOn } from "../../representations/links.ts";
import { HTML_TYPE, JSON_TYPE } from "../../representations/table.ts";
import { pageAnswer } from "../answers/page-answers.ts";
import { operation } from "../operation.ts";
import { HttpProblem, PROBLEMS, ProblemCode } from "../problem.ts";
import { page, type RouteOptions, registerOperations, registerPages } from "../register.ts";
import { inPath } from "../requests/parameters.ts";

const ProblemPage = z
  .object({
    code: ProblemCode,
    status: z.int().min(400).max(599).meta({ description: "HTTP status of the problem." }),
    title: z.string().min(1).meta({ description: "The problem in a few words." }),
    explanation: z.string().min(1).meta({ description: "What it means, and what to do." }),
  })
  .meta({ id: "ProblemPage", description: "What a problem means and what to do about it." });

/** The operation that explains problems. */
export async function problemRoutes(app: FastifyInstance, { site, cache }: RouteOptions): Promise<void> {
  registerOperations(app, { cache, site }, [
    operation({
      path: "/problems/{code}",
      id: "getProblem",
      tag: "Service",
      summary: "Explain a problem",
      description:
        "What a problem means and what to do about it. `type` of every problem leads here; use it to write better messages for your users.",
      params: z.object({ code: inPath.problem }),
      query: z.object({}),
      answers: "The explanation.",
      formats: [
        { ...JSON_TYPE, schema: ProblemPage },
        { ...HTML_TYPE, schema: z.string() },
      ],
      problems: ["invalid-parameter", "problem-not-found", "not-acceptable"],
      async answer({ params, format: { name } }) {
        const code = ProblemCode.safeParse(params.code);
        if (!code.success) {
          throw new HttpProblem("problem-not-found", `There is no problem "${params.code}". Known: ${Object.keys(PROBLEMS).join(", ")}.`);
        }
        const meaning = meaningOf(code.data, site);
        return name === "html" ? pageAnswer(problemMeaningPage(meaning, site)) : { body: JSON.stringify(meaning) };
      },
    }),
  ]);
  registerPages(app, { cache, site }, [
    page({
      path: "/problems",
      query: z.object({}),
      answer: async () =>
        pageAnswer(
          problemsPage(
            ProblemCode.options.map((code) => meaningOf(code, site)),
            site,
          ),
        ),
    }),
  ]);
}

function meaningOf(code: ProblemCode, site: Site): z.infer<typeof ProblemPage> {
  const [status, title, words] = PROBLEMS[code];
  return { code, status, title, explanation: wordsOn(site, words) };
}
