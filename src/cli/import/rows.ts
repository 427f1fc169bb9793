import type { Readable } from "node:stream";
import { faultsOf } from "../../article/rules/check-article.ts";
import { isNinjs } from "../../extraction/reading/export-kinds.ts";
import { isMislabelledHtml } from "../../extraction/reading/media-type.ts";
import { holdsArticle, SourceRow, sourceOfRow } from "../../extraction/reading/source-row.ts";
import { linesOf } from "../lines.ts";
import type { ExportedItem } from "./formats/exported.ts";
import { pageOf } from "./formats/exported-page.ts";
import type { JsonObject } from "./formats/json-values.ts";
import { ninjsItem } from "./formats/ninjs.ts";
import { type FailedSource, hashed, type ImportSource, type ReadSource, reasonOf } from "./source.ts";

/** The values of a JSON file. */
interface JsonValues {
  /** The one it holds; `undefined` where the file is no JSON but each line is. */
  whole: unknown;
  /** Each of a list, or of the lines. */
  each: unknown[];
  /** What names each, behind the name of the file: "[0]", ":1" for the first line. */
  names: string[];
}

/** The values of a JSON file or of lines of JSON; `null` for anything else. */
export function jsonValues(raw: Uint8Array): JsonValues | null {
  const text = new TextDecoder().decode(raw);
  try {
    const whole: unknown = JSON.parse(text);
    const each = [whole].flat();
    return { whole, each, names: each.map((_, at) => `[${at}]`) };
  } catch {
    const lines = [...text.split("\n").entries()].filter(([, line]) => line.trim() !== "");
    try {
      return { whole: undefined, each: lines.map(([, line]) => JSON.parse(line)), names: lines.map(([at]) => `:${at + 1}`) };
    } catch {
      return null;
    }
  }
}

/**
 * The rows of NDJSON, each named by its line; a line may be a news item in ninjs, too.
 *
 * @param path names them
 * @param now news items under embargo are passed over until it ends
 * @param onPassedOver told of each news item that is not a published article, as what
 */
export async function* rowsOf(
  path: string,
  input: Readable,
  now: Date,
  onPassedOver: (what: string) => void = () => {},
): AsyncGenerator<ImportSource> {
  let line = 0;
  try {
    for await (const value of linesOf(input)) {
      line += 1;
      const size = Buffer.byteLength(value) + 1;
      const row = value.trim() === "" ? null : rowAt(`${path}:${line}`, value, now);
      if (row === null) continue;
      if ("passedOver" in row) onPassedOver(row.passedOver);
      else yield { ...row, size };
    }
  } catch (error) {
    yield { name: path, message: reasonOf(error, path), size: 0 };
  } finally {
    input.destroy();
  }
}

type Row = Omit<ReadSource, "size"> | Omit<FailedSource, "size">;

function rowAt(name: string, line: string, now: Date): Row | { passedOver: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { name, message: "The line is not JSON: expected one object per line." };
  }
  return isNinjs(value) ? newsItem(name, ninjsItem(value as JsonObject, now)) : rowOf(name, value);
}

function newsItem(name: string, item: ExportedItem): Row | { passedOver: string } {
  if ("passedOver" in item) return item;
  return "refused" in item ? { name, message: item.refused } : { name, ...hashed(pageOf(item.article)), mediaType: "text/html", known: {} };
}

/** A row as a source, or why it is none. */
export function rowOf(name: string, value: unknown): Row {
  if (holdsArticle(value)) {
    const cure = 'Put its file into the folder articles/ of a data folder, or give the NDJSON to "verbatim load".';
    return { name, message: `It is an article of Verbatim already: there is nothing to extract. ${cure}` };
  }
  // What a program does not know it writes as null.
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const stated = isObject ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) : value;
  const row = SourceRow.safeParse(stated);
  if (!row.success) {
    const faults = faultsOf(row.error).map(({ path, message }) => `${path}: ${message}`);
    return { name, message: `The line is not a source: ${faults.join("; ")}` };
  }
  const { language, publishedAt, updatedAt, url, publisher, slug, text } = row.data;
  const { raw, mediaType } = sourceOfRow(row.data);
  if (text !== undefined && isMislabelledHtml(raw)) return { name, message: 'Its "text" is HTML: name it "html".' };
  const given = { language, publishedAt, updatedAt, sourceUrl: url, publisher };
  const known = Object.fromEntries(Object.entries(given).filter(([, field]) => field !== undefined));
  return { name, ...hashed(raw), mediaType, known, slug };
}
