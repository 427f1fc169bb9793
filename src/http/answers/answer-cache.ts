import { LRUCache } from "lru-cache";
import type { Store } from "../../store/store.ts";
import type { PreparedAnswer } from "./prepared-answer.ts";

/** What an entry takes beside its bytes: key, headers, bookkeeping. */
const ENTRY_BYTES = 2048;

/** Answers already prepared. All are dropped when the store changes, the least recently used when they grow past a bound. */
export class AnswerCache {
  readonly #answers: LRUCache<string, PreparedAnswer>;
  /** Counts changes of the store: an answer begun before a change must not be kept after it. */
  generation = 0;
  /** How often an answer was there, and was not. */
  hits = 0;
  misses = 0;

  /** @param maxBytes bound of what all entries take together, in bytes */
  constructor(store: Pick<Store, "onChange">, maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (answer, key) => answer.bytes + key.length + ENTRY_BYTES,
    });
    store.onChange(() => {
      this.generation += 1;
      this.#answers.clear();
    });
  }

  get entries(): number {
    return this.#answers.size;
  }

  /** What all entries take together. */
  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  get(key: string): PreparedAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer === undefined) this.misses += 1;
    else this.hits += 1;
    return answer;
  }

  /** Keeps an answer, unless the store changed since `generation` was read. */
  set(key: string, answer: PreparedAnswer, generation: number): void {
    if (generation !== this.generation || this.#answers.has(key)) return;
    this.#answers.set(key, answer);
    answer.onGrowth = () => this.#measureAgain(key, answer);
  }

  /** The cache asks for the size of an entry only when the entry is new. */
  #measureAgain(key: string, answer: PreparedAnswer): void {
    if (this.#answers.peek(key) !== answer) return;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
  }
}
