import { readFileSync } from "node:fs";

/** The lists read so far: several modules may ask for one. */
const LISTS = new Map<string, ReadonlySet<string>>();

/**
 * A word list of English.
 *
 * @param name of a file in `words/`: one entry a line, sorted, each once; in lower case unless case matters. An entry is a
 * word or phrase, in some lists followed by what is known of it, which the module that reads the list explains.
 */
export function wordsOf(name: string): ReadonlySet<string> {
  const known = LISTS.get(name);
  if (known !== undefined) return known;
  const file = readFileSync(new URL(`words/${name}.txt`, import.meta.url), "utf8");
  const words = new Set(file.trim().split("\n"));
  LISTS.set(name, words);
  return words;
}

/** The words of a list as alternatives of a regular expression. */
export function alternatives(name: string): string {
  return [...wordsOf(name)].map((word) => word.replaceAll(".", String.raw`\.`)).join("|");
}
