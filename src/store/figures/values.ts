import { fold } from "../../article/words/fold.ts";
import { compareBytes } from "../rows.ts";

/** The values of a dimension, each with a number, in the order they are first met. `null` is a value like any other. */
export class Values {
  readonly #numbers = new Map<string | null, number>();
  readonly #values: (string | null)[];

  /** @param known values whose numbers are their places */
  constructor(known: readonly string[] = []) {
    this.#values = [];
    for (const value of known) this.numberOf(value);
  }

  numberOf(value: string | null): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#values.length);
    return this.#values.push(value) - 1;
  }

  valueOf(number: number): string | null {
    return this.#values[number] ?? null;
  }

  get size(): number {
    return this.#values.length;
  }

  /** The place of each value in their order, by its number. `null` is the last. @param sign -1 for the largest first */
  places(sign: 1 | -1): number[] {
    const values = this.#values.map((_, number) => this.valueOf(number));
    const inOrder = [...values.keys()].sort((a, b) => {
      const [one = null, other = null] = [values[a], values[b]];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return sign * compareBytes(one, other);
    });
    const places: number[] = [];
    for (const [place, number] of inOrder.entries()) places[number] = place;
    return places;
  }
}

/** Names of publishers: two spellings of one name are one value, shown in the one that is first in the order of bytes. */
export class PublisherNames extends Values {
  readonly #shown = new Map<string, string>();

  override numberOf(name: string | null): number {
    if (name === null) return super.numberOf(null);
    const folded = fold(name);
    const shown = this.#shown.get(folded);
    if (shown === undefined || compareBytes(name, shown) < 0) this.#shown.set(folded, name);
    return super.numberOf(folded);
  }

  override valueOf(number: number): string | null {
    const folded = super.valueOf(number);
    return folded === null ? null : (this.#shown.get(folded) ?? folded);
  }
}
