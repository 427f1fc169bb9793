import { TextDecoder } from "node:util";
import { encodingOf } from "./encoding.ts";
import type { Note } from "./notes.ts";
import { UnreadableSource } from "./unreadable-source.ts";

/** Largest source that is read, in bytes: more than the heaviest news page, a hundred times the longest article. */
export const MAX_SOURCE_BYTES = 10 * 1024 * 1024;

/** More than one character in ten that no text holds: the file is not text. */
const BINARY_SHARE = 0.1;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const MAGIC = /^(?:%PDF-|PK\u0003\u0004|\{\\rtf|\u0089PNG|GIF8[79]a)/;
// UTF-8 read as Windows-1252 once: "â€™" for an apostrophe, "Ã©" for "é", "Â£" for "£".
const MOJIBAKE = /â€[\u0080-\u00bf˜™œ\u009d“”¢¦]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]/g;

/**
 * The characters of a raw file, in the encoding that `encodingOf` finds. The byte order mark and U+0000 are left out,
 * bytes that are not text become U+FFFD. Offsets of omissions count this string.
 *
 * @param charset what the file declares about itself, for example in an HTML meta tag; unknown names are ignored.
 * @throws UnreadableSource when the file is empty, binary or larger than MAX_SOURCE_BYTES.
 */
export function decode(raw: Uint8Array, charset: string | null = null): { text: string; notes: Note[] } {
  if (raw.byteLength > MAX_SOURCE_BYTES) throw tooLarge(raw.byteLength);
  const { encoding, isAssumed } = encodingOf(raw, charset);
  const decoder = new TextDecoder(encoding);
  const decoded = decoder.decode(raw);
  if (decoded.trim() === "") throw new UnreadableSource("empty", "The source is empty. Give a file that holds an article.");
  const controls = decoded.match(CONTROL)?.length ?? 0;
  const invalid = decoded.includes("\ufffd") ? countInvalid(raw, decoded, decoder.encoding) : 0;
  if (MAGIC.test(decoded) || controls + invalid > decoded.length * BINARY_SHARE) {
    throw new UnreadableSource("binary", "The source is not text (binary data). Give plain text, Markdown or HTML in UTF-8 or UTF-16.");
  }
  const notes: Note[] = [];
  if (isAssumed) {
    const message = charset === null ? "the file declares none" : `it does not fit the declared ${charset}`;
    notes.push({ code: "encoding", message: `The text was read as ${encoding}: ${message}.`, count: 1 });
  }
  if (invalid > 0) {
    notes.push({ code: "invalid-bytes", message: `Bytes that are not ${decoder.encoding} were replaced by U+FFFD.`, count: invalid });
  }
  if (controls > 0) notes.push({ code: "control-characters", message: "Control characters were dropped.", count: controls });
  const mojibake = decoded.match(MOJIBAKE)?.length ?? 0;
  if (mojibake > 0) {
    notes.push({
      code: "mojibake",
      message: "Character pairs such as “â€™” suggest that the file was decoded wrongly before; they were kept.",
      count: mojibake,
    });
  }
  return { text: decoded.replaceAll("\u0000", ""), notes };
}

/** The error for a source over the limit; also for those who know the size before reading. */
export function tooLarge(bytes: number): UnreadableSource {
  const limit = MAX_SOURCE_BYTES / 1024 / 1024;
  return new UnreadableSource(
    "too-large",
    `The source has ${bytes.toLocaleString("en")} bytes; at most ${limit} MB are read. Split it into one file for each article.`,
  );
}

/** U+FFFD that decoding made: those of the result less those the file itself holds. */
function countInvalid(raw: Uint8Array, decoded: string, encoding: string): number {
  let count = 0;
  for (let at = decoded.indexOf("\ufffd"); at >= 0; at = decoded.indexOf("\ufffd", at + 1)) count += 1;
  if (encoding !== "utf-8") return count;
  for (let at = raw.indexOf(0xef); at >= 0; at = raw.indexOf(0xef, at + 1)) {
    if (raw[at + 1] === 0xbf && raw[at + 2] === 0xbd) count -= 1;
  }
  return count;
}
