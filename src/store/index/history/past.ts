import type { IndexDatabase } from "../database.ts";
import { type IndexedFormer, latestUntil, setFormer } from "./former.ts";
import { isWithdrawn, removeWithdrawn, setWithdrawn, type Withdrawal } from "./withdrawn.ts";

/** What an index holds of articles beside what is served of them; changed within a transaction. */
export class IndexedPast {
  readonly #database: IndexDatabase;

  constructor(database: IndexDatabase) {
    this.#database = database;
  }

  /** Notes that an article is withdrawn: its names answer with a notice. */
  setWithdrawn(withdrawal: Withdrawal): void {
    setWithdrawn(this.#database, withdrawal);
  }

  /** Takes the notice of a withdrawn article out. */
  endWithdrawal(slug: string): void {
    if (this.isWithdrawn(slug)) removeWithdrawn(this.#database, slug);
  }

  isWithdrawn(slug: string): boolean {
    return isWithdrawn(this.#database, slug);
  }

  /** Sets the earlier revisions that stand under a slug; `kept` are those of broken files, which stay as they are. */
  setFormer(slug: string, rows: IndexedFormer[], kept: string[], stamp: string): void {
    setFormer(this.#database, slug, rows, kept);
    if (stamp === "") this.#database.run("DELETE FROM former_stamps WHERE folder = ?", slug);
    else this.#database.run("INSERT OR REPLACE INTO former_stamps VALUES (?, ?)", slug, stamp);
  }

  /** What the files of earlier revisions under a slug looked like when they were read; `null` when there were none. */
  formerStamp(slug: string): string | null {
    return (this.#database.get("SELECT stamp FROM former_stamps WHERE folder = ?", slug)?.stamp as string | undefined) ?? null;
  }

  /** Slugs under which earlier revisions stand. */
  formerSlugs(): string[] {
    return this.#database.all("SELECT folder FROM former_stamps").map(({ folder }) => folder as string);
  }

  /** When an earlier revision that stands under one of some slugs was served last; empty when there is none. */
  latestUntil(slugs: string[]): string {
    return latestUntil(this.#database, slugs);
  }
}
