import type { ClaimWords } from "../claim-words.ts";
import { needsApostrophe } from "./contractions.ts";
import { hasApostrophe } from "./forms.ts";
import { MAX_NUMBER_WORDS, numbersAt, startsNumber } from "./number-words.ts";

/** Words of a text that are another way to write words of a claim: indices of both, half open. */
export interface Variant {
  from: number;
  to: number;
  claimFrom: number;
  claimTo: number;
}

/** The most words on either side of a variant. */
export const MAX_VARIANT = MAX_NUMBER_WORDS;

/**
 * Finds where a text has other spellings of several words of a claim, or in place of several: contractions, compounds, numbers.
 *
 * @param written a word as the text has it
 * @returns the variants by the index of the word behind each
 */
export function variantsIn({ forms, numbers }: ClaimWords, words: string[], written: (word: number) => string): Map<number, Variant[]> {
  const variants = new Map<number, Variant[]>();
  const add = (variant: Variant) => variants.set(variant.to, [...(variants.get(variant.to) ?? []), variant]);
  for (const [from, word] of words.entries()) {
    for (const form of forms.get(word) ?? []) {
      const { length } = form.words;
      const isHere = form.words.every(
        (one, index) => one === words[from + index] && (!needsApostrophe(one) || length > 1 || hasApostrophe(written(from + index))),
      );
      if (isHere) add({ from, to: from + length, claimFrom: form.from, claimTo: form.to });
    }
    if (numbers.size === 0 || !startsNumber(word)) continue;
    for (const { to, key } of numbersAt(words, from)) {
      for (const place of numbers.get(key) ?? []) add({ from, to, claimFrom: place.from, claimTo: place.to });
    }
  }
  return variants;
}
