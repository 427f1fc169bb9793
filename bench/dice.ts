/** Numbers that look random and are the same for the same seed (Steele and Vigna's mulberry32, 32 bits of state). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, but not, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, but not, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error("expected something to pick from");
    return picked;
  }

  /** Different ones, the early ones of the list more often than the late ones. */
  several<T>(from: readonly T[], count: number): T[] {
    const picked = new Set<T>();
    while (picked.size < Math.min(count, from.length)) {
      const one = from[Math.floor(from.length * this.next() * this.next())];
      if (one !== undefined) picked.add(one);
    }
    return [...picked];
  }
}
