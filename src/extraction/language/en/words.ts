import { readFileSync } from "node:fs";

/**
 * A word list of English.
 *
 * @param name of a file in `words/`: one word a line, sorted, each once; in lower case unless case matters.
 */
export function wordsOf(name: string): ReadonlySet<string> {
  return new Set(
    readFileSync(new URL(`words/${name}.txt`, import.meta.url), "utf8")
      .trim()
      .split("\n"),
  );
}

/** The words of a list as alternatives of a regular expression. */
export function alternatives(name: string): string {
  return [...wordsOf(name)].map((word) => word.replaceAll(".", String.raw`\.`)).join("|");
}
