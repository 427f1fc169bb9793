import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { fileSchemas } from "../src/http/openapi/file-schemas.ts";
import { sampleArticles } from "./fixtures.ts";
import { startServer } from "./http/server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer(undefined, false, { publicUrl: null });
});
afterAll(() => server.stop());

test.each(["openapi.json", "openapi.yaml"])("openapi/%s is what the server serves (else run `npm run openapi`)", async (name) => {
  const committed = readFileSync(resolve(import.meta.dirname, "../openapi", name), "utf8");
  const response = await fetch(`${server.url}/${name}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).toBe(committed);
});

test("the schemas of the files that people write are what the code takes (else run `npm run openapi`)", () => {
  for (const [name, schema] of Object.entries(fileSchemas())) {
    const committed = readFileSync(resolve(import.meta.dirname, "../openapi", name), "utf8");
    expect(committed, name).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  }
});

test("the schemas of the files take what may be written and refuse what may not", () => {
  const ajv = formats.default(new Ajv2020({ strict: false }));
  const [edits, speakers, row, article] = Object.values(fileSchemas()).map((schema) => ajv.compile(schema));
  expect(edits?.({ edits: [{ op: "reject", quote: { id: "c5zdc6gr9e", text: "We stay" } }] })).toBe(true);
  expect(edits?.({ edits: [{ op: "delete", quote: { id: "c5zdc6gr9e", text: "We stay" } }] })).toBe(false);
  expect(speakers?.({ speakers: [{ id: "orla-brice", name: "Orla Brice", merges: ["o-brice"] }] })).toBe(true);
  expect(speakers?.({ speakers: [{ id: "orla-brice", name: "Orla Brice", merge: ["o-brice"] }] })).toBe(false);
  expect(row?.({ text: "Kiln", url: "https://kiln.example/1", anything: 1 })).toBe(true);
  expect(row?.({ text: 1 })).toBe(false);
  const [sample] = sampleArticles();
  expect(article?.(sample)).toBe(true);
  expect(article?.({ ...sample, quotes: "none" })).toBe(false);
  for (const named of [
    edits?.({ $schema: "https://news.example/schemas/edits.schema.json", edits: [] }),
    speakers?.({ $schema: "x", speakers: [] }),
    row?.({ $schema: "x", text: "Kiln" }),
  ])
    expect(named).toBe(true);
});

test("the document covers every route the server answers with content", async () => {
  const { paths } = parse(readFileSync(resolve(import.meta.dirname, "../openapi/openapi.yaml"), "utf8")) as { paths: object };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(["/", "/v1/articles/{slug}", "/openapi.json", "/health/ready", "/problems/{code}"]),
  );
});
