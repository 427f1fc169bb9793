import { type Dirent, existsSync, readdirSync, readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { holdsArticle } from "../../extraction/reading/source-row.ts";
import { ARTICLES, SOURCES, slugOfFile } from "../../store/files/data-folder.ts";
import { type FailedSource, reasonOf } from "./source.ts";

/** Standard input. */
export const STDIN = "-";

/** Files of a folder that are read: articles, and files that may hold some. */
const READABLE = /\.(?:txt|text|md|markdown|html?|xhtml|ndjson|jsonl)(?:\.gz)?$/i;
/** Files of a folder that are read when they are exports of articles. */
const EXPORTS = /\.(?:xml|json|rss|atom|rdf|wxr|nitf)(?:\.gz)?$/i;

/** A file to read, or standard input. */
export interface NamedFile {
  name: string;
  /** Bytes; 0 for standard input. */
  size: number;
  /** It was found in a folder, and may be anything: only when it is an export of articles is it meant. */
  isMaybe: boolean;
}

/**
 * The files that paths name: of a folder all readable ones below it in the order of their names (hidden ones and links to folders
 * left out).
 *
 * @param onPassedOver told of each file of a folder whose name ends like no article's
 */
export async function* filesOf(
  paths: string[],
  onPassedOver: (path: string) => void = () => {},
  inFolder = false,
): AsyncGenerator<NamedFile | FailedSource> {
  for (const path of paths) {
    if (path === STDIN) {
      yield { name: STDIN, size: 0, isMaybe: false };
      continue;
    }
    try {
      const found = await stat(path);
      if (found.isDirectory()) {
        const message = explainDataFolder(path);
        if (message !== null) yield { name: path, message, size: 0 };
        else yield* filesOf(await readableIn(path, onPassedOver), onPassedOver, true);
      } else if (found.isFile()) yield { name: path, size: found.size, isMaybe: inFolder && EXPORTS.test(path) };
      else yield { name: path, message: "Not a regular file.", size: 0 };
    } catch (error) {
      yield { name: path, message: reasonOf(error, path), size: 0 };
    }
  }
}

async function readableIn(folder: string, onPassedOver: (path: string) => void): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith("."));
  const isRead = (entry: Dirent) => entry.isDirectory() || READABLE.test(entry.name) || EXPORTS.test(entry.name);
  for (const entry of entries) if (!isRead(entry) && !entry.isSymbolicLink()) onPassedOver(join(folder, entry.name));
  return entries
    .filter(isRead)
    .map(({ name }) => join(folder, name))
    .sort();
}

/**
 * A folder with articles as Verbatim keeps and exports them holds more than their raw files say: ids, corrections, history. To
 * import it would make other articles of them.
 */
function explainDataFolder(folder: string): string | null {
  const articles = join(folder, ARTICLES);
  const first = existsSync(articles)
    ? readdirSync(articles).find((name) => slugOfFile(name) !== null && !name.includes(".edits."))
    : undefined;
  if (first === undefined) return null;
  try {
    if (!holdsArticle(JSON.parse(readFileSync(join(articles, first), "utf8")))) return null;
  } catch {
    return null;
  }
  return (
    "It is a data folder of Verbatim, as “verbatim export --format json” writes it: nothing in it needs to be imported. Serve it " +
    `(DATA_DIR), copy it to where the data folder is to be, or give it to “verbatim load” for a database. To read its raw files again, import ${join(folder, SOURCES)}.`
  ).replace(/[“”]/g, '"');
}
