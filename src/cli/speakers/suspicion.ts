/** What may be wrong with speakers, the surest first. */
export const SUSPICIONS = [
  "alias",
  "spelling",
  "pronouns",
  "signs",
  "digits",
  "words",
  "capitals",
  "title",
  "organisation",
  "initials",
  "abbreviation",
  "edit",
  "surname",
  "fields",
] as const;

/** A likely wrong name or merge. */
export interface Suspicion {
  what: (typeof SUSPICIONS)[number];
  /** Ids it is about. */
  speakers: string[];
  why: string;
  /** A line for `speakers.json` that mends it, where it is what it seems. */
  line: object;
}
