import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Edits } from "../article/corrections/edits.ts";
import type { SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import type { FormerRevision, Tombstone } from "../article/model/history.ts";
import type { Article } from "../article/model/schema.ts";
import { listSlugs, loadEdits, loadMachineArticle, loadRaw, loadRegistry } from "./files/data-folder.ts";
import { listWithdrawn, loadRevisions, loadTombstone, REVISIONS } from "./files/history-files.ts";
import { journalMoments } from "./files/journal/journal-moments.ts";
import type { StoreProblem } from "./store.ts";

/** An article as import made it, what an editor corrected in it, and its raw file. */
export interface ArchivedArticle {
  /** States `modifiedAt` where the archive knows it. */
  article: Article;
  edits: Edits | null;
  /** `null` when it is not kept. */
  raw: Uint8Array | null;
}

/** An earlier revision, and the slug it is kept under: that of its article, or one the article had. */
export interface ArchivedRevision {
  slug: string;
  former: FormerRevision;
}

/** A withdrawn article: what is left of it, and what is held of it until it is purged. */
export interface ArchivedTombstone {
  tombstone: Tombstone;
  held: ArchivedArticle | null;
}

/** All that an archive holds: what a store is filled from, and what an export gives back. */
export interface Archive {
  /** `null` when it cannot be read. */
  registry: SpeakerRegistry | null;
  /** Those that are served. */
  articles: AsyncIterable<ArchivedArticle>;
  /** Of articles that are served, and of withdrawn ones. */
  revisions: AsyncIterable<ArchivedRevision>;
  tombstones: AsyncIterable<ArchivedTombstone>;
}

/**
 * The archive in a data folder; files that are not sound are told to `onProblem` and passed over.
 * @returns with the slugs of the articles that are served and that are withdrawn
 * @throws Error when the folder cannot be read
 */
export function folderArchive(
  folder: string,
  onProblem: (problem: StoreProblem) => void,
): Archive & { slugs: string[]; withdrawn: string[] } {
  const withdrawn = listWithdrawn(folder);
  const gone = new Set(withdrawn);
  const slugs = listSlugs(folder).filter((slug) => !gone.has(slug));
  const registry = loadRegistry(folder);
  for (const problem of registry.problems) onProblem(problem);
  return {
    slugs,
    withdrawn,
    registry: registry.value,
    articles: readArticles(folder, slugs, onProblem),
    revisions: readRevisions(folder, onProblem),
    tombstones: readTombstones(folder, withdrawn, onProblem),
  };
}

async function* readArticles(folder: string, slugs: string[], onProblem: (problem: StoreProblem) => void): AsyncGenerator<ArchivedArticle> {
  const moments = journalMoments(folder, onProblem);
  for (const slug of slugs) {
    const archived = readArchived(folder, slug, onProblem);
    if (archived === null) continue;
    const { article } = archived;
    yield { ...archived, article: { ...article, modifiedAt: moments.get(slug) ?? article.modifiedAt } };
  }
}

async function* readRevisions(folder: string, onProblem: (problem: StoreProblem) => void): AsyncGenerator<ArchivedRevision> {
  for (const slug of namesIn(join(folder, REVISIONS)))
    for (const former of loadRevisions(folder, [slug], onProblem)) yield { slug, former };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

async function* readTombstones(
  folder: string,
  slugs: string[],
  onProblem: (problem: StoreProblem) => void,
): AsyncGenerator<ArchivedTombstone> {
  for (const slug of slugs) {
    const loaded = loadTombstone(folder, slug);
    for (const problem of loaded?.problems ?? []) onProblem(problem);
    if (loaded?.value) yield { tombstone: loaded.value, held: readArchived(folder, slug, onProblem) };
  }
}

/** One article of a data folder; `null` when its files are gone or not sound, which is told to `onProblem`. */
function readArchived(folder: string, slug: string, onProblem: (problem: StoreProblem) => void): ArchivedArticle | null {
  const machine = loadMachineArticle(folder, slug);
  const edits = loadEdits(folder, slug);
  for (const problem of [...(machine?.problems ?? []), ...edits.problems]) onProblem(problem);
  if (machine === null || machine.value === null || edits.problems.length > 0) return null;
  return { article: machine.value, edits: edits.value, raw: loadRaw(folder, slug) };
}
