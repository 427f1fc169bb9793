import { foldWords } from "./fold.ts";

const MARKED = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

/**
 * A search box's text as phrases of folded words, all of which must occur: every word is a phrase of its own, words in
 * double marks are one phrase (`taliban "good relations"` is `[["good", "relations"], ["taliban"]]`).
 */
export function parseQuery(q: string): string[][] {
  const phrases: string[][] = [];
  const rest = q.replace(MARKED, (_, phrase: string) => {
    phrases.push(foldWords(phrase).map(({ word }) => word));
    return " ";
  });
  for (const { word } of foldWords(rest)) phrases.push([word]);
  return phrases.filter((phrase) => phrase.length > 0);
}
