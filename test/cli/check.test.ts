import { rmSync } from "node:fs";
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
