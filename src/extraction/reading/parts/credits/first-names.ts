import { isFirstName } from "../../../language/en/names/name-parts.ts";

/** Whether a line of two to four words begins with a first name we know: more than its capitals say. */
export function beginsWithFirstName(line: string): boolean {
  const words = line.split(/\s+/u);
  return words.length > 1 && words.length < 5 && isFirstName((words[0] ?? "").toLowerCase());
}
