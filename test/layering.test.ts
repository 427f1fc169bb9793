import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");

/** What each part of `src` may import besides itself. The four in the middle never import each other. */
const MAY_IMPORT: Record<string, string[]> = {
  article: [],
  extraction: ["article"],
  verification: ["article"],
  representations: ["article"],
  workers: [],
  store: ["article", "workers"],
  pages: ["article", "representations", "store"],
  client: ["article"],
  config: [],
  http: ["article", "extraction", "verification", "representations", "store", "workers", "pages"],
  cli: ["article", "extraction", "verification", "representations", "store", "workers", "http", "config", "main"],
  main: ["article", "store", "http", "config"],
};

/** Packages that only one part may know. */
const MAY_USE: Record<string, RegExp> = {
  article: /^(?:zod|node:crypto)$/,
  extraction: /^(?!fastify|pg$|@fastify)/,
  representations: /^(?!fastify|pg$|@fastify|node:(?!crypto))/,
  verification: /^zod$/,
  client: /^openapi-fetch$/,
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const part = (file: string) => (file.split("/")[0] ?? "").replace(/\.ts$/, "");
const importsOf = (file: string) =>
  [...readFileSync(join(SRC, file), "utf8").matchAll(/(?:^|\n)\s*(?:import|export)[^"';]*?from "([^"]+)"|import\("([^"]+)"\)/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );

describe("imports run one way", () => {
  test.each(files)("%s", (file) => {
    const own = part(file);
    const allowed = MAY_IMPORT[own];
    expect(allowed, `src/${own} is not in the table of layers`).toBeDefined();
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith(".")) {
        expect(specifier).toMatch(MAY_USE[own] ?? /./);
        continue;
      }
      const target = relative(SRC, resolve(SRC, file, "..", specifier));
      if (target.startsWith("..")) continue;
      expect([own, ...(allowed ?? [])], `${file} imports ${target}`).toContain(part(target));
    }
  });

  test("only config.ts reads the environment", () => {
    const readers = files.filter((file) => readFileSync(join(SRC, file), "utf8").includes("process.env"));
    expect(readers).toEqual(["config.ts"]);
  });

  test("there is no default export", () => {
    expect(files.filter((file) => /^export default/m.test(readFileSync(join(SRC, file), "utf8")))).toEqual([]);
  });
});
