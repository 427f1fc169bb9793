import { once } from "node:events";
import { createWriteStream, existsSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { servedArticle } from "../article/corrections/apply-corrections.ts";
import type { Article } from "../article/model/schema.ts";
import { textOf } from "../article/model/text.ts";
import { articleMarkdown } from "../representations/markdown.ts";
import { type Archive, folderArchive } from "../store/archive.ts";
import { writeArchive } from "../store/files/archive-folder.ts";
import { describeProblem, editsFile, SPEAKERS } from "../store/files/data-folder.ts";
import { makeFolder } from "../store/files/make-folder.ts";
import { openPool } from "../store/postgres/connection.ts";
import { databaseArchive } from "../store/postgres/database-archive.ts";
import { reachDatabase } from "../store/postgres/reach.ts";
import type { StoreProblem } from "../store/store.ts";
import { Progress } from "./progress.ts";
import { refuse, type Terminal } from "./terminal.ts";

export const EXPORT_HELP = `Usage: verbatim export --format FORMAT [--output PATH]

Writes all articles of the database that DATABASE_URL names; without it, those of the data folder (DATA_DIR, else data).

Formats:
  json       a data folder, to keep as a backup: the articles as they were imported, their raw files, the editors'
             corrections, speakers.json, earlier revisions and notices of withdrawals. Loaded or served, it gives the
             same API, byte for byte. Keys and whatever else is in private/ is not in it.
  ndjson     one article per line as the API serves it, with corrections, to a file or stdout
  text       one .txt file per article: exactly its text
  markdown   one .md file per article

Options:
  --format FORMAT   json, ndjson, text or markdown
  --output PATH     a new or empty folder; for ndjson a file (default: stdout)
  --data DIR        the data folder, also where there is a database (default: DATA_DIR, else data)
  --help            print this text

Exit code: 0 when all articles are written, 1 when one is not (each problem is a line on stderr), 2 for a wrong command line.
`;

export const EXPORT_OPTIONS = {
  format: { type: "string" },
  output: { type: "string" },
  data: { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

/** The formats with one file per article. */
const RENDERINGS: Record<string, { extension: string; render: (article: Article) => string }> = {
  text: { extension: "txt", render: textOf },
  markdown: { extension: "md", render: articleMarkdown },
};

/** `verbatim export`. @param dataDir the data folder when there is no database, and none is named. @param databaseWait milliseconds it may take to answer. @returns the exit code. @throws what parseArgs throws */
export async function exportCommand(
  args: string[],
  dataDir: string,
  configuredUrl: string | null,
  terminal: Terminal & { stdout: Writable },
  databaseWait = 0,
): Promise<number> {
  const { stdout, stderr } = terminal;
  const { format, output, data } = parseArgs({ args, options: EXPORT_OPTIONS }).values;
  const databaseUrl = data === undefined ? configuredUrl : null;
  const wrong = explainWrong(format, output);
  if (format === undefined || wrong !== null) return refuse("export", wrong ?? "", terminal);
  const progress = new Progress(stderr);
  let problems = 0;
  const onProblem = (problem: StoreProblem) => {
    problems += 1;
    progress.line(describeProblem(problem));
  };
  if (databaseUrl !== null) await reachDatabase(databaseUrl, databaseWait);
  const pool = databaseUrl === null ? null : openPool(databaseUrl, () => {});
  try {
    const archive = pool === null ? folderArchive(resolve(data ?? dataDir), onProblem) : await databaseArchive(pool, onProblem);
    const written = await (format === "json"
      ? writeArchive(resolve(output ?? "."), archive, (written) => progress.show(written, null, `${written} articles`))
      : format === "ndjson"
        ? writeLines(archive, output === undefined ? stdout : createWriteStream(output), onProblem, progress)
        : writeRendered(archive, resolve(output ?? "."), RENDERINGS[format] as (typeof RENDERINGS)[string], onProblem, progress));
    progress.end();
    stderr.write(`${written} articles exported\n`);
    return problems === 0 ? 0 : 1;
  } finally {
    await pool?.end();
  }
}

/** What is wrong with the options; `null` when nothing is. */
function explainWrong(format: string | undefined, output: string | undefined): string | null {
  if (format === undefined)
    return "--format is missing. Use json, ndjson, text or markdown. Behind npm run, write -- before the command: npm keeps options for itself.";
  if (format === "ndjson") return null;
  if (format !== "json" && !Object.hasOwn(RENDERINGS, format)) return `Unknown format "${format}". Use json, ndjson, text or markdown.`;
  if (output === undefined) return `--format ${format} needs --output, a folder.`;
  if (existsSync(output) && readdirSync(output).length > 0) return `${output} is not empty: give a new folder.`;
  return null;
}

async function writeLines(
  archive: Archive,
  output: Writable,
  onProblem: (problem: StoreProblem) => void,
  progress: Progress,
): Promise<number> {
  let written = 0;
  for await (const article of servedArticles(archive, onProblem)) {
    if (!output.write(`${JSON.stringify(article)}\n`)) await once(output, "drain");
    progress.show(++written, null, `${written} articles`);
  }
  if (output !== process.stdout) {
    output.end();
    await finished(output);
  }
  return written;
}

async function writeRendered(
  archive: Archive,
  folder: string,
  { extension, render }: (typeof RENDERINGS)[string],
  onProblem: (problem: StoreProblem) => void,
  progress: Progress,
): Promise<number> {
  let written = 0;
  for await (const article of servedArticles(archive, onProblem)) {
    const file = join(folder, `${article.slug}.${extension}`);
    if (written === 0) makeFolder(dirname(file));
    writeFileSync(file, render(article));
    progress.show(++written, null, `${written} articles`);
  }
  return written;
}

/** The articles of an archive as they are served. */
async function* servedArticles({ registry, articles }: Archive, onProblem: (problem: StoreProblem) => void): AsyncGenerator<Article> {
  for await (const { article, edits } of articles) {
    const served = servedArticle(article, edits, registry ?? { speakers: [] });
    const where = served.in === "edits" ? editsFile(article.slug) : SPEAKERS;
    for (const fault of served.faults) onProblem({ where, ...fault });
    if (served.article !== null) yield served.article;
  }
}
