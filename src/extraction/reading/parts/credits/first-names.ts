import { wordsOf } from "../../../language/en/words.ts";

const LISTS = ["male-first-names", "female-first-names"].map(wordsOf);

/** Whether a line of two to four words begins with a first name we know: more than its capitals say. */
export function beginsWithFirstName(line: string): boolean {
  const words = line.split(/\s+/u);
  return words.length > 1 && words.length < 5 && LISTS.some((list) => list.has((words[0] ?? "").toLowerCase()));
}
