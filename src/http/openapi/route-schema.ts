import type { FastifySchema } from "fastify";
import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiRequestBodyObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { Operation } from "../operation.ts";
import type { AcceptedBody } from "../requests/body.ts";
import { fieldsOf } from "./documented-fields.ts";
import { describeResponses } from "./documented-responses.ts";
import { BEARER } from "./security.ts";

/** What Fastify and @fastify/swagger are given of an operation: its words, and the zod schemas of what goes in and out. */
export interface RouteSchema extends FastifySchema {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  params: z.ZodObject;
  querystring: z.ZodObject;
  /** Header fields that the operation reads. */
  fields?: z.ZodObject;
  security: Record<string, string[]>[];
  body?: ZodOpenApiRequestBodyObject;
  response: ZodOpenApiResponsesObject;
}

export function schemaOf(operation: Operation): RouteSchema {
  const { id, summary, description, tag, params, query, accepts, requires, writes } = operation;
  return {
    operationId: id,
    summary,
    description,
    tags: [tag],
    params,
    querystring: query,
    ...(writes === undefined ? {} : { fields: fieldsOf(writes) }),
    // The scopes of a bearer scheme are names for readers (OpenAPI 3.1, "Security Requirement Object").
    security: requires === undefined ? [] : [{ [BEARER]: [requires] }],
    ...(accepts === undefined ? {} : { body: describeBody(accepts) }),
    response: describeResponses(operation),
  };
}

/** The schema of a route that the document lists, or `null`. */
export function documented(schema: FastifySchema | undefined): RouteSchema | null {
  return schema?.operationId === undefined ? null : (schema as RouteSchema);
}

/** A route of the document as zod-openapi takes it. */
export function describeRoute({
  operationId,
  summary,
  description,
  tags,
  params,
  querystring,
  fields,
  security,
  body,
  response,
}: RouteSchema): ZodOpenApiOperationObject {
  return {
    operationId,
    summary,
    description,
    tags,
    security,
    requestParams: {
      path: params,
      query: querystring,
      ...(fields === undefined ? {} : { header: fields }),
    },
    ...(body === undefined ? {} : { requestBody: body }),
    responses: response,
  };
}

function describeBody({ description, json, alsoJson = [], raw = [], examples }: AcceptedBody): ZodOpenApiRequestBodyObject {
  const content = [
    ["application/json", json],
    ...alsoJson.map((mediaType) => [mediaType, json]),
    ...raw.map((mediaType) => [mediaType, z.string()]),
  ] as [string, z.ZodType][];
  return {
    description,
    required: true,
    content: Object.fromEntries(content.map(([mediaType, schema]) => [mediaType, { schema, example: examples[mediaType] }])),
  };
}
