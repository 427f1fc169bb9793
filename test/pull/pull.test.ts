import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { publish } from "../../src/publishing/publish.ts";
import { changeSpeaker } from "../../src/publishing/speakers.ts";
import { purge, restore, withdraw } from "../../src/publishing/withdraw.ts";
import { type DeskChange, DeskUnwritable } from "../../src/store/desk.ts";
import { FolderDesk } from "../../src/store/files/folder-desk.ts";
import { StoreUnavailable } from "../../src/store/store.ts";
import { ferryFares, historyFolder, shortArticle } from "../history.ts";
import { type PostgresServer, startPostgres } from "../store/postgres/server.ts";
import { expectCopy, type LiveArchive, newFolder, type Place, pull, serveArchive } from "./archives.ts";

const PLACES = ["a folder", "PostgreSQL"] as const;
let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.remove());

describe.each(PLACES)("a pull into %s", { timeout: 120_000 }, (name) => {
  let origin: LiveArchive;
  let place: Place;
  const ending: (() => unknown)[] = [];
  beforeEach(async () => {
    const data = historyFolder();
    const mirror = newFolder();
    origin = await serveArchive({ dataDir: data.folder, databaseUrl: null, databaseWait: 0 });
    place = { dataDir: mirror.folder, databaseUrl: name === "a folder" ? null : await postgres.createDatabase(), databaseWait: 0 };
    ending.push(() => origin.stop(), data.remove, mirror.remove);
  });
  afterEach(async () => {
    for (const end of ending.splice(0)) await end();
  });

  const write = (change: DeskChange) => origin.desk.alone((writing) => writing.write(change));
  const put = (article: Article) =>
    publish(origin.desk, { article }, { now: new Date(), extract: () => Promise.reject(new Error("expected an article")) });
  const nextSecond = () => setTimeout(1000 - (Date.now() % 1000));

  test("answers as the original does: articles, quotes, earlier revisions, new names and withdrawals", async () => {
    expect(await pull(place, [origin.url])).toMatchObject({
      code: 0,
      stdout: "2 added, 0 changed, 0 unchanged, 1 withdrawn\n",
      stderr: "",
    });
    await expectCopy(origin, place);
  });

  test("takes over what changes, and nothing twice", async () => {
    await pull(place, [origin.url]);
    await nextSecond();
    await put({ ...ferryFares("It was never a fair price,"), modifiedAt: null });
    await put(shortArticle("новости", "Ida Brook", "Yes,", "2025-06-01T09:00:00Z"));
    await withdraw(origin.desk, "lido-reopens", { now: new Date(), reason: "It was another lido." });
    expect(await pull(place, [origin.url])).toMatchObject({ code: 0, stdout: "1 added, 1 changed, 0 unchanged, 1 withdrawn\n" });
    await expectCopy(origin, place);
    expect(await pull(place, [origin.url])).toMatchObject({ code: 0, stdout: "0 added, 0 changed, 0 unchanged\n" });
    await nextSecond();
    await restore(origin.desk, "lido-reopens", { now: new Date() });
    await write({ of: "removal", slug: "новости" });
    expect(await pull(place, [origin.url])).toMatchObject({ code: 0, stdout: "1 added, 0 changed, 0 unchanged, 1 removed\n" });
    await expectCopy(origin, place);
  });

  test("follows an article that is corrected, renamed, corrected back, withdrawn, purged and published again", async () => {
    const first = shortArticle("mill", "Kit Moss", "The mill stays,", "2025-06-01T09:00:00Z");
    const named = (slug: string, said: string, aliases: string[]) => ({
      ...shortArticle(slug, "Kit Moss", said, first.importedAt),
      aliases,
    });
    await put(first);
    await pull(place, [origin.url]);
    await nextSecond();
    await put(shortArticle("mill", "Kit Moss", "The mill goes,", first.importedAt));
    await pull(place, [origin.url]);
    await nextSecond();
    await write({ of: "article", machine: named("mill-stays", "The mill goes,", ["mill"]), raw: null, renamedFrom: "mill", former: null });
    await pull(place, [origin.url]);
    await expectCopy(origin, place);
    await nextSecond();
    await put(named("mill-stays", "The mill stays,", ["mill"]));
    await pull(place, [origin.url]);
    await expectCopy(origin, place);
    await withdraw(origin.desk, "mill-stays", { now: new Date(), reason: "Kit Moss asked for it." });
    await pull(place, [origin.url]);
    await expectCopy(origin, place);
    await purge(origin.desk, "mill-stays", { now: new Date() });
    await pull(place, [origin.url]);
    await nextSecond();
    await write({ of: "restoration", slug: "mill-stays" });
    await put(named("mill-stays", "There is another mill,", ["mill"]));
    expect((await pull(place, [origin.url])).code).toBe(0);
    await expectCopy(origin, place);
  });

  test("gives an article the slug that another one had", async () => {
    await put(shortArticle("one", "Kit Moss", "One,", "2025-06-01T09:00:00Z"));
    await put(shortArticle("two", "Ida Brook", "Two,", "2025-06-01T09:00:00Z"));
    await pull(place, [origin.url]);
    await nextSecond();
    await write({ of: "removal", slug: "one" });
    const two = { ...shortArticle("one", "Ida Brook", "Two,", "2025-06-01T09:00:00Z"), aliases: ["two"] };
    await write({ of: "article", machine: two, raw: null, renamedFrom: "two", former: null });
    expect((await pull(place, [origin.url])).code).toBe(0);
    await expectCopy(origin, place);
  });

  test("takes other names and links of speakers over, and leaves what an editor wrote here", async () => {
    const now = new Date();
    await changeSpeaker(
      origin.desk,
      "ida-brook",
      { aliases: ["I. Brook"], sameAs: ["https://people.example/brook"] },
      { now, store: origin.store },
    );
    await changeSpeaker(origin.desk, "nora-vint", { sameAs: ["https://people.example/vint"] }, { now, store: origin.store });
    await pull(place, [origin.url]);
    await expectCopy(origin, place);
    let mirror = await serveArchive(place);
    const own = ["https://own.example/vint"];
    await changeSpeaker(mirror.desk, "nora-vint", { sameAs: own }, { now, store: mirror.store });
    await mirror.stop();
    await changeSpeaker(origin.desk, "nora-vint", { sameAs: ["https://people.example/vint-2"] }, { now, store: origin.store });
    await changeSpeaker(origin.desk, "ida-brook", { aliases: ["Ida B."] }, { now, store: origin.store });
    await pull(place, [origin.url]);
    mirror = await serveArchive(place);
    const of = async (id: string) => JSON.parse(((await mirror.store.speakerSummary(id)) as { json: string }).json);
    expect([(await of("nora-vint")).sameAs, (await of("ida-brook")).aliases]).toEqual([own, ["Ida B."]]);
    await mirror.stop();
  });

  test("leaves articles of the archive's own alone", async () => {
    const here = await serveArchive(place);
    const own = ferryFares("This is our own report,");
    await here.desk.alone((writing) => writing.write({ of: "article", machine: own, raw: null, renamedFrom: null, former: null }));
    await here.stop();
    const { code, stderr } = await pull(place, [origin.url]);
    expect([code, stderr]).toEqual([1, "ferry-fares was not taken over: ferry-fares is an article of this archive's own, and stays.\n"]);
    const mirror = await serveArchive(place);
    expect(JSON.parse(((await mirror.store.article("ferry-fares")) as { json: string }).json).revision).toBe(own.revision);
    expect((await mirror.store.article("lido-news")).state).toBe("moved");
    await mirror.stop();
  });

  test("keeps a withdrawal of its own when the article changes there", async () => {
    await pull(place, [origin.url]);
    const here = await serveArchive(place);
    await withdraw(here.desk, "ferry-fares", { now: new Date(), reason: "A court forbids it here." });
    await here.stop();
    await nextSecond();
    await put({ ...ferryFares("It is dear,"), modifiedAt: null });
    expect((await pull(place, [origin.url])).code).toBe(0);
    const mirror = await serveArchive(place);
    expect(await mirror.store.article("ferry-fares")).toMatchObject({ state: "withdrawn", reason: "A court forbids it here." });
    await mirror.stop();
  });

  test("begins anew with --restart, and removes what is gone there", async () => {
    await pull(place, [origin.url]);
    const data = historyFolder();
    const other = await serveArchive({ dataDir: data.folder, databaseUrl: null, databaseWait: 0 });
    ending.push(() => other.stop(), data.remove);
    await other.desk.alone(async (writing) => {
      const machine = shortArticle("ferry-fares", "Kit Moss", "Another one,", "2025-03-01T09:00:00Z");
      await writing.write({ of: "article", machine, raw: null, renamedFrom: null, former: null });
      await writing.write({ of: "removal", slug: "lido-reopens" });
    });
    expect(await pull(place, [other.url])).toMatchObject({ code: 1, stderr: expect.stringMatching(/is a copy of .*add --restart/) });
    expect((await pull(place, [other.url, "--restart"])).code).toBe(0);
    await expectCopy(other, place);
    const mirror = await serveArchive(place);
    expect((await mirror.store.article("lido-reopens")).state).toBe("unknown");
    await mirror.stop();
  });

  test("goes on with --every until it is ended", async () => {
    const ending = new AbortController();
    const running = pull(place, [origin.url, "--every", "1"], ending.signal);
    const mirror = await serveArchive(place);
    await expect.poll(async () => (await mirror.store.article("ferry-fares")).state, { timeout: 30_000 }).toBe("found");
    await nextSecond();
    await put(shortArticle("late", "Ida Brook", "Yes,", "2025-06-01T09:00:00Z"));
    await expect.poll(async () => (await mirror.store.article("late")).state, { timeout: 30_000 }).toBe("found");
    ending.abort();
    expect((await running).code).toBe(0);
    await mirror.stop();
  });
});

test.each([
  ["full", new DeskUnwritable("The data folder cannot be written (ENOSPC). Its disk is full: make room.")],
  ["away", new StoreUnavailable("The database cannot be reached at the moment.")],
])("with --every goes on where this archive is %s for a while, without it says so and ends", async (_, fault) => {
  const data = historyFolder();
  const mirror = newFolder();
  const origin = await serveArchive({ dataDir: data.folder, databaseUrl: null, databaseWait: 0 });
  const place: Place = { dataDir: mirror.folder, databaseUrl: null, databaseWait: 0 };
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(FolderDesk.prototype, "alone").mockRejectedValueOnce(fault);
  const ending = new AbortController();
  const running = pull(place, [origin.url, "--every", "1"], ending.signal);
  const served = await serveArchive(place);
  await expect.poll(async () => (await served.store.health()).articles, { timeout: 30_000 }).toBe((await origin.store.health()).articles);
  ending.abort();
  expect(await running).toMatchObject({ code: 0, stderr: expect.stringContaining(`${fault.message} Trying again in 1 s.`) });
  vi.spyOn(FolderDesk.prototype, "alone").mockRejectedValueOnce(fault);
  expect(await pull(place, [origin.url, "--restart"])).toMatchObject({ code: 1, stderr: `${fault.message}\n` });
  await served.stop();
  await origin.stop();
  data.remove();
  mirror.remove();
});
