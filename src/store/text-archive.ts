import type { ServedPeriod } from "../article/model/history.ts";
import type { SpeakerRef } from "../article/model/schema.ts";
import { presentSlug } from "./look-up.ts";
import { speakersNamed } from "./speakers-named.ts";
import type { Candidates, CandidatesQuery, Store } from "./store.ts";

/** The most articles with the text itself that are left out. */
const MOST_COPIES = 10;

/** What is looked for. */
type LookUp = Pick<CandidatesQuery, "probes" | "speakers" | "passOver">;

/** The part of a store that a text is checked against. */
export interface ArchivePart {
  /** Slugs of the only articles to look in; all without it. */
  articles?: string[] | undefined;
  /** Slugs of articles to leave out. */
  exclude?: string[] | undefined;
  publishedFrom?: string | undefined;
  publishedTo?: string | undefined;
  /** Articles of this revision are left out, unless `articles` names those to look in: they are the text that is checked. */
  revision?: string | null;
}

/** Candidates and speakers of a part of a store, as `checkText` asks for them. */
export class TextArchive {
  readonly sources = null;
  readonly excluded: string[];
  readonly former = {
    find: (wanted: LookUp) => this.#formerCandidates(wanted),
    served: (slug: string, revision: string) => servedPeriods(this.#store, slug, revision),
  };
  readonly #store: Store;
  readonly #part: ArchivePart;
  readonly #limit: number;
  readonly #sameText = new Map<string, number>();

  /** @param limit candidates at most */
  constructor(store: Store, part: ArchivePart, limit: number) {
    this.#store = store;
    this.#part = part.articles === undefined ? part : { ...part, revision: null };
    this.#limit = limit;
    this.excluded = part.exclude ?? [];
  }

  async candidates(wanted: LookUp): Promise<Candidates> {
    const { revision = null } = this.#part;
    const found = await this.#store.candidates(this.#query(wanted, revision === null ? 0 : MOST_COPIES));
    const same = found.articles.filter(({ article }) => article.revision === revision);
    for (const { article, quotes } of same) this.#sameText.set(article.slug, quotes.length);
    return { articles: found.articles.filter((one) => !same.includes(one)).slice(0, this.#limit), searched: found.searched };
  }

  /** Candidates of earlier texts; one that is the text itself is left out in silence: its article has other words now. */
  async #formerCandidates(wanted: LookUp): Promise<Candidates> {
    const found = await this.#store.candidates({ ...this.#query(wanted, 1), former: true });
    return { ...found, articles: found.articles.filter(({ article }) => article.revision !== this.#part.revision).slice(0, this.#limit) };
  }

  #query(wanted: LookUp, more: number): CandidatesQuery {
    const { articles, publishedFrom, publishedTo } = this.#part;
    return {
      ...wanted,
      articles: articles ?? null,
      except: this.excluded,
      publishedFrom: publishedFrom ?? null,
      publishedTo: publishedTo ?? null,
      former: false,
      limit: this.#limit + more,
    };
  }

  async speakersNamed(name: string): Promise<SpeakerRef[]> {
    const { speakers } = await speakersNamed(this.#store, name);
    return speakers.map(({ id, name: full }) => ({ id, name: full }));
  }

  /** The articles that were found and left out because they are the text, and how many quotes each has. */
  sameText(): { slug: string; quotes: number }[] {
    return [...this.#sameText].map(([slug, quotes]) => ({ slug, quotes }));
  }
}

/** When a former revision of an article was served; empty where it is not kept any more. @param slug a present or an old one */
async function servedPeriods(store: Pick<Store, "article" | "revisions">, slug: string, revision: string): Promise<ServedPeriod[]> {
  const present = await presentSlug(store, slug);
  const former = present === null ? [] : await store.revisions(present);
  return former.find((one) => one.revision === revision)?.served ?? [];
}
