import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import type { Change } from "../../../src/article/model/history.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { updateIndex } from "../../../src/store/files/update/update-index.ts";
import { ArticleIndex } from "../../../src/store/index/article-index.ts";
import type { Store, StoreProblem } from "../../../src/store/store.ts";
import { dataFolder } from "../../fixtures.ts";
import { ferryFares, formerOf, historyFolder, sampleHistory, shortArticle, tombstoneOf } from "../../history.ts";
import { until } from "./until.ts";

const OLD = ferryFares("It is daylight robbery,");
const NEW = ferryFares("It is a fair price,");
const LIDO = shortArticle("lido-news", "Ida Brook", "The water is freezing,", "2025-04-01T09:00:00Z");

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function folderOf(articles: Article[] = [OLD, LIDO]) {
  const data = dataFolder(articles);
  cleanups.push(data.remove);
  return { ...data, journal: join(data.folder, "private/journal.sqlite") };
}

async function open(folder: string, more: { journal?: boolean; watch?: boolean; clock?: () => Date } = {}) {
  const problems: StoreProblem[] = [];
  const store = await FilesStore.open({ folder, watch: false, journal: true, ...more, onProblem: (problem) => problems.push(problem) });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await store.close();
    isOpen = false;
  };
  cleanups.push(close);
  return { store, problems, close };
}

const refresh = (store: FilesStore, ...slugs: string[]) => store.refresh({ slugs: new Set(slugs), registry: false, all: false });
const changesOf = async (store: Store): Promise<Change[]> => (await store.changes({ after: 0, limit: 1000 })).items;
const told = async (store: Store) => (await changesOf(store)).map(({ change, slug }) => `${change} ${slug}`);
const modifiedAt = async (store: Store, slug: string) => {
  const found = await store.article(slug);
  return found.state === "found" ? (JSON.parse(found.json) as Article).modifiedAt : found.state;
};
const at = (time: string) => () => new Date(time);
const BEGUN = [`added ${OLD.slug}`, `added ${LIDO.slug}`];

describe("the journal of a data folder", () => {
  test("keeps what changed over restarts, and what changed while nothing ran", async () => {
    const { folder, write } = folderOf();
    const first = await open(folder, { clock: at("2026-01-01T10:00:00.700Z") });
    write(`articles/${OLD.slug}.json`, NEW);
    await refresh(first.store, OLD.slug);
    const before = await changesOf(first.store);
    expect(before.at(-1)).toMatchObject({ seq: 3, change: "changed", at: "2026-01-01T10:00:00Z" });
    await first.close();
    const second = await open(folder, { clock: at("2026-01-02T10:00:00Z") });
    expect(await changesOf(second.store)).toEqual(before);
    expect(await modifiedAt(second.store, OLD.slug)).toBe("2026-01-01T10:00:00Z");
    await second.close();
    rmSync(join(folder, `articles/${LIDO.slug}.json`));
    write(`articles/${OLD.slug}.json`, OLD);
    const third = await open(folder, { clock: at("2026-01-03T10:00:00Z") });
    expect((await told(third.store)).slice(3)).toEqual([`removed ${LIDO.slug}`, `changed ${OLD.slug}`]);
    expect(await modifiedAt(third.store, OLD.slug)).toBe("2026-01-03T10:00:00Z");
  });

  test("is not made by a store that does not serve", async () => {
    const { folder, journal } = folderOf();
    const { store } = await open(folder, { journal: false });
    expect(await told(store)).toEqual(BEGUN);
    expect(existsSync(journal)).toBe(false);
  });

  test("has each change once when a process is killed after it was written there and before it was served", async () => {
    const { folder, write } = folderOf();
    const update = { folder, changes: null, refused: [], journal: true, now: "2026-01-01T10:00:00Z" };
    const served = await updateIndex({ ...update, index: null }, () => {});
    write(`articles/${OLD.slug}.json`, NEW);
    const changes = { slugs: new Set([OLD.slug]), registry: false, all: false };
    // What this one made is lost.
    await updateIndex({ ...update, index: served?.slice() ?? null, changes }, () => {});
    const later = { ...update, now: "2026-01-05T10:00:00Z", changes: { ...changes, slugs: new Set<string>() } };
    const index = ArticleIndex.fromBytes((await updateIndex({ ...later, index: served }, () => {})) ?? new Uint8Array());
    expect(index.changes({ after: 0, limit: 9 }).items.map(({ change }) => change)).toEqual(["added", "added", "changed"]);
    const found = index.article(OLD.slug);
    expect(found.state === "found" && JSON.parse(found.json)).toMatchObject({ revision: NEW.revision, modifiedAt: "2026-01-01T10:00:00Z" });
    index.close();
  });

  test("has one entry for a change that several servers notice, whoever is first, and starts that come at once agree", async () => {
    const { folder, write } = folderOf();
    const servers = await Promise.all(["2026-01-01T10:00:00Z", "2026-01-01T10:00:05Z"].map((time) => open(folder, { clock: at(time) })));
    const [one, other] = servers as [(typeof servers)[0], (typeof servers)[0]];
    expect(await changesOf(one.store)).toEqual(await changesOf(other.store));
    write(`articles/${OLD.slug}.json`, NEW);
    await Promise.all([refresh(one.store, OLD.slug), refresh(other.store, OLD.slug)]);
    for (const { store } of servers) {
      expect(await told(store)).toEqual([...BEGUN, `changed ${OLD.slug}`]);
      expect(await modifiedAt(store, OLD.slug)).toBe((await changesOf(one.store)).at(-1)?.at);
    }
    // What the other one noted is served along with it.
    write(`articles/${LIDO.slug}.json`, { ...LIDO, language: "en-GB" });
    await refresh(one.store, LIDO.slug);
    await refresh(other.store);
    expect(await changesOf(other.store)).toEqual(await changesOf(one.store));
    expect(await other.store.article(LIDO.slug)).toEqual(await one.store.article(LIDO.slug));
  });

  test("moves no moment back when the clock goes back", async () => {
    const { folder, write } = folderOf();
    let now = "2026-03-01T10:00:00Z";
    const { store } = await open(folder, { clock: () => new Date(now) });
    write(`articles/${OLD.slug}.json`, NEW);
    await refresh(store, OLD.slug);
    now = "2026-02-01T10:00:00Z";
    write(`articles/${OLD.slug}.json`, OLD);
    await refresh(store, OLD.slug);
    expect(await modifiedAt(store, OLD.slug)).toBe("2026-03-01T10:00:00Z");
    expect(await told(store)).toEqual([...BEGUN, `changed ${OLD.slug}`, `changed ${OLD.slug}`]);
  });

  test.each<[string, (journal: string) => unknown, string]>([
    ["damaged", (journal) => writeFileSync(journal, "no database, but long enough to be one".repeat(500)), "cannot be used"],
    ["of a newer version", (journal) => inDatabase(journal, "PRAGMA user_version = 99"), "newer version"],
    ["a folder", (journal) => [rmSync(journal), mkdirSync(journal)], "cannot be used"],
    ["without its tables", (journal) => inDatabase(journal, "DROP TABLE changes"), "cannot be used"],
  ])("that is %s is named, the articles are served, and the next sound one goes on from there", async (_, damage, message) => {
    const { folder, write, journal } = folderOf();
    await (await open(folder)).close();
    copyFileSync(journal, `${folder}-copy`);
    cleanups.push(() => rmSync(`${folder}-copy`, { force: true }));
    damage(journal);
    const { store, problems } = await open(folder);
    expect(problems).toMatchObject([{ where: "private/journal.sqlite", message: expect.stringContaining(message) }]);
    expect(JSON.stringify(problems)).not.toContain(folder);
    expect(await store.health()).toMatchObject({ ready: true, articles: 2, problems: [{ where: "private/journal.sqlite" }] });
    expect(await told(store)).toEqual(BEGUN);
    write(`articles/${OLD.slug}.json`, NEW);
    write("articles/pier-news.json", shortArticle("pier-news", "Kit Moss", "It leans,", "2025-05-01T09:00:00Z"));
    await refresh(store, OLD.slug, "pier-news");
    const all = [...BEGUN, `changed ${OLD.slug}`, "added pier-news"];
    expect(await told(store)).toEqual(all);
    expect(problems).toHaveLength(1);
    rmSync(journal, { recursive: true });
    renameSync(`${folder}-copy`, journal);
    await refresh(store);
    expect((await store.health()).problems).toEqual([]);
    expect(await told(store)).toEqual(all);
    expect(await told((await open(folder)).store)).toEqual(all);
  });

  test("that is deleted while it is served is written again, with all that was known", async () => {
    const { folder, write, journal } = folderOf();
    const { store } = await open(folder);
    write(`articles/${OLD.slug}.json`, NEW);
    await refresh(store, OLD.slug);
    const before = await changesOf(store);
    rmSync(journal);
    write(`articles/${LIDO.slug}.json`, { ...LIDO, language: "en-GB" });
    await refresh(store, LIDO.slug);
    const after = await changesOf(store);
    expect(after.slice(0, -1)).toEqual(before);
    expect(await changesOf((await open(folder)).store)).toEqual(after);
  });

  test("that is lost leaves a corrected article as old as its correction", async () => {
    const data = historyFolder();
    cleanups.push(data.remove);
    const { store } = await open(data.folder);
    expect(await modifiedAt(store, "ferry-fares")).toBe("2025-03-02T10:00:00Z");
    expect(await modifiedAt(store, "lido-reopens")).toBe("2025-04-02T10:00:00Z");
    expect(await told(store)).toEqual(["added ferry-fares", "added lido-reopens", "withdrawn tram-plan"]);
    expect((await store.revisions("lido-reopens")).map(({ article }) => article.slug)).toEqual(["lido-news"]);
  });

  test("has nothing removed where the whole folder of articles is not there", async () => {
    const { folder } = folderOf();
    await (await open(folder)).close();
    renameSync(join(folder, "articles"), join(folder, "away"));
    const lost = await open(folder);
    expect(await told(lost.store)).toEqual(BEGUN);
    await lost.close();
    renameSync(join(folder, "away"), join(folder, "articles"));
    expect(await told((await open(folder)).store)).toEqual(BEGUN);
  });

  test("knows an article that was removed and comes back, by the same or another slug", async () => {
    const { folder, write } = folderOf();
    const { store } = await open(folder, { clock: at("2026-01-01T10:00:00Z") });
    rmSync(join(folder, `articles/${OLD.slug}.json`));
    await refresh(store, OLD.slug);
    expect(await store.article(OLD.slug)).toEqual({ state: "unknown" });
    write("articles/ferry-prices.json", ferryFares("It is a fair price,", { slug: "ferry-prices", aliases: [OLD.slug] }));
    await refresh(store, "ferry-prices");
    expect((await told(store)).slice(2)).toEqual([`removed ${OLD.slug}`, "added ferry-prices"]);
    expect(await modifiedAt(store, "ferry-prices")).toBe("2026-01-01T10:00:00Z");
  });

  test("follows a moment that a copy of another archive states, and goes on from there", async () => {
    const { folder, write } = folderOf([{ ...OLD, modifiedAt: "2025-03-01T10:00:00Z" }]);
    const { store } = await open(folder, { clock: at("2026-01-01T10:00:00Z") });
    write(`articles/${OLD.slug}.json`, { ...NEW, modifiedAt: "2025-06-01T10:00:00Z" });
    await refresh(store, OLD.slug);
    expect(await modifiedAt(store, OLD.slug)).toBe("2025-06-01T10:00:00Z");
    write(`articles/${OLD.slug}.json`, { ...OLD, modifiedAt: "2025-06-01T10:00:00Z" });
    await refresh(store, OLD.slug);
    expect(await modifiedAt(store, OLD.slug)).toBe("2026-01-01T10:00:00Z");
  });

  test("has no change for an article that cannot be taken in", async () => {
    const { folder, write } = folderOf();
    const { store } = await open(folder);
    write(`articles/${OLD.slug}.json`, "{ broken");
    write("articles/stolen.json", JSON.stringify({ ...LIDO, slug: "stolen" }));
    await refresh(store, OLD.slug, "stolen");
    expect(await told(store)).toEqual(BEGUN);
    expect(await modifiedAt(store, OLD.slug)).toBe(OLD.importedAt);
  });
});

describe("tombstones in a data folder", () => {
  const GRAVE = tombstoneOf(LIDO, "2025-06-01T00:00:00Z", "The interview was not authorised.");
  const FILE = `withdrawn/${LIDO.slug}.json`;
  const put = (folder: string, content: unknown) => {
    mkdirSync(join(folder, "withdrawn"), { recursive: true });
    writeFileSync(join(folder, FILE), typeof content === "string" ? content : JSON.stringify(content));
  };

  test("are noticed as they come and go", async () => {
    const { folder } = folderOf();
    const { store } = await open(folder, { watch: true });
    const stateOf = async () => (await store.article(LIDO.slug)).state;
    put(folder, GRAVE);
    expect(await until(stateOf, (state) => state === "withdrawn")).toBe("withdrawn");
    rmSync(join(folder, FILE));
    expect(await until(stateOf, (state) => state === "found")).toBe("found");
    put(folder, GRAVE);
    expect(await until(stateOf, (state) => state === "withdrawn")).toBe("withdrawn");
  });

  test.each([
    ["is broken", "{ broken", null],
    ["is of another article", { ...GRAVE, slug: "other" }, "slug"],
    ["has no reason", { ...GRAVE, reason: "" }, "reason"],
  ])("one that %s is named, and the article stays as it was served, over a restart too", async (_, content, path) => {
    const { folder } = folderOf();
    const first = await open(folder);
    put(folder, content);
    await refresh(first.store, LIDO.slug);
    const check = async ({ store, problems }: typeof first, state: string) => {
      expect(problems).toMatchObject([{ where: FILE, path }]);
      expect((await store.article(LIDO.slug)).state).toBe(state);
    };
    await check(first, "found");
    await first.close();
    const second = await open(folder);
    await check(second, "found");
    put(folder, GRAVE);
    await refresh(second.store, LIDO.slug);
    expect((await second.store.health()).problems).toEqual([]);
    expect(await second.store.article(LIDO.slug)).toMatchObject({ state: "withdrawn", reason: GRAVE.reason });
    put(folder, content);
    await refresh(second.store, LIDO.slug);
    expect(await second.store.article(LIDO.slug)).toMatchObject({ state: "withdrawn", reason: GRAVE.reason });
    await second.close();
    const third = await open(folder);
    await check(third, "withdrawn");
    expect(await third.store.article(LIDO.slug)).toMatchObject({ at: GRAVE.at, reason: GRAVE.reason });
  });

  test("one that is broken keeps an article of which nothing is known from being served", async () => {
    const { folder } = folderOf();
    put(folder, "{ broken");
    const { store, problems } = await open(folder);
    expect(problems).toMatchObject([{ where: FILE }]);
    expect((await store.article(LIDO.slug)).state).toBe("unknown");
    expect(await told(store)).toEqual([`added ${OLD.slug}`]);
  });

  test("keep the name of a withdrawn article from being taken up by its own files, and end with them", async () => {
    const { folder, write } = folderOf();
    const { store } = await open(folder);
    put(folder, GRAVE);
    await refresh(store, LIDO.slug);
    write(`articles/${LIDO.slug}.json`, { ...LIDO, language: "en-GB" });
    await refresh(store, LIDO.slug);
    expect((await store.article(LIDO.slug)).state).toBe("withdrawn");
    rmSync(join(folder, FILE));
    rmSync(join(folder, `articles/${LIDO.slug}.json`));
    await refresh(store, LIDO.slug);
    expect((await store.article(LIDO.slug)).state).toBe("unknown");
    expect((await told(store)).slice(2)).toEqual([`withdrawn ${LIDO.slug}`, `removed ${LIDO.slug}`]);
  });

  test("of an article that was renamed and withdrawn at once tell of both", async () => {
    const { folder, write } = folderOf();
    const { store } = await open(folder);
    const renamed = { ...shortArticle("lido-reopens", "Ida Brook", "The water is warm,", LIDO.importedAt), aliases: [LIDO.slug] };
    write(`articles/${renamed.slug}.json`, renamed);
    mkdirSync(join(folder, "withdrawn"));
    write(`withdrawn/${renamed.slug}.json`, tombstoneOf(renamed, "2025-06-01T00:00:00Z", "Withdrawn."));
    rmSync(join(folder, `articles/${LIDO.slug}.json`));
    await refresh(store, LIDO.slug, renamed.slug);
    expect((await told(store)).slice(2)).toEqual([`renamed ${renamed.slug}`, `withdrawn ${renamed.slug}`]);
    expect(await store.article(LIDO.slug)).toMatchObject({ state: "withdrawn", slug: renamed.slug });
  });
});

describe("earlier revisions in a data folder", () => {
  test("that are broken are named, and the others are listed", async () => {
    const data = historyFolder();
    cleanups.push(data.remove);
    const { store } = await open(data.folder);
    const [former] = sampleHistory().former;
    const file = `revisions/ferry-fares/${former?.revision}.json`;
    const sound = await store.revisions("ferry-fares");
    data.write(file, { ...former, article: { ...former?.article, wordCount: 1 } });
    const other = ferryFares("It is cheap,");
    data.write(`revisions/ferry-fares/${other.revision}.json`, formerOf(other, "2025-03-02T10:00:00Z", "2025-03-05T10:00:00Z"));
    data.write("revisions/ferry-fares/wrong.json", former);
    await refresh(store, "ferry-fares");
    expect((await store.health()).problems.map(({ where, path }) => [where, path])).toEqual([
      [file, "article.wordCount"],
      ["revisions/ferry-fares/wrong.json", "revision"],
      ["revisions/ferry-fares/wrong.json", "article.revision"],
    ]);
    expect((await store.revisions("ferry-fares")).map(({ revision }) => revision)).toEqual([other.revision, former?.revision]);
    rmSync(join(data.folder, "revisions/ferry-fares/wrong.json"));
    data.write(file, former);
    rmSync(join(data.folder, `revisions/ferry-fares/${other.revision}.json`));
    await refresh(store, "ferry-fares");
    expect((await store.health()).problems).toEqual([]);
    expect(await store.revisions("ferry-fares")).toEqual(sound);
  });

  test("of one text under two slugs are one, with all times in which it was served", async () => {
    const first = formerOf(LIDO, "2025-04-01T09:00:00Z", "2025-04-02T10:00:00Z");
    const again = formerOf({ ...LIDO, slug: "lido-reopens", aliases: ["lido-news"] }, "2025-04-03T10:00:00Z", "2025-04-04T10:00:00Z");
    const [, renamed] = sampleHistory().articles as [Article, Article];
    const data = historyFolder({ articles: [renamed], former: [first, again], tombstones: [] });
    cleanups.push(data.remove);
    const { store } = await open(data.folder);
    expect(await store.revisions("lido-reopens")).toEqual([{ ...again, served: [...first.served, ...again.served] }]);
    const found = await store.candidates({ probes: [["freezing"]], former: true, limit: 9 });
    expect(found.articles).toHaveLength(1);
    expect(found.searched.articleCount).toBe(1);
  });
});

function inDatabase(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}
