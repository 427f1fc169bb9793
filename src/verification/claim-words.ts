import type { Claim } from "./claim.ts";
import { type Form, formsIn } from "./variants/forms.ts";
import { numbersAt, startsNumber } from "./variants/number-words.ts";
import { isOneLetterOff, keysOf } from "./variants/word-keys.ts";

/** How a word is related to one of a claim that it is not equal to. */
export const SPELLING = 1;
export const INFLECTION = 2;
const LETTER = 3;

/** What the words of texts are compared with: the words of a claim as numbers, and how else each of them may be written. */
export class ClaimWords {
  /** The number of each word; equal words have the same one. */
  readonly ids: Int32Array;
  /** Other ways to write several words, by the first of theirs. */
  readonly forms: Map<string, Form[]>;
  /** The places of numbers in the claim, by key. */
  readonly numbers: Map<string, { from: number; to: number }[]>;
  readonly #vocabulary = new Map<string, number>();
  readonly #bySpelling = new Map<string, number[]>();
  readonly #byLemma = new Map<string, number[]>();
  readonly #byFirstLetter = new Map<string, string[]>();
  readonly #related = new Map<string, Uint8Array | null>();

  constructor(claim: Claim) {
    const words = claim.words.map(({ word }) => word);
    for (const word of words) {
      if (this.#vocabulary.has(word)) continue;
      const id = this.#vocabulary.size;
      this.#vocabulary.set(word, id);
      const { spelling, lemmas } = keysOf(word);
      add(this.#bySpelling, spelling, id);
      for (const lemma of lemmas) add(this.#byLemma, lemma, id);
      add(this.#byFirstLetter, word.charAt(0), word);
    }
    this.ids = Int32Array.from(words, (word) => this.idOf(word));
    this.forms = Map.groupBy(formsIn(claim), (form) => form.words[0] ?? "");
    this.numbers = numbersIn(claim, words);
  }

  /** The number of a word; -1 when the claim does not have it. */
  idOf(word: string): number {
    return this.#vocabulary.get(word) ?? -1;
  }

  /** For the number of each word of the claim whether it is another spelling or form of a word; `null` when none is. */
  relatedTo(word: string): Uint8Array | null {
    const known = this.#related.get(word);
    if (known !== undefined) return known;
    const { spelling, lemmas } = keysOf(word);
    let related: Uint8Array | null = null;
    const own = this.idOf(word);
    const mark = (id: number, relation: number) => {
      if (id === own) return;
      related ??= new Uint8Array(this.#vocabulary.size);
      related[id] ||= relation;
    };
    for (const id of this.#bySpelling.get(spelling) ?? []) mark(id, SPELLING);
    for (const other of this.#byFirstLetter.get(word.charAt(0)) ?? []) {
      // "planned" and "planed" are no two forms of one word, "plan" and "plans" are.
      const isForm = keysOf(other).lemmas.some((lemma) => lemmas.includes(lemma)) && other.slice(-2) !== word.slice(-2);
      if (!isForm && isOneLetterOff(word, other)) mark(this.idOf(other), LETTER);
    }
    for (const lemma of lemmas) for (const id of this.#byLemma.get(lemma) ?? []) mark(id, INFLECTION);
    this.#related.set(word, related);
    return related;
  }
}

function numbersIn(claim: Claim, words: string[]): ClaimWords["numbers"] {
  const gaps = claim.gaps.map(({ before }) => before);
  const numbers: ClaimWords["numbers"] = new Map();
  for (const [from, word] of words.entries()) {
    if (!startsNumber(word)) continue;
    for (const { to, key } of numbersAt(words, from)) {
      if (!gaps.some((gap) => gap > from && gap < to)) add(numbers, key, { from, to });
    }
  }
  return numbers;
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
