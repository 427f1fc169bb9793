import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "verbatim-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const released = readFileSync(join(root, "openapi/released.json"), "utf8");
const command = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts["openapi:breaking"] as string;

/** Runs the check of `npm run openapi:breaking` on the released document with a change. */
function check(change: (document: Document) => void): { passes: boolean; report: string } {
  const document = JSON.parse(released) as Document;
  change(document);
  const revision = join(scratch, "openapi.json");
  writeFileSync(revision, JSON.stringify(document));
  const [program = "", ...options] = command.replace("openapi/openapi.json", revision).split(" ");
  const { status, stdout, stderr } = spawnSync(join(root, "node_modules/.bin", program), options, { cwd: root, encoding: "utf8" });
  return { passes: status === 0, report: stdout + stderr };
}

// biome-ignore lint/suspicious/noExplicitAny: the changes reach into any corner of the document.
type Document = any;

test.each<[string, (document: Document) => void, string]>([
  ["a path is gone", ({ paths }) => delete paths["/v1/speakers"], "/v1/speakers"],
  ["an answer loses a field", ({ components }) => delete components.schemas.Quote.properties.segments, "segments"],
  ["a field may be left out", ({ components }) => components.schemas.Quote.required.pop(), "required"],
  ["a limit is lowered", ({ components }) => Object.assign(components.parameters.Limit.schema, { maximum: 50 }), "100"],
  ["a parameter becomes required", ({ components }) => Object.assign(components.parameters.Words, { required: true }), "required"],
  ["a parameter is gone", ({ paths }) => paths["/v1/quotes"].get.parameters.shift(), "`q` query parameter"],
  ["a value of a parameter is gone", ({ components }) => components.schemas.QuoteKind.enum.pop(), "indirect"],
  ["a media type is gone", ({ paths }) => delete paths["/v1/quotes"].get.responses[200].content["text/csv"], "text/csv"],
])("%s: the check for breaking changes says so", (_, change, named) => {
  const { passes, report } = check(change);
  expect(passes).toBe(false);
  expect(report).toContain("major");
  expect(report).toContain(named);
});

test("what only adds passes the check for breaking changes", () => {
  const { passes } = check(({ paths, components }) => {
    paths["/v1/more"] = structuredClone(paths["/v1/speakers"]);
    paths["/v1/more"].get.operationId = "listMore";
    components.schemas.Quote.properties.more = { type: "string" };
    components.schemas.ProblemCode["x-extensible-enum"].push("a-new-problem");
  });
  expect(passes).toBe(true);
});
