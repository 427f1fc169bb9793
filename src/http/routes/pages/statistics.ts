import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { statisticsPage } from "../../../pages/statistics/statistics-page.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { filtersOf } from "../../requests/filters.ts";
import { anyValues } from "../../requests/page-query.ts";
import { answerListPage } from "./listing.ts";
import { ALL_MONTHS, linkedQuery, pageFilters, speakerNames } from "./page-query.ts";

const query = z.object(pageFilters);

/** The page of statistics. All its charts cost two walks over the figures: one of time and kind, one of all else. */
export async function statisticsPageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/statistics",
      query: anyValues(query),
      answer: ({ query: given }) =>
        answerListPage(query, "/statistics", given, site, async (asked) => {
          const filters = await filtersOf(store, asked);
          const [{ groups, totals }, values, names] = await Promise.all([
            store.statistics({ ...filters, by: ["month", "kind"], sort: "value", limit: ALL_MONTHS }),
            store.facets({
              ...filters,
              of: "quotes",
              facets: ["kind", "speakerType", "pronoun", "confidence", "basis", "publisher", "language", "speaker"],
            }),
            speakerNames(store, asked.speaker, filters.speakers),
          ]);
          return pageAnswer(statisticsPage({ totals, groups, values, query: linkedQuery(asked), names }, site));
        }),
    }),
  ]);
}
