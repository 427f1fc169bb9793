import type { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import type { ArticleIndex } from "../../index/article-index.ts";
import { IndexConflict } from "../../index/writer.ts";
import type { ArticleRows } from "../../rows.ts";
import type { StoreProblem } from "../../store.ts";
import { ARTICLES, articlePath, hasArticles, loadRegistry, SPEAKERS } from "../data-folder.ts";
import type { FolderChanges } from "../folder-watch.ts";
import { ChangeNotes, type Stale } from "../journal/change-notes.ts";
import { JOURNAL, journalProblem } from "../journal/journal-file.ts";
import { type FolderListing, isFormerUnchanged, listFolder, stampOfUnit, unitOf } from "./folder-unit.ts";
import { type ReadArticle, readArticles } from "./read-articles.ts";
import { folderProblems, strayReferences, straysOf } from "./strays.ts";

/** Articles between two messages about the progress. */
const STEP = 32;

/** An index to bring in line with its data folder. */
export interface IndexUpdate {
  folder: string;
  /** The file of the index, the bytes of one in memory, or `null` for a new one in memory. */
  index: string | Uint8Array | null;
  /** What changed in the folder; `null` for all that changed since the index was written. */
  changes: FolderChanges | null;
  /** Slugs of articles that could not be taken as they were. */
  refused: string[];
  /** Whether changes are noted in the journal of the folder, and not in the index alone. */
  journal: boolean;
  /** To the second. */
  now: string;
}

/** How far an update is, or the problems of a file; an empty list takes back those before. `standing`: found at every update. */
export type UpdateMessage = { read: number; total: number } | { file: string; problems: StoreProblem[]; standing?: true };

/** One update of one index. */
export class FolderUpdate {
  readonly #index: ArticleIndex;
  readonly #update: IndexUpdate;
  readonly #tell: (message: UpdateMessage) => void;
  readonly #notes: ChangeNotes;
  #journalProblems: StoreProblem[] = [];
  #registry: SpeakerRegistry = { speakers: [] };

  constructor(index: ArticleIndex, update: IndexUpdate, tell: (message: UpdateMessage) => void) {
    this.#index = index;
    this.#update = update;
    this.#tell = tell;
    const { folder, journal, now } = update;
    this.#notes = new ChangeNotes(index, journal ? folder : null, now, (error) => {
      this.#journalProblems = [journalProblem(error)];
    });
  }

  async run(): Promise<void> {
    const { folder } = this.#update;
    const listing = listFolder(folder);
    const served = this.#index.size > 0;
    if (served) this.#demandArticles();
    this.#index.begin();
    try {
      let stale = this.#notes.begin();
      const isNewRegistry = this.#readRegistry(this.#update.changes === null || this.#update.changes.registry);
      let slugs = this.#slugsToRead(listing, stale, isNewRegistry);
      for (;;) {
        await this.#read(slugs, listing);
        if (served) this.#demandArticles();
        stale = this.#notes.settle();
        if (!stale.all && stale.slugs.size === 0) break;
        slugs = stale.all ? this.#allSlugs(listing) : [...stale.slugs];
      }
      this.#index.commit();
    } catch (error) {
      this.#index.rollback();
      throw error;
    } finally {
      this.#notes.close();
    }
    this.#tell({ file: JOURNAL, problems: this.#journalProblems, standing: true });
    this.#tell({ file: ".", problems: folderProblems(folder) });
    this.#tell({ file: `${ARTICLES}/`, problems: straysOf(this.#index, listing), standing: true });
    this.#tell({ file: `${SPEAKERS}#`, problems: strayReferences(this.#index), standing: true });
  }

  /** Reads what stands under some slugs: what has no article first, since an article that was renamed takes over ids. */
  async #read(slugs: string[], listing: FolderListing): Promise<void> {
    const present = new Set(listing.articles);
    const isArticle = (slug: string) => present.has(slug) && !listing.withdrawn.has(slug);
    const sorted = [...new Set(slugs)].sort();
    const ordered = [...sorted.filter((slug) => !isArticle(slug)), ...sorted.filter(isArticle)];
    const units = ordered.map((slug) => unitOf(slug, listing, this.#index.past.formerStamp(slug)));
    const total = listing.articles.length;
    let read = Math.max(0, total - units.length);
    for await (const article of readArticles(this.#update.folder, units, this.#registry)) {
      if (read % STEP === 0) this.#tell({ read, total });
      this.#put(article);
      read = Math.min(total, read + 1);
    }
  }

  #slugsToRead(listing: FolderListing, stale: Stale, isNewRegistry: boolean): string[] {
    const { changes, refused } = this.#update;
    if (isNewRegistry || changes?.all === true || stale.all) return this.#allSlugs(listing);
    if (changes === null) return [...this.#changedSlugs(listing), ...stale.slugs];
    // A file that was refused may be sound now that another one changed: two articles that claimed one id, say.
    return [...changes.slugs, ...refused, ...stale.slugs];
  }

  /** All slugs that the folder or the index has. */
  #allSlugs(listing: FolderListing): string[] {
    const held = [...this.#index.slugs(), ...this.#index.stamps().keys(), ...this.#index.past.formerSlugs()];
    // Without the folder of articles its disk is lost, and nothing was removed.
    const noted = hasArticles(this.#update.folder) ? this.#index.ledger.slugs() : [];
    return [...held, ...noted, ...listing.articles, ...listing.withdrawn, ...listing.former];
  }

  /** The slugs whose files are not what they were when they were read. */
  #changedSlugs(listing: FolderListing): string[] {
    const { folder } = this.#update;
    const stamps = this.#index.stamps();
    return [...new Set(this.#allSlugs(listing))].filter((slug) => {
      const unit = unitOf(slug, listing, this.#index.past.formerStamp(slug));
      return !stamps.has(slug) || stamps.get(slug) !== stampOfUnit(folder, unit) || !isFormerUnchanged(folder, unit);
    });
  }

  /**
   * A broken registry leaves the one that the articles of the index were given with.
   * @returns whether the articles have to be given with another one
   */
  #readRegistry(look: boolean): boolean {
    const given = this.#index.registry();
    let registry = given;
    if (look || given === null) {
      const { value, problems } = loadRegistry(this.#update.folder);
      this.#tell({ file: SPEAKERS, problems });
      registry = value ?? given;
    }
    if (registry === null) return false;
    this.#registry = registry;
    if (this.#index.hasRegistry(registry)) return false;
    this.#index.setRegistry(registry);
    return true;
  }

  /** Takes an article in or out; a broken file leaves the version that is served as it is. */
  #put(read: ReadArticle): void {
    const { slug, stamp, found, former, tombstone } = read;
    const problems = [...read.problems];
    if (former !== null) this.#index.past.setFormer(slug, former.rows, former.broken, former.stamp);
    if (tombstone === "broken") this.#putUnderBrokenTombstone(read, problems);
    else if (tombstone !== null) {
      this.#index.withdraw(tombstone);
      this.#notes.withdraw(tombstone);
    } else {
      this.#index.past.endWithdrawal(slug);
      this.#putArticle(read, problems);
    }
    this.#index.setRegistered(slug, read.registered);
    this.#index.setIntroduced(slug, found?.introduced ?? []);
    // What has problems is read at every start, so that they are told.
    this.#index.setStamp(slug, problems.length === 0 && (found !== null || tombstone !== null) ? stamp : null);
    if (problems.length > 0 || this.#update.refused.includes(slug)) this.#tell({ file: articlePath(slug), problems });
  }

  #putArticle({ slug, found }: ReadArticle, problems: StoreProblem[]): void {
    problems.push(...(found?.problems ?? []));
    if (found === null) {
      this.#index.remove(slug);
      this.#notes.remove(slug);
    } else if (found.rows !== null) this.#serve(found.rows, problems);
  }

  #serve(given: ArticleRows, problems: StoreProblem[]): void {
    const rows = this.#notes.dated(given);
    try {
      this.#index.put(rows);
      this.#notes.keep(rows);
    } catch (error) {
      if (!(error instanceof IndexConflict)) throw error;
      problems.push({ where: articlePath(rows.slug), path: error.path, message: error.message, cure: error.cure });
    }
  }

  /** An article stays as it was: withdrawn, or served; one of which nothing is known is not served against what may be an editor's will. */
  #putUnderBrokenTombstone(read: ReadArticle, problems: StoreProblem[]): void {
    const { slug } = read;
    const { ledger } = this.#index;
    const known = ledger.known(slug);
    if (known?.state === "served") this.#putArticle(read, problems);
    else if (known?.state === "withdrawn" && !this.#index.past.isWithdrawn(slug))
      this.#index.withdraw({ slug, aliases: [], quotes: [], at: known.at, reason: ledger.reasonOf(slug) });
  }

  /** Single files are deleted; a whole folder that is not there is a lost disk, or one that is being replaced. */
  #demandArticles(): void {
    const { folder, changes } = this.#update;
    if (changes !== null && !hasArticles(folder)) throw new Error(`the folder ${ARTICLES}/ is not there`);
  }
}
