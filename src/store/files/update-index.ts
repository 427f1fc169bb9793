import { dirname } from "node:path";
import type { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import type { Workers } from "../../workers/workers.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { isDamage } from "../index/faults.ts";
import { removeIndex } from "../index/index-file.ts";
import { IndexConflict } from "../index/writer.ts";
import type { StoreProblem } from "../store.ts";
import { ARTICLES, editsFile, hasArticles, lacksArticles, listArticleFiles, loadRegistry, SPEAKERS, stampOf } from "./data-folder.ts";
import type { FolderChanges } from "./folder-watch.ts";
import { makeFolder } from "./make-folder.ts";
import { type ReadArticle, readArticles } from "./read-articles.ts";
import { strayEdits } from "./stray-edits.ts";
import { updateFailure } from "./update-failure.ts";

/** Up to so many articles are read without a thread: reading them takes less time than starting one. */
const FEW = 16;
/** Articles between two messages about the progress. */
const STEP = 32;

/** An index to bring in line with its data folder. */
export interface IndexUpdate {
  folder: string;
  /** The file of the index, the bytes of one in memory, or `null` for a new one in memory. */
  index: string | Uint8Array | null;
  /** What changed in the folder; `null` for all that changed since the index was written. */
  changes: FolderChanges | null;
  /** Slugs of articles that could not be taken as they were. */
  refused: string[];
}

/** Names the index where problems are told. */
export const INDEX = "index";

/** How far an update is, or the problems of a file; an empty list takes back those before. `standing`: found at every update. */
export type UpdateMessage = { read: number; total: number } | { file: string; problems: StoreProblem[]; standing?: true };

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
      await new Update(known, update, tell).run().finally(() => known.close());
      return null;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    tell({ file: INDEX, problems: [damaged(error as Error)] });
    removeIndex(place);
  }
  await ArticleIndex.make(place, (index) => new Update(index, { ...update, changes: null }, tell).run());
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
    await new Update(index, update, tell).run();
    return index.toBytes();
  } finally {
    index.close();
  }
}

/** One update of one index. */
class Update {
  readonly #index: ArticleIndex;
  readonly #update: IndexUpdate;
  readonly #tell: (message: UpdateMessage) => void;
  #registry: SpeakerRegistry = { speakers: [] };

  constructor(index: ArticleIndex, update: IndexUpdate, tell: (message: UpdateMessage) => void) {
    this.#index = index;
    this.#update = update;
    this.#tell = tell;
  }

  async run(): Promise<void> {
    const { folder } = this.#update;
    const { slugs: listed, edited } = listArticleFiles(folder);
    const served = this.#index.size > 0;
    if (served) this.#demandArticles();
    this.#index.begin();
    try {
      // What is gone first: an article that was renamed takes over ids.
      const slugs = this.#slugsToRead(listed);
      let read = Math.max(0, listed.length - slugs.length);
      for await (const article of readArticles(folder, slugs, this.#registry)) {
        if (read % STEP === 0) this.#tell({ read, total: listed.length });
        this.#put(article);
        read += 1;
      }
      if (served) this.#demandArticles();
      this.#index.commit();
    } catch (error) {
      this.#index.rollback();
      throw error;
    }
    this.#tellOfFolder();
    const known = new Set(listed);
    this.#tellOfStrays(edited.filter((slug) => !known.has(slug)));
  }

  /** Slugs to read: of the articles that are gone first, then of the others. */
  #slugsToRead(listed: string[]): string[] {
    const { folder, changes, refused } = this.#update;
    const newRegistry = this.#readRegistry(changes === null || changes.registry);
    const present = new Set(listed);
    const gone = this.#index.slugs().filter((slug) => !present.has(slug));
    if (newRegistry || changes?.all === true) return [...gone, ...listed];
    if (changes === null) {
      const known = this.#index.stamps();
      return [...gone, ...listed.filter((slug) => !known.has(slug) || known.get(slug) !== stampOf(folder, slug))];
    }
    // A file that was refused may be sound now that another one changed: two articles that claimed one id, say.
    const changed = [...new Set([...changes.slugs, ...refused])].sort();
    return [...changed.filter((slug) => !present.has(slug)), ...changed.filter((slug) => present.has(slug))];
  }

  /**
   * A broken registry leaves the one that the articles of the index were given with.
   * @returns whether the articles have to be given with another one
   */
  #readRegistry(look: boolean): boolean {
    const given = this.#index.registry();
    let registry = given;
    if (look || given === null) {
      const { value, problems } = loadRegistry(this.#update.folder);
      this.#tell({ file: SPEAKERS, problems });
      registry = value ?? given;
    }
    if (registry === null) return false;
    this.#registry = registry;
    if (this.#index.hasRegistry(registry)) return false;
    this.#index.setRegistry(registry);
    return true;
  }

  /** Takes an article in or out; a broken file leaves the version that is served as it is. */
  #put({ slug, stamp, found }: ReadArticle): void {
    const file = `${ARTICLES}/${slug}.json`;
    this.#index.setStamp(slug, null);
    let problems = found?.problems ?? [];
    this.#index.setRegistered(slug, found?.registered ?? []);
    this.#index.setIntroduced(slug, found?.introduced ?? []);
    if (found === null) this.#index.remove(slug);
    else if (found.rows !== null) {
      try {
        this.#index.put(found.rows);
        // What has problems is read at every start, so that they are told.
        if (problems.length === 0) this.#index.setStamp(slug, stamp);
      } catch (error) {
        if (!(error instanceof IndexConflict)) throw error;
        problems = [...problems, { where: file, path: error.path, message: error.message, cure: error.cure }];
      }
    }
    if (problems.length > 0 || this.#update.refused.includes(slug)) this.#tell({ file, problems });
  }

  /** Single files are deleted; a whole folder that is not there is a lost disk, or one that is being replaced. */
  #demandArticles(): void {
    const { folder, changes } = this.#update;
    if (changes !== null && !hasArticles(folder)) throw new Error(`the folder ${ARTICLES}/ is not there`);
  }

  /** A folder without articles is told of, unless it is empty: that is one made for a first import. */
  #tellOfFolder(): void {
    const cure = "Check DATA_DIR, or put the folder back; it is served as soon as it is there.";
    const message = `holds other files but no folder ${ARTICLES}/`;
    this.#tell({ file: ".", problems: lacksArticles(this.#update.folder) ? [{ where: ".", path: null, message, cure }] : [] });
  }

  /**
   * Names what editors' files are about and nothing has: a mistyped id or slug is without effect, and nobody would know.
   * @param edited the slugs of corrections without an article
   */
  #tellOfStrays(edited: string[]): void {
    const edits = strayEdits(edited, (slug) => {
      const found = this.#index.article(slug);
      return found.state === "moved" ? found.to : null;
    });
    const introduced = this.#index.strayIntroductions().map(({ slug, fault }) => ({ where: editsFile(slug), ...fault }));
    this.#tell({ file: `${ARTICLES}/`, problems: [...edits, ...introduced], standing: true });
    const speakers = this.#index.unknownReferences().map((fault) => ({ where: SPEAKERS, ...fault }));
    this.#tell({ file: `${SPEAKERS}#`, problems: speakers, standing: true });
  }
}
