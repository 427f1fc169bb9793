/** A key of an archive, as `src/office/keys.ts` makes it, also with its letters percent-encoded. */
const KEY = /vbk(?:_|%5f)[\w%-]+/gi;

/** A text for a log or a problem: without keys that somebody sent in the wrong place. */
export function withoutKeys(text: string): string {
  return text.replace(KEY, "vbk_(not shown)");
}
