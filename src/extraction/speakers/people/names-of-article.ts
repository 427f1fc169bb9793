import type { Analysis } from "../../analysis.ts";
import type { Mention } from "../../language/en/grammar/mentions.ts";
import { isFirstName } from "../../language/en/names/name-parts.ts";
import type { Name } from "../../language/en/names/names.ts";
import { isPeopleNoun } from "../../language/en/names/person-nouns.ts";
import { typeOfRole } from "../../language/en/names/roles.ts";
import { isCapitalised } from "../../language/en/tokens/title-case.ts";
import type { Sentence } from "../../language/en/tokens/tokens.ts";

/** The proper names of an article by the mentions that give them, in the order of the text. */
export interface ArticleNames {
  names: Map<Mention, Name>;
  words: SeenWords;
}

/** The words of an article by how they are written. */
export interface SeenWords {
  /** The words of the full names. */
  parts: Set<string>;
  /** The words of names that do not open their sentence. */
  inside: Set<string>;
  /** The nouns, adjectives and participles that the article has in lower case. */
  common: Set<string>;
}

/** Collects the names of an article; those of Title-Cased sentences tell nothing. */
export function namesOf(analysis: Analysis): ArticleNames {
  const names = new Map<Mention, Name>();
  const words: SeenWords = { parts: new Set(), inside: new Set(), common: new Set() };
  for (const [s, sentence] of analysis.sentences.entries()) {
    if (isCapitalised(analysis.text.slice(sentence.start, sentence.end), sentence.classes)) continue;
    collectCommon(analysis.text, sentence, words.common);
    for (const mention of analysis.mentions[s] ?? []) {
      const name = mention.kind === "name" ? mention.name : null;
      if (name === null) continue;
      names.set(mention, name);
      for (const word of name.words) {
        if (name.words.length > 1) words.parts.add(word.toLowerCase());
        if (mention.first > 0) words.inside.add(word.toLowerCase());
      }
    }
  }
  for (const [mention, name] of names) if (!isKnownName(mention, name, words)) names.delete(mention);
  return { names, words };
}

function collectCommon(text: string, { tokens }: Sentence, common: Set<string>): void {
  for (const { start, lower, class: kind } of tokens) {
    if ((kind === "n" || kind === "g" || kind === "d") && text.charCodeAt(start) >= LOWER_A) common.add(lower);
  }
}

const LOWER_A = "a".charCodeAt(0);

/** A lone capitalised word that only ever opens sentences is not a name: "Supporters cheered." */
function isKnownName(mention: Mention, name: Name, words: SeenWords): boolean {
  const word = (name.words[0] ?? "").toLowerCase();
  if (name.words.length > 1 || name.title !== null || mention.first > 0) return true;
  return !isCapitalNoun(mention, name, words) && (words.parts.has(word) || words.inside.has(word) || isFirstName(word));
}

/** Whether a name is a noun with the capital of a sentence's first word: "Police said". */
export function isCapitalNoun(mention: Mention, name: Name, { parts, common }: SeenWords): boolean {
  const word = (name.words[0] ?? "").toLowerCase();
  if (name.words.length > 1 || name.title !== null || mention.first > 0) return false;
  return isPeopleNoun(word) || typeOfRole(word) === "organisation" || (common.has(word) && !parts.has(word));
}
