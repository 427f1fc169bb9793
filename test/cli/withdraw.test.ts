import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importCommand } from "../../src/cli/import/import-command.ts";
import { restoreCommand, withdrawCommand } from "../../src/cli/withdraw.ts";
import { minute, newFolder, publishText, story } from "../publishing/folder.ts";

let folder: ReturnType<typeof newFolder>;
beforeEach(async () => {
  folder = newFolder();
  await publishText(folder.desk, story("Tolls Are Fair", "The tolls are fair"));
});
afterEach(() => folder.end());

const slug = "tolls-are-fair";
const notice = `withdrawn/${slug}.json`;

async function run(command: typeof withdrawCommand, args: string[], dataDir = folder.data) {
  let stdout = "";
  let stderr = "";
  const terminal = { stdout: { write: (text: string) => (stdout += text) }, stderr: { write: (text: string) => (stderr += text) } };
  const code = await command(args, { dataDir, databaseUrl: null, databaseWait: 0 }, terminal, minute(5));
  return { code, stdout, stderr };
}

describe("verbatim withdraw", () => {
  test("leaves a notice and says what it means; restore takes it away", async () => {
    const files = folder.files();
    const { code, stdout } = await run(withdrawCommand, [slug, "--reason", "Not authorised"]);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(`withdrawn  ${slug}  (answers 410 since 2026-11-22T12:05:00Z: Not authorised)`),
    ]);
    expect(folder.json(notice)).toMatchObject({ reason: "Not authorised" });
    expect(await run(restoreCommand, [slug])).toEqual({ code: 0, stdout: `restored  ${slug}\n`, stderr: "" });
    expect(folder.files()).toEqual(files);
  });

  test("purges at once or later; a dry run says so and writes nothing", async () => {
    const files = folder.files();
    const dry = await run(withdrawCommand, [slug, "--reason", "x", "--purge", "--dry-run"]);
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringMatching(/would be withdrawn.*would be purged/s)]);
    expect(folder.files()).toEqual(files);
    await run(withdrawCommand, [slug, "--reason", "x"]);
    expect((await run(restoreCommand, [slug, "--dry-run"])).stdout).toBe(`would be restored  ${slug}\n`);
    expect((await run(withdrawCommand, [slug, "--purge"])).stdout).toContain(`purged  ${slug}`);
    expect(folder.files()).toEqual([notice]);
    expect(await run(restoreCommand, [slug])).toMatchObject({ code: 1, stderr: expect.stringContaining("Publish the article again") });
  });

  test("says what is wrong", async () => {
    expect(await run(withdrawCommand, ["nope", "--reason", "x"])).toMatchObject({ code: 1, stderr: 'There is no article "nope".\n' });
    expect(await run(withdrawCommand, [slug, "--purge"])).toMatchObject({ code: 1, stderr: expect.stringContaining("not withdrawn") });
    expect(await run(restoreCommand, [slug])).toMatchObject({ code: 1, stderr: `The article "${slug}" is not withdrawn.\n` });
    expect(await run(withdrawCommand, [slug])).toMatchObject({ code: 2, stderr: expect.stringContaining("--reason") });
    expect(await run(withdrawCommand, [slug, "--reason", "x".repeat(2001)])).toMatchObject({ code: 2 });
    expect(await run(withdrawCommand, [])).toMatchObject({ code: 2 });
    expect(await run(withdrawCommand, [slug, "--reason", "x", "y"])).toMatchObject({ code: 2 });
    expect(await run(restoreCommand, [])).toMatchObject({ code: 2 });
    expect(await run(restoreCommand, [slug], "/nowhere/data")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is not a folder"),
    });
    expect(folder.files()).not.toContain(notice);
  });
});

describe("verbatim import of a withdrawn article", () => {
  test("is refused with the reason and the cure, and serves it again with --restore", async () => {
    await run(withdrawCommand, [slug, "--reason", "Not authorised"]);
    const file = join(folder.data, "..", "a.txt");
    writeFileSync(file, story("Tolls Are Fair", "The tolls are fair"));
    let said = "";
    const stream = { write: (text: string) => (said += text) };
    const load = (...args: string[]) => importCommand([file, ...args], folder.data, { stdout: stream, stderr: stream }, minute(6));
    expect(await load()).toBe(1);
    expect(said).toContain(
      `The article "${slug}" was withdrawn on 2026-11-22: Not authorised. Import it with --restore to serve it again.`,
    );
    said = "";
    expect(await load("--restore", "--dry-run")).toBe(0);
    expect(folder.files()).toContain(notice);
    expect(await load("--restore")).toBe(0);
    expect(said).toContain(`added  ${slug}`);
    expect(folder.files()).not.toContain(notice);
  });
});
