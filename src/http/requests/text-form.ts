import { z } from "zod";
import { decode } from "../../extraction/reading/decode.ts";
import { declaredCharset } from "../../extraction/reading/encoding.ts";
import { type MediaType, sniffMediaType } from "../../extraction/reading/media-type.ts";
import { UnreadableSource } from "../../extraction/reading/unreadable-source.ts";
import { tellTyped } from "../../pages/front/typed.ts";
import { HttpProblem } from "../problem.ts";
import { MAX_TEXT_BYTES, type TextRequest } from "../tasks/verifying.ts";
import type { Form, FormFile } from "./form.ts";
import { publishedFrom, publishedTo } from "./parameters.ts";
import { validateParameters } from "./validator.ts";

// A text that was filled in to be checked, and what it is to be checked against.

export const TOO_LARGE = `The form has more than ${MAX_TEXT_BYTES / 1024} KiB of text, which is the most that is checked. Send the text in parts.`;

/** Articles that may be named. */
const MAX_NAMED = 50;

const part = z.object({ article: z.string().optional(), exclude: z.string().optional(), publishedFrom, publishedTo });

/** The text of a form: what was pasted, or a file. @throws HttpProblem `invalid-parameter`, `unreadable-source` */
export function submittedText({
  fields,
  files,
}: Form): Pick<TextRequest, "content" | "mediaType" | "charset"> & { source: string; name: string | null } {
  const pasted = (fields.text ?? "").replace(/\r\n?/g, "\n");
  const { file } = files;
  if (file !== undefined && pasted.trim() !== "")
    throw new HttpProblem("invalid-parameter", "There are a pasted text and a file. Give one of them.");
  if (file !== undefined) return fileText(file);
  if (pasted.trim() === "") throw new HttpProblem("unreadable-source", "There is no text. Paste one, or choose a file.");
  return { content: pasted, mediaType: sniffMediaType(pasted), source: pasted, name: null };
}

function fileText({ name, mediaType, charset, bytes }: FormFile) {
  if (bytes.byteLength > MAX_TEXT_BYTES) throw new HttpProblem("payload-too-large", TOO_LARGE);
  try {
    const declared = charset ?? declaredCharset(bytes) ?? undefined;
    const { text } = decode(bytes, declared);
    const sniffed = sniffMediaType(text, name);
    const isLabelled = sniffed === "text/plain" && (mediaType === "text/html" || mediaType === "text/markdown");
    return { content: bytes, mediaType: isLabelled ? (mediaType as MediaType) : sniffed, charset: declared, source: text, name };
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    throw new HttpProblem("unreadable-source", error.code === "empty" ? "The file is empty. Choose one with words in it." : error.message);
  }
}

/** What narrows the archive. @throws HttpProblem `invalid-parameter` */
export function partOf({ fields }: Form): Pick<TextRequest, "articles" | "exclude" | "publishedFrom" | "publishedTo"> {
  const { article, exclude, ...dates } = validateParameters(part, fields, "body");
  return { articles: slugsIn(article), exclude: slugsIn(exclude), ...dates };
}

/** Slugs, or addresses of articles, with white space or commas between them. */
function slugsIn(given = ""): string[] | undefined {
  const named = given.split(/[\s,]+/).filter((one) => one !== "");
  if (named.length > MAX_NAMED)
    throw new HttpProblem("invalid-parameter", `${named.length} articles are named; at most ${MAX_NAMED} may be.`);
  return named.length === 0 ? undefined : named.map(slugIn);
}

function slugIn(named: string): string {
  const slug = /\/articles\/([^/?#]+)/.exec(named)?.[1];
  try {
    return slug === undefined ? named : decodeURIComponent(slug);
  } catch {
    return named;
  }
}

/**
 * The quote of a form: what was filled in as one, or what was pasted as a text and is one quote, as the box of the front page
 * tells it. Empty fields are left out. @returns `null` for a text
 */
export function claimOf({ fields, files }: Form): Record<string, string> | null {
  const { text = "", speaker, article, exclude, publishedFrom: from, publishedTo: to } = fields;
  const slugs = slugsIn(article);
  let asked = { quote: fields.quote, speaker };
  if (asked.quote === undefined) {
    const isNarrowed = (slugs?.length ?? 0) > 1 || [exclude, from, to].some((value) => value !== undefined);
    if (text.trim() === "" || files.file !== undefined || isNarrowed) return null;
    const typed = tellTyped(text);
    if (typed.as === "text") return null;
    asked = typed.as === "words" ? { quote: typed.words, speaker } : { quote: typed.quote, speaker: typed.speaker ?? speaker };
  }
  const given = Object.entries({ ...asked, article: slugs?.[0] }).map(([name, value = ""]) => [name, value.trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}
