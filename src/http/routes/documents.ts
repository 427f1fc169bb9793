import type { FastifyInstance } from "fastify";
import { stringify } from "yaml";
import { z } from "zod";
import { JSON_TYPE } from "../../representations/table.ts";
import { operation } from "../operation.ts";
import { type RouteOptions, registerOperations } from "../register.ts";

const OpenApiDocument = z
  .looseObject({
    openapi: z
      .string()
      .min(1)
      .meta({ description: "Version of OpenAPI.", examples: ["3.1.1"] }),
  })
  .meta({ id: "OpenApiDocument", description: "An OpenAPI 3.1 document." });

const OpenApiYaml = z.string().meta({ examples: ["openapi: 3.1.1"] });

/** The OpenAPI document of this server as it is written to `openapi/` and served. */
export function openApiTexts(app: FastifyInstance): { json: string; yaml: string } {
  const document = app.swagger();
  return { json: `${JSON.stringify(document, null, 2)}\n`, yaml: stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }) };
}

/** The operations that serve the OpenAPI document, which is made when it is first asked for. */
export async function documentRoutes(app: FastifyInstance, { site, cache }: RouteOptions): Promise<void> {
  let made: { json: string; yaml: string } | null = null;
  const texts = () => (made ??= openApiTexts(app));
  const none = { params: z.object({}), query: z.object({}) };
  registerOperations(app, { cache, site }, [
    operation({
      path: "/openapi.json",
      id: "getOpenApiJson",
      tag: "Service",
      summary: "Get the OpenAPI document as JSON",
      description: "Describes every public operation. Use it to generate clients, or open it in an API explorer.",
      ...none,
      answers: "The document.",
      formats: [{ ...JSON_TYPE, schema: OpenApiDocument }],
      unnegotiated: true,
      problems: ["invalid-parameter"],
      answer: async () => ({ body: texts().json }),
    }),
    operation({
      path: "/openapi.yaml",
      id: "getOpenApiYaml",
      tag: "Service",
      summary: "Get the OpenAPI document as YAML",
      description: "The same document as `/openapi.json`, for tools and people who prefer YAML.",
      ...none,
      answers: "The document.",
      formats: [{ name: "yaml", mediaType: "application/yaml", contentType: "application/yaml", extension: "yaml", schema: OpenApiYaml }],
      unnegotiated: true,
      problems: ["invalid-parameter"],
      answer: async () => ({ body: texts().yaml }),
    }),
  ]);
}
