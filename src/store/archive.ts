import type { Edits } from "../article/corrections/edits.ts";
import type { SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import type { Article } from "../article/model/schema.ts";
import { listSlugs, loadEdits, loadMachineArticle, loadRegistry } from "./files/data-folder.ts";
import type { StoreProblem } from "./store.ts";

/** An article as import made it, and what an editor corrected in it. */
export interface ArchivedArticle {
  article: Article;
  edits: Edits | null;
}

/** All that an archive holds, apart from raw files: what a store is filled from, and what an export gives back. */
export interface Archive {
  /** `null` when it cannot be read. */
  registry: SpeakerRegistry | null;
  articles: AsyncIterable<ArchivedArticle>;
}

/**
 * The archive in a data folder; files that are not sound are told to `onProblem` and passed over.
 * @throws Error when the folder cannot be read
 */
export function folderArchive(folder: string, onProblem: (problem: StoreProblem) => void): Archive & { slugs: string[] } {
  const slugs = listSlugs(folder);
  const registry = loadRegistry(folder);
  for (const problem of registry.problems) onProblem(problem);
  return { slugs, registry: registry.value, articles: readFolder(folder, slugs, onProblem) };
}

async function* readFolder(folder: string, slugs: string[], onProblem: (problem: StoreProblem) => void): AsyncGenerator<ArchivedArticle> {
  for (const slug of slugs) {
    const archived = readArchived(folder, slug, onProblem);
    if (archived !== null) yield archived;
  }
}

/** One article of a data folder; `null` when its files are gone or not sound, which is told to `onProblem`. */
export function readArchived(folder: string, slug: string, onProblem: (problem: StoreProblem) => void): ArchivedArticle | null {
  const machine = loadMachineArticle(folder, slug);
  const edits = loadEdits(folder, slug);
  for (const problem of [...(machine?.problems ?? []), ...edits.problems]) onProblem(problem);
  if (machine === null || machine.value === null || edits.problems.length > 0) return null;
  return { article: machine.value, edits: edits.value };
}
