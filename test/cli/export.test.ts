import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { checkCommand } from "../../src/cli/check.ts";
import { exportCommand } from "../../src/cli/export.ts";
import { importCommand } from "../../src/cli/import/import-command.ts";
import { loadCommand } from "../../src/cli/load.ts";
import { buildServer } from "../../src/http/server.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../src/store/files/folder-desk.ts";
import { PostgresStore } from "../../src/store/postgres/postgres-store.ts";
import type { Store } from "../../src/store/store.ts";
import { type PostgresServer, startPostgres } from "../store/postgres/server.ts";

let folder: string;
let data: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
  data = join(folder, "data");
  await makeArchive();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const quiet = () => ({ stdout: new PassThrough(), stderr: new PassThrough() });
const story = (headline: string, words: string) =>
  `${headline}\n\n“${words},” said Orla Brice, who runs the place.\n\nIt opens on Monday.\n`;
const at = (time: string) => new Date(`2026-11-${time}Z`);

async function importText(name: string, content: string, now: Date, ...flags: string[]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  expect(await importCommand([path, ...flags], data, quiet(), now)).toBe(0);
}

/** A corrected article, an edited one, a withdrawn one; served meanwhile, so that the journal knows when what changed. */
async function makeArchive(): Promise<void> {
  await importText("kiln.txt", story("Kiln stays open", "The kiln stays"), at("01T10:00:00"), "--slug", "kiln");
  await importText("mill.txt", story("Mill closes", "The mill closes"), at("01T10:00:00"), "--slug", "mill");
  await importText("weir.txt", story("Weir holds", "The weir holds"), at("01T10:00:00"), "--slug", "weir");
  await served(at("02T10:00:00"));
  await importText("kiln.txt", story("Kiln stays open", "The kiln stays for a year"), at("03T10:00:00"), "--slug", "kiln");
  const weir = JSON.parse(readFileSync(join(data, "articles/weir.json"), "utf8")) as Article;
  const [quote] = weir.quotes;
  const edits = { edits: [{ op: "set", quote: { id: quote?.id, text: quote?.text }, kind: "mixed" }] };
  writeFileSync(join(data, "articles/weir.edits.json"), JSON.stringify(edits));
  writeFileSync(join(data, "speakers.json"), JSON.stringify({ speakers: [{ id: "orla-brice", name: "Orla Brice of Tarn" }] }));
  const desk = openFolderDesk(data);
  await withdraw(desk, "mill", { reason: "It was not so.", now: at("04T10:00:00") });
  await desk.close();
  await served(at("05T10:00:00"));
}

/** Serves the folder once, as a server that is started and stopped. */
async function served(now: Date): Promise<void> {
  const store = await FilesStore.open({ folder: data, watch: false, journal: true, clock: () => now, onProblem: () => {} });
  await store.close();
}

async function exported(output: string, databaseUrl: string | null = null): Promise<string> {
  const terminal = quiet();
  const said = text(terminal.stderr);
  expect(await exportCommand(["--format", "json", "--output", output], data, databaseUrl, terminal)).toBe(0);
  terminal.stderr.end();
  return said;
}

function filesIn(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]));
}

const PATHS = [
  "/v1/articles",
  "/v1/articles?sort=updated",
  "/v1/articles/kiln",
  "/v1/articles/weir",
  "/v1/articles/kiln/quotes",
  "/v1/articles/mill",
  "/v1/articles/kiln/revisions",
  "/v1/quotes",
  "/v1/speakers",
  "/v1/statistics",
  "/feed.atom",
];

/** What the API says of an archive. */
async function answersOf(store: Store): Promise<Record<string, [number, string]>> {
  const app = await buildServer({ store, publicUrl: "https://verbatim.example" });
  const answers: Record<string, [number, string]> = {};
  for (const path of PATHS) {
    const { statusCode, body } = await app.inject(path);
    answers[path] = [statusCode, body.replace(/"requestId":"[^"]+"/, "")];
  }
  const { body } = await app.inject("/v1/articles/kiln");
  for (const { id } of (JSON.parse(body) as Article).quotes) answers[id] = [0, (await app.inject(`/v1/quotes/${id}`)).body];
  await app.close();
  return answers;
}

async function answersOfFolder(path: string): Promise<Record<string, [number, string]>> {
  const store = await FilesStore.open({ folder: path, watch: false, journal: true, onProblem: () => {} });
  const answers = await answersOf(store);
  await store.close();
  return answers;
}

async function check(path: string) {
  const said = { stdout: "", stderr: "" };
  const to = (key: keyof typeof said) => ({ write: (words: string) => (said[key] += words) });
  const code = await checkCommand([path], "nowhere", { stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...said };
}

describe("an export of a data folder", () => {
  test("is sound, and has all of it but what is private", async () => {
    const backup = join(folder, "backup");
    expect(await exported(backup)).toContain("2 articles exported");
    expect(await check(backup)).toEqual({ code: 0, stdout: "2 articles, 0 problems\n", stderr: "" });
    const [before, after] = [filesIn(data), filesIn(backup)];
    const isPublic = (path: string) => !path.startsWith("private/");
    expect(Object.keys(after)).toEqual(Object.keys(before).filter(isPublic));
    expect(Object.keys(after).filter((path) => /^(?:revisions|withdrawn|sources)\//.test(path))).toHaveLength(5);
    // speakers.json has all fields of each speaker.
    expect(parsed(after["speakers.json"])).toMatchObject(parsed(before["speakers.json"]) as object);
    for (const path of Object.keys(after).filter((name) => !/^articles\/(?:kiln|weir)\.json$|^speakers/.test(name)))
      expect(parsed(after[path]), path).toEqual(parsed(before[path]));
    expect(JSON.parse(after["articles/kiln.json"] ?? "")).toMatchObject({ modifiedAt: "2026-11-05T10:00:00Z" });
  });

  test("served, gives the same answers; so does an export of the export", async () => {
    const [once, twice] = [join(folder, "once"), join(folder, "twice")];
    await exported(once);
    const answers = await answersOfFolder(data);
    expect(answers["/v1/articles/mill"]?.[0]).toBe(410);
    expect(answers["/v1/articles/kiln"]?.[1]).toContain('"modifiedAt":"2026-11-05T10:00:00Z"');
    expect(await answersOfFolder(once)).toEqual(answers);
    rmSync(join(once, "private"), { recursive: true });
    data = once;
    await exported(twice);
    expect(filesIn(twice)).toEqual(filesIn(once));
  });

  test("whose journal cannot be read says so, and has the rest", async () => {
    writeFileSync(join(data, "private/journal.sqlite"), "not a database");
    const terminal = quiet();
    const said = text(terminal.stderr);
    expect(await exportCommand(["--format", "json", "--output", join(folder, "backup")], data, null, terminal)).toBe(1);
    terminal.stderr.end();
    expect(await said).toMatch(/private\/journal\.sqlite: cannot be read \(.+\)\. Check its disk[\s\S]+2 articles exported/);
    expect((await check(join(folder, "backup"))).code).toBe(0);
  });

  test("is not taken for a folder of sources, and does not go where something is", async () => {
    const backup = join(folder, "backup");
    await exported(backup);
    const terminal = quiet();
    const said = text(terminal.stderr);
    expect(await importCommand([backup], join(folder, "other"), terminal, at("06T10:00:00"))).toBe(1);
    terminal.stderr.end();
    expect(await said).toMatch(/It is a data folder of Verbatim.*Serve it \(DATA_DIR\).*"verbatim load".*import .+\/sources\./);
    expect(await exportCommand(["--format", "json", "--output", backup], data, null, quiet())).toBe(2);
  });

  test("as lines has articles as they are served, which import and load tell apart from sources; a folder that is named comes before a database", async () => {
    const terminal = quiet();
    const lines = text(terminal.stdout);
    const named = ["--format", "ndjson", "--data", data];
    expect(await exportCommand(named, join(folder, "nowhere"), "postgres://127.0.0.1:1/nowhere", terminal)).toBe(0);
    terminal.stdout.end();
    const slugs = (await lines)
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as Article).slug);
    expect(slugs).toEqual(["kiln", "weir"]);
    const importing = quiet();
    const said = text(importing.stderr);
    const stdin = Readable.from([Buffer.from(await lines)]);
    expect(await importCommand(["-"], join(folder, "other"), { ...importing, stdin }, at("06T10:00:00"))).toBe(1);
    importing.stderr.end();
    expect(await said).toContain("It is an article of Verbatim already: there is nothing to extract.");
    expect(existsSync(join(folder, "other/articles"))).toBe(false);
  });
});

function parsed(content: string | undefined): unknown {
  try {
    return JSON.parse(content ?? "");
  } catch {
    return content;
  }
}

describe("an export of a database", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.remove());

  test("that a folder was loaded into is sound, and served gives the same answers", async () => {
    const url = await server.createDatabase();
    expect(await loadCommand([], data, url, quiet())).toBe(0);
    const backup = join(folder, "backup");
    await exported(backup, url);
    expect(await check(backup)).toEqual({ code: 0, stdout: "2 articles, 0 problems\n", stderr: "" });
    const store = await PostgresStore.open({ url, readUrl: null, onProblem: () => {} });
    const answers = await answersOf(store);
    await store.close();
    expect(await answersOfFolder(backup)).toEqual(answers);
  });
});
