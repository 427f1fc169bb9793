import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";

/** A declaration stands near the start of a page; some stand behind scripts. Bytes. */
const OPENING = 16_384;
const SAMPLE = 4_096;
/** Of every second byte of UTF-16 text in Latin letters, this share is zero; of the others hardly one is. */
const ZEROS = 0.6;
const NO_ZEROS = 0.1;

/** The encoding that an HTML or XML file names in its first bytes, or `null`. */
export function declaredCharset(raw: Uint8Array): string | null {
  const opening = new TextDecoder("latin1").decode(raw.subarray(0, OPENING));
  return /<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w-]{2,40})/i.exec(opening)?.[1] ?? null;
}

/**
 * The encoding to read a file with. A byte order mark says it; so do the zeros of UTF-16. Bytes above ASCII that are
 * valid UTF-8 are UTF-8 whatever is declared: by chance they hardly ever are. Then what is declared counts, where it is
 * known and possible, then UTF-8; most bytes above ASCII not being UTF-8, it is Windows-1252, the encoding of old files.
 *
 * @returns a label that TextDecoder knows. `isAssumed` when it is neither declared nor sure.
 */
export function encodingOf(raw: Uint8Array, charset: string | null): { encoding: string; isAssumed: boolean } {
  const sure = marked(raw) ?? zeros(raw);
  if (sure !== null) return { encoding: sure, isAssumed: false };
  const declared = labelOf(charset);
  const isAscii = !raw.some((byte) => byte > 0x7f);
  if (!isAscii && isUtf8(raw)) return { encoding: "utf-8", isAssumed: declared !== null && declared !== "utf-8" };
  if (declared !== null && declared !== "utf-8" && !declared.startsWith("utf-16")) return { encoding: declared, isAssumed: false };
  return isAscii || isMostlyUtf8(raw) ? { encoding: "utf-8", isAssumed: false } : { encoding: "windows-1252", isAssumed: true };
}

function marked(raw: Uint8Array): string | null {
  if (raw[0] === 0xff && raw[1] === 0xfe) return "utf-16le";
  if (raw[0] === 0xfe && raw[1] === 0xff) return "utf-16be";
  return raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? "utf-8" : null;
}

function zeros(raw: Uint8Array): string | null {
  const sample = raw.subarray(0, SAMPLE);
  const half = Math.floor(sample.length / 2);
  const counts = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = counts;
  if (half === 0) return null;
  if (odd >= half * ZEROS && even <= half * NO_ZEROS) return "utf-16le";
  return even >= half * ZEROS && odd <= half * NO_ZEROS ? "utf-16be" : null;
}

/** The name that TextDecoder has for a declared encoding; `null` for those it does not know. */
function labelOf(charset: string | null): string | null {
  try {
    return charset === null ? null : new TextDecoder(charset).encoding;
  } catch {
    return null;
  }
}

/** Whether more characters above ASCII are UTF-8 than bytes are not: a UTF-8 file with damaged places. */
function isMostlyUtf8(raw: Uint8Array): boolean {
  const decoded = new TextDecoder().decode(raw);
  let [valid, invalid] = [0, 0];
  for (const [character] of decoded.matchAll(/[^\u0000-\u007f]/gu)) {
    if (character === "\ufffd") invalid += 1;
    else valid += 1;
  }
  return valid >= invalid;
}
