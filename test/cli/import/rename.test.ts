import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { importCommand } from "../../../src/cli/import/import-command.ts";
import { buildServer } from "../../../src/http/server.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { until } from "../../store/files/until.ts";

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rename-"));
  data = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STORY = "Tolls Are Fair\n\n“The tolls are fair,” said Mara Tull.\n\n“Boats pay too little,” said a clerk at the lock.\n";

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...args: string[]) {
  let said = "";
  const stream = { write: (text: string) => (said += text) };
  const code = await importCommand(args, data, { stdout: stream, stderr: stream }, new Date("2026-11-22T12:00:00Z"));
  return { code, said };
}

const read = (slug: string) => JSON.parse(readFileSync(join(data, "articles", `${slug}.json`), "utf8")) as Article;
const held = () => [...readdirSync(join(data, "articles")), ...readdirSync(join(data, "sources"))].sort();

describe("an import under another slug", () => {
  test("renames an article that is known by its bytes and says so; a dry run only says so", async () => {
    const story = file("a.txt", STORY);
    await run(story);
    const before = read("tolls-are-fair");
    expect((await run(story, "--slug", "lock-tolls", "--dry-run")).said).toContain(
      "renamed from tolls-are-fair, which would redirect here",
    );
    expect(held()).toEqual(["tolls-are-fair.json", "tolls-are-fair.txt"]);
    const { code, said } = await run(story, "--slug", "lock-tolls");
    expect([code, said]).toEqual([0, expect.stringContaining("renamed from tolls-are-fair, which redirects here")]);
    expect(held()).toEqual(["lock-tolls.json", "lock-tolls.txt"]);
    const after = read("lock-tolls");
    expect(after.aliases).toEqual(["tolls-are-fair"]);
    expect(after.quotes.map(({ id }) => id)).toEqual(before.quotes.map(({ id }) => id));
    expect(after.importedAt).toBe(before.importedAt);
    expect((await run(story, "--slug", "tolls-are-fair")).said).toMatch(/unchanged {2}lock-tolls/);
    expect((await run(story)).said).toMatch(/unchanged {2}lock-tolls/);
  });

  test.each([
    ["by the same command", ["--slug", "lock-tolls"]],
    ["by an import of the same file", []],
  ])("that was killed before the old files were gone is ended %s", async (_, args) => {
    const story = file("a.txt", STORY);
    await run(story);
    const [article, edits] = ["tolls-are-fair.json", "tolls-are-fair.edits.json"].map((name) => join(data, "articles", name));
    const before = readFileSync(article as string);
    await run(story, "--slug", "lock-tolls");
    writeFileSync(article as string, before);
    writeFileSync(edits as string, '{"edits":[]}');
    writeFileSync(join(data, "articles/lock-tolls.edits.json"), '{ "edits": [] }');
    expect((await run(story, ...args)).said).toContain("renamed from tolls-are-fair");
    expect(held()).toEqual(["lock-tolls.edits.json", "lock-tolls.json", "lock-tolls.txt"]);
    // What an editor has written under the new name since stays.
    expect(readFileSync(join(data, "articles/lock-tolls.edits.json"), "utf8")).toBe('{ "edits": [] }');
    expect((await run(story, ...args)).said).not.toContain("renamed");
  });

  test("that was killed before the old corrections were gone is ended; corrections of their own stay", async () => {
    const story = file("a.txt", STORY);
    await run(story);
    await run(story, "--slug", "lock-tolls");
    const [old, moved] = ["tolls-are-fair", "lock-tolls"].map((slug) => join(data, "articles", `${slug}.edits.json`)) as [string, string];
    writeFileSync(old, '{"edits":["tolls-are-fair~a-clerk"]}');
    writeFileSync(moved, '{"edits":["lock-tolls~another"]}');
    expect((await run(story)).said).not.toContain("renamed");
    expect(held()).toContain("tolls-are-fair.edits.json");
    writeFileSync(moved, '{"edits":["lock-tolls~a-clerk"]}');
    expect((await run(story)).said).toContain("renamed from tolls-are-fair");
    expect(held()).toEqual(["lock-tolls.edits.json", "lock-tolls.json", "lock-tolls.txt"]);
  });

  test("never deletes an article that only has the name of another's alias", async () => {
    const [story, other] = [file("a.txt", STORY), file("b.txt", "Ferry\n\nThe ferry sails.")];
    await run(story, other);
    writeFileSync(join(data, "articles/ferry.json"), JSON.stringify({ ...read("ferry"), aliases: ["tolls-are-fair"] }));
    await run(other, story);
    expect(held()).toEqual(["ferry.json", "ferry.txt", "tolls-are-fair.json", "tolls-are-fair.txt"]);
  });

  test("renames a row that is known by its address, and never to a slug that is taken", async () => {
    const row = (slug: string, text: string) => `${JSON.stringify({ text, url: "https://lock.example/1", slug })}\n`;
    await run(file("other.txt", "Ferry\n\nThe ferry sails."));
    await run(file("rows.ndjson", row("tolls", STORY)));
    await run(file("rows.ndjson", row("ferry", STORY)));
    expect(held()).toEqual(["ferry.json", "ferry.txt", "tolls.json", "tolls.txt"]);
    await run(file("rows.ndjson", row("lock-tolls", STORY.replace("Tolls Are Fair", "Tolls Rise"))));
    expect(held()).toEqual(["ferry.json", "ferry.txt", "lock-tolls.json", "lock-tolls.txt"]);
    expect(read("lock-tolls")).toMatchObject({ aliases: ["tolls"], headline: { text: "Tolls Rise" } });
  });

  test("never follows a headline: links to an article hold until somebody renames it", async () => {
    const url = ["--source-url", "https://lock.example/1"];
    await run(file("a.txt", STORY), ...url);
    await run(file("a.txt", STORY.replace("Tolls Are Fair", "Tolls Rise")), ...url);
    expect(held()).toEqual(["tolls-are-fair.json", "tolls-are-fair.txt"]);
  });

  test("is served at once: the old address redirects, quotes and corrections stay", async () => {
    const story = file("a.txt", STORY);
    await run(story);
    const { quotes, speakers } = read("tolls-are-fair");
    const local = speakers.find(({ id }) => id.includes("~"))?.id ?? "";
    expect(local).toMatch(/^tolls-are-fair~/);
    const edits = [{ op: "set-speaker", speaker: local, name: "The lock clerk" }];
    writeFileSync(join(data, "articles/tolls-are-fair.edits.json"), JSON.stringify({ edits }));
    const registry = { speakers: [{ id: "mara-tull-2", name: "Mara Tull", splitFrom: "mara-tull", articles: ["tolls-are-fair"] }] };
    writeFileSync(join(data, "speakers.json"), JSON.stringify(registry));
    const problems: unknown[] = [];
    const store = await FilesStore.open({ folder: data, watch: true, onProblem: (problem) => problems.push(problem) });
    const app = await buildServer({ store, publicUrl: "https://verbatim.example" });
    try {
      // "a-..." sorts before the slug it takes over from.
      await run(story, "--slug", "a-toll-for-all");
      const moved = await until(
        () => app.inject("/v1/articles/tolls-are-fair"),
        ({ statusCode }) => statusCode === 308,
      );
      expect(moved.headers.location).toBe("/v1/articles/a-toll-for-all");
      const article = (await app.inject("/v1/articles/a-toll-for-all")).json() as Article;
      expect(article.speakers.map(({ id, name }) => [id, name])).toEqual([
        ["mara-tull-2", "Mara Tull"],
        [local.replace("tolls-are-fair", "a-toll-for-all"), "The lock clerk"],
      ]);
      for (const { id } of quotes) {
        expect((await app.inject(`/v1/quotes/${id}`)).json()).toMatchObject({ id, article: { slug: "a-toll-for-all" } });
      }
      expect(problems).toEqual([]);
      expect(held()).toEqual(["a-toll-for-all.edits.json", "a-toll-for-all.json", "a-toll-for-all.txt"]);
    } finally {
      await app.close();
      await store.close();
    }
  });
});

test.each(["/proc/nope", "a.txt/data"])("an import to a folder that cannot be made ends and says so: %s", async (place) => {
  mkdirSync(data);
  const story = file("a.txt", STORY);
  const { code, said } = await run(story, "--data", place.startsWith("/") ? place : join(folder, place));
  expect([code, said]).toEqual([1, expect.stringMatching(/^The folder .* cannot be made/)]);
});
