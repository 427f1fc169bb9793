import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { faultsOf } from "../../article/rules/check-article.ts";
import type { ExtractOptions } from "../../extraction/extract.ts";
import { MAX_SOURCE_BYTES, tooLarge } from "../../extraction/reading/decode.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { SourceRow, sourceOfRow } from "../../extraction/reading/source-row.ts";
import { linesOf } from "../lines.ts";

/** One thing to import, with what is known about it. */
export interface ReadSource {
  /** Path, and for a row of NDJSON its line. */
  name: string;
  raw: Uint8Array;
  sha256: string;
  /** Bytes of the file that this source took, for the progress of an import. */
  size: number;
  mediaType?: MediaType | undefined;
  /** What a row says; it wins over the flags. */
  known: Partial<Pick<ExtractOptions, "language" | "publishedAt" | "updatedAt" | "sourceUrl" | "publisher">>;
  /** The slug a row asks for; another article may have it. */
  slug?: string | undefined;
}

/** Why something cannot be read. */
interface FailedSource {
  name: string;
  message: string;
  size: number;
}

export type ImportSource = ReadSource | FailedSource;

const READABLE = /\.(?:txt|text|md|markdown|html?|xhtml)$/i;
const ROWS = /\.(?:ndjson|jsonl)$/i;

/**
 * Everything that paths name: a file is one source, a folder all readable files below it in the order of their names
 * (hidden ones and links to folders left out), a row of an NDJSON file one source.
 */
export async function* sourcesOf(paths: string[]): AsyncGenerator<ImportSource> {
  for await (const file of filesOf(paths)) {
    if ("message" in file) yield file;
    else if (ROWS.test(file.name)) yield* rowsOf(file.name);
    else yield await sourceOfFile(file);
  }
}

/** Bytes of all files that paths name. */
export async function totalSize(paths: string[]): Promise<number> {
  let total = 0;
  for await (const { size } of filesOf(paths)) total += size;
  return total;
}

async function* filesOf(paths: string[]): AsyncGenerator<{ name: string; size: number } | FailedSource> {
  for (const path of paths) {
    try {
      const found = await stat(path);
      if (found.isDirectory()) {
        const entries = await readdir(path, { withFileTypes: true });
        const inside = entries.filter(
          (entry) => !entry.name.startsWith(".") && (entry.isDirectory() || READABLE.test(entry.name) || ROWS.test(entry.name)),
        );
        yield* filesOf(inside.map(({ name }) => join(path, name)).sort());
      } else if (found.isFile()) yield { name: path, size: found.size };
      else yield { name: path, message: "Not a regular file.", size: 0 };
    } catch (error) {
      yield { name: path, message: reasonOf(error), size: 0 };
    }
  }
}

async function sourceOfFile({ name, size }: { name: string; size: number }): Promise<ImportSource> {
  if (size > MAX_SOURCE_BYTES) return { name, message: tooLarge(size).message, size };
  try {
    return { name, ...hashed(await readFile(name)), size, known: {} };
  } catch (error) {
    return { name, message: reasonOf(error), size };
  }
}

async function* rowsOf(path: string): AsyncGenerator<ImportSource> {
  let line = 0;
  const input = createReadStream(path);
  try {
    for await (const value of linesOf(input)) {
      line += 1;
      const size = Buffer.byteLength(value) + 1;
      if (value.trim() !== "") yield { ...rowAt(`${path}:${line}`, line === 1 ? value.replace(/^\ufeff/, "") : value), size };
    }
  } catch (error) {
    yield { name: path, message: reasonOf(error), size: 0 };
  } finally {
    input.destroy();
  }
}

function rowAt(name: string, line: string): Omit<ReadSource, "size"> | Omit<FailedSource, "size"> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { name, message: "The line is not JSON: expected one object per line." };
  }
  const row = SourceRow.safeParse(value);
  if (!row.success) {
    const faults = faultsOf(row.error).map(({ path, message }) => `${path}: ${message}`);
    return { name, message: `The line is not a source: ${faults.join("; ")}` };
  }
  const { language, publishedAt, updatedAt, url, publisher, slug } = row.data;
  const { raw, mediaType } = sourceOfRow(row.data);
  const stated = { language: language ?? undefined, sourceUrl: url ?? undefined, publisher: publisher ?? undefined };
  const given = { ...stated, publishedAt, updatedAt };
  const known = Object.fromEntries(Object.entries(given).filter(([, field]) => field !== undefined));
  return { name, ...hashed(raw), mediaType, known, slug };
}

function hashed(raw: Uint8Array): { raw: Uint8Array; sha256: string } {
  return { raw, sha256: createHash("sha256").update(raw).digest("hex") };
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "No such file or folder.";
  if (code === "EACCES" || code === "EPERM") return "Permission denied: the file cannot be read.";
  return `The file cannot be read (${code ?? (error as Error).message}).`;
}
