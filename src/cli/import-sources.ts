import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { faultsOf } from "../article/check.ts";
import { MAX_SOURCE_BYTES, tooLarge } from "../extraction/decode.ts";
import type { ExtractOptions } from "../extraction/extract.ts";
import type { MediaType } from "../extraction/media-type.ts";
import { SourceRow, sourceOfRow } from "../extraction/source-row.ts";

/** One thing to import, with what is known about it. */
export interface ReadSource {
  /** Path, and for a row of NDJSON its line. */
  name: string;
  raw: Uint8Array;
  sha256: string;
  mediaType?: MediaType | undefined;
  /** What a row says; it wins over the flags. */
  known: Partial<Pick<ExtractOptions, "language" | "publishedAt" | "updatedAt" | "sourceUrl">>;
  /** The slug a row asks for; another article may have it. */
  slug?: string | undefined;
}

/** Why something cannot be read. */
export interface FailedSource {
  name: string;
  message: string;
}

export type ImportSource = ReadSource | FailedSource;

const READABLE = /\.(?:txt|text|md|markdown|html?|xhtml)$/i;
const ROWS = /\.(?:ndjson|jsonl)$/i;

/**
 * Everything that paths name: a file is one source, a folder all readable files below it in the order of their names
 * (hidden ones and links to folders left out), a row of an NDJSON file one source.
 */
export async function* sourcesOf(paths: string[]): AsyncGenerator<ImportSource> {
  for (const path of paths) {
    try {
      const found = await stat(path);
      if (found.isDirectory()) yield* sourcesIn(path);
      else yield* sourcesOfFile(path);
    } catch (error) {
      yield { name: path, message: reasonOf(error) };
    }
  }
}

async function* sourcesIn(folder: string): AsyncGenerator<ImportSource> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* sourcesIn(path);
    else if (READABLE.test(entry.name) || ROWS.test(entry.name)) yield* sourcesOfFile(path);
  }
}

async function* sourcesOfFile(path: string): AsyncGenerator<ImportSource> {
  if (ROWS.test(path)) {
    yield* rowsOf(path);
    return;
  }
  try {
    const found = await stat(path);
    if (!found.isFile()) yield { name: path, message: "It is no regular file." };
    else if (found.size > MAX_SOURCE_BYTES) yield { name: path, message: tooLarge(found.size).message };
    else yield { name: path, ...hashed(await readFile(path)), known: {} };
  } catch (error) {
    yield { name: path, message: reasonOf(error) };
  }
}

async function* rowsOf(path: string): AsyncGenerator<ImportSource> {
  let line = 0;
  const input = createReadStream(path);
  try {
    for await (const value of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (value.trim() !== "") yield rowAt(`${path}:${line}`, line === 1 ? value.replace(/^\ufeff/, "") : value);
    }
  } catch (error) {
    yield { name: path, message: reasonOf(error) };
  } finally {
    input.destroy();
  }
}

function rowAt(name: string, line: string): ImportSource {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { name, message: "The line is not JSON. Give one object for each line." };
  }
  const row = SourceRow.safeParse(value);
  if (!row.success) {
    const faults = faultsOf(row.error).map(({ path, message }) => `${path}: ${message}`);
    return { name, message: `The line is no source: ${faults.join("; ")}` };
  }
  const { language, publishedAt, updatedAt, url, slug } = row.data;
  const { raw, mediaType } = sourceOfRow(row.data);
  const given = { language: language ?? undefined, publishedAt, updatedAt, sourceUrl: url ?? undefined };
  const known = Object.fromEntries(Object.entries(given).filter(([, field]) => field !== undefined));
  return { name, ...hashed(raw), mediaType, known, slug };
}

function hashed(raw: Uint8Array): { raw: Uint8Array; sha256: string } {
  return { raw, sha256: createHash("sha256").update(raw).digest("hex") };
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "There is no such file or folder.";
  if (code === "EACCES" || code === "EPERM") return "It may not be read. Check its permissions.";
  return `It cannot be read (${code ?? (error as Error).message}).`;
}
