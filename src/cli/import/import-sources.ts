import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { MAX_SOURCE_BYTES, tooLarge } from "../../extraction/reading/decode.ts";
import { EXPORT_KINDS, type ExportKind, jsonExportKind, xmlExportKind } from "../../extraction/reading/export-kinds.ts";
import type { MediaType } from "../../extraction/reading/media-type.ts";
import { holdsArticle, holdsRow } from "../../extraction/reading/source-row.ts";
import type { ExportOptions } from "./formats/exported.ts";
import { type OpenExport, sourcesOfExport } from "./formats/exported-sources.ts";
import { jsonItems } from "./formats/json-exports.ts";
import { xmlItems } from "./formats/xml-exports.ts";
import { allOf, type OpenedFile, openFile } from "./opened-file.ts";
import { filesOf, type NamedFile, STDIN } from "./paths.ts";
import { jsonValues, rowOf, rowsOf } from "./rows.ts";
import { type FailedSource, hashed, type ImportSource, reasonOf } from "./source.ts";

/** What all sources are, where the operator says so: a media type, or NDJSON. */
export type SourceFormat = MediaType | "rows";

export interface SourcesOptions {
  format?: SourceFormat | undefined;
  /** Read for the path `-`. */
  stdin?: Readable | undefined;
  /** Name of what `stdin` holds: its ending says what it is. */
  stdinName?: string | undefined;
  /** Told of each file of a folder that is passed over, since it is not an article. */
  onPassedOver?: (path: string) => void;
  /** Types of items of an export that are articles, beside `post`. */
  postTypes?: readonly string[] | undefined;
  /** Of the one article; of an export whose posts say only their slugs, the address of the site. */
  sourceUrl?: string | undefined;
  /** Of the one article. */
  publishedAt?: string | undefined;
  /** The time of the import. */
  now?: Date | undefined;
  /** Told of each item of an export that is not a published article, as what. */
  onItemPassedOver?: (what: string) => void;
}

const ROWS = /\.(?:ndjson|jsonl)$/i;
/** A file of programs or of data. What is inside may look like prose: code has quotation marks, a table has sentences. */
const NOT_PROSE =
  /\.(?:csv|tsv|ya?ml|toml|ini|json5|lock|log|[cm]?[jt]sx?|css|scss|py|rb|go|rs|java|kt|c|h|cpp|cs|php|sh|sql|docx?|odt|rtf|pdf|epub|pages|xlsx?|pptx?|zip|png|jpe?g|gif|webp|mp[34])$/i;
/** Largest file of JSON that is read, in bytes: it is read as a whole. Longer strings than about twice that are not possible. */
const MAX_JSON = 256 * 1024 * 1024;

/**
 * Everything that paths name: a file is one source, a folder all readable files below it, a row of an NDJSON file one source, an
 * article of an export one source, `-` what standard input holds. Files packed by gzip are unpacked.
 */
export async function* sourcesOf(paths: string[], options: SourcesOptions = {}): AsyncGenerator<ImportSource> {
  for await (const file of filesOf(paths, options.onPassedOver)) {
    if ("message" in file) yield file;
    else yield* sourcesOfFile(file, options);
  }
}

/** Bytes of all files that paths name. */
export async function totalSize(paths: string[]): Promise<number> {
  let total = 0;
  for await (const { size } of filesOf(paths)) total += size;
  return total;
}

async function* sourcesOfFile(named: NamedFile, options: SourcesOptions): AsyncGenerator<ImportSource> {
  const { stdin = Readable.from([]), stdinName = "standard input", format } = options;
  const isStdin = named.name === STDIN;
  const file = isStdin ? { ...named, name: stdinName } : named;
  const ending = format === undefined && !isStdin ? NOT_PROSE.exec(file.name.replace(/\.gz$/i, ""))?.[0] : undefined;
  if (ending !== undefined) {
    const message = `A ${ending} file is not an article. Give the article as text, Markdown, HTML or NDJSON, or say what it is with --type.`;
    yield { ...file, message };
    return;
  }
  let opened: OpenedFile | null = null;
  try {
    opened = await openFile(file.name, isStdin ? stdin : createReadStream(file.name));
    yield* sourcesIn({ ...file, ...opened }, options);
  } catch (error) {
    yield { name: file.name, message: reasonOf(error, file.name), size: file.size };
  } finally {
    if (!isStdin) opened?.close();
  }
}

type OpenNamedFile = NamedFile & OpenedFile;

/** What a file holds: an export has many articles, NDJSON one in each line, JSON one or several, everything else is one. */
async function* sourcesIn(file: OpenNamedFile, options: SourcesOptions): AsyncGenerator<ImportSource> {
  const { format } = options;
  if (format === "rows" || (format === undefined && ROWS.test(file.name))) {
    yield* rowsOf(file.name, Readable.from(file.bytes, { objectMode: false }), exportOptions(options).now, options.onItemPassedOver);
    return;
  }
  const xml = format === undefined ? xmlExportKind(file.opening) : null;
  if (xml !== null) {
    yield* exported(file, xml, xmlItems(xml, file.bytes, exportOptions(options)), options);
    return;
  }
  const isJson = format === undefined && /^\ufeff?\s*[[{]/.test(file.opening);
  if (file.isMaybe && !isJson) options.onPassedOver?.(file.name);
  else yield* sourcesInWhole(file, isJson, options);
}

/** A file that is read as a whole. */
async function* sourcesInWhole(file: OpenNamedFile, isJson: boolean, options: SourcesOptions): AsyncGenerator<ImportSource> {
  const limit = isJson ? MAX_JSON : MAX_SOURCE_BYTES;
  const known = file.isPacked || file.size <= limit ? null : file.size;
  const { raw, size } = known === null ? await allOf(file.bytes, limit) : { raw: null, size: known };
  const values = isJson && raw !== null ? jsonValues(raw) : null;
  const value = values?.whole ?? values?.each;
  const json = jsonExportKind(value);
  if (json !== null) {
    yield* exported(file, json, jsonItems(json, value, exportOptions(options)), options);
    return;
  }
  // An article of Verbatim is refused as such.
  const isRow = (one: unknown) => holdsRow(one) || (!file.isMaybe && holdsArticle(one));
  const rows = values?.each.some(isRow) === true ? values.each : null;
  if (file.isMaybe && rows === null) options.onPassedOver?.(file.name);
  else if (raw === null) yield failed(file, isJson ? tooMuchJson(size) : tooLarge(size).message);
  else if (rows === null)
    yield { name: file.name, ...hashed(raw), size: file.size || size, known: {}, mediaType: mediaTypeOf(options), isFile: true };
  else {
    const share = (file.size || size) / rows.length;
    const nameOf = (at: number) => (rows.length === 1 ? file.name : `${file.name}${values?.names[at]}`);
    for (const [at, row] of rows.entries()) yield { ...rowOf(nameOf(at), row), size: share };
  }
}

function mediaTypeOf({ format }: SourcesOptions): MediaType | undefined {
  return format === "rows" ? undefined : format;
}

/** The articles of an export, unless flags say of all of them what holds for one. */
async function* exported(
  file: OpenNamedFile,
  kind: ExportKind,
  items: OpenExport["items"],
  { sourceUrl, publishedAt, onItemPassedOver = () => {} }: SourcesOptions,
): AsyncGenerator<ImportSource> {
  const what = EXPORT_KINDS[kind];
  const isOne = kind === "nitf" || kind === "ninjs";
  // A Ghost export says only the slugs of its posts: the flag gives the address of the site.
  const flag = publishedAt !== undefined ? "--published" : sourceUrl !== undefined && kind !== "ghost" ? "--source-url" : null;
  if (!isOne && flag !== null) yield failed(file, `It is ${what}: ${flag} is for one article. Import it without.`);
  else
    yield* sourcesOfExport({
      name: file.name,
      what,
      isOne,
      isBelowSite: sourceUrl !== undefined && !isOne,
      items,
      read: file.read,
      onPassedOver: onItemPassedOver,
    });
}

function failed({ name, size }: OpenNamedFile, message: string): FailedSource {
  return { name, message, size };
}

function exportOptions({ postTypes = [], sourceUrl, now = new Date() }: SourcesOptions): ExportOptions {
  return { postTypes: ["post", ...postTypes], site: sourceUrl ?? null, now };
}

function tooMuchJson(size: number): string {
  return `The file has ${size.toLocaleString("en")} bytes of JSON; at most ${MAX_JSON / 1024 / 1024} MB are read. Split it, or give NDJSON.`;
}
