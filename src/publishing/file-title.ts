import { basename } from "node:path";
import { slugify } from "../article/model/ids.ts";
import { decode } from "../extraction/reading/decode.ts";
import { declaredCharset } from "../extraction/reading/encoding.ts";
import { type MediaType, sniffMediaType } from "../extraction/reading/media-type.ts";
import { sourceOfRow } from "../extraction/reading/source-row.ts";

/** Words of file names that say nothing of what is inside. */
const EMPTY_WORDS = new Set(
  "article articles copy doc document download draft export file final import index new news note notes page sample scan source story test text txt untitled version".split(
    " ",
  ),
);

/**
 * The title that the name of a file gives: `2026-03-12_harbour-tolls-rise.txt` is "Harbour tolls rise".
 *
 * @returns `null` when the name has not at least two words that say something
 */
export function titleFromName(path: string): string | null {
  const name = basename(path).replace(/\.[a-z]{2,8}$/i, "");
  const words = name
    .normalize("NFC")
    .replace(/%20/g, " ")
    .split(/[\s_+.-]+/)
    .filter((word) => /\p{L}/u.test(word) && !/\p{L}\p{N}|\p{N}\p{L}/u.test(word));
  const telling = words.filter((word) => word.length > 2 && !EMPTY_WORDS.has(word.toLowerCase()));
  const title = words.join(" ");
  return telling.length < 2 ? null : title.charAt(0).toUpperCase() + title.slice(1);
}

/**
 * A text of which nothing is a headline, below the title that its file's name gives. The raw file that is kept begins with
 * the title, so that it alone gives the same article again.
 *
 * @returns `null` when the name says nothing, or what the text begins with anyway, or there is no sentence to stand below it
 */
export function belowFileTitle(path: string, raw: Uint8Array): { raw: Uint8Array; mediaType: MediaType } | null {
  const title = titleFromName(path);
  if (title === null) return null;
  const { text } = decode(raw, declaredCharset(raw));
  const mediaType = sniffMediaType(text, path);
  const isSentence = /[.!?…]["'”’»)\]]*\s*$/u.test(text);
  if (mediaType === "text/html" || !isSentence || slugify(text.slice(0, 500)).startsWith(slugify(title))) return null;
  return sourceOfRow(mediaType === "text/markdown" ? { markdown: text, title } : { text, title });
}
