import { execFileSync, spawn } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
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
  // What npm would put beside it: its dependencies, and one that the client's types name.
  const { dependencies } = JSON.parse(readFileSync(join(folder, "node_modules/verbatim/package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const dependency of [...Object.keys(dependencies), "openapi-typescript-helpers"]) {
    const place = join(folder, "node_modules", dependency);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", dependency), place);
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

describe("the packed command", () => {
  let command: string;
  const verbatim = (...args: string[]) => execFileSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });

  beforeAll(() => {
    const { bin } = JSON.parse(readFileSync(join(folder, "node_modules/verbatim/package.json"), "utf8")) as { bin: { verbatim: string } };
    command = join(folder, "node_modules/verbatim", bin.verbatim);
    mkdirSync(join(folder, "stories"));
    // More than are extracted before threads are started.
    for (let number = 1; number <= 8; number += 1) {
      writeFileSync(join(folder, `stories/${number}.txt`), `Kiln ${number} stays open\n\n“We never meant to close it,” said Orla Brice.\n`);
    }
  });

  test("comes with every thread that is started by its file's name", () => {
    const threads = globSync("src/**/*-thread.ts", { cwd: ROOT });
    expect(threads.length).toBeGreaterThan(0);
    for (const thread of threads) expect(existsSync(join(dirname(command), "..", thread.replace(/ts$/, "js"))), thread).toBe(true);
  });

  test("imports into the folder it is run in, and checks it", () => {
    expect(verbatim("--help")).toContain("verbatim COMMAND");
    expect(verbatim("import", "stories", "--language", "en")).toContain("8 added");
    expect(verbatim("check")).toBe("8 articles, 0 problems\n");
  });

  test("serves what was imported with everything that belongs to it", async () => {
    const server = spawn(process.execPath, [command, "serve"], { cwd: folder, env: { PATH: process.env.PATH ?? "", PORT: "0" } });
    try {
      const base = await new Promise<string>((resolve, reject) => {
        let said = "";
        const read = (chunk: Buffer) => {
          said += chunk;
          const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
          if (found !== undefined) resolve(found);
        };
        server.stdout.on("data", read);
        server.stderr.on("data", read);
        server.on("close", () => reject(new Error(said)));
      });
      const get = async (path: string, init?: RequestInit) => {
        const answer = await fetch(base + path, init);
        expect([path, answer.status]).toEqual([path, 200]);
        return answer.text();
      };
      expect(JSON.parse(await get("/v1/speakers/orla-brice/quotes")).total).toBe(8);
      expect(JSON.parse(await get("/openapi.json")).info.version).toBe(JSON.parse(await get("/")).version);
      expect((await get("/docs/reference/js/scalar.js")).length).toBeGreaterThan(100_000);
      const page = await get("/articles/kiln-1-stays-open");
      for (const [, asset] of page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) await get(asset ?? "");
      const body = "Kiln burns\n\n“It was an accident,” said Orla Brice.\n";
      const extracted = await get("/v1/extractions", { method: "POST", body, headers: { "content-type": "text/plain" } });
      expect(JSON.parse(extracted).quotes).toHaveLength(1);
    } finally {
      server.removeAllListeners("close").kill("SIGKILL");
    }
  });

  test("says that there is nothing to serve where nothing was imported", () => {
    const empty = mkdtempSync(join(tmpdir(), "verbatim-empty-"));
    try {
      const serve = () => execFileSync(process.execPath, [command, "serve"], { cwd: empty, encoding: "utf8", stdio: "pipe" });
      expect(serve).toThrow(/there is no data folder .*data\. Import articles/);
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
