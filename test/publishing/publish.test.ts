import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { publish } from "../../src/publishing/publish.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import type { Desk, Writing } from "../../src/store/desk.ts";
import { minute, newFolder, publishText, story } from "./folder.ts";

let folder: ReturnType<typeof newFolder>;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => folder.end());

const FAIR = story("Tolls Are Fair", "The tolls are fair");
const HIGH = story("Tolls Are Fair", "The tolls are not at all fair");
const url = "https://lock.example/1";
const read = (slug = "tolls-are-fair") => folder.json(`articles/${slug}.json`) as Article;
const refused = (code: string, ...words: string[]) => expect.objectContaining({ code, message: expect.stringContaining(words.join("")) });

describe("publishing a raw file", () => {
  test("adds an article with its raw file; the same bytes again change nothing", async () => {
    const added = await publishText(folder.desk, FAIR);
    expect(added).toMatchObject({ state: "added", before: null, renamedFrom: null, article: { slug: "tolls-are-fair" } });
    expect(folder.files()).toEqual(["articles/tolls-are-fair.json", "sources/tolls-are-fair.txt"]);
    const before = read();
    expect(await publishText(folder.desk, FAIR, {}, { now: minute(5) })).toMatchObject({ state: "unchanged", before: before.revision });
    expect(read()).toEqual(before);
  });

  test("reads and checks an article that is here once", async () => {
    await publishText(folder.desk, FAIR);
    let reads = 0;
    const counting = (writing: Writing): Writing =>
      new Proxy(writing, {
        get: (all, name: keyof Writing) => {
          if (name === "read") reads += 1;
          return all[name].bind(all);
        },
      });
    const desk: Desk = { alone: (work) => folder.desk.alone((writing) => work(counting(writing))), close: async () => {} };
    expect(await publishText(desk, FAIR)).toMatchObject({ state: "unchanged" });
    expect(reads).toBe(1);
  });

  test("keeps what was served until now, as it was served, when the text is another one", async () => {
    await publishText(folder.desk, FAIR, { given: { sourceUrl: url } });
    const before = read();
    const edit = { op: "set", quote: { id: before.quotes[0]?.id, text: "x" }, speakers: [{ id: "ida-moor", name: "Ida Moor" }] };
    writeFileSync(join(folder.data, "articles/tolls-are-fair.edits.json"), JSON.stringify({ edits: [edit] }));
    const result = await publishText(folder.desk, HIGH, { given: { sourceUrl: url } }, { now: minute(7) });
    expect(result).toMatchObject({ state: "updated", before: before.revision });
    const former = folder.json(`revisions/tolls-are-fair/${before.revision}.json`);
    expect(former.served).toEqual([{ from: "2026-11-22T12:00:00Z", until: "2026-11-22T12:07:00Z" }]);
    expect(former.article.speakers.map(({ name }: { name: string }) => name)).toEqual(["Ida Moor"]);
    expect(read().quotes[0]?.id).toBe(before.quotes[0]?.id);
  });

  test("keeps every time in which a text was served that comes back", async () => {
    for (const [at, text] of [FAIR, HIGH, FAIR, HIGH, FAIR].entries())
      await publishText(folder.desk, text, { given: { sourceUrl: url } }, { now: minute(at) });
    const revisions = folder.files().filter((path) => path.startsWith("revisions/"));
    expect(revisions).toHaveLength(2);
    const served = Object.fromEntries(revisions.map((path) => [folder.json(path).revision, folder.json(path).served]));
    const period = (from: number, until: number) => ({ from: `2026-11-22T12:0${from}:00Z`, until: `2026-11-22T12:0${until}:00Z` });
    expect(served[read().revision]).toEqual([period(0, 1), period(2, 3)]);
    expect(Object.values(served)).toContainEqual([period(1, 2), period(3, 4)]);
  });

  test("keeps no revision where the words stay: of dates, of a name of the outlet, of a renaming", async () => {
    await publishText(folder.desk, FAIR);
    await publishText(folder.desk, FAIR, { given: { publisher: "The Flag", publishedAt: "2026-11-20" } });
    await publishText(folder.desk, FAIR, { slug: "lock-tolls" });
    expect(read("lock-tolls")).toMatchObject({ publisher: "The Flag", publishedAt: "2026-11-20", aliases: ["tolls-are-fair"] });
    expect(folder.files()).toEqual(["articles/lock-tolls.json", "sources/lock-tolls.txt"]);
  });

  test("finds the history of a renamed article under its slug before", async () => {
    await publishText(folder.desk, FAIR, { given: { sourceUrl: url } });
    await publishText(folder.desk, HIGH, { given: { sourceUrl: url } }, { now: minute(1) });
    await publishText(folder.desk, FAIR, { given: { sourceUrl: url }, slug: "lock-tolls" }, { now: minute(2) });
    const revisions = await folder.desk.alone((writing) => writing.revisions("lock-tolls"));
    expect(revisions.map(({ article, served }) => [article.slug, served.at(-1)?.until])).toEqual([
      ["tolls-are-fair", "2026-11-22T12:02:00Z"],
      ["tolls-are-fair", "2026-11-22T12:01:00Z"],
    ]);
  });

  test("tells what would be done and writes nothing in a dry run", async () => {
    await publishText(folder.desk, FAIR);
    const files = folder.files();
    expect(await publishText(folder.desk, HIGH, { slug: "tolls-are-fair" }, { dryRun: true })).toMatchObject({ state: "updated" });
    expect(await publishText(folder.desk, story("Ferry", "It sails"), {}, { dryRun: true })).toMatchObject({ state: "added" });
    expect([folder.files(), read().quotes[0]?.text]).toEqual([files, "The tolls are fair,"]);
  });

  test("shows what is there before anything is written, and leaves it when that is refused", async () => {
    await publishText(folder.desk, FAIR);
    const files = folder.files();
    const onCurrent = (held: unknown) => {
      expect(held).toMatchObject({ machine: { slug: "tolls-are-fair" }, tombstone: null });
      throw new Error("another one");
    };
    await expect(publishText(folder.desk, HIGH, { slug: "tolls-are-fair" }, { onCurrent })).rejects.toThrow("another one");
    expect([folder.files(), read().quotes[0]?.text]).toEqual([files, "The tolls are fair,"]);
  });

  test("makes only new articles, or none, where that is asked", async () => {
    await publishText(folder.desk, FAIR, { given: { sourceUrl: url } });
    const only = { create: "only" as const };
    await expect(publishText(folder.desk, HIGH, { given: { sourceUrl: url } }, only)).rejects.toEqual(
      refused("exists", '"tolls-are-fair"'),
    );
    expect(await publishText(folder.desk, FAIR, { given: { sourceUrl: url }, slug: "new-name" }, only)).toMatchObject({
      state: "unchanged",
    });
    expect((await publishText(folder.desk, HIGH, { slug: "tolls-are-fair" }, only)).article.slug).toBe("tolls-are-fair-2");
    await expect(publishText(folder.desk, story("Ferry", "It sails"), { slug: "ferry" }, { create: "never" })).rejects.toEqual(
      refused("unknown", '"ferry"'),
    );
  });

  test("refuses a withdrawn article by its slug, its bytes and its address, unless it is to be restored", async () => {
    await publishText(folder.desk, FAIR, { given: { sourceUrl: url } });
    const { revision } = read();
    await withdraw(folder.desk, "tolls-are-fair", { reason: "Not authorised.", now: minute(1) });
    const refusal = refused("withdrawn", 'The article "tolls-are-fair" was withdrawn on 2026-11-22: Not authorised.');
    await expect(publishText(folder.desk, FAIR)).rejects.toEqual(refusal);
    await expect(publishText(folder.desk, HIGH, { slug: "tolls-are-fair" })).rejects.toEqual(refusal);
    await expect(publishText(folder.desk, HIGH, { given: { sourceUrl: url } })).rejects.toEqual(refusal);
    const other = await publishText(folder.desk, story("Tolls Are Fair", "They are a scandal"));
    expect(other.article.slug).toBe("tolls-are-fair-2");
    const restored = await publishText(folder.desk, HIGH, { given: { sourceUrl: url } }, { restore: true, now: minute(5) });
    expect(restored).toMatchObject({ state: "added", before: null, article: { slug: "tolls-are-fair" } });
    // What was served ended with the withdrawal.
    expect(folder.json(`revisions/tolls-are-fair/${revision}.json`).served).toEqual([
      { from: "2026-11-22T12:00:00Z", until: "2026-11-22T12:01:00Z" },
    ]);
    expect(folder.files()).not.toContain("withdrawn/tolls-are-fair.json");
  });

  test("says of a broken article what is wrong, and of a source why it cannot be read", async () => {
    await publishText(folder.desk, FAIR);
    writeFileSync(join(folder.data, "articles/tolls-are-fair.json"), "{");
    await expect(publishText(folder.desk, HIGH, { slug: "tolls-are-fair" })).rejects.toEqual(
      refused("broken", 'The article "tolls-are-fair"'),
    );
    await expect(publishText(folder.desk, " ")).rejects.toEqual(refused("unreadable"));
  });

  test("writes a raw file that is gone again", async () => {
    await publishText(folder.desk, FAIR);
    rmSync(join(folder.data, "sources"), { recursive: true });
    expect(await publishText(folder.desk, FAIR)).toMatchObject({ state: "unchanged" });
    expect(folder.files()).toContain("sources/tolls-are-fair.txt");
  });

  test("one after the other, however many come at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) => publishText(folder.desk, story("Tolls", `They are ${"so ".repeat(n)}fair`))),
    );
    expect(all.map(({ article }) => article.slug).sort()).toEqual(["tolls", "tolls-2", "tolls-3", "tolls-4", "tolls-5", "tolls-6"]);
  });
});

describe("publishing an article as JSON", () => {
  test("keeps its ids; what it no longer has is removed, and its raw file is its text", async () => {
    const { article } = await publishText(folder.desk, FAIR, {}, { dryRun: true });
    const options = { extract: () => Promise.reject(new Error("nothing to extract")), now: minute(1) };
    expect(await publish(folder.desk, { article }, options)).toMatchObject({ state: "added" });
    const held = read();
    expect([held.quotes, held.importedAt]).toEqual([article.quotes, article.importedAt]);
    expect(await publish(folder.desk, { article }, options)).toMatchObject({ state: "unchanged" });
    expect(await publish(folder.desk, { article: held }, options)).toMatchObject({ state: "unchanged" });
    const next = (await publishText(folder.desk, HIGH, { slug: "tolls-are-fair" }, { dryRun: true })).article;
    const quotes = next.quotes.map((quote) => ({ ...quote, id: "another01" }));
    const sections = next.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((one) => ({ ...one, quotes: one.quotes.map(() => "another01") })),
    }));
    const changed = await publish(folder.desk, { article: { ...next, quotes, sections, modifiedAt: "2020-01-01T00:00:00Z" } }, options);
    expect(changed).toMatchObject({ state: "updated", article: { modifiedAt: null, removedQuotes: [held.quotes[0]?.id] } });
    expect(folder.files()).toContain(`revisions/tolls-are-fair/${held.revision}.json`);
    const { store, problems } = await folder.served();
    await store.close();
    expect(problems).toEqual([]);
  });

  test("refuses what is not sound with each place, and ids that another article has", async () => {
    await publishText(folder.desk, FAIR);
    const other = (await publishText(folder.desk, story("Ferry", "It sails"))).article;
    const options = { extract: () => Promise.reject(new Error("nothing to extract")), now: minute(1) };
    const unsound = { ...other, wordCount: 1 };
    await expect(publish(folder.desk, { article: unsound }, options)).rejects.toMatchObject({
      code: "unsound",
      faults: [{ path: "wordCount" }],
    });
    const stolen = { ...other, aliases: ["tolls-are-fair"] };
    await expect(publish(folder.desk, { article: stolen }, options)).rejects.toEqual(refused("conflict", "slug of another article"));
  });
});
