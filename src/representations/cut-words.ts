/**
 * Words shortened to at most `length` code points: cut between two words, with an ellipsis in the place of what is left out. A text
 * without spaces is cut between two characters as readers see them.
 */
export function cutWords(words: string, length: number): string {
  // A code point has two UTF-16 units at most; hostile texts may be very long.
  const start = Array.from(words.slice(0, 2 * length + 2));
  if (start.length <= length) return words;
  const kept = start.slice(0, length - 1).join("");
  const isWhole = /\s/.test(start[length - 1] ?? "");
  const end = isWhole ? kept.length : kept.search(/\s\S*$/u);
  const cut = end > kept.length / 2 ? kept.slice(0, end) : withoutPart(kept);
  return `${cut.replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** Without its last character: what follows it may have belonged to it, as an accent does. */
function withoutPart(words: string): string {
  const characters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(words)];
  return words.slice(0, characters.at(-1)?.index);
}
