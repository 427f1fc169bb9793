import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The OpenAPI document of the repository, with references followed where the tests look. */

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  examples?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: unknown;
  unevaluatedProperties?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  description?: string;
}
interface Parameter {
  in: "path" | "query" | "header";
  name: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: Schema;
}
export interface MediaType {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
export interface Response {
  description: string;
  headers?: Record<string, { $ref?: string; required?: boolean; description?: string; schema: Schema }>;
  content?: Record<string, MediaType>;
}
export interface Operation {
  operationId: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, Response>;
  /** Of operations that need a key. */
  security?: object[];
}
interface Document {
  paths: Record<string, Record<string, Omit<Operation, "method" | "path">>>;
  components: Record<string, Record<string, unknown>>;
  tags: { name: string; description: string }[];
}

export const openapi = JSON.parse(readFileSync(join(import.meta.dirname, "../../openapi/openapi.json"), "utf8")) as Document;

/** What a reference points to, or the thing itself. */
export function resolve<T extends object>(thing: T): T {
  const ref = (thing as { $ref?: string }).$ref;
  if (ref === undefined) return thing;
  const [, , kind, name] = ref.split("/");
  const found = openapi.components[kind ?? ""]?.[name ?? ""];
  if (found === undefined) throw new Error(`expected ${ref} to exist`);
  return found as T;
}

export const operations: Operation[] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, described]) => ({
    ...described,
    path,
    method: method.toUpperCase() as Operation["method"],
    parameters: (described.parameters ?? []).map(resolve),
    responses: Object.fromEntries(Object.entries(described.responses).map(([status, response]) => [status, resolve(response)])),
  })),
);

/** The operation with an id. */
export function operationOf(id: string): Operation {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`expected an operation "${id}"`);
  return found;
}

/** The address of an operation: path parameters as given or else the document's examples, and a query, percent-encoded. */
export function addressOf(
  { path, parameters }: Operation,
  query: Record<string, string[]> = {},
  inPath: Record<string, string> = {},
): string {
  const required = parameters.filter((one) => one.in === "query" && one.required && query[one.name] === undefined);
  const given = { ...Object.fromEntries(required.map(({ name, example }) => [name, [String(example)]])), ...query };
  const pairs = Object.entries(given).flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const text = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const example = parameters.find((one) => one.in === "path" && one.name === name)?.example;
    return inPath[name] ?? encode(String(example));
  });
  return text === "" ? filled : `${filled}?${text}`;
}

/** Percent-encodes any string, lone surrogates included: as the three bytes UTF-8 does not allow. */
export function encode(value: string): string {
  return [...value]
    .map((point) =>
      point.isWellFormed()
        ? encodeURIComponent(point)
        : [0xe0 | (point.charCodeAt(0) >> 12), 0x80 | ((point.charCodeAt(0) >> 6) & 63), 0x80 | (point.charCodeAt(0) & 63)]
            .map((byte) => `%${byte.toString(16).toUpperCase()}`)
            .join(""),
    )
    .join("");
}
