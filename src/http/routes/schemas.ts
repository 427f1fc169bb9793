import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { urlOn } from "../../representations/links.ts";
import { CACHE_CONTROL } from "../answers/headers.ts";
import { fileSchemas, SCHEMA_NAMES, type SchemaName } from "../openapi/file-schemas.ts";
import { operation } from "../operation.ts";
import { HttpProblem } from "../problem.ts";
import { type RouteOptions, registerOperations } from "../register.ts";
import { inPath } from "../requests/parameters.ts";

const JsonSchema = z
  .looseObject({ $id: z.url().meta({ description: "Its own address.", examples: ["https://news.example/schemas/edits.schema.json"] }) })
  .meta({ id: "JsonSchema", description: "A JSON Schema (2020-12)." });

const FORMAT = { name: "schema", mediaType: "application/schema+json", contentType: "application/schema+json", extension: "json" };

/** The operation that serves the JSON Schemas of the files of an archive, for programs that people write those files in. */
export async function schemaRoutes(app: FastifyInstance, { site, cache }: RouteOptions): Promise<void> {
  let made: Record<SchemaName, object> | null = null;
  registerOperations(app, { cache, site }, [
    operation({
      path: "/schemas/{file}",
      id: "getSchema",
      tag: "Service",
      summary: "Get the JSON Schema of a file",
      description:
        "JSON Schemas of the files of an archive: editors' corrections, the speaker registry, rows to import, and articles. A file that names one in `$schema` is checked and completed by editors that know JSON Schema.",
      params: z.object({ file: inPath.schema }),
      query: z.object({}),
      answers: "The schema.",
      formats: [{ ...FORMAT, schema: JsonSchema }],
      unnegotiated: true,
      problems: ["invalid-parameter", "not-found"],
      async answer({ params: { file } }) {
        const name = SCHEMA_NAMES.find((one) => one === file);
        if (name === undefined) throw new HttpProblem("not-found", `There is no schema "${file}". Known: ${SCHEMA_NAMES.join(", ")}.`);
        made ??= fileSchemas();
        const body = JSON.stringify({ $id: urlOn(site, `/schemas/${name}`), ...made[name] }, null, 2);
        return { body: `${body}\n`, headers: { "cache-control": CACHE_CONTROL.release } };
      },
    }),
  ]);
}
