import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";

/** The parts of the document that the client's types differ in. */
interface Document {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, object> };
}
interface DocumentedOperation {
  parameters?: { name?: string }[];
}

/**
 * The source text of the client's types: those of openapi/openapi.json, and each schema under its own name. One thing differs from the
 * document: no operation has the parameter `format`, because the client chooses representations with `accept`.
 */
export async function clientTypes(): Promise<string> {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, "openapi.json"), "utf8")) as Document;
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    operation.parameters = (operation.parameters ?? []).filter(({ name }) => name !== "format");
  }
  const types = astToString(await openapiTypescript(document as never));
  const named = Object.keys(document.components.schemas).map((name) => `export type ${name} = components["schemas"]["${name}"];\n`);
  return `// Written by \`npm run openapi\` from openapi/openapi.json.\n${types}\n${named.join("")}`;
}

/** The file they are committed in. */
export const CLIENT_TYPES = join(import.meta.dirname, "../client/src/schema.ts");

if (import.meta.main) writeFileSync(CLIENT_TYPES, await clientTypes());
