import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Archive, ArchivedArticle } from "../archive.ts";
import { articleFile, fileOf, sourceFile } from "./article-files.ts";
import { ARTICLES, articlePath, editsFile, SPEAKERS } from "./data-folder.ts";
import { revisionFile, tombstoneFile } from "./history-files.ts";
import { makeFolder } from "./make-folder.ts";

/**
 * Writes all of an archive as a data folder: articles as import made them, raw files, corrections, speakers.json, earlier revisions
 * and tombstones. Served, it gives the same answers. What is private (keys, the journal) is not a part of an archive.
 *
 * @param folder a new or empty one
 * @param onArticle told how many articles are written
 * @returns how many articles are served from it
 * @throws the error of the file system
 */
export async function writeArchive(folder: string, archive: Archive, onArticle: (written: number) => void): Promise<number> {
  makeFolder(join(folder, ARTICLES));
  const { registry } = archive;
  if (registry !== null && registry.speakers.length > 0) write(folder, SPEAKERS, fileOf(registry));
  for await (const { slug, former } of archive.revisions) write(folder, revisionFile(slug, former.revision), fileOf(former));
  // The tombstone first: there is no moment at which a withdrawn article would be served.
  for await (const { tombstone, held } of archive.tombstones) {
    write(folder, tombstoneFile(tombstone.slug), fileOf(tombstone));
    if (held !== null) writeArticle(folder, held);
  }
  let written = 0;
  for await (const archived of archive.articles) {
    writeArticle(folder, archived);
    onArticle(++written);
  }
  return written;
}

function writeArticle(folder: string, { article, edits, raw }: ArchivedArticle): void {
  if (raw !== null) write(folder, sourceFile(article.slug), raw);
  if (edits !== null) write(folder, editsFile(article.slug), fileOf(edits));
  write(folder, articlePath(article.slug), articleFile(article));
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
