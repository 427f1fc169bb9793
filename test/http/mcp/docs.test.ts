import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOOLS } from "../../../src/http/mcp/tools.ts";
import { serveShipped } from "../../contract/server.ts";
import { has } from "../../examples/programs.ts";
import { connect, ERAS } from "./client.ts";

const FILE = resolve(import.meta.dirname, "../../../docs/mcp.md");
const markdown = readFileSync(FILE, "utf8");

let server: Awaited<ReturnType<typeof serveShipped>>;
beforeAll(async () => {
  server = await serveShipped();
});
afterAll(() => server.stop());

const STEP = /Call `(\w+)`:\n\n```json\n([\s\S]*?)\n```\n\n```text\n([\s\S]*?)\n```/g;
const steps = [...markdown.matchAll(STEP)].map(([, name = "", given = "", text = ""]) => ({ name, given, text }));

describe("the document for those who add an assistant", () => {
  test("shows a conversation as it is; UPDATE=1 writes it", async () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
    const client = await connect(server.url, ERAS[1]);
    let written = markdown;
    for (const { name, given, text } of steps) {
      const { content } = await client.callTool({ name, arguments: JSON.parse(given) });
      const [block] = content as { text: string }[];
      if (process.env.UPDATE === "1")
        written = written.replace(`${given}\n\`\`\`\n\n\`\`\`text\n${text}\n`, () => `${given}\n\`\`\`\n\n\`\`\`text\n${block?.text}\n`);
      else expect(block?.text).toBe(text);
    }
    if (written !== markdown) writeFileSync(FILE, written);
    await client.close();
  });

  test("names every tool with every argument", () => {
    for (const { name, input } of TOOLS) {
      const row = markdown.split("\n").find((line) => line.startsWith(`| \`${name}\``)) ?? "";
      const said = name === "search_articles" ? `${row} ${markdown.split("\n").find((line) => line.startsWith("| `search_quotes`"))}` : row;
      for (const argument of Object.keys(input.shape)) expect([name, said]).toEqual([name, expect.stringContaining(`\`${argument}\``)]);
    }
  });

  test.skipIf(!has("curl"))("gives a command that works", async () => {
    const command = /```sh\n(curl[\s\S]*?)```/.exec(markdown)?.[1] ?? "";
    const { stdout } = await promisify(execFile)("bash", ["-c", command.replaceAll("http://127.0.0.1:3000", server.url)]);
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, result: { structuredContent: { words: "exact" } } });
  });

  test("has an address in its configuration that a client takes", async () => {
    const configuration = JSON.parse(/```json\n(\{\n {2}"mcpServers"[\s\S]*?)```/.exec(markdown)?.[1] ?? "");
    expect(new URL(configuration.mcpServers.verbatim.url).pathname).toBe("/mcp");
  });
});
