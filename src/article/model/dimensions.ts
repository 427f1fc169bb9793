import { z } from "zod";

/** What quotes can be counted by. */
export const Dimension = z
  .enum(["speaker", "speakerType", "kind", "basis", "confidence", "publisher", "language", "year", "month", "pronoun"])
  .meta({ id: "Dimension", description: "What quotes are grouped by. `year` and `month` are those of `publishedAt` in UTC." });
export type Dimension = z.infer<typeof Dimension>;

/** What the items of a list can be counted by. */
export const Facet = Dimension.extract(["speaker", "speakerType", "kind", "confidence", "publisher", "language", "year", "month"]).meta({
  id: "Facet",
  description: "What the items of a list are counted by.",
});
export type Facet = z.infer<typeof Facet>;
