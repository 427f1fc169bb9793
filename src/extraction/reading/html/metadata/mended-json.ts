const STRING = /"(?:[^"\\]|\\[\s\S])*"/y;
/** Wrappers that hide a script from old browsers and XML. */
const WRAPPING = ["<!--", "-->", "<![CDATA[", "]]>"];
const BREAKS = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/**
 * JSON as pages write it, made JSON: comments, CDATA and commas and semicolons at the end go, line breaks in strings are
 * escaped. What else is wrong stays wrong. Time is linear.
 */
export function mendedJson(written: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < written.length; ) {
    const skipped = behindComment(written, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    STRING.lastIndex = at;
    const string = written[at] === '"' ? STRING.exec(written)?.[0] : undefined;
    if (string !== undefined) pieces.push(escaped(string));
    else if (written[at] === "}" || written[at] === "]") {
      while (pieces.at(-1) === ",") pieces.pop();
      pieces.push(written[at] ?? "");
    } else if (!/[\s;]/.test(written[at] ?? "")) pieces.push(written[at] ?? "");
    at += string?.length ?? 1;
  }
  while (pieces.at(-1) === ",") pieces.pop();
  return pieces.join("");
}

/** Behind a comment or a wrapper that stands here, else where it was. A comment that nothing closes is its two signs. */
function behindComment(written: string, at: number): number {
  const wrapper = WRAPPING.find((sign) => written.startsWith(sign, at));
  if (wrapper !== undefined) return at + wrapper.length;
  if (written.startsWith("//", at)) return behindLine(written, at);
  if (!written.startsWith("/*", at)) return at;
  // Looked for near only: a comment in JSON-LD is a line or two.
  const end = written.slice(at, at + 2_000).indexOf("*/", 2);
  return end < 0 ? at + 2 : at + end + 2;
}

/** "//" hides the CDATA signs behind it from scripts; a whole line may be a comment, too. */
function behindLine(written: string, at: number): number {
  const line = /^\/\/[^\n\r]*/.exec(written.slice(at, at + 500))?.[0] ?? "//";
  return at + (/^\/\/\s*(?:<!\[CDATA\[|\]\]>|<!--|-->)/.exec(line)?.[0].length ?? line.length);
}

/** A string with its control characters and its wrong escapes ("\\'") mended. */
function escaped(string: string): string {
  return string.replace(/\\([\s\S])|[\u0000-\u001f]/g, (found: string, sign: string | undefined) => {
    if (sign === undefined) return BREAKS.get(found) ?? "";
    return /["\\/bfnrtu]/.test(sign) ? found : (BREAKS.get(sign) ?? sign);
  });
}
