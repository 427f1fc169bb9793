import { NOUNS, VERBS, WITHOUT_FORMS, WORDS_OF_THEIR_OWN } from "./irregular-forms.ts";

// A stemmer would do too much: Porter's makes one stem of "universe" and "university", of "news" and "new". These are the
// rules of English for plurals, the third person, the past and -ing, and nothing else: no -ly, no -er, no -ion.

/** Bases of fewer letters are met in too many words. */
const MIN_BASE = 3;

/**
 * The English inflections of a word, itself first: "tariffs" has "tariff", "tariffed", "tariffing". They need not be words:
 * those that are none are found nowhere. If one word is an inflection of another, so is the other of the one.
 *
 * @param word a folded word
 */
export function inflections(word: string): string[] {
  if (!/^[a-z]{1,30}$/.test(word)) return [word];
  const bases = [...new Set([word, ...basesOf(word)])];
  const own = bases.map(formsOf).filter((forms) => forms.includes(word));
  return [...new Set([word, ...own.flat()])];
}

/** Whether a text in a language has English inflections: one whose language nobody knows is taken for English. */
export function isInflected(language: string | null): boolean {
  return language === null || /^en(?:-|$)/i.test(language);
}

const VERB_FORMS = new Map(VERBS.map(([base = "", ...past]) => [base, past]));
const NOUN_FORMS = new Map(NOUNS.map(([base = "", ...plural]) => [base, plural]));
const PASTS = new Set(VERBS.flatMap(([, ...past]) => past));
/** The bases of each form of the tables. */
const IRREGULAR_BASES = new Map<string, string[]>();
for (const [base = "", ...forms] of [...VERBS, ...NOUNS])
  for (const form of forms) IRREGULAR_BASES.set(form, [...(IRREGULAR_BASES.get(form) ?? []), base]);

/** All forms of a base. A noun's possessive is its folded plural: "tariff's" is "tariffs". */
function formsOf(base: string): string[] {
  if (WITHOUT_FORMS.has(base)) return [base];
  const past = VERB_FORMS.get(base);
  const plural = NOUN_FORMS.get(base) ?? (/^(?:..+)?man$/.test(base) ? [base.replace(/man$/, "men")] : []);
  const irregular = [...(past ?? []), ...plural, ...plural.map((one) => `${one}s`)];
  if (base.length < MIN_BASE) return [base, ...irregular, ...(past === undefined ? [] : ingForms(base))];
  const verbal = PASTS.has(base) ? [] : [...(past === undefined ? edForms(base) : []), ...ingForms(base)];
  return [base, ...irregular, ...sForms(base), ...verbal].filter((form) => form === base || !WORDS_OF_THEIR_OWN.has(form));
}

function sForms(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ies`, `${base}s`];
  if (/ch$|[^aeiou]o$/.test(base)) return [`${base}es`, `${base}s`];
  if (/iz$/.test(base)) return [`${base}zes`];
  return [/(?:[sxz]|sh)$/.test(base) ? `${base}es` : `${base}s`];
}

function edForms(base: string): string[] {
  // "See" has no "seed", and "fee" no "feed".
  if (/ee$/.test(base)) return base.length < 4 ? [] : [`${base}d`];
  if (/e$/.test(base)) return [`${base}d`];
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`];
  return doubled(base).map((stem) => `${stem}ed`);
}

function ingForms(base: string): string[] {
  if (/ie$/.test(base)) return [`${base.slice(0, -2)}ying`];
  if (/ge$/.test(base)) return [`${base.slice(0, -1)}ing`, `${base}ing`];
  if (/[^eoy]e$/.test(base)) return [`${base.slice(0, -1)}ing`];
  return doubled(base).map((stem) => `${stem}ing`);
}

/** A base as it stands in front of -ed and -ing: "plann", "call", "panick", "travel" and "travell". */
function doubled(base: string): string[] {
  if (/c$/.test(base)) return [`${base}k`];
  const isClosed = /(?:^|[^aeiou]|qu)[aeiouy][bdgklmnprtv]$/.test(base);
  const twice = `${base}${base.at(-1)}`;
  if (!isClosed) return /iz$/.test(base) ? [twice] : [base];
  if (base.replace(/qu/g, "q").match(/[aeiouy]+/g)?.length !== 1) return [base, twice];
  // "Call" is no "cal" with its letter doubled.
  return [/l$/.test(base) ? base : twice];
}

/** What a word may be a form of. */
function basesOf(word: string): string[] {
  const bases = [...(IRREGULAR_BASES.get(word) ?? [])];
  const add = (ending: RegExp, ...instead: string[]) => {
    if (ending.test(word)) bases.push(...instead.map((end) => word.replace(ending, end)));
  };
  add(/s$/, "");
  add(/es$/, "");
  add(/ies$/, "y");
  add(/zes$/, "");
  add(/d$/, "");
  add(/ed$/, "");
  add(/ied$/, "y");
  add(/ing$/, "", "e");
  add(/ying$/, "ie");
  add(/([bdgklmnprtvz])\1(?:ed|ing)$/, "$1");
  add(/ck(?:ed|ing)$/, "c");
  add(/mens?$/, "man");
  for (const plural of IRREGULAR_BASES.get(word.replace(/s$/, "")) ?? []) bases.push(plural);
  return bases;
}
