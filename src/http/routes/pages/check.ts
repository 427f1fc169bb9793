import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { toInstant } from "../../../article/model/instants.ts";
import { decode } from "../../../extraction/reading/decode.ts";
import { declaredCharset } from "../../../extraction/reading/encoding.ts";
import { type MediaType, sniffMediaType } from "../../../extraction/reading/media-type.ts";
import { UnreadableSource } from "../../../extraction/reading/unreadable-source.ts";
import { checkFormPage } from "../../../pages/check/check-form.ts";
import { quoteCheckPage } from "../../../pages/check/quote-check-page.ts";
import { reportPage } from "../../../pages/check/report-page.ts";
import { tellTyped } from "../../../pages/front/typed.ts";
import { pathOn, type Site } from "../../../representations/links.ts";
import { HTML_TYPE, TEXT_TYPE } from "../../../representations/table.ts";
import { wholeAnswer } from "../../../verification/text/check-text.ts";
import { findingText, reportText } from "../../../verification/text/report-text.ts";
import type { Finding } from "../../../verification/text/verdict.ts";
import { closedSignal } from "../../answers/answering.ts";
import { CACHE_CONTROL, COMMON_HEADERS, PAGE_HEADERS } from "../../answers/headers.ts";
import { chooseFormat, prefersHtml } from "../../answers/negotiation.ts";
import { problemOf } from "../../errors.ts";
import { HttpProblem } from "../../problem.ts";
import { page, type RouteOptions, registerPages } from "../../register.ts";
import { refuseOtherBodies } from "../../requests/body.ts";
import { FORM_TYPES, type Form, type FormFile, parseForms } from "../../requests/form.ts";
import { publishedFrom, publishedTo } from "../../requests/parameters.ts";
import { validateParameters } from "../../requests/validator.ts";
import { MAX_TEXT_BYTES, type TextRequest, type Verifying } from "../../tasks/verifying.ts";
import { checkClaim, claimed } from "../verify.ts";

/** Bytes of a form: the largest text with each byte above ASCII as an escape, and room for the rest. */
const MAX_FORM_BYTES = 3 * MAX_TEXT_BYTES + 64 * 1024;
const TOO_LARGE = `The form has more than ${MAX_TEXT_BYTES / 1024} KiB of text, which is the most that is checked. Send the text in parts.`;
/** Characters of an address that is sent on to; clients and proxies take longer ones seldom. */
const MAX_ADDRESS = 6000;
/** Articles that may be named. */
const MAX_NAMED = 50;

const FORMATS = [
  { ...HTML_TYPE, schema: z.string() },
  { ...TEXT_TYPE, schema: z.string() },
] as const;

/** A field that may be left empty. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional()).optional();

const claim = z.object({ quote: optional(claimed.quote), speaker: optional(claimed.speaker), article: optional(claimed.article) });
const part = z.object({ article: z.string().optional(), exclude: z.string().optional(), publishedFrom, publishedTo });

/** `/check`: a quote by its address; a quote or a whole text by a form. */
export async function checkPageRoutes(app: FastifyInstance, given: RouteOptions & { verifying: Verifying }): Promise<void> {
  const { store, site, cache, verifying } = given;
  answerOnTheForm(app, site);
  registerPages(app, { cache, site }, [
    page({
      path: "/check",
      query: claim.extend({ format: z.enum(["html", "text"]).optional() }),
      formats: FORMATS,
      others: ["POST"],
      async answer({ query, format }) {
        const { quote, ...asked } = query;
        if (quote === undefined && format.name === "html") return { body: checkFormPage(site, asked), headers: PAGE_HEADERS };
        if (quote === undefined) return { body: `Give a quote: ${pathOn(site, "/check?quote=")}\n` };
        return claimAnswer(given, { ...asked, quote }, format.name);
      },
    }),
  ]);
  parseForms(app, MAX_FORM_BYTES, TOO_LARGE);
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
      aloneAsQuote(form);
      if (form.fields.quote !== undefined) {
        const address = addressOf(form, format.name);
        if (address.length <= MAX_ADDRESS) return reply.redirect(pathOn(site, address), 303);
        const { quote = "", ...asked } = validateParameters(claim, form.fields, "body");
        const answer = await claimAnswer({ store, site }, { ...asked, quote }, format.name);
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
    const { title, detail } = problem.body(site);
    const sent = (request.method === "POST" ? (request.body as Form | undefined)?.fields : (request.query as Form["fields"])) ?? {};
    const { text = "", ...values } = sent;
    const html = checkFormPage(
      site,
      { ...values, ...(text.length > MAX_TEXT_BYTES ? {} : { text }) },
      { title: TITLES[problem.code] ?? title, detail },
    );
    return reply
      .code(problem.status)
      .headers({ ...COMMON_HEADERS, ...PAGE_HEADERS, "cache-control": CACHE_CONTROL.never, "x-request-id": request.id, ...problem.headers })
      .header("content-type", HTML_TYPE.contentType)
      .send(html);
  });
}

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

/** What was pasted as a text and is one quote, as the box of the front page tells it, is checked as one. */
function aloneAsQuote({ fields, files }: Form): void {
  const { text, exclude, publishedFrom: from, publishedTo: to } = fields;
  if (text === undefined || files.file !== undefined || [exclude, from, to].some((value) => value !== undefined)) return;
  const typed = tellTyped(text);
  if (typed.as === "text") return;
  fields.quote ??= typed.as === "quote" ? typed.quote : typed.words;
  if (typed.as === "quote" && typed.speaker !== null) fields.speaker ??= typed.speaker;
}

/** Where the quote of a form is checked: an address to share. */
function addressOf({ fields }: Form, format: string): string {
  const { quote = "", speaker = "", article = "" } = fields;
  const [slug = ""] = slugsIn(article) ?? [];
  const asked = Object.entries({ quote: quote.trim(), speaker: speaker.trim(), article: slug, format: format === "html" ? "" : format });
  return `/check?${new URLSearchParams(asked.filter(([, value]) => value !== ""))}`;
}

/** The text of a form: what was pasted, or a file. @throws HttpProblem `invalid-parameter`, `unreadable-source` */
function submittedText({
  fields,
  files,
}: Form): Pick<TextRequest, "content" | "mediaType" | "charset"> & { source: string; name: string | null } {
  const pasted = (fields.text ?? "").replace(/\r\n?/g, "\n");
  const { file } = files;
  if (file !== undefined && pasted.trim() !== "")
    throw new HttpProblem("invalid-parameter", "There are a pasted text and a file. Give one of them.");
  if (file !== undefined) return fileText(file);
  if (pasted.trim() === "") throw new HttpProblem("unreadable-source", "There is no text. Paste one, or choose a file.");
  return { content: pasted, mediaType: sniffMediaType(pasted), source: pasted, name: null };
}

function fileText({ name, mediaType, charset, bytes }: FormFile) {
  if (bytes.byteLength > MAX_TEXT_BYTES) throw new HttpProblem("payload-too-large", TOO_LARGE);
  try {
    const declared = charset ?? declaredCharset(bytes) ?? undefined;
    const { text } = decode(bytes, declared);
    const sniffed = sniffMediaType(text, name);
    const isLabelled = sniffed === "text/plain" && (mediaType === "text/html" || mediaType === "text/markdown");
    return { content: bytes, mediaType: isLabelled ? (mediaType as MediaType) : sniffed, charset: declared, source: text, name };
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    throw new HttpProblem("unreadable-source", error.code === "empty" ? "The file is empty. Choose one with words in it." : error.message);
  }
}

/** What narrows the archive. @throws HttpProblem `invalid-parameter` */
function partOf({ fields }: Form): Pick<TextRequest, "articles" | "exclude" | "publishedFrom" | "publishedTo"> {
  const { article, exclude, ...dates } = validateParameters(part, fields, "body");
  return { articles: slugsIn(article), exclude: slugsIn(exclude), ...dates };
}

/** Slugs, or addresses of articles, with white space or commas between them. */
function slugsIn(given = ""): string[] | undefined {
  const named = given.split(/[\s,]+/).filter((one) => one !== "");
  if (named.length > MAX_NAMED)
    throw new HttpProblem("invalid-parameter", `${named.length} articles are named; at most ${MAX_NAMED} may be.`);
  return named.length === 0 ? undefined : named.map(slugIn);
}

function slugIn(named: string): string {
  const slug = /\/articles\/([^/?#]+)/.exec(named)?.[1];
  try {
    return slug === undefined ? named : decodeURIComponent(slug);
  } catch {
    return named;
  }
}
