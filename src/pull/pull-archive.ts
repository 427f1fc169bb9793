import { z } from "zod";
import { RegisteredSpeaker } from "../article/corrections/speaker-registry.ts";
import type { Office } from "../office/office.ts";
import {
  forgetPulled,
  forgetTags,
  type Pull,
  type PulledArticle,
  readPull,
  readPulled,
  unfinished,
  writePull,
  writePulled,
} from "../office/pulls.ts";
import type { Desk } from "../store/desk.ts";
import { ArticleRefused, type Fetched, fetchArticle, OwnArticle } from "./fetch-article.ts";
import { type ChangePage, fetchChanges } from "./fetch-changes.ts";
import { type Copies, type Kept, keepArticle } from "./keep-article.ts";
import type { Origin } from "./origin.ts";
import { PullRefused } from "./pull-refused.ts";
import { pullSpeakers } from "./pull-speakers.ts";

/** Requests that are made at a time. */
const AT_ONCE = 4;

/** Articles that are looked at again at a time. */
const BATCH = 100;

/** Of an answer without one, as some proxies send them. */
const NO_TAG = "";

/** How many articles came of each. */
export type PullReport = Record<Kept | "refused", number>;

export interface PullOptions {
  origin: Origin;
  desk: Desk;
  office: Office;
  /** Told after each article. */
  onProgress(report: PullReport): void;
  /** Told of an article that is not taken over, and why. */
  onRefused(slug: string, reason: string): void;
}

/** Follows the changes of another archive into this one. */
export class ArchivePull {
  readonly #options: PullOptions;
  /** Of the last answer that had no changes: the next one may be the same. */
  #quiet: { cursor: string; tag: string | null } | null = null;
  #pull: Pull;

  /** Whether articles are to be compared again, whatever is known of them. */
  #restarts: boolean;

  private constructor(options: PullOptions, pull: Pull, restarts: boolean) {
    this.#options = options;
    this.#pull = pull;
    this.#restarts = restarts;
  }

  /**
   * @param restart begins with the first change, and compares every article
   * @throws PullRefused when this archive is a copy of another one
   */
  static async open(options: PullOptions, restart: boolean): Promise<ArchivePull> {
    const { office, origin } = options;
    const known = await readPull(office);
    if (known !== null && known.origin !== origin.base && !restart)
      throw new PullRefused(
        `This archive is a copy of ${known.origin}. If that one is at ${origin.base} now, or you want a copy of another one, add --restart: what came from ${known.origin} and is not at ${origin.base} will be removed.`,
      );
    const first = { origin: origin.base, cursor: null, pass: 1, speakers: "[]" };
    const pull = restart && known !== null ? { ...known, ...first, pass: known.pass + 1, speakers: known.speakers } : (known ?? first);
    return new ArchivePull(options, pull, restart);
  }

  /** Takes over what changed since the last time. @throws PullRefused */
  async run(withSpeakers = true): Promise<PullReport> {
    const report: PullReport = { added: 0, changed: 0, withdrawn: 0, removed: 0, unchanged: 0, refused: 0 };
    for (let page = await this.#changes(); page !== null; page = await this.#changes()) {
      const slugs = new Set(page.items.flatMap(({ slug, previousSlug }) => (previousSlug ? [slug, previousSlug] : [slug])));
      await this.#each([...slugs], (slug) => this.#article(slug, report, false));
      // Only now: whoever is killed before does these again, which changes nothing.
      await this.#note({ cursor: page.nextCursor });
    }
    await this.#finish(report);
    const { origin, desk } = this.#options;
    if (withSpeakers || report.added + report.changed + report.removed + report.withdrawn > 0) {
      const came = z.array(RegisteredSpeaker).parse(JSON.parse(this.#pull.speakers));
      const now = await pullSpeakers(origin, desk, came);
      if (now !== came) await this.#note({ speakers: JSON.stringify(now) });
    }
    return report;
  }

  /** The next changes; `null` when there are none. */
  async #changes(): Promise<ChangePage | null> {
    const { cursor } = this.#pull;
    const tag = this.#quiet !== null && this.#quiet.cursor === cursor ? this.#quiet.tag : null;
    const page = await fetchChanges(this.#options.origin, cursor, tag);
    if (page === null) return null;
    // Only now: an address that was mistyped leaves all as it was.
    if (this.#restarts) {
      await forgetTags(this.#options.office);
      await this.#note({});
      this.#restarts = false;
    }
    if (page.items.length > 0) return page;
    if (page.nextCursor !== cursor) await this.#note({ cursor: page.nextCursor });
    this.#quiet = { cursor: page.nextCursor, tag: page.tag };
    return null;
  }

  /** Looks again at articles that could not be taken over, and at those that a walk from the beginning did not meet. */
  async #finish(report: PullReport): Promise<void> {
    const { office } = this.#options;
    for (let after = ""; ; ) {
      const slugs = await unfinished(office, this.#pull.pass, after, BATCH);
      const last = slugs.at(-1);
      if (last === undefined) return;
      await this.#each(slugs, (slug) => this.#article(slug, report, true));
      after = last;
    }
  }

  /** @param isLast whether an article that is refused is told of: before, another change may make room for it */
  async #article(slug: string, report: PullReport, isLast: boolean): Promise<void> {
    const { origin, desk, office, onProgress, onRefused } = this.#options;
    const known = await readPulled(office, slug);
    try {
      const fetched = await fetchArticle(origin, slug, known?.tag ?? null, async (present) =>
        known === null ? [] : desk.alone((writing) => writing.revisions(present)),
      );
      report[await keepArticle(desk, this.#copies(), slug, fetched)] += 1;
      await this.#noteArticle(slug, known, fetched);
    } catch (error) {
      if (!(error instanceof ArticleRefused)) throw error;
      const isOwn = error instanceof OwnArticle;
      if (!isOwn) await writePulled(office, { slug, tag: null, withdrawn: false, pass: this.#pull.pass });
      if (isOwn || isLast) {
        report.refused += 1;
        onRefused(slug, error.message);
      }
    }
    onProgress(report);
  }

  #copies(): Copies {
    const { office } = this.#options;
    const { pass } = this.#pull;
    return {
      of: (slug) => readPulled(office, slug),
      begin: (slug, withdrawn) => writePulled(office, { slug, tag: null, withdrawn, pass }),
    };
  }

  /** Notes what is here now as it is there. */
  async #noteArticle(slug: string, known: PulledArticle | null, fetched: Fetched): Promise<void> {
    const { office } = this.#options;
    const { pass } = this.#pull;
    if (fetched.state === "served")
      await writePulled(office, { slug: fetched.article.slug, tag: fetched.tag ?? NO_TAG, withdrawn: false, pass });
    if (fetched.state === "unchanged" && known !== null && known.pass !== pass) await writePulled(office, { ...known, pass });
    const isGone = fetched.state === "gone" || (fetched.state === "served" && fetched.article.slug !== slug);
    if (isGone) await forgetPulled(office, slug);
  }

  async #note(progress: Partial<Pull>): Promise<void> {
    this.#pull = { ...this.#pull, ...progress };
    await writePull(this.#options.office, this.#pull);
  }

  /** Does something for each slug, a few at a time. @throws what is thrown first, after those that were begun */
  async #each(slugs: string[], work: (slug: string) => Promise<void>): Promise<void> {
    const left = slugs.values();
    const failures: unknown[] = [];
    const worker = async () => {
      for (const slug of left) {
        if (failures.length > 0) return;
        await work(slug).catch((error) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (failures.length > 0) throw failures[0];
  }
}
