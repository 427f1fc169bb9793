import type { DirectoryEntry, DirectoryQuery } from "../../src/store/store.ts";

/** The directory of a store whose every kind has the same ids. */
export class MemoryArchive {
  readonly ids: string[];
  /** How often it was asked. */
  asked = 0;
  isAway = false;
  announce: () => void = () => {};

  constructor(ids: string[]) {
    this.ids = ids;
  }

  async directory({ after, skip, limit }: DirectoryQuery): Promise<DirectoryEntry[]> {
    if (this.isAway) throw new Error("The store is away.");
    this.asked += 1;
    const from = after === null ? 0 : this.ids.indexOf(after) + 1;
    return this.ids.slice(from + skip, from + skip + limit).map((id) => ({ id, changedAt: "2024-05-02T00:00:00Z" }));
  }

  onChange(listener: () => void): () => void {
    this.announce = listener;
    return () => {};
  }
}
