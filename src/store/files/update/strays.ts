import type { ArticleIndex } from "../../index/article-index.ts";
import type { StoreProblem } from "../../store.ts";
import { ARTICLES, editsFile, lacksArticles, SPEAKERS } from "../data-folder.ts";
import { strayEdits } from "../stray-edits.ts";
import type { FolderListing } from "./folder-unit.ts";

// What editors' files are about and nothing has: a mistyped id or slug is without effect, and nobody would know.

/** Corrections without an article, and speakers whom corrections name and no article has. */
export function straysOf(index: ArticleIndex, { articles, edited }: FolderListing): StoreProblem[] {
  const known = new Set(articles);
  const without = edited.filter((slug) => !known.has(slug));
  const edits = strayEdits(without, (slug) => {
    const found = index.article(slug);
    return found.state === "moved" ? found.to : null;
  });
  return [...edits, ...index.strayIntroductions().map(({ slug, fault }) => ({ where: editsFile(slug), ...fault, isStray: true as const }))];
}

/** What the registry of speakers names and no article has. */
export function strayReferences(index: ArticleIndex): StoreProblem[] {
  return index.unknownReferences().map((fault) => ({ where: SPEAKERS, ...fault, isStray: true }));
}

/** A folder without articles is told of, unless it is empty: that is one made for a first import. */
export function folderProblems(folder: string): StoreProblem[] {
  const cure = "Check DATA_DIR, or put the folder back; it is served as soon as it is there.";
  const message = `holds other files but no folder ${ARTICLES}/`;
  return lacksArticles(folder) ? [{ where: ".", path: null, message, cure }] : [];
}
