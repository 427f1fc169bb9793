const [A, Z, ASCII] = ["A".charCodeAt(0), "Z".charCodeAt(0), 0x80];

/** Whether a word begins with a capital letter. Asked of every word, so the common letters are compared without a pattern. */
export function beginsWithCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < ASCII ? code >= A && code <= Z : /^\p{Lu}/u.test(word);
}
