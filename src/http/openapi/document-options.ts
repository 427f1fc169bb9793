import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiPathItemObject,
  type ZodOpenApiRequestBodyObject,
  type ZodOpenApiResponseObject,
} from "zod-openapi";
import packageJson from "../../../package.json" with { type: "json" };
import { type Operation, TAGS } from "../operation.ts";
import type { AcceptedBody } from "../requests/body.ts";
import { describeResponses } from "./documented-responses.ts";

const DESCRIPTION = `Full text, sections, paragraphs and above all quotes: each with its exact place in the text, who said it, and how the reporter says so.

- **Spans** are half open and count Unicode code points of the article's text; they belong to its \`revision\`.
- **Lists** come in pages: follow \`nextCursor\` or \`Link: rel="next"\`. NDJSON and CSV stream a whole list.
- **Formats** are chosen by \`Accept\` or by \`format\`, which wins.
- **Every GET** answers HEAD with the same headers, and OPTIONS with \`Allow\`; they are not listed one by one. Answers have a strong \`ETag\` and come as br, zstd or gzip on request.
- **Errors** are RFC 9457 problem details; the page at \`type\` says what to do.
- **Every origin** may read every answer (CORS). A harmless \`X-Request-Id\` of yours comes back and stands in the log, as does the trace id of \`traceparent\`.

The articles keep their own rights: \`rights\` travels with every answer.`;

const INFO = {
  title: "Verbatim",
  version: packageJson.version,
  summary: "News articles as data.",
  description: DESCRIPTION,
  license: { name: "MIT", identifier: "MIT" },
};

const ifNoneMatch = z
  .string()
  .optional()
  .meta({
    param: { id: "IfNoneMatch" },
    description: "`ETag` of the answer you have, several of them, or `*`: 304 without a body if it is still current.",
    examples: ['"6c3fUV8zJr3vWqQe0o7k2A"'],
  });

/**
 * Options of @fastify/swagger that make the OpenAPI 3.1 document: the plugin collects the routes, their summaries and
 * tags; parameters, bodies, answers and components come from the zod schemas of the operations.
 */
export function documentOptions(operations: Operation[]): FastifyDynamicSwaggerOptions {
  const byId = new Map(operations.map((declared) => [declared.id, declared]));
  return {
    openapi: {
      openapi: "3.1.1",
      info: INFO,
      servers: [{ url: "/" }],
      tags: Object.entries(TAGS).map(([name, tag]) => ({ name, ...tag })),
      externalDocs: { description: "The reference, to read and to try out", url: "/docs" },
    },
    transformObject: (documentObject) => {
      if (!("openapiObject" in documentObject)) throw new Error("expected the plugin to make an OpenAPI document");
      const collected = documentObject.openapiObject as unknown as ZodOpenApiObject;
      const document = createDocument({ ...collected, paths: describePaths(collected, byId) }, { override: tidy });
      const items = Object.values(document.paths ?? {}).flatMap(({ get, post }) => [get, post]);
      const parameters = [...items.flatMap((item) => item?.parameters ?? []), ...Object.values(document.components?.parameters ?? {})];
      for (const parameter of parameters) settle(parameter as Parameter);
      return document as never;
    },
  };
}

function describePaths(collected: ZodOpenApiObject, byId: Map<string, Operation>) {
  const paths: Record<string, ZodOpenApiPathItemObject> = {};
  const shared = new Map<string, ZodOpenApiResponseObject>();
  for (const [path, item] of Object.entries(collected.paths ?? {})) {
    const described: ZodOpenApiPathItemObject = {};
    for (const method of ["get", "post"] as const) {
      const { operationId, summary, description, tags } = item?.[method] ?? {};
      if (operationId === undefined) continue;
      const declared = byId.get(operationId);
      if (declared === undefined) throw new Error(`expected an operation "${operationId}" for ${path}`);
      described[method] = {
        operationId,
        summary: summary ?? "",
        description: description ?? "",
        tags: tags ?? [],
        security: [],
        requestParams: {
          path: declared.params,
          query: declared.query,
          ...(method === "get" ? { header: z.object({ "If-None-Match": ifNoneMatch }) } : {}),
        },
        ...(declared.takes === undefined ? {} : { requestBody: describeBody(declared.takes) }),
        responses: describeResponses(declared, shared),
      };
    }
    paths[path] = described;
  }
  return paths;
}

function describeBody({ description, json, raw = [], examples }: AcceptedBody): ZodOpenApiRequestBodyObject {
  const content = [["application/json", json], ...raw.map((mediaType) => [mediaType, z.string()])] as [string, z.ZodType][];
  return {
    description,
    required: true,
    content: Object.fromEntries(content.map(([mediaType, schema]) => [mediaType, { schema, example: examples[mediaType] }])),
  };
}

/** The example of a parameter stands beside its schema, where every explorer looks for it, and its description only once. */
function settle(parameter: Parameter): void {
  const { schema } = parameter;
  if (schema === undefined) return;
  const [example] = schema.examples ?? [];
  if (example !== undefined) parameter.example = example;
  delete schema.examples;
  // Left over beside a reference to a component.
  delete schema.param;
  if (schema.description === parameter.description) delete schema.description;
}

interface Parameter {
  description?: string;
  example?: unknown;
  schema?: { examples?: unknown[]; description?: string; param?: unknown };
}

/**
 * Takes out what zod writes beyond what a reader of the document needs: JavaScript's largest integer, a promise that no
 * field will ever be added, a pattern beside a format, that names are strings, and two schemas for one that may be `null`.
 */
function tidy({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format === "uri") delete jsonSchema.pattern;
  delete jsonSchema.propertyNames;
  const [value, none, ...others] = (jsonSchema.anyOf ?? []) as Record<string, unknown>[];
  if (typeof value?.type !== "string" || none?.type !== "null" || others.length > 0) return;
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, { ...value, ...jsonSchema, type: [value.type, "null"] });
  if (Array.isArray(value.enum)) jsonSchema.enum = [...value.enum, null];
}
