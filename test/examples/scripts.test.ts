import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShipped } from "../contract/server.ts";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "../http/server.ts";
import { has } from "./programs.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

let server: Awaited<ReturnType<typeof serveShipped>>;
let api: string;
/** Servers of another archive, and of an empty one. */
let other: Awaited<ReturnType<typeof startServer>>;
let empty: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await serveShipped();
  api = server.url;
  other = await startServer(sampleArticles().filter(({ slug }) => slug.startsWith("b")));
  empty = await startServer([]);
});
afterAll(() => Promise.all([server.stop(), other.stop(), empty.stop()]));

describe.skipIf(!has("python3"))("the Python example", () => {
  const said = (...args: string[]) => run("python3", [resolve(ROOT, "examples/python/said.py"), ...args], { encoding: "utf8" });

  test("prints what a speaker of the shipped article said, with date and rights", async () => {
    const { stdout } = await said("zamir-kabulov", "--api", api);
    expect(stdout).toMatch(/^Zamir Kabulov\n\n/);
    expect(stdout.split("\n\n").length).toBeGreaterThan(4);
    expect(stdout).toContain("Bloomberg L.P.");
  });

  test("takes whoever is quoted most in any archive, and says so where nobody is quoted", async () => {
    const { items } = (await (await fetch(`${other.url}/v1/speakers?sort=quotes&limit=1`)).json()) as { items: { name: string }[] };
    const { stdout } = await said("--api", `${other.url}/`);
    expect(stdout.split("\n")[0]).toBe(items[0]?.name);
    expect(stdout.split("\n\n").length).toBeGreaterThan(1);
    await expect(said("--api", empty.url)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("import story.txt") });
  });

  test("ends without a traceback when its reader has enough", async () => {
    const script = resolve(ROOT, "examples/python/said.py");
    // The pipe holds 64 KiB; the reader is gone before anything is written.
    const { stderr } = await run("bash", [
      "-c",
      `python3 "${script}" --api "${api}" | true; python3 -u "${script}" --api "${api}" | head -n 1`,
    ]);
    expect(stderr).toBe("");
  });

  test("says what is wrong when there is no such speaker or no server", async () => {
    await expect(said("no-such-speaker", "--api", api)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no-such-speaker"),
    });
    await expect(said("x", "--api", "http://127.0.0.1:1")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("npm start") });
  });
});

describe.skipIf(!has("curl") || !has("bash"))("the curl walk-through", () => {
  test("answers at every step against the shipped articles", async () => {
    const { stdout, stderr } = await run("bash", [resolve(ROOT, "examples/curl/walkthrough.sh"), api], { encoding: "utf8" });
    expect(stderr).toBe("");
    const steps = stdout.split("\n\n# ").slice(1);
    expect(steps).toHaveLength(9);
    for (const step of steps) expect(step.split("\n").slice(1).join("").trim()).not.toBe("");
    expect(steps[4]).toContain('"zamir-kabulov"');
    expect(steps[7]).toMatch(/\n304$/m);
    expect(steps[8]).toContain('"invalid-parameter"');
  });

  test("answers at every step against any other archive, and says so where nobody is quoted", async () => {
    const { stdout, stderr } = await run("bash", [resolve(ROOT, "examples/curl/walkthrough.sh"), `${other.url}/`], { encoding: "utf8" });
    expect(stderr).toBe("");
    const steps = stdout.split("\n\n# ").slice(1);
    expect(steps).toHaveLength(9);
    for (const step of steps.slice(0, 8)) expect(step).not.toContain('"status":4');
    for (const at of [4, 5, 6]) expect(steps[at]).toMatch(/"items":\[\{/);
    expect(steps[7]).toMatch(/\n304$/m);
    await expect(run("bash", [resolve(ROOT, "examples/curl/walkthrough.sh"), empty.url])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("import story.txt"),
    });
  });

  test("stops with an error when the server is not there", async () => {
    await expect(run("bash", [resolve(ROOT, "examples/curl/walkthrough.sh"), "http://127.0.0.1:1"])).rejects.toMatchObject({ code: 7 });
  });
});
