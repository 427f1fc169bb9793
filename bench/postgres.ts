/**
 * How the PostgreSQL store grows: `node bench/postgres.ts [--url URL] [1000 10000 100000]`. Starts a server of its own (or
 * takes an empty database of yours, and one size), loads an NDJSON file of so many invented articles into it as
 * `verbatim load` does, then asks every kind of question in a process of its own, one at a time, each with other values, so
 * that nothing is asked twice. Milliseconds as that process sees them; no answer comes from the cache of the API. A database
 * of yours that holds the articles already is only asked.
 */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { PostgresStore } from "../src/store/postgres/postgres-store.ts";
import { startPostgres } from "../test/store/postgres/server.ts";
import { Newspaper } from "./newspaper.ts";
import { askAll } from "./questions.ts";

const COMMAND = join(import.meta.dirname, "../src/cli.ts");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: "string" }, ask: { type: "boolean" } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000];
const [first = 1_000] = sizes;
if (values.url === undefined) {
  const server = await startPostgres(["-c", "fsync=on", "-c", "shared_buffers=1GB", "-c", "max_wal_size=4GB"]);
  for (const size of sizes) await measure(size, await server.createDatabase());
  await server.remove();
} else if (values.ask) await ask(first, values.url);
else await measure(first, values.url);

async function measure(size: number, url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  console.log(`\n${size} articles`);
  if ((await countArticles(client)) < size) load(size, url);
  await client.query("VACUUM ANALYZE");
  const { rows } = await client.query<{ disk: string }>("SELECT pg_size_pretty(pg_database_size(current_database())) AS disk");
  await client.end();
  console.log(`  ${rows[0]?.disk} on disk`);
  execFileSync(process.execPath, [import.meta.filename, "--ask", "--url", url, String(size)], { stdio: "inherit" });
}

async function countArticles(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('articles') IS NOT NULL AS there");
  return rows[0]?.there ? ((await client.query<{ n: number }>("SELECT count(*)::int AS n FROM articles")).rows[0]?.n ?? 0) : 0;
}

/** Writes the articles as NDJSON, which takes longer than loading them, and loads them. */
function load(size: number, url: string): void {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  const file = join(folder, "articles.ndjson");
  try {
    const newspaper = new Newspaper();
    const descriptor = openSync(file, "w");
    for (let number = 0; number < size; number += 1) writeSync(descriptor, `${JSON.stringify(newspaper.article(number))}\n`);
    closeSync(descriptor);
    const begun = performance.now();
    execFileSync(process.execPath, [COMMAND, "load", file], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const seconds = (performance.now() - begun) / 1000;
    const megabytes = (statSync(file).size / 1e6).toFixed(0);
    console.log(`  loaded ${megabytes} MB of JSON in ${seconds.toFixed(1)} s, ${Math.round(size / seconds)} articles a second`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(size: number, url: string): Promise<void> {
  const begun = performance.now();
  const store = await PostgresStore.open({ url, readUrl: null, onProblem: (problem) => console.error(problem) });
  console.log(`  ready to serve after ${(performance.now() - begun).toFixed(0)} ms`);
  await askAll(store, new Newspaper(), size);
  console.log(`  ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB held by this process`);
  await store.close();
}
