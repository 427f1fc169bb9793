import type { Readable } from "node:stream";
import { faultsOf } from "../../article/rules/check-article.ts";
import { isMislabelledHtml } from "../../extraction/reading/media-type.ts";
import { holdsArticle, holdsRow, SourceRow, sourceOfRow } from "../../extraction/reading/source-row.ts";
import { linesOf } from "../lines.ts";
import { type FailedSource, hashed, type ImportSource, type ReadSource, reasonOf } from "./source.ts";

/** The rows of a JSON file: one object with the words of an article or more; `null` for anything else. */
export function rowsInJson(raw: Uint8Array): object[] | null {
  if (!/^\s*[[{]/.test(new TextDecoder().decode(raw.subarray(0, 200)))) return null;
  const text = new TextDecoder().decode(raw);
  let values: unknown[];
  try {
    values = [JSON.parse(text)].flat();
  } catch {
    const lines = text.trim().split(/\s*\r?\n\s*/);
    try {
      values = lines.map((line) => JSON.parse(line));
    } catch {
      return null;
    }
  }
  return values.some(holdsRow) ? (values as object[]) : null;
}

/** The rows of NDJSON, each named by its line. @param path names them */
export async function* rowsOf(path: string, input: Readable): AsyncGenerator<ImportSource> {
  let line = 0;
  try {
    for await (const value of linesOf(input)) {
      line += 1;
      const size = Buffer.byteLength(value) + 1;
      if (value.trim() !== "") yield { ...rowAt(`${path}:${line}`, line === 1 ? value.replace(/^\ufeff/, "") : value), size };
    }
  } catch (error) {
    yield { name: path, message: reasonOf(error, path), size: 0 };
  } finally {
    input.destroy();
  }
}

type Row = Omit<ReadSource, "size"> | Omit<FailedSource, "size">;

function rowAt(name: string, line: string): Row {
  try {
    return rowOf(name, JSON.parse(line));
  } catch {
    return { name, message: "The line is not JSON: expected one object per line." };
  }
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
