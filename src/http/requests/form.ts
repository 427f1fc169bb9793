import { parse } from "node:querystring";
import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { HttpProblem } from "../problem.ts";
import { charsetOf, mediaTypeOf } from "./body.ts";

/** The media types of forms (HTML standard, section 4.10.21.8). */
export const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Fields of a form that are read. */
const MAX_FIELDS = 50;
/** Bytes that an escaped byte takes. */
const ESCAPED = 3;

/** A file of a form. */
export interface FormFile {
  name: string;
  /** As the browser labelled it; empty for what it does not know. */
  mediaType: string;
  charset: string | null;
  bytes: Uint8Array;
}

/** What was filled in: of each name the first value, empty ones left out. */
export interface Form {
  fields: Record<string, string>;
  files: Record<string, FormFile>;
}

/**
 * Makes a plugin parse forms of at most `maxBytes`, as they are before a browser escapes them for the type without files.
 * @param tooLarge what is said of a larger one
 * @throws HttpProblem `payload-too-large`, `malformed-request`
 */
export function parseForms(app: FastifyInstance, maxBytes: number, tooLarge: string): void {
  app.addContentTypeParser(FORM_TYPES, async ({ headers }: FastifyRequest, payload: Readable): Promise<Form> => {
    const contentType = headers["content-type"] ?? "";
    const isEscaped = mediaTypeOf(contentType) === FORM_TYPES[0];
    const most = isEscaped ? ESCAPED * maxBytes : maxBytes;
    const bytes = await readBounded(payload, most, Number(headers["content-length"] ?? 0), tooLarge);
    return isEscaped ? urlencoded(bytes) : multipart(bytes, contentType);
  });
}

/** Reads a body. One that is too large is left where it is: whoever answers reads the rest. */
async function readBounded(payload: Readable, maxBytes: number, told: number, tooLarge: string): Promise<Buffer> {
  const refuse = () => new HttpProblem("payload-too-large", tooLarge);
  if (told > maxBytes) throw refuse();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // A loop that ends early would close the connection otherwise, before an answer.
    for await (const chunk of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new HttpProblem("malformed-request", "The connection was closed before all of the form came.");
  }
  if (size > maxBytes) throw refuse();
  return Buffer.concat(chunks);
}

function urlencoded(bytes: Buffer): Form {
  const fields: Form["fields"] = Object.create(null);
  for (const [name, given] of Object.entries(parse(bytes.toString(), "&", "=", { maxKeys: MAX_FIELDS }))) {
    const value = [given].flat()[0] ?? "";
    if (value !== "") fields[name] = value;
  }
  return { fields, files: Object.create(null) };
}

async function multipart(bytes: Buffer, contentType: string): Promise<Form> {
  const form: Form = { fields: Object.create(null), files: Object.create(null) };
  // Node's parser has no bound of its own: thousands of parts would hold up other requests.
  if (hasManyParts(bytes, contentType)) throw new HttpProblem("malformed-request", `The form has more than ${MAX_FIELDS} fields.`);
  const parsed = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData().catch(() => {
    throw new HttpProblem(
      "malformed-request",
      "The form cannot be read: it is not multipart/form-data as its Content-Type says. Send it again.",
    );
  });
  for (const [name, value] of parsed) {
    if (typeof value === "string") {
      if (value !== "") form.fields[name] ??= value;
    } else if (value.name !== "") {
      form.files[name] ??= {
        name: value.name,
        mediaType: mediaTypeOf(value.type),
        charset: charsetOf(value.type),
        bytes: new Uint8Array(await value.arrayBuffer()),
      };
    }
  }
  return form;
}

function hasManyParts(bytes: Buffer, contentType: string): boolean {
  const delimiter = `--${/;\s*boundary\s*=\s*"?([^";]+)/i.exec(contentType)?.[1] ?? ""}`;
  let parts = 0;
  for (let at = bytes.indexOf(delimiter); at >= 0 && parts <= MAX_FIELDS; at = bytes.indexOf(delimiter, at + delimiter.length)) parts += 1;
  return parts > MAX_FIELDS;
}
