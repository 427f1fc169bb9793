import type { Tombstone } from "../article/model/history.ts";
import type { Article } from "../article/model/schema.ts";
import type { Note } from "../extraction/reading/notes.ts";
import type { Held, Writing } from "../store/desk.ts";
import { formerOf, write } from "./held-article.ts";
import type { PublishOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";

/** What became of an article. */
export interface Published {
  /** `added`: also one that was withdrawn. */
  state: "added" | "updated" | "unchanged";
  /** As it was made, before corrections. */
  article: Article;
  /** The slug it had until now, when it has another one. */
  renamedFrom: string | null;
  notes: Note[];
  /** The revision that was served until now; `null` when none was. */
  before: string | null;
}

export interface Version {
  /** The very one that is there, when nothing is new. */
  article: Article;
  raw: Uint8Array | null;
  held: Held | null;
  tombstone: Tombstone | null;
  notes: Note[];
}

/**
 * Writes an article's next version, with what was served until now.
 * @throws PublishingRefused `exists`, `conflict`
 */
export async function writeVersion(
  writing: Writing,
  version: Version,
  options: Pick<PublishOptions, "create" | "dryRun" | "now">,
): Promise<Published> {
  const { article, raw, held, tombstone, notes } = version;
  const previous = held?.machine ?? null;
  const renamedFrom = previous !== null && previous.slug !== article.slug ? previous.slug : (held?.renamedFrom ?? null);
  const isThere = previous !== null && previous === article && tombstone === null;
  const state = previous === null || tombstone !== null ? "added" : isThere ? "unchanged" : "updated";
  if (options.create === "only" && state === "updated") throw exists(article.slug);
  if (options.dryRun !== true) {
    const former = await formerOf(writing, held, article, options.now);
    await write(writing, { of: "article", machine: article, raw, renamedFrom, former }, article.slug);
    if (tombstone !== null) await writing.write({ of: "restoration", slug: article.slug });
  }
  return { state, article, renamedFrom, notes, before: tombstone === null ? (held?.served?.revision ?? null) : null };
}

function exists(slug: string): PublishingRefused {
  return new PublishingRefused("exists", `The article "${slug}" is there already, with other words or data.`, { slug });
}
