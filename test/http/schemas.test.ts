import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SCHEMA_NAMES } from "../../src/http/openapi/file-schemas.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import type { StoreProblem } from "../../src/store/store.ts";
import { dataFolder } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(undefined, false, { publicUrl: "https://news.example/archive/" });
});
afterAll(() => server.stop());

test.each(SCHEMA_NAMES)("/schemas/%s is a schema that knows its address below PUBLIC_URL", async (name) => {
  const response = await fetch(`${server.url}/schemas/${name}`);
  expect(response.headers.get("content-type")).toBe("application/schema+json");
  const schema = (await response.json()) as { $id: string };
  expect(schema.$id).toBe(`https://news.example/archive/schemas/${name}`);
  expect(formats.default(new Ajv2020({ strict: false })).validateSchema(schema)).toBe(true);
});

test("another name is a 404 that lists the schemas, and nothing outside of them is read", async () => {
  for (const name of ["edit.schema.json", "..%2Fopenapi.json", "constructor"]) {
    const response = await fetch(`${server.url}/schemas/${name}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      code: "not-found",
      detail: expect.stringContaining("edits.schema.json, speakers.schema.json"),
    });
  }
});

test("what is wrong in an editor's file names the schema of it; $schema itself is allowed", async () => {
  const data = dataFolder();
  data.write("articles/harbour-to-close.edits.json", {
    $schema: "https://news.example/schemas/edits.schema.json",
    edits: [{ op: "delete" }],
  });
  data.write("speakers.json", { $schema: "../x", speakers: [{ id: "ada-quill", name: "Ada Quill", merge: [] }] });
  const problems: StoreProblem[] = [];
  const store = await FilesStore.open({ folder: data.folder, watch: false, onProblem: (problem) => problems.push(problem) });
  await store.close();
  data.remove();
  expect(problems.map(({ where, path, cure }) => [where, path, /\/schemas\/\S+/.exec(cure)?.[0]])).toEqual([
    ["speakers.json", "speakers[0]", "/schemas/speakers.schema.json"],
    ["articles/harbour-to-close.edits.json", "edits[0].op", "/schemas/edits.schema.json"],
  ]);
});
