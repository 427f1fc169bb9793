import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { loadCommand } from "../../../src/cli/load.ts";
import { articleFile } from "../../../src/store/files/article-files.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { databaseArchive } from "../../../src/store/postgres/database-archive.ts";
import { pruneArticles } from "../../../src/store/postgres/import-articles.ts";
import type { Store } from "../../../src/store/store.ts";
import { ferryFares, formerOf, historyFolder, sampleHistory, shortArticle, tombstoneOf } from "../../history.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const CLI = resolve(import.meta.dirname, "../../../src/cli.ts");
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(articles: Article[] = []) {
  const archive = await openArchive(server, articles);
  const data = historyFolder();
  for (const { slug } of [...sampleHistory().articles]) data.write(`sources/${slug}.txt`, `raw of ${slug}`);
  closers.push(archive.close, data.remove);
  const load = async (...flags: string[]) => {
    let [stdout, stderr] = ["", ""];
    const terminal = { stdout: { write: (text: string) => (stdout += text) }, stderr: { write: (text: string) => (stderr += text) } };
    const code = await loadCommand([data.folder, ...flags], "nowhere", archive.url, terminal as never);
    return { code, stdout: stdout.trim(), stderr };
  };
  return { ...archive, reload: archive.load, data, load };
}

/** What the tables of history hold; none of it has the time of the load. */
async function historyOf(pool: pg.Pool) {
  const rows = async (text: string) => (await pool.query(text)).rows;
  return {
    changes: await rows("SELECT seq::int, change, slug, revision, previous_slug, reason FROM changes ORDER BY seq"),
    revisions: await rows("SELECT slug, revision, served, json, speakers FROM revisions ORDER BY 1, 2"),
    withdrawn: await rows("SELECT * FROM withdrawn ORDER BY slug"),
    sources: await rows("SELECT slug, sha256, raw FROM sources ORDER BY slug"),
  };
}

const NOTICE = { state: "withdrawn", slug: "tram-plan", at: "2025-05-02T10:00:00Z", reason: "The interview was not authorised." };

describe("loading a data folder with a past", () => {
  test("carries over earlier revisions, withdrawals and raw files, once", async () => {
    const { load, store, pool, problems } = await start();
    expect(await load()).toEqual({ code: 0, stdout: "2 loaded, 0 unchanged, 2 earlier revisions added, 1 withdrawn", stderr: "" });
    const { former } = sampleHistory();
    expect(await store.revisions("ferry-fares")).toEqual([former[0]]);
    expect(await store.revisions("lido-reopens")).toEqual([former[1]]);
    expect(await store.article("tram-plan")).toEqual(NOTICE);
    const { items } = await store.changes({ after: 0, limit: 9 });
    expect(items.map(({ change, slug }) => `${change} ${slug}`)).toEqual([
      "withdrawn tram-plan",
      "added ferry-fares",
      "added lido-reopens",
    ]);
    const before = await historyOf(pool);
    expect(before.sources.map(({ slug, raw }) => `${slug}: ${raw}`)).toEqual([
      "ferry-fares: raw of ferry-fares",
      "lido-reopens: raw of lido-reopens",
      "tram-plan: raw of tram-plan",
    ]);
    expect(await load()).toEqual({ code: 0, stdout: "0 loaded, 2 unchanged", stderr: "" });
    expect(await load("--prune")).toMatchObject({ code: 0, stdout: "0 loaded, 2 unchanged, 0 deleted" });
    expect(await historyOf(pool)).toEqual(before);
    expect(problems).toEqual([]);
  });

  test("takes a withdrawn article out of the database, and is found by what it was known by", async () => {
    const tram = sampleHistory().articles[2] as Article;
    const { load, store } = await start([tram]);
    expect((await store.article(tram.slug)).state).toBe("found");
    await load();
    expect(await store.article(tram.slug)).toEqual(NOTICE);
    expect((await store.speaker("kit-moss")).state).toBe("unknown");
    expect((await store.articles({ limit: 9 })).total).toBe(2);
  });

  test("does not bring back what is withdrawn in the database, unless it is told to", async () => {
    const [ferry] = sampleHistory().articles as [Article];
    const { load, store, reload } = await start([ferry]);
    const desk = store.openDesk();
    const withdraw = () =>
      desk.alone((writing) => writing.write({ of: "withdrawal", tombstone: tombstoneOf(ferry, "2025-06-01T00:00:00Z", "Wrong.") }));
    await withdraw();
    expect(await load()).toMatchObject({
      code: 0,
      stdout:
        "1 loaded, 0 unchanged, 2 earlier revisions added, 1 withdrawn, 1 left out, withdrawn in the database (--restore serves them again)",
    });
    expect((await store.article(ferry.slug)).state).toBe("withdrawn");
    expect(await load("--prune")).toMatchObject({ code: 0 });
    expect((await store.article(ferry.slug)).state).toBe("withdrawn");
    expect(await load("--restore")).toMatchObject({ code: 0, stdout: "1 loaded, 1 unchanged" });
    expect((await store.article(ferry.slug)).state).toBe("found");
    expect((await store.article("tram-plan")).state).toBe("withdrawn");
    expect((await store.revisions(ferry.slug)).length).toBe(1);
    // The same source under another name is the withdrawn article, too.
    await withdraw();
    const copy = ferryFares("It is a bargain,", { slug: "ferry-copy" });
    expect(await reload([{ article: copy }])).toMatchObject({ imported: 0, withdrawn: 1 });
    expect(await store.article(copy.slug)).toEqual({ state: "unknown" });
  });

  test("keeps the moment of change of what stays the same, and takes a stated one of what changed", async () => {
    const [ferry] = sampleHistory().articles as [Article];
    const { load, store, data } = await start();
    data.write("articles/ferry-fares.json", articleFile({ ...ferry, modifiedAt: "2025-03-05T00:00:00Z" }));
    await load();
    const modifiedAt = async () => {
      const found = await store.article(ferry.slug);
      return found.state === "found" ? (JSON.parse(found.json) as Article).modifiedAt : found.state;
    };
    expect(await modifiedAt()).toBe("2025-03-05T00:00:00Z");
    data.write("articles/ferry-fares.json", articleFile({ ...ferry, modifiedAt: "2025-03-09T00:00:00Z" }));
    await load();
    expect(await modifiedAt()).toBe("2025-03-05T00:00:00Z");
    data.write("articles/ferry-fares.json", articleFile({ ...ferry, language: "en-GB", modifiedAt: "2025-03-09T00:00:00Z" }));
    await load();
    expect(await modifiedAt()).toBe("2025-03-09T00:00:00Z");
    data.write("articles/ferry-fares.json", articleFile({ ...ferry, language: "en-IE", modifiedAt: "2025-03-09T00:00:00Z" }));
    await load();
    expect((await modifiedAt())?.localeCompare("2025-04-01")).toBe(1);
  });

  test("keeps the text that a changed article replaces, with its times where the folder knows them", async () => {
    const [, lido] = sampleHistory().articles as [Article, Article];
    const old = ferryFares("It is daylight robbery,");
    const { load, store, data } = await start([old]);
    await load();
    expect(await store.revisions(old.slug)).toEqual([sampleHistory().former[0]]);
    // The folder has no history of what comes next.
    data.write(`articles/${old.slug}.json`, articleFile(ferryFares("It is a gift,")));
    await load();
    const [newest, ...others] = await store.revisions(old.slug);
    expect(newest?.revision).toBe(ferryFares("It is a fair price,").revision);
    expect(newest?.served).toEqual([{ from: "2025-03-02T10:00:00Z", until: expect.any(String) }]);
    expect(others).toEqual([sampleHistory().former[0]]);
    expect((await store.changes({ after: 0, limit: 9 })).items.map(({ change, slug }) => `${change} ${slug}`)).toEqual([
      `added ${old.slug}`,
      "withdrawn tram-plan",
      `changed ${old.slug}`,
      `added ${lido.slug}`,
      `changed ${old.slug}`,
    ]);
  });

  test("notes as removed what is pruned, and as added what comes again", async () => {
    const { load, store, pool } = await start();
    await load();
    expect(await pruneArticles(pool, new Set(["lido-reopens"]))).toBe(1);
    expect(await store.article("ferry-fares")).toEqual({ state: "unknown" });
    expect(await store.revisions("ferry-fares")).toEqual([]);
    await load();
    const { items } = await store.changes({ after: 3, limit: 9 });
    expect(items.map(({ change, slug }) => `${change} ${slug}`)).toEqual(["removed ferry-fares", "added ferry-fares"]);
    expect((await store.revisions("ferry-fares")).length).toBe(1);
  });

  test("gives the same answers as the folder, about what is and about what was", async () => {
    const { load, store, data } = await start();
    await load();
    const files = await FilesStore.open({ folder: data.folder, watch: false, onProblem: () => {} });
    closers.push(() => files.close());
    const { articles, tombstones } = sampleHistory();
    const slugs = [...articles.map(({ slug }) => slug), "lido-news", "nowhere"];
    const probes = [
      ["daylight", "robbery"],
      ["water", "is"],
      ["never", "come"],
    ];
    const answers = async (one: Store) => ({
      articles: await Promise.all(slugs.map((slug) => one.article(slug))),
      revisions: await Promise.all(slugs.map((slug) => one.revisions(slug))),
      quotes: await Promise.all((tombstones[0]?.quotes ?? []).map((id) => one.quote(id))),
      former: await one.candidates({ probes, former: true, limit: 9 }),
      former1: await one.candidates({ probes, former: true, speakers: ["ida-brook"], limit: 1 }),
      updated: await one.articles({ sort: "updated", limit: 9 }),
      added: (await one.changes({ after: 0, limit: 9 })).items
        .map(({ seq: _, at, ...change }) => (change.change === "added" ? { at, ...change } : change))
        .toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    });
    expect(await answers(store)).toEqual(await answers(files));
  });

  test("gives back as an archive all that was loaded", async () => {
    const { load, pool, data } = await start();
    data.write("articles/ferry-fares.edits.json", { edits: [] });
    await load();
    const problems: unknown[] = [];
    const archive = await databaseArchive(pool, (problem) => problems.push(problem));
    const [articles, former, withdrawn] = [[], [], []] as [unknown[], unknown[], unknown[]];
    for await (const one of archive.articles) articles.push(one);
    for await (const one of archive.revisions) former.push(one);
    for await (const one of archive.tombstones) withdrawn.push(one);
    const history = sampleHistory();
    const [ferry, lido, tram] = history.articles as [Article, Article, Article];
    const raw = ({ slug }: Article) => Buffer.from(`raw of ${slug}`);
    expect(articles).toEqual([
      { article: { ...ferry, modifiedAt: "2025-03-02T10:00:00Z" }, edits: { edits: [] }, raw: raw(ferry) },
      { article: { ...lido, modifiedAt: "2025-04-02T10:00:00Z" }, edits: null, raw: raw(lido) },
    ]);
    expect(former).toEqual(history.former.map((one) => ({ slug: one.article.slug, former: one })));
    expect(withdrawn).toEqual([{ tombstone: history.tombstones[0], held: { article: tram, edits: null, raw: raw(tram) } }]);
    expect(problems).toEqual([]);
  });

  test("by several loads at once, and by loads that are killed, leaves what one load leaves", async () => {
    const undisturbed = await start();
    const many = (data: { write: (file: string, content: unknown) => void }) => {
      for (let number = 0; number < 60; number += 1) {
        const slug = `news-${number}`;
        data.write(`articles/${slug}.json`, shortArticle(slug, "Ida Brook", `Number ${number},`, "2025-04-01T09:00:00Z"));
        data.write(`sources/${slug}.txt`, slug);
        const former = formerOf(
          shortArticle(slug, "Ida Brook", `Before ${number},`, "2025-04-01T09:00:00Z"),
          "2025-04-01T09:00:00Z",
          "2025-04-02T09:00:00Z",
        );
        data.write(`revisions/${slug}/${former.revision}.json`, former);
      }
    };
    many(undisturbed.data);
    await undisturbed.load();
    const disturbed = await start();
    many(disturbed.data);
    const spawned = (after: number | null) => {
      const child = spawn(process.execPath, [CLI, "load", disturbed.data.folder], {
        env: { ...process.env, DATABASE_URL: disturbed.url },
        stdio: "ignore",
      });
      const ended = new Promise((done) => child.on("close", done));
      return after === null ? ended : setTimeout(after).then(() => child.kill("SIGKILL") && ended);
    };
    await Promise.all([spawned(400 + 600 * Math.random()), spawned(700 + 600 * Math.random()), spawned(null), spawned(null)]);
    const sets = (history: Awaited<ReturnType<typeof historyOf>>) => ({
      ...history,
      changes: history.changes.map(({ seq: _, ...change }) => JSON.stringify(change)).toSorted(),
    });
    expect(sets(await historyOf(disturbed.pool))).toEqual(sets(await historyOf(undisturbed.pool)));
  }, 120_000);

  test("tells of an earlier revision that is not sound, and takes the others", async () => {
    const { load, store, data } = await start();
    const { former } = sampleHistory();
    data.write(`revisions/ferry-fares/${former[0]?.revision}.json`, "{");
    const { code, stderr } = await load();
    expect(code).toBe(1);
    expect(stderr).toContain(`revisions/ferry-fares/${former[0]?.revision}.json`);
    expect(await store.revisions("ferry-fares")).toEqual([]);
    expect((await store.revisions("lido-reopens")).length).toBe(1);
    rmSync(join(data.folder, "revisions"), { recursive: true });
    expect((await load()).code).toBe(0);
  });
});
