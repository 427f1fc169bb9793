import type { FastifySchema } from "fastify";
import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiRequestBodyObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { Operation } from "../operation.ts";
import type { AcceptedBody } from "../requests/body.ts";
import { describeResponses } from "./documented-responses.ts";

/** What Fastify and @fastify/swagger are given of an operation: its words, and the zod schemas of what goes in and out. */
export interface RouteSchema extends FastifySchema {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  params: z.ZodObject;
  querystring: z.ZodObject;
  body?: ZodOpenApiRequestBodyObject;
  response: ZodOpenApiResponsesObject;
}

export function schemaOf(operation: Operation): RouteSchema {
  const { id, summary, description, tag, params, query, accepts } = operation;
  return {
    operationId: id,
    summary,
    description,
    tags: [tag],
    params,
    querystring: query,
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
  body,
  response,
}: RouteSchema): ZodOpenApiOperationObject {
  return {
    operationId,
    summary,
    description,
    tags,
    security: [],
    requestParams: {
      path: params,
      query: querystring,
    },
    ...(body === undefined ? {} : { requestBody: body }),
    responses: response,
  };
}

function describeBody({ description, json, raw = [], examples }: AcceptedBody): ZodOpenApiRequestBodyObject {
  const content = [["application/json", json], ...raw.map((mediaType) => [mediaType, z.string()])] as [string, z.ZodType][];
  return {
    description,
    required: true,
    content: Object.fromEntries(content.map(([mediaType, schema]) => [mediaType, { schema, example: examples[mediaType] }])),
  };
}
