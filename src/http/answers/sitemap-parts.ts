import { SITEMAP_KINDS, type SitemapKind } from "../../pages/crawlers/sitemap.ts";
import type { DirectoryEntry, Store } from "../../store/store.ts";

/** Addresses in a part: half of the most that sitemaps.org allows, some megabytes. */
const PART = 25_000;
/** Read from the store at a time. */
const BATCH = 100;

/** Where a part begins. */
interface Part {
  kind: SitemapKind;
  /** The last id before it; `null` for the first part. */
  after: string | null;
}

/**
 * The parts of the sitemap by their names: `articles-1`, `quotes-2`. Where each begins is found by one step along an index for
 * each part, once between two changes of the store.
 */
export class SitemapParts {
  readonly #store: Pick<Store, "directory">;
  readonly #size: number;
  #parts: Promise<Map<string, Part>> | null = null;

  /** @param size addresses in a part */
  constructor(store: Pick<Store, "directory" | "onChange">, size = PART) {
    this.#store = store;
    this.#size = size;
    store.onChange(() => {
      this.#parts = null;
    });
  }

  async names(): Promise<string[]> {
    return [...(await this.#present()).keys()];
  }

  /** The kind of a part and its addresses as they are read; `null` when there is no such part. */
  async part(name: string): Promise<{ kind: SitemapKind; batches: AsyncIterable<DirectoryEntry[]> } | null> {
    const part = (await this.#present()).get(name);
    return part === undefined ? null : { kind: part.kind, batches: this.#batches(part) };
  }

  #present(): Promise<Map<string, Part>> {
    if (this.#parts !== null) return this.#parts;
    const begun = this.#find();
    this.#parts = begun;
    // A store that is away now may be there for the next crawler.
    begun.catch(() => {
      if (this.#parts === begun) this.#parts = null;
    });
    return begun;
  }

  async #find(): Promise<Map<string, Part>> {
    const parts = new Map<string, Part>();
    for (const kind of SITEMAP_KINDS) {
      const [first] = await this.#store.directory({ of: kind, after: null, skip: 0, limit: 1 });
      let after: string | null = null;
      for (let number = 1, next = first; next !== undefined; number += 1) {
        parts.set(`${kind}-${number}`, { kind, after });
        const [last, behind]: DirectoryEntry[] = await this.#store.directory({ of: kind, after, skip: this.#size - 1, limit: 2 });
        after = last?.id ?? null;
        next = behind;
      }
    }
    return parts;
  }

  async *#batches({ kind, after }: Part): AsyncGenerator<DirectoryEntry[], void, void> {
    let last = after;
    for (let given = 0; given < this.#size; given += BATCH) {
      const limit = Math.min(BATCH, this.#size - given);
      const batch = await this.#store.directory({ of: kind, after: last, skip: 0, limit });
      yield batch;
      last = batch.at(-1)?.id ?? null;
      if (batch.length < limit) return;
    }
  }
}
