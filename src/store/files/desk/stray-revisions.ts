import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { StoreProblem } from "../../store.ts";
import { REVISIONS } from "../history-files.ts";
import { Catalogue } from "./catalogue.ts";

/** Earlier revisions in a data folder that belong to no article, neither under its slug nor under one it had before. */
export function strayRevisions(folder: string): StoreProblem[] {
  const kept = existsSync(join(folder, REVISIONS)) ? readdirSync(join(folder, REVISIONS), { withFileTypes: true }) : [];
  const slugs = kept.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  if (slugs.length === 0) return [];
  const catalogue = new Catalogue(folder, null);
  try {
    catalogue.refresh();
    return slugs.filter((slug) => catalogue.slugNamed(slug) === null).map(stray);
  } finally {
    catalogue.close();
  }
}

function stray(slug: string): StoreProblem {
  const message = `these are earlier revisions of "${slug}", and no article has or had that slug`;
  return { where: `${REVISIONS}/${slug}`, path: null, message, cure: "Put the article back, or delete them." };
}
