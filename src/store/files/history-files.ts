import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FormerRevision, joinedRevisions, Tombstone } from "../../article/model/history.ts";
import type { StoreProblem } from "../store.ts";
import { type Loaded, readJson } from "./data-folder.ts";

/** Where a data folder keeps earlier revisions, tombstones, and what is not to be served; paths are relative to it. */
export const REVISIONS = "revisions";
export const WITHDRAWN = "withdrawn";
export const PRIVATE = "private";

export function revisionFile(slug: string, revision: string): string {
  return `${REVISIONS}/${slug}/${revision}.json`;
}

export function tombstoneFile(slug: string): string {
  return `${WITHDRAWN}/${slug}.json`;
}

/** The tombstone of a withdrawn article; `null` when there is none. */
export function loadTombstone(folder: string, slug: string): Loaded<Tombstone> | null {
  return readJson(folder, tombstoneFile(slug), Tombstone);
}

/** The slugs of all tombstones, in order. */
export function listWithdrawn(folder: string): string[] {
  return namesIn(join(folder, WITHDRAWN));
}

/**
 * Earlier revisions of an article, the one served last first; files that are not sound are passed over.
 * @param names the article's slug and its aliases: a renamed article's revisions stay under the slug they had
 */
export function loadRevisions(folder: string, names: string[], onProblem: (problem: StoreProblem) => void = () => {}): FormerRevision[] {
  const kept = names.flatMap((name) =>
    listRevisions(folder, name).flatMap((revision) => {
      const loaded = readJson(folder, revisionFile(name, revision), FormerRevision);
      for (const problem of loaded?.problems ?? []) onProblem(problem);
      return loaded?.value ?? [];
    }),
  );
  return joinedRevisions(kept);
}

/** The revisions that are kept under a slug. */
export function listRevisions(folder: string, slug: string): string[] {
  return namesIn(join(folder, REVISIONS, slug));
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("."));
  return files.map((name) => name.slice(0, -".json".length)).sort();
}
