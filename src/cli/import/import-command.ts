import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Article, Slug } from "../../article/model/schema.ts";
import { NOTES, type NoteCode } from "../../extraction/reading/notes.ts";
import { toMoment } from "../../extraction/reading/parts/dates/moment.ts";
import { makeFolder } from "../../store/files/make-folder.ts";
import { Progress } from "../progress.ts";
import { refuse, type Terminal } from "../terminal.ts";
import { type ImportCounts, type ImportOptions, type ImportOutcome, importFiles } from "./import-files.ts";

export const IMPORT_HELP = `Usage: verbatim import PATH... [options]

Turns raw files into articles in a data folder. PATH is a text, Markdown or HTML file, a folder of them, or an NDJSON
file (.ndjson, .jsonl) with one object per line:
  { "text" | "markdown" | "html", "title"?, "url"?, "publishedAt"?, "updatedAt"?, "language"?,
    "publisher"?, "slug"? }

Importing the same file again changes nothing. A new version of an article keeps its slug, its import date and the ids of
its quotes. A file is a new version when it has the bytes, the address or the --slug of an article that is there. When
no article has the --slug (or the "slug" of a row), the article with the same bytes or address is renamed: its old
address redirects; quote ids and editors' corrections stay.

Options:
  --data DIR         data folder (default: DATA_DIR, else data)
  --dry-run          print what would be done, write nothing
  --language TAG     language of the articles, such as en
  --published DATE   when the article was published: 2020-03-06 or 2020-03-06T09:30:00Z
  --source-url URL   where it was published
  --publisher NAME   the outlet that published it
  --slug SLUG        slug of the article (one file only)
  --help             print this text

Exit code: 0 when all was imported, 1 when a source failed, 2 for a wrong command line.
`;

/** More sources than this are summed up instead of listed one by one. */
const MAX_LISTED = 25;

/**
 * `verbatim import`: reads its arguments, imports, reports.
 *
 * @param dataDir the folder when `--data` is not given.
 * @returns the exit code.
 */
export async function importCommand(args: string[], dataDir: string, { stdout, stderr }: Terminal, now: Date): Promise<number> {
  const read = readArguments(args, dataDir, now);
  if ("help" in read) {
    stdout.write(IMPORT_HELP);
    return 0;
  }
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
  const counts = await importFiles(read.paths, { ...read.options, onOutcome: (outcome, done) => report.add(outcome, done) });
  report.end(counts);
  if (Object.values(counts).every((count) => count === 0)) {
    stderr.write(`Nothing to import in ${read.paths.join(", ")}: no .txt, .md, .html or .ndjson file.\n`);
    return 1;
  }
  return counts.failed > 0 ? 1 : 0;
}

type Arguments = { help: true } | { wrong: string } | { paths: string[]; options: Omit<ImportOptions, "onOutcome"> };

function readArguments(args: string[], dataDir: string, now: Date): Arguments {
  const flag = { type: "string" } as const;
  let parsed: ReturnType<typeof parse>;
  const parse = () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: flag,
        language: flag,
        published: flag,
        "source-url": flag,
        publisher: flag,
        slug: flag,
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  try {
    parsed = parse();
  } catch (error) {
    return { wrong: (error as Error).message };
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { help: true };
  if (positionals.length === 0) return { wrong: "Name at least one file or folder to import." };
  if (values.slug !== undefined && positionals.length > 1) return { wrong: "--slug is for one file." };
  if (values.slug !== undefined && !Slug.safeParse(values.slug).success) {
    return { wrong: `--slug ${values.slug}: give lower-case words joined by hyphens.` };
  }
  if (values.language !== undefined && !Article.shape.language.safeParse(values.language).success) {
    return { wrong: `--language ${values.language}: give a BCP 47 tag such as en or pt-BR.` };
  }
  if (values.published !== undefined && toMoment(values.published) === null) {
    return { wrong: `--published ${values.published}: give a day (2020-03-06) or a time with its zone (2020-03-06T09:30:00Z).` };
  }
  if (values["source-url"] !== undefined && !Article.shape.sourceUrl.safeParse(values["source-url"]).success) {
    return { wrong: `--source-url ${values["source-url"]}: give an http or https address.` };
  }
  if (values.publisher !== undefined && !Article.shape.publisher.safeParse(values.publisher).success) {
    return { wrong: "--publisher is blank: give the name of the outlet." };
  }
  return {
    paths: positionals,
    options: {
      dataDir: resolve(values.data ?? dataDir),
      dryRun: values["dry-run"] === true,
      language: values.language,
      publishedAt: values.published,
      sourceUrl: values["source-url"],
      publisher: values.publisher,
      slug: values.slug,
      now,
    },
  };
}

/** What import says: each source while they are few, failures always, then the sums; progress on a terminal. */
class Report {
  readonly #stdout: Terminal["stdout"];
  readonly #progress: Progress;
  readonly #dryRun: boolean;
  readonly #notes = new Map<NoteCode, number>();
  #done = 0;
  #quotes = 0;
  #unattributed = 0;
  #omitted = 0;

  constructor(stdout: Terminal["stdout"], stderr: Terminal["stderr"], dryRun: boolean) {
    this.#stdout = stdout;
    this.#progress = new Progress(stderr);
    this.#dryRun = dryRun;
  }

  add(outcome: ImportOutcome, done: number): void {
    this.#done += 1;
    if (outcome.state === "failed") this.#progress.line(`${outcome.source}: ${outcome.message}`);
    else this.#addArticle(outcome);
    this.#progress.show(this.#done, done, `${this.#done} articles, ${this.#quotes} quotes`);
  }

  #addArticle({ source, state, renamedFrom, article, notes }: Exclude<ImportOutcome, { state: "failed" }>): void {
    const unattributed = article.quotes.filter(({ attribution }) => attribution.speakers.length === 0 && attribution.mention === null);
    this.#quotes += article.quotes.length;
    this.#unattributed += unattributed.length;
    this.#omitted += article.source.omitted.length;
    for (const { code, count } of notes) this.#notes.set(code, (this.#notes.get(code) ?? 0) + count);
    if (this.#done > MAX_LISTED) return;
    this.#progress.end();
    this.#stdout.write(`${this.#dryRun ? "would be " : ""}${state}  ${article.slug}  (${source})\n`);
    if (renamedFrom !== null)
      this.#stdout.write(`  renamed from ${renamedFrom}, which ${this.#dryRun ? "would redirect" : "redirects"} here\n`);
    const [words, quotes, speakers] = [article.wordCount, article.quotes.length, article.speakers.length];
    this.#stdout.write(`  ${counted(words, "word")}, ${counted(quotes, "quote")}, ${counted(speakers, "speaker")}\n`);
    for (const omission of article.source.omitted) this.#stdout.write(`  left out (${omission.reason}): ${excerpt(omission.text)}\n`);
    for (const quote of unattributed) this.#stdout.write(`  no speaker named: ${excerpt(quote.text)}\n`);
    for (const note of notes) this.#stdout.write(`  ${note.message} (${note.count})\n`);
  }

  end(counts: ImportCounts): void {
    this.#progress.end();
    if (this.#done === 0) return;
    const states = Object.entries(counts).filter(([, count]) => count > 0);
    this.#stdout.write(
      `${states.map(([state, count]) => `${count} ${state}`).join(", ")}${this.#dryRun ? " (dry run, nothing written)" : ""}; `,
    );
    this.#stdout.write(
      `${counted(this.#quotes, "quote")}, ${this.#unattributed} of them without a named speaker; ${counted(this.#omitted, "block")} left out\n`,
    );
    if (this.#done > MAX_LISTED) for (const [code, count] of this.#notes) this.#stdout.write(`${NOTES[code]} (${count})\n`);
  }
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 70 ? line : `${line.slice(0, 67).toWellFormed()}...`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
