import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { environment } from "./environment.ts";
import { dataFolder } from "./fixtures.ts";
import { manyArticles } from "./store/many-articles.ts";

const ROOT = resolve(import.meta.dirname, "..");
const running: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts the program as a user would, with nothing in its environment but what is given. */
function start(variables: Record<string, string>, file = "src/main.ts", args: string[] = []) {
  const child = spawn(process.execPath, [resolve(ROOT, file), ...args], { env: { ...environment, ...variables } });
  running.push(child);
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const url = async () => {
    for (let tries = 0; tries < 800; tries += 1) {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output.stdout)?.[0];
      if (found !== undefined) return found;
      await new Promise((wait) => setTimeout(wait, 50));
    }
    throw new Error(`expected an address in the log: ${JSON.stringify(output)}`);
  };
  return { child, output, ended, url };
}

describe("the program", () => {
  test("serves the articles that come with it, logs each answer, and ends cleanly on SIGTERM", async () => {
    const { child, output, ended, url } = start({ PORT: "0" });
    const base = await url();
    const response = await fetch(`${base}/v1/articles`, {
      headers: { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" },
    });
    expect(((await response.json()) as { total: number }).total).toBe(3);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    const line = output.stdout.split("\n").find((text) => text.includes('"url":"/v1/articles"')) ?? "";
    expect(JSON.parse(line)).toMatchObject({
      method: "GET",
      status: 200,
      reqId: response.headers.get("x-request-id"),
      traceId: "0af7651916cd43dd8448eb211c80319c",
    });
    expect(output.stderr).toBe("");
  });

  test("logs an answer soon, though no other follows", async () => {
    const { output, url } = start({ PORT: "0" });
    await fetch(`${await url()}/v1/speakers`);
    await vi.waitFor(() => expect(output.stdout).toContain('"url":"/v1/speakers"'), { timeout: 20_000 });
  });

  test("has logged every answer when it ends", async () => {
    const { child, output, ended, url } = start({ PORT: "0" });
    const base = await url();
    const asked = Array.from({ length: 600 }, (_, index) => `/v1/articles?limit=${1 + (index % 100)}&q=${index}`);
    for (let from = 0; from < asked.length; from += 50) {
      await Promise.all(asked.slice(from, from + 50).map(async (path) => (await fetch(base + path)).arrayBuffer()));
    }
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    const lines = output.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(
      lines
        .map(({ url }) => url)
        .filter((url) => url !== undefined)
        .sort(),
    ).toEqual(asked.toSorted());
    expect(lines.at(-1).msg).toBe("stopping");
  });

  test("ends at once after the request under way, though its connection would be kept", async () => {
    const { child, ended, url } = start({ PORT: "0" });
    const base = await url();
    const agent = new Agent({ keepAlive: true });
    const text = `Kiln\n\n${"“We never meant to close it,” said Orla Brice. ".repeat(200)}`;
    // The server says with 100 that it has begun with the request.
    const headers = { "content-type": "text/plain", expect: "100-continue" };
    const asked = request(`${base}/v1/extractions`, { method: "POST", agent, headers });
    await once(asked, "continue");
    const answered = once(asked, "response") as Promise<[IncomingMessage]>;
    asked.end(text);
    child.kill("SIGTERM");
    const [response] = await answered;
    expect(response.statusCode).toBe(200);
    await once(response.resume(), "end");
    // By itself: an end forced by the time limit would have exit code 1.
    expect(await ended).toBe(0);
    agent.destroy();
  });

  test("listens while a large folder is read, and ends cleanly in the midst of it", async () => {
    const { folder, remove } = dataFolder(manyArticles(6_000));
    const { child, ended, url } = start({ PORT: "0", DATA_DIR: folder, CACHE_DIR: `${folder}/cache` });
    const base = await url();
    const ready = await fetch(`${base}/health/ready`);
    expect({ status: ready.status, problem: await ready.json() }).toMatchObject({ status: 503, problem: { progress: { total: 6_000 } } });
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    remove();
  });

  test("names every wrong variable and does not start", async () => {
    const { output, ended } = start({ PORT: "80000", LOG_LEVEL: "loud", PUBLIC_URL: "ftp://x", CACHE_MB: "none", UNKNOWN: "ignored" });
    expect(await ended).toBe(1);
    for (const name of ['PORT="80000"', 'LOG_LEVEL="loud"', 'PUBLIC_URL="ftp://x"', 'CACHE_MB="none"'])
      expect(output.stderr).toContain(name);
    expect(output.stderr).not.toContain("UNKNOWN");
    expect(output.stderr).not.toMatch(/\n\s+at /);
  });

  test("greets a person who started it with addresses to click; the log stays JSON", async () => {
    const { output, url } = start({ PORT: "0", npm_lifecycle_event: "start" });
    const base = await url();
    while (!output.stderr.includes("getting-started")) await new Promise((wait) => setTimeout(wait, 20));
    expect(output.stderr).toContain(`Verbatim serves 3 articles at ${base}/\n  API reference: ${base}/docs `);
    expect(output.stderr).not.toContain("No articles yet");
    for (const line of output.stdout.trimEnd().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
    const folder = mkdtempSync(join(tmpdir(), "verbatim-empty-"));
    const empty = start({ PORT: "0", npm_lifecycle_event: "start", DATA_DIR: folder });
    await empty.url();
    while (!empty.output.stderr.includes("getting-started")) await new Promise((wait) => setTimeout(wait, 20));
    await vi.waitFor(() => expect(empty.output.stderr).toContain(`verbatim import story.txt --data ${folder}`));
    rmSync(folder, { recursive: true });
  });

  test("takes no arguments: a port that is given as one would be ignored", async () => {
    const { output, ended } = start({ PORT: "0" }, "src/main.ts", ["--port", "4000"]);
    expect(await ended).toBe(1);
    expect(output.stderr).toMatch(/takes no arguments, not "--port".*PORT=4000/);
    const kept = start({ PORT: "0", npm_lifecycle_event: "start", npm_config_port: "4000" });
    expect(await kept.ended).toBe(1);
    expect(kept.output.stderr).toContain('takes no arguments, not "port"');
  });

  test("ends at once when its database is not there", async () => {
    const { output, ended } = start({ PORT: "0", DATABASE_URL: "postgres://orla:s3cret@127.0.0.1:1/kiln" });
    expect(await ended).toBe(1);
    expect(output.stderr).toContain("Verbatim cannot start: Nothing listens at 127.0.0.1:1.");
    expect(output.stderr).not.toContain("s3cret");
  });

  test("says so when the data folder is missing or the port is taken", async () => {
    const missing = start({ PORT: "0", DATA_DIR: "/nowhere/at/all" });
    expect(await missing.ended).toBe(1);
    expect(missing.output.stderr).toContain("/nowhere/at/all");
    const first = start({ PORT: "0" });
    const { port } = new URL(await first.url());
    const second = start({ PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output.stderr).toBe(`Another program listens at 127.0.0.1:${port}. Stop it, or set PORT to another number.\n`);
    for (const HOST of ["192.0.2.1", "nowhere.invalid"]) {
      const foreign = start({ PORT: "0", HOST });
      expect(await foreign.ended).toBe(1);
      expect(foreign.output.stderr).toContain(`HOST="${HOST}" is not an address of this machine.`);
    }
  });
});

describe("the command line", () => {
  const run = async (...args: string[]) => {
    const { output, ended, child } = start({}, "src/cli.ts", args);
    child.stdin.end();
    return { code: await ended, ...output };
  };

  test("helps, and refuses what it does not know with exit code 2", async () => {
    expect(await run("--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("import"), stderr: "" });
    for (const command of ["serve", "import", "annotate", "check"]) {
      expect(await run(command, "--help")).toMatchObject({ code: 0, stdout: expect.stringContaining(`Usage: verbatim ${command}`) });
    }
    expect(await run("publish")).toMatchObject({ code: 2, stderr: expect.stringContaining('Unknown command "publish"') });
    expect(await run()).toMatchObject({ code: 2 });
    const misspelt = await run("import", "story.txt", "--langauge", "en");
    expect(misspelt).toMatchObject({ code: 2, stderr: expect.stringContaining('Unknown option "--langauge". Did you mean "--language"?') });
    expect((await run("export", "--nope")).stderr).toContain('Unknown option "--nope".\n');
    expect(await run("check", "--all")).toMatchObject({ code: 2, stderr: expect.stringContaining("check takes one folder") });
  }, 120_000);

  test("says its version, and describes a command in three ways", async () => {
    const { version } = JSON.parse(readFileSync(resolve(ROOT, "package.json"), "utf8"));
    expect(await run("--version")).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: "" });
    const asked = await Promise.all([run("import", "--help"), run("help", "import"), run("import", "-h")]);
    for (const one of asked) expect(one).toEqual(asked[0]);
    expect(await run("help", "publish")).toMatchObject({ code: 2, stderr: expect.stringContaining('Unknown command "publish"') });
    expect((await run("help")).stdout).toBe((await run("--help")).stdout);
  }, 120_000);

  test("does nothing when npm kept an option", async () => {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-npm-"));
    writeFileSync(join(folder, "a.txt"), "Kiln stays open\n\n“We never meant to close it,” said Orla Brice.\n");
    const variables = { npm_lifecycle_event: "verbatim", npm_config_dry_run: "true", DATA_DIR: join(folder, "data") };
    const { ended, output } = start(variables, "src/cli.ts", ["import", join(folder, "a.txt")]);
    expect(await ended).toBe(2);
    expect(output.stderr).toContain("npm run verbatim -- import ... --dry-run");
    expect(existsSync(join(folder, "data"))).toBe(false);
    rmSync(folder, { recursive: true });
  });

  test("checks the data folder that comes with it", async () => {
    expect(await run("check", resolve(ROOT, "data"))).toEqual({ code: 0, stdout: "3 articles, 0 problems\n", stderr: "" });
  });
});
