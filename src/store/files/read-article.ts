import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { type ArticleRows, rowsOf } from "../rows.ts";
import type { StoreProblem } from "../store.ts";
import { loadArticle, stampOf } from "./data-folder.ts";

/** An article's files as they were found. */
export interface ReadArticle {
  slug: string;
  /** See `stampOf`; taken before the files were read. */
  stamp: string | null;
  /** `null` when the article's file is gone. */
  found: { rows: ArticleRows | null; problems: StoreProblem[] } | null;
}

/** Reads the article of a slug as it is to be served, and derives what the index holds of it. */
export function readArticle(folder: string, slug: string, registry: SpeakerRegistry): ReadArticle {
  const stamp = stampOf(folder, slug);
  const loaded = loadArticle(folder, slug, registry);
  if (loaded === null) return { slug, stamp, found: null };
  return { slug, stamp, found: { rows: loaded.value === null ? null : rowsOf(loaded.value), problems: loaded.problems } };
}
