import type { StoreProblem } from "../store.ts";
import { editsFile } from "./data-folder.ts";

/**
 * What is said of files of corrections without an article beside them.
 * @param slugs that they are named for
 * @param presentSlug the slug that an article has now; `null` when there is none
 */
export function strayEdits(slugs: string[], presentSlug: (slug: string) => string | null): StoreProblem[] {
  return slugs.map((slug) => {
    const moved = presentSlug(slug);
    const cure = moved === null ? "Correct the name of the file, or delete it." : `Name the file ${editsFile(moved)}.`;
    const message = moved === null ? `there is no article "${slug}"` : `the article "${slug}" is now "${moved}"`;
    return { where: editsFile(slug), path: null, message, cure };
  });
}
