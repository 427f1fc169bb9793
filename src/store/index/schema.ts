import { hash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { DERIVATION } from "../rows.ts";
import { FORMER_TABLE } from "./history/former.ts";
import { LEDGER_TABLES } from "./history/ledger.ts";
import { WITHDRAWN_TABLES } from "./history/withdrawn.ts";

/** Splits at white space alone, as folded words are joined, and takes every other character as part of a word. */
const AT_SPACES = `tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"`;
/** Keeps where words stand, and no text. */
const WORDS_ALONE = `content = '', contentless_delete = 1, ${AT_SPACES}`;

// `articles` is what lists, filters and counts read of all articles, and narrow for that; `documents` holds what is answered.
// `documents.sum` is made by `sumOf`.
// `names` are what publishers and credits are found by. `quotes.speakers` is made by `packedSpeakers`.
// `articles.speakers` is their numbers (`speakers.id`) with a space behind each. The rowid of `quote_words` is made by `quoteRowid`.
// `figures` has the lines that statistics and facets count, each read once a question: nothing else may stand between them.
// `registered` are the ids of the speaker registry that each article has speakers for, before they were merged; `introduced` are the
// speakers whom corrections name by ids that another article must have (`introducedIn`).
const TABLES = `
  CREATE TABLE made_of (part TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE files (slug TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE articles (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, published TEXT, sort_published TEXT NOT NULL, sort_updated TEXT NOT NULL,
    language TEXT, publisher TEXT, word_count INTEGER NOT NULL, quotes INTEGER NOT NULL, speakers TEXT NOT NULL);
  CREATE TABLE names (
    field TEXT NOT NULL, folded TEXT NOT NULL, article INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (field, folded, article)) WITHOUT ROWID;
  CREATE TABLE documents (id INTEGER PRIMARY KEY, summary TEXT NOT NULL, json TEXT NOT NULL, sum INTEGER NOT NULL);
  CREATE TABLE figures (id INTEGER PRIMARY KEY, line TEXT NOT NULL);
  CREATE TABLE article_aliases (alias TEXT PRIMARY KEY, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE article_words USING fts5 (headline, body, narration, ${WORDS_ALONE});
  CREATE VIRTUAL TABLE known_words USING fts5vocab (article_words, row);
  CREATE TABLE quotes (
    article INTEGER NOT NULL, place INTEGER NOT NULL, quote TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, basis TEXT, confidence TEXT,
    word_count INTEGER NOT NULL, speakers TEXT NOT NULL,
    PRIMARY KEY (article, place)) WITHOUT ROWID;
  CREATE TABLE quote_aliases (alias TEXT PRIMARY KEY, quote TEXT, slug TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE quote_words USING fts5 (words, ${WORDS_ALONE});
  CREATE TABLE appearances (
    speaker TEXT NOT NULL, sort_published TEXT NOT NULL, slug TEXT NOT NULL, id INTEGER NOT NULL, published TEXT,
    quotes INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, descriptions TEXT NOT NULL,
    PRIMARY KEY (speaker, sort_published DESC, slug)) WITHOUT ROWID;
  CREATE TABLE speakers (
    id INTEGER PRIMARY KEY, speaker TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, type TEXT NOT NULL, articles INTEGER NOT NULL,
    quotes INTEGER NOT NULL, summary TEXT NOT NULL);
  CREATE VIRTUAL TABLE speaker_words USING fts5 (words, ${WORDS_ALONE});
  CREATE TABLE registered (slug TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (slug, id)) WITHOUT ROWID;
  CREATE TABLE introduced (slug TEXT NOT NULL, path TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (slug, path)) WITHOUT ROWID;
  CREATE TABLE speaker_aliases (alias TEXT PRIMARY KEY, speaker TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE former_words USING fts5 (headline, body, ${WORDS_ALONE});
  ${FORMER_TABLE} ${WITHDRAWN_TABLES} ${LEDGER_TABLES}
`;

/** What only reading needs. */
const INDEXES = `
  CREATE UNIQUE INDEX articles_published ON articles (sort_published DESC, slug);
  CREATE UNIQUE INDEX articles_updated ON articles (sort_updated DESC, slug);
  CREATE INDEX articles_language ON articles (language, sort_published DESC, slug);
  CREATE UNIQUE INDEX articles_publisher ON articles (publisher, sort_published DESC, slug);
  CREATE UNIQUE INDEX articles_length ON articles (word_count DESC, slug);
  CREATE INDEX articles_dated ON articles (sort_published) WHERE published IS NOT NULL;
  CREATE INDEX names_article ON names (article);
  CREATE INDEX quotes_kind ON quotes (kind);
  CREATE INDEX quotes_basis ON quotes (basis);
  CREATE INDEX quotes_confidence ON quotes (confidence);
  CREATE UNIQUE INDEX quotes_length ON quotes (word_count DESC, quote);
  CREATE INDEX appearances_article ON appearances (id);
  CREATE INDEX appearances_type ON appearances (type, id);
  CREATE INDEX quote_aliases_slug ON quote_aliases (slug);
  CREATE INDEX speakers_name ON speakers (folded, speaker);
  CREATE INDEX speakers_quotes ON speakers (quotes DESC, speaker);
  CREATE INDEX speakers_articles ON speakers (articles DESC, speaker);
  CREATE INDEX speakers_type_articles ON speakers (type, articles DESC, speaker);
  CREATE INDEX speakers_type_name ON speakers (type, folded, speaker);
  CREATE INDEX speakers_type_quotes ON speakers (type, quotes DESC, speaker);
`;

/** Full-text tables that hold words of articles. */
export const WORD_TABLES = ["article_words", "quote_words", "former_words"];

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

/** A file is made anew for another version of the program, of the tables or of what goes into them. */
function markOf(version: string): string {
  return hash("sha256", `${version}\n${DERIVATION}\n${TABLES}${INDEXES}`);
}
