import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiPathItemObject,
  type ZodOpenApiRequestBodyObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import packageJson from "../../package.json" with { type: "json" };
import type { AcceptedBody } from "./body.ts";
import { type Operation, TAGS } from "./operation.ts";
import { PROBLEMS, Problem, type ProblemCode } from "./problem.ts";

const INFO = {
  title: "Verbatim",
  version: packageJson.version,
  summary: "News articles as data.",
  description:
    "Full text, sections, paragraphs and above all quotes: each with its exact place in the text, who said it, and how the reporter says so. " +
    "Spans count Unicode code points of the article's text, half open. Errors are RFC 9457 problem details. " +
    "The articles keep their own rights; `rights` travels with every answer.",
  license: { name: "MIT", identifier: "MIT" },
};

const header = {
  etag: z
    .string()
    .optional()
    .meta({ header: { id: "ETag" }, description: "Strong entity tag of exactly these bytes.", examples: ['"6c3fUV8zJr3vWqQe0o7k2A"'] }),
  "cache-control": z
    .string()
    .optional()
    .meta({ header: { id: "CacheControl" }, description: "How long a cache may keep the answer." }),
  vary: z
    .string()
    .optional()
    .meta({ header: { id: "Vary" }, description: "Request headers the answer depends on." }),
  link: z
    .string()
    .optional()
    .meta({ header: { id: "Link" }, description: 'RFC 8288 links: `rel="next"` is the next page.' }),
  location: z
    .string()
    .optional()
    .meta({ header: { id: "Location" }, description: "The present address, path-absolute." }),
  allow: z
    .string()
    .optional()
    .meta({ header: { id: "Allow" }, description: "The methods this path answers." }),
  "x-request-id": z
    .string()
    .optional()
    .meta({ header: { id: "RequestId" }, description: "Names the request in the server's log." }),
};

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
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    },
    transformObject: (documentObject) => {
      if (!("openapiObject" in documentObject)) throw new Error("expected the plugin to make an OpenAPI document");
      const collected = documentObject.openapiObject as unknown as ZodOpenApiObject;
      return createDocument({ ...collected, paths: describePaths(collected, byId) }, { override: tidy }) as never;
    },
  };
}

function describePaths(collected: ZodOpenApiObject, byId: Map<string, Operation>) {
  const paths: Record<string, ZodOpenApiPathItemObject> = {};
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
        requestParams: { path: declared.params, query: declared.query },
        ...(declared.takes === undefined ? {} : { requestBody: describeBody(declared.takes) }),
        responses: describeResponses(declared),
      };
    }
    paths[path] = described;
  }
  return paths;
}

function describeBody({ description, json, raw = [] }: AcceptedBody): ZodOpenApiRequestBodyObject {
  const texts = raw.map((mediaType) => [mediaType, { schema: z.string() }]);
  return { description, required: true, content: { "application/json": { schema: json }, ...Object.fromEntries(texts) } };
}

function describeResponses(declared: Operation): ZodOpenApiResponsesObject {
  const posted = declared.takes !== undefined;
  const cached = z.object({
    ...(posted ? {} : { etag: header.etag }),
    "cache-control": header["cache-control"],
    "x-request-id": header["x-request-id"],
    ...(declared.formats.length > 1 ? { vary: header.vary } : {}),
  });
  const responses: ZodOpenApiResponsesObject = {
    200: {
      description: declared.answers,
      headers: declared.pages ? cached.extend({ link: header.link }) : cached,
      content: Object.fromEntries(declared.formats.map(({ mediaType, schema }) => [mediaType, { schema }])),
    },
  };
  if (!posted) responses["304" as "300"] = { description: "What `If-None-Match` names is still current.", headers: cached };
  if (declared.redirects) {
    responses["308" as "300"] = { description: "The resource has a new address.", headers: z.object({ location: header.location }) };
  }
  const codes = new Map<number, ProblemCode[]>();
  for (const code of new Set<ProblemCode>([
    ...declared.problems,
    "malformed-request",
    "method-not-allowed",
    "not-acceptable",
    "internal-error",
    ...(posted ? (["invalid-body", "payload-too-large", "unsupported-media-type"] as const) : []),
  ])) {
    const [status] = PROBLEMS[code];
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  for (const [status, named] of [...codes].sort(([a], [b]) => a - b)) {
    responses[`${status}` as "400"] = {
      description: `${named.map((code) => PROBLEMS[code][1]).join(", or ")} (${named.map((code) => `\`${code}\``).join(", ")}).`,
      headers: z.object(
        status === 405 ? { allow: header.allow, "x-request-id": header["x-request-id"] } : { "x-request-id": header["x-request-id"] },
      ),
      content: { "application/problem+json": { schema: Problem } },
    };
  }
  return responses;
}

// What zod writes beyond what a reader of the document needs: a date pattern of 300 characters, JavaScript's largest
// integer, and a promise that no field will ever be added.
function tidy({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  delete jsonSchema.additionalProperties;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format === "uri") delete jsonSchema.pattern;
}
