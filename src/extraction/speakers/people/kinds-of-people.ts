import type { Name } from "../../language/en/names/names.ts";
import { isPlace } from "../../language/en/names/roles.ts";
import { isSpeakingNoun } from "../../language/en/names/speaking-nouns.ts";
import { wordsOf } from "../../language/en/words.ts";

const DEMONYMS = wordsOf("demonyms");
/** Parties, faiths and origins in the singular, and adjectives of them. */
const KINDS = new Set(
  "arab asian buddhist catholic democrat democratic eastern european hispanic hindu jew jewish latin latino muslim northern protestant republican southern texan tory western".split(
    " ",
  ),
);
const QUARTERS = new Set(["african", "asian", "east", "latin", "native", "north", "south", "west"]);

/** "The Swede said", "an Oslo Democrat said", "Southern states": a kind of people, and the text does not say who. */
export function isOfKind({ words, title }: Name): boolean {
  const lower = words.map((word) => word.toLowerCase());
  const [kind = "", ...before] = lower.reverse();
  if (title !== null || !(DEMONYMS.has(kind) || KINDS.has(kind))) return false;
  return before.length === 0 || before.every((word) => QUARTERS.has(word)) || isPlace(words.slice(0, -1));
}

/** Words that are nobody's name, though a sentence may begin with them: "Absent that, ...", "Projections suggest". */
const PLAIN = new Set(
  (
    "absent anybody anyone anything beyond current earlier early everybody everyone everything exit fewer first former further here last " +
    "later least likewise maybe meanwhile more moreover most much neither never next nobody none nothing note now ok okay overall perhaps " +
    "previous prior recent same second similar somebody someone something soon such third thus today tomorrow tonight various wait well " +
    "yes yesterday photos programs partisans experience fate history legend logic nature reality silence t-shirt t-shirts"
  ).split(" "),
);

/** Whether a name is one plain word with the capital of a sentence's first word. */
export function isPlainWord({ words, title }: Name): boolean {
  const word = (words[0] ?? "").toLowerCase();
  if (words.length > 1 || title !== null) return false;
  return PLAIN.has(word) || (!isSpeakingNoun(word) && /(?:ations|ctions|ments|ness|nesses|ism|ship|hood)$/.test(word));
}
