import { DAY, MONTH, OF, WEEKDAY } from "./calendar.ts";
import { toMoment } from "./moment.ts";

/** When an article was published and changed, as far as a line says so. */
export interface LineDates {
  publishedAt: string | null;
  updatedAt: string | null;
}

/** What a line that says when says: also whether it says so in words ("Published", "Updated"). */
export interface LabelledDates extends LineDates {
  labelled: boolean;
}

/** Longer lines are sentences. UTF-16 units. */
const MAX_DATE_LINE = 160;

const CLOCK = "\\d{1,2}(?:[:.h]\\d{2}){1,2}";
const HALF = "[ap]\\.?\\s?m\\b\\.?";
const ZONES =
  "ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|AST|ADT|NST|NDT|AKST|AKDT|HST|GMT|UTC|BST|IST|WET|WEST|CET|CEST|EET|EEST|MSK|TRT|SAST|EAT|WAT|CAT|AEST|AEDT|ACST|ACDT|AWST|NZST|NZDT|SGT|HKT|JST|KST|PKT|PHT|WIB|GST";
const PLACES_OF_ZONES = "eastern|central|mountain|pacific|atlantic|local|greenwich|british|european|australian|universal|moscow";
/** "Published" and "Updated" in German, French, Spanish, Italian, Portuguese and Dutch. */
const PUBLISHED = "(?:erst)?veröffentlicht|erschienen|erstellt|publiziert|publiée?|mise? en ligne|publicad[oa]|pubblicat[oa]|gepubliceerd";
const UPDATED =
  "(?:zuletzt |letzte )?aktualisier(?:t|ung)|stand|mise? à jour|modifiée?|(?:última )?actualiza(?:d[oa]|ción)|aggiornat[oa]|(?:última )?atualiza(?:d[oa]|ção)|bijgewerkt";
/** Where they are written, the day stands before the month: "Stand: 03.04.2024", "03.04.2024, 10:30 Uhr". */
const DAY_FIRST = new RegExp(`(?<!\\p{L})(?:${PUBLISHED}|${UPDATED}|uhr|uur)(?!\\p{L})`, "iu");

/** What a date line is made of, each as it may stand at one place of it. */
const PIECES: [Piece, RegExp][] = (
  [
    ["date", "\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?(?!\\d)"],
    ["date", "(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}|\\d{4}[./]\\d{1,2}[./]\\d{1,2})(?!\\d)"],
    ["date", `${MONTH}\\.?[\\s-]+${DAY},?[\\s-]+\\d{4}(?!\\d)`],
    ["date", `(?:the\\s+)?${DAY}${OF}[\\s-]+${MONTH}\\.?,?${OF}[\\s-]+\\d{4}(?!\\d)`],
    // A day without its year, "today", "2 hours ago": when, but not which day of the calendar.
    ["vague", `(?:${MONTH}\\.?\\s+${DAY}|${DAY}${OF}\\s+${MONTH}(?!\\p{L})\\.?)(?![\\d:])`],
    ["vague", "(?:today|yesterday|just now)\\b"],
    ["ago", "(?:an?|\\d{1,3})\\s*(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year|[mhd])s?\\s+ago\\b"],
    ["glue", "\\d{1,3}[ -]min(?:ute)?s?(?:[ -](?:read|listen))?(?!\\p{L})"],
    [
      "time",
      `(?:${CLOCK}(?:\\s*${HALF})?|\\d{1,2}\\s*${HALF}|(?:12 )?(?:noon|midnight))(?:\\s*(?:hrs|hours|h|o['’]clock|Uhr|uur|heures))?(?![\\p{L}\\d])`,
    ],
    ["time", `[0-2]\\d[0-5]\\d(?:hrs|h)?(?=\\s?(?:hrs|hours|${ZONES})\\b)`],
    [
      "glue",
      `(?:(?:${ZONES})\\b|(?:${PLACES_OF_ZONES})(?: (?:standard|summer|daylight|european|mean))? time\\b)?(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?(?!\\p{L})`,
    ],
    ["glue", `${WEEKDAY}(?!\\p{L})\\.?`],
    [
      "published",
      "(?:(?:this|the) (?:article|story|piece|post|report|page) (?:was |is )?)?(?:(?:first|originally) )?(?:published|posted|issued|released|created|filed|uploaded)(?: date| time)?\\b|(?:publication |publish(?:ing)? |pub(?:lished)? |posting |issue )?dated?\\b",
    ],
    [
      "updated",
      "(?:(?:this|the) (?:article|story|piece|post|report|page) (?:was |is |has been )?)?(?:(?:last|latest|most recently|recently) )?(?:updated?|modified|revised|edited|amended|changed|modification)(?: date| time)?\\b",
    ],
    ["published", `(?:${PUBLISHED})(?!\\p{L})`],
    ["updated", `(?:${UPDATED})(?!\\p{L})`],
    ["glue", "(?:am|um|den|vom|le|à|el|il|op|om|em|às|alle|a las)(?!\\p{L})"],
    ["glue", "(?:CBS|NBC|ABC|Fox|CNN|BBC|Sky)(?: (?:News|Sport|Business))?\\b"],
    ["glue", "(?:on|at|and|as of|since|from)\\b|[\\s,;:.|/•·●∙–—()[\\]-]+"],
  ] satisfies [Piece, string][]
).map(([piece, pattern]) => [piece, new RegExp(pattern, "iuy")]);
type Piece = "date" | "vague" | "ago" | "time" | "published" | "updated" | "glue";

/**
 * Reads a line that says when and nothing else: "Updated 1:39 am EST, Wednesday, November 20, 2019". A date follows what
 * it is of; one without "published" or "updated" before it is of publication. Of a time only its day counts: newspapers
 * write the day of their own place.
 *
 * @returns `null` when the line says anything else. The moments are `null` where no day of the calendar is named.
 */
export function readLineDates(text: string): LabelledDates | null {
  const pieces = piecesOf(text);
  if (pieces === null) return null;
  const found: LineDates = { publishedAt: null, updatedAt: null };
  const isDayFirst = DAY_FIRST.test(text);
  let field: keyof LineDates = "publishedAt";
  for (const [piece, words] of pieces) {
    if (piece === "published") field = "publishedAt";
    if (piece === "updated") field = "updatedAt";
    if (piece === "date") found[field] ??= toMoment(isDayFirst ? dayFirst(words) : words);
  }
  const has = (...kinds: Piece[]): boolean => pieces.some(([piece]) => kinds.includes(piece));
  const labelled = has("published", "updated");
  // "29 November 2024 | 20 January 2025" is how long something lasts.
  if (!labelled && pieces.filter(([piece]) => piece === "date").length > 1) return null;
  const isWhen = has("date") || (labelled && has("vague", "ago", "time")) || (has("vague") && has("time"));
  return isWhen ? { ...found, labelled } : null;
}

/** "03.04.2024" of a line in German as a date that has one meaning only. */
function dayFirst(date: string): string {
  return date.replace(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, (_, day: string, month: string, year: string) => {
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  });
}

/** A byline without the dates before or behind it: "By Jane Roe, Staff Writer | May 3, 2024", "May 3, 2024 | By Jane Roe". */
export function splitDates(text: string): { words: string; dates: LineDates | null } {
  if (text.length > 200 || !/\d{4}/.test(text)) return { words: text, dates: null };
  const by = text.search(/\bby:? /i);
  const before = by > 0 ? readLineDates(text.slice(0, by).replace(/\b(?:published|posted|updated)\s*$/i, "")) : null;
  if (before !== null) return { words: text.slice(by), dates: before };
  for (const { index } of text.matchAll(/(?<=[\s,|/(•·–—-])[\p{L}\d(]/gu)) {
    const dates = readLineDates(text.slice(index));
    if (dates !== null) return { words: text.slice(0, index).replace(/[\s,;|/(•·–—-]+$/u, ""), dates };
  }
  return { words: text, dates: null };
}

/** Whether a line is a time of day and nothing else, as over a post of a live blog: "6.05pm", "18:05 GMT", "2h ago". */
export function isTimeLine(text: string): boolean {
  if (/^\d{1,2}\.\d{2}$/.test(text)) return false;
  const pieces = piecesOf(text);
  const times = pieces?.filter(([piece]) => piece === "time" || piece === "ago").length;
  return times === 1 && /\d/.test(text) && readLineDates(text) === null;
}

/** The pieces of a line, or `null` when it has words of another kind. */
function piecesOf(text: string): [Piece, string][] | null {
  if (text.length > MAX_DATE_LINE || !/\d|ago|day|now/i.test(text)) return null;
  const pieces: [Piece, string][] = [];
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at);
    if (piece === null) return null;
    pieces.push(piece);
    at += piece[1].length;
  }
  return pieces;
}

function pieceAt(text: string, at: number): [Piece, string] | null {
  for (const [piece, pattern] of PIECES) {
    pattern.lastIndex = at;
    const words = pattern.exec(text)?.[0] ?? "";
    if (words !== "") return [piece, words];
  }
  return null;
}
