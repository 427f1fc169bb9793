/**
 * How the files store grows: `npm run bench:archive` (or `node bench/archive.ts 1000 10000` for other sizes). Writes a data
 * folder of so many invented articles, starts the store on it cold (everything is read, validated and indexed) and warm
 * (the index is in its cache file), each in a process of its own, then asks every kind of question, one at a time, each
 * with other values. Milliseconds inside the store's process; what HTTP adds is measured by the other benches.
 * `--folder FOLDER` keeps what was written there and reads it again the next time.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listSlugs, loadArticle } from "../src/store/files/data-folder.ts";
import { FilesStore } from "../src/store/files/files-store.ts";
import { writeNewspaper } from "./load/data-folder.ts";
import { Newspaper } from "./newspaper.ts";
import { askAll } from "./questions.ts";

interface Start {
  seconds: number;
  /** The most memory the process held, threads included. */
  megabytes: number;
}

if (process.argv[2] === "--read") console.log(JSON.stringify(read(process.argv[3] ?? "")));
else if (process.argv[2] === "--start") console.log(JSON.stringify(await start(process.argv[3] ?? "", process.argv[4] ?? "")));
else {
  const { values, positionals } = parseArgs({ options: { folder: { type: "string" } }, allowPositionals: true });
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    for (const size of positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000])
      await measure(join(folder, `${size}`), size);
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, size: number): Promise<void> {
  const newspaper = new Newspaper();
  const cache = join(folder, "cache");
  const articles = join(folder, "articles");
  if (!existsSync(folder)) {
    writeNewspaper(`${folder}.new`, size);
    renameSync(`${folder}.new`, folder);
  }
  rmSync(cache, { recursive: true, force: true });
  const { parsed, validated } = inProcess<{ parsed: number; validated: number }>("--read", folder);
  const cold = inProcess<Start>("--start", folder, cache);
  const warm = inProcess<Start>("--start", folder, cache);
  console.log(`\n${size} articles, ${megabytes(bytesOf(articles))} MB of JSON; index ${megabytes(bytesOf(cache))} MB`);
  console.log(
    `  read and parsed ${parsed.toFixed(2)} s, and validated ${validated.toFixed(2)} s (${(validated / parsed).toFixed(2)} times), by one thread`,
  );
  console.log(`  cold start ${cold.seconds.toFixed(1)} s (${Math.round(size / cold.seconds)} articles a second), ${cold.megabytes} MB`);
  console.log(`  warm start ${warm.seconds.toFixed(2)} s, ${warm.megabytes} MB`);
  await ask(folder, cache, newspaper, size);
}

function bytesOf(folder: string): number {
  // A small archive's index is in memory.
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function inProcess<T>(...args: string[]): T {
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...args], { encoding: "utf8" })) as T;
}

/** Seconds to read and parse all articles, and to read and validate them; every batch is read once before. */
function read(folder: string): { parsed: number; validated: number } {
  const slugs = listSlugs(folder);
  const seconds = (task: () => void) => {
    const begun = performance.now();
    task();
    return (performance.now() - begun) / 1000;
  };
  let [parsed, validated] = [0, 0];
  for (let from = 0; from < slugs.length; from += 500) {
    const batch = slugs.slice(from, from + 500);
    const parse = () => {
      for (const slug of batch) JSON.parse(readFileSync(join(folder, "articles", `${slug}.json`), "utf8"));
    };
    parse();
    parsed += seconds(parse);
    validated += seconds(() => {
      for (const slug of batch) loadArticle(folder, slug, { speakers: [] });
    });
  }
  return { parsed, validated };
}

async function start(folder: string, cacheDir: string): Promise<Start> {
  const begun = performance.now();
  const store = await open(folder, cacheDir, false);
  const seconds = (performance.now() - begun) / 1000;
  await store.close();
  return { seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
}

/** @param watch as a server does */
function open(folder: string, cacheDir: string, watch: boolean): Promise<FilesStore> {
  return FilesStore.open({ folder, cacheDir, watch, onProblem: (problem) => console.error(problem) });
}

async function ask(folder: string, cache: string, newspaper: Newspaper, size: number): Promise<void> {
  const store = await open(folder, cache, true);
  await askAll(store, newspaper, size);
  await store.close();
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
