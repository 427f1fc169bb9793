import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { publish } from "../../src/publishing/publish.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import { historyFolder, shortArticle } from "../history.ts";
import { startPostgres } from "../store/postgres/server.ts";
import { expectCopy, type LiveArchive, newFolder, type Place, pull, serveArchive } from "./archives.ts";

const CLI = resolve(import.meta.dirname, "../../src/cli.ts");
const ARTICLES = 60;

test("a pull into a folder that is killed at any moment goes on where it was", () => killAndCompare(null), 240_000);

test("a pull into PostgreSQL that is killed at any moment goes on where it was", async () => {
  const server = await startPostgres();
  await killAndCompare(await server.createDatabase());
  await server.remove();
}, 240_000);

async function killAndCompare(databaseUrl: string | null): Promise<void> {
  const data = historyFolder();
  const mirror = newFolder();
  const origin = await serveArchive({ dataDir: data.folder, databaseUrl: null, databaseWait: 0 });
  const place: Place = { dataDir: mirror.folder, databaseUrl, databaseWait: 0 };
  const article = (index: number, said: string) =>
    shortArticle(`news-${index}`, `Kit Moss ${index}`, said, `2025-06-01T09:00:${String(index % 60).padStart(2, "0")}Z`);
  const put = (index: number, said: string) =>
    publish(origin.desk, { article: article(index, said) }, { now: new Date(), extract: () => Promise.reject(new Error("an article")) });
  for (let index = 0; index < ARTICLES; index += 1) await put(index, "It stays,");
  for (let index = 0; index < ARTICLES; index += 4) await put(index, "It goes,");
  for (let index = 1; index < ARTICLES; index += 9)
    await withdraw(origin.desk, `news-${index}`, { now: new Date(), reason: "It was not so." });
  let killed = 0;
  for (let round = 0; round < 8; round += 1) {
    // Later kills come later: starting takes a part of the time.
    if (await killedAfter(start(place, origin), 300 + round * 250 + Math.random() * 250)) killed += 1;
  }
  expect(killed).toBeGreaterThan(2);
  expect((await pull(place, [origin.url])).code).toBe(0);
  await expectCopy(origin, place);
  expect((await pull(place, [origin.url])).stdout).toBe("0 added, 0 changed, 0 unchanged\n");
  await origin.stop();
  data.remove();
  mirror.remove();
}

function start({ dataDir, databaseUrl }: Place, { url }: LiveArchive): ChildProcess {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? "" };
  return spawn(process.execPath, [CLI, "pull", url], { env, stdio: "ignore" });
}

/** @returns whether it was still running */
async function killedAfter(child: ChildProcess, milliseconds: number): Promise<boolean> {
  const ended = once(child, "exit");
  await Promise.race([setTimeout(milliseconds), ended]);
  const isRunning = child.exitCode === null;
  if (isRunning) child.kill("SIGKILL");
  await ended;
  return isRunning;
}
