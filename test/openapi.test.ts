import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
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

test("the document covers every route the server answers with content", async () => {
  const { paths } = parse(readFileSync(resolve(import.meta.dirname, "../openapi/openapi.yaml"), "utf8")) as { paths: object };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(["/", "/v1/articles/{slug}", "/openapi.json", "/health/ready", "/problems/{code}"]),
  );
});
