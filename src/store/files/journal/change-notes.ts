import { hash, randomUUID } from "node:crypto";
import type { Tombstone } from "../../../article/model/history.ts";
import { later } from "../../../article/model/instants.ts";
import type { ArticleIndex } from "../../index/article-index.ts";
import type { Entry, Known } from "../../index/history/ledger.ts";
import { decide } from "../../modified-at.ts";
import { type ArticleRows, compareBytes, modified } from "../../rows.ts";
import { JournalFile, UnusableJournal } from "./journal-file.ts";

/** A change that an update found, until it is written. */
interface Note extends Entry {
  /** What new articles are ordered by. */
  importedAt: string;
}

/** What to read again, because another process noted changes meanwhile. */
export type Stale = { all: true } | { all: false; slugs: Set<string> };

const NOTHING_STALE: Stale = { all: false, slugs: new Set() };

/**
 * The changes that an update of an index finds: decided here and nowhere else, against the index's copy of the journal. `settle`
 * writes them into the journal first and then into the index, in the update's transaction; where a process is killed between the
 * two, the next update copies them from the journal and finds nothing changed.
 *
 * Without a journal the index's copy is the journal.
 */
export class ChangeNotes {
  readonly #index: ArticleIndex;
  readonly #now: string;
  readonly #onUnusable: (error: UnusableJournal) => void;
  #journal: JournalFile | null;
  readonly #notes = new Map<string, Note>();
  readonly #gone = new Set<string>();

  /**
   * @param folder of the journal; `null` for none
   * @param now to the second
   */
  constructor(index: ArticleIndex, folder: string | null, now: string, onUnusable: (error: UnusableJournal) => void) {
    this.#index = index;
    this.#now = now;
    this.#onUnusable = onUnusable;
    this.#journal = folder === null ? null : this.#tried(() => JournalFile.open(folder));
  }

  /** Copies what other processes noted since the last update. @returns the articles it is about */
  begin(): Stale {
    return this.#using((journal) => (journal.ledger.id === null ? NOTHING_STALE : this.#copy(journal))) ?? NOTHING_STALE;
  }

  /** The rows of an article with the moment it last changed; `keep` notes the change once they are in the index. */
  dated(rows: ArticleRows): ArticleRows {
    const known = this.#knownOf(rows);
    const seen = { fingerprint: rows.fingerprint, at: later(rows.sortUpdated, this.#index.past.latestUntil([rows.slug, ...rows.aliases])) };
    const { at } = decide(known, known === null ? seen : { ...seen, at: rows.sortUpdated }, this.#now);
    return at === rows.sortUpdated ? rows : modified(rows, at);
  }

  /** Notes that an article is served. @param rows as `dated` gave them */
  keep({ slug, aliases, fingerprint, revision, sortUpdated: at, importedAt }: ArticleRows): void {
    this.#gone.delete(slug);
    const { change } = decide(this.#knownOf({ slug, aliases }), { fingerprint, at }, this.#now);
    if (change === null) this.#notes.delete(slug);
    else this.#notes.set(slug, { at, change, slug, revision, previousSlug: null, reason: null, fingerprint, importedAt });
  }

  /** Notes that an article is withdrawn. */
  withdraw(tombstone: Tombstone): void {
    const { slug, at, reason } = tombstone;
    this.#gone.delete(slug);
    const fingerprint = hash("sha256", JSON.stringify(tombstone));
    const known = this.#index.ledger.known(slug);
    if (known?.state === "withdrawn" && known.fingerprint === fingerprint) this.#notes.delete(slug);
    else this.#notes.set(slug, { at, change: "withdrawn", slug, revision: null, previousSlug: null, reason, fingerprint, importedAt: at });
  }

  /** Notes that an article's files are gone. */
  remove(slug: string): void {
    this.#notes.delete(slug);
    this.#gone.add(slug);
  }

  /** Writes the notes. @returns what to read again before they are settled again; `NOTHING_STALE` when they are written */
  settle(): Stale {
    const stale = this.#using((journal) => journal.alone(() => this.#write(journal)));
    if (stale !== null) return stale;
    const { ledger } = this.#index;
    const entries = this.#entries();
    // From now on it is a copy of no journal.
    if (entries.length > 0) ledger.id = null;
    ledger.append(entries);
    return NOTHING_STALE;
  }

  close(): void {
    this.#journal?.close();
    this.#journal = null;
  }

  #write(journal: JournalFile): Stale {
    const { ledger } = this.#index;
    if (journal.ledger.id === null) {
      // A new journal goes on where the index is.
      journal.ledger.copy(ledger, 0);
      journal.ledger.id = randomUUID();
      ledger.id = journal.ledger.id;
    }
    const stale = this.#copy(journal);
    if (stale.all || stale.slugs.size > 0) return stale;
    const entries = this.#entries();
    journal.ledger.append(entries);
    ledger.append(entries);
    return NOTHING_STALE;
  }

  /** Brings the index's copy in line with the journal. @returns what the index does not serve as the journal has it, as far as is known */
  #copy(journal: JournalFile): Stale {
    const { ledger } = this.#index;
    const { id, last } = journal.ledger;
    const isNew = ledger.id === null && ledger.last === 0;
    const isCopy = isNew || (ledger.id === id && ledger.last <= last);
    if (!isCopy) ledger.clear();
    const slugs = ledger.copy(journal.ledger, ledger.last);
    ledger.id = id;
    if (!isCopy) return { all: true };
    return { all: false, slugs: new Set([...slugs].filter((slug) => !this.#isNoted(slug))) };
  }

  /** Whether the journal has the very change that was noted here. */
  #isNoted(slug: string): boolean {
    const note = this.#notes.get(slug);
    if (note === undefined) return false;
    const known = this.#index.ledger.known(slug);
    const isSame = known?.fingerprint === note.fingerprint && known.at === note.at;
    if (isSame) this.#notes.delete(slug);
    return isSame;
  }

  /** What the journal knows of an article, under its slug or the one it was renamed from. */
  #knownOf({ slug, aliases }: Pick<ArticleRows, "slug" | "aliases">): Known | null {
    const { ledger } = this.#index;
    const own = ledger.known(slug);
    if (own !== null && own.state !== "gone") return own;
    for (const alias of aliases) {
      const known = ledger.known(alias);
      if (known !== null) return known;
    }
    return own;
  }

  /** The changes in the order in which they are told. */
  #entries(): Entry[] {
    const gone = [...this.#gone].sort(compareBytes).flatMap((slug) => this.#ending(slug));
    const renamed = new Set(gone.filter(({ change, revision }) => change === "renamed" && revision !== null).map(({ slug }) => slug));
    const notes = [...this.#notes.values()].filter(({ slug }) => !renamed.has(slug)).sort(inOrder);
    return [...gone, ...notes];
  }

  /** What became of an article whose files are gone: it has another slug now, or it was removed. */
  #ending(slug: string): Entry[] {
    const known = this.#index.ledger.known(slug);
    if (known === null || known.state === "gone") return [];
    const found = this.#index.article(slug);
    const entry = { at: later(this.#now, known.at), slug, revision: null, previousSlug: null, reason: null, fingerprint: "" };
    if (found.state === "moved") {
      const note = this.#notes.get(found.to) ?? this.#index.ledger.known(found.to);
      const { revision = null, fingerprint = "", at = entry.at } = note ?? {};
      return [{ ...entry, at, change: "renamed", slug: found.to, previousSlug: slug, revision, fingerprint }];
    }
    if (found.state === "withdrawn" && found.slug !== slug) return [{ ...entry, change: "renamed", slug: found.slug, previousSlug: slug }];
    return [{ ...entry, change: "removed" }];
  }

  /** Runs something with the journal. @returns `null` without one */
  #using<T>(act: (journal: JournalFile) => T): T | null {
    const journal = this.#journal;
    return journal === null ? null : this.#tried(() => act(journal));
  }

  /** A journal that cannot be used is told of and done without; what the index has copied is a copy no more. */
  #tried<T>(act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof UnusableJournal)) throw error;
      this.#onUnusable(error);
      this.close();
      this.#index.ledger.id = null;
      return null;
    }
  }
}

const ORDER = ["changed", "added", "withdrawn"];

/** Changes first, then what is new by its import, then what was withdrawn; by slug where all else is equal. */
function inOrder(one: Note, other: Note): number {
  const kind = ORDER.indexOf(one.change) - ORDER.indexOf(other.change);
  if (kind !== 0) return kind;
  const moment = one.change === "changed" ? 0 : compareBytes(one.importedAt, other.importedAt);
  return moment || compareBytes(one.slug, other.slug);
}
