import { createHash } from "node:crypto";
import { createReadStream, type Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Article } from "../../article/model/schema.ts";
import { faultsOf } from "../../article/rules/check-article.ts";
import type { ExtractOptions } from "../../extraction/extract.ts";
import { MAX_SOURCE_BYTES, tooLarge } from "../../extraction/reading/decode.ts";
import { isMislabelledHtml, type MediaType } from "../../extraction/reading/media-type.ts";
import { holdsRow, SourceRow, sourceOfRow } from "../../extraction/reading/source-row.ts";
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
  /** Whether it is a file of its own, whose name may say what it is about. */
  isFile?: boolean;
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

/** What all sources are, where the operator says so: a media type, or NDJSON. */
export type SourceFormat = MediaType | "rows";

export interface SourcesOptions {
  format?: SourceFormat | undefined;
  /** Read for the path `-`. */
  stdin?: Readable | undefined;
  /** Name of what `stdin` holds: its ending says what it is. */
  stdinName?: string | undefined;
  /** Told of each file of a folder that is passed over, since its name ends like no article's. */
  onPassedOver?: (path: string) => void;
}

const STDIN = "-";
const READABLE = /\.(?:txt|text|md|markdown|html?|xhtml)$/i;
const ROWS = /\.(?:ndjson|jsonl)$/i;
/** A file of programs or of data. What is inside may look like prose: code has quotation marks, a table has sentences. */
const NOT_PROSE =
  /\.(?:csv|tsv|ya?ml|toml|ini|json5|lock|log|[cm]?[jt]sx?|css|scss|py|rb|go|rs|java|kt|c|h|cpp|cs|php|sh|sql|docx?|odt|rtf|pdf|epub|pages|xlsx?|pptx?|zip|gz|png|jpe?g|gif|webp|mp[34])$/i;

/**
 * Everything that paths name: a file is one source, a folder all readable files below it in the order of their names
 * (hidden ones and links to folders left out), a row of an NDJSON file one source, `-` what standard input holds.
 */
export async function* sourcesOf(paths: string[], options: SourcesOptions = {}): AsyncGenerator<ImportSource> {
  for await (const file of filesOf(paths, options.onPassedOver)) {
    if ("message" in file) yield file;
    else if (file.name === STDIN) yield* sourcesOfStdin(options);
    else if (options.format === "rows" || (options.format === undefined && ROWS.test(file.name))) {
      yield* rowsOf(file.name, createReadStream(file.name));
    } else yield* sourcesOfFile(file, options.format);
  }
}

/** Bytes of all files that paths name. */
export async function totalSize(paths: string[]): Promise<number> {
  let total = 0;
  for await (const { size } of filesOf(paths)) total += size;
  return total;
}

async function* filesOf(
  paths: string[],
  onPassedOver: (path: string) => void = () => {},
): AsyncGenerator<{ name: string; size: number } | FailedSource> {
  for (const path of paths) {
    if (path === STDIN) {
      yield { name: STDIN, size: 0 };
      continue;
    }
    try {
      const found = await stat(path);
      if (found.isDirectory()) {
        const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
        const isRead = (entry: Dirent) => entry.isDirectory() || READABLE.test(entry.name) || ROWS.test(entry.name);
        for (const entry of entries) if (!isRead(entry) && !entry.isSymbolicLink()) onPassedOver(join(path, entry.name));
        yield* filesOf(
          entries
            .filter(isRead)
            .map(({ name }) => join(path, name))
            .sort(),
          onPassedOver,
        );
      } else if (found.isFile()) yield { name: path, size: found.size };
      else yield { name: path, message: "Not a regular file.", size: 0 };
    } catch (error) {
      yield { name: path, message: reasonOf(error, path), size: 0 };
    }
  }
}

async function* sourcesOfStdin({
  stdin = Readable.from([]),
  stdinName = "standard input",
  format,
}: SourcesOptions): AsyncGenerator<ImportSource> {
  if (format === "rows" || (format === undefined && ROWS.test(stdinName))) {
    yield* rowsOf(stdinName, stdin);
    return;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // What is too large is not kept, but read to its end: the writer would take a closed pipe for a failure of its own.
    if (size <= MAX_SOURCE_BYTES) chunks.push(chunk);
  }
  if (size > MAX_SOURCE_BYTES) yield { name: stdinName, message: tooLarge(size).message, size };
  else yield* sourcesIn(stdinName, Buffer.concat(chunks), size, format);
}

async function* sourcesOfFile({ name, size }: { name: string; size: number }, format?: MediaType): AsyncGenerator<ImportSource> {
  const ending = format === undefined ? NOT_PROSE.exec(name)?.[0] : undefined;
  if (ending !== undefined) {
    const message = `A ${ending} file is not an article. Give the article as text, Markdown, HTML or NDJSON, or say what it is with --format.`;
    yield { name, message, size };
  } else if (size > MAX_SOURCE_BYTES) yield { name, message: tooLarge(size).message, size };
  else {
    let raw: Uint8Array;
    try {
      raw = await readFile(name);
    } catch (error) {
      yield { name, message: reasonOf(error, name), size };
      return;
    }
    yield* sourcesIn(name, raw, size, format);
  }
}

/** What the bytes of a file hold: JSON has one row or several, everything else is one source. */
function* sourcesIn(name: string, raw: Uint8Array, size: number, format?: MediaType): Generator<ImportSource> {
  const rows = format === undefined ? rowsInJson(raw) : null;
  if (rows === null) {
    yield { name, ...hashed(raw), size, known: {}, mediaType: format, isFile: true };
    return;
  }
  for (const [at, row] of rows.entries()) yield { ...rowOf(rows.length === 1 ? name : `${name}[${at}]`, row), size: size / rows.length };
}

/** The rows of a JSON file: one object with the words of an article or more; `null` for anything else. */
function rowsInJson(raw: Uint8Array): object[] | null {
  const text = new TextDecoder().decode(raw);
  if (!/^\s*[[{]/.test(text)) return null;
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

async function* rowsOf(path: string, input: Readable): AsyncGenerator<ImportSource> {
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

function rowOf(name: string, value: unknown): Row {
  if (Article.safeParse(value).success) {
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

function hashed(raw: Uint8Array): { raw: Uint8Array; sha256: string } {
  return { raw, sha256: sha256Of(raw) };
}

/** The hash that a source is known by. */
export function sha256Of(raw: Uint8Array): string {
  return createHash("sha256").update(raw).digest("hex");
}

function reasonOf(error: unknown, path: string): string {
  const { code } = error as NodeJS.ErrnoException;
  if (/^(?:https?|ftp):\/\//i.test(path)) {
    return `Addresses are not fetched. Download the page first and import the file: curl -o page.html "${path}", then import page.html --source-url "${path}".`;
  }
  if (code === "ENOENT") return "No such file or folder.";
  if (code === "EACCES" || code === "EPERM") return "Permission denied: the file cannot be read.";
  return `The file cannot be read (${code ?? (error as Error).message}).`;
}
