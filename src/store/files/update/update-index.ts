import { dirname } from "node:path";
import type { Workers } from "../../../workers/workers.ts";
import { ArticleIndex } from "../../index/article-index.ts";
import { isDamage } from "../../index/faults.ts";
import { removeIndex } from "../../index/index-file.ts";
import type { StoreProblem } from "../../store.ts";
import { makeFolder } from "../make-folder.ts";
import { FolderUpdate, type IndexUpdate, type UpdateMessage } from "./folder-update.ts";
import { updateFailure } from "./update-failure.ts";

/** Up to so many articles are read without a thread: reading them takes less time than starting one. */
const FEW = 16;
/** Names the index where problems are told. */
export const INDEX = "index";

/**
 * Updates an index, on a thread unless it is in memory and little is to be read. No reader sees a part of it: a file changes in
 * one transaction, and bytes are a copy.
 *
 * @param articles number of articles in the folder, about
 * @returns the bytes of the new index; `null` for one in a file
 * @throws WorkerFailure or UpdateFailure; the index stays as it was
 */
export async function runUpdate(
  workers: Workers,
  update: IndexUpdate,
  articles: number,
  onMessage: (message: UpdateMessage) => void,
): Promise<Uint8Array | null> {
  const { index, changes } = update;
  const count = changes === null || changes.all || changes.registry ? articles : changes.slugs.size;
  if (typeof index !== "string" && count <= FEW) return updateIndex(update, onMessage);
  const transfer = index instanceof Uint8Array ? [index.buffer as ArrayBuffer] : [];
  return workers.run(import.meta.url, updateIndex, update, { transfer, onMessage });
}

/** Updates an index in this thread; see `runUpdate`. @public named to the threads */
export async function updateIndex(update: IndexUpdate, tell: (message: UpdateMessage) => void): Promise<Uint8Array | null> {
  try {
    const { index } = update;
    return typeof index === "string" ? await updateFile(index, update, tell) : await updateBytes(index, update, tell);
  } catch (error) {
    throw updateFailure(error, update);
  }
}

/** Updates an index in a file, or makes it anew where there is none, or a damaged one. */
async function updateFile(place: string, update: IndexUpdate, tell: (message: UpdateMessage) => void): Promise<null> {
  makeFolder(dirname(place));
  try {
    const known = ArticleIndex.open(place);
    if (known !== null) {
      await new FolderUpdate(known, update, tell).run().finally(() => known.close());
      return null;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    tell({ file: INDEX, problems: [damaged(error as Error)] });
    removeIndex(place);
  }
  await ArticleIndex.make(place, (index) => new FolderUpdate(index, { ...update, changes: null }, tell).run());
  return null;
}

/** What is said of an index that is damaged. */
export function damaged({ message }: Error): StoreProblem {
  const cure = "It is made anew from the data folder. Check the disk of CACHE_DIR if this happens again.";
  return { where: INDEX, path: null, message: `is damaged (${message})`, cure };
}

async function updateBytes(place: Uint8Array | null, update: IndexUpdate, tell: (message: UpdateMessage) => void): Promise<Uint8Array> {
  const index = place === null ? new ArticleIndex() : ArticleIndex.fromBytes(place);
  try {
    await new FolderUpdate(index, update, tell).run();
    return index.toBytes();
  } finally {
    index.close();
  }
}
