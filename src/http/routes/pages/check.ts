import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { toInstant } from "../../../article/model/instants.ts";
import { addresses } from "../../../pages/addresses.ts";
import { checkFormPage } from "../../../pages/check/check-form.ts";
import { quoteCheckPage } from "../../../pages/check/quote-check-page.ts";
import { reportPage } from "../../../pages/check/report-page.ts";
import { pathOn, type Site } from "../../../representations/links.ts";
import { HTML_TYPE, TEXT_TYPE } from "../../../representations/table.ts";
import { wholeAnswer } from "../../../verification/text/check-text.ts";
import { findingText, reportText } from "../../../verification/text/report-text.ts";
import type { Finding } from "../../../verification/text/verdict.ts";
import { closedSignal } from "../../answers/answering.ts";
import { CACHE_CONTROL, COMMON_HEADERS, PAGE_HEADERS } from "../../answers/headers.ts";
import { chooseFormat, prefersHtml } from "../../answers/negotiation.ts";
import { problemOf } from "../../errors.ts";
import type { HttpProblem } from "../../problem.ts";
import { allowMethods, page, type RouteOptions, registerPages } from "../../register.ts";
import { refuseOtherBodies } from "../../requests/body.ts";
import { FORM_TYPES, type Form, parseForms } from "../../requests/form.ts";
import { claimOf, partOf, submittedText, TOO_LARGE } from "../../requests/text-form.ts";
import { validateParameters } from "../../requests/validator.ts";
import { MAX_TEXT_BYTES, type Verifying } from "../../tasks/verifying.ts";
import { checkClaim, claimed } from "../verify.ts";

/** Bytes of a form: the largest text, and room for the rest. */
export const MAX_FORM_BYTES = MAX_TEXT_BYTES + 64 * 1024;
/** Characters of an address that is sent on to; clients and proxies take longer ones seldom. */
const MAX_ADDRESS = 6000;

const FORMATS = [
  { ...HTML_TYPE, schema: z.string() },
  { ...TEXT_TYPE, schema: z.string() },
] as const;

/** A field that may be left empty. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional()).optional();

const claim = z.object({ quote: optional(claimed.quote), speaker: optional(claimed.speaker), article: optional(claimed.article) });

/** `/check`: a quote by its address; a quote or a whole text by a form. */
export async function checkPageRoutes(app: FastifyInstance, options: RouteOptions & { verifying: Verifying }): Promise<void> {
  const { site, cache, verifying } = options;
  answerOnTheForm(app, site);
  registerPages(app, { cache, site }, [
    page({
      path: "/check",
      query: claim.extend({ format: z.enum(["html", "text"]).optional() }),
      formats: FORMATS,
      async answer({ query, format }) {
        const { quote, ...asked } = query;
        if (quote === undefined && format.name === "html") return { body: checkFormPage(site, asked), headers: PAGE_HEADERS };
        if (quote === undefined) return { body: `Give a quote: ${pathOn(site, "/check?quote=")}\n` };
        return claimAnswer(options, { ...asked, quote }, format.name);
      },
    }),
  ]);
  parseForms(app, MAX_FORM_BYTES, TOO_LARGE);
  allowMethods(app, "/check", ["POST"]);
  app.post("/check", {
    schema: { hide: true },
    config: { page: true },
    onRequest: refuseOtherBodies(FORM_TYPES),
    async handler(request, reply) {
      const form = (request.body ?? { fields: {}, files: {} }) as Form;
      const format = chooseFormat(FORMATS, request.headers.accept, form.fields.format);
      reply.headers({
        ...COMMON_HEADERS,
        "cache-control": CACHE_CONTROL.never,
        "content-type": format.contentType,
        "x-request-id": request.id,
      });
      const given = claimOf(form);
      if (given !== null) {
        const address = addresses.check({ ...given, format: format.name === "html" ? undefined : format.name });
        if (address.length <= MAX_ADDRESS) return reply.redirect(pathOn(site, address), 303);
        const { quote = "", ...asked } = validateParameters(claim, given, "body");
        const answer = await claimAnswer(options, { ...asked, quote }, format.name);
        return reply.headers(answer.headers).send(answer.body);
      }
      const { source, name, ...text } = submittedText(form);
      const read = await verifying.begin({ ...text, ...partOf(form) }, closedSignal(reply));
      if (format.name === "text") {
        return reply.send(reportText(name ?? "text", source, await wholeAnswer(read.lines)));
      }
      const problem = (error: unknown) => {
        app.faults.failed(error as Error, request);
        return problemOf(error as Error).message;
      };
      const pieces = reportPage(read, { site, name, source, now: toInstant(new Date()), problemOf: problem });
      // Proxies send on what they have: the page is read while it grows.
      return reply.headers({ ...PAGE_HEADERS, "x-accel-buffering": "no" }).send(Readable.from(pieces, { objectMode: false }));
    },
  });
}

/** Problems come with the form and what was filled in, so that nothing has to be written again. */
function answerOnTheForm(app: FastifyInstance, site: Site): void {
  app.setErrorHandler((error: Error, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error, MAX_FORM_BYTES);
    if (problem.code === "internal-error" || !prefersHtml(request.headers.accept)) throw error;
    if (problem.status >= 500) app.faults.failed(error, request);
    const { title } = problem.body(site);
    const sent = (request.method === "POST" ? (request.body as Form | undefined)?.fields : (request.query as Form["fields"])) ?? {};
    const { text = "", ...values } = sent;
    const html = checkFormPage(
      site,
      { ...values, ...(text.length > MAX_TEXT_BYTES ? {} : { text }) },
      { title: TITLES[problem.code] ?? title, detail: detailOf(problem) },
    );
    return reply
      .code(problem.status)
      .headers({ ...COMMON_HEADERS, ...PAGE_HEADERS, "cache-control": CACHE_CONTROL.never, "x-request-id": request.id, ...problem.headers })
      .header("content-type", HTML_TYPE.contentType)
      .send(html);
  });
}

/** What was wrong, with fields by the names that the form has for them. */
function detailOf({ code, message, extra }: HttpProblem): string {
  if (code === "article-not-found") return `${message} Give the address of an article's page here.`;
  if (extra.errors === undefined) return message;
  return extra.errors.map((error) => `${FIELDS[error.name] ?? error.name}: ${error.message}`).join(" ");
}

const FIELDS: Record<string, string> = {
  quote: "The quote",
  speaker: "The speaker",
  article: "The article",
  publishedFrom: "Published from",
  publishedTo: "Published to",
};

const TITLES: Partial<Record<HttpProblem["code"], string>> = {
  "invalid-parameter": "This cannot be checked as it stands",
  "payload-too-large": "The text is too large",
  "too-many-quotes": "The text has too many quotes",
  "unreadable-source": "The text cannot be read",
  "extraction-timeout": "Reading the text took too long",
  unavailable: "The checker is busy",
};

interface Claim {
  quote: string;
  speaker?: string | undefined;
  article?: string | undefined;
}

/** One quote as a page or as text. @throws HttpProblem as `checkClaim` */
async function claimAnswer({ store, site }: Pick<RouteOptions, "store" | "site">, asked: Claim, format: string) {
  const checked = await checkClaim({ store, site }, asked, "query");
  const claimedBy = { speaker: asked.speaker ?? null, others: [], mention: null, confidence: null, candidates: [] };
  const finding: Finding = { ...checked, claimed: claimedBy };
  if (format === "text") return { body: findingText(finding), headers: {} };
  return { body: quoteCheckPage(finding, asked, site), headers: PAGE_HEADERS };
}
