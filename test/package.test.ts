import { execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "../src/http/server.ts";
import { FilesStore } from "../src/store/files/files-store.ts";
import { environment } from "./environment.ts";

const ROOT = resolve(import.meta.dirname, "..");
const TSC = join(ROOT, "node_modules/typescript-7/bin/tsc");

/** Code of a front end: it is to compile against the packed client alone. */
const CONSUMER = `
import { type Article, createClient, items, type Span, VerbatimError } from "verbatim-client";

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

export async function headline(slug: string): Promise<Span> {
  const article: Article = await client.get("/v1/articles/{slug}", { path: { slug } });
  // @ts-expect-error An article has no title.
  article.title;
  return article.headline;
}
`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder with a package.json, as a project that wants to install something has it. */
function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-consumer-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", type: "module", private: true }));
  return folder;
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Packs one package of this repository, or an installed one. @returns the path of the tarball in `folder` */
function pack(folder: string, ...which: string[]): string {
  const said = npm(ROOT, "pack", ...which, "--json", "--silent", "--pack-destination", folder);
  // Builds write to stdout before it.
  const packed = JSON.parse(said.slice(said.search(/^[[{]/m))) as { filename: string }[] | Record<string, { filename: string }>;
  return join(folder, Object.values(packed)[0]?.filename ?? "");
}

describe("the packed client", () => {
  let folder: string;

  beforeAll(() => {
    folder = emptyProject();
    // Its dependencies come from this repository instead of the registry: npm takes what is there in the right version.
    const dependencies = ["openapi-fetch", "openapi-typescript-helpers"].map((name) =>
      pack(folder, `./node_modules/${name}`, "--ignore-scripts"),
    );
    npm(folder, "install", "--offline", "--no-audit", "--no-fund", pack(folder, "-w=client"), ...dependencies);
    writeFileSync(join(folder, "consumer.ts"), CONSUMER);
  });

  test("installs without the server, its dependencies or a Node binary", () => {
    const installed = readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."));
    expect(installed.sort()).toEqual(["openapi-fetch", "openapi-typescript-helpers", "verbatim-client"]);
    const files = globSync("**/*.*", { cwd: join(folder, "node_modules/verbatim-client") });
    expect(files).toContain("dist/index.d.ts");
    expect(files.filter((file) => !/^(?:dist\/[\w-]+(?:\.d\.ts|\.js)|README\.md|package\.json)$/.test(file))).toEqual([]);
  });

  test.each([
    { module: "nodenext", moduleResolution: "nodenext" },
    { module: "esnext", moduleResolution: "bundler" },
  ])("lets a project compile with moduleResolution $moduleResolution", (resolution) => {
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

  test("runs in Node without a build", () => {
    const script = `
    const { createClient, VerbatimError } = await import("verbatim-client");
    const client = createClient({ baseUrl: "http://api.example", fetch: async () => new Response("{}", { status: 404 }) });
    const error = await client.get("/v1/quotes").catch((caught) => caught);
    console.log(error instanceof VerbatimError, error.status);`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, encoding: "utf8" });
    expect(said.trim()).toBe("true 404");
  });

  test("runs the example of its README against a server", async () => {
    const example = /```ts\n(.+?)```/s.exec(readFileSync(join(folder, "node_modules/verbatim-client/README.md"), "utf8"))?.[1] ?? "";
    const store = await FilesStore.open({ folder: join(ROOT, "data"), watch: false, onProblem: () => {} });
    const server = await buildServer({ store, publicUrl: "http://127.0.0.1:3000" });
    try {
      const address = await server.listen({ host: "127.0.0.1", port: 0 });
      writeFileSync(join(folder, "example.ts"), example.replace("http://127.0.0.1:3000", address));
      const { stdout } = await promisify(execFile)(process.execPath, ["example.ts"], { cwd: folder });
      expect(stdout.split("\n").length).toBeGreaterThan(4);
      expect(stdout).toMatch(/^“.+” \(.+\)$/m);
    } finally {
      await server.close();
      await store.close();
    }
  });
});

describe("the packed command", () => {
  let folder: string;
  let command: string;
  const verbatim = (...args: string[]) => execFileSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });

  beforeAll(() => {
    folder = emptyProject();
    const place = join(folder, "node_modules/verbatim");
    mkdirSync(place, { recursive: true });
    execFileSync("tar", ["xzf", pack(folder), "-C", place, "--strip-components=1"]);
    const { bin, dependencies } = JSON.parse(readFileSync(join(place, "package.json"), "utf8")) as {
      bin: { verbatim: string };
      dependencies: Record<string, string>;
    };
    // What npm would put beside it.
    for (const dependency of Object.keys(dependencies)) {
      const link = join(folder, "node_modules", dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(ROOT, "node_modules", dependency), link);
    }
    command = join(place, bin.verbatim);
    mkdirSync(join(folder, "stories"));
    // More than are extracted before threads are started.
    for (let number = 1; number <= 8; number += 1) {
      writeFileSync(join(folder, `stories/${number}.txt`), `Kiln ${number} stays open\n\n“We never meant to close it,” said Orla Brice.\n`);
    }
  });

  test("comes with every thread that is started by its file's name", () => {
    const threads = globSync("src/**/{thread,*-thread}.ts", { cwd: ROOT });
    expect(threads.length).toBeGreaterThan(0);
    for (const thread of threads) expect(existsSync(join(dirname(command), "..", thread.replace(/ts$/, "js"))), thread).toBe(true);
  });

  test("imports into the folder it is run in, and checks it", () => {
    expect(verbatim("--help")).toContain("verbatim COMMAND");
    expect(verbatim("import", "stories", "--language", "en")).toContain("8 added");
    expect(verbatim("check")).toBe("8 articles, 0 problems\n");
  });

  test("serves what was imported with everything that belongs to it", async () => {
    const server = spawn(process.execPath, [command, "serve"], { cwd: folder, env: { ...environment, PORT: "0" } });
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
      expect(await get("/docs/search")).toContain("<h1>");
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
