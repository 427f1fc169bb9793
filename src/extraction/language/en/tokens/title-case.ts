import type { TextRange } from "../../../document.ts";
import { beginsWithCapital } from "./capitals.ts";

/**
 * Two tests for words in title case, which differ where they must. `isHeading` looks at letters alone, as the weights of
 * speech features were learned with it. `isCapitalised` looks at classes: it asks whether nouns without capitals are
 * left, so a sentence full of names is not taken for a headline.
 */

const MAX_HEADING = 200;

/** Whether a block looks like a headline: short, and most words of more than three letters have capitals. */
export function isHeading(block: string): boolean {
  if (block.length > MAX_HEADING) return false;
  const long = block.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return long.length > 2 && long.filter(beginsWithCapital).length / long.length > 0.7;
}

/** Whether a block of a text looks like a headline; of a longer one no more is read than shows that it is too long. */
export function isHeadingIn(text: string, { start, end }: TextRange): boolean {
  return isHeading(text.slice(start, Math.min(end, start + MAX_HEADING + 1)));
}

/** Whether nearly all nouns and participles of a sentence have capitals, so that a capital does not tell a name: "Council Votes To Close Ferry". */
export function isCapitalised(text: string, classes: string): boolean {
  if (/[.!?]["”’]?$/.test(text.trimEnd().slice(-2))) return false;
  const content = classes.replace(/[^Nngdv]/g, "");
  return content.length > 4 && content.replace(/[^N]/g, "").length / content.length > 0.75;
}
