import type { Span } from "../../article/model/schema.ts";
import { SpeakerAnswer, WordsAnswer } from "../verification.ts";
import type { Archive, TextToCheck } from "./text-to-check.ts";
import type { TextLine, TextNote, TextNoteCode, TextSummary, VerificationCounts } from "./text-verification.ts";

/** Words in marks that a note shows, and the most UTF-16 units of each. */
const MOST_SHOWN = 5;
const MOST_UNITS = 40;

/** Counts the answers for the quotes of a text, and says in the end what they do not tell. */
export class TextTally {
  /** Quotes that were checked in parts. */
  divided = 0;
  /** Where phrases in marks begin that were not read as speech and are recorded. */
  readonly recorded = new Set<number>();
  #byRole = 0;
  #ambiguous = 0;
  readonly #counts: VerificationCounts = {
    checked: 0,
    unchecked: 0,
    words: Object.fromEntries(WordsAnswer.options.map((answer) => [answer, 0])) as VerificationCounts["words"],
    speaker: Object.fromEntries(SpeakerAnswer.options.map((answer) => [answer, 0])) as VerificationCounts["speaker"],
  };

  add(line: TextLine): void {
    if (line.type === "unchecked") this.#counts.unchecked += 1;
    if (line.type !== "quote") return;
    this.#counts.checked += 1;
    this.#counts.words[line.words] += 1;
    this.#counts.speaker[line.speaker] += 1;
    if (line.claimed.speaker !== null && line.speaker === "not-asked") this.#byRole += 1;
    if (line.claimed.candidates.length > 0) this.#ambiguous += 1;
  }

  summary(text: TextToCheck, archive: Archive, searched: TextSummary["searched"]): TextSummary {
    return {
      counts: this.#counts,
      searched: withoutSameText(searched, archive),
      sources: archive.sources,
      visibleText: text.visibleText,
      notes: [...text.notes, ...this.#notes(text, archive)],
    };
  }

  #notes({ quotes, unspoken: phrases }: TextToCheck, archive: Archive): TextNote[] {
    const unspoken = phrases.filter(({ start }) => !this.recorded.has(start));
    const indirect = quotes.filter(({ kind }) => kind === "indirect").length;
    const { checked, unchecked } = this.#counts;
    const sameText = archive.sameText().map(({ slug }) => slug);
    const none = checked + unchecked === 0 ? 1 : 0;
    const notes: [TextNoteCode, number, string][] = [
      ["no-quotes", none, "The text has no quotes in marks: nothing was checked."],
      ["unchecked", unchecked, `${counted(unchecked, "quote was", "quotes were")} not checked; \`unchecked\` says why.`],
      ["divided-quotes", this.divided, `${counted(this.divided, "long quote was", "long quotes were")} checked in parts.`],
      ["indirect-quotes", indirect, `${counted(indirect, "indirect quote has", "indirect quotes have")} no words in marks: not checked.`],
      [
        "other-marks",
        unspoken.length,
        `${counted(unspoken.length, "marked phrase was", "marked phrases were")} taken for a title, a term or a name, and not checked: ${shown(unspoken)}.`,
      ],
      [
        "role-speakers",
        this.#byRole,
        `${counted(this.#byRole, "quote is", "quotes are")} by a speaker whom the text does not name: only the words were checked.`,
      ],
      [
        "ambiguous-speakers",
        this.#ambiguous,
        `${counted(this.#ambiguous, "quote has", "quotes have")} a speaker whose name several speakers have: see \`candidates\`.`,
      ],
      ["same-text", sameText.length, `Left out, because the text is exactly this: ${listed(sameText)}.`],
      ["excluded", archive.excluded.length, `Left out, as the request says: ${listed(archive.excluded)}.`],
    ];
    return notes.filter(([, count]) => count > 0).map(([code, count, message]) => ({ code, message, count }));
  }
}

function withoutSameText(searched: TextSummary["searched"], archive: Archive): TextSummary["searched"] {
  const own = archive.sameText();
  return {
    articleCount: searched.articleCount - own.length,
    quoteCount: searched.quoteCount - own.reduce((sum, { quotes }) => sum + quotes, 0),
  };
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function listed(slugs: string[]): string {
  return slugs.map((slug) => `"${slug}"`).join(", ");
}

function shown(spans: Span[]): string {
  const first = spans.slice(0, MOST_SHOWN).map(({ text }) => (text.length > MOST_UNITS ? `“${text.slice(0, MOST_UNITS)}…”` : `“${text}”`));
  return first.join(", ") + (spans.length > MOST_SHOWN ? ", …" : "");
}
