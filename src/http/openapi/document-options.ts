import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { createDocument, type ZodOpenApiObject, type ZodOpenApiPathsObject } from "zod-openapi";
import packageJson from "../../../package.json" with { type: "json" };
import { type Site, urlOn } from "../../representations/links.ts";
import { COMPONENTS, nameSchemas, type Schema } from "./named-schemas.ts";
import { describeRoute, documented, type RouteSchema } from "./route-schema.ts";
import { SECURITY_SCHEMES } from "./security.ts";
import { TAGS } from "./tags.ts";

const DESCRIPTION = `Full text, sections, paragraphs and above all quotes: each with its exact place in the text, who said it, and how the reporter says so.

- **Spans** are half open and count Unicode code points of the article's text; they belong to its \`revision\`.
- **Lists** come in pages: follow \`nextCursor\` or \`Link: rel="next"\`. NDJSON and CSV stream a whole list.
- **Formats** are chosen by \`Accept\` or by \`format\`, which takes precedence.
- **Every GET** answers HEAD with the same headers, and OPTIONS with \`Allow\`; they are not listed separately. Answers have a strong \`ETag\` and come as br, zstd or gzip on request. Send the tag as \`If-None-Match\` and get 304 while it is current, or as \`If-Match\` and get 412 once it is not.
- **Errors** are RFC 9457 problem details; the page at \`type\` says what to do.
- **Writing** needs a key, sent as \`Authorization: Bearer\`; reading needs none. What is replaced is named by \`If-Match\`, \`Idempotency-Key\` makes a request safe to repeat, and \`Prefer: validate-only\` tries one out.
- **Every origin** may read every answer (CORS). A harmless \`X-Request-Id\` you send is returned and logged; the trace id of \`traceparent\` is logged.
- **Assistants** call the same things as tools over the Model Context Protocol at \`/mcp\`; \`/docs/mcp\` shows how to add it.

The articles keep their own rights: every answer that carries their words has \`rights\`.`;

const INFO = {
  title: "Verbatim",
  version: packageJson.version,
  summary: "News articles as data.",
  description: DESCRIPTION,
  license: { name: "MIT", identifier: "MIT" },
};

/**
 * Options of @fastify/swagger that make the OpenAPI 3.1 document. The plugin collects the routes and their schemas; since
 * the schemas are zod's, zod-openapi turns them into the document.
 *
 * @param site where clients reach the server; `null` when only they know: the document's addresses are then relative to itself
 * @param contact mail address or page for questions; without one, whoever runs the server is named by its address
 */
export function documentOptions(site: Site | null, contact: string | null = null): FastifyDynamicSwaggerOptions {
  const schemas = new Map<string, RouteSchema>();
  return {
    openapi: {
      openapi: "3.1.1",
      info: { ...INFO, contact: contactOf(site, contact) },
      servers: [{ url: site === null ? "/" : urlOn(site, "") }],
      components: { securitySchemes: SECURITY_SCHEMES },
      tags: Object.entries(TAGS).map(([name, tag]) => ({ name, ...tag })),
      // It must be absolute, unlike the address of the server.
      ...(site === null ? {} : { externalDocs: { description: "The reference, to read and to try out", url: urlOn(site, "/docs") } }),
    },
    // The plugin would read zod schemas as JSON schemas: it is shown the operation's name alone.
    transform: ({ schema, url }) => {
      const described = documented(schema);
      if (described === null) return { schema: { hide: true }, url };
      schemas.set(described.operationId, described);
      return { schema: { operationId: described.operationId }, url };
    },
    transformObject: (documentObject) => {
      if (!("openapiObject" in documentObject)) throw new Error("expected the plugin to make an OpenAPI document");
      const collected = documentObject.openapiObject as unknown as ZodOpenApiObject;
      const document = createDocument({ ...collected, paths: describePaths(collected, schemas) }, { override: tidy });
      const items = Object.values(document.paths ?? {}).flatMap((item) => METHODS.map((method) => item[method]));
      const parameters = [...items.flatMap((item) => item?.parameters ?? []), ...Object.values(document.components?.parameters ?? {})];
      for (const parameter of parameters) settle(parameter as Parameter);
      const named = (document.components?.schemas ?? {}) as Record<string, Schema>;
      nameSchemas(named);
      // What may be `null` wherever it is used is there as that alone.
      const text = JSON.stringify(document);
      for (const name of Object.keys(named)) if (!text.includes(`"${COMPONENTS}${name}"`)) delete named[name];
      return document as never;
    },
  };
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

function contactOf(site: Site | null, contact: string | null): { name: string; email?: string; url?: string } {
  const name = "Whoever runs this server";
  if (contact !== null) return { name, [/^https?:/.test(contact) ? "url" : "email"]: contact };
  return site === null ? { name } : { name, url: urlOn(site, "/") };
}

/** The collected paths, each operation described by its schemas. */
function describePaths({ paths = {} }: ZodOpenApiObject, schemas: Map<string, RouteSchema>): ZodOpenApiPathsObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const methods = METHODS.flatMap((method) => {
        const schema = schemas.get(item?.[method]?.operationId ?? "");
        return schema === undefined ? [] : [[method, describeRoute(schema)] as const];
      });
      return [path, Object.fromEntries(methods)];
    }),
  );
}

/** Puts the example of a parameter beside its schema, where every explorer looks for it, and its description in one place. */
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
 * Removes what zod writes and a reader of the document does not need: JavaScript's largest integer, a promise that no field
 * will ever be added, a pattern beside a format, that names are strings, and two schemas for one that may be `null`.
 */
export function tidy({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
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
