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
