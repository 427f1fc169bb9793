import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { setEdits } from "../../src/publishing/edits.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { environment } from "../environment.ts";
import { minute, newFolder, publishText, story } from "./folder.ts";

let folder: ReturnType<typeof newFolder>;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => folder.end());

const CLI = join(import.meta.dirname, "../../src/cli.ts");
const SOURCES = 12;

/** `verbatim import` as a process of its own. */
async function importBeside(path: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [CLI, "import", path, "--data", folder.data], { env: environment });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "close");
  return { code: code as number | null, said };
}

test("imports beside each other and beside other writers: nothing is lost, no slug is given twice", { timeout: 120_000 }, async () => {
  const sources = join(folder.data, "..", "in");
  mkdirSync(sources);
  // All want the same slug.
  for (let n = 0; n < SOURCES; n += 1) writeFileSync(join(sources, `${n}.txt`), story("Tolls", `They are fair for boat ${n}`));
  await publishText(folder.desk, story("Ferry", "It sails on Monday"));
  let running = true;
  const imports = Promise.all([importBeside(sources), importBeside(sources)]).finally(() => {
    running = false;
  });
  let written = 0;
  for (; running; written += 1) {
    await publishText(folder.desk, story("Ferry", `It sails on Monday at ${written}`), { slug: "ferry" }, { now: minute(written) });
    await publishText(folder.desk, story("Tolls", `Said beside, ${written}`), {}, { now: minute(written) });
    await setEdits(
      folder.desk,
      "ferry",
      { edits: [{ op: "set-speaker", speaker: "mara-tull", name: `Mara ${written}` }] },
      { now: minute(written) },
    );
  }
  for (const { code, said } of await imports) expect([code, said]).toEqual([0, expect.stringMatching(/\d+ (?:added|unchanged)/)]);
  await withdraw(folder.desk, "ferry", { reason: "x", now: minute(written) });
  const { store, problems } = await folder.served();
  const { total, items } = await store.articles({ limit: 100 });
  await store.close();
  expect(problems).toEqual([]);
  expect(total).toBe(SOURCES + written);
  expect(new Set(items.map((json) => JSON.parse(json).slug)).size).toBe(items.length);
  expect(folder.files().filter((path) => path.startsWith("revisions/ferry/"))).toHaveLength(written);
});
