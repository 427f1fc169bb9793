import { servedArticle } from "../article/corrections/apply-corrections.ts";
import { Edits, type UnmatchedEdit } from "../article/corrections/edits.ts";
import type { SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import type { Article } from "../article/model/schema.ts";
import { faultsOf } from "../article/rules/check-article.ts";
import type { Desk, Held } from "../store/desk.ts";
import { readRegistry, servedUnder, write } from "./held-article.ts";
import type { WritingOptions } from "./options.ts";
import { PublishingRefused } from "./refusal.ts";

/** An article's corrections, as they are kept. */
export interface KeptEdits {
  slug: string;
  edits: Edits;
  /** Those that no longer fit the article; it is served without them. */
  unmatched: UnmatchedEdit[];
}

/** What became of an article by its corrections. */
export interface Edited extends KeptEdits {
  /** As it is served from now on. */
  article: Article;
  /** The revision that was served until now; `null` when none was. */
  before: string | null;
  state: "updated" | "unchanged";
}

/** The corrections of an article. @throws PublishingRefused `unknown`, `withdrawn`, `broken` */
export async function readEdits(desk: Desk, given: string): Promise<KeptEdits> {
  return desk.alone(async (writing) => {
    const { slug, held } = await servedUnder(writing, given);
    return { slug, ...keptOf(held, await readRegistry(writing)) };
  });
}

/**
 * Sets an editor's corrections of an article. Each must find what it corrects, and the article must be sound with them; but one
 * that was there before and no longer fits the text may stay, so that it does not stand in the way of the others.
 *
 * @param edits in the place of those that are there; `null` or none takes them away
 * @throws PublishingRefused `unknown`, `withdrawn`, `broken`, `conflict`; `unsound-edits` with the index of each and the reason
 */
export async function setEdits(desk: Desk, given: string, edits: Edits | null, options: WritingOptions<KeptEdits>): Promise<Edited> {
  return desk.alone(async (writing) => {
    const { slug, held } = await servedUnder(writing, given);
    const registry = await readRegistry(writing);
    const kept = keptOf(held, registry);
    await options.onCurrent?.({ slug, ...kept });
    const next = edits === null || edits.edits.length === 0 ? null : parsed(edits);
    const { article, faults, unmatched } = servedArticle(held.machine, next, registry);
    const stale = new Set(kept.unmatched.map(({ index }) => JSON.stringify(kept.edits.edits[index])));
    const wrong = article === null ? faults : faults.filter((_, at) => !stale.has(JSON.stringify(next?.edits[unmatched[at]?.index ?? -1])));
    if (article === null || wrong.length > 0) {
      const found = wrong.map(({ path, message }) => ({ path, message }));
      const message = found.map((one) => `${one.path}: ${one.message}`).join("; ");
      throw new PublishingRefused("unsound-edits", `The corrections do not fit the article: ${message}.`, { slug, faults: found });
    }
    const isSame = JSON.stringify(next) === JSON.stringify(held.edits);
    if (!isSame && options.dryRun !== true) await write(writing, { of: "edits", slug, edits: next }, slug);
    const state = isSame ? "unchanged" : "updated";
    return { slug, edits: next ?? NONE, unmatched, article, before: held.served?.revision ?? null, state };
  });
}

const NONE: Edits = { edits: [] };

function keptOf({ machine, edits }: Held, registry: SpeakerRegistry): Pick<KeptEdits, "edits" | "unmatched"> {
  return { edits: edits ?? NONE, unmatched: servedArticle(machine, edits, registry).unmatched };
}

function parsed(edits: Edits): Edits {
  const { data, error } = Edits.safeParse(edits);
  if (data !== undefined) return data;
  const faults = faultsOf(error).map(({ path, message }) => ({ path, message }));
  const message = faults.map((one) => `${one.path}: ${one.message}`).join("; ");
  throw new PublishingRefused("unsound-edits", `These are not corrections: ${message}.`, { faults });
}
