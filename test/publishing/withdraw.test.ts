import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Tombstone } from "../../src/article/model/history.ts";
import type { Article } from "../../src/article/model/schema.ts";
import { purge, restore, withdraw } from "../../src/publishing/withdraw.ts";
import { minute, newFolder, publishText, story } from "./folder.ts";

let folder: ReturnType<typeof newFolder>;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => folder.end());

const FAIR = story("Tolls Are Fair", "The tolls are fair");
const sourceUrl = "https://lock.example/1";
const reason = "Not authorised.";

describe("withdrawing", () => {
  test("leaves a notice that names all it was known by; files and history stay", async () => {
    await publishText(folder.desk, FAIR, { given: { sourceUrl } });
    await publishText(folder.desk, story("Tolls", "Nobody said this before"), { given: { sourceUrl }, slug: "tolls" }, { now: minute(1) });
    const { quotes, removedQuotes, revision, source } = folder.json("articles/tolls.json") as Article;
    const files = folder.files();
    const tombstone = await withdraw(folder.desk, "tolls-are-fair", { reason, now: minute(2) });
    expect(tombstone).toEqual({
      slug: "tolls",
      aliases: ["tolls-are-fair"],
      quotes: [quotes[0]?.id, ...removedQuotes].sort(),
      at: "2026-11-22T12:02:00Z",
      reason,
      revision,
      sourceUrl,
      sha256: source.sha256,
    });
    expect(removedQuotes).toHaveLength(1);
    expect(Tombstone.parse(folder.json("withdrawn/tolls.json"))).toEqual(tombstone);
    expect(folder.files()).toEqual([...files, "withdrawn/tolls.json"]);
  });

  test("once more keeps the date and takes the new reason; a dry run writes nothing", async () => {
    await publishText(folder.desk, FAIR);
    await withdraw(folder.desk, "tolls-are-fair", { reason, now: minute(2), dryRun: true });
    expect(folder.files()).not.toContain("withdrawn/tolls-are-fair.json");
    await withdraw(folder.desk, "tolls-are-fair", { reason, now: minute(2) });
    const again = await withdraw(folder.desk, "tolls-are-fair", { reason: "By order of a court.", now: minute(3) });
    expect(again).toMatchObject({ at: "2026-11-22T12:02:00Z", reason: "By order of a court." });
  });

  test("of what is not there is refused, and so is what is thrown of what is there", async () => {
    await expect(withdraw(folder.desk, "nope", { reason, now: minute(0) })).rejects.toMatchObject({ code: "unknown", slug: "nope" });
    await publishText(folder.desk, FAIR);
    const onCurrent = () => {
      throw new Error("another one");
    };
    await expect(withdraw(folder.desk, "tolls-are-fair", { reason, now: minute(0), onCurrent })).rejects.toThrow("another one");
    expect(folder.files()).not.toContain("withdrawn/tolls-are-fair.json");
  });
});

describe("restoring", () => {
  test("serves the article as it was", async () => {
    await publishText(folder.desk, FAIR);
    const files = folder.files();
    await withdraw(folder.desk, "tolls-are-fair", { reason, now: minute(1) });
    expect(await restore(folder.desk, "tolls-are-fair", { now: minute(2) })).toMatchObject({
      machine: { slug: "tolls-are-fair" },
      tombstone: null,
    });
    expect(folder.files()).toEqual(files);
  });

  test("is refused for what is not withdrawn, not there, or purged", async () => {
    await publishText(folder.desk, FAIR);
    await expect(restore(folder.desk, "tolls-are-fair", { now: minute(2) })).rejects.toMatchObject({ code: "not-withdrawn" });
    await expect(restore(folder.desk, "nope", { now: minute(2) })).rejects.toMatchObject({ code: "unknown" });
    await withdraw(folder.desk, "tolls-are-fair", { reason, now: minute(1) });
    await purge(folder.desk, "tolls-are-fair", { now: minute(2) });
    await expect(restore(folder.desk, "tolls-are-fair", { now: minute(3) })).rejects.toMatchObject({ code: "purged" });
  });
});

describe("purging", () => {
  test("deletes files and history under every slug, and leaves the notice", async () => {
    await publishText(folder.desk, FAIR, { given: { sourceUrl } });
    await publishText(folder.desk, story("Tolls", "One more"), { given: { sourceUrl } }, { now: minute(1) });
    await publishText(folder.desk, story("Tolls", "And one"), { given: { sourceUrl }, slug: "lock-tolls" }, { now: minute(2) });
    await publishText(folder.desk, story("Tolls", "The last"), { given: { sourceUrl } }, { now: minute(3) });
    await publishText(folder.desk, story("Ferry", "It sails"));
    expect(folder.files().filter((path) => path.startsWith("revisions/"))).toHaveLength(3);
    await expect(purge(folder.desk, "lock-tolls", { now: minute(4) })).rejects.toMatchObject({ code: "not-withdrawn" });
    await withdraw(folder.desk, "lock-tolls", { reason, now: minute(4) });
    const notice = await purge(folder.desk, "tolls-are-fair", { now: minute(5) });
    expect(folder.files()).toEqual(["articles/ferry.json", "sources/ferry.txt", "withdrawn/lock-tolls.json"]);
    expect(await purge(folder.desk, "lock-tolls", { now: minute(6) })).toEqual(notice);
  });

  test("keeps slugs and quote ids taken; publishing it again to restore it brings them back", async () => {
    const { article } = await publishText(folder.desk, FAIR, { given: { sourceUrl } });
    await publishText(folder.desk, FAIR, { slug: "lock-tolls" });
    await withdraw(folder.desk, "lock-tolls", { reason, now: minute(4) });
    await purge(folder.desk, "lock-tolls", { now: minute(5) });
    expect((await publishText(folder.desk, story("Other", "They are"), { wish: "Tolls-are-Fair" })).article.slug).toBe("tolls-are-fair-2");
    await expect(publishText(folder.desk, FAIR)).rejects.toMatchObject({ code: "withdrawn", slug: "lock-tolls" });
    const again = await publishText(folder.desk, story("Tolls", "Another word of it"), { given: { sourceUrl } }, { restore: true });
    expect(again).toMatchObject({ state: "added", before: null });
    expect(again.article).toMatchObject({ slug: "lock-tolls", aliases: ["tolls-are-fair"], removedQuotes: [article.quotes[0]?.id] });
  });
});
