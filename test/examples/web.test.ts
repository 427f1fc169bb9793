import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { buildExample } from "./build.ts";

const ROOT = resolve(import.meta.dirname, "../..");

test("the front end type-checks against the client", () => {
  const compile = () =>
    execFileSync(process.execPath, [resolve(ROOT, "node_modules/typescript-7/bin/tsc"), "-p", resolve(ROOT, "examples/web")], {
      encoding: "utf8",
    });
  expect(compile).not.toThrow();
});

test("the front end builds with Vite", async () => {
  const files = await buildExample("https://api.example");
  expect([...files.keys()]).toContain("index.html");
  expect([...files.values()].join("")).toContain("https://api.example");
});
