import type { z } from "zod";
import { Basis, Confidence, Language, QuoteKind, SpeakerType } from "../../article/model/schema.ts";
import { parseQuery, type Words } from "../../article/words/query.ts";
import { QueryRefused } from "../../article/words/query-tokens.ts";
import { NO_FILTERS } from "../../store/queries.ts";
import type { Filters } from "../../store/store.ts";
import { articleNamed, creditsFiltered, type Named, publishersFiltered, speakersFiltered } from "../named.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import type { ProblemCode } from "../problem.ts";
import { modifiedFrom, modifiedTo, publishedFrom, publishedTo, q, repeated, text } from "./parameters.ts";
import { invalidParameters, shown } from "./validator.ts";

/** Values of one filter at most; slugs and ids may be a whole batch. */
const MAX_VALUES = 20;
const MAX_BATCH = 100;

const name = text(400).min(1);
const NAME = { type: "string", minLength: 1, maxLength: 400 };
/** A slug or an id; a comma stands between two. */
const KEY = { ...NAME, pattern: "^[^,]+$" };

/** The parameters of every list, search and count: `Filters` as they are sent. */
export const filters = {
  q,
  speaker: repeated(name, NAME, MAX_VALUES, {
    id: "Speakers",
    description:
      "Ids, names or aliases of speakers: quotes of any of them are found. Repeat the parameter for several. `none` finds quotes without a named speaker.",
    example: EXAMPLE.speaker,
  }),
  speakerType: oneOfEnum(SpeakerType, "SpeakerTypes", "Types of the speakers.", "person"),
  kind: oneOfEnum(QuoteKind, "Kinds", "Kinds of the quotes.", "direct"),
  basis: oneOfEnum(Basis, "Bases", "What the attributions are based on.", "name"),
  confidence: oneOfEnum(Confidence, "Confidences", "How sure the attributions are.", "high"),
  language: repeated(
    Language,
    { type: "string", pattern: "^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$" },
    MAX_VALUES,
    { id: "Languages", description: "Languages of the articles: `en` finds `en-GB` too.", example: "en" },
    "joined",
  ),
  publisher: repeated(name, NAME, MAX_VALUES, {
    id: "Publishers",
    description:
      "Publishers of the articles. Case, diacritics and punctuation do not matter; a part of a name is enough where one alone has it.",
    example: EXAMPLE.publisher,
  }),
  credit: repeated(name, NAME, MAX_VALUES, {
    id: "Credits",
    description: "People whom the articles credit, in whatever role; written as freely as `publisher`.",
    example: EXAMPLE.credit,
  }),
  article: repeated(
    name,
    KEY,
    MAX_BATCH,
    { id: "Articles", description: "Slugs of articles; one that does not exist is a 404.", example: EXAMPLE.slug },
    "joined",
  ),
  id: repeated(
    name,
    KEY,
    MAX_BATCH,
    {
      id: "Ids",
      description:
        "Ids of what is listed (slugs of articles): a batch. Former ids find what has another id now. Unknown and removed ones find nothing and are no error: compare the items with what was sent.",
      example: EXAMPLE.quote,
    },
    "joined",
  ),
  publishedFrom,
  publishedTo,
  modifiedFrom,
  modifiedTo,
};

/** Problems of an operation that takes `filters`, beside those of a name that is looked up in its path. */
export const FILTER_PROBLEMS = [
  "invalid-parameter",
  "article-not-found",
  "article-withdrawn",
  "speaker-not-found",
  "publisher-not-found",
  "credit-not-found",
] as const satisfies ProblemCode[];

/** `filters` as they are validated. Operations may leave some of them out. */
export type FilterParameters = { [Name in keyof typeof filters]?: z.output<(typeof filters)[Name]> };

/**
 * What a store is asked for by the parameters of a request.
 * @throws HttpProblem for a name that nothing or nobody has, or that several have
 */
export async function filtersOf(store: Named, query: FilterParameters): Promise<Filters> {
  const [speakers, publishers, credits, articles] = await Promise.all([
    speakersFiltered(store, query.speaker),
    publishersFiltered(store, query.publisher),
    creditsFiltered(store, query.credit),
    query.article && Promise.all(query.article.map((slug) => articleNamed(store, slug))),
  ]);
  return {
    ...NO_FILTERS,
    words: wordsOf(query.q) ?? null,
    speakers: speakers ?? null,
    speakerTypes: query.speakerType ?? null,
    kinds: query.kind ?? null,
    bases: query.basis ?? null,
    confidences: query.confidence ?? null,
    languages: query.language ?? null,
    publishers: publishers ?? null,
    credits: credits ?? null,
    articles: articles ?? null,
    ids: query.id ?? null,
    publishedFrom: query.publishedFrom ?? null,
    publishedTo: query.publishedTo ?? null,
    modifiedFrom: query.modifiedFrom ?? null,
    modifiedTo: query.modifiedTo ?? null,
  };
}

/**
 * What a query asks for; `undefined` without one, nothing to find for one that holds no letter or digit.
 * @throws HttpProblem `invalid-parameter` for what is not in the query language
 */
function wordsOf(q: string | undefined): Words | undefined {
  if (q === undefined) return undefined;
  try {
    return parseQuery(q);
  } catch (error) {
    if (!(error instanceof QueryRefused)) throw error;
    throw invalidParameters([{ in: "query", name: "q", value: shown(q), message: error.message }]);
  }
}

function oneOfEnum<Values extends z.ZodEnum>(values: Values, id: string, description: string, example: string) {
  const { id: schema } = values.meta() ?? {};
  return repeated(values, { $ref: `#/components/schemas/${schema}` }, MAX_VALUES, { id, description, example }, "joined");
}
