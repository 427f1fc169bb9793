import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type Served, servedArticle } from "../../article/corrections/apply-corrections.ts";
import { Edits } from "../../article/corrections/edits.ts";
import { schemaPath } from "../../article/corrections/schema-reference.ts";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { type Article, Source } from "../../article/model/schema.ts";
import { type Fault, faultsOf, parseArticle } from "../../article/rules/check-article.ts";
import { sentence } from "../../article/words/sentence.ts";
import type { StoreProblem } from "../store.ts";

/** Where a data folder keeps what; all paths are relative to it. */
export const ARTICLES = "articles";
export const SOURCES = "sources";
export const SPEAKERS = "speakers.json";

const EDITS = ".edits.json";

/** The slug a file in `articles/` belongs to (its article or its edits), or `null` when it is neither: a hidden file is one that is being written, say. */
export function slugOfFile(name: string): string | null {
  if (name.startsWith(".")) return null;
  const ending = [EDITS, ".json"].find((one) => name.endsWith(one));
  return ending === undefined ? null : name.slice(0, -ending.length);
}

/** The slugs of all article files, in the order of their names. @throws Error for the operator when the folder cannot be read */
export function listSlugs(folder: string): string[] {
  return listArticleFiles(folder).slugs;
}

/** The slugs of all article files and those that an editor's corrections are for, in order. @throws as `listSlugs` */
export function listArticleFiles(folder: string): { slugs: string[]; edited: string[] } {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`there is no data folder ${folder}. Import articles into it, or set DATA_DIR to another.`);
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder. Set DATA_DIR to one.`);
  if (!hasArticles(folder)) return { slugs: [], edited: [] };
  const names = readdirSync(join(folder, ARTICLES));
  const slugsOf = (isEdits: boolean) => names.flatMap((name) => (name.endsWith(EDITS) === isEdits ? (slugOfFile(name) ?? []) : [])).sort();
  return { slugs: slugsOf(false), edited: slugsOf(true) };
}

/** Whether the folder of articles is there. */
export function hasArticles(folder: string): boolean {
  return existsSync(join(folder, ARTICLES));
}

/** What a folder may hold that is no content: hidden files, what a new file system has, and what servers keep for themselves. */
const NO_CONTENT = /^\.|^lost\+found$|^private$/;

/** Whether a folder has no articles but something else: it is another one than was meant, or its disk is not all there. */
export function lacksArticles(folder: string): boolean {
  return !hasArticles(folder) && readdirSync(folder).some((name) => !NO_CONTENT.test(name));
}

/** Milliseconds a file must be old for its time of change to tell it from the next version. */
const SETTLED = 2000;

/**
 * Size and time of change of an article's file and its edits: while they stay the same, so do the files. `null` when a
 * file changed so lately that it could change again without showing, or is gone.
 */
export function stampOf(folder: string, slug: string): string | null {
  return stampOfFiles(folder, [articlePath(slug), editsFile(slug)]);
}

/** As `stampOf`, of any files. */
export function stampOfFiles(folder: string, files: string[]): string | null {
  const parts: string[] = [];
  for (const file of files) {
    const stat = statSync(join(folder, file), { throwIfNoEntry: false });
    if (stat !== undefined && Date.now() - stat.mtimeMs < SETTLED) return null;
    parts.push(stat === undefined ? "-" : `${stat.size}:${stat.mtimeMs}`);
  }
  return parts.join(" ");
}

/** Size and times of a file to the nanosecond, which tell it from every version that another program wrote; "-" when it is gone. */
export function exactStampOf(folder: string, file: string): string {
  const found = statSync(join(folder, file), { throwIfNoEntry: false, bigint: true });
  return found === undefined ? "-" : `${found.size}:${found.mtimeNs}:${found.ctimeNs}`;
}

export type Loaded<T> = { value: T; problems: [] } | { value: null; problems: StoreProblem[] };

/** An article as it is to be served, which may come with problems: edits that no longer fit and were left out. */
export interface LoadedArticle extends Pick<Served, "registered" | "introduced"> {
  value: Article | null;
  problems: StoreProblem[];
}

/** The article of one slug as it is to be served (edits and registry applied); `null` when its file is gone. */
export function loadArticle(folder: string, slug: string, registry: SpeakerRegistry): LoadedArticle | null {
  const broken = (problems: StoreProblem[]) => ({ value: null, problems, registered: [], introduced: [] });
  const machine = loadMachineArticle(folder, slug);
  if (machine === null) return null;
  if (machine.value === null) return broken(machine.problems);
  const edits = loadEdits(folder, slug);
  // What an editor took out must not come back by a slip of the pen: without its corrections an article is not served.
  if (edits.value === null && edits.problems.length > 0) return broken(edits.problems.map(withheld));
  const { article, faults, in: place, ...found } = servedArticle(machine.value, edits.value, registry);
  const file = place === "edits" ? editsFile(slug) : SPEAKERS;
  return { value: article, problems: faults.map((fault) => problem(file, fault)), ...found };
}

function withheld(found: StoreProblem): StoreProblem {
  return { ...found, cure: `${found.cure} Until then the article stays as it was served last, or is not served.` };
}

/** The file of an article. */
export function articlePath(slug: string): string {
  return `${ARTICLES}/${slug}.json`;
}

/** The file of an editor's corrections of one article. */
export function editsFile(slug: string): string {
  return `${ARTICLES}/${slug}${EDITS}`;
}

/** An editor's corrections of one article; `value` is `null` without problems when there are none. */
export function loadEdits(folder: string, slug: string): { value: Edits | null; problems: StoreProblem[] } {
  const none = { value: null, problems: [] };
  // Most articles have none, and an error costs more than a look.
  if (!existsSync(join(folder, editsFile(slug)))) return none;
  return readJson(folder, editsFile(slug), Edits, schemaPath("edits")) ?? none;
}

/** The article file of one slug as import wrote it; `null` when it is gone. */
export function loadMachineArticle(folder: string, slug: string): Loaded<Article> | null {
  const file = articlePath(slug);
  const json = parseFile(folder, file);
  if (json === null || json.problems.length > 0) return json as Loaded<Article> | null;
  const { article, faults } = parseArticle(json.value);
  if (article === null) return { value: null, problems: faults.map((fault) => problem(file, fault)) };
  if (article.slug !== slug) {
    const fault = { path: "slug", message: `is "${article.slug}"`, cure: `Name the file ${article.slug}.json, or correct the slug.` };
    return { value: null, problems: [problem(file, fault)] };
  }
  return { value: article, problems: [] };
}

/** What an article file says of its source, whatever else is in it; `null` when it is gone or cannot be read. */
export function loadSource(folder: string, slug: string): Source | null {
  const value = parseFile(folder, articlePath(slug))?.value as { source?: unknown } | null | undefined;
  return Source.safeParse(value?.source).data ?? null;
}

/** The raw file of an article; `null` when there is none, or none that can be read. */
export function loadRaw(folder: string, slug: string): Uint8Array | null {
  try {
    return readFileSync(join(folder, SOURCES, `${slug}.txt`));
  } catch {
    return null;
  }
}

/** `speakers.json`; empty when there is none. */
export function loadRegistry(folder: string): Loaded<SpeakerRegistry> {
  return readJson(folder, SPEAKERS, SpeakerRegistry, schemaPath("speakers")) ?? { value: { speakers: [] }, problems: [] };
}

/** A file of JSON, checked; `null` when it is gone. @param described where a server has the schema for people, if it has */
export function readJson<T>(folder: string, file: string, schema: z.ZodType<T>, described?: string): Loaded<T> | null {
  const json = parseFile(folder, file);
  if (json === null || json.problems.length > 0) return json as Loaded<T> | null;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: null, problems: faultsOf(parsed.error, described).map((fault) => problem(file, fault)) };
}

/** The text of a file of JSON, without the byte order mark that some editors on Windows put in front. @throws what node:fs throws */
export function readJsonText(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8").replace(/^\ufeff/, "");
}

function parseFile(folder: string, file: string): { value: unknown; problems: StoreProblem[] } | null {
  let content: string;
  try {
    content = readJsonText(folder, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    const fault = {
      path: "",
      message: `cannot be read (${code ?? "unknown error"})`,
      cure: "Check that it is a file and its permissions.",
    };
    return { value: null, problems: [problem(file, fault)] };
  }
  try {
    return { value: JSON.parse(content), problems: [] };
  } catch (error) {
    // What editors write comes from no source.
    const isByHand = file === SPEAKERS || file.endsWith(EDITS);
    const cure = isByHand ? "Correct the file, or put back a copy of it." : "Correct the file, or import its source again.";
    const fault = { path: "", message: `is not JSON: ${(error as Error).message}`, cure };
    return { value: null, problems: [problem(file, fault)] };
  }
}

function problem(where: string, { path, message, cure }: Fault): StoreProblem {
  return { where, path: path === "" ? null : path, message, cure };
}

/** One line for a log or a terminal: `articles/x.json: quotes[0].id: ... Give each quote its own id.` */
export function describeProblem({ where, path, message, cure }: StoreProblem): string {
  return `${where}: ${path === null ? "" : `${path}: `}${sentence(message)} ${cure}`;
}
