import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShipped } from "../contract/server.ts";
import { has } from "./programs.ts";

const run = promisify(execFile);
const page = readFileSync(resolve(import.meta.dirname, "../../docs/questions.md"), "utf8");

/** Each question of the page, its command, and the part of the answer that is shown with the form it has. */
const questions = page
  .split(/^## /m)
  .slice(1)
  .map((part) => {
    const [title = ""] = part.split("\n");
    const [command = ""] = /(?<=```sh\n)[\s\S]*?(?=```)/.exec(part) ?? [];
    const [, form = "", shown = ""] = /```(json|csv)\n([\s\S]*?)```/.exec(part) ?? [];
    return { title, command, form, shown };
  });

let server: Awaited<ReturnType<typeof serveShipped>>;
beforeAll(async () => {
  server = await serveShipped();
});
afterAll(() => server.stop());

/** The paths at which an answer has not what is shown; the items of a list may stand among others, in the order shown. */
function missing(answer: unknown, shown: unknown, path = "answer"): string[] {
  if (Array.isArray(shown)) {
    if (!Array.isArray(answer)) return [`${path} is not a list`];
    if (shown.length === 0) return answer.length === 0 ? [] : [`${path} is not empty`];
    let from = 0;
    return shown.flatMap((one, at) => {
      const found = answer.findIndex((candidate, place) => place >= from && missing(candidate, one).length === 0);
      if (found === -1) return [`${path}[${at}] ${JSON.stringify(one)} is not there`];
      from = found + 1;
      return [];
    });
  }
  if (typeof shown !== "object" || shown === null)
    return answer === shown ? [] : [`${path} is ${JSON.stringify(answer)}, not ${JSON.stringify(shown)}`];
  if (typeof answer !== "object" || answer === null) return [`${path} is not an object`];
  return Object.entries(shown).flatMap(([key, one]) => missing((answer as Record<string, unknown>)[key], one, `${path}.${key}`));
}

test("there are fifteen questions, each with one request", () => {
  expect(questions.map(({ title }) => Number.parseInt(title, 10))).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  for (const { command, shown } of questions) {
    expect(command.match(/http:\/\/127\.0\.0\.1:3000\/v1\//g)).toHaveLength(1);
    expect(shown.trim()).not.toBe("");
  }
});

test("the comparison finds what is not there", () => {
  const answer = { total: 2, items: [{ id: "a" }, { id: "b" }] };
  expect(missing(answer, { total: 2, items: [{ id: "b" }] })).toEqual([]);
  for (const shown of [{ total: 3 }, { items: [{ id: "c" }] }, { items: [{ id: "b" }, { id: "a" }] }, { items: [] }, { other: null }]) {
    expect(missing(answer, shown)).not.toEqual([]);
  }
});

describe.skipIf(!has("curl") || !has("bash"))("the page's command", () => {
  test.each(questions.map((question) => [question.title, question] as const))("%s", async (_, { command, form, shown }) => {
    const script = `set -eo pipefail\ncurl() { command curl --show-error --fail-with-body "$@"; }\n${command.replace("http://127.0.0.1:3000", server.url)}`;
    const { stdout } = await run("bash", ["-c", script], { encoding: "utf8" });
    if (form === "json") return expect(missing(JSON.parse(stdout), JSON.parse(shown))).toEqual([]);
    for (const line of shown.trim().split("\n")) expect(stdout).toContain(line);
    expect(stdout.trim().split("\r\n")).toHaveLength(35);
  });
});
