import { fold } from "../../../article/words/fold.ts";
import { splitDates } from "../parts/dates/line-dates.ts";
import type { Line } from "./lines.ts";

/** UTF-16 units. */
const MAX_HEAD = 100;
/** "FERRY POST      4", "The Ferry Post, Page 4", "4 | The Ferry Post"; "Lap 1" and "Lap 2" are headings. */
const NUMBERED = /\s{3,}\d+$|^\d+\s{3,}|^\d+\s[|–—-]\s|\s[|–—-]\s\d+$|\b(?:page|seite|página|pagina) \d+/iu;
/** Before a hyphen that is the word's own: "well-known", "co-operate". */
const PREFIXES = new Set(
  "well self co non ex anti pro long short high low mid half re pre post semi vice all two three four five six seven eight nine ten first second third".split(
    " ",
  ),
);
/** A text with fewer words cut at the end of a line was not typeset: its hyphens are its own. */
const FEWEST_CUTS = 2;
const CUT = /(?<=\p{L}{2})-$/u;

/** The heads and feet that pages of print repeat: the same words with another number. */
export function runningHeads(lines: Line[]): Set<Line> {
  const groups = Map.groupBy(
    lines.filter(({ text }) => text.length <= MAX_HEAD && NUMBERED.test(text)),
    ({ text }) => fold(text.replace(/\d+/gu, "")),
  );
  const found = [...groups].filter(
    ([words, same]) => words !== "" && same.length > 1 && new Set(same.map(({ text }) => text)).size === same.length,
  );
  // "1. Bread" and "2. Bread", but also the items of a list: a head stands alone, with blank lines around it.
  const alone = new Set(lines.filter(({ opens }, at) => opens && (lines[at + 1]?.opens ?? true)));
  const heads = found.flatMap(([, same]) => (same.every((line) => alone.has(line)) ? same : []));
  // Above the first page the same name has the date instead of a number.
  const first = lines[0] === undefined || heads.length === 0 ? null : splitDates(lines[0].text);
  const isMasthead = first?.dates != null && heads.some(({ text }) => fold(text).startsWith(fold(first.words)));
  return new Set(isMasthead ? [...lines.slice(0, 1), ...heads] : heads);
}

/** A test for the hyphens that typesetting put at the ends of lines: "ser-" above "vice". Those of words stay. */
export function cutsOf(lines: Line[]): (line: string, next: string) => boolean {
  const cuts = lines.filter(({ text }, at) => CUT.test(text) && /^\p{Ll}/u.test(lines[at + 1]?.text ?? ""));
  if (cuts.length < FEWEST_CUTS) return () => false;
  const whole = new Set(lines.flatMap(({ text }) => text.match(/\p{L}{1,40}-\p{L}{1,40}/gu) ?? []).map((word) => word.toLowerCase()));
  return (line, next) => {
    const before = /\p{L}+(?=-$)/u.exec(line.slice(-40))?.[0] ?? "";
    const after = /^\p{Ll}+/u.exec(next)?.[0] ?? "";
    return CUT.test(line) && after !== "" && !PREFIXES.has(before.toLowerCase()) && !whole.has(`${before}-${after}`.toLowerCase());
  };
}
