import { servedArticle } from "../article/corrections/apply-corrections.ts";
import { Edits } from "../article/corrections/edits.ts";
import type { Article } from "../article/model/schema.ts";
import { faultsOf } from "../article/rules/check-article.ts";
import type { Desk } from "../store/desk.ts";
import { readRegistry, servedUnder, write } from "./held-article.ts";
import type { WritingOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";

/** What became of an article by its corrections. */
export interface Edited {
  slug: string;
  /** As it is served from now on. */
  article: Article;
  /** The revision that was served until now; `null` when none was. */
  before: string | null;
  state: "updated" | "unchanged";
}

/**
 * Sets an editor's corrections of an article. Each must find what it corrects, and the article must be sound with them.
 *
 * @param edits in the place of those that are there; `null` or none takes them away
 * @throws PublishingRefused `unknown`, `withdrawn`, `broken`, `conflict`; `unsound-edits` with the index of each and the reason
 */
export async function setEdits(desk: Desk, given: string, edits: Edits | null, options: WritingOptions): Promise<Edited> {
  return desk.alone(async (writing) => {
    const { slug, held } = await servedUnder(writing, given);
    await options.onCurrent?.(held);
    const next = edits === null || edits.edits.length === 0 ? null : parsed(edits);
    const { article, faults } = servedArticle(held.machine, next, await readRegistry(writing));
    const [fault] = faults;
    if (article === null || fault !== undefined) {
      const found = faults.map(({ path, message }) => ({ path, message }));
      const message = found.map((one) => `${one.path}: ${one.message}`).join("; ");
      throw new PublishingRefused("unsound-edits", `The corrections do not fit the article: ${message}.`, { slug, faults: found });
    }
    const isSame = JSON.stringify(next) === JSON.stringify(held.edits);
    if (!isSame && options.dryRun !== true) await write(writing, { of: "edits", slug, edits: next }, slug);
    return { slug, article, before: held.served?.revision ?? null, state: isSame ? "unchanged" : "updated" };
  });
}

function parsed(edits: Edits): Edits {
  const { data, error } = Edits.safeParse(edits);
  if (data !== undefined) return data;
  const faults = faultsOf(error).map(({ path, message }) => ({ path, message }));
  const message = faults.map((one) => `${one.path}: ${one.message}`).join("; ");
  throw new PublishingRefused("unsound-edits", `These are not corrections: ${message}.`, { faults });
}
