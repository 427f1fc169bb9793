import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from "fastify";
import { type AuditEnd, noteBegun } from "../../office/audit.ts";
import type { Office } from "../../office/office.ts";
import { type Claim, claim } from "../../office/requests.ts";
import { pathOn, type Site } from "../../representations/links.ts";
import { JSON_TYPE } from "../../representations/table.ts";
import type { WholeAnswer } from "../answers/answer.ts";
import { formatFor } from "../answers/answering.ts";
import { CACHE_CONTROL, COMMON_HEADERS } from "../answers/headers.ts";
import { problemOf } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { RawBody } from "../requests/body.ts";
import { invalidParameters } from "../requests/validator.ts";
import { withoutKeys } from "../without-keys.ts";
import { problemOfRefusal } from "./refusals.ts";
import type { Writing } from "./writing.ts";

/** Characters of the longest slug or id. */
const MAX_NAME = 500;

/** What is sent, and kept for the same request under the same Idempotency-Key. */
interface SentAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * Handles a write whose sender `authenticate` has let in: once for each Idempotency-Key, with a line in the audit from before its
 * beginning to after its end.
 */
export function answerWrite(operation: Operation, writing: Writing, site: Site): RouteHandlerMethod {
  return async (request, reply) => {
    if ("disabled" in writing || request.writer === null) throw new Error("expected a hook to refuse whoever shows no key");
    const { office } = writing;
    const { headers, writer } = request;
    if (headers["content-range"] !== undefined) {
      // RFC 9110, section 14.5.
      throw new HttpProblem("malformed-request", "Content-Range is not supported: send the whole resource.");
    }
    const validateOnly = isValidateOnly(headers.prefer);
    const work = () => perform(operation, request, validateOnly, site);
    if (validateOnly) {
      const { sent } = await work();
      return send(request, reply, { ...sent, status: 200, headers: { "content-type": sent.headers["content-type"] ?? "" } }, true);
    }
    const once = await claimed(office, request, writer.name);
    if (once?.state === "answered") return send(request, reply, JSON.parse(once.answer));
    const sent = await audited(office, operation, request, writer.name, work).catch(async (error) => {
      // Nothing was done, or not all of it: the same request may be sent again.
      await once?.release().catch((lost: Error) => request.server.faults.failed(lost, request));
      throw error;
    });
    // What was done is done, whether or not it could be noted.
    await once?.finish(JSON.stringify(sent)).catch((error: Error) => request.server.faults.failed(error, request));
    return send(request, reply, sent);
  };
}

/** RFC 7240 and draft-ietf-httpapi-validate-only: a preference among others, with or without parameters. */
function isValidateOnly(prefer: string | string[] | undefined): boolean {
  return /(?:^|,)\s*validate-only\s*(?:[;,]|$)/i.test(String(prefer ?? ""));
}

async function perform(
  operation: Operation,
  request: FastifyRequest,
  validateOnly: boolean,
  site: Site,
): Promise<{ sent: SentAnswer; end: AuditEnd | undefined }> {
  const { headers } = request;
  const preconditions = { ifMatch: headers["if-match"] ?? null, ifNoneMatch: headers["if-none-match"] ?? null };
  const answer = await operation
    .answer({
      params: request.params as Record<string, string>,
      query: request.query as Record<string, unknown>,
      format: formatFor(request, operation),
      body: request.body,
      write: { preconditions, validateOnly },
    })
    .catch((error) => {
      throw problemOfRefusal(error);
    });
  if ("redirect" in answer) {
    const location = pathOn(site, answer.redirect) + (/\?.*$/.exec(request.url)?.[0] ?? "");
    return { sent: { status: 308, headers: { location }, body: "" }, end: undefined };
  }
  if (!("body" in answer)) throw new Error("expected a write to answer with a body");
  const { status = 200, body, written } = answer as WholeAnswer;
  return { sent: { status, headers: { "content-type": JSON_TYPE.contentType, ...answer.headers }, body: String(body) }, end: written };
}

/** Does the work between two notes in the audit. */
async function audited(
  office: Office,
  { id: action }: Operation,
  request: FastifyRequest,
  who: string,
  work: () => ReturnType<typeof perform>,
): Promise<SentAnswer> {
  const { slug, id } = request.params as { slug?: string; id?: string };
  const named = slug ?? id ?? null;
  // No article and no speaker has another name.
  const subject = named === null || named.length > MAX_NAME || /\p{Cc}/u.test(named) ? null : withoutKeys(named);
  const ended = await noteBegun(office, { at: new Date().toISOString(), who, action, subject, requestId: request.id });
  const note = (end: AuditEnd) => ended(end).catch((error: Error) => request.server.faults.failed(error, request));
  const none = { subject, revisionBefore: null, revisionAfter: null };
  try {
    const { sent, end } = await work();
    await note(end ?? { ...none, outcome: "moved" });
    return sent;
  } catch (error) {
    await note({ ...none, outcome: problemOf(error as Error).code });
    throw error;
  }
}

/** What is known of the request under its Idempotency-Key; `null` without one. @throws HttpProblem when it is not to be handled now */
async function claimed(
  office: Office,
  request: FastifyRequest,
  who: string,
): Promise<Extract<Claim, { state: "new" | "answered" }> | null> {
  const given = request.headers["idempotency-key"];
  if (given === undefined) return null;
  // A string of RFC 9651 in quotation marks, as the draft has it; most clients send it without them.
  const key = /^\s*"?([\x21\x23-\x5b\x5d-\x7e]{1,255})"?\s*$/.exec(String(given))?.[1];
  if (key === undefined) {
    const message = "Must be 1 to 255 letters, digits or other visible characters of ASCII, such as a UUID.";
    throw invalidParameters([{ in: "header", name: "Idempotency-Key", value: null, message }]);
  }
  const keyed = { who, idempotencyKey: hashOf(key), request: hashOf(request.method, request.url, ...partsOf(request)) };
  const once = await claim(office, keyed);
  if (once.state === "in-flight") {
    const detail = "A request with this Idempotency-Key is being handled. Send it again shortly to get its answer.";
    throw new HttpProblem("request-in-progress", detail, {}, { "retry-after": "2" });
  }
  if (once.state === "other-request") {
    const detail = "This Idempotency-Key was sent with another method, address or body within the last 24 hours. Take a new key.";
    throw new HttpProblem("idempotency-key-reused", detail);
  }
  return once;
}

/** The body as it is compared: JSON by its values. */
function partsOf({ body, headers }: FastifyRequest): (string | Buffer)[] {
  if (body instanceof RawBody) return [headers["content-type"] ?? "", body.bytes];
  return [JSON.stringify(body ?? null)];
}

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest("hex");
}

function send(request: FastifyRequest, reply: FastifyReply, { status, headers, body }: SentAnswer, validateOnly = false): FastifyReply {
  return reply
    .code(status)
    .headers({
      ...COMMON_HEADERS,
      "x-request-id": request.id,
      "cache-control": CACHE_CONTROL.never,
      ...headers,
      ...(validateOnly ? { "preference-applied": "validate-only" } : {}),
    })
    .send(Buffer.from(body));
}
