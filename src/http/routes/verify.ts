import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { addressedMatches } from "../../representations/addressed.ts";
import type { Site } from "../../representations/links.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import type { Store } from "../../store/store.ts";
import { TextArchive } from "../../store/text-archive.ts";
import { checkQuote } from "../../verification/check-quote.ts";
import { MAX_CLAIM_LENGTH } from "../../verification/claim.ts";
import { MAX_CANDIDATES } from "../../verification/probes.ts";
import { Verification } from "../../verification/verification.ts";
import { articleNamed, speakerNamed } from "../named.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { operation } from "../operation.ts";
import type { ParameterError } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { jsonOf } from "../requests/body.ts";
import { articleSlug, text } from "../requests/parameters.ts";

/** Bytes of a body: the longest claim with each code point as two escapes, and room for the rest. */
const MAX_BYTES = 32 * 1024;

/** From an article that ships with Verbatim, with a gap. */
const EXAMPLE_CLAIM = { quote: "A bridge takes you over the water ... and people here know the difference", speaker: "Isolde Brannock" };

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The parameters of a claim. */
export const claimed = {
  quote: text(MAX_CLAIM_LENGTH)
    .min(1)
    .refine((quote) => LETTER_OR_DIGIT.test(quote), "must hold a letter or a digit")
    .meta({
      description:
        "The claimed quote; it holds a letter or a digit. `…`, `...`, `[ ]` and words in brackets are gaps, and so is who said it between its marks (`“We bake,” she said, “and sell.”`). Case, diacritics, dashes and the form of marks do not matter.",
      examples: [EXAMPLE_CLAIM.quote],
    }),
  speaker: text(400)
    .min(1)
    .optional()
    .meta({
      description:
        "Who is claimed to have said it: a speaker's id, name or alias. A name that no speaker has comes back as `unknownSpeaker` and is compared with those recorded; one that several have is refused with their ids.",
      examples: [EXAMPLE.speaker],
    }),
  article: articleSlug.optional().meta({ description: "Slug of the only article to look in.", examples: [EXAMPLE.slug] }),
};

const Claimed = z.strictObject(claimed).meta({ id: "ClaimedQuote", description: "A claimed quote, and who is claimed to have said it." });
type Claimed = z.infer<typeof Claimed>;

/** The operations that check a claimed quote: GET for claims that fit into an address, POST for all. */
export async function verifyRoutes(app: FastifyInstance, given: RouteOptions): Promise<void> {
  const shared = {
    path: "/v1/verify",
    tag: "Quotes",
    params: z.object({}),
    answers: "What was found, and how similar it is.",
    formats: [{ ...JSON_TYPE, schema: Verification }],
  } as const;
  const description =
    "Compares a claimed quote, word by word, with what the articles hold. There are two answers: `words` says whether anybody is recorded with these words, `speaker` whether it was the speaker you named. They say what these articles contain, never that something was not said.";
  registerOperations(app, given, [
    operation({
      ...shared,
      id: "verifyQuote",
      summary: "Check a quote",
      description: `${description} Send claims that make the address longer than 8 KiB by POST.`,
      query: z.strictObject(claimed),
      problems: ["invalid-parameter", "article-not-found", "article-withdrawn"],
      answer: async ({ query }) => ({ body: JSON.stringify(await checkClaim(given, query, "query")) }),
    }),
    operation({
      ...shared,
      id: "verifyQuoteInBody",
      summary: "Check a quote sent as JSON",
      description,
      query: z.strictObject({}),
      accepts: { description: "The claimed quote.", json: Claimed, examples: { "application/json": EXAMPLE_CLAIM }, maxBytes: MAX_BYTES },
      problems: [
        "invalid-parameter",
        "invalid-body",
        "payload-too-large",
        "unsupported-media-type",
        "article-not-found",
        "article-withdrawn",
      ],
      answer: async ({ body }) => ({ body: JSON.stringify(await checkClaim(given, jsonOf(body), "body")) }),
    }),
  ]);
}

/**
 * Checks a claim against all articles, or one, with the addresses of what was found.
 * @throws HttpProblem `invalid-parameter` for a name that several have, `article-not-found`
 */
export async function checkClaim(
  { store, site }: { store: Store; site: Site },
  { quote, speaker, article }: Claimed,
  sentIn: ParameterError["in"],
) {
  const asked = speaker === undefined ? null : ((await speakerNamed(store, speaker, sentIn)) ?? { unknown: speaker });
  const slug = article === undefined ? null : await articleNamed(store, article);
  const archive = new TextArchive(store, slug === null ? {} : { articles: [slug] }, MAX_CANDIDATES);
  return addressedMatches(await checkQuote(quote, asked, (wanted) => archive.candidates(wanted), archive.former), site);
}
