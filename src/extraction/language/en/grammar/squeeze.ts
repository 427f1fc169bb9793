/** A run of token classes as a short pattern: adverbs and times dropped, noun phrases one letter, "of the ..." dropped. */
export function squeeze(classes: string): string {
  if (classes === "") return "";
  const phrases = classes
    .slice(0, 60)
    .replace(/[Rtx]+/g, "")
    .replace(/[DnN#]+(?:G[nN#]*)*/g, "M")
    .replace(/(?:[IT]M)+/g, "");
  return phrases.length > 9 ? `${phrases.slice(0, 5)}~${phrases.slice(-3)}` : phrases;
}
