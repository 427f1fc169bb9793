import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { statisticsPage } from "../../../pages/statistics/statistics-page.ts";
import { pageAnswer } from "../../answers/page-answers.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { ALL_MONTHS, linkedQuery, pageFilters, pageFiltersOf, speakerNames } from "./page-query.ts";

/** The page of statistics. All its charts cost two walks over the figures: one of time and kind, one of all else. */
export async function statisticsPageRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  registerPages(app, { cache, site }, [
    page({
      path: "/statistics",
      query: z.object(pageFilters),
      async answer({ query }) {
        const filters = await pageFiltersOf(store, query);
        const [{ groups, totals }, values, names] = await Promise.all([
          store.statistics({ ...filters, by: ["month", "kind"], sort: "value", limit: ALL_MONTHS }),
          store.facets({
            ...filters,
            of: "quotes",
            facets: ["kind", "speakerType", "pronoun", "confidence", "basis", "publisher", "language", "speaker"],
          }),
          speakerNames(store, query.speaker, filters.speakers),
        ]);
        return pageAnswer(statisticsPage({ totals, groups, values, query: linkedQuery(query), names }, site));
      },
    }),
  ]);
}
