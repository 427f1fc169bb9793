import type { Statistics } from "../../article/model/statistics.ts";
import { WorkerFailure, Workers } from "../../workers/workers.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { type Asked, type Facets, type FacetsQuery, type StatisticsQuery, StoreUnavailable } from "../store.ts";

/** What is counted in an index. */
export type Count = { of: "statistics"; query: Asked<StatisticsQuery> } | { of: "facets"; query: Asked<FacetsQuery, "of" | "facets"> };
export type Counted<Asks extends Count> = Asks extends { of: "statistics" } ? Statistics : Facets;

/** Counts that run and wait at most: one of a large archive takes some tenths of a second. */
const MAX_COUNTS = 64;

/** The file of an index. @param version another one where the file was replaced */
export interface IndexVersion {
  file: string;
  version: number;
}

/**
 * Counts on a thread that reads the file of the index itself: a count reads a line of every article, and other requests do not wait for
 * it. The thread stays, since to start it takes as long as to count 100,000 articles.
 */
export class Counting {
  readonly #workers = new Workers({ threads: 1, maxTasks: MAX_COUNTS, idle: Number.POSITIVE_INFINITY });

  /**
   * @returns `null` where the thread cannot read the file
   * @throws StoreUnavailable while too many counts wait
   */
  async run<Asks extends Count>(index: IndexVersion, count: Asks): Promise<Counted<Asks> | null> {
    try {
      return (await this.#workers.run(import.meta.url, countInFile, { ...index, count })) as Counted<Asks>;
    } catch (error) {
      if (!(error instanceof WorkerFailure) || error.reason === "not-started") return null;
      const message = error.reason === "busy" ? "Too many counts are waiting." : "The articles cannot be counted at the moment.";
      throw new StoreUnavailable(message, { cause: error });
    }
  }

  close(): Promise<void> {
    return this.#workers.close();
  }
}

/** The index that the thread has open. */
let open: (IndexVersion & { index: ArticleIndex }) | null = null;

/** Counts in the file of an index, in a thread. @throws what reading throws @public named to the threads */
export function countInFile({ file, version, count }: IndexVersion & { count: Count }): Statistics | Facets {
  if (open?.file !== file || open.version !== version) closeIndex();
  try {
    open ??= { file, version, index: ArticleIndex.openReader(file) };
    return countIn(open.index, count);
  } catch (error) {
    closeIndex();
    throw error;
  }
}

/** Counts in an index, in this thread. */
export function countIn<Asks extends Count>(index: ArticleIndex, count: Asks): Counted<Asks>;
export function countIn(index: ArticleIndex, count: Count): Statistics | Facets {
  return count.of === "statistics" ? index.statistics(count.query) : index.facets(count.query);
}

function closeIndex(): void {
  open?.index.close();
  open = null;
}
