import { z } from "zod";
import { sentence } from "../words/sentence.ts";
import { later } from "./instants.ts";
import { Article, Instant, QuoteId, Revision, Slug } from "./schema.ts";
import { codePointLength } from "./text.ts";

/** What became of articles over time: earlier texts, withdrawals, and the order of changes. */

const reason = z
  .string()
  .min(1)
  .refine((words) => codePointLength(words) <= 2000, "has more than 2,000 characters")
  .meta({ maxLength: 2000, description: "Why, for readers.", examples: ["The interview was not authorised."] });

/** A time in which a revision was served. */
export const ServedPeriod = z
  .strictObject({
    from: Instant.meta({ description: "When it was first served." }),
    until: Instant.nullable().meta({ description: "When another revision took its place; `null` while it is served." }),
  })
  .meta({ id: "ServedPeriod", description: "A time in which a revision was served." });
export type ServedPeriod = z.infer<typeof ServedPeriod>;

/** An earlier revision of an article, kept whole: `data/revisions/<slug>/<revision>.json`. */
export const FormerRevision = z.strictObject({
  revision: Revision,
  /** In the order of time; several where the text came back in between. All have ended. */
  served: z.array(z.strictObject({ from: Instant, until: Instant })).min(1),
  /** As it was served last, corrections applied. Its slug is the one it had then. */
  article: Article,
});
export type FormerRevision = z.infer<typeof FormerRevision>;

/** When an earlier revision was last replaced by another. */
export function lastServed({ served }: FormerRevision): string {
  return served.at(-1)?.until ?? "";
}

/**
 * An article as it is kept when another text takes its place. It was served since the text before it was replaced, or since its import.
 *
 * @param article as it was served last
 * @param revisions what is kept of it already
 */
export function replacedRevision(article: Article, revisions: FormerRevision[], replacedAt: string): FormerRevision {
  const since = revisions.map(lastServed).reduce(later, article.importedAt);
  const until = later(since, replacedAt);
  const before = revisions.find(({ revision }) => revision === article.revision)?.served ?? [];
  const last = before.at(-1);
  // A change that was cut short may have ended the same period before.
  const isContinued = last !== undefined && last.until === since;
  const served = isContinued ? [...before.slice(0, -1), { from: last.from, until }] : [...before, { from: since, until }];
  // Of a text that a folder replaces it is not known when it was corrected last.
  return { revision: article.revision, served, article: { ...article, modifiedAt: article.modifiedAt ?? since } };
}

/**
 * Earlier revisions, each once: a text that an article had under two slugs is kept under both, with the times of each.
 *
 * @param kept in any order
 * @returns the one served last first; of equal ones by their names. Each as it was served last
 */
export function joinedRevisions(kept: FormerRevision[]): FormerRevision[] {
  const found = new Map<string, FormerRevision>();
  for (const former of kept) {
    const other = found.get(former.revision);
    found.set(former.revision, other === undefined ? former : joined(other, former));
  }
  return [...found.values()].sort(
    (one, other) => descending(lastServed(one), lastServed(other)) || -descending(one.revision, other.revision),
  );
}

/** The same with the times of both, and the article as the later of them has it. */
export function joined(one: FormerRevision, other: FormerRevision): FormerRevision {
  const served: FormerRevision["served"] = [];
  for (const period of [...one.served, ...other.served].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = served.at(-1);
    if (last === undefined || period.from > last.until) served.push({ ...period });
    else last.until = later(last.until, period.until);
  }
  return { revision: one.revision, served, article: (lastServed(one) > lastServed(other) ? one : other).article };
}

function descending(one: string, other: string): number {
  return one === other ? 0 : one < other ? 1 : -1;
}

/** What is left of a withdrawn article: `data/withdrawn/<slug>.json`. */
export const Tombstone = z.strictObject({
  slug: Slug,
  aliases: z.array(Slug),
  /** Ids of its quotes, former ones and removed ones too. */
  quotes: z.array(QuoteId),
  at: Instant,
  reason,
  /** What it is known by, so that no import brings it back unasked. */
  revision: Revision,
  sourceUrl: Article.shape.sourceUrl,
  sha256: z.string(),
});
export type Tombstone = z.infer<typeof Tombstone>;

/** Says that an article was withdrawn, when and why; more may follow. */
export function withdrawalNotice({ slug, at, reason }: Pick<Tombstone, "slug" | "at" | "reason">): string {
  return `The article "${slug}" was withdrawn on ${at.slice(0, 10)}: ${sentence(reason)}`;
}

export const ChangeKind = z.enum(["added", "changed", "renamed", "withdrawn", "removed"]).meta({
  id: "ChangeKind",
  description:
    "`added`: served from now on, for the first time or again. `changed`: its text, data, corrections or speakers. `renamed`: it has another slug; other things may have changed with it. `withdrawn`: it answers 410 with a notice. `removed`: its file is gone without a notice, it answers 404.",
});
export type ChangeKind = z.infer<typeof ChangeKind>;

/** One change of what is served. */
export const Change = z
  .strictObject({
    seq: z
      .int()
      .min(1)
      .meta({ description: "Its place among all changes: each has a larger number than the one before.", examples: [17] }),
    at: Instant.meta({ description: "When it was served first." }),
    change: ChangeKind,
    slug: Slug,
    revision: Revision.nullable().meta({ description: "Of the article after the change; `null` when it is no longer served." }),
    previousSlug: Slug.nullable().meta({ description: "Of an article that was renamed: the slug it had until then." }),
    reason: reason.nullable().meta({ description: "Why it was withdrawn." }),
  })
  .meta({ id: "Change", description: "One change of what is served." });
export type Change = z.infer<typeof Change>;
