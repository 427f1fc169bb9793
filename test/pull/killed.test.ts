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
const ROUNDS = 8;
/** Requests that a pull makes at a time. */
const AT_ONCE = 4;

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
  const kills: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Later kills come later, and all before the last article is asked for.
    const requests = 1 + Math.floor((ARTICLES - AT_ONCE) * ((round + Math.random()) / ROUNDS));
    if (await killedAt(start(place, origin), origin, requests)) kills.push(requests);
  }
  expect(kills.length, `killed at the requests ${kills}`).toBeGreaterThan(ROUNDS / 2);
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

/** Kills a pull when it has sent so many requests. @returns whether it was still running */
async function killedAt(child: ChildProcess, { app }: LiveArchive, requests: number): Promise<boolean> {
  let sent = 0;
  const count = () => {
    sent += 1;
    // Not always between two requests, but also while it writes what the answers before say.
    if (sent === requests) setTimeout(10 * Math.random()).then(() => child.kill("SIGKILL"));
  };
  app.server.on("request", count);
  const [, signal] = await once(child, "exit");
  app.server.off("request", count);
  return signal === "SIGKILL";
}
