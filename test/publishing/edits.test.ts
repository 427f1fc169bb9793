import { afterEach, beforeEach, expect, test } from "vitest";
import type { Edits } from "../../src/article/corrections/edits.ts";
import { readEdits, setEdits } from "../../src/publishing/edits.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { minute, newFolder, publishText, story } from "./folder.ts";

let folder: ReturnType<typeof newFolder>;
beforeEach(async () => {
  folder = newFolder();
  await publishText(folder.desk, story("Tolls Are Fair", "The tolls are fair"));
});
afterEach(() => folder.end());

const slug = "tolls-are-fair";
const file = `articles/${slug}.edits.json`;
const options = { now: minute(1) };
const quote = () => folder.json(`articles/${slug}.json`).quotes[0];
const set = (): Edits["edits"][number] => ({
  op: "set",
  quote: { id: quote().id, text: quote().text },
  speakers: [{ id: "ida-moor", name: "Ida Moor", type: "person" }],
});

test("corrections are written and applied; the same ones again change nothing; none takes them away", async () => {
  const { article, before, state } = await setEdits(folder.desk, slug, { edits: [set()] }, options);
  expect([article.speakers.map(({ id }) => id), before, state]).toEqual([["ida-moor"], article.revision, "updated"]);
  expect(folder.json(file)).toEqual({ edits: [set()] });
  expect(await setEdits(folder.desk, slug, { edits: [set()] }, options)).toMatchObject({ state: "unchanged" });
  expect((await setEdits(folder.desk, slug, { edits: [] }, options)).article.speakers.map(({ id }) => id)).toEqual(["mara-tull"]);
  expect(folder.files()).not.toContain(file);
  expect(await setEdits(folder.desk, slug, null, options)).toMatchObject({ state: "unchanged" });
});

test("a correction that finds nothing is refused with its place and the reason, and nothing is written", async () => {
  const edits: Edits = {
    edits: [set(), { op: "set", quote: { id: "nope1", text: "Nobody said so" }, kind: "mixed" }, { op: "set-speaker", speaker: "nobody" }],
  };
  await expect(setEdits(folder.desk, slug, edits, options)).rejects.toMatchObject({
    code: "unsound-edits",
    message: expect.stringContaining('edits[1]: there is no quote "nope1"'),
    faults: [{ path: "edits[1]" }, { path: "edits[2]", message: expect.stringContaining('"nobody"') }],
  });
  expect(folder.files()).not.toContain(file);
});

test("one that no longer fits the text stays where it was and the others are set; taken out, or changed, it is like a new one", async () => {
  await setEdits(folder.desk, slug, { edits: [set()] }, options);
  const stale = set();
  await publishText(folder.desk, story("Tolls Are Fair", "Nobody has asked the boatmen about a single thing this year"), { slug });
  const reason = { index: 0, message: expect.stringContaining("was removed") };
  expect(await readEdits(folder.desk, slug)).toEqual({ slug, edits: { edits: [stale] }, unmatched: [reason] });
  const both = { edits: [stale, set()] };
  expect(await setEdits(folder.desk, slug, both, options)).toMatchObject({ state: "updated", unmatched: [reason] });
  expect(folder.json(file)).toEqual(both);
  const changed = { edits: [{ ...stale, note: "hers" }, set()] };
  await expect(setEdits(folder.desk, slug, changed, options)).rejects.toMatchObject({ faults: [{ path: "edits[0]" }] });
  expect(await setEdits(folder.desk, slug, { edits: [set()] }, options)).toMatchObject({ unmatched: [] });
  await expect(setEdits(folder.desk, slug, both, options)).rejects.toMatchObject({ faults: [{ path: "edits[0]" }] });
});

test("what is not a correction is refused by its path; so is an unknown or withdrawn article; a dry run writes nothing", async () => {
  const wrong = { edits: [{ op: "shout" }] } as unknown as Edits;
  await expect(setEdits(folder.desk, slug, wrong, options)).rejects.toMatchObject({
    code: "unsound-edits",
    faults: [{ path: "edits[0].op" }],
  });
  await expect(setEdits(folder.desk, "nope", null, options)).rejects.toMatchObject({ code: "unknown" });
  expect(await setEdits(folder.desk, slug, { edits: [set()] }, { ...options, dryRun: true })).toMatchObject({ state: "updated" });
  expect(folder.files()).not.toContain(file);
  await withdraw(folder.desk, slug, { reason: "Not authorised.", now: minute(2) });
  await expect(setEdits(folder.desk, slug, { edits: [set()] }, options)).rejects.toMatchObject({ code: "withdrawn" });
});

test("corrections move along with a renaming, and broken ones can be replaced", async () => {
  await setEdits(folder.desk, slug, { edits: [set()] }, options);
  await publishText(folder.desk, story("Tolls Are Fair", "The tolls are fair"), { slug: "lock-tolls" });
  expect(folder.files()).toEqual(["articles/lock-tolls.edits.json", "articles/lock-tolls.json", "sources/lock-tolls.txt"]);
  expect((await setEdits(folder.desk, slug, null, options)).slug).toBe("lock-tolls");
});

test("a quote that is added under an id of another article is refused", async () => {
  const { article } = await publishText(folder.desk, story("Ferry", "It sails on Monday, and on Friday"));
  const add = {
    op: "add" as const,
    id: article.quotes[0]?.id,
    kind: "direct" as const,
    segments: [{ text: "The ferry sails on Monday.", occurrence: 1 }],
  };
  await expect(setEdits(folder.desk, slug, { edits: [add] }, options)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining('belongs to the article "ferry"'),
  });
  expect(await setEdits(folder.desk, slug, { edits: [{ ...add, id: "free01" }] }, options)).toMatchObject({ state: "updated" });
});
