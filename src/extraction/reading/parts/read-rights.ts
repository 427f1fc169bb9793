import type { Rights } from "../../../article/model/schema.ts";
import { stripStop } from "./credits/credit-names.ts";

/** What a rights line says; `null` where it names none. */
export type ReadRights = Pick<Rights, "holder" | "year" | "licence">;

/** Longer blocks are not rights lines. UTF-16 units. */
const MAX_RIGHTS = 700;

const SIGN = "(?:©|(?<=copyright )@|\\(c\\)|copyright(?! law)|℗)";
const NOTICE =
  /^[\s(–—*•-]*(?:\d{4}\s*©|all (?:content|text|material) ©|(?:copyright\s*)?(?:©|\(c\)\s*(?:copyright\s*)?(?=\d{4}|\p{Lu}))|copyright\b[\s:,]*(?:©|@|\(c\)|\d{4}|by\b)|crown copyright|all rights reserved|no rights reserved|rights:|cc0\b|cc by\b|public domain\b|(?:this (?:article|story|text|work|content|page|material)|the text|text|content|material)?\s*(?:is |was |are )?(?:licen[cs]ed|republished|available|released|published|dedicated)\b.{0,60}\b(?:creative commons|cc[ -]by|cc0|licen[cs]e|public domain)\b|this (?:article|material|story|content|work) may not be (?:published|reproduced|redistributed)\b|this (?:article|story|work|text) is in the public domain\b)/iu;
const NAMED_NOTICE = /^[\s(]*C(?:opyright|OPYRIGHT) \p{Lu}.{0,80}\b\d{4}\b/u;
const YEARS = /\b(\d{4})(?:\s*[-–/]\s*(\d{4}|\d{2}))?\b/u;
const HOLDER_END =
  /\s*(?:[.,;|–—-]+\s*)?(?:all rights reserved|no rights reserved|some rights reserved|all right reserved|rights reserved|(?:this (?:article|material|story|work)\b)|visit\b|licen[cs]ed|republished|published under|released under|available under|distributed|reproduced|used (?:with|by) permission|cc[ -]?by|cc0|creative commons|https?:\/\/).*$/isu;
const CC_NAMES: [RegExp, string][] = [
  [/attribution[- ]non-?commercial[- ]no-?deriv/iu, "CC BY-NC-ND"],
  [/attribution[- ]non-?commercial[- ]share-?alike/iu, "CC BY-NC-SA"],
  [/attribution[- ]non-?commercial/iu, "CC BY-NC"],
  [/attribution[- ]no-?deriv/iu, "CC BY-ND"],
  [/attribution[- ]share-?alike/iu, "CC BY-SA"],
  [/creative commons attribution/iu, "CC BY"],
];

/** Whether a block is a rights line ("©2020 Bloomberg L.P.", "Licensed under CC BY 4.0"). */
export function isRightsLine(text: string): boolean {
  return text.length <= MAX_RIGHTS && (NOTICE.test(text) || NAMED_NOTICE.test(text));
}

/** Holder, year and licence of a rights line; `null` where it names none. The latest year of a range counts. */
export function readRights(notice: string): ReadRights {
  const years = YEARS.exec(notice.replace(/(?:cc|licen[cs]e|v(?:ersion)?)[^.;]{0,20}\d\.\d/giu, ""));
  return { holder: holderOf(notice), year: yearOf(years), licence: licenceOf(notice) };
}

function yearOf(years: RegExpExecArray | null): number | null {
  if (years?.[1] === undefined) return null;
  const last = years[2] === undefined ? years[1] : years[2].length === 2 ? years[1].slice(0, 2) + years[2] : years[2];
  const year = Number(last);
  return year >= 1400 && year <= 2999 ? year : null;
}

function holderOf(notice: string): string | null {
  const marked = new RegExp(`${SIGN}[\\s:,]*${SIGN}?[\\s:,]*(?:by\\s+)?(.*)$`, "isu").exec(notice)?.[1];
  if (marked === undefined) return null;
  const named = marked
    .replace(HOLDER_END, "")
    .replace(new RegExp(`^[\\s,]*${YEARS.source}[\\s,:.·•|–—-]*(?:by\\s+)?`, "iu"), "")
    .replace(new RegExp(`[\\s,]+${YEARS.source}\\.?$`, "iu"), "")
    .trim();
  const holder = stripStop(named.replace(/[,;:|–—(-]+$/u, "").trim());
  return /\p{L}/u.test(holder) && holder.length <= 150 ? holder : null;
}

/** A licence in its short form ("CC BY-SA 4.0", "CC0 1.0"), from words, a short form or a Creative Commons address. */
export function licenceOf(words: string): string | null {
  const address = /creativecommons\.org\/(?:licenses\/([a-z-]{2,8})|(publicdomain\/zero))\/(\d\.\d)/iu.exec(words);
  if (address !== null) return `${address[2] === undefined ? `CC ${address[1]?.toUpperCase()}` : "CC0"} ${address[3]}`;
  const version = /\b(\d\.\d)\b/u.exec(words)?.[1];
  const numbered = (name: string): string => (version === undefined ? name : `${name} ${version}`);
  if (/\bcc[ -]?0\b|\bcc zero\b/iu.test(words)) return `CC0 ${/\bcc[ -]?0[ -](\d\.\d)/iu.exec(words)?.[1] ?? "1.0"}`;
  const short = /\bcc[ -](by(?:-(?:nc|sa|nd)){0,2})\b/iu.exec(words)?.[1];
  if (short !== undefined) return numbered(`CC ${short.toUpperCase()}`);
  const named = CC_NAMES.find(([pattern]) => pattern.test(words))?.[1];
  if (named !== undefined) return numbered(named);
  const open = /\bopen government licen[cs]e(?:\s+v?(\d(?:\.\d)?))?/iu.exec(words);
  if (open !== null) return open[1] === undefined ? "Open Government Licence" : `Open Government Licence v${open[1]}`;
  return /\bpublic domain\b/iu.test(words) ? "public domain" : null;
}
