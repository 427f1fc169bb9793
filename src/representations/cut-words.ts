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
  const cut = end > 0 ? kept.slice(0, end) : wholeCharacters(start.join(""), kept.length);
  return `${cut.replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** The characters, as readers see them, that end within so many UTF-16 units: an accent stays with its letter. */
function wholeCharacters(words: string, units: number): string {
  const ends = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(words)].map(({ index }) => index);
  return words.slice(
    0,
    ends.findLast((end) => end <= units),
  );
}
