import { z } from "zod";
import { Dimension } from "./dimensions.ts";
import { Pronoun } from "./pronouns.ts";
import { Basis, Confidence, QuoteKind, SpeakerRef, SpeakerType } from "./schema.ts";

/** Counts over quotes. */

const counts = {
  quoteCount: z
    .int()
    .min(0)
    .meta({ description: "Quotes.", examples: [15] }),
  wordCount: z
    .int()
    .min(0)
    .meta({ description: "Words inside the segments of these quotes.", examples: [177] }),
  speakerCount: z
    .int()
    .min(0)
    .meta({ description: "Different speakers of these quotes; in a group by something of speakers, those who have it.", examples: [9] }),
  articleCount: z
    .int()
    .min(0)
    .meta({ description: "Articles these quotes are in.", examples: [1] }),
};

export const Counts = z
  .strictObject(counts)
  .meta({ id: "Counts", description: "How many quotes, words, speakers and articles; as `totals` of all quotes that pass the filters." });
export type Counts = z.infer<typeof Counts>;

const NOBODY = "`null`: nobody is named for the quotes.";

/** A group has the fields of the dimensions that were asked for, and counts. */
export const StatisticsGroup = z
  .strictObject({
    speaker: SpeakerRef.nullable().optional().meta({ description: NOBODY }),
    speakerType: SpeakerType.nullable()
      .optional()
      .meta({ description: `As the articles have it. ${NOBODY}` }),
    pronoun: Pronoun.nullable().optional().meta({ description: NOBODY }),
    kind: QuoteKind.optional(),
    basis: Basis.nullable().optional().meta({ description: NOBODY }),
    confidence: Confidence.nullable().optional().meta({ description: NOBODY }),
    publisher: z
      .string()
      .nullable()
      .optional()
      .meta({ description: "`null`: articles without a publisher.", examples: ["The Skerrow Post"] }),
    language: z
      .string()
      .nullable()
      .optional()
      .meta({ description: "Language tag in lower case. `null`: articles without a language.", examples: ["en"] }),
    year: z
      .int()
      .nullable()
      .optional()
      .meta({ description: "Year of `publishedAt` in UTC. `null`: articles without a date.", examples: [2026] }),
    month: z
      .string()
      .nullable()
      .optional()
      .meta({ description: "Month of `publishedAt` in UTC. `null`: articles without a date.", examples: ["2026-05"] }),
    ...counts,
  })
  .meta({ id: "StatisticsGroup", description: "Quotes that have the values of the group in common." });
export type StatisticsGroup = z.infer<typeof StatisticsGroup>;

export const Statistics = z
  .strictObject({
    by: z.array(Dimension).meta({ description: "What the quotes are grouped by." }),
    totals: Counts,
    groups: z.array(StatisticsGroup).meta({ description: "As many as `limit` asks for; empty without `by`." }),
    total: z
      .int()
      .min(0)
      .meta({ description: "Number of groups in all.", examples: [11] }),
  })
  .meta({ id: "Statistics", description: "Quotes counted." });
export type Statistics = z.infer<typeof Statistics>;
