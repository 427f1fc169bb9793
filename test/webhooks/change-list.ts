import type { Change } from "../../src/article/model/history.ts";
import type { Health } from "../../src/store/store.ts";

/** A list of changes that a test writes, as a store has it. */
export class ChangeList {
  items: Change[] = [];
  readonly #listeners = new Set<() => void>();

  /** Appends a change of each slug. */
  add(...changes: (Partial<Change> & { slug: string })[]): void {
    for (const change of changes) {
      const seq = this.items.length + 1;
      const at = new Date(Date.UTC(2026, 2, 1, 9, 0, seq)).toISOString().replace(".000", "");
      this.items.push({ seq, at, change: "added", revision: "0".repeat(64), previousSlug: null, reason: null, ...change });
    }
    for (const listener of this.#listeners) listener();
  }

  async changes({ after, limit }: { after: number; limit: number }) {
    return { items: this.items.filter(({ seq }) => seq > after).slice(0, limit), last: this.items.at(-1)?.seq ?? 0 };
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async health(): Promise<Health> {
    return { ready: true, articles: 0, problems: [] };
  }
}
