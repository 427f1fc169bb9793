/** Elements that are paragraphs of their own, or hold some. */
const BLOCKS =
  "address|article|aside|audio|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|math|nav|noscript|object|ol|p|section|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul|video";
const BLOCK_TAG = new RegExp(`<(/?)(${BLOCKS})(?=[\\s>/])[^<>]*>`, "gi");
const ONE_TAG = new RegExp(`^${BLOCK_TAG.source}$`, "i");
/** Their words are one paragraph, or paragraphs that are marked as such. */
const HOLDS_WORDS = /^(?:li|td|th|h[1-6]|figcaption|dt|dd|legend|summary)$/i;
/** Elements whose line breaks are their own, and comments. */
const AS_IT_IS = /<(pre|script|style|textarea)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const BLANK_LINE = /\n[ \t\u00a0]*\n\s*/;

/**
 * The text of a WordPress post as its page shows it: what blank lines separate are paragraphs, other line breaks are breaks.
 * (The editor stores classic posts so; WordPress calls this wpautop. Posts made of blocks have their paragraphs and keep them.)
 * Comments are left out.
 */
export function withParagraphs(content: string): string {
  const kept: string[] = [];
  const plain = content
    .replaceAll("\u0000", "")
    .replace(/\r\n?/g, "\n")
    .replace(AS_IT_IS, (whole) => {
      if (!whole.startsWith("<!--")) return `\n\n\u0000${kept.push(whole) - 1}\u0000\n\n`;
      return /^<!--\s*(?:\/?wp:|more|nextpage)/.test(whole) ? "\n\n" : "";
    })
    .replace(BLOCK_TAG, (tag) => `\n\n${tag.replaceAll("\n", " ")}\n\n`);
  return markParagraphs(plain.split(BLANK_LINE).map((piece) => piece.trim()))
    .join("\n")
    .replace(/\u0000(\d+)\u0000/g, (_, at: string) => kept[Number(at)] ?? "");
}

/** @param pieces tags of blocks, and words between them */
function markParagraphs(pieces: string[]): string[] {
  /** The element of words that is open. */
  let holder: string | null = null;
  let paragraph: "none" | "opened" | "begun" = "none";
  return pieces.flatMap((piece) => {
    const [, closing, name] = ONE_TAG.exec(piece) ?? [];
    if (name !== undefined) {
      paragraph = name.toLowerCase() === "p" && closing === "" ? "opened" : "none";
      if (HOLDS_WORDS.test(name)) holder = closing === "" ? name : null;
      else if (closing === "/" && /^(?:ul|ol|dl|table)$/i.test(name)) holder = null;
      return [piece];
    }
    if (piece === "") return [];
    const words = piece.startsWith("\u0000") ? piece : piece.replace(/(?<!<br\s?\/?>)\n/gi, "<br>\n");
    if (piece.startsWith("\u0000") || (holder !== null && paragraph === "none")) return [words];
    const before = paragraph;
    paragraph = before === "none" ? "none" : "begun";
    if (before === "none") return [`<p>${words}</p>`];
    return before === "opened" ? [words] : [`</p>\n<p>${words}`];
  });
}
