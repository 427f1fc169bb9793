import { wordsOf } from "./words.ts";

interface Title {
  /** The gender it states: "Mrs." */
  gender: "male" | "female" | null;
  /** Whether it is a form of address that says nothing of a role: "Mr.", "Sen.". */
  honorific: boolean;
  /** The noun it stands for, so that "the senator" finds "Sen. Jane Roe". */
  noun: string | null;
}

/** A line of the list is the title in lower case, without its full stop, and what is known of it: "sen honorific noun:senator". */
const TITLES = new Map<string, Title>(
  [...wordsOf("titles")].map((line) => {
    const [title = "", ...facts] = line.split(" ");
    const gender = facts.includes("male") ? "male" : facts.includes("female") ? "female" : null;
    const noun = facts.find((fact) => fact.startsWith("noun:"))?.slice("noun:".length) ?? null;
    return [title, { gender, honorific: facts.includes("honorific"), noun }];
  }),
);

/** The title that a lower-case word is, with or without its full stop ("sen."), or `null`. */
export function titleOf(lower: string): Title | null {
  return TITLES.get(withoutStop(lower)) ?? null;
}

/** A word without the full stop of its abbreviation: "sen." is "sen". */
export function withoutStop(word: string): string {
  return word.replace(/\.$/, "");
}
