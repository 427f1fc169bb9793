import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileSchemas } from "../src/http/openapi/file-schemas.ts";
import { openApiTexts } from "../src/http/routes/documents.ts";
import { buildServer } from "../src/http/server.ts";
import { FilesStore } from "../src/store/files/files-store.ts";

// Writes openapi/openapi.json and openapi/openapi.yaml as the server serves them, and the schemas of the files of an archive.
const store = await FilesStore.open({ folder: resolve(import.meta.dirname, "../data"), watch: false, onProblem: () => {} });
const app = await buildServer({ store, publicUrl: null });
const { json, yaml } = openApiTexts(app);
writeFileSync(join(import.meta.dirname, "openapi.json"), json);
writeFileSync(join(import.meta.dirname, "openapi.yaml"), yaml);
for (const [name, schema] of Object.entries(fileSchemas())) {
  writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(schema, null, 2)}\n`);
}
await app.close();
await store.close();
