import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type pg from "pg";
import type { SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import { counted } from "../article/words/counted.ts";
import { folderArchive } from "../store/archive.ts";
import { describeProblem, listArticleFiles } from "../store/files/data-folder.ts";
import { incomingLines } from "../store/files/incoming.ts";
import { openPool } from "../store/postgres/connection.ts";
import { type ImportOptions, type ImportReport, importArticles, pruneArticles } from "../store/postgres/import-articles.ts";
import { importRevisions, importTombstones } from "../store/postgres/import-history.ts";
import { migrate } from "../store/postgres/migrate.ts";
import { reachDatabase } from "../store/postgres/reach.ts";
import { setRegistry } from "../store/postgres/registry.ts";
import { Strays } from "../store/postgres/strays.ts";
import { linesOf } from "./lines.ts";
import { Progress } from "./progress.ts";
import { refuse, type Terminal } from "./terminal.ts";

export const LOAD_HELP = `Usage: verbatim load [PATH] [options]

Copies articles into the database that DATABASE_URL names. PATH is a data folder (default: DATA_DIR, else data) or an
NDJSON file (.ndjson, .jsonl; - for standard input) with one article per line, as "verbatim export --format ndjson" writes
it. A data folder is copied with the editors' corrections, speakers.json, raw files, earlier revisions and withdrawals. To
turn raw files into a data folder, use "verbatim import".

Articles that are in the database already are skipped: run an interrupted load again. Several loads may run at once,
while the API serves the database. What is withdrawn in the folder is withdrawn in the database; what is withdrawn in the
database stays so.

Options:
  --prune    delete the articles of the database that are not in the data folder; withdrawn ones stay withdrawn
  --restore  serve articles again that are withdrawn in the database, and not in the data folder
  --help     print this text

Exit code: 0 when all articles are loaded, 1 when one is not (each problem is a line on stderr), 2 for a wrong command line.
`;

export const LOAD_OPTIONS = {
  prune: { type: "boolean", default: false },
  restore: { type: "boolean", default: false },
} as const satisfies ParseArgsOptionsConfig;

/** `verbatim load`. @param dataDir the data folder when no path is given. @param databaseWait milliseconds the database may take to answer. @returns the exit code. @throws what parseArgs throws */
export async function loadCommand(
  args: string[],
  dataDir: string,
  databaseUrl: string | null,
  terminal: Terminal & { stdin?: Readable },
  databaseWait = 0,
): Promise<number> {
  const { stdout, stderr, stdin } = terminal;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: LOAD_OPTIONS });
  const [path = dataDir, ...rest] = positionals;
  if (rest.length > 0) return refuse("load", "load takes one path.", terminal);
  if (databaseUrl === null) return refuse("load", "DATABASE_URL is not set: there is no database to load into.", terminal);
  const input = path === "-" ? stdin : undefined;
  const lines = input !== undefined || /\.(?:ndjson|jsonl)$/.test(path);
  if (values.prune && lines) return refuse("load", "--prune is for data folders.", terminal);
  if (input === undefined && statSync(path, { throwIfNoEntry: false }) === undefined)
    return refuse("load", `${path} does not exist.`, terminal);
  const progress = new Progress(stderr);
  let problems = 0;
  let total: number | null = null;
  const options: ImportOptions = {
    restore: values.restore,
    onProblem: (problem) => {
      problems += 1;
      progress.line(describeProblem(problem));
    },
    onProgress: (report) => {
      const done = report.imported + report.unchanged + report.refused + (report.withdrawn ?? 0);
      progress.show(done, total === null ? null : Math.min(1, done / total), describe(report));
    },
  };
  await reachDatabase(databaseUrl, databaseWait);
  const pool = openPool(databaseUrl, () => {});
  try {
    await migrate(pool);
    const report = lines
      ? await importArticles(pool, incomingLines(path, linesOf(input ?? createReadStream(path))), options)
      : await loadFolder(pool, resolve(path), values.prune, options, (articles) => (total = articles));
    progress.end();
    stdout.write(`${describe(report)}\n`);
    return problems === 0 ? 0 : 1;
  } catch (error) {
    progress.end();
    stderr.write(`The load stopped: ${(error as Error).message}\nWhat was loaded stays; run it again to continue.\n`);
    return 1;
  } finally {
    await pool.end();
  }
}

/** Copies a data folder into a database; with `prune`, deletes the articles that the folder does not have. */
async function loadFolder(
  pool: pg.Pool,
  folder: string,
  prune: boolean,
  options: ImportOptions,
  onTotal: (articles: number) => void,
): Promise<LoadReport> {
  const archive = folderArchive(folder, options.onProblem ?? (() => {}));
  const changed = archive.registry === null ? null : await applyRegistry(pool, archive.registry, options);
  const tombstones = await importTombstones(pool, archive.tombstones);
  // Before the articles: a text that one of them replaces has its times from the folder.
  const revisions = await importRevisions(pool, archive.revisions, options.onProblem ?? (() => {}));
  onTotal(archive.slugs.length);
  const coming = new Set(archive.slugs);
  const strays = new Strays(archive.registry ?? { speakers: [] });
  const report = await importArticles(pool, archive.articles, { ...options, coming, onRead: (article) => strays.note(article) });
  const deleted = prune ? { deleted: await pruneArticles(pool, coming) } : {};
  const edited = listArticleFiles(folder).edited.filter((slug) => !coming.has(slug) && !archive.withdrawn.includes(slug));
  for (const problem of await strays.problems(pool, edited)) options.onProblem?.(problem);
  return { ...report, ...deleted, tombstones, revisions, ...(changed === null ? {} : { changed }) };
}

/** Applies speakers.json to what is in the database. @returns how many articles it changed; `null` when it was applied before */
async function applyRegistry(pool: pg.Pool, registry: SpeakerRegistry, options: ImportOptions): Promise<number | null> {
  let changed = 0;
  const onProgress = (report: ImportReport) => {
    changed = report.imported;
    options.onProgress?.(report);
  };
  return (await setRegistry(pool, registry, { ...options, onProgress })) ? changed : null;
}

/** What a load did; `changed` are the articles that a new speakers.json changed, `tombstones` those that were withdrawn. */
type LoadReport = ImportReport & { changed?: number; tombstones?: number; revisions?: number };

function describe({ imported, unchanged, refused, withdrawn = 0, deleted, changed, tombstones = 0, revisions = 0 }: LoadReport): string {
  const parts = [`${imported} loaded`, `${unchanged} unchanged`];
  if (refused > 0) parts.push(`${refused} refused`);
  if (revisions > 0) parts.push(`${counted(revisions, "earlier revision")} added`);
  if (tombstones > 0) parts.push(`${tombstones} withdrawn`);
  if (withdrawn > 0) parts.push(`${withdrawn} left out, withdrawn in the database (--restore serves them again)`);
  if (deleted !== undefined) parts.push(`${deleted} deleted`);
  if (changed !== undefined && changed > 0) parts.push(`speakers.json applied: ${counted(changed, "article")} changed`);
  return parts.join(", ");
}
