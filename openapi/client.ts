import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";

/** The client's types as openapi/openapi.json has them. */
export async function clientTypes(): Promise<string> {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, "openapi.json"), "utf8"));
  const types = astToString(await openapiTypescript(document));
  return `// Written by \`npm run client\` from openapi/openapi.json.\n${types}`;
}

/** Where they are kept. */
export const CLIENT_TYPES = join(import.meta.dirname, "../src/client/schema.ts");

if (import.meta.main) writeFileSync(CLIENT_TYPES, await clientTypes());
