import type { Edits } from "../article/corrections/edits.ts";
import type { SpeakerRegistry } from "../article/corrections/speaker-registry.ts";
import type { FormerRevision, Tombstone } from "../article/model/history.ts";
import type { Article, Source } from "../article/model/schema.ts";

/**
 * Where an archive is written: a data folder or a database. The command line and HTTP write through it, by the functions of
 * `src/publishing`, so that a change is the same however it comes.
 */
export interface Desk {
  /**
   * Runs work while nobody else writes the archive, in whatever process; what another one writes is waited for. When it returns,
   * what was written is on disk, and the store that this process serves from answers with it.
   *
   * @throws what `work` throws; DeskBusy when others write for too long; DeskUnwritable when the archive cannot be written
   */
  alone<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** An archive while nobody else writes it. */
export interface Writing {
  /**
   * The slug of the article that is known by a slug (present or old), else by the bytes of its raw file, else by its address; of
   * withdrawn articles too. `null` when there is none.
   */
  find(by: { slug?: string | undefined; sha256?: string | undefined; sourceUrl?: string | null | undefined }): Promise<string | null>;
  /**
   * All that is held of an article; `null` when there is none, or all of it was purged but the tombstone.
   * @param slug a present one, or a withdrawn article's
   * @throws Error when it is broken, with what and where
   */
  read(slug: string): Promise<Held | null>;
  /**
   * What an article was made of, as it is kept: without a look at the rest of it, which costs far more. `null` when there is none, or
   * when it cannot be read.
   * @param slug as for `read`
   */
  source(slug: string): Promise<Source | null>;
  /** What is left of a withdrawn article, also of a purged one; `null` when it is not withdrawn. @param slug the one it had last */
  tombstone(slug: string): Promise<Tombstone | null>;
  /** Earlier revisions of an article, the one served last first. @param slug a present one, or a withdrawn article's */
  revisions(slug: string): Promise<FormerRevision[]>;
  registry(): Promise<SpeakerRegistry>;
  /**
   * Writes one change, whole or not at all: a process that is killed meanwhile leaves the state before or the state after.
   * @throws DeskConflict when a slug, alias or quote id belongs to another article
   */
  write(change: DeskChange): Promise<void>;
}

/** What is held of one article. */
export interface Held {
  /** As import made it. */
  machine: Article;
  edits: Edits | null;
  /** As it is served, or would be; `null` when corrections make it unsound. */
  served: Article | null;
  /** Not `null`: it is withdrawn. */
  tombstone: Tombstone | null;
  /** The slug before, whose files are still there: its renaming was cut short. The next write of the article ends it. */
  renamedFrom?: string;
}

/** A change of an archive. */
export type DeskChange =
  | {
      of: "article";
      /** As import made it. */
      machine: Article;
      /** Its raw file; `null` leaves the one that is there. */
      raw: Uint8Array | null;
      /** The slug it had until now, when it has another one: its files go, its corrections and history come along. */
      renamedFrom: string | null;
      /** What was served until now, where the text is another one; takes the place of the one of the same revision. */
      former: FormerRevision | null;
    }
  /** An editor's corrections; `null` takes them away. */
  | { of: "edits"; slug: string; edits: Edits | null }
  | { of: "registry"; registry: SpeakerRegistry }
  /** Withdraws an article: its files stay, and it is served no more. */
  | { of: "withdrawal"; tombstone: Tombstone }
  /** Serves a withdrawn article again. */
  | { of: "restoration"; slug: string }
  /** Deletes the files and the history of a withdrawn article; the tombstone stays. */
  | { of: "purge"; slug: string }
  /** Sets the earlier revisions of an article, as a copy of another archive has them: these and no others. */
  | { of: "history"; slug: string; former: FormerRevision[] }
  /** Deletes an article with all that is held of it, a tombstone too: it answers as if it had never been there. */
  | { of: "removal"; slug: string };

/** Others write the archive for longer than a writer waits. */
export class DeskBusy extends Error {}

/** The archive cannot be written; the message says why and what to do, without paths. */
export class DeskUnwritable extends Error {}

/** A slug, alias or quote id belongs to another article. */
export class DeskConflict extends Error {}
