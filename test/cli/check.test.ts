import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkCommand } from "../../src/cli/check.ts";
import { importCommand } from "../../src/cli/import/import-command.ts";
import { dataFolder, sampleArticles } from "../fixtures.ts";

async function check(...args: string[]) {
  const said = { stdout: "", stderr: "" };
  const to = (key: keyof typeof said) => ({ write: (text: string) => (said[key] += text) });
  const code = await checkCommand(args, "nowhere", { stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...said };
}

test("a folder without raw files, as an export is, is sound, and the report says what was not compared", async () => {
  const data = dataFolder(sampleArticles());
  expect(await check(data.folder)).toEqual({
    code: 0,
    stdout: "3 articles, 0 problems (there is no folder sources/: not compared with the raw files)\n",
    stderr: "",
  });
  data.remove();
});

test("a single raw file that is missing is a problem; so are ids and slugs that nothing has", async () => {
  const data = dataFolder([]);
  const quiet = { stdout: { write: () => {} }, stderr: { write: () => {} } };
  for (const name of ["kiln", "mill"]) {
    data.write(`${name}.json`, { text: `${name} stays\n\n“We never meant to close it,” said Orla Brice.` });
    await importCommand([join(data.folder, `${name}.json`)], data.folder, quiet, new Date("2026-11-22T12:00:00Z"));
  }
  expect(await check(data.folder)).toMatchObject({ code: 0, stdout: "2 articles, 0 problems\n" });
  rmSync(join(data.folder, "sources/kiln-stays.txt"));
  data.write("articles/no-such-slug.edits.json", { edits: [] });
  data.write("speakers.json", { speakers: [{ id: "orla-brice", name: "Orla Brice", merges: ["o-brice"] }] });
  const { code, stdout, stderr } = await check("--data", data.folder);
  expect([code, stdout]).toEqual([1, "2 articles, 3 problems\n"]);
  expect(stderr).toContain("sources/kiln-stays.txt is missing");
  expect(stderr).toContain('articles/no-such-slug.edits.json: there is no article "no-such-slug". Correct the name of the file');
  expect(stderr).toContain('speakers.json: speakers[0].merges[0]: no article has a speaker "o-brice". Correct it, or remove it.');
  data.remove();
});

test("names in files are said harmlessly on a terminal", async () => {
  const data = dataFolder([]);
  data.write("articles/kiln.json", {});
  data.write("speakers.json", { speakers: [{ id: "orla-brice", name: "Orla Brice", merges: ["\u001b[2Jo-brice"] }] });
  const { code, stderr } = await check(data.folder);
  expect(code).toBe(1);
  expect(stderr).toContain("[2Jo-brice");
  expect(stderr).not.toContain("\u001b");
  data.remove();
});

test("earlier revisions of no article are a problem, and so is a notice that is not sound", async () => {
  const data = dataFolder([]);
  const quiet = { stdout: { write: () => {} }, stderr: { write: () => {} } };
  const load = async (words: string) => {
    data.write("kiln.json", { text: `Kiln stays\n\n“${words},” said Orla Brice.`, url: "https://kiln.example/1" });
    await importCommand([join(data.folder, "kiln.json")], data.folder, quiet, new Date("2026-11-22T12:00:00Z"));
  };
  await load("We never meant to close it");
  await load("We never wanted to close it");
  expect(await check(data.folder)).toMatchObject({ code: 0, stderr: "" });
  const [revision = ""] = readdirSync(join(data.folder, "revisions/kiln-stays"));
  cpSync(join(data.folder, "revisions/kiln-stays"), join(data.folder, "revisions/mill-stays"), { recursive: true });
  mkdirSync(join(data.folder, "withdrawn"));
  data.write("withdrawn/kiln-stays.json", { slug: "kiln-stays" });
  const { code, stderr } = await check(data.folder);
  expect(code).toBe(1);
  expect(stderr).toContain('revisions/mill-stays: these are earlier revisions of "mill-stays", and no article has or had that slug.');
  expect(stderr).toContain("withdrawn/kiln-stays.json: reason");
  expect(stderr).not.toContain(`revisions/kiln-stays/${revision}`);
  data.remove();
});

test("a change that was cut short is ended before the folder is checked", async () => {
  const data = dataFolder(sampleArticles());
  mkdirSync(join(data.folder, "private"));
  data.write("private/unfinished.json", { moves: [], replaced: ["articles/nothing-more.json", "articles/gone.json"] });
  data.write("articles/gone.json", {});
  expect(await check(data.folder)).toMatchObject({ code: 0, stderr: "" });
  data.remove();
});

test.each([
  ['{"speakers":[{"id":"orla-brice"}]}', "speakers[0].name: is missing: it must be a string."],
  ['{"speakers":[{"id":"Orla Brice","name":"Orla"}]}', 'speakers[0].id: must not have white space, "/", "?", "#" or "%".'],
  ['{"speakers":[{"id":"orla-brice","name":"Orla","aliases":"O."}]}', "speakers[0].aliases: must be an array."],
  ['{"speakers":[{"id":"orla-brice","name":"Orla","type":"human"}]}', 'speakers[0].type: must be one of "person", "organisation",'],
  ['{"speakers":[],}', "Correct the file, or put back a copy of it."],
])("mistakes of a hand are told in words: %s", async (written, message) => {
  const data = dataFolder([]);
  mkdirSync(join(data.folder, "articles"), { recursive: true });
  writeFileSync(join(data.folder, "speakers.json"), written);
  const { stdout, stderr } = await check(data.folder);
  expect(stderr).toContain(`speakers.json: `);
  expect(stderr).toContain(message);
  expect(stdout).toBe("0 articles, 1 problem\n");
  data.remove();
});
