import { decodeHTML } from "entities";
import type { TextRange } from "../../document.ts";

/** Characters that a block may have lost or changed on its way; the places of words do not depend on them. */
const BLANK = /[\s\p{Cc}\p{Cf}]/u;
const BLANKS = /[\s\p{Cc}\p{Cf}]+/gu;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?/iy;
const RAW = /<(script|style|title|textarea)[\s>]/iy;
/** A block starts at most so far behind the one before it: between them may stand what is hidden. UTF-16 units. */
const WINDOW = 100_000;
/** More blocks that are not found where they should be, and the page is not searched on. */
const MAX_MISSES = 200;

/** The words of a page without blanks, and where each UTF-16 unit of them stands in the file. */
interface Words {
  text: string;
  starts: number[];
  ends: number[];
}

/** Finds the places of a page's blocks, which must be asked for in the order of the page. Time is linear in the page. */
export function placesIn(decoded: string): (text: string) => TextRange | null {
  const words = wordsOf(decoded);
  let [from, misses] = [0, 0];
  return (text) => {
    const sought = text.replace(BLANKS, "");
    if (sought === "" || misses > MAX_MISSES) return null;
    const found = words.text.slice(from, from + sought.length + WINDOW).indexOf(sought);
    if (found < 0) {
      misses += 1;
      return null;
    }
    const start = from + found;
    from = start + sought.length;
    return { start: words.starts[start] ?? 0, end: words.ends[from - 1] ?? 0 };
  };
}

function wordsOf(decoded: string): Words {
  const words: Words = { text: "", starts: [], ends: [] };
  const next = finder(decoded);
  for (let at = Math.max(0, decoded.search(/<body[\s>]/i)); at < decoded.length; ) {
    if (decoded[at] === "<" && /[a-z!/?]/i.test(decoded[at + 1] ?? "")) at = behindTag(decoded, at, next);
    else if (decoded[at] === "&") at = addEntity(words, decoded, at);
    else at = addCharacter(words, decoded, at);
  }
  return words;
}

/** Behind a tag, a comment, or a script with all in it; behind the bracket alone where nothing closes it. */
function behindTag(decoded: string, at: number, next: (sought: string, from: number) => number): number {
  if (decoded.startsWith("<!--", at)) return next("-->", at + 4) + 3;
  RAW.lastIndex = at;
  const raw = RAW.exec(decoded)?.[1];
  if (raw !== undefined) return next(`</${raw.toLowerCase()}`, at) + 2;
  const end = next(">", at);
  return end < decoded.length ? end + 1 : at + 1;
}

/** Where a string comes next, or the length of the text. It looks for each once only: callers go forward. */
function finder(decoded: string): (sought: string, from: number) => number {
  const known = new Map<string, number>();
  const lower = decoded.toLowerCase();
  // A letter may change its length with its case ("İ"): then places would shift, and the text is searched as it is.
  const text = lower.length === decoded.length ? lower : decoded;
  return (sought, from) => {
    const before = known.get(sought) ?? -1;
    if (before >= from) return before;
    const found = text.indexOf(sought, from);
    const place = found < 0 ? text.length : found;
    known.set(sought, place);
    return place;
  };
}

function addEntity(words: Words, decoded: string, at: number): number {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(decoded)?.[0];
  if (entity === undefined) return addCharacter(words, decoded, at);
  const end = at + entity.length;
  for (const character of decodeHTML(entity)) add(words, character, at, end);
  return end;
}

function addCharacter(words: Words, decoded: string, at: number): number {
  const character = String.fromCodePoint(decoded.codePointAt(at) ?? 0);
  add(words, character, at, at + character.length);
  return at + character.length;
}

function add(words: Words, character: string, start: number, end: number): void {
  if (BLANK.test(character)) return;
  words.text += character;
  for (let unit = 0; unit < character.length; unit += 1) {
    words.starts.push(start);
    words.ends.push(end);
  }
}
