import { z } from "zod";
import { FormerRevision, Tombstone } from "../article/model/history.ts";
import { type Article, Revision } from "../article/model/schema.ts";
import { parseArticle } from "../article/rules/check-article.ts";
import { jsonOf, type Origin, type OriginAnswer } from "./origin.ts";
import { PullRefused } from "./pull-refused.ts";

/** What the other archive answers for an article now. */
export type Fetched =
  | { state: "unchanged" }
  | { state: "served"; article: Article; former: FormerRevision[]; tag: string | null }
  | { state: "withdrawn"; at: string; reason: string }
  | { state: "gone" };

/** An article of the other archive cannot be taken over; others can. */
export class ArticleRefused extends Error {}

/** It would take the place of one that did not come from there. */
export class OwnArticle extends ArticleRefused {}

/** Times an article is read again because it changed while it was read. */
const READS = 5;

/** Revisions in a page of their list. */
const PAGE = 100;

const RevisionList = z.object({
  items: z.array(
    z.object({ revision: Revision, current: z.boolean(), served: z.array(z.object({ from: z.string(), until: z.string().nullable() })) }),
  ),
  nextCursor: z.string().nullish(),
});
type RevisionItem = z.infer<typeof RevisionList>["items"][number];

/** Earlier revisions of one article that are taken over at most. */
const MOST_REVISIONS = 10_000;

const Notice = Tombstone.pick({ at: true, reason: true }).loose();

/**
 * Reads an article with its earlier revisions, as they were at one moment.
 *
 * @param tag of the answer that is known; the same one is `unchanged`
 * @param known earlier revisions that are here: those are not read again
 * @throws ArticleRefused when the article is not sound; PullRefused when the archive does not answer as one
 */
export async function fetchArticle(
  origin: Origin,
  slug: string,
  tag: string | null,
  known: (slug: string) => Promise<FormerRevision[]>,
): Promise<Fetched> {
  for (let read = 1; read <= READS; read += 1) {
    const answer = await presentArticle(origin, slug, tag);
    if (answer.status === 304) return { state: "unchanged" };
    if (answer.status === 404) return { state: "gone" };
    if (answer.status === 410) return withdrawnAs(answer, origin, slug);
    if (answer.status !== 200) throw unexpected(origin, slug, answer);
    const article = soundArticle(answer, slug);
    const former = await formerRevisions(origin, article, await known(article.slug));
    if (former !== null) return { state: "served", article, former, tag: answer.tag };
  }
  throw new ArticleRefused("it changes faster than it can be read");
}

/** The answer for an article, under its present slug. */
async function presentArticle(origin: Origin, slug: string, tag: string | null): Promise<OriginAnswer> {
  let answer = await origin.get(addressOf(slug), { tag });
  // A chain of old slugs is no longer than one step; a second one is a change in between.
  for (let step = 0; step < 3 && (answer.status === 308 || answer.status === 301); step += 1) {
    const present = /\/v1\/articles\/([^/?#]+)$/.exec(answer.location ?? "")?.[1];
    if (present === undefined) throw unexpected(origin, slug, answer);
    answer = await origin.get(`/v1/articles/${present}`);
  }
  return answer;
}

/** @returns `null` when the article changed since it was read */
async function formerRevisions(origin: Origin, article: Article, known: FormerRevision[]): Promise<FormerRevision[] | null> {
  const items = await listRevisions(origin, article.slug);
  if (items?.find(({ current }) => current)?.revision !== article.revision) return null;
  const former: FormerRevision[] = [];
  for (const { revision, current, served } of items) {
    const ended = served.filter((period): period is FormerRevision["served"][number] => period.until !== null);
    if (ended.length === 0) continue;
    const here = known.find((one) => one.revision === revision);
    const isKnown = here !== undefined && JSON.stringify(here.served) === JSON.stringify(ended);
    // A text that came back is kept as it is now: as it was then is not to be had.
    const then = current || isKnown ? (here?.article ?? article) : await formerArticle(origin, article.slug, revision);
    if (then === null) return null;
    const parsed = FormerRevision.safeParse({ revision, served: ended, article: then });
    if (!parsed.success) throw new ArticleRefused(`its revision ${revision} has times that are none`);
    former.push(parsed.data);
  }
  return former;
}

/** @returns `null` when the list changed while it was read */
async function listRevisions(origin: Origin, slug: string): Promise<RevisionItem[] | null> {
  const items: RevisionItem[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await origin.get(`${addressOf(slug)}/revisions?limit=${PAGE}${next}`);
    if (answer.status !== 200) return null;
    const parsed = RevisionList.safeParse(jsonOf(answer));
    if (!parsed.success) throw unexpected(origin, slug, answer);
    items.push(...parsed.data.items);
    if (items.length > MOST_REVISIONS) throw new ArticleRefused(`it has more than ${MOST_REVISIONS} revisions`);
    // A page without items has nothing behind it, whatever its cursor says.
    cursor = parsed.data.items.length === 0 ? null : (parsed.data.nextCursor ?? null);
  } while (cursor !== null);
  return items;
}

/** An earlier revision as it was served last; `null` when there is none any more. */
async function formerArticle(origin: Origin, slug: string, revision: string): Promise<Article | null> {
  const answer = await origin.get(`${addressOf(slug)}?revision=${revision}`);
  if (answer.status !== 200) return null;
  const article = soundArticle(answer, slug);
  return article.revision === revision ? article : null;
}

function soundArticle(answer: OriginAnswer, slug: string): Article {
  const { article, faults } = parseArticle(jsonOf(answer));
  if (article !== null) return article;
  const [first] = faults;
  throw new ArticleRefused(`${slug} is not an article as this version knows it: ${first?.path} ${first?.message}`);
}

function withdrawnAs(answer: OriginAnswer, origin: Origin, slug: string): Fetched {
  const notice = Notice.safeParse(jsonOf(answer));
  if (!notice.success) throw unexpected(origin, slug, answer);
  return { state: "withdrawn", at: notice.data.at, reason: notice.data.reason };
}

function unexpected(origin: Origin, slug: string, { status }: OriginAnswer): PullRefused {
  return new PullRefused(`${origin.base} does not answer for the article "${slug}" as Verbatim does (status ${status}).`, {
    passes: status >= 500,
  });
}

function addressOf(slug: string): string {
  return `/v1/articles/${encodeURIComponent(slug)}`;
}
