import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type pg from "pg";
import { folderArchive } from "../store/archive.ts";
import { describeProblem } from "../store/files/data-folder.ts";
import { incomingLines } from "../store/files/incoming.ts";
import { openPool } from "../store/postgres/connection.ts";
import { type ImportOptions, type ImportReport, importArticles, pruneArticles } from "../store/postgres/loading/import-articles.ts";
import { setRegistry } from "../store/postgres/loading/registry.ts";
import { migrate } from "../store/postgres/migrate.ts";
import { linesOf } from "./lines.ts";
import { Progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

export const LOAD_HELP = `Usage: verbatim load [PATH] [options]

Puts articles into the database that DATABASE_URL names. PATH is a data folder (default: DATA_DIR, else data), with its
articles, the editors' corrections and speakers.json; or an NDJSON file (.ndjson, .jsonl) with one article a line, as
"verbatim export --format ndjson" writes it. "verbatim import" makes a data folder of raw files.

What is there already is passed over, so a load that was interrupted is simply run again. Several may run at once, and
the API goes on meanwhile.

Options:
  --prune    of a data folder: delete the articles of the database that the folder does not have
  --help     this text

Exit code: 0 when all is in, 1 when something is not (each fault is a line on stderr), 2 for a wrong command line.
`;

/** `verbatim load`. @param dataDir the folder when no path is given. @returns the exit code */
export async function loadCommand(args: string[], dataDir: string, databaseUrl: string | null, terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  const refuse = (message: string) => {
    stderr.write(`${message}\nRun "verbatim load --help" for what it takes.\n`);
    return 2;
  };
  let parsed: { values: { prune?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { prune: { type: "boolean" } } });
  } catch (error) {
    return refuse((error as Error).message);
  }
  const [path = dataDir, ...rest] = parsed.positionals;
  if (rest.length > 0) return refuse("load takes one path.");
  if (databaseUrl === null) return refuse("DATABASE_URL is not set: there is no database to load into.");
  const prune = parsed.values.prune === true;
  const lines = /\.(?:ndjson|jsonl)$/.test(path);
  if (prune && lines) return refuse("--prune is for data folders.");
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return refuse(`${path} is not there.`);
  const progress = new Progress(stderr);
  let problems = 0;
  let total: number | null = null;
  const options: ImportOptions = {
    onProblem: (problem) => {
      problems += 1;
      progress.line(describeProblem(problem));
    },
    onProgress: (report) => {
      const done = report.imported + report.unchanged + report.refused;
      progress.show(done, total === null ? null : Math.min(1, done / total), describe(report));
    },
  };
  const pool = openPool(databaseUrl, () => {});
  try {
    await migrate(pool);
    const report = lines
      ? await importArticles(pool, incomingLines(path, linesOf(createReadStream(path))), options)
      : await loadFolder(pool, resolve(path), prune, options, (articles) => (total = articles));
    progress.end();
    stdout.write(`${describe(report)}\n`);
    return problems === 0 ? 0 : 1;
  } catch (error) {
    progress.end();
    stderr.write(`The load stopped: ${(error as Error).message}\nWhat was loaded stays; run it again to go on.\n`);
    return 1;
  } finally {
    await pool.end();
  }
}

/** Makes a database hold what a data folder holds. */
async function loadFolder(
  pool: pg.Pool,
  folder: string,
  prune: boolean,
  options: ImportOptions,
  onTotal: (articles: number) => void,
): Promise<ImportReport> {
  const archive = folderArchive(folder, options.onProblem ?? (() => {}));
  if (archive.registry !== null) await setRegistry(pool, archive.registry, options);
  onTotal(archive.slugs.length);
  const coming = new Set(archive.slugs);
  const report = await importArticles(
    pool,
    archive.slugs.map((slug) => ({ folder, slug })),
    { ...options, coming },
  );
  return prune ? { ...report, deleted: await pruneArticles(pool, coming) } : report;
}

function describe({ imported, unchanged, refused, deleted }: ImportReport): string {
  const parts = [`${imported} loaded`, `${unchanged} unchanged`];
  if (refused > 0) parts.push(`${refused} refused`);
  if (deleted !== undefined) parts.push(`${deleted} deleted`);
  return parts.join(", ");
}
