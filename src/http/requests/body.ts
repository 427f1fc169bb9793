import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import { HttpProblem, type ParameterError } from "../problem.ts";

/** The body a POST operation takes. */
export interface AcceptedBody<B extends z.ZodType = z.ZodType> {
  description: string;
  /** Schema of an `application/json` body. */
  json: B;
  /** Media types whose bodies reach the operation as bytes, undecoded. */
  raw?: string[];
  /** A body of each media type that the operation takes as it is. */
  examples: Record<string, unknown>;
  /** Larger bodies are a 413. */
  maxBytes: number;
}

/** A body as an operation is given it: a value its JSON schema admits, or bytes of one of its raw media types. */
export type ReadBody<B = unknown> =
  | { mediaType: "application/json"; value: B }
  | { mediaType: string; bytes: Buffer; charset: string | null }
  | typeof NO_BODY;

/** What an operation that takes no body is given. */
export const NO_BODY = { mediaType: null } as const;

/** The value of a body that can only be JSON: of an operation without raw media types. */
export function jsonOf<B>(body: ReadBody<B>): B {
  if (!("value" in body)) throw new Error("expected a JSON body");
  return body.value;
}

/** Bodies of every media type are read as bytes; what they may be is the operation's to say. */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, async (_: FastifyRequest, bytes: Buffer) => bytes);
}

/** A hook that refuses media types and codings the operation does not take, before any body is read. */
export function refuseOtherBodies({ json: _, raw = [] }: AcceptedBody): (request: FastifyRequest) => Promise<void> {
  const taken = ["application/json", ...raw];
  return async ({ headers }) => {
    const mediaType = mediaTypeOf(headers["content-type"]);
    if (!taken.includes(mediaType)) {
      const given = mediaType === "" ? "has no Content-Type" : `is "${mediaType.slice(0, 100)}"`;
      throw new HttpProblem(
        "unsupported-media-type",
        `The body ${given}. Send ${taken.join(" or ")}.`,
        { available: taken },
        { accept: taken.join(", ") },
      );
    }
    const coding = headers["content-encoding"];
    if (coding !== undefined && coding.toLowerCase() !== "identity") {
      throw new HttpProblem(
        "unsupported-media-type",
        `The body is coded as "${coding.slice(0, 100)}". Send it without a Content-Encoding.`,
      );
    }
  };
}

/**
 * The body of a request as the operation takes it.
 * @throws HttpProblem `invalid-body` naming each wrong member by its JSON path
 */
export function readBody<B extends z.ZodType>({ json }: AcceptedBody<B>, request: FastifyRequest): ReadBody<z.output<B>> {
  const mediaType = mediaTypeOf(request.headers["content-type"]);
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (mediaType !== "application/json") return { mediaType, bytes, charset: charsetOf(request.headers["content-type"]) };
  const parsed = json.safeParse(parseJson(bytes));
  if (parsed.success) return { mediaType, value: parsed.data };
  const errors = parsed.error.issues.flatMap(errorsOf);
  throw new HttpProblem("invalid-body", errors.map(({ name, message }) => `${name}: ${message}`).join(" "), { errors });
}

function parseJson(bytes: Buffer): unknown {
  const refuse = (message: string) =>
    new HttpProblem("invalid-body", `The body is not JSON: ${message}`, { errors: [{ in: "body", name: "(root)", value: null, message }] });
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

function errorsOf(issue: z.core.$ZodIssue): ParameterError[] {
  const path = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  const name = path.replace(/^\./, "") || "(root)";
  if (issue.code !== "unrecognized_keys") return [{ in: "body", name, value: null, message: `${issue.message.replace(/\.$/, "")}.` }];
  return issue.keys.map((key) => ({
    in: "body",
    name: path === "" ? key : `${name}.${key}`,
    value: null,
    message: "Unknown member; take it out.",
  }));
}

/** The media type of a Content-Type header without its parameters, in lower case; empty without one. */
function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** The `charset` parameter of a Content-Type header, in lower case. */
function charsetOf(contentType: string | undefined): string | null {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
}
