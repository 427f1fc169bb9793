import type { TextRange } from "../../document.ts";

const BRACKETS = /[「」『』]/g;

/** The words inside the corner brackets of Japanese and Chinese, 「はい」と言った; only the outermost pairs, `from`-`to` with the brackets. */
export function pairCornerBrackets(text: string, block: TextRange): (TextRange & { from: number; to: number })[] {
  const found: (TextRange & { from: number; to: number })[] = [];
  let [depth, from] = [0, 0];
  for (const { index, 0: bracket } of text.slice(block.start, block.end).matchAll(BRACKETS)) {
    const at = block.start + index;
    if (bracket === "「" || bracket === "『") {
      if (depth === 0) from = at;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0 && at > from + 1) found.push({ start: from + 1, end: at, from, to: at + 1 });
    }
  }
  return found;
}
