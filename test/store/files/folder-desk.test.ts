import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { purge, withdraw } from "../../../src/publishing/withdraw.ts";
import { DeskUnwritable } from "../../../src/store/desk.ts";
import { openFolderDesk } from "../../../src/store/files/folder-desk.ts";
import type { FolderChanges } from "../../../src/store/files/folder-watch.ts";
import { minute, newFolder, publishText, story } from "../../publishing/folder.ts";

let folder: ReturnType<typeof newFolder>;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => folder.end());

const FAIR = story("Tolls Are Fair", "The tolls are fair");
const slug = "tolls-are-fair";
const find = (by: { slug?: string; sha256?: string; sourceUrl?: string }, desk = folder.desk) => desk.alone((writing) => writing.find(by));
const place = (path: string) => join(folder.data, path);

test("what an article was made of is known also where the rest of its file is broken", async () => {
  const { article } = await publishText(folder.desk, FAIR);
  const source = () => folder.desk.alone((writing) => writing.source(slug));
  expect(await source()).toEqual(article.source);
  writeFileSync(place(`articles/${slug}.json`), JSON.stringify({ ...article, quotes: 7 }));
  expect(await source()).toEqual(article.source);
  for (const broken of ["{", "null", '{"source":7}']) {
    writeFileSync(place(`articles/${slug}.json`), broken);
    expect(await source(), broken).toBeNull();
  }
});

describe("finding", () => {
  test("an article by its slug now or before, by its bytes, and by its address, withdrawn or purged too", async () => {
    const sourceUrl = "https://lock.example/1";
    const { article } = await publishText(folder.desk, FAIR, { given: { sourceUrl } });
    await publishText(folder.desk, FAIR, { slug: "lock-tolls" });
    const ways = [{ slug }, { slug: "lock-tolls" }, { sha256: article.source.sha256 }, { sourceUrl }];
    const all = () => Promise.all(ways.map((by) => find(by)));
    expect(await all()).toEqual(ways.map(() => "lock-tolls"));
    await withdraw(folder.desk, slug, { reason: "x", now: minute(1) });
    expect(await all()).toEqual(ways.map(() => "lock-tolls"));
    await purge(folder.desk, slug, { now: minute(1) });
    expect(await all()).toEqual(ways.map(() => "lock-tolls"));
    expect(await find({ slug: "nope", sha256: "0", sourceUrl: "https://nope.example" })).toBeNull();
  });

  test("what came, changed or went by other means since", async () => {
    const { article } = await publishText(folder.desk, FAIR);
    const other = { ...article, slug: "by-hand", source: { ...article.source, sha256: "b".repeat(64) } };
    writeFileSync(place("articles/by-hand.json"), JSON.stringify(other));
    expect(await find({ sha256: "b".repeat(64) })).toBe("by-hand");
    writeFileSync(place("articles/.new"), JSON.stringify({ ...other, sourceUrl: "https://hand.example/1" }));
    renameSync(place("articles/.new"), place("articles/by-hand.json"));
    expect(await find({ sourceUrl: "https://hand.example/1" })).toBe("by-hand");
    rmSync(place("articles/by-hand.json"));
    expect(await find({ slug: "by-hand" })).toBeNull();
  });

  test("what was written into a file in place, by the next process", async () => {
    const { article } = await publishText(folder.desk, FAIR);
    writeFileSync(place(`articles/${slug}.json`), JSON.stringify({ ...article, sourceUrl: "https://hand.example/1" }));
    const desk = openFolderDesk(folder.data);
    expect(await find({ sourceUrl: "https://hand.example/1" }, desk)).toBe(slug);
    await desk.close();
  });

  test("as before where what it knows is damaged or gone", async () => {
    await publishText(folder.desk, FAIR);
    for (const damage of [
      () => writeFileSync(place("private/catalogue.sqlite"), "nothing of SQLite".repeat(500)),
      () => rmSync(place("private/catalogue.sqlite")),
    ]) {
      await folder.desk.close();
      for (const name of readdirSync(place("private"))) if (/-(?:wal|shm)$/.test(name)) rmSync(place(`private/${name}`));
      damage();
      expect(await find({ slug })).toBe(slug);
    }
  });
});

describe("writing", () => {
  test("is one after the other, whatever fails", async () => {
    const seen: string[] = [];
    const work = (name: string) =>
      folder.desk.alone(async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.push(`${name} ends`);
        if (name === "b") throw new Error("b fails");
      });
    const all = await Promise.allSettled(["a", "b", "c"].map(work));
    expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(seen).toEqual(["a", "b", "c"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test("is served before it returns; what was only looked at is not", async () => {
    const told: FolderChanges[] = [];
    const desk = openFolderDesk(folder.data, async (changes) => told.push(changes));
    await publishText(desk, FAIR);
    await publishText(desk, FAIR);
    await publishText(desk, FAIR, { slug: "lock-tolls" });
    await desk.alone((writing) => writing.write({ of: "registry", registry: { speakers: [] } }));
    await withdraw(desk, slug, { reason: "x", now: minute(0) });
    expect(told.map(({ slugs, registry, all }) => [[...slugs].sort(), registry, all])).toEqual([
      [[slug], false, false],
      [["lock-tolls", slug], false, false],
      [[], true, false],
      [["lock-tolls"], false, false],
    ]);
    await desk.close();
  });

  test("is refused where a quote id belongs to another article", async () => {
    const { article } = await publishText(folder.desk, FAIR);
    const machine = { ...article, slug: "other", source: { ...article.source, sha256: "b".repeat(64) } };
    const change = { of: "article" as const, machine, raw: null, renamedFrom: null, former: null };
    await expect(folder.desk.alone((writing) => writing.write(change))).rejects.toThrow(`belongs to the article "${slug}"`);
    expect(existsSync(place("articles/other.json"))).toBe(false);
  });

  test.each([
    ["a file stands in its way", () => writeFileSync(place("private"), "")],
    ["its disk is gone", () => rmSync(folder.data, { recursive: true })],
  ])("is refused in plain words and without paths where %s", async (_, spoil) => {
    mkdirSync(folder.data, { recursive: true });
    spoil();
    if (!existsSync(folder.data)) writeFileSync(folder.data, "");
    const refused = await publishText(folder.desk, FAIR).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DeskUnwritable);
    expect((refused as Error).message).toMatch(/^The data folder cannot be written \(E[A-Z]+\)\./);
    expect((refused as Error).message).not.toContain("/");
    if (!existsSync(place("private"))) rmSync(folder.data);
    else rmSync(place("private"));
    expect(await publishText(folder.desk, FAIR)).toMatchObject({ state: "added" });
  });
});

describe("a change that was cut short", () => {
  /** Writes a change up to the moment at which it is certain, as a process that is killed then. */
  function begin(moves: { path: string; content: string }[], replaced: string[]): void {
    const staged = moves.map(({ path, content }) => {
      const temporary = path.replace(/[^/]+$/, (name) => `.99999999-${name}`);
      mkdirSync(join(place(temporary), ".."), { recursive: true });
      writeFileSync(place(temporary), content);
      return { temporary, path };
    });
    writeFileSync(place("private/unfinished.json"), JSON.stringify({ moves: staged, replaced }));
  }

  test("is ended by the next writer, also when it was half done", async () => {
    await publishText(folder.desk, FAIR);
    const article = readFileSync(place(`articles/${slug}.json`), "utf8");
    begin(
      [
        { path: "sources/new.txt", content: "raw" },
        { path: "articles/new.json", content: article },
      ],
      [`sources/${slug}.txt`, `articles/${slug}.json`],
    );
    renameSync(place("sources/.99999999-new.txt"), place("sources/new.txt"));
    const told: FolderChanges[] = [];
    const desk = openFolderDesk(folder.data, async (changes) => told.push(changes));
    expect(await find({ slug }, desk)).toBeNull();
    expect(folder.files()).toEqual(["articles/new.json", "sources/new.txt"]);
    expect(existsSync(place("private/unfinished.json"))).toBe(false);
    expect(told.map(({ all }) => all)).toEqual([true]);
    await desk.close();
  });

  test("before it was certain leaves nothing", async () => {
    await publishText(folder.desk, FAIR);
    const files = folder.files();
    writeFileSync(place("articles/.99999999-new.json"), "{");
    writeFileSync(place("sources/.99999999-new.txt"), "");
    writeFileSync(place("private/unfinished.json.tmp"), "{");
    const desk = openFolderDesk(folder.data);
    await publishText(desk, story("Ferry", "It sails"));
    await desk.close();
    expect(folder.files()).toEqual([...files, "articles/ferry.json", "sources/ferry.txt"].sort());
  });
});

test("a disk that is full is told of as such, also where it is full behind the article; the next write goes on", async () => {
  const exec = DatabaseSync.prototype.exec;
  const full = vi.spyOn(DatabaseSync.prototype, "exec").mockImplementation(function (this: DatabaseSync, sql) {
    if (sql !== "COMMIT") return exec.call(this, sql);
    // As SQLite does.
    exec.call(this, "ROLLBACK");
    throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
  });
  await expect(publishText(folder.desk, FAIR)).rejects.toThrow(
    new DeskUnwritable("The data folder cannot be written (ENOSPC). Its disk is full: make room."),
  );
  full.mockRestore();
  const filled = await publishText(folder.desk, FAIR);
  expect(filled.state).toBe("added");
  const again = vi.spyOn(DatabaseSync.prototype, "exec").mockImplementation(function (this: DatabaseSync, sql) {
    if (sql !== "COMMIT") return exec.call(this, sql);
    exec.call(this, "ROLLBACK");
    throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
  });
  await expect(publishText(folder.desk, story("Tolls Are High", "The tolls are high"))).rejects.toThrow(DeskUnwritable);
  again.mockRestore();
  // The article was whole before the catalogue was full.
  expect(await find({ slug: "tolls-are-high" })).toBe("tolls-are-high");
});
