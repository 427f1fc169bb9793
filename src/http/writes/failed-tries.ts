import { LRUCache } from "lru-cache";

/** Wrong keys that a client address may show in a window of milliseconds. */
const MOST = 10;
const WINDOW = 60_000;
/** Addresses that are remembered: an attacker with more of them is stopped by the length of a key. */
const MAX_ADDRESSES = 10_000;

/** Counts wrong keys by client address. */
export class FailedTries {
  readonly #tries = new LRUCache<string, { count: number; until: number }>({ max: MAX_ADDRESSES });

  /** Counts one. @returns `null`, or the seconds after which the address may try again where it has tried too often */
  count(address: string, now = performance.now()): number | null {
    const known = this.#tries.get(address);
    const tries = known === undefined || known.until <= now ? { count: 0, until: now + WINDOW } : known;
    tries.count += 1;
    this.#tries.set(address, tries);
    return tries.count <= MOST ? null : Math.ceil((tries.until - now) / 1000);
  }
}
