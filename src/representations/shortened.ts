/**
 * Words cut to at most `length` code points, at the end of a word where there is one, with `…` for the rest.
 *
 * @param words of any length; time depends on `length` alone
 */
export function shortened(words: string, length: number): string {
  // Two UTF-16 units a code point at most, and two more to see that there is more.
  const characters = Array.from(words.slice(0, 2 * length + 2));
  if (characters.length <= length) return words;
  const kept = characters.slice(0, length - 1).join("");
  const whole = characters.slice(0, length).join("");
  return `${(/\s$/u.test(whole) ? kept : withoutLastWord(kept)).trimEnd()}…`;
}

/** Without the word that ends it, which may be half of one; all of it where it is one word. */
export function withoutLastWord(words: string): string {
  return words.replace(/\s+\S*$/u, "") || words;
}

/** Without the word that begins it, which may be half of one; all of it where it is one word. */
export function withoutFirstWord(words: string): string {
  return words.replace(/^\S*\s+/u, "") || words;
}
