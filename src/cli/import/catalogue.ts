import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freeSlug } from "../../article/model/ids.ts";
import type { Article, Given, Source } from "../../article/model/schema.ts";
import { areEditsLeft } from "../../store/files/article-files.ts";
import { ARTICLES, listSlugs } from "../../store/files/data-folder.ts";

type Entry = Pick<Article, "slug" | "aliases" | "sourceUrl" | "source">;

/** What a data folder holds, as far as import must know it: slugs, source hashes and addresses. */
export class Catalogue {
  /** Slugs and aliases, each with the slug of its article. */
  readonly #slugs = new Map<string, string>();
  readonly #sources = new Map<string, Source>();
  readonly #bySha256 = new Map<string, Entry>();
  readonly #byUrl = new Map<string, Entry>();
  /** Articles whose renaming was cut short, each with the slug whose files are still to go. */
  readonly #halfRenamed = new Map<string, string>();

  constructor(folder: string) {
    const entries = new Map<string, Entry>();
    for (const slug of existsSync(folder) ? listSlugs(folder) : []) {
      this.#slugs.set(slug, slug);
      const entry = readEntry(join(folder, ARTICLES, `${slug}.json`));
      if (entry?.slug === slug) entries.set(slug, entry);
    }
    for (const entry of entries.values()) {
      // Of the files of the slug before, the corrections go last.
      const left = entry.aliases.find((alias) =>
        this.#slugs.has(alias) ? isSameSource(entries.get(alias), entry) : areEditsLeft(folder, alias, entry.slug),
      );
      if (left !== undefined) this.#halfRenamed.set(entry.slug, left);
    }
    const left = new Set(this.#halfRenamed.values());
    for (const entry of entries.values()) if (!left.has(entry.slug)) this.add(entry);
  }

  /**
   * The slug of the article that a source is another import of: the one an operator names (by its slug now or before),
   * else that of the same bytes, else that of the same address; `null` when it is new. A name that no article has is one
   * to give.
   */
  find(sha256: string, sourceUrl: string | null, named: string | undefined): string | null {
    const byName = named === undefined ? undefined : this.#slugs.get(named);
    if (byName !== undefined) return byName;
    const byUrl = sourceUrl === null ? undefined : this.#byUrl.get(sourceUrl);
    return (this.#bySha256.get(sha256) ?? byUrl)?.slug ?? null;
  }

  /** How a source of these bytes was read before: files in `sources/` all end in .txt. */
  mediaTypeOf(sha256: string): Source["mediaType"] | undefined {
    return this.#bySha256.get(sha256)?.source.mediaType;
  }

  /** What was said of an article by earlier imports. The time of an update holds for these bytes only. */
  givenFor(slug: string | null, sha256: string): Given {
    const source = slug === null ? undefined : this.#sources.get(slug);
    if (source?.given === undefined) return {};
    const { updatedAt, ...lasting } = source.given;
    return updatedAt === undefined || source.sha256 !== sha256 ? lasting : source.given;
  }

  /** The slug before, when the renaming of an article to this slug was cut short before the files of the one before were gone. */
  halfRenamedFrom(slug: string): string | null {
    return this.#halfRenamed.get(slug) ?? null;
  }

  isFree(slug: string): boolean {
    return !this.#slugs.has(slug);
  }

  freeSlug(wanted: string): string {
    return freeSlug(wanted, (slug) => this.#slugs.has(slug));
  }

  add(entry: Entry): void {
    for (const slug of [entry.slug, ...entry.aliases]) this.#slugs.set(slug, entry.slug);
    this.#sources.set(entry.slug, entry.source);
    this.#bySha256.set(entry.source.sha256, entry);
    if (entry.sourceUrl !== null) this.#byUrl.set(entry.sourceUrl, entry);
  }
}

/** Whether an article is the one that another was renamed from: the same file or the same address. */
function isSameSource(one: Entry | undefined, other: Entry): boolean {
  return one !== undefined && (one.source.sha256 === other.source.sha256 || (one.sourceUrl !== null && one.sourceUrl === other.sourceUrl));
}

/** The few fields import needs; a broken file only keeps its slug taken. */
function readEntry(file: string): Entry | null {
  try {
    const { slug, aliases, sourceUrl, source } = JSON.parse(readFileSync(file, "utf8")) as Article;
    return typeof source.sha256 === "string" && Array.isArray(aliases) ? { slug, aliases, sourceUrl, source } : null;
  } catch {
    return null;
  }
}
