import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const TSC = join(ROOT, "node_modules/typescript-7/bin/tsc");

const CONSUMER = `
import { createClient, items, VerbatimError, type Schemas } from "verbatim/client";

const client = createClient({ baseUrl: "https://news.example" });

export async function said(speaker: string): Promise<string[]> {
  const words: string[] = [];
  try {
    for await (const quote of items(client, "/v1/speakers/{id}/quotes", { path: { id: speaker } })) words.push(quote.text);
  } catch (error) {
    if (error instanceof VerbatimError && error.code === "speaker-not-found") return [];
    throw error;
  }
  return words;
}

export async function headline(slug: string): Promise<Schemas["Span"]> {
  const article = await client.get("/v1/articles/{slug}", { path: { slug } });
  // @ts-expect-error An article has no title.
  article.title;
  return article.headline;
}
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-consumer-"));
  const npm = (...args: string[]) => execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [packed] = JSON.parse(npm("pack", "--json", "--silent", "--pack-destination", folder).replace(/^[^[]*/, "")) as {
    filename: string;
  }[];
  mkdirSync(join(folder, "node_modules/verbatim"), { recursive: true });
  execFileSync("tar", ["xzf", join(folder, packed?.filename ?? ""), "-C", join(folder, "node_modules/verbatim"), "--strip-components=1"]);
  for (const dependency of ["openapi-fetch", "openapi-typescript-helpers", "zod"]) {
    symlinkSync(join(ROOT, "node_modules", dependency), join(folder, "node_modules", dependency));
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", type: "module", private: true }));
  writeFileSync(join(folder, "consumer.ts"), CONSUMER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
])("a project compiles against the packed package with moduleResolution $moduleResolution", (resolution) => {
  const compilerOptions = {
    ...resolution,
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    strict: true,
    noEmit: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const compile = () => execFileSync(process.execPath, [TSC, "-p", folder], { encoding: "utf8" });
  expect(compile).not.toThrow();
});

test("the packed client runs in Node without a build", () => {
  const script = `
    const { createClient, VerbatimError } = await import("verbatim/client");
    const client = createClient({ baseUrl: "http://api.example", fetch: async () => new Response("{}", { status: 404 }) });
    const error = await client.get("/v1/quotes").catch((caught) => caught);
    console.log(error instanceof VerbatimError, error.status);`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" });
  expect(said.trim()).toBe("true 404");
});
