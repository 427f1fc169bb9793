import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../article/model/schema.ts";
import type { DeskChange } from "../desk.ts";
import { removeUnfinished, writeTogether } from "./atomic-write.ts";
import { ARTICLES, articlePath, editsFile, SOURCES, SPEAKERS } from "./data-folder.ts";
import { listRevisions, REVISIONS, revisionFile, tombstoneFile, WITHDRAWN } from "./history-files.ts";

/** The content of an article's file: keys in the order of the schema, indented by two, a final newline. What is not known is left out of `modifiedAt`. */
export function articleFile({ modifiedAt, ...article }: Article): string {
  return `${JSON.stringify(modifiedAt === null ? article : { ...article, modifiedAt }, null, 2)}\n`;
}

/**
 * Writes one change of an archive to its folder, whole or not at all. What is there already, to the byte, is not written again.
 *
 * Of an article first the revision that it replaces appears, which means nothing while its text is still served, then the raw file,
 * and last the article: from then on it is served. Of a renamed one the corrections go first, so that it is never served without
 * them, and what it had under the slug before goes last.
 *
 * @param names of an article whose history is set or deleted: all slugs it had, under which its revisions are
 * @returns slugs of which files were written
 * @throws the error of the file system
 */
export async function writeChange(folder: string, change: DeskChange, names: string[] = []): Promise<string[]> {
  switch (change.of) {
    case "article":
      return writeArticle(folder, change);
    case "edits":
      if (change.edits === null) await writeTogether(folder, [], [editsFile(change.slug)]);
      else await writeTogether(folder, [{ path: editsFile(change.slug), content: fileOf(change.edits) }]);
      return [change.slug];
    case "registry":
      await writeTogether(folder, [{ path: SPEAKERS, content: fileOf(change.registry) }]);
      return [];
    case "withdrawal":
      await writeTogether(folder, [{ path: tombstoneFile(change.tombstone.slug), content: fileOf(change.tombstone) }]);
      return [change.tombstone.slug];
    case "restoration":
      await writeTogether(folder, [], [tombstoneFile(change.slug)]);
      return [change.slug];
    case "purge":
      await writeTogether(folder, [], purged(folder, change.slug, names));
      return [change.slug];
    case "history": {
      const files = change.former.map((one) => ({ path: revisionFile(one.article.slug, one.revision), content: fileOf(one) }));
      const kept = new Set(files.map(({ path }) => path));
      await writeTogether(
        folder,
        files,
        historyOf(folder, names).filter((path) => !kept.has(path)),
      );
      return [change.slug];
    }
    case "removal":
      await writeTogether(folder, [], [...purged(folder, change.slug, names), tombstoneFile(change.slug)]);
      return [change.slug];
  }
}

async function writeArticle(folder: string, change: Extract<DeskChange, { of: "article" }>): Promise<string[]> {
  const { machine, raw, renamedFrom, former } = change;
  const { slug } = machine;
  const renamed = renamedFrom === null ? [] : renamedEdits(folder, renamedFrom, slug);
  const files = [
    ...renamed,
    ...(former === null ? [] : [{ path: revisionFile(former.article.slug, former.revision), content: fileOf(former) }]),
    ...(raw === null ? movedSource(folder, renamedFrom, slug) : [{ path: sourceFile(slug), content: raw }]),
    { path: articlePath(slug), content: articleFile(machine) },
  ].filter(({ path, content }) => !holds(join(folder, path), content));
  const replaced = renamedFrom === null ? [] : [sourceFile(renamedFrom), articlePath(renamedFrom), editsFile(renamedFrom)];
  if (files.length === 0 && replaced.length === 0) return [];
  await writeTogether(folder, files, replaced);
  return renamedFrom === null ? [slug] : [renamedFrom, slug];
}

/** The raw file of an article that gets another slug. */
function movedSource(folder: string, from: string | null, to: string): { path: string; content: Uint8Array }[] {
  const path = from === null ? null : join(folder, sourceFile(from));
  return path !== null && existsSync(path) ? [{ path: sourceFile(to), content: readFileSync(path) }] : [];
}

/** The article goes last: while it is there, the rest can be purged again. */
function purged(folder: string, slug: string, names: string[]): string[] {
  return [...historyOf(folder, names), editsFile(slug), sourceFile(slug), articlePath(slug)];
}

function historyOf(folder: string, names: string[]): string[] {
  return names.flatMap((name) => listRevisions(folder, name).map((revision) => revisionFile(name, revision)));
}

/** The raw file of an article. */
export function sourceFile(slug: string): string {
  return `${SOURCES}/${slug}.txt`;
}

/** The content of a file of JSON. */
export function fileOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Whether a file is there with exactly this content. */
function holds(path: string, content: string | Uint8Array): boolean {
  return existsSync(path) && readFileSync(path).equals(Buffer.from(content as Uint8Array));
}

/** Removes what was left behind by processes that were ended before what they wrote was whole. */
export function removeUnfinishedFiles(folder: string): void {
  for (const part of ["", ARTICLES, SOURCES, REVISIONS, WITHDRAWN]) removeUnfinished(join(folder, part));
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
  if (!existsSync(path) || existsSync(join(folder, articlePath(to)))) return [];
  return [{ path: editsFile(to), content: movedEdits(path, from, to) }];
}

/** Corrections as they are under another slug: ids of speakers that an article alone has begin with it. */
function movedEdits(path: string, from: string, to: string): string {
  return readFileSync(path, "utf8").replaceAll(`"${from}~`, `"${to}~`);
}
