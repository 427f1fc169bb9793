import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import type { StoreProblem } from "../../../src/store/store.ts";
import { buildArticle, segment } from "../../article-builder.ts";
import { dataFolder } from "../../fixtures.ts";

const COUNT = 1000;
const article = (number: number, words = `Words of number ${number}.`) =>
  buildArticle({
    slug: `a-${number}`,
    headline: `Number ${number}`,
    sections: [{ paragraphs: [["“", segment("q", words), "” said Ida Moor."]] }],
    quotes: { q: { by: ["Ida Moor"] } },
  });

let data: ReturnType<typeof dataFolder>;
let cacheDir: string;
const problems: StoreProblem[] = [];
const file = (number: number) => join(data.folder, "articles", `a-${number}.json`);
const old = (number: number) => utimesSync(file(number), new Date(2020, 1, 1), new Date(2020, 1, 1));

beforeAll(() => {
  data = dataFolder(Array.from({ length: COUNT }, (_, number) => article(number)));
  for (let number = 0; number < COUNT; number += 1) old(number);
  cacheDir = join(data.folder, "cache");
});
afterAll(() => data.remove());
beforeEach(() => problems.splice(0));

async function open<T>(look: (store: FilesStore) => Promise<T>): Promise<T> {
  const store = await FilesStore.open({ folder: data.folder, cacheDir, watch: false, onProblem: (problem) => problems.push(problem) });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}
const state = (slug: string) => open(async (store) => (await store.article(slug)).state);
const total = (store: FilesStore) => store.health().then(({ articles }) => articles);

describe("the index of a large folder", () => {
  test("is kept in a file, and a start reads nothing that did not change", async () => {
    expect(await open(total)).toBe(COUNT);
    const bytes = readFileSync(file(7));
    const { mtime } = statSync(file(7));
    writeFileSync(file(7), Buffer.alloc(bytes.length, "x"));
    utimesSync(file(7), mtime, mtime);
    expect(await state("a-7")).toBe("found");
    expect(problems).toEqual([]);
    writeFileSync(file(7), bytes);
    old(7);
  });

  test("takes up what was changed, added and deleted while nothing ran, and keeps the last good version", async () => {
    data.write("articles/a-1.json", article(1, "Other words."));
    data.write("articles/a-1000.json", article(1000));
    data.write("articles/a-2.json", "{");
    rmSync(file(3));
    await open(async (store) => {
      expect(await total(store)).toBe(COUNT);
      const found = await store.article("a-1");
      expect(found.state === "found" && found.json).toContain("Other words.");
      expect((await store.article("a-1000")).state).toBe("found");
      expect((await store.article("a-2")).state).toBe("found");
      expect((await store.article("a-3")).state).toBe("unknown");
    });
    expect(problems.map(({ where }) => where)).toEqual(["articles/a-2.json"]);
    data.write("articles/a-2.json", article(2));
  });

  test("applies a new speakers.json to every article", async () => {
    data.write("speakers.json", { speakers: [{ id: "ida-moor", name: "Ida B. Moor" }] });
    const name = await open(async (store) => {
      const found = await store.article("a-500");
      return found.state === "found" && JSON.parse(found.json).speakers[0].name;
    });
    expect(name).toBe("Ida B. Moor");
    rmSync(join(data.folder, "speakers.json"));
    expect(await open(total)).toBe(COUNT);
  });

  test("keeps to the registry it was made with while speakers.json is broken", async () => {
    data.write("speakers.json", { speakers: [{ id: "ida-moor", name: "Ida C. Moor" }] });
    await open(total);
    data.write("speakers.json", "{");
    data.write("articles/a-9.json", article(9, "Words as they are now."));
    old(9);
    const names = () =>
      open(async (store) => {
        const found = await store.article("a-9");
        const speaker = await store.speaker("ida-moor");
        if (found.state !== "found" || speaker.state !== "found") throw new Error("expected an article and its speaker");
        expect(found.json).toContain("as they are now");
        return [JSON.parse(found.json).speakers[0].name, JSON.parse(speaker.json).name];
      });
    expect(await names()).toEqual(["Ida C. Moor", "Ida C. Moor"]);
    expect(problems.map(({ where }) => where)).toEqual(["speakers.json"]);
    data.write("speakers.json", { speakers: [{ id: "ida-moor", name: "Ida C. Moor" }] });
    expect(await names()).toEqual(["Ida C. Moor", "Ida C. Moor"]);
    rmSync(join(data.folder, "speakers.json"));
    expect(await open(total)).toBe(COUNT);
  });

  test("is made anew when its file is damaged or deleted", async () => {
    const [name] = readdirSync(cacheDir).filter((entry) => entry.endsWith(".sqlite"));
    writeFileSync(join(cacheDir, name ?? ""), "not a database, but as long as one would be".repeat(100));
    expect(await open(total)).toBe(COUNT);
    rmSync(cacheDir, { recursive: true });
    expect(await open(total)).toBe(COUNT);
    expect(problems).toEqual([]);
  });

  test("is never taken for whole when making it was cut short", async () => {
    const cut = join(data.folder, "cut");
    data.write("articles/a-500.json", "{");
    const script = `
      import { FilesStore } from ${JSON.stringify(new URL("../../../src/store/files/files-store.ts", import.meta.url).href)};
      const onProblem = () => process.kill(process.pid, "SIGKILL");
      new FilesStore({ folder: ${JSON.stringify(data.folder)}, cacheDir: ${JSON.stringify(cut)}, watch: false, onProblem });`;
    const { signal } = spawnSync(process.execPath, ["--input-type=module", "-e", script]);
    expect(signal).toBe("SIGKILL");
    const left = readdirSync(cut);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((name) => name.endsWith(".sqlite"))).toEqual([]);
    data.write("articles/a-500.json", article(500));
    old(500);
    const store = await FilesStore.open({
      folder: data.folder,
      cacheDir: cut,
      watch: false,
      onProblem: (problem) => problems.push(problem),
    });
    expect(await total(store)).toBe(COUNT);
    await store.close();
    expect(readdirSync(cut).filter((name) => !name.endsWith(".lock"))).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.sqlite$/)]);
    expect(problems).toEqual([]);
  });

  test("serves two processes at once", async () => {
    await open(async (first) => {
      expect(await open(total)).toBe(COUNT);
      expect(await total(first)).toBe(COUNT);
    });
  });

  test("goes to a temporary file where it cannot be kept, and says so", async () => {
    const temporary = join(data.folder, "temporary");
    mkdirSync(temporary);
    vi.stubEnv("TMPDIR", temporary);
    const store = await FilesStore.open({
      folder: data.folder,
      cacheDir: file(5),
      watch: false,
      onProblem: (problem) => problems.push(problem),
    });
    expect(await total(store)).toBe(COUNT);
    expect(problems[0]).toMatchObject({
      message: expect.stringContaining("cannot hold the index"),
      cure: expect.stringContaining("CACHE_DIR"),
    });
    vi.unstubAllEnvs();
    expect(readdirSync(temporary)).toHaveLength(1);
    await store.close();
    expect(readdirSync(temporary)).toEqual([]);
  });
});
