import type { TextRange } from "../../../document.ts";
import { DAY, MONTH, WEEKDAY } from "./calendar.ts";

/** A dateline inside the first paragraph: its range in that paragraph (UTF-16) and what it names. */
export interface ReadDateline extends TextRange {
  agency: string | null;
  place: string | null;
  date: string | null;
}

/** A dateline is at most this long; UTF-16 units. */
const MAX_DATELINE = 140;

const DATE = `(?:${WEEKDAY}\\.?,?\\s+)?(?:${MONTH}\\.?\\s+${DAY}|${DAY}\\s+${MONTH}\\.?)(?:,?\\s+\\d{4})?|${WEEKDAY}\\.?`;
const UPPER = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]*\\p{Lu}\\.?|\\p{Lu}{2}|ST\\.";
// "BUENA PARK, Calif.", "NEW YORK, N.Y.", "BRUSSELS/BERLIN", "RIO DE JANEIRO", "CAMP LEMONNIER, Djibouti".
const CAPITALS = `(?:${UPPER})(?:[ /-](?:${UPPER}|and|on|in)){0,5}(?:,\\s(?:\\p{Lu}[\\p{L}\\p{M}'’.]*)(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.]*){0,2})?`;
const NAMED = "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:[ /-]\\p{Lu}[\\p{L}\\p{M}'’.-]+){0,3}";
const NAME = `${NAMED}(?:,\\s\\p{Lu}[\\p{L}\\p{M}'’.]*(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.]*){0,2})?`;
const AGENCY = "\\((?<agency>[^()]{2,50})\\)|/(?<wire>[\\p{L} -]{2,30})/";
/** Agencies and channels that put no dash behind their name. */
const WITHOUT_DASH = "CNN(?: Business)?|AP|AFP|UPI|BBC|PTI|ANI|IANS|Reuters|Xinhua|TASS|Bloomberg|dpa|ABC|CBS|NBC|NPR";
const DASH = "\\s*(?:--+|[—–―])\\s*|\\s+[-_]\\s+";
const NEXT = "(?=[\\p{Lu}\\p{Lo}\\p{N}“‘\"'«„(]|$|\\P{ASCII})";

const FORMS = [
  // "(Bloomberg) -- ", "(Reuters) - "
  `(?:${AGENCY})(?:${DASH})`,
  // "(CNN) The"
  `\\((?<agency>\\p{Lu}{2,6}|${WITHOUT_DASH})\\)\\s+`,
  // "May 3 (Reuters) - "
  `(?<date>${DATE})\\s+(?:${AGENCY})(?:${DASH})`,
  // "MOSCOW, March 6 (Reuters) - ", "DALLAS (AP) — ", "PARIS, 6 March – ", "LONDON —"
  `(?<place>${CAPITALS})(?:,?\\s+\\(?(?<date>${DATE})\\)?)?,?\\s*(?:${AGENCY})?(?:${DASH})`,
  // "Kabul (dpa) - ", "Moscow, March 6 (Interfax) – "
  `(?<place>${NAME})(?:,\\s+(?<date>${DATE}))?,?\\s+(?:${AGENCY})(?:${DASH})`,
  `(?<place>${NAME}),\\s+(?<date>${DATE})(?:${DASH})`,
  // "Hong Kong (CNN Business) A", "Tarn, Ill. — Ferries"
  `(?<place>${NAME})\\s*\\((?<agency>${WITHOUT_DASH})\\)\\s*`,
  // "Pune, May 3 (PTI) The"
  `(?<place>${NAME}),\\s+(?<date>${DATE})\\s+\\((?<agency>${WITHOUT_DASH})\\)\\s+`,
  `(?<place>${NAMED}, (?!(?:Jr|Sr|Inc|Ltd|Co|Corp)\\.)\\p{Lu}\\p{Ll}{1,5}\\.)(?:${DASH})`,
  // "NEW DELHI: "
  `(?<place>${CAPITALS})(?:,\\s+(?<date>${DATE}))?:\\s+`,
].map((form) => new RegExp(`^(?:${form})${NEXT}`, "u"));

const SPEAKER_LABEL = /^\p{Lu}[\p{Lu}\p{M}.' ’-]+:\s/u;

/**
 * The dateline that opens the first paragraph, in the forms of wires and newspapers; it ends before the first word of
 * the story. In a transcript "KING: ..." is a speaker, not a place.
 *
 * @param others how the other paragraphs begin, to tell a transcript.
 * @returns `null` when the paragraph begins with the story.
 */
export function readDateline(paragraph: string, others: string[]): ReadDateline | null {
  const opening = paragraph.slice(0, MAX_DATELINE);
  for (const form of FORMS) {
    const match = form.exec(opening);
    if (match === null) continue;
    if (/:\s*$/.test(match[0]) && others.some((other) => SPEAKER_LABEL.test(other))) return null;
    const { agency, wire, place, date } = match.groups ?? {};
    const dated = agency !== undefined && new RegExp(`^(?:${DATE})$`, "u").test(agency);
    return {
      start: 0,
      end: match[0].length,
      agency: dated ? null : (agency ?? wire ?? null),
      place: place ?? null,
      date: dated ? agency : (date ?? null),
    };
  }
  return null;
}
