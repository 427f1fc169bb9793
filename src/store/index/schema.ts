import { hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

/** Goes into every file: raise it when what the tables hold comes to mean something else, and files are made anew. */
const FORMAT = 4;

// Whole articles and what searches read have tables of their own, so that what lists read lies close together. Full-text
// tables hold no texts, only where words stand. A quote's id is made by `quoteRowid`; ids of articles are never given twice,
// because word lists keep those of articles that went.
const TABLES = `
  CREATE TABLE made_of (part TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE files (slug TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT, slug TEXT NOT NULL UNIQUE, published TEXT, sort_published TEXT NOT NULL,
    sort_updated TEXT NOT NULL, language TEXT, summary TEXT NOT NULL);
  CREATE TABLE whole_articles (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE facts (
    id INTEGER PRIMARY KEY, published TEXT, sort_published TEXT NOT NULL, slug TEXT NOT NULL, language TEXT,
    words INTEGER NOT NULL, quotes TEXT NOT NULL, speakers TEXT NOT NULL, indexed TEXT NOT NULL);
  CREATE TABLE article_aliases (alias TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE VIRTUAL TABLE narration_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE word_lists (word TEXT NOT NULL, segment INTEGER NOT NULL, last INTEGER NOT NULL, list BLOB NOT NULL);
  CREATE UNIQUE INDEX word_lists_word ON word_lists (word, segment);
  CREATE TABLE quotes (
    id INTEGER PRIMARY KEY, quote TEXT NOT NULL UNIQUE, slug TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
    published TEXT, sort_published TEXT NOT NULL, item TEXT NOT NULL);
  CREATE TABLE quote_aliases (alias TEXT PRIMARY KEY, quote TEXT, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE quote_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE quote_speakers (
    speaker TEXT NOT NULL, sort_published TEXT NOT NULL, slug TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
    published TEXT, id INTEGER NOT NULL, PRIMARY KEY (speaker, sort_published DESC, slug, place)) WITHOUT ROWID;
  CREATE TABLE appearances (
    speaker TEXT NOT NULL, sort_published TEXT NOT NULL, slug TEXT NOT NULL, id INTEGER NOT NULL, published TEXT, language TEXT,
    name TEXT NOT NULL, type TEXT NOT NULL, quotes INTEGER NOT NULL, descriptions TEXT NOT NULL,
    PRIMARY KEY (speaker, sort_published DESC, slug)) WITHOUT ROWID;
  CREATE TABLE speakers (
    id INTEGER PRIMARY KEY, speaker TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, type TEXT NOT NULL, articles INTEGER NOT NULL,
    quotes INTEGER NOT NULL, summary TEXT NOT NULL);
  CREATE VIRTUAL TABLE speaker_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
  CREATE TABLE speaker_aliases (alias TEXT PRIMARY KEY, speaker TEXT NOT NULL) WITHOUT ROWID;
`;

// `articles_listed` holds a page of the commonest list in one place: read from a disk, that is one page of the file and not twenty.
/** What only reading needs. */
const INDEXES = `
  CREATE INDEX articles_published ON articles (sort_published DESC, slug);
  CREATE INDEX articles_listed ON articles (sort_published DESC, slug, summary);
  CREATE INDEX articles_updated ON articles (sort_updated DESC, slug);
  CREATE UNIQUE INDEX quotes_place ON quotes (slug, place);
  CREATE INDEX quotes_published ON quotes (sort_published DESC, slug, place);
  CREATE INDEX quotes_kind ON quotes (kind, sort_published DESC, slug, place);
  CREATE INDEX quote_aliases_slug ON quote_aliases (slug);
  CREATE INDEX speakers_name ON speakers (folded, speaker);
  CREATE INDEX speakers_quotes ON speakers (quotes DESC, speaker);
  CREATE INDEX speakers_type_name ON speakers (type, folded, speaker);
  CREATE INDEX speakers_type_quotes ON speakers (type, quotes DESC, speaker);
`;

/** Makes the tables an index is filled in. */
export function createTables(database: DatabaseSync): void {
  database.exec(TABLES);
}

/** Makes what reading needs, and marks the index as whole and made by a version of this program. */
export function complete(database: DatabaseSync, version: string): void {
  database.exec(`BEGIN; ${INDEXES}`);
  database.prepare("INSERT INTO made_of VALUES ('version', ?)").run(markOf(version));
  database.exec("COMMIT");
}

/** Whether a database holds a whole index that this version made. @throws when it is damaged, or no database */
export function isComplete(database: DatabaseSync, version: string): boolean {
  return database.prepare("SELECT value FROM made_of WHERE part = 'version'").get()?.value === markOf(version);
}

function markOf(version: string): string {
  return hash("sha256", `${version}\n${FORMAT}\n${TABLES}${INDEXES}`);
}
