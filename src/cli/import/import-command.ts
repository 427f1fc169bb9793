import type { Readable } from "node:stream";
import { makeFolder } from "../../store/files/make-folder.ts";
import { refuse, type Terminal } from "../terminal.ts";
import { readArguments } from "./arguments.ts";
import { importFiles } from "./import-files.ts";
import { Report } from "./report.ts";

/**
 * `verbatim import`: reads its arguments, imports, reports.
 *
 * @param dataDir the folder when `--data` is not given.
 * @param databaseUrl the database that is served instead of a folder, if there is one: the report says how to load it.
 * @returns the exit code.
 */
export async function importCommand(
  args: string[],
  dataDir: string,
  { stdin, stdout, stderr }: Terminal & { stdin?: Readable },
  now: Date,
  databaseUrl: string | null = null,
): Promise<number> {
  const read = readArguments(args, dataDir, now);
  if ("wrong" in read) return refuse("import", read.wrong, { stderr });
  if (!read.options.dryRun) {
    try {
      makeFolder(read.options.dataDir);
    } catch (error) {
      stderr.write(`${(error as Error).message}\n`);
      return 1;
    }
  }
  const report = new Report(stdout, stderr, read.options.dryRun);
  const counts = await importFiles(read.paths, {
    ...read.options,
    stdin,
    onPassedOver: (path) => report.passOver(path),
    onItemPassedOver: (what) => report.passOverItem(what),
    onOutcome: (outcome, done) => report.add(outcome, done),
  });
  report.end(counts);
  if (databaseUrl !== null && !read.options.dryRun && counts.added + counts.updated > 0) {
    stdout.write(`The server serves the database of DATABASE_URL, not this folder: load it with "verbatim load ${read.options.dataDir}"\n`);
  }
  if (Object.values(counts).every((count) => count === 0)) {
    stderr.write(`Nothing to import in ${read.paths.join(", ")}: no text, Markdown, HTML, NDJSON or export.\n`);
    return 1;
  }
  return counts.failed > 0 ? 1 : 0;
}
