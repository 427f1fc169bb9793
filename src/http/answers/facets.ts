import { z } from "zod";
import { Facet } from "../../article/model/dimensions.ts";
import { instantOf, lastDayOf } from "../../article/model/instants.ts";
import type { Asked, FacetsQuery, FacetValue, Store } from "../../store/store.ts";
import { repeated } from "../requests/parameters.ts";

/** The parameter of a list that counts its items by facets. */
export const facets = repeated(
  Facet,
  { $ref: "#/components/schemas/Facet" },
  Facet.options.length,
  {
    id: "Facets",
    description:
      "What to count the items of the whole list by, in JSON: `facets` of the answer has the values of each, with how many items have it. Repeat the parameter for several.",
    example: "speaker",
  },
  "joined",
);

/** As `facets`, of a list of speakers. */
export const speakerFacets = repeated(
  Facet.exclude(["speaker"]),
  { type: "string", enum: Facet.exclude(["speaker"]).options },
  Facet.options.length - 1,
  {
    id: "SpeakerFacets",
    description:
      "What to count the speakers of the whole list by, in JSON: `facets` of the answer has the values of each, with how many speakers have it. `speakerType` is the type across all articles; of the others, a speaker has each value that a quote of theirs has which passes the filters. Repeat the parameter for several.",
    example: "speakerType",
  },
  "joined",
);

const FacetValueAnswer = z
  .strictObject({
    value: z
      .string()
      .nullable()
      .meta({
        description:
          "Id of a speaker, name of a publisher, year (`2026`), month (`2026-05`), or the value as items have it; `null`: they have none.",
        examples: ["zamir-kabulov"],
      }),
    name: z
      .string()
      .nullable()
      .meta({ description: "Name of a speaker; `null` for other facets.", examples: ["Zamir Kabulov"] }),
    count: z
      .int()
      .min(1)
      .meta({ description: "Items of the list that have the value.", examples: [8] }),
    filter: z
      .string()
      .nullable()
      .meta({
        description:
          "The query parameters that narrow the list to these items: set them in its address, in place of those of the same name. `null` where no filter does.",
        examples: ["speaker=zamir-kabulov"],
      }),
  })
  .meta({ id: "FacetValue", description: "A value that items of a list have, and how many have it." });

const OF: Record<Facet, string> = {
  speaker: "Speakers; of articles and hits, of their quotes that pass the filters. `null`: quotes nobody is named for.",
  speakerType: "Types of the speakers, as the articles have them.",
  kind: "Kinds of the quotes.",
  confidence: "Confidence of the attributions.",
  publisher: "Publishers of the articles.",
  language: "Languages of the articles, in lower case.",
  year: "Years of `publishedAt` in UTC.",
  month: "Months of `publishedAt` in UTC.",
};
const valuesOf = (facet: Facet) => z.array(FacetValueAnswer).optional().meta({ description: OF[facet] });
const FacetsAnswer = z
  .strictObject(Object.fromEntries(Facet.options.map((facet) => [facet, valuesOf(facet)])) as Record<Facet, ReturnType<typeof valuesOf>>)
  .meta({
    id: "FacetCounts",
    description:
      "The items of the whole list counted, by the facets that were asked for. Of years and months all, the newest first; of the others up to 20 values, those of most items first. An item with several values (a quote of two speakers) counts for each.",
  });

type FacetsAnswer = z.infer<typeof FacetsAnswer>;

/** The field that pages of lists with facets have. */
export const facetCounts = {
  facets: FacetsAnswer.optional().meta({ description: "Left out unless the parameter `facets` asks for it." }),
};

type FacetedList = Omit<Asked<FacetsQuery, "of" | "facets">, "facets">;
type Bounds = Pick<FacetedList, "publishedFrom" | "publishedTo">;

/**
 * The JSON member of a page for the facets that a request asks for; empty when it asks for none.
 * @param list what is counted
 * @param inPath the facet that the path of the list has chosen a value of, so that no parameter can
 */
export async function facetsMember(store: Store, asked: Facet[] | undefined, list: FacetedList, inPath?: Facet): Promise<string> {
  return asked === undefined ? "" : `"facets":${JSON.stringify(await countedFacets(store, asked, list, inPath))},`;
}

/** The items of a list counted by facets, each value with the parameters that narrow the list to it. */
export async function countedFacets(store: Store, asked: readonly Facet[], list: FacetedList, inPath?: Facet): Promise<FacetsAnswer> {
  const counted = await store.facets({ ...list, facets: [...new Set(asked)] });
  const filtered = Object.entries(counted).map(([facet, values]) => [
    facet,
    values.map((one) => ({ ...one, filter: facet === inPath ? null : filterOf(facet as Facet, one, list) })),
  ]);
  return Object.fromEntries(filtered);
}

/** Parameters to set in the address of the list; they stand for those of the same name that it has. */
function filterOf(facet: Facet, { value }: FacetValue, list: Bounds): string | null {
  if (value === null) return facet === "speaker" || facet === "speakerType" ? "speaker=none" : null;
  if (facet === "year") return publishedIn(list, `${value}-01-01`, `${value}-12-31`);
  if (facet === "month") return publishedIn(list, `${value}-01`, lastDayOf(value));
  return new URLSearchParams({ [facet]: value }).toString();
}

/** A range of days as far as it is within the bounds of the list. */
function publishedIn({ publishedFrom = null, publishedTo = null }: Bounds, first: string, last: string): string {
  const startsLater = publishedFrom !== null && instantOf(publishedFrom) > instantOf(first);
  const endsEarlier = publishedTo !== null && instantOf(publishedTo, "end") < instantOf(last, "end");
  return `publishedFrom=${startsLater ? publishedFrom : first}&publishedTo=${endsEarlier ? publishedTo : last}`;
}
