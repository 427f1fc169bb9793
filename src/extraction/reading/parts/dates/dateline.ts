import type { TextRange } from "../../../document.ts";
import { DAY, MONTH, OF, WEEKDAY } from "./calendar.ts";
import { isNoPlaceIn, isPlaceIn, isRubric } from "./dateline-places.ts";

/** A dateline inside the first paragraph: its range in that paragraph (UTF-16) and what it names. */
export interface ReadDateline extends TextRange {
  agency: string | null;
  place: string | null;
  date: string | null;
}

/** A dateline is at most this long; UTF-16 units. */
const MAX_DATELINE = 140;

const DATE = `(?:${WEEKDAY}\\.?,?\\s+)?(?:${MONTH}\\.?\\s+${DAY}|${DAY}${OF}\\s+${MONTH}\\.?)(?:,?${OF}\\s+\\d{4})?|${WEEKDAY}\\.?`;
const UPPER = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]*\\p{Lu}\\.?|\\p{Lu}{2}|ST\\.";
// "BUENA PARK, Calif.", "NEW YORK, N.Y.", "BRUSSELS/BERLIN", "RIO DE JANEIRO", "CAMP LEMONNIER, Djibouti".
const CAPITALS = `(?:${UPPER})(?:[ /-](?:${UPPER}|and|on|in)){0,5}(?:,\\s(?:\\p{Lu}[\\p{L}\\p{M}'’.]*)(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.]*){0,2})?`;
const NAMED = "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:[ /-]\\p{Lu}[\\p{L}\\p{M}'’.-]+){0,3}";
const NAME = `${NAMED}(?:,\\s\\p{Lu}[\\p{L}\\p{M}'’.]*(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.]*){0,2})?`;
const AGENCY = "\\((?<agency>[^()]{2,50})\\)|/(?<wire>[\\p{L} -]{2,30})/";
/** Agencies and channels that put no dash behind their name. */
const WITHOUT_DASH = "CNN(?: Business)?|AP|AFP|UPI|BBC|PTI|ANI|IANS|Reuters|Xinhua|TASS|Bloomberg|dpa|ABC|CBS|NBC|NPR";
const DASH = "\\s*(?:--+|[—–―])\\s*|\\s+[-_]\\s+";
/** Behind an agency: "(Reuters) - ", "(SUNA)-", "(EFE).- ", "(PTI): ", "/TASS/. ". */
const BEHIND_AGENCY = "\\s*[.:]?\\s*(?:-+|[—–―_])\\s*|\\s*:\\s+|(?<=/)\\.\\s+";
const NEXT = "(?=[\\p{Lu}\\p{Lo}\\p{N}“‘\"'«„(]|$|\\P{ASCII})";

const FORMS = compile([
  // "(Bloomberg) -- ", "(Reuters) - "
  `(?:${AGENCY})(?:${DASH})`,
  // "(CNN) The"
  `\\((?<agency>\\p{Lu}{2,6}|${WITHOUT_DASH})\\)\\s+`,
  // "May 3 (Reuters) - "
  `(?<date>${DATE})\\s+(?:${AGENCY})(?:${DASH})`,
  // "MOSCOW, March 6 (Reuters) - ", "DALLAS (AP) — ", "MOSCOW, May 3. /TASS/. ", "TARN--(BUSINESS WIRE)--"
  `(?<place>${CAPITALS})(?:[,.]?\\s+\\(?(?<date>${DATE})\\)?)?[,.]?(?:\\s*|--)(?:${AGENCY})(?:${BEHIND_AGENCY})`,
  // "PARIS, 6 March – ", "LONDON —", "PARIS | "
  `(?<place>${CAPITALS})(?:,?\\s+\\(?(?<date>${DATE})\\)?)?,?\\s*(?:${DASH}|\\s\\|\\s+)`,
  // "Kabul (dpa) - ", "Moscow, March 6 (Interfax) – ", "Pune, May 3 (PTI): "
  `(?<place>${NAME})(?:[,.]\\s+(?<date>${DATE}))?,?\\s+(?:${AGENCY})(?:${BEHIND_AGENCY})`,
  // "Accra, May 3, GNA - "
  `(?<place>${NAME}),\\s+(?<date>${DATE})(?:,?\\s+(?<agency>\\p{Lu}{2,6}))?(?:${DASH})`,
  // "3 May 2024, Geneva – "
  `(?<date>${DATE}),\\s+(?<place>${NAME})(?:${DASH})`,
  // "Hong Kong (CNN Business) A", "Tarn, Ill. — Ferries"
  `(?<place>${NAME})\\s*\\((?<agency>${WITHOUT_DASH})\\)\\s*`,
  // "Pune, May 3 (PTI) The"
  `(?<place>${NAME}),\\s+(?<date>${DATE})\\s+\\((?<agency>${WITHOUT_DASH})\\)\\s+`,
  `(?<place>${NAMED}, (?!(?:Jr|Sr|Inc|Ltd|Co|Corp)\\.)\\p{Lu}\\p{Ll}{1,5}\\.)(?:${DASH})`,
  // "NEW DELHI: "
  `(?<place>${CAPITALS})(?:,\\s+(?<date>${DATE}))?\\s?:\\s+`,
  // "Hanamkonda: ", "Pune, May 3: "
  `(?<place>${NAMED})(?:,\\s+(?<date>${DATE})\\s*)?\\s?:\\s+`,
]);
/** Forms that other words have too: "Tarn — The town has a boat.", "Silence. The hall was dark." */
const WEAK_FORMS = compile([`(?<place>${NAME})(?:${DASH}|\\s\\|\\s+)`, `(?<place>${CAPITALS}|${NAMED})\\.\\s+`]);

const ONLY_DATE = new RegExp(`^(?:${DATE})$`, "u");
/** "MAYOR: ..." in a transcript, "Quill: ..." in an interview. */
const SPEAKER_LABEL = /^\p{Lu}[\p{L}\p{M}.' ’-]{0,40}:\s/u;

/**
 * The dateline that opens the first paragraph, in the forms of wires and newspapers; it ends before the first word of
 * the story. In a transcript "KING: ..." is a speaker, not a place. Behind a place alone, a dash or a full stop counts
 * only where the place is known or the story says "in Tarn".
 *
 * @param others the other paragraphs, which tell a transcript and a place, as does the headline.
 * @returns `null` when the paragraph begins with the story.
 */
export function readDateline(paragraph: string, others: string[], headline = ""): ReadDateline | null {
  const opening = paragraph.slice(0, MAX_DATELINE);
  const sure = firstMatch(FORMS, opening);
  const match = sure ?? firstMatch(WEAK_FORMS, opening);
  if (match === null) return null;
  const { agency, wire, place, date } = match.groups ?? {};
  if (place !== undefined && isRubric(place)) return null;
  const texts = [paragraph.slice(match[0].length), headline, ...others];
  if (/:\s*$/.test(match[0]) && (agency ?? date) === undefined) {
    if (others.some((other) => SPEAKER_LABEL.test(other)) || isNoPlaceIn(place ?? "", texts)) return null;
  }
  if (sure === null && !isPlaceIn(place ?? "", texts)) return null;
  const dated = agency !== undefined && ONLY_DATE.test(agency);
  return {
    start: 0,
    end: match[0].length,
    agency: dated ? null : (agency ?? wire ?? null),
    place: place ?? null,
    date: dated ? agency : (date ?? null),
  };
}

function compile(forms: string[]): RegExp[] {
  return forms.map((form) => new RegExp(`^(?:${form})${NEXT}`, "u"));
}

function firstMatch(forms: RegExp[], opening: string): RegExpExecArray | null {
  for (const form of forms) {
    const match = form.exec(opening);
    if (match !== null) return match;
  }
  return null;
}
