import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";

/** The parts of the document that are changed for the client. */
interface Document {
  paths: Record<string, Record<string, DocumentedOperation>>;
}
interface DocumentedOperation {
  parameters?: { name?: string }[];
  responses: Record<string, { content?: Record<string, { schema: { anyOf?: object[] } }> }>;
}

/**
 * The client's types as openapi/openapi.json has them, but for two things. The client chooses representations with
 * `accept`, so no operation has the parameter `format`; and where JSON may be one of several things, it is the first
 * of them, which is what an operation answers as long as nothing else is asked for.
 */
export async function clientTypes(): Promise<string> {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, "openapi.json"), "utf8")) as Document;
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    operation.parameters = (operation.parameters ?? []).filter(({ name }) => name !== "format");
    const json = operation.responses[200]?.content?.["application/json"];
    if (json?.schema.anyOf?.[0] !== undefined) json.schema = json.schema.anyOf[0];
  }
  const types = astToString(await openapiTypescript(document as never));
  return `// Written by \`npm run openapi\` from openapi/openapi.json.\n${types}`;
}

/** Where they are kept. */
export const CLIENT_TYPES = join(import.meta.dirname, "../src/client/schema.ts");

if (import.meta.main) writeFileSync(CLIENT_TYPES, await clientTypes());
