import { fold } from "../../../../article/words/fold.ts";
import { isFirstName } from "../../../language/en/names/name-parts.ts";
import { wordsOf } from "../../../language/en/words.ts";

const PLACES = wordsOf("places");
const STATES = wordsOf("states-abbreviated");
const ABBREVIATIONS = wordsOf("abbreviations-before-names");
const PERSONS = ["person-nouns", "titles"].map(wordsOf);
const LOCATED =
  "(?<!\\p{L})(?:in|near|outside|across|around|(?:city|town|village|district|port) of|nach|aus|bei|Stadt|Landkreis|Kreis|à|en)";

/** What else newspapers write in front of a report: "WATCH: ", "OPINION — ", "Correction: ". Words alone or within two or three. */
const RUBRICS = new Set(
  (
    "advice alert analysis answer background breaking brief briefing caution clarification column comment commentary conclusion confession context " +
    "correction diary disclaimer disclosure editorial essay example exclusive explainer explained fact facts feature flashback follow-up forecast gallery guide " +
    "highlights hint history idea ingredients interview introduction just key letter letters listen live method monday tuesday wednesday " +
    "thursday friday saturday sunday myth news note notebook obituary opinion photo photos pictures podcast poll preview problem profile question quiz " +
    "quote reader readers reality reason recap recipe related reminder report result results review reviewed rule rumour satire scene score scores " +
    "setting solution source spoiler spoilers sport sports spotlight statement story summary takeaway tip tips today tonight trailer transcript " +
    "trending truth tldr update updated updates urgent verdict video view wanted warning watch weather winner winners yesterday"
  ).split(" "),
);

/** Whether words before a report are its rubric, not its place. */
export function isRubric(words: string): boolean {
  return fold(words)
    .split(" ")
    .some((word) => RUBRICS.has(word));
}

/**
 * Whether a name is of a place: one that we know, or one that a text puts something in ("in Tarn", "near Tarn", "nach
 * Tarn", "der Tarner Rat"). "Capt." and "Mass." are abbreviations.
 */
export function isPlaceIn(name: string, texts: string[]): boolean {
  const [town = "", region] = name.split(/,\s*/);
  if (region !== undefined && (PLACES.has(fold(region)) || STATES.has(region.toLowerCase().replace(/\.$/, "")))) return true;
  const folded = fold(town);
  if (folded.length < 4 || town.includes(".") || ABBREVIATIONS.has(town)) return false;
  const located = new RegExp(`${LOCATED} ${plain(town)}(?![\\p{L}'’-])|(?<!\\p{L})${plain(town)}er \\p{Lu}`, "u");
  return PLACES.has(folded) || texts.some((text) => located.test(text));
}

/** Whether a name before a colon is a word of the text or somebody's: "Boats: …" above "the boats", "Mayor: …", "Quill: …" above "Ada Quill". */
export function isNoPlaceIn(name: string, texts: string[]): boolean {
  const folded = fold(name);
  if (PLACES.has(folded)) return false;
  if (isFirstName(name.toLowerCase()) || PERSONS.some((list) => list.has(folded))) return true;
  const person = new RegExp(
    `(?<!\\p{L})(\\p{Lu}\\p{L}{1,30})\\s${plain(name)}(?!\\p{L})|(?<![\\p{L}-])${plain(name).toLowerCase()}(?!\\p{L})`,
    "gu",
  );
  return texts.some((text) => [...text.matchAll(person)].some(([, first]) => first === undefined || isFirstName(first.toLowerCase())));
}

/** "PORT VALE" and "Port Vale" are "Port Vale"; safe in a regular expression. */
function plain(name: string): string {
  return name
    .replace(/\p{L}+/gu, (word) => (word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word))
    .replace(/[^\p{L}\p{M}\p{N}\s'’-]/gu, "");
}
