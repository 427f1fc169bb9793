import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** What each part of `src` imports besides itself. `extraction`, `verification`, `representations` and `store` never import each other. */
const IMPORTS: Record<string, string[]> = {
  article: [],
  extraction: ["article"],
  verification: ["article"],
  representations: ["article"],
  workers: [],
  store: ["article", "workers"],
  publishing: ["article", "extraction", "store", "workers"],
  office: ["store"],
  outgoing: [],
  webhooks: ["article", "store", "office", "outgoing"],
  pull: ["article", "store", "publishing", "office", "outgoing"],
  pages: ["article", "representations", "verification"],
  config: [],
  http: ["article", "extraction", "verification", "representations", "store", "publishing", "office", "workers", "pages"],
  cli: [
    "article",
    "extraction",
    "verification",
    "representations",
    "store",
    "publishing",
    "office",
    "webhooks",
    "pull",
    "workers",
    "config",
    "main",
  ],
  main: ["store", "office", "webhooks", "http", "config"],
};

/** The packages that a part may use; a part that is not named may use any. */
const PACKAGES: Record<string, RegExp> = {
  article: /^(?:zod|node:crypto)$/,
  extraction: /^(?!fastify|pg$|@fastify)/,
  representations: /^(?!fastify|pg$|@fastify|node:(?!crypto))/,
  verification: /^zod$/,
};

const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file}`)
    .sort();
const textOf = (file: string) => readFileSync(join(ROOT, file), "utf8");

const IMPORT = /^\s*(?:import|export)\b[^"';]*?from "([^"]+)"|^import "([^"]+)"|import\("([^"]+)"\)/gm;

/** What a file imports, types included, as it is written there. */
const specifiersOf = (file: string) => [...textOf(file).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
const packagesOf = (file: string) => specifiersOf(file).filter((specifier) => !specifier.startsWith("."));
const filesOf = (file: string) =>
  specifiersOf(file)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => relative(ROOT, resolve(ROOT, file, "..", specifier)));

/** The shortest way from a file over its imports back to itself; `null` when there is none. */
function circleThrough(start: string, graph: Map<string, string[]>): string[] | null {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

/** All circles among files, each once: the names of its files in alphabetical order. */
function circlesAmong(graph: Map<string, string[]>): string[] {
  const circles = [...graph.keys()].map((file) => circleThrough(file, graph)).filter((circle) => circle !== null);
  return [...new Set(circles.map((circle) => circle.toSorted().join(" ")))];
}

const files = filesIn("src");
const clientFiles = filesIn("client/src");
const graph = new Map([...files, ...clientFiles].map((file) => [file, filesOf(file)]));
const part = (file: string) => (file.split("/")[1] ?? "").replace(/\.ts$/, "");
const importsFrom = (file: string) => (graph.get(file) ?? []).filter((target) => target.startsWith("src/"));

describe("imports run one way", () => {
  test.each(files)("%s", (file) => {
    const own = part(file);
    const allowed = IMPORTS[own];
    expect(allowed, `src/${own} is not in the table of layers`).toBeDefined();
    for (const target of importsFrom(file)) expect([own, ...(allowed ?? [])], `${file} imports ${target}`).toContain(part(target));
    for (const name of packagesOf(file)) expect(name).toMatch(PACKAGES[own] ?? /./);
  });

  test("in circles nowhere", () => {
    expect(circlesAmong(graph)).toEqual([]);
  });

  test("as the table of layers says: it allows nothing that is not used", () => {
    const used = new Set(files.flatMap((file) => importsFrom(file).map((target) => `${part(file)} -> ${part(target)}`)));
    const allowed = Object.entries(IMPORTS).flatMap(([own, targets]) => targets.map((target) => `${own} -> ${target}`));
    expect(allowed.filter((pair) => !used.has(pair))).toEqual([]);
  });

  test("and the client imports nothing but its own files and openapi-fetch", () => {
    expect(clientFiles.flatMap(filesOf).filter((file) => !clientFiles.includes(file))).toEqual([]);
    expect(clientFiles.flatMap(packagesOf)).toEqual(["openapi-fetch"]);
  });
});

test("a circle is found, however long, and named once", () => {
  const long = new Map([
    ["a", ["b"]],
    ["b", ["c", "x"]],
    ["c", ["a"]],
    ["x", []],
  ]);
  expect(circlesAmong(long)).toEqual(["a b c"]);
});

test("only config.ts reads the environment", () => {
  expect(files.filter((file) => textOf(file).includes("process.env"))).toEqual(["src/config.ts"]);
});

test("there is no default export", () => {
  expect([...files, ...clientFiles].filter((file) => /^export default/m.test(textOf(file)))).toEqual([]);
});
