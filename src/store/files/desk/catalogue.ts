import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Tombstone } from "../../../article/model/history.ts";
import type { Article } from "../../../article/model/schema.ts";
import type { Owners } from "../../conflicts.ts";
import { areEditsLeft } from "../article-files.ts";
import { ARTICLES, articlePath, exactStampOf, listArticleFiles, readJsonText } from "../data-folder.ts";
import { listWithdrawn, loadTombstone, tombstoneFile, WITHDRAWN } from "../history-files.ts";

/** Raise it when the tables or what is in them change: a catalogue of another version is made anew. */
const VERSION = 1;

/** Articles in a folder, by what they are known by. `kind` is `article` or `tombstone`: a withdrawn article has both until it is purged. */
const TABLES = `
  CREATE TABLE IF NOT EXISTS entries (kind TEXT, slug TEXT, stamp TEXT NOT NULL, sha256 TEXT, url TEXT, PRIMARY KEY (kind, slug)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_by_sha256 ON entries (sha256);
  CREATE INDEX IF NOT EXISTS entries_by_url ON entries (url);
  CREATE TABLE IF NOT EXISTS aliases (alias TEXT, kind TEXT, slug TEXT, PRIMARY KEY (alias, kind, slug)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS aliases_by_slug ON aliases (kind, slug);
  CREATE TABLE IF NOT EXISTS quotes (id TEXT, kind TEXT, slug TEXT, PRIMARY KEY (id, kind, slug)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS quotes_by_slug ON quotes (kind, slug);
  CREATE TABLE IF NOT EXISTS half_renamed (slug TEXT PRIMARY KEY, remains TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS folders (name TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
`;

type Kind = "article" | "tombstone";

/** What an article is known by; a broken file only keeps its slug. */
interface Entry {
  sha256: string | null;
  url: string | null;
  aliases: string[];
  quotes: string[];
}

/**
 * What a data folder holds, as far as writers must know it: slugs, hashes of raw files, addresses and quote ids. It is derived from
 * the folder, and read by one writer at a time. Files that change otherwise are noticed by the time at which their folder changed.
 */
export class Catalogue implements Owners {
  readonly #folder: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @param file `null` keeps it in memory */
  constructor(folder: string, file: string | null) {
    this.#folder = folder;
    this.#database = new DatabaseSync(file ?? ":memory:", { timeout: 5_000 });
    // It is made anew when it is lost: nothing waits for the disk. A process that is killed leaves it whole.
    this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF");
    if (this.#get("PRAGMA user_version")?.user_version !== VERSION) {
      for (const { name } of this.#all("SELECT name FROM sqlite_schema WHERE type = 'table'")) this.#database.exec(`DROP TABLE ${name}`);
      this.#database.exec(`${TABLES} PRAGMA user_version = ${VERSION}`);
    }
  }

  /** Whether no file has come, gone or been replaced since it was written. */
  get isCurrent(): boolean {
    return [ARTICLES, WITHDRAWN].every(
      (name) => this.#get("SELECT stamp FROM folders WHERE name = ?", name)?.stamp === this.#stampOf(name),
    );
  }

  /** Reads what changed in the folder since it was written. */
  refresh(): void {
    this.#whole(() => {
      const stamps = [ARTICLES, WITHDRAWN].map((name) => [name, this.#stampOf(name)] as const);
      const { slugs, edited } = existsSync(this.#folder) ? listArticleFiles(this.#folder) : { slugs: [], edited: [] };
      this.#refreshKind("article", slugs);
      this.#refreshKind("tombstone", listWithdrawn(this.#folder));
      this.#findHalfRenamed(slugs, edited);
      for (const [name, stamp] of stamps) this.#run("INSERT OR REPLACE INTO folders VALUES (?, ?)", name, stamp);
    });
  }

  /** Takes in what was just written of articles. */
  update(slugs: string[]): void {
    this.#whole(() => {
      for (const slug of slugs) {
        this.#run("DELETE FROM half_renamed WHERE slug = ?", slug);
        for (const kind of ["article", "tombstone"] as const) this.#refreshOne(kind, slug, this.#stampOf(fileOf(kind, slug)));
      }
      for (const name of [ARTICLES, WITHDRAWN]) this.#run("INSERT OR REPLACE INTO folders VALUES (?, ?)", name, this.#stampOf(name));
    });
  }

  /** Takes in an article that is not in the folder. @param renamedFrom the slug it had until now, when it has another one */
  add(article: Article, renamedFrom: string | null): void {
    this.#whole(() => {
      if (renamedFrom !== null) this.#remove("article", renamedFrom);
      this.#put("article", article.slug, "-", entryOf(article));
    });
  }

  /** The slug of the article that has or had a slug. */
  slugNamed(name: string): string | null {
    return this.ownerOfAlias(name) ?? (this.hasSlug(name) ? name : null);
  }

  /** The slug of the article that was made of the raw file with a hash. */
  slugOfSha256(sha256: string): string | null {
    return this.#slug(`SELECT slug FROM entries e WHERE sha256 = ? AND ${IS_WHOLE} ORDER BY slug LIMIT 1`, sha256);
  }

  slugOfUrl(url: string): string | null {
    return this.#slug(`SELECT slug FROM entries e WHERE url = ? AND ${IS_WHOLE} ORDER BY slug LIMIT 1`, url);
  }

  hasSlug(slug: string): boolean {
    return this.#get(`SELECT 1 FROM entries e WHERE slug = ? AND kind IN ('article', 'tombstone') AND ${IS_WHOLE}`, slug) !== undefined;
  }

  ownerOfAlias(alias: string): string | undefined {
    return this.#slug(`SELECT slug FROM aliases e WHERE alias = ? AND ${IS_WHOLE} LIMIT 1`, alias) ?? undefined;
  }

  ownerOfQuote(id: string): string | undefined {
    return this.#slug(`SELECT slug FROM quotes e WHERE id = ? AND ${IS_WHOLE} LIMIT 1`, id) ?? undefined;
  }

  /** The slug before, when the renaming of an article to this slug was cut short before the files of the one before were gone. */
  halfRenamedFrom(slug: string): string | null {
    return (this.#get("SELECT remains FROM half_renamed WHERE slug = ?", slug)?.remains as string | undefined) ?? null;
  }

  /** Slugs that an article had before, withdrawn or not. */
  aliasesOf(slug: string): string[] {
    return this.#all("SELECT DISTINCT alias FROM aliases WHERE slug = ? ORDER BY alias", slug).map(({ alias }) => alias as string);
  }

  close(): void {
    this.#database.close();
  }

  #refreshKind(kind: Kind, slugs: string[]): void {
    const known = new Map(this.#all("SELECT slug, stamp FROM entries WHERE kind = ?", kind).map((row) => [row.slug as string, row.stamp]));
    for (const slug of slugs) {
      const stamp = this.#stampOf(fileOf(kind, slug));
      if (known.get(slug) !== stamp) this.#refreshOne(kind, slug, stamp);
      known.delete(slug);
    }
    for (const slug of known.keys()) this.#remove(kind, slug);
  }

  #refreshOne(kind: Kind, slug: string, stamp: string): void {
    if (stamp === GONE) this.#remove(kind, slug);
    else this.#put(kind, slug, stamp, kind === "article" ? readArticleEntry(this.#folder, slug) : readTombstoneEntry(this.#folder, slug));
  }

  #put(kind: Kind, slug: string, stamp: string, { sha256, url, aliases, quotes }: Entry): void {
    this.#remove(kind, slug);
    this.#run("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", kind, slug, stamp, sha256, url);
    for (const alias of new Set(aliases)) this.#run("INSERT INTO aliases VALUES (?, ?, ?)", alias, kind, slug);
    for (const id of new Set(quotes)) this.#run("INSERT INTO quotes VALUES (?, ?, ?)", id, kind, slug);
  }

  #remove(kind: Kind, slug: string): void {
    for (const table of ["entries", "aliases", "quotes"]) this.#run(`DELETE FROM ${table} WHERE kind = ? AND slug = ?`, kind, slug);
  }

  /** Articles of which files are there under a slug before as well: an earlier version could be killed while it renamed. */
  #findHalfRenamed(slugs: string[], edited: string[]): void {
    this.#run("DELETE FROM half_renamed");
    // The same file or the same address.
    this.#run(`INSERT OR REPLACE INTO half_renamed SELECT a.slug, o.slug FROM aliases a
      JOIN entries n ON n.kind = 'article' AND n.slug = a.slug
      JOIN entries o ON o.kind = 'article' AND o.slug = a.alias AND (o.sha256 = n.sha256 OR o.url = n.url)
      WHERE a.kind = 'article'`);
    const articles = new Set(slugs);
    for (const old of edited) {
      if (articles.has(old)) continue;
      const slug = this.ownerOfAlias(old);
      // Of the files of the slug before, the corrections go last.
      if (slug !== undefined && areEditsLeft(this.#folder, old, slug))
        this.#run("INSERT OR REPLACE INTO half_renamed VALUES (?, ?)", slug, old);
    }
  }

  #stampOf(path: string): string {
    return exactStampOf(this.#folder, path);
  }

  #whole(act: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      act();
      this.#database.exec("COMMIT");
    } catch (error) {
      // SQLite has taken changes back itself where the disk is full.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  #get(sql: string, ...values: (string | null)[]) {
    return this.#statement(sql).get(...values);
  }

  #all(sql: string, ...values: (string | null)[]) {
    return this.#statement(sql).all(...values);
  }

  #run(sql: string, ...values: (string | null)[]): void {
    this.#statement(sql).run(...values);
  }

  #slug(sql: string, value: string): string | null {
    return (this.#get(sql, value)?.slug as string | undefined) ?? null;
  }
}

/** Stands for a file that is not there; see `exactStampOf`. */
const GONE = "-";
/** What is left of an article under the slug before is not an article of its own. */
const IS_WHOLE = "NOT EXISTS (SELECT 1 FROM half_renamed h WHERE h.remains = e.slug)";

function fileOf(kind: Kind, slug: string): string {
  return kind === "article" ? articlePath(slug) : tombstoneFile(slug);
}

function entryOf({ aliases, sourceUrl, source, quotes, removedQuotes }: Article): Entry {
  const ids = quotes.flatMap((quote) => [quote.id, ...quote.aliases]);
  return { sha256: source.sha256, url: sourceUrl, aliases, quotes: [...ids, ...removedQuotes] };
}

const BROKEN: Entry = { sha256: null, url: null, aliases: [], quotes: [] };

function readArticleEntry(folder: string, slug: string): Entry {
  try {
    const article = JSON.parse(readJsonText(folder, articlePath(slug))) as Article;
    const entry = entryOf(article);
    return article.slug === slug && typeof entry.sha256 === "string" ? entry : BROKEN;
  } catch {
    return BROKEN;
  }
}

function readTombstoneEntry(folder: string, slug: string): Entry {
  const tombstone: Tombstone | null = loadTombstone(folder, slug)?.value ?? null;
  if (tombstone === null || tombstone.slug !== slug) return BROKEN;
  const { sha256, sourceUrl, aliases, quotes } = tombstone;
  return { sha256, url: sourceUrl, aliases, quotes };
}

/** How many files there are to read at most. */
export function countFiles(folder: string): number {
  return [ARTICLES, WITHDRAWN].reduce(
    (sum, name) => sum + (existsSync(join(folder, name)) ? readdirSync(join(folder, name)).length : 0),
    0,
  );
}
