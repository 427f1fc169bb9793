import { classOf, cueLemma } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** Classes of words that an ordinary sentence writes without a capital. */
const LOWER_CASE = "nvVdgR";
/** Classes of small words that get back the class they have without their capital. */
const SMALL = "DPOWbxITCS";

/**
 * Reads a sentence whose every word has a capital like another: in "Clara Novak Said Of The Port" the verb is a verb and
 * "Of" a preposition, not parts of a name. Other sentences are left as they are.
 */
export function settleTitleCased(tokens: Token[]): void {
  const words = tokens.slice(1);
  if (words.some((token) => LOWER_CASE.includes(token.class))) return;
  const classes = words.map((token) => (token.class === "N" ? classWithoutCapital(token.lower) : null));
  if (tokens.filter((token) => token.class === "N").length < 3) return;
  for (const [index, kind] of classes.entries()) if (kind !== null) (words[index] as Token).class = kind;
}

/** The class of a small word or of a speech verb in a form that no name has ("Said"); `null` for every other word. */
function classWithoutCapital(lower: string): string | null {
  const kind = classOf(lower, lower, false);
  if (SMALL.includes(kind)) return kind;
  const lemma = cueLemma(lower);
  return kind === "V" && lemma !== null && lemma !== lower ? kind : null;
}
