import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkCommand } from "../../../src/cli/check.ts";
import { importCommand } from "../../../src/cli/import/import-command.ts";
import { folderNewsroom, KILN, KILN_CORRECTED } from "./newsroom.ts";

test("articles put while the command line imports others are all served, and the folder is sound", async () => {
  const room = await folderNewsroom();
  const incoming = mkdtempSync(join(tmpdir(), "verbatim-incoming-"));
  for (let at = 0; at < 20; at += 1) writeFileSync(join(incoming, `weir-${at}.txt`), `Weir ${at} falls\n\n“It held,” said Nils Aske.`);
  const said: string[] = [];
  const terminal = { stdout: { write: (text: string) => void said.push(text) }, stderr: { write: (text: string) => void said.push(text) } };
  const importing = importCommand([incoming], room.folder, terminal, new Date());
  const putting = Array.from({ length: 8 }, async (_, at) => {
    const path = `/v1/articles/kiln-${at}`;
    const added = await room.send("PUT", path, `${KILN} ${at}.`);
    const replaced = await room.send("PUT", path, `${KILN_CORRECTED} ${at}.`, { "if-match": added.headers.get("etag") ?? "" });
    return [added.status, replaced.status];
  });
  expect(await Promise.all(putting)).toEqual(Array(8).fill([201, 200]));
  expect([await importing, said.join("")]).toMatchObject([0, expect.any(String)]);
  await expect
    .poll(async () => (await (await room.send("GET", "/v1/articles?limit=0")).json()) as object, { timeout: 30_000 })
    .toMatchObject({ total: 28 });
  said.length = 0;
  expect([await checkCommand([room.folder], "nowhere", terminal), said.join("")]).toMatchObject([
    0,
    expect.stringContaining("28 articles, 0 problems"),
  ]);
  await room.stop();
  rmSync(incoming, { recursive: true });
});

test("a server whose store has not seen an import yet refuses whoever names what was there before", async () => {
  const room = await folderNewsroom();
  await room.send("PUT", "/v1/articles/kiln", KILN);
  const tag = (await room.send("GET", "/v1/articles/kiln")).headers.get("etag") ?? "";
  const source = join(room.folder, "..", `verbatim-${process.pid}.txt`);
  writeFileSync(source, KILN_CORRECTED);
  const quiet = { stdout: { write: () => {} }, stderr: { write: () => {} } };
  expect(await importCommand([source, "--slug", "kiln"], room.folder, quiet, new Date())).toBe(0);
  const answer = await room.send("PUT", "/v1/articles/kiln", `${KILN} Unseen.`, { "if-match": tag });
  expect(answer.status).toBe(412);
  rmSync(source);
  await room.stop();
});
