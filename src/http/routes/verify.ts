import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { SpeakerSummary } from "../../article/model/items.ts";
import type { SpeakerRef } from "../../article/model/schema.ts";
import { fold } from "../../article/words/fold.ts";
import { parseQuery } from "../../article/words/query.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import type { Store } from "../../store/store.ts";
import { type ClaimedSpeaker, checkQuote } from "../../verification/check-quote.ts";
import { MAX_CLAIM_LENGTH } from "../../verification/claim.ts";
import { MAX_CANDIDATES } from "../../verification/probes.ts";
import { Verification } from "../../verification/verification.ts";
import { articleNotFound } from "../lookup.ts";
import { EXAMPLE } from "../openapi/examples.ts";
import { operation } from "../operation.ts";
import { HttpProblem, type ParameterError } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { jsonOf } from "../requests/body.ts";
import { articleSlug, text } from "../requests/parameters.ts";

/** Speakers of one name that a problem lists. */
const MAX_LISTED = 20;
/** Bytes of a body: the longest claim with each code point as two escapes, and room for the rest. */
const MAX_BYTES = 32 * 1024;

/** From an article that ships with Verbatim, with a gap. */
const EXAMPLE_CLAIM = { quote: "A bridge takes you over the water ... and people here know the difference", speaker: "Isolde Brannock" };

const claimed = {
  quote: text(MAX_CLAIM_LENGTH)
    .min(1)
    .regex(/[\p{L}\p{N}]/u, "must hold a letter or a digit")
    .meta({
      description:
        "The claimed quote. `…`, `...`, `[ ]` and words in brackets are gaps. Case, diacritics, dashes and the form of marks do not matter.",
      examples: [EXAMPLE_CLAIM.quote],
    }),
  speaker: text(400)
    .min(1)
    .optional()
    .meta({
      description:
        "Who is claimed to have said it: a speaker's id, name or alias. A name that no speaker has comes back as `unknownSpeaker`; one that several have is refused with their ids.",
      examples: [EXAMPLE.speaker],
    }),
  article: articleSlug.optional().meta({ description: "Slug of the only article to look in.", examples: [EXAMPLE.slug] }),
};

const Claimed = z.strictObject(claimed).meta({ id: "ClaimedQuote", description: "A claimed quote, and who is claimed to have said it." });
type Claimed = z.infer<typeof Claimed>;

/** The operations that check a claimed quote: GET for claims that fit into an address, POST for all. */
export async function verifyRoutes(app: FastifyInstance, { store, site, cache }: RouteOptions): Promise<void> {
  const shared = {
    path: "/v1/verify",
    tag: "Quotes",
    params: z.object({}),
    answers: "What was found, and how similar it is.",
    formats: [{ ...JSON_TYPE, schema: Verification }],
  } as const;
  const description =
    "Compares a claimed quote, word by word, with what the articles hold. There are two answers: `words` says whether anybody is recorded with these words, `speaker` whether it was the speaker you named. They say what these articles contain, never that something was not said.";
  registerOperations(app, { cache, site }, [
    operation({
      ...shared,
      id: "verifyQuote",
      summary: "Check a quote",
      description: `${description} Send claims that make the address longer than 8 KiB by POST.`,
      query: z.strictObject(claimed),
      problems: ["invalid-parameter", "article-not-found"],
      answer: async ({ query }) => ({ body: await check(store, query, "query") }),
    }),
    operation({
      ...shared,
      id: "verifyQuoteInBody",
      summary: "Check a quote sent as JSON",
      description,
      query: z.strictObject({}),
      accepts: { description: "The claimed quote.", json: Claimed, examples: { "application/json": EXAMPLE_CLAIM }, maxBytes: MAX_BYTES },
      problems: ["invalid-parameter", "invalid-body", "payload-too-large", "unsupported-media-type", "article-not-found"],
      answer: async ({ body }) => ({ body: await check(store, jsonOf(body), "body") }),
    }),
  ]);
}

async function check(store: Store, { quote, speaker, article }: Claimed, sentIn: ParameterError["in"]): Promise<string> {
  const asked = speaker === undefined ? null : await resolveSpeaker(store, speaker, sentIn);
  const slug = article === undefined ? null : await resolveArticle(store, article);
  const find = (probes: string[][], speakers: string[] | null) =>
    store.candidates({ probes, article: slug, speakers, limit: MAX_CANDIDATES });
  return JSON.stringify(await checkQuote(quote, asked, find));
}

/** The slug an article has now. @throws HttpProblem `article-not-found` */
async function resolveArticle(store: Store, slug: string): Promise<string> {
  const found = await store.article(slug);
  if (found.state === "found") return slug;
  if (found.state === "moved") return found.to;
  throw articleNotFound(slug);
}

/**
 * The speaker an id, a name or an alias means, or the name when no speaker has it. A part of a name is enough when only one
 * speaker has it.
 * @throws HttpProblem `invalid-parameter` listing the speakers it may mean
 */
async function resolveSpeaker(store: Store, given: string, sentIn: ParameterError["in"]): Promise<ClaimedSpeaker> {
  const found = await store.speaker(given);
  const present = found.state === "moved" ? await store.speaker(found.to) : found;
  if (present.state === "found") return refOf(JSON.parse(present.json) as SpeakerRef);
  const phrases = parseQuery(given);
  const page = phrases.length === 0 ? null : await store.speakers({ phrases, sort: "quotes", limit: MAX_LISTED });
  const named = (page?.items ?? []).map((json) => JSON.parse(json) as SpeakerSummary);
  const called = named.filter(({ name, aliases }) => [name, ...aliases].some((one) => fold(one) === fold(given)));
  const meant = called.length > 0 ? called : named;
  const [one] = meant;
  if (one === undefined) return { unknown: given };
  if (meant.length === 1) return refOf(one);
  const more = called.length > 0 || page?.next === null ? "" : " and others";
  const message = `"${given}" may mean ${meant.map(({ id, name }) => `"${id}" (${name})`).join(", ")}${more}. Use one of these ids.`;
  const name = "speaker";
  throw new HttpProblem("invalid-parameter", `speaker: ${message}`, {
    errors: [{ in: sentIn, name, value: given.slice(0, 100), message }],
  });
}

function refOf({ id, name }: SpeakerRef): SpeakerRef {
  return { id, name };
}
