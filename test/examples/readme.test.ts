import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShipped } from "../contract/server.ts";
import { has } from "./programs.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** The blocks of commands in the README that ask a running server. */
const blocks = [...readFileSync(resolve(ROOT, "README.md"), "utf8").matchAll(/```sh\n([\s\S]*?)```/g)]
  .map((match) => match[1] ?? "")
  .filter((block) => block.includes("curl"))
  .map((block) => block.replace(/^npm ci && npm start$/m, ""));

let server: Awaited<ReturnType<typeof serveShipped>>;
let api: string;

beforeAll(async () => {
  server = await serveShipped();
  api = server.url;
});
afterAll(() => server.stop());

describe.skipIf(!has("curl"))("the README's commands", () => {
  test("there are some", () => expect(blocks.length).toBeGreaterThanOrEqual(6));

  test.each(blocks)("work:\n%s", async (block) => {
    // Every curl fails on an error status, and the block at the first that fails.
    const script = `set -eo pipefail\ncurl() { command curl --silent --show-error --fail "$@"; }\n${block}`;
    const { stdout } = await run("bash", ["-c", script.replaceAll("http://127.0.0.1:3000", api)], { encoding: "utf8" });
    expect(stdout).not.toBe("");
  });

  test("the answer it shows is the answer", async () => {
    const answer = (await (await fetch(`${api}/v1/quotes?speaker=isolde-brannock`)).json()) as { items: { id: string }[]; total: number };
    expect(answer).toMatchObject({ total: 3, nextCursor: null });
    const quote = answer.items.find(({ id }) => id === "c5zdc6gr9e");
    expect(quote).toMatchObject({
      kind: "direct",
      segments: [{ paragraph: "p3", text: "We want the boat, bridge or no bridge,", start: 421, end: 459 }, {}],
      attribution: { mention: { text: "Isolde Brannock", start: 466, end: 481 }, basis: "name", confidence: "high" },
    });
  });
});
