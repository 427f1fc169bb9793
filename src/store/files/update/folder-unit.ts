import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FormerRevision, type Tombstone } from "../../../article/model/history.ts";
import { findFaults } from "../../../article/rules/check-article.ts";
import { type IndexedFormer, indexedFormer } from "../../index/history/former.ts";
import type { StoreProblem } from "../../store.ts";
import { listArticleFiles, readJson, stampOf, stampOfFiles } from "../data-folder.ts";
import { listRevisions, listWithdrawn, loadTombstone, REVISIONS, revisionFile, tombstoneFile } from "../history-files.ts";

/** What a data folder has, by slugs. */
export interface FolderListing {
  articles: string[];
  /** Slugs that corrections are for. */
  edited: string[];
  withdrawn: ReadonlySet<string>;
  /** Slugs under which earlier revisions stand; of articles that were renamed, old ones. */
  former: ReadonlySet<string>;
}

/** @throws Error for the operator when the folder cannot be read */
export function listFolder(folder: string): FolderListing {
  const { slugs: articles, edited } = listArticleFiles(folder);
  const revisions = join(folder, REVISIONS);
  const entries = existsSync(revisions) ? readdirSync(revisions, { withFileTypes: true }) : [];
  const former = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  return { articles, edited, withdrawn: new Set(listWithdrawn(folder)), former: new Set(former) };
}

/** All that stands in a data folder under one slug, and is read together. */
export interface Unit {
  slug: string;
  isWithdrawn: boolean;
  /** What its earlier revisions looked like when they were read last, as `FormerFiles.stamp` has it; `null` when it has and had none. */
  formerStamp: string | null;
}

/** The unit of a slug. @param formerStamp of earlier revisions that were read; `null` when none were */
export function unitOf(slug: string, { withdrawn, former }: FolderListing, formerStamp: string | null): Unit {
  return { slug, isWithdrawn: withdrawn.has(slug), formerStamp: formerStamp ?? (former.has(slug) ? "" : null) };
}

/** As `stampOf`, of all that the unit has but its earlier revisions. */
export function stampOfUnit(folder: string, { slug, isWithdrawn }: Unit): string | null {
  const stamp = stampOf(folder, slug);
  if (!isWithdrawn || stamp === null) return stamp;
  const notice = stampOfFiles(folder, [tombstoneFile(slug)]);
  return notice === null ? null : `${stamp} ${notice}`;
}

/** The tombstone of a unit; `broken` is one that cannot be read, `null` none. */
export function readTombstone(
  folder: string,
  { slug, isWithdrawn }: Unit,
): { tombstone: Tombstone | "broken" | null; problems: StoreProblem[] } {
  const loaded = isWithdrawn ? loadTombstone(folder, slug) : null;
  if (loaded === null) return { tombstone: null, problems: [] };
  if (loaded.value === null) return { tombstone: "broken", problems: loaded.problems };
  if (loaded.value.slug === slug) return { tombstone: loaded.value, problems: [] };
  const cure = `Name the file ${loaded.value.slug}.json, or correct the slug.`;
  return { tombstone: "broken", problems: [{ where: tombstoneFile(slug), path: "slug", message: `is "${loaded.value.slug}"`, cure }] };
}

/** Earlier revisions as they were read. */
export interface FormerFiles {
  /** Names, sizes and times of change of their files; empty when there are none. */
  stamp: string;
  rows: IndexedFormer[];
  /** Revisions whose files are broken. */
  broken: string[];
  problems: StoreProblem[];
}

/** The earlier revisions that stand under a slug; `null` when they are as they were, or there are none. */
export function readFormer(folder: string, { slug, formerStamp }: Unit): FormerFiles | null {
  if (formerStamp === null) return null;
  const revisions = listRevisions(folder, slug);
  const stamp = formerStampOf(folder, slug, revisions);
  if (stamp !== null && stamp === formerStamp) return null;
  const read: FormerFiles = { stamp: stamp ?? "unsettled", rows: [], broken: [], problems: [] };
  for (const revision of revisions) {
    const { row, problems } = readRevision(folder, slug, revision);
    if (row !== null) read.rows.push(row);
    else if (problems.length > 0) read.broken.push(revision);
    read.problems.push(...problems);
  }
  // What has problems is read at every start, so that they are told.
  if (read.problems.length > 0) read.stamp = "unsound";
  return read;
}

/** Whether earlier revisions are as they were when they were read last. */
export function isFormerUnchanged(folder: string, { slug, formerStamp }: Unit): boolean {
  return formerStamp === null || formerStamp === formerStampOf(folder, slug, listRevisions(folder, slug));
}

function formerStampOf(folder: string, slug: string, revisions: string[]): string | null {
  if (revisions.length === 0) return "";
  const stamp = stampOfFiles(
    folder,
    revisions.map((revision) => revisionFile(slug, revision)),
  );
  return stamp === null ? null : `${revisions.join(" ")} ${stamp}`;
}

function readRevision(folder: string, slug: string, revision: string): { row: IndexedFormer | null; problems: StoreProblem[] } {
  const where = revisionFile(slug, revision);
  const loaded = readJson(folder, where, FormerRevision);
  if (loaded === null) return { row: null, problems: [] };
  if (loaded.value === null) return { row: null, problems: loaded.problems };
  const { value: former } = loaded;
  const faults = findFaults(former.article).map((fault) => ({ ...fault, path: `article.${fault.path}` }));
  for (const [path, other] of [
    ["revision", former.revision],
    ["article.revision", former.article.revision],
  ] as const)
    if (other !== revision)
      faults.push({ path, message: `is "${other}"`, cure: "Give the file, its revision and its article's one name." });
  if (faults.length === 0) return { row: indexedFormer(former), problems: [] };
  return { row: null, problems: faults.map((fault) => ({ where, ...fault })) };
}
