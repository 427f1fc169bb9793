import { codePointLength, displayText } from "../../article/model/text.ts";
import { foldWords } from "../../article/words/fold.ts";
import { MAX_CLAIM_LENGTH } from "../claim.ts";
import { MIN_PIECE } from "../splice.ts";
import type { TextQuote, TextToCheck } from "./text-to-check.ts";

/** How many phrases in marks that were not read as speech are looked up in a text. */
const MAX_PHRASES = 50;

/** Words of a text that are checked. */
export interface Passage extends TextQuote {
  /** Whether they were not read as speech: they are looked up, and there is a line for them only where they are recorded. */
  isPhrase: boolean;
}

/** The quotes that are checked, and the phrases that are looked up, in the order of the text. */
export function passagesOf({ quotes, unspoken }: Pick<TextToCheck, "quotes" | "unspoken">): Passage[] {
  const phrases = unspoken
    .filter(({ text }) => foldWords(text).length >= MIN_PIECE && codePointLength(text) <= MAX_CLAIM_LENGTH)
    .slice(0, MAX_PHRASES)
    .map(
      (span): Passage => ({ kind: "mixed", segments: [span], speakers: [], mention: null, confidence: null, leads: [], isPhrase: true }),
    );
  const place = ({ segments: [first] }: Passage) => first?.start ?? 0;
  return [...markedQuotes(quotes).map((quote) => ({ ...quote, isPhrase: false })), ...phrases].sort((a, b) => place(a) - place(b));
}

/** The quotes with words in marks, which are those that are checked. */
export function markedQuotes(quotes: TextQuote[]): TextQuote[] {
  return quotes.filter(({ kind, segments }) => kind !== "indirect" && foldWords(displayText(segments)).length > 0);
}

/** A quote in parts that are short enough for a claim, each of whole segments. */
export function partsOf(quote: TextQuote): TextQuote[] {
  const parts: TextQuote[] = [];
  for (const [index, segment] of quote.segments.entries()) {
    const last = parts.at(-1);
    const lead = quote.leads[index] ?? "";
    if (last !== undefined && codePointLength(displayText([...last.segments, segment])) <= MAX_CLAIM_LENGTH) {
      last.segments.push(segment);
      last.leads.push(lead);
    } else parts.push({ ...quote, segments: [segment], leads: [lead] });
  }
  return parts;
}
