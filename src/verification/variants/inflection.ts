import { NOUNS, VERBS } from "../../article/words/irregular-forms.ts";
import { isFunctionWord } from "../content-words.ts";

// Irregular forms that a search leaves out: they mostly mean something else ("left", "rose"), or are in every text. Between two texts
// compared word by word they count. Each line is one word. Modal verbs are not here: "could" for "can" is another statement.
const MORE = `be am is are was were been being|have has had having|do does did done doing|this these|that those
bear bore borne born|bet|bind bound|bite bit bitten|feed fed|kneel knelt|leave left|lie lay lain lying|rise rose|speed sped
wake woke woken|wind wound
man men|woman women|person people persons|leaf leaves|self selves|basis bases|medium media|datum data
policeman policemen|policewoman policewomen|spokesman spokesmen|chairman chairmen|fisherman fishermen`
  .split(/[|\n]/)
  .map((line) => line.split(" "));
const LEMMAS = new Map<string, string[]>();
const FORMS = new Map<string, string[]>();
for (const forms of [...VERBS, ...NOUNS, ...MORE]) {
  const [lemma = ""] = forms;
  for (const form of forms) {
    LEMMAS.set(form, [...(LEMMAS.get(form) ?? []), lemma]);
    FORMS.set(form, [...(FORMS.get(form) ?? []), ...forms]);
  }
}

/** Their endings are no plural and no form of a verb: news is not several times new. */
const UNINFLECTED = new Set(
  "news goods arms means customs series species evening evenings nothing something anything everything during morning ceiling hundred always perhaps sometimes thousand united".split(
    " ",
  ),
);
const VOWEL = /[aeiouy]/;
/** One short syllable: "hop" doubles its last letter before an ending, "hope" does not. */
const SHORT = /^[^aeiouy]*[aeiouy][^aeiouywx]$/;

/**
 * The words of which a folded English word may be a form: its number, tense or person. The word itself is among them, and some
 * are no words ("helpe"). Grammatical words have none but the forms of be, have, do, this and that.
 */
export function lemmasOf(word: string): string[] {
  const irregular = LEMMAS.get(word);
  if (isFunctionWord(word)) return irregular ?? [];
  if (word.length < 4 || UNINFLECTED.has(word) || /\d/.test(word)) return [word, ...(irregular ?? [])];
  return [word, ...(irregular ?? []), ...pluralOf(word), ...verbOf(word)].filter((one) => one === word || !isFunctionWord(one));
}

/** Forms in which a word may stand elsewhere, to look for it; some are no words. */
export function formsOf(word: string): string[] {
  const irregular = FORMS.get(word) ?? [];
  if (word.length < 3 || isFunctionWord(word) || UNINFLECTED.has(word) || /\d/.test(word)) return irregular.filter((form) => form !== word);
  const lemmas = [...(LEMMAS.get(word) ?? []), ...pluralOf(word), ...verbOf(word)].slice(-2);
  const regular = (lemmas.length === 0 ? [word] : lemmas).flatMap((lemma) => {
    const doubled = SHORT.test(lemma) ? lemma + lemma.at(-1) : lemma.replace(/e$/, "");
    const stem = lemma.replace(/[^aeiou]y$/, (end) => `${end[0]}i`);
    const past = stem === lemma ? `${doubled}ed` : `${stem}ed`;
    const plural = stem === lemma && !/(?:[sxz]|[cs]h)$/.test(lemma) ? `${lemma}s` : `${stem}es`;
    return [lemma, plural, `${doubled}ing`, ...(FORMS.has(lemma) ? [] : [past])];
  });
  return [...new Set([...irregular, ...regular])].filter((form) => form !== word);
}

function pluralOf(word: string): string[] {
  if (!word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return [];
  const without = [word.slice(0, -1)];
  if (word.endsWith("ies")) without.push(`${word.slice(0, -3)}y`);
  if (/(?:[sxzo]|[cs]h)es$/.test(word)) without.push(word.slice(0, -2));
  return without;
}

function verbOf(word: string): string[] {
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`];
  const [, stem = ""] = /^(.{2,}?)(?:ed|ing)$/.exec(word) ?? [];
  if (!VOWEL.test(stem) || word.endsWith("eed")) return [];
  const doubled =
    /([^aeiouy])\1$/.test(stem) && !/[lsz]{2}$/.test(stem) ? [stem.slice(0, -1)] : /ll$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [...(SHORT.test(stem) ? [] : [stem]), `${stem}e`, ...doubled];
}
