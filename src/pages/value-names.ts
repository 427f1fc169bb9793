/** The parameters that filter lists, as readers are told of them. */
export const FILTER_NAMES: Record<string, string> = {
  q: "Words",
  in: "Looked in",
  fuzzy: "Spelling",
  speaker: "Speaker",
  speakerType: "Type of speaker",
  kind: "Kind of quote",
  basis: "Attributed by",
  confidence: "Confidence",
  publisher: "Publisher",
  credit: "Credit",
  language: "Language",
  article: "Article",
  id: "Id",
  publishedFrom: "Published from",
  publishedTo: "Published until",
  modifiedFrom: "Changed from",
  modifiedTo: "Changed until",
};

/** Values of filters that have other words for readers. */
const VALUE_NAMES: Record<string, Record<string, string>> = {
  in: { all: "the whole text", quotes: "quotes", narration: "the text outside quotes" },
  fuzzy: { true: "similar words too", false: "as written" },
  speaker: { none: "nobody named" },
  speakerType: { person: "People", organisation: "Organisations", place: "Places", group: "Groups", document: "Documents" },
  kind: { direct: "Direct", mixed: "Quoted in part", indirect: "Reported, not quoted" },
  basis: { name: "name", role: "role", pronoun: "pronoun", continued: "the quote before", editor: "an editor" },
  confidence: { high: "High", medium: "Medium", low: "Low: uncertain" },
};

/** What items without a value are called. */
const NO_VALUE: Record<string, string> = {
  speaker: "Nobody named",
  speakerType: "Nobody named",
  confidence: "Nobody named",
  publisher: "No publisher",
  language: "Language not known",
  year: "No date",
  month: "No date",
};

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A value of a filter or a facet for readers. @param value `null`: what has none */
export function valueName(of: string, value: string | null): string {
  if (value === null) return NO_VALUE[of] ?? "None";
  return of === "language" ? languageName(value) : (VALUE_NAMES[of]?.[value] ?? value);
}

function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    // Articles may state a language that is no tag (BCP 47).
    return tag;
  }
}
