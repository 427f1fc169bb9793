import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import { TYPE_NAMES } from "../../article/rules/check-article.ts";
import { cureOf, EXPORT_KINDS, jsonExportKind } from "../../extraction/reading/export-kinds.ts";
import { HttpProblem, MAX_ERRORS, type ParameterError, problemOfErrors, ROOT } from "../problem.ts";
import { tooLong } from "./parameters.ts";

/** The body an operation accepts. */
export interface AcceptedBody<B extends z.ZodType = z.ZodType> {
  description: string;
  /** Schema of an `application/json` body. */
  json: B;
  /** Other media types whose bodies are JSON. */
  alsoJson?: string[];
  /** Media types whose bodies reach the operation as bytes, undecoded. */
  raw?: string[];
  /** An example body for each media type. */
  examples: Record<string, unknown>;
  /** A larger body is a 413. */
  maxBytes: number;
  /** So is JSON of more values: what holds many takes seconds to read and to check, in which nobody else is answered. */
  maxValues?: number;
}

/** A body that is not JSON, undecoded. */
export class RawBody {
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** The `charset` parameter of the Content-Type header, in lower case. */
  readonly charset: string | null;

  constructor(contentType: string | undefined, bytes: Buffer) {
    this.mediaType = mediaTypeOf(contentType);
    this.bytes = bytes;
    this.charset = charsetOf(contentType);
  }
}

/** A body as an operation is given it: a value its JSON schema admits, or bytes of one of its raw media types. */
export type RequestBody<B = unknown> = B | RawBody;

/** The `charset` parameter of a Content-Type, in lower case. */
export function charsetOf(contentType: string | undefined): string | null {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
}

/** The value of a body that can only be JSON: of an operation without raw media types. */
export function jsonOf<B>(body: RequestBody<B>): B {
  if (body instanceof RawBody) throw new Error("expected a JSON body");
  return body;
}

/** The media types an operation accepts. */
export function mediaTypesOf({ raw = [], alsoJson = [] }: Pick<AcceptedBody, "raw" | "alsoJson">): string[] {
  return ["application/json", ...alsoJson, ...raw];
}

/** Makes a plugin parse bodies of the media types its operations accept; each of them refuses those of the others. */
export function parseBodies(app: FastifyInstance, accepted: AcceptedBody[]): void {
  const json = new Set(["application/json", ...accepted.flatMap(({ alsoJson = [] }) => alsoJson)]);
  const raw = new Set(accepted.flatMap(({ raw = [] }) => raw));
  const maxValues = Math.max(...accepted.map((one) => one.maxValues ?? MAX_VALUES));
  app.addContentTypeParser([...json], { parseAs: "buffer" }, async (_: FastifyRequest, bytes: Buffer) => parseJson(bytes, maxValues));
  if (raw.size === 0) return;
  app.addContentTypeParser([...raw], { parseAs: "buffer" }, async ({ headers }: FastifyRequest, bytes: Buffer) => {
    return new RawBody(headers["content-type"], bytes);
  });
}

/** A hook that refuses media types and codings the operation does not accept, before any body is read. */
export function refuseOtherBodies(available: string[]): (request: FastifyRequest) => Promise<void> {
  return async ({ headers }) => {
    const mediaType = mediaTypeOf(headers["content-type"]);
    if (!available.includes(mediaType)) {
      const given = mediaType === "" ? "has no Content-Type" : `is "${mediaType.slice(0, 100)}"`;
      const detail = `The body ${given}. Send ${available.join(" or ")}.`;
      throw new HttpProblem("unsupported-media-type", detail, { available }, { accept: available.join(", ") });
    }
    const coding = headers["content-encoding"];
    if (coding !== undefined && coding.toLowerCase() !== "identity") {
      const detail = `The body has the content coding "${coding.slice(0, 100)}". Send it without a Content-Encoding.`;
      throw new HttpProblem("unsupported-media-type", detail);
    }
  };
}

/** Names each wrong member of a JSON body by its path. @param help where a description of such bodies is */
export function bodyProblem(
  issues: z.core.$ZodIssue[],
  body: unknown,
  help: ConstructorParameters<typeof HttpProblem>[4] = null,
): HttpProblem {
  const kind = jsonExportKind(body);
  if (kind !== null) {
    const message = `The source is ${EXPORT_KINDS[kind]}, not an article. ${cureOf(kind)}`;
    return new HttpProblem("invalid-body", message, { errors: [{ in: "body", name: ROOT, value: null, message }] });
  }
  const errors = withoutMeasures(issues)
    .slice(0, MAX_ERRORS + 1)
    .flatMap((issue) => errorsOf(issue, body));
  return problemOfErrors("invalid-body", errors, help);
}

/** Values of a JSON body, where the operation does not say. */
const MAX_VALUES = 10_000;

/** @throws HttpProblem `invalid-body`, `payload-too-large` */
export function parseJson(bytes: Buffer, maxValues = MAX_VALUES): unknown {
  if (hasMoreValues(bytes, maxValues)) {
    const detail = `The body has more than ${maxValues.toLocaleString("en")} values. Send fewer members and items.`;
    throw new HttpProblem("payload-too-large", detail);
  }
  const refuse = (message: string) =>
    new HttpProblem("invalid-body", `The body is not JSON: ${message}`, { errors: [{ in: "body", name: ROOT, value: null, message }] });
  let text: string;
  try {
    // RFC 8259, section 8.1: JSON between systems is UTF-8.
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("It is not UTF-8.");
  }
  if (text.trim() === "") throw refuse("It is empty.");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(`${(error as Error).message}.`);
  }
}

/** Whether JSON has more members and items than `most`: all but the first stand behind a comma, or an opening bracket. */
function hasMoreValues(bytes: Buffer, most: number): boolean {
  let [count, inString] = [0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const character = bytes[at];
    if (character === QUOTE) inString = !inString;
    else if (inString) at += character === BACKSLASH ? 1 : 0;
    else if (character === COMMA || character === BRACKET || character === BRACE) count += 1;
    if (count > most) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = Buffer.from('"\\,[{');

/** What zod says of a value, without the measures that it takes of one of a wrong type too. */
function withoutMeasures(issues: z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const mistyped = new Set(issues.filter(({ code }) => code === "invalid_type").map(({ path }) => path.join("\0")));
  return issues.filter(({ code, path }) => code === "invalid_type" || !mistyped.has(path.join("\0")));
}

function errorsOf(issue: z.core.$ZodIssue, body: unknown): ParameterError[] {
  if (issue.code === "invalid_union") {
    // Of the alternatives of the right type the one that the value is nearest to says what is wrong.
    const ofItsType = issue.errors.filter((alternative) => !alternative.some(isOfAnotherType));
    const [meant, other] = ofItsType.toSorted((a, b) => wrongMembers(a) - wrongMembers(b));
    if (meant !== undefined && (other === undefined || wrongMembers(meant) < wrongMembers(other)))
      return meant.flatMap((one) => errorsOf({ ...one, path: [...issue.path, ...one.path] }, body));
  }
  const path = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  const name = path.replace(/^\./, "") || ROOT;
  const error = (named: string, message: string): ParameterError => ({ in: "body", name: named, value: null, message });
  if (issue.code !== "unrecognized_keys") return [error(name, explain(issue, valueAt(body, issue.path)))];
  return issue.keys.slice(0, MAX_ERRORS + 1).map((key) => error(path === "" ? key : `${name}.${key}`, "Unknown member; remove it."));
}

function isOfAnotherType({ code, path }: z.core.$ZodIssue): boolean {
  return code === "invalid_type" && path.length === 0;
}

function wrongMembers(issues: z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
}

function explain(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? "Missing; this operation needs it." : `Must be ${TYPE_NAMES[issue.expected] ?? issue.expected}.`;
    case "invalid_union": {
      const types = issue.errors.flat().flatMap((one) => (one.code === "invalid_type" ? [TYPE_NAMES[one.expected] ?? one.expected] : []));
      return `Must be ${[...new Set(types)].join(" or ")}.`;
    }
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") return "Empty; give a value or leave the member out.";
      break;
    case "too_big":
      if (issue.origin === "string") return tooLong(Number(issue.maximum));
      if (issue.origin === "array") return `Too many; at most ${issue.maximum} are allowed.`;
  }
  const message = `${issue.message.replace(/\.$/, "")}.`;
  return typeof value === "string" && /^(?:must|is not) /.test(message) ? `"${value.slice(0, 100)}" ${message}` : message;
}

/** What stands at a path of a JSON value; `undefined` where it has no such place. */
function valueAt(body: unknown, path: PropertyKey[]): unknown {
  let value = body;
  for (const key of path) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** The media type of a Content-Type header without its parameters, in lower case; empty without one. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
