import { annotateMarks } from "../annotate-marks.ts";
import type { Annotation, Document } from "../document.ts";
import type { Note } from "../reading/notes.ts";
import { detectLanguage } from "./detect.ts";
import { isForeign } from "./en/plain-english.ts";
import { primarySubtag, rulesFor } from "./rules.ts";

/** Texts that are too short to judge, and about which nobody says anything, are taken for this. */
const ASSUMED = "en";

/** What is said about the language of a text: by whoever hands it in, and by the source itself. BCP 47. */
export interface LanguageClaims {
  given?: string | undefined;
  stated?: string | null;
}

/** An annotation and the language whose rules made it. */
export interface AnnotatedInLanguage {
  annotation: Annotation;
  /** The language of the text, as far as it is known. */
  language: string | null;
  notes: Note[];
}

/**
 * Annotates a document by the rules for its language. A claim counts, except where the words are clearly in another
 * language and it makes a difference to the rules: pages in German that say `en` by default are common. What was given
 * stays the article's language even then. Without rules, marked words are quotes and nobody is named.
 */
export function annotateInLanguage(document: Document, { given, stated = null }: LanguageClaims = {}): AnnotatedInLanguage {
  const claimed = given ?? stated;
  const detected = detectLanguage(document);
  const contradicted = claimed !== null && detected !== null && rulesFor(claimed) !== rulesFor(detected);
  const language = contradicted ? detected : (claimed ?? detected);
  // "Das Rathaus schweigt": a line whose language nobody can tell is still not English.
  const rules = language === null && isForeign(document.text) ? null : rulesFor(language ?? ASSUMED);
  const notes: Note[] = [];
  if (contradicted) notes.push(mismatch(claimed, detected));
  if (rules === null && language !== null) notes.push(withoutRules(language));
  return { annotation: (rules ?? annotateMarks)(document), language: given ?? language, notes };
}

function mismatch(claimed: string, detected: string): Note {
  const message = `The text is said to be in ${named(claimed)}, but its words are ${named(detected)}.`;
  return { code: "language-mismatch", message, count: 1 };
}

function withoutRules(language: string): Note {
  const message = `There are no rules for ${named(language)}: marked words are quotes, and nobody is named for them.`;
  return { code: "language-without-rules", message, count: 1 };
}

const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** "German (de)". */
function named(language: string): string {
  const name = NAMES.of(primarySubtag(language));
  return name === undefined ? `"${language}"` : `${name} (${language})`;
}
