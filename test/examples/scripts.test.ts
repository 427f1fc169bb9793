import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShipped } from "../contract/server.ts";
import { has } from "./programs.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

let server: Awaited<ReturnType<typeof serveShipped>>;
let api: string;

beforeAll(async () => {
  server = await serveShipped();
  api = server.url;
});
afterAll(() => server.stop());

describe.skipIf(!has("python3"))("the Python example", () => {
  const said = (...args: string[]) => run("python3", [resolve(ROOT, "examples/python/said.py"), ...args], { encoding: "utf8" });

  test("prints what a speaker of the shipped article said, with date and rights", async () => {
    const { stdout } = await said("zamir-kabulov", "--api", api);
    expect(stdout).toMatch(/^Zamir Kabulov\n\n/);
    expect(stdout.split("\n\n").length).toBeGreaterThan(4);
    expect(stdout).toContain("Bloomberg L.P.");
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

  test("stops with an error when the server is not there", async () => {
    await expect(run("bash", [resolve(ROOT, "examples/curl/walkthrough.sh"), "http://127.0.0.1:1"])).rejects.toMatchObject({ code: 7 });
  });
});
