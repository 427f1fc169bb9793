import { decodeHTMLStrict } from "entities";

/** Marks of emphasis in a row, of which some may still open or close something. */
interface EmphasisRun {
  part: number;
  left: number;
}

const WORD = /[\p{L}\p{N}]/u;
const PLAIN = /[^\\`![\]<&*_~]+/y;
const DESTINATION =
  /\(\s{0,3}(?:<[^<>\n]{0,2000}>|[^\s()<>[\]]{0,2000}(?:\([^\s()<>[\]]{0,500}\)[^\s()<>[\]]{0,500})?)(?:\s{1,3}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s{0,3}\)/y;
const REFERENCE = /\[([^[\]\n]{0,200})\]/y;
const FOOTNOTE = /\[\^[^\]\s]{1,40}\]/y;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/y;
const TAG = /<(\/?[a-zA-Z][a-zA-Z\d-]*)(?:[\s/][^<>]{0,2000})?>/y;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});/y;
const MAX_TICKS = 8;

/**
 * The visible text of Markdown inline markup: emphasis, code, links, images (which have no visible text), autolinks,
 * HTML tags and comments, entities, backslash escapes. One pass with a stack for each kind of mark, so that no input
 * takes more than linear time; an unmatched mark is a character.
 *
 * @param references lower-case labels that the document defines (`[label]: address`).
 */
export function visibleInline(source: string, references: ReadonlySet<string>): string {
  const parts: string[] = [];
  const runs: Record<string, EmphasisRun[]> = { "*": [], _: [], "~": [] };
  const brackets: { part: number; at: number; image: boolean }[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  const skipTo = (close: string, from: number): number => {
    if (unclosed.has(close)) return -1;
    const found = source.indexOf(close, from);
    if (found < 0) unclosed.add(close);
    return found;
  };

  /** Closes a bracket: a link keeps its words, an image goes, anything else was a bracket. */
  const closeBracket = (): number => {
    const open = brackets.pop();
    if (open === undefined) return literal("]");
    const label = source.slice(open.at, Math.min(at, open.at + 200)).toLowerCase();
    at += 1;
    const destination = take(DESTINATION);
    const reference = destination === null ? take(REFERENCE) : null;
    const target = destination ?? reference;
    const known = reference === null || references.has((reference[1] || label).toLowerCase());
    at -= 1;
    const isLink = (target !== null && known) || references.has(label);
    if (!isLink) {
      parts[open.part] = open.image ? "![" : "[";
      return literal("]");
    }
    if (open.image) {
      parts.length = open.part;
      for (const stack of Object.values(runs)) while ((stack.at(-1)?.part ?? -1) >= open.part) stack.pop();
    }
    return 1 + (target !== null && known ? target[0].length : 0);
  };

  const literal = (text: string, taken = text.length): number => {
    parts.push(text);
    return taken;
  };

  /** One construct at `at`; returns how many characters it took. */
  const step = (): number => {
    const mark = source[at] ?? "";
    if (mark === "\\")
      return at + 1 < source.length && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? "") ? literal(source[at + 1] ?? "", 2) : literal("\\");
    if (mark === "`") return code();
    if (mark === "!" && source[at + 1] !== "[") return literal("!");
    if (mark === "[" && take(FOOTNOTE) !== null) return take(FOOTNOTE)?.[0].length ?? 1;
    if (mark === "[" || mark === "!") {
      const image = mark === "!";
      brackets.push({ part: parts.length, at: at + (image ? 2 : 1), image });
      parts.push("");
      return image ? 2 : 1;
    }
    if (mark === "]") return closeBracket();
    if (mark === "<") return angle();
    if (mark === "&") {
      const entity = take(ENTITY)?.[0];
      return entity === undefined ? literal("&") : literal(decodeHTMLStrict(entity), entity.length);
    }
    if (mark in runs) return emphasis(mark);
    return literal(take(PLAIN)?.[0] ?? mark);
  };

  const code = (): number => {
    const ticks = /`+/y;
    ticks.lastIndex = at;
    const fence = ticks.exec(source)?.[0] ?? "`";
    const close = fence.length > MAX_TICKS ? -1 : skipTo(fence, at + fence.length);
    if (close < 0) return literal(fence);
    literal(source.slice(at + fence.length, close));
    return close + fence.length - at;
  };

  const angle = (): number => {
    if (source.startsWith("<!--", at)) {
      const end = skipTo("-->", at + 4);
      return end < 0 ? literal("<!--") : end + 3 - at;
    }
    const link = take(AUTOLINK);
    if (link?.[1] !== undefined) return literal(link[1].replace(/^mailto:/, ""), link[0].length);
    const tag = take(TAG);
    if (tag === null) return literal("<");
    if (/^br$/i.test(tag[1] ?? "")) parts.push(" ");
    return tag[0].length;
  };

  const emphasis = (mark: string): number => {
    let end = at;
    while (source[end] === mark) end += 1;
    const length = end - at;
    const [before, after] = [source[at - 1] ?? " ", source[end] ?? " "];
    const stack = runs[mark] ?? [];
    if (mark === "~" && length < 2) return literal(mark);
    const inside = mark === "_" && WORD.test(before) && WORD.test(after);
    const run: EmphasisRun = { part: parts.length, left: length };
    parts.push("");
    for (let open = stack.at(-1); open !== undefined && run.left > 0 && !inside && /\S/.test(before); open = stack.at(-1)) {
      const matched = Math.min(open.left, run.left);
      open.left -= matched;
      run.left -= matched;
      if (open.left === 0) {
        stack.pop();
        parts[open.part] = "";
      } else parts[open.part] = mark.repeat(open.left);
    }
    parts[run.part] = mark.repeat(run.left);
    if (run.left > 0 && !inside && /\S/.test(after)) stack.push(run);
    return length;
  };

  while (at < source.length) at += step();
  for (const { part, image } of brackets) parts[part] = image ? "![" : "[";
  return parts.join("");
}
