/** "[[Village shops|other shops]]", "![[shop.jpg]]"; "[[1]](address)" is a link of Markdown. */
const LINK = /(!?)\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\](?!\()/g;
const HIGHLIGHT = /(?<![=\w])==(?=[^\s=])([^=\n]{1,500})(?<=\S)==(?![=\w])/g;
/** " ^a1b2": the name of a block, to link to. */
const BLOCK_NAME = /\s\^(?=[\w-]{0,40}[a-z])[\w-]{3,40}$/;
const TAGS_ONLY = /^(?:#\p{L}[\p{L}\p{N}_/-]{0,60}(?:\s+|$))+$/u;

/** Takes away the marks that notebooks such as Obsidian add to Markdown: links between notes, highlights, names of blocks, lines of tags. */
export function withoutWikiMarks(source: string): string {
  if (!/\[\[|==|\^|#/.test(source)) return source;
  if (source.length <= 500 && TAGS_ONLY.test(source)) return "";
  return source
    .replace(LINK, (_, image: string, target: string, words: string | undefined) => (image === "" ? (words ?? target) : ""))
    .replace(HIGHLIGHT, "$1")
    .replace(BLOCK_NAME, "");
}

/** A value of front matter that is a link to a note: "[[Ada Quill]]". */
export function plainLink(value: string): string {
  return value.replace(/^\[\[(?:[^[\]|]{0,200}\|)?([^[\]|]{1,200})\]\]$/, "$1");
}
