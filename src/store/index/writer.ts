import type { RegisteredSpeaker, SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { QuoteKind, type Speaker } from "../../article/model/schema.ts";
import { findConflict } from "../conflicts.ts";
import { NOBODY, speakerRow } from "../rows.ts";
import type { ArticleRows } from "./article-rows.ts";
import { type IndexDatabase, isConstraintError, quoteRowid } from "./database.ts";
import type { WordLists } from "./word-lists.ts";

/** Thrown when an article cannot go in: another one owns its slug, an alias or a quote id, or it holds one of them twice. */
export class IndexConflict extends Error {
  readonly path: string | null;
  constructor(path: string | null, message: string) {
    super(message);
    this.path = path;
  }
}

/** Writes articles into the tables of the index, within a transaction; `finish` writes what is gathered until its end. */
export class IndexWriter {
  /** Ids of articles that came or went since the transaction began. */
  readonly changed = new Set<number>();
  readonly #database: IndexDatabase;
  readonly #lists: WordLists;
  #registered = new Map<string, RegisteredSpeaker>();
  readonly #touched = new Set<string>();

  constructor(database: IndexDatabase, lists: WordLists) {
    this.#database = database;
    this.#lists = lists;
  }

  begin(): void {
    this.changed.clear();
    this.#touched.clear();
    this.#lists.forget();
  }

  finish(): void {
    for (const speaker of this.#touched) this.#refreshSpeaker(speaker);
    this.#lists.write();
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
    try {
      if (before === null) this.#insert(rows, null);
      else this.#database.part(() => this.#replace(before, rows));
    } catch (error) {
      if (before === null) this.remove(rows.slug);
      throw isConstraintError(error) ? new IndexConflict(null, `breaks a rule of the index: ${error.message}`) : error;
    }
  }

  /** Takes an article out; does nothing when it is not there. */
  remove(slug: string): void {
    const id = this.#idOf(slug);
    if (id === null) return;
    for (const table of ["article_words", "narration_words"]) this.#database.run(`DELETE FROM ${table} WHERE rowid = ?`, id);
    this.#database.run("DELETE FROM quote_words WHERE rowid IN (SELECT id FROM quotes WHERE slug = ?)", slug);
    this.#delete(id, slug);
  }

  #idOf(slug: string): number | null {
    return (this.#database.get("SELECT id FROM articles WHERE slug = ?", slug)?.id as number | undefined) ?? null;
  }

  /** An article whose words stay keeps its place in the indexes of words: a registry changes nothing but names. */
  #replace(id: number, rows: ArticleRows): void {
    const stays = this.#database.get("SELECT indexed FROM facts WHERE id = ?", id)?.indexed === rows.indexed;
    if (stays) this.#delete(id, rows.slug);
    else this.remove(rows.slug);
    this.#insert(rows, stays ? id : null);
  }

  /** Deletes what is not in the indexes of words. */
  #delete(id: number, slug: string): void {
    const facts = this.#database.get("SELECT sort_published, speakers FROM facts WHERE id = ?", id);
    const speakers = facts === undefined ? [] : (JSON.parse(facts.speakers as string) as string[]);
    for (const speaker of [...speakers, NOBODY]) {
      for (const table of ["quote_speakers", "appearances"]) {
        this.#database.run(
          `DELETE FROM ${table} WHERE speaker = ? AND sort_published = ? AND slug = ?`,
          speaker,
          facts?.sort_published as string,
          slug,
        );
      }
      if (speaker !== NOBODY) this.#touched.add(speaker);
    }
    for (const table of ["articles", "whole_articles", "facts"]) this.#database.run(`DELETE FROM ${table} WHERE id = ?`, id);
    for (const table of ["article_aliases", "quotes", "quote_aliases"]) this.#database.run(`DELETE FROM ${table} WHERE slug = ?`, slug);
    this.changed.add(id);
  }

  /** @param known the id of the article, when the indexes of words have it already */
  #insert(rows: ArticleRows, known: number | null): void {
    const { slug, published, sortPublished, language, quotes } = rows;
    const { lastInsertRowid } = this.#database.run(
      "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)",
      known,
      slug,
      published,
      sortPublished,
      rows.sortUpdated,
      language,
      rows.summary,
    );
    const id = Number(lastInsertRowid);
    this.#database.run("INSERT INTO whole_articles VALUES (?, ?)", id, rows.json);
    const counts = [
      ...QuoteKind.options.map((kind) => quotes.filter((quote) => quote.kind === kind).length),
      quotes.filter((quote) => quote.speakers.includes(NOBODY)).length,
    ];
    this.#database.run(
      "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      id,
      published,
      sortPublished,
      slug,
      language,
      rows.wordCount,
      JSON.stringify(counts),
      JSON.stringify(rows.speakers.map((speaker) => speaker.id)),
      rows.indexed,
    );
    for (const alias of rows.aliases) this.#database.run("INSERT INTO article_aliases VALUES (?, ?)", alias, slug);
    this.#insertQuotes(id, rows, known === null);
    for (const speaker of rows.speakers) {
      this.#database.run(
        "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        speaker.id,
        sortPublished,
        slug,
        id,
        published,
        language,
        speaker.name,
        speaker.type,
        speaker.quotes,
        JSON.stringify(speaker.descriptions),
      );
      this.#touched.add(speaker.id);
    }
    if (known === null) {
      this.#database.run("INSERT INTO article_words (rowid, words) VALUES (?, ?)", id, rows.whole);
      this.#database.run("INSERT INTO narration_words (rowid, words) VALUES (?, ?)", id, rows.words.narration);
      this.#lists.add(id, rows.marked, rows.marks);
    }
    this.changed.add(id);
  }

  #insertQuotes(article: number, { slug, published, sortPublished, quotes, removedQuotes, items }: ArticleRows, indexWords: boolean): void {
    for (const [place, quote] of quotes.entries()) {
      const id = quoteRowid(article, place);
      this.#database.run(
        "INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        quote.id,
        slug,
        place,
        quote.kind,
        published,
        sortPublished,
        items[place] as string,
      );
      if (indexWords) this.#database.run("INSERT INTO quote_words (rowid, words) VALUES (?, ?)", id, quote.words);
      for (const speaker of quote.speakers) {
        this.#database.run(
          "INSERT INTO quote_speakers VALUES (?, ?, ?, ?, ?, ?, ?)",
          speaker,
          sortPublished,
          slug,
          place,
          quote.kind,
          published,
          id,
        );
      }
      for (const alias of quote.aliases) this.#database.run("INSERT INTO quote_aliases VALUES (?, ?, ?)", alias, quote.id, slug);
    }
    for (const id of removedQuotes) this.#database.run("INSERT OR REPLACE INTO quote_aliases VALUES (?, NULL, ?)", id, slug);
  }

  #refuseConflicts(rows: ArticleRows): void {
    const slugOf = (sql: string, name: string) => this.#database.get(sql, name)?.slug as string | undefined;
    const conflict = findConflict(rows, {
      hasSlug: (slug) => slugOf("SELECT slug FROM articles WHERE slug = ?", slug) !== undefined,
      ownerOfAlias: (alias) => slugOf("SELECT slug FROM article_aliases WHERE alias = ?", alias),
      ownerOfQuote: (id) =>
        slugOf("SELECT slug FROM quotes WHERE quote = ?", id) ?? slugOf("SELECT slug FROM quote_aliases WHERE alias = ?", id),
    });
    if (conflict !== null) throw new IndexConflict(conflict.path, conflict.message);
  }

  /** A speaker as all articles have it: registered name and type, else those of the newest article. */
  #refreshSpeaker(speaker: string): void {
    const before = this.#database.get("SELECT id FROM speakers WHERE speaker = ?", speaker);
    if (before !== undefined) {
      this.#database.run("DELETE FROM speakers WHERE id = ?", before.id as number);
      this.#database.run("DELETE FROM speaker_words WHERE rowid = ?", before.id as number);
    }
    const newest = this.#database.get(
      "SELECT name, type FROM appearances WHERE speaker = ? ORDER BY sort_published DESC, slug LIMIT 1",
      speaker,
    );
    if (newest === undefined) return;
    const counts = this.#database.get("SELECT count(*) AS articles, sum(quotes) AS quotes FROM appearances WHERE speaker = ?", speaker);
    const totals = counts as { articles: number; quotes: number };
    const row = speakerRow(speaker, newest as Pick<Speaker, "name" | "type">, this.#registered.get(speaker), totals);
    const { lastInsertRowid } = this.#database.run(
      "INSERT INTO speakers (speaker, folded, type, articles, quotes, summary) VALUES (?, ?, ?, ?, ?, ?)",
      speaker,
      row.folded,
      row.type,
      row.articles,
      row.quotes,
      row.summary,
    );
    this.#database.run("INSERT INTO speaker_words (rowid, words) VALUES (?, ?)", lastInsertRowid, row.words);
  }
}
