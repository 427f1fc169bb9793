import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Article } from "../article/model/schema.ts";
import { CodePointText } from "../article/model/text.ts";
import { counted } from "../article/words/counted.ts";
import { decode } from "../extraction/reading/decode.ts";
import { declaredCharset } from "../extraction/reading/encoding.ts";
import { describeProblem, listSlugs, loadMachineArticle, SOURCES } from "../store/files/data-folder.ts";
import { strayRevisions } from "../store/files/desk/stray-revisions.ts";
import { FilesStore } from "../store/files/files-store.ts";
import { endUnfinished } from "../store/files/folder-desk.ts";
import type { StoreProblem } from "../store/store.ts";
import { printable, refuse, type Terminal } from "./terminal.ts";

export const CHECK_HELP = `Usage: verbatim check [DIR]     (or, as for import: --data DIR)

Validates a data folder (default: DATA_DIR, else data): the articles, their earlier revisions, the notices of withdrawn ones,
the editors' corrections and speakers.json. Two articles must not have the same id, corrections and revisions must be of an
article that is there, and each article must match the raw file it was imported from. A folder without sources/ has no raw
files to compare. A change that was cut short is ended first.

Exit code: 0 when the folder is valid, 1 when it is not (each problem is a line on stderr), 2 for a wrong command line.
`;

export const CHECK_OPTIONS = { data: { type: "string" } } as const satisfies ParseArgsOptionsConfig;

/** `verbatim check`. @returns the exit code. @throws what parseArgs throws */
export async function checkCommand(args: string[], dataDir: string, terminal: Terminal): Promise<number> {
  const wrong = `check takes one folder, not "${args.join(" ")}".`;
  if (args.some((arg) => arg.startsWith("-") && !/^--data(?:=|$)/.test(arg))) return refuse("check", wrong, terminal);
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: CHECK_OPTIONS });
  const [folder = dataDir, ...rest] = values.data === undefined ? positionals : [values.data, ...positionals];
  if (rest.length > 0) return refuse("check", wrong, terminal);
  const { articles, problems, compared } = await checkFolder(resolve(folder));
  for (const problem of problems) terminal.stderr.write(`${printable(describeProblem(problem))}\n`);
  const left = compared ? "" : ` (there is no folder ${SOURCES}/: not compared with the raw files)`;
  terminal.stdout.write(`${counted(articles, "article")}, ${counted(problems.length, "problem")}${left}\n`);
  return problems.length === 0 ? 0 : 1;
}

/**
 * Reads a data folder and lists what is wrong in it.
 * @throws Error when the folder cannot be read
 */
async function checkFolder(folder: string): Promise<{ articles: number; problems: StoreProblem[]; compared: boolean }> {
  const problems: StoreProblem[] = [];
  await endUnfinished(folder);
  const store = await FilesStore.open({ folder, watch: false, onProblem: (problem) => problems.push(problem) });
  const { articles } = await store.health();
  await store.close();
  const compared = articles === 0 || existsSync(join(folder, SOURCES));
  for (const slug of compared ? listSlugs(folder) : []) {
    const article = loadMachineArticle(folder, slug)?.value;
    if (article !== null && article !== undefined) problems.push(...checkSource(folder, article));
  }
  problems.push(...strayRevisions(folder));
  return { articles, problems, compared };
}

function checkSource(folder: string, { slug, source }: Article): StoreProblem[] {
  const where = `articles/${slug}.json`;
  const file = `${SOURCES}/${slug}.txt`;
  const path = join(folder, file);
  const cure = "Put the raw file back, or import it again.";
  if (!existsSync(path)) return [{ where, path: "source", message: `its raw file ${file} is missing`, cure }];
  const raw = readFileSync(path);
  if (raw.length !== source.bytes || createHash("sha256").update(raw).digest("hex") !== source.sha256) {
    return [{ where, path: "source.sha256", message: `${file} has changed since it was imported`, cure }];
  }
  const text = new CodePointText(decode(raw, declaredCharset(raw)).text);
  return source.omitted.flatMap((omission, index) => {
    const found = text.slice(omission.start, omission.end);
    if (found === omission.text) return [];
    const message = `${file} has other words at ${omission.start}-${omission.end}`;
    return [{ where, path: `source.omitted[${index}]`, message, cure: "Import the raw file again." }];
  });
}
