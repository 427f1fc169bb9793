import { toMoment } from "../parts/dates/moment.ts";
import { NO_METADATA, type RawDocument, type RawOmission } from "../raw-document.ts";
import type { Line } from "./lines.ts";

const FIELD = /^(from|to|cc|date|sent|subject|reply-to|von|an|datum|gesendet|betreff):\s*(.*)$/iu;
const SUBJECTS = ["subject", "betreff"];
const DATES = ["date", "sent", "datum", "gesendet"];
const FORWARDED = /^(?:(?:fwd?|re|wg|aw|tr|rv):\s*)+/iu;
const QUOTED = /^(?:>\s?)+/u;
/** Of the lines below the header, the share that is quoted in a mail that passes an article on. */
const QUOTED_SHARE = 0.7;
const MOST_SIGNATURE = 8;

/** A text that came by mail, without header, quotation marks of forwarding, the sender's own words and signature. */
export interface Mail {
  lines: Line[];
  omitted: RawOmission[];
  metadata: RawDocument["metadata"];
}

/** Reads the header of a mail above a text, and takes the ">" off a text that is quoted. Other texts stay as they are. */
export function readMail(lines: Line[]): Mail {
  const header = headerOf(lines);
  const signed = lines.findLastIndex(({ text }, at) => /^--$/.test(text) && lines.length - at <= MOST_SIGNATURE + 1);
  const end = header.length > 0 && signed > 0 ? signed : lines.length;
  const below = lines.slice(header.length, end);
  const quoted = below.filter(({ text }) => QUOTED.test(text));
  const isQuoted = quoted.length > 2 && quoted.length >= below.length * QUOTED_SHARE;
  const own = isQuoted ? below.filter(({ text }) => !QUOTED.test(text)) : [];
  const field = (names: string[]): string | null => {
    const line = header.find(({ text }) => names.includes(FIELD.exec(text)?.[1]?.toLowerCase() ?? ""));
    return line === undefined ? null : (FIELD.exec(line.text)?.[2]?.trim() ?? null);
  };
  return {
    lines: isQuoted ? unquoted(quoted) : below,
    omitted: [...header, ...own, ...lines.slice(end)].map(({ start, end: to }) => ({ reason: "metadata", place: { start, end: to } })),
    metadata: { ...NO_METADATA, title: field(SUBJECTS)?.replace(FORWARDED, "") || null, publishedAt: toMoment(field(DATES) ?? "") },
  };
}

/** The first lines where they are fields of a mail, its subject among them. */
function headerOf(lines: Line[]): Line[] {
  const end = lines.findIndex(({ text, opens }, at) => (at > 0 && opens) || !FIELD.test(text));
  const header = lines.slice(0, Math.max(0, end));
  const isMail = header.length > 1 && header.some(({ text }) => SUBJECTS.includes(FIELD.exec(text)?.[1]?.toLowerCase() ?? ""));
  return isMail ? header : [];
}

/** A line of nothing but the mark separates paragraphs. */
function unquoted(lines: Line[]): Line[] {
  const bare: Line[] = [];
  let opens = true;
  for (const line of lines) {
    const mark = QUOTED.exec(line.text)?.[0] ?? "";
    const text = line.text.slice(mark.length);
    if (text !== "") bare.push({ ...line, text, start: line.start + mark.length, opens: opens || line.opens });
    opens = text === "";
  }
  return bare;
}
