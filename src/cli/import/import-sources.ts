import { createReadStream, type Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { MAX_SOURCE_BYTES, tooLarge } from "../../extraction/reading/decode.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { rowOf, rowsInJson, rowsOf } from "./rows.ts";
import { type FailedSource, hashed, type ImportSource, reasonOf } from "./source.ts";

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
    const message = `A ${ending} file is not an article. Give the article as text, Markdown, HTML or NDJSON, or say what it is with --type.`;
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
