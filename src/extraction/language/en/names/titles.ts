import { wordsOf } from "../words.ts";

interface Title {
  /** The gender it states: "Mrs." */
  gender: "male" | "female" | null;
  /** Whether it is a form of address that says nothing of a role: "Mr.", "Sen.". */
  honorific: boolean;
  /** The noun it stands for, so that "the senator" finds "Sen. Jane Roe". */
  noun: string | null;
}

/** A line of the list is the title in lower case, without its full stop, and what is known of it: "sen honorific noun:senator". */
const LINES = [...wordsOf("titles")].map((line) => line.split(" "));
const TITLES = new Map<string, Title>(
  LINES.map(([title = "", ...facts]) => {
    const gender = facts.includes("male") ? "male" : facts.includes("female") ? "female" : null;
    const noun = facts.find((fact) => fact.startsWith("noun:"))?.slice("noun:".length) ?? null;
    return [title, { gender, honorific: facts.includes("honorific"), noun }];
  }),
);
/** Titles that are surnames as well: "King", "Bishop". */
const SURNAMES = new Set(LINES.flatMap(([title = "", ...facts]) => (facts.includes("surname") ? [title] : [])));
/** Titles in capitals, which in small letters are other words: "DA", "MP". */
const IN_CAPITALS = wordsOf("titles-in-capitals");
const ABBREVIATED: Title = { gender: null, honorific: false, noun: null };

/** The title that a lower-case word is, with or without its full stop ("sen."), or `null`; of "vice-president" and "mayor-elect" one part says it. */
export function titleOf(lower: string): Title | null {
  const known = TITLES.get(lower);
  if (known !== undefined || !/[-.‑]/.test(lower)) return known ?? null;
  const word = withoutStop(lower).replace(/[-‑](?:designate|elect)$/, "");
  const hyphen = word.lastIndexOf("-");
  return TITLES.get(word) ?? (hyphen < 0 ? null : (TITLES.get(word.slice(hyphen + 1)) ?? null));
}

/** The title that a word is as written: also "MP", which "mp" is not. */
export function titleAsWritten(word: string): Title | null {
  return titleOf(word.toLowerCase()) ?? (IN_CAPITALS.has(word) ? ABBREVIATED : null);
}

/** Whether a title may be a surname: "Judge King", "Ann Bishop". */
export function isSurnameToo(lower: string): boolean {
  return SURNAMES.has(lower);
}

/** A word without the full stop of its abbreviation: "sen." is "sen". */
export function withoutStop(word: string): string {
  return word.endsWith(".") ? word.slice(0, -1) : word;
}

/** Words that make another role of the one behind them: the vice president is not the president. */
const COMPOUNDING = /^(?:assistant|associate|deputy|press|prime|vice)$/;
const BEFORE_GENERAL = /^(?:attorney|director|secretary|solicitor|surgeon)$/;

/** A role noun with the word before it where the two are one role: "vice president", "attorney general". */
export function compoundRole(before: string | undefined, noun: string): string {
  if (before === undefined) return noun;
  return COMPOUNDING.test(before) || (noun === "general" && BEFORE_GENERAL.test(before)) ? `${before} ${noun}` : noun;
}
