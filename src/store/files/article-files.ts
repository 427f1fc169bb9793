import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../article/model/schema.ts";
import { removeUnfinished, writeTogether } from "./atomic-write.ts";
import { ARTICLES, editsFile, SOURCES } from "./data-folder.ts";

/** The content of an article's file: keys in the order of the schema, indented by two, a final newline. What is not known is left out of `modifiedAt`. */
export function articleFile({ modifiedAt, ...article }: Article): string {
  return `${JSON.stringify(modifiedAt === null ? article : { ...article, modifiedAt }, null, 2)}\n`;
}

/**
 * Writes an article and the raw file it was made of, all or nothing.
 *
 * @param renamedFrom the slug the article had until now, when it has another one: its files go, and an editor's corrections
 *   move along
 * @throws the error of the file system
 */
export async function writeArticle(folder: string, article: Article, raw: Uint8Array, renamedFrom: string | null): Promise<void> {
  const files = [
    { path: `${SOURCES}/${article.slug}.txt`, content: raw },
    { path: `${ARTICLES}/${article.slug}.json`, content: articleFile(article) },
  ];
  if (renamedFrom === null) return writeTogether(folder, files);
  const replaced = [`${SOURCES}/${renamedFrom}.txt`, `${ARTICLES}/${renamedFrom}.json`, editsFile(renamedFrom)];
  return writeTogether(folder, [...renamedEdits(folder, renamedFrom, article.slug), ...files], replaced);
}

/** Removes what was left behind by imports that were ended while they wrote an article. */
export function removeUnfinishedFiles(folder: string): void {
  for (const part of [ARTICLES, SOURCES]) removeUnfinished(join(folder, part));
}

/** Whether the corrections that an article had under a slug before are still there beside the very ones it has now. */
export function areEditsLeft(folder: string, from: string, to: string): boolean {
  const [left, moved] = [from, to].map((slug) => join(folder, editsFile(slug))) as [string, string];
  return existsSync(left) && existsSync(moved) && movedEdits(left, from, to) === readFileSync(moved, "utf8");
}

/** The editor's corrections of an article that gets another slug. */
function renamedEdits(folder: string, from: string, to: string): { path: string; content: string }[] {
  const path = join(folder, editsFile(from));
  // They go first: where the article is there under its new slug already, so are they.
  if (!existsSync(path) || existsSync(join(folder, `${ARTICLES}/${to}.json`))) return [];
  return [{ path: editsFile(to), content: movedEdits(path, from, to) }];
}

/** Corrections as they are under another slug: ids of speakers that an article alone has begin with it. */
function movedEdits(path: string, from: string, to: string): string {
  return readFileSync(path, "utf8").replaceAll(`"${from}~`, `"${to}~`);
}
