import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import type { StoreProblem } from "../../../src/store/store.ts";
import { WorkerFailure, Workers } from "../../../src/workers/workers.ts";
import { dataFolder, sampleArticles } from "../../fixtures.ts";
import { shortArticle, tombstoneOf } from "../../history.ts";
import { storeContract } from "../contract.ts";
import { filterContract } from "../filter-contract.ts";
import { manyArticles } from "../many-articles.ts";
import { queryContract } from "../query-contract.ts";
import { speakersContract } from "../speakers-contract.ts";
import { statisticsContract } from "../statistics-contract.ts";
import { until } from "./until.ts";

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function openFolder(
  articles: Article[] = sampleArticles(),
  watch = false,
  prepare?: (write: (file: string, content: unknown) => void) => void,
) {
  const data = dataFolder(articles);
  prepare?.(data.write);
  const problems: StoreProblem[] = [];
  const store = await FilesStore.open({ folder: data.folder, watch, onProblem: (problem) => problems.push(problem) });
  cleanups.push(data.remove, () => store.close());
  return { store, problems, ...data };
}

const change = (store: FilesStore) =>
  new Promise<void>((resolve) => {
    const stop = store.onChange(() => {
      stop();
      resolve();
    });
  });

const quoteOf = (article: Article, index: number) => {
  const quote = article.quotes[index];
  if (quote === undefined) throw new Error(`expected a quote ${index}`);
  return quote;
};
const read = async (store: FilesStore, slug: string): Promise<Article> => {
  const found = await store.article(slug);
  if (found.state !== "found") throw new Error(`expected ${slug}, it is ${found.state}`);
  return JSON.parse(found.json);
};

const openFiles = async (articles: Article[]) => {
  const data = dataFolder(articles);
  const store = await FilesStore.open({ folder: data.folder, watch: false, onProblem: () => {} });
  return {
    store,
    close: async () => {
      await store.close();
      data.remove();
    },
  };
};
storeContract("FilesStore", openFiles);
statisticsContract("FilesStore", openFiles);
speakersContract("FilesStore", openFiles);
queryContract("FilesStore", openFiles);
filterContract("FilesStore", openFiles, 500);

describe("what a broken file does", () => {
  test("names file, JSON path, fault and cure, and serves the other articles", async () => {
    const { store, problems } = await openFolder(sampleArticles(), false, (write) => {
      const [article] = sampleArticles();
      write("articles/harbour-to-close.json", { ...article, wordCount: 1 });
      write("articles/no-json.json", "{");
    });
    expect((await store.articles({ limit: 9 })).total).toBe(2);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatchObject({
      where: "articles/harbour-to-close.json",
      path: "wordCount",
      message: expect.stringContaining("is 1, but the paragraphs have 40 words"),
    });
    expect(problems[1]).toMatchObject({ where: "articles/no-json.json", path: null, message: expect.stringContaining("is not JSON") });
    expect(await store.health()).toMatchObject({ ready: true, articles: 2, problems });
  });

  test("is not ready when nothing can be served, and ready when the folder is simply empty", async () => {
    const broken = await openFolder([], false, (write) => write("articles/a.json", "[]"));
    expect(await broken.store.health()).toMatchObject({ ready: false, articles: 0 });
    expect(await (await openFolder([])).store.health()).toEqual({ ready: true, articles: 0, problems: [] });
  });

  test("refuses a file whose name is not the slug, and a quote id that another article has", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article, Article];
    const stolen = JSON.stringify(bakery).replaceAll(quoteOf(bakery, 0).id, quoteOf(harbour, 0).id);
    const { problems } = await openFolder([harbour], false, (write) => {
      write("articles/wrong-name.json", harbour);
      write("articles/bäckerei-öffnet.json", stolen);
    });
    expect(problems.map(({ where, path }) => [where, path])).toEqual([
      ["articles/harbour-to-close.json", "quotes[0].id"],
      ["articles/wrong-name.json", "slug"],
    ]);
  });

  test("throws a clear error when the data folder is not there", () => {
    const missing = join(mkdtempSync(join(tmpdir(), "verbatim-")), "nothing");
    expect(() => new FilesStore({ folder: missing, watch: false, onProblem: () => {} })).toThrow(/nothing/);
    expect(() => new FilesStore({ folder: missing, watch: true, onProblem: () => {} })).toThrow(/there is no data folder/);
    rmSync(join(missing, ".."), { recursive: true });
  });
});

describe("editors' files", () => {
  test("that no longer fit are named, and the article is served with the others", async () => {
    const [harbour] = sampleArticles() as [Article, Article, Article];
    const loss = quoteOf(harbour, 0);
    const { store, problems } = await openFolder(sampleArticles(), false, (write) =>
      write("articles/harbour-to-close.edits.json", {
        edits: [
          { op: "add", kind: "mixed", segments: [{ text: "What comes next" }] },
          { op: "reject", quote: { id: loss.id, text: loss.text } },
          { op: "reject", quote: { id: "00000000", text: "Long gone." } },
        ],
      }),
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ where: "articles/harbour-to-close.edits.json", path: "edits[0]" });
    expect(problems[0]?.message).toContain("no paragraph contains");
    expect((await store.health()).problems).toEqual(problems);
    expect((await read(store, "harbour-to-close")).quotes.map(({ id }) => id)).not.toContain(loss.id);
  });

  test("that cannot be read keep their article from being served until they can, where no version before is known", async () => {
    const edits = "articles/harbour-to-close.edits.json";
    const { store, problems, write } = await openFolder(undefined, false, (put) => put(edits, "{"));
    expect((await store.article("harbour-to-close")).state).toBe("unknown");
    expect(problems).toMatchObject([
      { where: edits, cure: expect.stringContaining("Until then the article stays as it was served last, or is not") },
    ]);
    write(edits, { edits: [] });
    const refresh = () => store.refresh({ slugs: new Set(["harbour-to-close"]), registry: false, all: false });
    await refresh();
    const before = await read(store, "harbour-to-close");
    write(edits, "{");
    await refresh();
    expect(await read(store, "harbour-to-close")).toEqual(before);
    expect((await store.health()).problems).toMatchObject([{ where: edits }]);
  });

  test("are applied when a folder is read: a rejected quote answers removed and its echo goes", async () => {
    const [harbour] = sampleArticles() as [Article, Article, Article];
    const loss = quoteOf(harbour, 0);
    const { store, problems } = await openFolder([harbour], false, (write) =>
      write("articles/harbour-to-close.edits.json", { edits: [{ op: "reject", quote: { id: loss.id, text: loss.text } }] }),
    );
    expect(problems).toEqual([]);
    expect(await store.quote(loss.id)).toEqual({ state: "removed", slug: "harbour-to-close" });
    const article = await read(store, "harbour-to-close");
    expect(article.quotes.map(({ id }) => id)).not.toContain(loss.id);
    expect(article.echoes[0]).toMatchObject({ quoteId: null, match: null });
    expect(article.removedQuotes).toContain(loss.id);
  });

  test("are read with the byte order mark that editors on Windows write, as articles and speakers.json are", async () => {
    const [harbour] = sampleArticles() as [Article, Article, Article];
    const loss = quoteOf(harbour, 0);
    const marked = (value: unknown) => `\ufeff${JSON.stringify(value)}`;
    const { store, problems } = await openFolder([harbour], false, (write) => {
      write("articles/harbour-to-close.json", marked(harbour));
      write("articles/harbour-to-close.edits.json", marked({ edits: [{ op: "reject", quote: { id: loss.id, text: loss.text } }] }));
      write("speakers.json", marked({ speakers: [] }));
    });
    expect(problems).toEqual([]);
    expect(await store.quote(loss.id)).toEqual({ state: "removed", slug: "harbour-to-close" });
  });

  test("speakers.json merges ids, which then redirect, and gives names and links", async () => {
    const { store, problems } = await openFolder(sampleArticles(), false, (write) =>
      write("speakers.json", {
        speakers: [{ id: "z-angstrom", name: "Z. Ångström", merges: ["zoë-ångström"], sameAs: ["https://people.example/z"] }],
      }),
    );
    expect(problems).toEqual([]);
    expect(await store.speaker("zoë-ångström")).toEqual({ state: "moved", to: "z-angstrom" });
    const found = await store.speaker("z-angstrom");
    expect(found.state === "found" && JSON.parse(found.json)).toMatchObject({
      name: "Z. Ångström",
      quoteCount: 1,
      sameAs: ["https://people.example/z"],
    });
  });
});

describe("changes while it runs", () => {
  test("are picked up: added, changed and deleted articles", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article, Article];
    const { store, folder, write } = await openFolder([harbour], true);
    let changed = change(store);
    write("articles/bäckerei-öffnet.json", bakery);
    await changed;
    expect((await store.article("bäckerei-öffnet")).state).toBe("found");

    changed = change(store);
    write("articles/tmp-file", { ...bakery, language: "fr" });
    renameSync(join(folder, "articles/tmp-file"), join(folder, "articles/bäckerei-öffnet.json"));
    await changed;
    expect((await read(store, "bäckerei-öffnet")).language).toBe("fr");

    changed = change(store);
    rmSync(join(folder, "articles/bäckerei-öffnet.json"));
    await changed;
    expect((await store.article("bäckerei-öffnet")).state).toBe("unknown");
    expect((await store.speaker("zoë-ångström")).state).toBe("unknown");
    expect((await store.article("harbour-to-close")).state).toBe("found");
  });

  test("keep the last good version when a file breaks, and take the next good one", async () => {
    const [harbour] = sampleArticles() as [Article, Article, Article];
    const { store, write, problems } = await openFolder([harbour], true);
    let changed = change(store);
    write("articles/harbour-to-close.json", "{ broken");
    await changed;
    expect((await read(store, "harbour-to-close")).revision).toBe(harbour.revision);
    expect(problems.at(-1)).toMatchObject({ where: "articles/harbour-to-close.json" });
    expect((await store.health()).problems).toHaveLength(1);

    changed = change(store);
    write("articles/harbour-to-close.json", { ...harbour, language: "en-GB" });
    await changed;
    expect((await read(store, "harbour-to-close")).language).toBe("en-GB");
    expect((await store.health()).problems).toEqual([]);
  });

  test("of speakers.json apply to every article", async () => {
    const { store, write } = await openFolder(sampleArticles(), true);
    const changed = change(store);
    write("speakers.json", { speakers: [{ id: "ada-quill", name: "Ada B. Quill" }] });
    await changed;
    expect((await read(store, "council-minutes")).speakers.map(({ name }) => name)).toContain("Ada B. Quill");
  });

  test("are followed in a folder that takes the place of articles/", async () => {
    const [harbour, bakery, minutes] = sampleArticles() as [Article, Article, Article];
    const { store, folder, write } = await openFolder([harbour], true);
    mkdirSync(join(folder, "new"));
    write(`new/${bakery.slug}.json`, bakery);
    renameSync(join(folder, "articles"), join(folder, "old"));
    renameSync(join(folder, "new"), join(folder, "articles"));
    const state = (slug: string) => async () => (await store.article(slug)).state;
    expect(await until(state(bakery.slug), (answer) => answer === "found")).toBe("found");
    expect(await state(harbour.slug)()).toBe("unknown");
    write(`articles/${minutes.slug}.json`, minutes);
    expect(await until(state(minutes.slug), (answer) => answer === "found")).toBe("found");
  });

  test("made while the folder is first read are not missed", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article, Article];
    const data = dataFolder([harbour]);
    data.write("articles/broken.json", "{");
    // Told of the broken file after the folder was listed.
    const late = () => data.write(`articles/${bakery.slug}.json`, bakery);
    const store = await FilesStore.open({ folder: data.folder, watch: true, onProblem: late });
    cleanups.push(data.remove, () => store.close());
    expect((await store.article(bakery.slug)).state).toBe("unknown");
    expect(
      (
        await until(
          () => store.article(bakery.slug),
          ({ state }) => state === "found",
        )
      ).state,
    ).toBe("found");
  });

  test("that bring the articles folder end a start without it, which is degraded unless the folder is empty", async () => {
    const [harbour] = sampleArticles() as [Article];
    const { folder, write, remove } = dataFolder([]);
    cleanups.push(remove);
    rmSync(join(folder, "articles"), { recursive: true });
    const open = async () => {
      const store = await FilesStore.open({ folder, watch: true, onProblem: () => {} });
      cleanups.push(() => store.close());
      return store;
    };
    mkdirSync(join(folder, "lost+found"));
    expect(await (await open()).health()).toEqual({ ready: true, articles: 0, problems: [] });
    mkdirSync(join(folder, "sources"));
    const store = await open();
    expect(await store.health()).toMatchObject({
      ready: false,
      problems: [{ where: ".", message: "holds other files but no folder articles/", cure: expect.stringContaining("DATA_DIR") }],
    });
    mkdirSync(join(folder, "articles"));
    write(`articles/${harbour.slug}.json`, harbour);
    expect(
      await until(
        () => store.health(),
        (health) => health.articles === 1,
      ),
    ).toEqual({ ready: true, articles: 1, problems: [] });
  });

  test("that take the articles folder away leave what is served, degraded, until it is back", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article, Article];
    const { store, folder, write, problems } = await openFolder([harbour], true);
    rmSync(join(folder, "articles"), { recursive: true });
    const lost = await until(
      () => store.health(),
      (health) => health.problems.length > 0,
    );
    expect(lost).toMatchObject({ ready: true, articles: 1, problems: [{ where: ".", message: expect.stringContaining("articles/") }] });
    expect((await store.article(harbour.slug)).state).toBe("found");
    mkdirSync(join(folder, "articles"));
    write(`articles/${bakery.slug}.json`, bakery);
    const back = await until(
      () => store.health(),
      (health) => health.problems.length === 0,
    );
    expect(back).toMatchObject({ ready: true, articles: 1, problems: [] });
    expect((await store.article(bakery.slug)).state).toBe("found");
    expect(problems.filter(({ where }) => where === ".")).toHaveLength(1);
  });

  test("are read when another folder stands in the place of a data folder that went away", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article, Article];
    const { store, folder } = await openFolder([harbour], true);
    const away = `${folder}-away`;
    cleanups.push(() => rmSync(away, { recursive: true, force: true }));
    renameSync(folder, away);
    await until(
      () => store.health(),
      (health) => health.problems.length > 0,
    );
    expect((await store.article(harbour.slug)).state).toBe("found");
    renameSync(dataFolder([harbour, bakery]).folder, folder);
    expect(
      (
        await until(
          () => store.article(bakery.slug),
          ({ state }) => state === "found",
        )
      ).state,
    ).toBe("found");
    expect((await store.health()).problems).toEqual([]);
  });
});

describe("work beside the store's own thread", () => {
  const named = (name: string) => ({ speakers: [{ id: "ines-marlow", name }] });
  const nameOf = async (store: FilesStore) => {
    const found = await store.speaker("ines-marlow");
    return found.state === "found" ? (JSON.parse(found.json).name as string) : found.state;
  };

  test("loses no change that comes while an earlier one is read", async () => {
    const articles = manyArticles(60);
    const { store, write } = await openFolder(articles, true);
    const [first, last] = [articles[0], articles.at(-1)] as [Article, Article];
    let wasRead = false;
    const run = Workers.prototype.run;
    const slow = vi.spyOn(Workers.prototype, "run").mockImplementationOnce(async function (this: Workers, ...args) {
      const done = await run.apply(this, args);
      wasRead = true;
      await new Promise((wait) => setTimeout(wait, 500));
      return done;
    });
    cleanups.push(() => slow.mockRestore());
    write("speakers.json", named("Ines B. Marlow"));
    await vi.waitFor(() => expect(wasRead).toBe(true), { timeout: 10_000 });
    write(`articles/${first.slug}.json`, { ...first, language: "fr" });
    write("speakers.json", named("Ines C. Marlow"));
    await new Promise((wait) => setTimeout(wait, 80));
    write(`articles/${last.slug}.json`, { ...last, language: "fr" });
    expect(
      await until(
        () => nameOf(store),
        (name) => name === "Ines C. Marlow",
      ),
    ).toBe("Ines C. Marlow");
    const languages = async () => [(await read(store, first.slug)).language, (await read(store, last.slug)).language];
    expect(await until(languages, (found) => found.every((language) => language === "fr"))).toEqual(["fr", "fr"]);
  });

  test("that crashes leaves what is served, says so once, and is tried again", async () => {
    const { store, write, problems } = await openFolder(manyArticles(60), true);
    const run = vi.spyOn(Workers.prototype, "run");
    cleanups.push(() => run.mockRestore());
    run
      .mockRejectedValueOnce(new WorkerFailure("crashed", "out of memory"))
      .mockRejectedValueOnce(new WorkerFailure("crashed", "out of memory"));
    write("speakers.json", named("Ines B. Marlow"));
    const health = await until(
      () => store.health(),
      ({ problems }) => problems.length > 0,
    );
    expect(health).toMatchObject({ ready: true, articles: 60, problems: [{ where: ".", message: "cannot be read: out of memory" }] });
    expect(await nameOf(store)).toBe("Ines Marlow");
    expect(
      await until(
        () => nameOf(store),
        (name) => name !== "Ines Marlow",
      ),
    ).toBe("Ines B. Marlow");
    expect((await store.health()).problems).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test("that crashes in the first load ends it with the reason", async () => {
    const run = vi.spyOn(Workers.prototype, "run").mockRejectedValueOnce(new WorkerFailure("crashed", "out of memory"));
    cleanups.push(() => run.mockRestore());
    const data = dataFolder(manyArticles(60));
    cleanups.push(data.remove);
    await expect(FilesStore.open({ folder: data.folder, watch: false, onProblem: () => {} })).rejects.toThrow("out of memory");
  });

  test("ends with the store, and leaves nothing unfinished", async () => {
    const data = dataFolder([]);
    cleanups.push(data.remove);
    for (const article of manyArticles(1000)) writeFileSync(join(data.folder, "articles", `${article.slug}.json`), JSON.stringify(article));
    const cacheDir = join(data.folder, "cache");
    const store = new FilesStore({ folder: data.folder, cacheDir, watch: true, onProblem: () => {} });
    expect(
      await until(
        () => store.health(),
        ({ progress }) => (progress?.read ?? 0) > 0,
      ),
    ).toMatchObject({ ready: false, progress: { total: 1000 } });
    await expect(store.article("x")).rejects.toThrow(/are being read, \d+ of 1000/);
    await store.close();
    await store.loaded();
    expect(readdirSync(cacheDir)).toEqual([]);
    const again = await FilesStore.open({ folder: data.folder, cacheDir, watch: false, onProblem: () => {} });
    expect((await again.health()).articles).toBe(1000);
    await again.close();
  });
});

describe("ids and slugs in editors' files that nothing has", () => {
  const where = (problems: StoreProblem[]) => problems.map(({ where, path, message }) => `${where} ${path}: ${message}`);

  test("are named, with the reason, and served around", async () => {
    const { store, problems } = await openFolder(sampleArticles(), false, (write) => {
      write("articles/nowhere.edits.json", { edits: [] });
      write("articles/harbour-old.edits.json", { edits: [] });
      write("articles/harbour-to-close.edits.json", {
        edits: [
          { op: "set", kind: "mixed", quote: { id: "nosuchid", text: "Nobody said this." } },
          { op: "set-speaker", speaker: "ada-kwill", name: "Ada Kwill" },
        ],
      });
      const [clerk] = sampleArticles()[2]?.quotes ?? [];
      write("articles/council-minutes.edits.json", {
        edits: [
          {
            op: "set",
            quote: { id: clerk?.id, text: clerk?.text },
            speakers: [
              { id: "zoë-ångström", name: "Dr Ångström" },
              { id: "tom-brigth", name: "Tom Bright" },
              { id: "ada-quill", name: "The mayor" },
              { id: "zoe-bright", name: "Zoë Bright" },
              { id: "council-minutes~clerk", name: "A town clerk" },
            ],
          },
        ],
      });
      write("speakers.json", {
        speakers: [
          { id: "ada-quill", name: "Ada Quill", merges: ["ada-q", "port-authority-of-brackwater"] },
          { id: "nobody-known", name: "Nobody Known" },
          { id: "other-ada", name: "Other Ada", splitFrom: "ada-kwill", articles: ["harbour-to-close", "harbour-old", "no-article"] },
          { id: "new-name", name: "New Name", aliases: ["Ada Quill"] },
        ],
      });
    });
    expect(where((await store.health()).problems).sort()).toEqual([
      'articles/council-minutes.edits.json edits[0].speakers[1].id: no other article has a speaker "tom-brigth", and the id of "Tom Bright" would be "tom-bright"',
      'articles/harbour-old.edits.json null: the article "harbour-old" is now "harbour-to-close"',
      'articles/harbour-to-close.edits.json edits[0]: there is no quote "nosuchid", and none has its words',
      'articles/harbour-to-close.edits.json edits[1]: there is no speaker "ada-kwill" in this article',
      'articles/nowhere.edits.json null: there is no article "nowhere"',
      'speakers.json speakers[0].merges[0]: no article has a speaker "ada-q"',
      'speakers.json speakers[1].id: no article quotes or names a speaker "nobody-known"',
      'speakers.json speakers[2].articles[2]: there is no article "no-article"',
      'speakers.json speakers[2].splitFrom: no article has a speaker "ada-kwill"',
      'speakers.json speakers[3].id: no article quotes or names a speaker "new-name"',
    ]);
    expect(problems).toHaveLength(10);
    expect((await store.articles({ limit: 1 })).total).toBe(3);
  });

  test("are none where each is known: by id, as a merged id, by another name, of a withdrawn article, and a rejected quote that is gone", async () => {
    const taken = shortArticle("taken-back", "Lena Frey", "It was not so,", "2025-03-01T00:00:00Z");
    const { store } = await openFolder([...sampleArticles(), taken], false, (write) => {
      write("withdrawn/taken-back.json", tombstoneOf(taken, "2025-06-01T00:00:00Z", "Wrong."));
      write("articles/harbour-to-close.edits.json", {
        edits: [{ op: "reject", quote: { id: "zzzz0000", text: "Nobody said this." } }],
      });
      write("speakers.json", {
        speakers: [
          { id: "ada-b-quill", name: "Ada B. Quill", merges: ["ada-quill"] },
          { id: "the-port", name: "The Port", aliases: ["Port Authority of Brackwater"] },
          { id: "lena-frey", name: "Lena Frey" },
          { id: "lena-frey-2", name: "Lena Frey", splitFrom: "lena-frey", articles: ["taken-back"] },
        ],
      });
    });
    expect((await store.health()).problems).toEqual([]);
  });

  test("are told once, and taken back when the article comes", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article];
    const { store, problems, write } = await openFolder([harbour], true, (put) => {
      put(`articles/${bakery.slug}.edits.json`, { edits: [] });
    });
    expect(problems).toHaveLength(1);
    let changed = change(store);
    write(`articles/${harbour.slug}.json`, { ...harbour, publisher: "The Quay" });
    await changed;
    expect(problems).toHaveLength(1);
    changed = change(store);
    write(`articles/${bakery.slug}.json`, bakery);
    await changed;
    await until(
      async () => (await store.health()).problems,
      (left) => left.length === 0,
    );
    expect((await store.health()).problems).toEqual([]);
  });
});
