import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeSpeaker, type SpeakerChange } from "../../src/publishing/speakers.ts";
import type { FilesStore } from "../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../src/store/files/folder-desk.ts";
import { minute, newFolder, publishText } from "./folder.ts";

let folder: ReturnType<typeof newFolder>;
let store: FilesStore;
beforeEach(async () => {
  folder = newFolder();
  const text = "Tolls\n\n“The tolls are fair,” said Mara Tull.\n\n“They are high,” said Ida Moor.\n\n“They fell,” said Olav Brekke.\n";
  await publishText(folder.desk, text);
  store = (await folder.served()).store;
});
afterEach(async () => {
  await store.close();
  await folder.end();
});

/** Changes a speaker, and serves that. */
async function change(id: string, patch: SpeakerChange, more: { dryRun?: boolean } = {}) {
  const desk = openFolderDesk(folder.data);
  try {
    return await changeSpeaker(desk, id, patch, { store, now: minute(1), ...more });
  } finally {
    await desk.close();
    await store.close();
    store = (await folder.served()).store;
  }
}
const registry = () => folder.json("speakers.json").speakers;
const merged = { aliases: [], merges: [], articles: [], sameAs: [] };

test("a patch sets what it names and leaves the rest; null takes away", async () => {
  const sameAs = ["https://register.example/mara"];
  expect(await change("mara-tull", { name: "Mara J. Tull", sameAs })).toMatchObject({ id: "mara-tull", state: "updated" });
  expect(registry()).toEqual([{ id: "mara-tull", name: "Mara J. Tull", ...merged, sameAs }]);
  await change("mara-tull", { aliases: ["M. Tull"], type: "organisation" });
  expect(registry()).toEqual([{ ...merged, id: "mara-tull", name: "Mara J. Tull", type: "organisation", aliases: ["M. Tull"], sameAs }]);
  await change("mara-tull", { type: null, sameAs: null });
  expect(registry()).toEqual([{ ...merged, id: "mara-tull", name: "Mara J. Tull", aliases: ["M. Tull"] }]);
  expect(await change("mara-tull", { name: "Mara J. Tull" })).toMatchObject({ state: "unchanged" });
});

test("a name taken away is the one of the newest article again, and an entry that says nothing more goes", async () => {
  await change("mara-tull", { name: "M. T.", type: "organisation" });
  expect(await change("mara-tull", { name: null }, { dryRun: true })).toMatchObject({ entry: { name: "Mara Tull" }, state: "updated" });
  expect(registry()).toMatchObject([{ name: "M. T." }]);
  expect(await change("mara-tull", { name: null })).toMatchObject({ entry: { name: "Mara Tull" }, type: "organisation" });
  expect(registry()).toEqual([{ ...merged, id: "mara-tull", name: "Mara Tull", type: "organisation" }]);
  expect(await change("mara-tull", { name: null, type: null }, { dryRun: true })).toMatchObject({ type: "person" });
  await change("mara-tull", { name: null, type: null });
  expect(registry()).toEqual([]);
  expect(await change("mara-tull", { name: null, aliases: [] })).toMatchObject({ state: "unchanged" });
});

test("a name that only the registry gives cannot be taken away", async () => {
  const split = { id: "mara-tull-2", name: "Another Mara Tull", splitFrom: "mara-tull", articles: ["tolls"] };
  writeFileSync(join(folder.data, "speakers.json"), JSON.stringify({ speakers: [split] }));
  await store.close();
  store = (await folder.served()).store;
  await expect(change("mara-tull-2", { name: null })).rejects.toMatchObject({ code: "unsound", faults: [{ path: "name" }] });
});

test.each([" ", ".", "Mara\nTull", "x".repeat(401)])("%j is neither a name nor another name", async (name) => {
  await expect(change("mara-tull", { name })).rejects.toMatchObject({ code: "unsound", faults: [{ path: "name" }] });
  await expect(change("mara-tull", { aliases: [name] })).rejects.toMatchObject({ code: "unsound", faults: [{ path: "aliases[0]" }] });
});

test("ids that are merged redirect, with what was merged into them before", async () => {
  await change("ida-moor", { merges: ["olav-brekke"], aliases: ["I. Moor"], sameAs: ["https://register.example/ida"] });
  await change("mara-tull", { merges: ["ida-moor"], aliases: ["M. Tull"] });
  expect(registry()).toEqual([
    {
      ...merged,
      id: "mara-tull",
      name: "Mara Tull",
      merges: ["ida-moor", "olav-brekke"],
      aliases: ["M. Tull", "I. Moor"],
      sameAs: ["https://register.example/ida"],
    },
  ]);
  for (const id of ["ida-moor", "olav-brekke"]) expect(await store.speaker(id)).toEqual({ state: "moved", to: "mara-tull" });
  // A former id names the speaker.
  expect(await change("olav-brekke", { name: "M. Tull" })).toMatchObject({ id: "mara-tull" });
});

test("an unknown speaker or id to merge is refused with near ids, and so is one that belongs to another", async () => {
  await expect(change("mara-tully", { name: "x" })).rejects.toMatchObject({
    code: "unknown",
    message: expect.stringContaining('Near: "mara-tull" (Mara Tull)'),
  });
  await expect(change("mara-tull", { merges: ["ida-more"] })).rejects.toMatchObject({ code: "unknown", faults: [{ path: "merges[0]" }] });
  await change("mara-tull", { merges: ["ida-moor"] });
  await expect(change("olav-brekke", { merges: ["ida-moor"] })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining('Merge "mara-tull" instead'),
  });
  await expect(change("mara-tull", { merges: ["mara-tull"] })).rejects.toMatchObject({ code: "conflict" });
  await expect(change("mara-tull", { sameAs: ["ftp://x"] })).rejects.toMatchObject({ code: "unsound", faults: [{ path: "sameAs[0]" }] });
  await expect(change("mara-tull", { nick: "x" } as SpeakerChange)).rejects.toMatchObject({ code: "unsound" });
  expect(registry()).toHaveLength(1);
});

test("other entries stay as they are, a dry run writes nothing, and a broken file is named", async () => {
  await change("mara-tull", { name: "x" }, { dryRun: true });
  expect(folder.files()).not.toContain("speakers.json");
  const split = { id: "mara-tull-2", name: "Mara Tull", splitFrom: "mara-tull", articles: ["tolls"] };
  writeFileSync(join(folder.data, "speakers.json"), JSON.stringify({ speakers: [split] }));
  await change("ida-moor", { name: "Ida M. Moor" });
  expect(registry()).toMatchObject([split, { id: "ida-moor", name: "Ida M. Moor" }]);
  writeFileSync(join(folder.data, "speakers.json"), "{");
  await expect(change("ida-moor", { name: "x" })).rejects.toMatchObject({
    code: "broken",
    message: expect.stringContaining("speakers.json"),
  });
});
