import type { RegisteredSpeaker, SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import type { Speaker } from "../../article/model/schema.ts";
import { CONFLICT_CURE, findConflict } from "../conflicts.ts";
import { type ArticleRows, NOBODY, speakerRow } from "../rows.ts";
import type { IndexDatabase } from "./database.ts";
import { sumOf } from "./documents.ts";
import { isConstraintError } from "./faults.ts";
import { packedSpeakers, quoteRowid } from "./quote-places.ts";

/** Thrown when an article cannot go in: another one owns its slug, an alias or a quote id, or it holds one of them twice. */
export class IndexConflict extends Error {
  readonly path: string | null;
  readonly cure: string;
  constructor(path: string | null, message: string, cure = CONFLICT_CURE) {
    super(message);
    this.path = path;
    this.cure = cure;
  }
}

/** Writes articles into the tables of the index, within a transaction; `finish` writes what is gathered until its end. */
export class IndexWriter {
  readonly #database: IndexDatabase;
  #registered = new Map<string, RegisteredSpeaker>();
  /** Speakers whose totals, names or types may have changed since the transaction began. */
  readonly #touched = new Set<string>();

  constructor(database: IndexDatabase) {
    this.#database = database;
  }

  begin(): void {
    this.#touched.clear();
  }

  finish(): void {
    this.#touched.delete(NOBODY);
    for (const speaker of this.#touched) this.#refreshSpeaker(speaker);
  }

  /** Uses a registry that the articles were given with. */
  useRegistry({ speakers }: SpeakerRegistry): void {
    this.#registered = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  }

  /** Sets names, aliases and merged ids of speakers; the articles given before keep what they were given with. */
  setRegistry(registry: SpeakerRegistry): void {
    this.#database.run("INSERT OR REPLACE INTO made_of VALUES ('registry', ?)", JSON.stringify(registry));
    for (const speaker of this.#registered.keys()) this.#touched.add(speaker);
    this.useRegistry(registry);
    for (const speaker of this.#registered.keys()) this.#touched.add(speaker);
    this.#database.run("DELETE FROM speaker_aliases");
    for (const speaker of registry.speakers) {
      for (const alias of speaker.merges) this.#database.run("INSERT OR REPLACE INTO speaker_aliases VALUES (?, ?)", alias, speaker.id);
    }
  }

  /**
   * Adds an article, or replaces the one with its slug.
   * @throws IndexConflict when it cannot go in beside the others; nothing is changed then
   */
  put(rows: ArticleRows): void {
    this.#refuseConflicts(rows);
    const before = this.#idOf(rows.slug);
    // All rows are made of the article, so one that is the same has the same rows.
    if (before !== null && this.#database.get("SELECT json FROM documents WHERE id = ?", before)?.json === rows.json) return;
    const replace = () => {
      this.remove(rows.slug);
      this.#insert(rows);
    };
    try {
      // FTS5 writes all it has gathered at every part that may be taken back: too often for thousands of new articles.
      if (before === null) this.#insert(rows);
      else this.#database.part(replace);
    } catch (error) {
      if (before === null) this.remove(rows.slug);
      throw isConstraintError(error) ? new IndexConflict(null, `breaks a rule of the index: ${error.message}`) : error;
    }
  }

  /** Takes an article out; does nothing when it is not there. */
  remove(slug: string): void {
    const id = this.#idOf(slug);
    if (id === null) return;
    const { sort_published, speakers } = this.#database.get("SELECT sort_published, speakers FROM articles WHERE id = ?", id) as {
      sort_published: string;
      speakers: string;
    };
    const numbers = `[${speakers.trim().replaceAll(" ", ",")}]`;
    const ids = this.#database.all("SELECT speaker FROM speakers WHERE id IN (SELECT value FROM json_each(?))", numbers);
    for (const speaker of [NOBODY, ...ids.map((row) => row.speaker as string)]) {
      const own = "speaker = ? AND sort_published = ? AND slug = ?";
      this.#database.run(`DELETE FROM appearances WHERE ${own}`, speaker, sort_published, slug);
      this.#touched.add(speaker);
    }
    for (const { place } of this.#database.all("SELECT place FROM quotes WHERE article = ?", id))
      this.#database.run("DELETE FROM quote_words WHERE rowid = ?", quoteRowid(id, place as number));
    for (const table of ["quotes", "names"]) this.#database.run(`DELETE FROM ${table} WHERE article = ?`, id);
    this.#database.run("DELETE FROM article_words WHERE rowid = ?", id);
    for (const table of ["articles", "documents"]) this.#database.run(`DELETE FROM ${table} WHERE id = ?`, id);
    for (const table of ["article_aliases", "quote_aliases"]) this.#database.run(`DELETE FROM ${table} WHERE slug = ?`, slug);
  }

  #idOf(slug: string): number | null {
    return (this.#database.get("SELECT id FROM articles WHERE slug = ?", slug)?.id as number | undefined) ?? null;
  }

  #insert(rows: ArticleRows): void {
    const { slug, words } = rows;
    const { lastInsertRowid } = this.#database.run(
      "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      slug,
      rows.published,
      rows.sortPublished,
      rows.sortUpdated,
      rows.year,
      rows.language,
      rows.publisher,
      rows.wordCount,
      rows.quotes.length,
      rows.speakers.map((speaker) => `${this.#numberOf(speaker.id)} `).join(""),
    );
    const id = Number(lastInsertRowid);
    this.#database.run("INSERT INTO documents VALUES (?, ?, ?, ?)", id, rows.summary, rows.json, sumOf(rows.json));
    for (const alias of rows.aliases) this.#database.run("INSERT INTO article_aliases VALUES (?, ?)", alias, slug);
    for (const { of, folded, name } of rows.names) this.#database.run("INSERT INTO names VALUES (?, ?, ?, ?)", of, folded, id, name);
    this.#database.run(
      "INSERT INTO article_words (rowid, headline, body, narration) VALUES (?, ?, ?, ?)",
      id,
      words.headline,
      words.body,
      words.narration,
    );
    this.#insertQuotes(id, rows);
    this.#insertAppearances(id, rows);
  }

  /** The number of a speaker; a new one gets a row, which `finish` fills in. */
  #numberOf(speaker: string): number | bigint {
    const known = this.#database.get("SELECT id FROM speakers WHERE speaker = ?", speaker)?.id as number | undefined;
    return known ?? this.#database.run("INSERT INTO speakers VALUES (NULL, ?, '', '', 0, 0, '')", speaker).lastInsertRowid;
  }

  #insertQuotes(article: number, { slug, quotes, removedQuotes }: ArticleRows): void {
    for (const [place, { id, aliases, kind, basis, confidence, words, wordCount, speakers }] of quotes.entries()) {
      const own = [id, kind, basis, confidence, wordCount, packedSpeakers(speakers)];
      this.#database.run("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", article, place, ...own);
      this.#database.run("INSERT INTO quote_words (rowid, words) VALUES (?, ?)", quoteRowid(article, place), words);
      for (const alias of aliases) this.#database.run("INSERT INTO quote_aliases VALUES (?, ?, ?)", alias, id, slug);
    }
    for (const id of removedQuotes) this.#database.run("INSERT OR REPLACE INTO quote_aliases VALUES (?, NULL, ?)", id, slug);
  }

  /** A row for each speaker, and one for nobody where quotes are without a speaker. */
  #insertAppearances(id: number, { slug, published, sortPublished, quotes, speakers }: ArticleRows): void {
    const unnamed = quotes.filter((quote) => quote.speakers.some(({ id: speaker }) => speaker === NOBODY)).length;
    const nobody = { id: NOBODY, name: "", type: "", descriptions: [], quotes: unnamed };
    for (const speaker of unnamed === 0 ? speakers : [...speakers, nobody]) {
      this.#database.run(
        "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        speaker.id,
        sortPublished,
        slug,
        id,
        published,
        speaker.quotes,
        speaker.name,
        speaker.type,
        JSON.stringify(speaker.descriptions),
      );
      this.#touched.add(speaker.id);
    }
  }

  #refuseConflicts(rows: ArticleRows): void {
    const slugOf = (sql: string, name: string) => this.#database.get(sql, name)?.slug as string | undefined;
    const conflict = findConflict(rows, {
      hasSlug: (slug) => this.#idOf(slug) !== null,
      ownerOfAlias: (alias) => slugOf("SELECT slug FROM article_aliases WHERE alias = ?", alias),
      ownerOfQuote: (id) =>
        slugOf("SELECT slug FROM quotes JOIN articles ON articles.id = quotes.article WHERE quote = ?", id) ??
        slugOf("SELECT slug FROM quote_aliases WHERE alias = ?", id),
    });
    if (conflict !== null) throw new IndexConflict(conflict.path, conflict.message, conflict.cure);
  }

  #refreshSpeaker(speaker: string): void {
    const id = this.#database.get("SELECT id FROM speakers WHERE speaker = ?", speaker)?.id as number | undefined;
    // A speaker of the registry may be in no article.
    if (id === undefined) return;
    this.#database.run("DELETE FROM speaker_words WHERE rowid = ?", id);
    const newest = this.#database.get(
      "SELECT name, type FROM appearances WHERE speaker = ? ORDER BY sort_published DESC, slug LIMIT 1",
      speaker,
    );
    if (newest === undefined) {
      this.#database.run("DELETE FROM speakers WHERE id = ?", id);
      return;
    }
    const totals = this.#database.get("SELECT count(*) AS articles, sum(quotes) AS quotes FROM appearances WHERE speaker = ?", speaker);
    const { type, articles, quotes, folded, words, summary } = speakerRow(
      speaker,
      newest as Pick<Speaker, "name" | "type">,
      this.#registered.get(speaker),
      totals as { articles: number; quotes: number },
    );
    this.#database.run(
      "UPDATE speakers SET folded = ?, type = ?, articles = ?, quotes = ?, summary = ? WHERE id = ?",
      folded,
      type,
      articles,
      quotes,
      summary,
      id,
    );
    this.#database.run("INSERT INTO speaker_words (rowid, words) VALUES (?, ?)", id, words);
  }
}
