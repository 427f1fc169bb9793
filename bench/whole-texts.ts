/**
 * Whole texts against archives: `node bench/whole-texts.ts [1000 100000]`, and a part of `npm run bench:verification`. Makes
 * 200 texts of 5 to 40 quotes from invented articles (exact, altered, spliced, by the wrong speaker, never said), checks them
 * as `POST /v1/verifications` does, against a data folder and against PostgreSQL, and prints precision and recall of each
 * answer and the seconds of a text, one text at a time. Everything is the same at every run but the times.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findQuotes } from "../src/extraction/find-quotes.ts";
import { FilesStore } from "../src/store/files/files-store.ts";
import { openPool } from "../src/store/postgres/connection.ts";
import { importArticles } from "../src/store/postgres/import-articles.ts";
import { PostgresStore } from "../src/store/postgres/postgres-store.ts";
import type { Store } from "../src/store/store.ts";
import { TextArchive } from "../src/store/text-archive.ts";
import { MAX_CANDIDATES } from "../src/verification/probes.ts";
import { checkText, wholeAnswer } from "../src/verification/text/check-text.ts";
import type { CheckedQuote } from "../src/verification/text/text-verification.ts";
import { startPostgres } from "../test/store/postgres/server.ts";
import { writeNewspaper } from "./load/data-folder.ts";
import { Newspaper } from "./newspaper.ts";
import { type MadeQuote, type MadeText, madeTexts } from "./texts.ts";

const TEXTS = 200;
const ANSWERS = ["exact", "altered", "none", "match", "mismatch"] as const;

if (import.meta.main)
  await measureTexts(
    process.argv
      .slice(2)
      .filter((argument) => /^\d+$/.test(argument))
      .map(Number),
  );

/** Prints one table. @param sizes articles of the archives; 1,000 for none */
export async function measureTexts(sizes: number[]): Promise<void> {
  console.log(`\nwhole texts: ${TEXTS} of 5 to 40 quotes; precision / recall in %; seconds a text`);
  console.log(["articles", "store", "found", ...ANSWERS, "splices", "median", "p99"].map((name) => name.padStart(15)).join(""));
  for (const size of sizes.length > 0 ? sizes : [1_000]) {
    const texts = madeTexts(new Newspaper(), size, TEXTS);
    await withFiles(size, (store) => report("files", store, size, texts));
    await withPostgres(size, (store) => report("PostgreSQL", store, size, texts));
  }
}

async function withFiles(size: number, use: (store: Store) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    writeNewspaper(folder, size);
    const store = await FilesStore.open({
      folder,
      cacheDir: join(folder, "cache"),
      watch: false,
      onProblem: (problem) => console.error(problem),
    });
    await use(store);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withPostgres(size: number, use: (store: Store) => Promise<void>): Promise<void> {
  const server = await startPostgres(["-c", "shared_buffers=1GB", "-c", "max_wal_size=4GB"]);
  const url = await server.createDatabase();
  const store = await PostgresStore.open({ url, readUrl: null, onProblem: (problem) => console.error(problem) });
  const pool = openPool(url, () => {});
  const newspaper = new Newspaper();
  for (let from = 0; from < size; from += 1_000) {
    const incoming = Array.from({ length: Math.min(1_000, size - from) }, (_, at) => ({ article: newspaper.article(from + at) }));
    await importArticles(pool, incoming, { onProblem: (problem) => console.error(problem) });
  }
  await pool.query("VACUUM ANALYZE");
  await use(store);
  await store.close();
  await pool.end();
  await server.remove();
}

async function report(name: string, store: Store, size: number, texts: MadeText[]): Promise<void> {
  const pairs: { meant: MadeQuote; given: CheckedQuote | null }[] = [];
  const seconds: number[] = [];
  for (const { text, quotes } of texts) {
    const begun = performance.now();
    const read = findQuotes({ content: text, mediaType: "text/plain" });
    const archive = new TextArchive(store, { revision: read.revision }, MAX_CANDIDATES);
    const answer = await wholeAnswer(checkText(read, archive));
    seconds.push((performance.now() - begun) / 1000);
    const given = new Map(answer.quotes.map((quote) => [quote.text.replace(/,$/, ""), quote]));
    for (const meant of quotes) pairs.push({ meant, given: given.get(meant.text) ?? null });
  }
  seconds.sort((a, b) => a - b);
  const cells = [
    String(size),
    name,
    percent(pairs.filter(({ given }) => given !== null).length, pairs.length),
    ...ANSWERS.map((answer) => shares(pairs, answer)),
    percent(
      pairs.filter(({ meant, given }) => meant.kind === "spliced" && given?.matches[0]?.splice).length,
      pairs.filter(({ meant }) => meant.kind === "spliced").length,
    ),
    (seconds[seconds.length >> 1] ?? 0).toFixed(2),
    (seconds[Math.floor(seconds.length * 0.99)] ?? 0).toFixed(2),
  ];
  console.log(cells.map((cell) => cell.padStart(15)).join(""));
  if (process.argv.includes("--misses")) printMisses(pairs);
}

type Pair = { meant: MadeQuote; given: CheckedQuote | null };

/** Precision and recall of one answer, of the words or of the speaker. */
function shares(pairs: Pair[], answer: (typeof ANSWERS)[number]): string {
  const of = answer === "match" || answer === "mismatch" ? "speaker" : "words";
  const judged = pairs.filter(({ meant }) => meant[of] !== null);
  const given = judged.filter((pair) => pair.given?.[of] === answer);
  const meant = judged.filter((pair) => pair.meant[of] === answer);
  const both = given.filter((pair) => pair.meant[of] === answer).length;
  return `${percent(both, given.length)} / ${percent(both, meant.length)}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : ((100 * part) / whole).toFixed(1);
}

function printMisses(pairs: Pair[]): void {
  for (const { meant, given } of pairs) {
    if (given?.words === meant.words && (meant.speaker === null || given.speaker === meant.speaker)) continue;
    const said =
      given === null
        ? "not found"
        : `${given.words} ${given.speaker} (${given.claimed.speaker}; ${given.claimed.confidence}; ${given.doubt})`;
    console.log(`${meant.kind}: “${meant.text}” ${meant.by}\n   ${said}, not ${meant.words} ${meant.speaker}`);
  }
}
