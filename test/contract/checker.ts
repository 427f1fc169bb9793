import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { type Operation, openapi, type Response, resolve, type Schema } from "./document.ts";
import type { Answer } from "./request.ts";

/**
 * Every difference between an answer and what the document says of its operation; empty when there is none.
 *
 * @param some whether the request named the fields it wants: then those that the schema requires may be missing
 */
export function faultsOf(operation: Operation, answer: Answer, method: string = operation.method, some = false): string[] {
  const { status, headers, body } = answer;
  const documented = operation.responses[status];
  if (documented === undefined) return [`${status} is not documented`];
  const faults = [...headerFaults(documented, answer)];
  if (status === 500) faults.push("the server failed");
  if (method === "HEAD" || documented.content === undefined) {
    if (body.length > 0) faults.push(`${method} ${status} has a body`);
    return faults;
  }
  const contentType = headers["content-type"];
  const types = Object.keys(documented.content);
  const sent = contentType ?? "";
  const mediaType = types.find((known) => sameMediaType(known, sent)) ?? types.find((known) => known === sent.split(";")[0]);
  if (mediaType === undefined) return [...faults, `the media type ${contentType} is not documented for ${status}`];
  const schema = documented.content[mediaType]?.schema ?? {};
  return [
    ...faults,
    ...bodyFaults(schema, mediaType, body, some && status === 200),
    ...(status >= 400 && mediaType.includes("json") ? problemFaults(documented, answer) : []),
  ];
}

function headerFaults({ headers = {} }: Response, { headers: sent }: Answer): string[] {
  return Object.entries(headers).flatMap(([name, described]) => {
    const value = sent[name.toLowerCase()];
    if (value === undefined) return resolve(described).required ? [`the header ${name} is missing`] : [];
    return validatorOf(resolve(described).schema)(value) ? [] : [`the header ${name} is "${value}"`];
  });
}

function bodyFaults(schema: Schema, mediaType: string, body: Buffer, some: boolean): string[] {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return ["the body is not UTF-8"];
  }
  const lines = mediaType === "application/x-ndjson" ? text.split("\n").filter((line) => line !== "") : [];
  try {
    const value: unknown = /[/+]json\b/.test(mediaType) ? JSON.parse(text) : text;
    for (const line of lines) JSON.parse(line);
    const validate = validatorOf(some ? partialOf(schema) : schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`,
    );
  } catch (error) {
    return [`the body is not ${mediaType}: ${(error as Error).message}`];
  }
}

/** RFC 9457, and what this API adds: a stable code that the document names for the status, and the request's id. */
function problemFaults({ description }: Response, { status, headers, body }: Answer): string[] {
  const problem = JSON.parse(body.toString()) as { type: string; status: number; code: string; requestId?: string };
  return [
    ...(problem.status === status ? [] : [`the problem says ${problem.status}`]),
    ...(URL.parse(problem.type)?.pathname === `/problems/${problem.code}` ? [] : [`the problem's type is ${problem.type}`]),
    ...(description.includes(`\`${problem.code}\`:`) ? [] : [`the problem ${problem.code} is not documented for ${status}`]),
    ...(problem.requestId === headers["x-request-id"] ? [] : ["the problem names another request"]),
  ];
}

/** Parameters that only say how text is written do not tell media types apart; a profile does. */
function sameMediaType(documented: string, sent: string): boolean {
  const bare = (value: string) => value.replace(/;\s*(?:charset|variant|header)=[^;]*/g, "").trim();
  return bare(documented) === bare(sent);
}

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
formats.default(ajv);
ajv.addVocabulary(["components", "discriminator", "externalDocs", "example", "x-extensible-enum"]);
const components = {
  schemas: Object.fromEntries(Object.entries(openapi.components.schemas ?? {}).map(([id, one]) => [id, exact(one as Schema)])),
};

/** The schema of an answer of which only some fields were asked for: the resource, or each item of a list, may be without them. */
function partialOf(given: Schema): Schema {
  const known = partials.get(given);
  if (known !== undefined) return known;
  const schema = resolve(given);
  const { items } = schema.properties ?? {};
  const partial: Schema =
    schema.anyOf !== undefined
      ? { ...schema, anyOf: schema.anyOf.map(partialOf) }
      : items?.items === undefined
        ? { ...schema, required: [] }
        : { ...schema, properties: { ...schema.properties, items: { ...items, items: partialOf(items.items) } } };
  partials.set(given, partial);
  return partial;
}

const partials = new Map<Schema, Schema>();
const validators = new Map<Schema, ValidateFunction>();

/** Checks values against a schema of the document, to the letter: a field it does not name is a fault. */
export function validatorOf(schema: Schema): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validate = ajv.compile({ ...exact(schema), components });
  validators.set(schema, validate);
  return validate;
}

function exact<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(exact) as T;
  if (typeof schema !== "object" || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, exact(value)])) as Schema;
  if (copy.type === "object" && copy.properties !== undefined && copy.additionalProperties === undefined)
    copy.unevaluatedProperties = false;
  return copy as T;
}
