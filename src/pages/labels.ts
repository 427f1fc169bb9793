import type { Pronoun } from "../article/model/pronouns.ts";
import type { Basis, Confidence, QuoteKind, SpeakerType } from "../article/model/schema.ts";
import type { SearchScope } from "../article/words/search-hit.ts";

/** Values of closed lists in words for people, as they stand alone: in a table, a filter, an axis. */
export const LABELS = {
  kind: { direct: "Direct", mixed: "Quoted in part", indirect: "Reported" } satisfies Record<QuoteKind, string>,
  speakerType: {
    person: "Person",
    organisation: "Organisation",
    place: "Place",
    group: "Group",
    document: "Document",
  } satisfies Record<SpeakerType, string>,
  confidence: { high: "High", medium: "Medium", low: "Low" } satisfies Record<Confidence, string>,
  basis: {
    name: "Named beside the quote",
    role: "By a role or description",
    pronoun: "By a pronoun",
    continued: "Continues the quote before",
    editor: "Set by an editor",
  } satisfies Record<Basis, string>,
  in: { all: "The whole text", quotes: "Quotes", narration: "The text outside quotes" } satisfies Record<SearchScope, string>,
  fuzzy: { true: "Similar words too", false: "As written" },
  pronoun: { she: "She", he: "He", they: "They", unknown: "Unknown" } satisfies Record<Pronoun, string>,
} as const;

/** The kind of a quote where it stands beside its words. */
export const KIND_OF_QUOTE: Record<QuoteKind, string> = {
  direct: "Direct quote",
  mixed: "Quoted in part",
  indirect: "Reported, not quoted",
};

/** A value in words; one that no list has as it is. */
export function labelOf(dimension: string, value: string): string {
  const words = (LABELS as Record<string, Record<string, string>>)[dimension];
  return words !== undefined && Object.hasOwn(words, value) ? (words[value] as string) : value;
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A language tag in words: "English"; a tag that is not sound as it is. */
export function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
