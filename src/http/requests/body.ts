import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import { HttpProblem, type ParameterError } from "../problem.ts";

/** The body a POST operation accepts. */
export interface AcceptedBody<B extends z.ZodType = z.ZodType> {
  description: string;
  /** Schema of an `application/json` body. */
  json: B;
  /** Media types whose bodies reach the operation as bytes, undecoded. */
  raw?: string[];
  /** An example body for each media type. */
  examples: Record<string, unknown>;
  /** A larger body is a 413. */
  maxBytes: number;
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
    this.charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
  }
}

/** A body as an operation is given it: a value its JSON schema admits, or bytes of one of its raw media types. */
export type RequestBody<B = unknown> = B | RawBody;

/** The value of a body that can only be JSON: of an operation without raw media types. */
export function jsonOf<B>(body: RequestBody<B>): B {
  if (body instanceof RawBody) throw new Error("expected a JSON body");
  return body;
}

/** The media types an operation accepts. */
function mediaTypesOf({ raw = [] }: Pick<AcceptedBody, "raw">): string[] {
  return ["application/json", ...raw];
}

/** Makes a plugin parse bodies of the media types an operation accepts. */
export function parseBodies(app: FastifyInstance, { raw = [] }: AcceptedBody): void {
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_: FastifyRequest, bytes: Buffer) => parseJson(bytes));
  if (raw.length === 0) return;
  app.addContentTypeParser(raw, { parseAs: "buffer" }, async ({ headers }: FastifyRequest, bytes: Buffer) => {
    return new RawBody(headers["content-type"], bytes);
  });
}

/** A hook that refuses media types and codings the operation does not accept, before any body is read. */
export function refuseOtherBodies(accepted: Pick<AcceptedBody, "raw">): (request: FastifyRequest) => Promise<void> {
  const available = mediaTypesOf(accepted);
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

/** Names each wrong member of a JSON body by its path. */
export function bodyProblem(issues: z.core.$ZodIssue[]): HttpProblem {
  const errors = issues.flatMap(errorsOf);
  return new HttpProblem("invalid-body", errors.map(({ name, message }) => `${name}: ${message}`).join(" "), { errors });
}

/** @throws HttpProblem `invalid-body` */
export function parseJson(bytes: Buffer): unknown {
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
    message: "Unknown member; remove it.",
  }));
}

/** The media type of a Content-Type header without its parameters, in lower case; empty without one. */
function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
