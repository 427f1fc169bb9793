import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { Dimension } from "../../article/model/dimensions.ts";
import { Statistics } from "../../article/model/statistics.ts";
import { statisticsFormats } from "../../representations/statistics.ts";
import { withSchemas } from "../answers/formats.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { FILTER_PROBLEMS, filters, filtersOf } from "../requests/filters.ts";
import { bom, limitUpTo, order, repeated } from "../requests/parameters.ts";

/** Groups that are answered at most, and without `limit`. */
const MAX_GROUPS = 10_000;
const DEFAULT_GROUPS = 100;

const { id: _, ...quoteFilters } = filters;

/** Counts over quotes. */
export async function statisticsRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const { store } = given;
  registerOperations(app, given, [
    operation({
      path: "/v1/statistics",
      id: "getStatistics",
      tag: "Quotes",
      summary: "Count quotes",
      description:
        "Quotes, their words, speakers and articles counted, in all and by up to two dimensions. Use it for who is quoted most, for shares and for time series. A quote of several speakers is counted once in the group of each, and once in the totals, so groups may add up to more than the totals. What is unknown (nobody is named, no date, no publisher) is a group of its own with `null`: no quote is left out.",
      params: z.object({}),
      query: z.strictObject({
        by: repeated(
          Dimension,
          { $ref: "#/components/schemas/Dimension" },
          2,
          {
            id: "By",
            description: "What to group the quotes by. Repeat the parameter for two; without it the answer has totals alone.",
            example: "speaker",
          },
          "joined",
        ),
        ...quoteFilters,
        sort: z
          .enum(["quoteCount", "wordCount", "speakerCount", "articleCount", "value"])
          .optional()
          .meta({
            description:
              "What the groups are sorted by: `quoteCount` (the default) or another count, or `value`: the values of the groups, as in a time series. Equal groups are sorted by their values; `null` is the last value.",
            examples: ["value"],
          }),
        order: order.meta({
          param: { id: "GroupOrder" },
          description: "Direction of the sort; without it the largest count or the smallest value is first.",
          examples: ["asc"],
        }),
        limit: limitUpTo(MAX_GROUPS, DEFAULT_GROUPS, "Groups", "GroupLimit"),
        bom,
      }),
      answers: "The counts.",
      formats: withSchemas(statisticsFormats, Statistics),
      problems: FILTER_PROBLEMS,
      async answer({ query, format }) {
        const { by = [], sort, order, limit = DEFAULT_GROUPS } = query;
        const asked = { ...(await filtersOf(store, query)), by: [...new Set(by)], sort, order, limit };
        const statistics = await store.statistics(asked);
        const written = statisticsFormats.find(({ name }) => name === format.name);
        if (written === undefined) throw new Error(`expected a representation "${format.name}"`);
        return { body: written.render(statistics, { bom: query.bom === true }), fileName: "statistics" };
      },
    }),
  ]);
}
