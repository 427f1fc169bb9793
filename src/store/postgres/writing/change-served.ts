import type pg from "pg";
import type { RegisteredSpeaker } from "../../../article/corrections/speaker-registry.ts";
import type { Change } from "../../../article/model/history.ts";
import { later } from "../../../article/model/instants.ts";
import type { Article } from "../../../article/model/schema.ts";
import { decide } from "../../modified-at.ts";
import { compareBytes, modified } from "../../rows.ts";
import { rowsJson, run } from "../connection.ts";
import { keepReplaced } from "./former-revisions.ts";
import { replaceArticles, type WritableArticle } from "./write-articles.ts";

/** An article that comes, for the first time, in the place of another version, or again. */
export interface Arriving extends WritableArticle {
  /** Slugs that it had until now. */
  renamedFrom: string[];
}

/** An article that goes. */
export interface Leaving {
  slug: string;
  change: "withdrawn" | "removed";
  /** When. */
  at: string;
  reason: string | null;
}

/** What is served of an article until now. */
interface Served {
  slug: string;
  served: string;
  revision: string;
  modified: string;
}

type LastChange = Pick<Change, "slug" | "at" | "change">;

/**
 * Changes what is served, and notes each change: nothing is noted of an article that is served as before. Inside `writing`.
 *
 * @param registered speakers of the registry, by id
 * @param now the instant that changed articles changed at; see `modifiedAt`
 */
export async function changeServed(
  client: pg.PoolClient,
  { arriving = [], leaving = [] }: { arriving?: Arriving[]; leaving?: Leaving[] },
  registered: Map<string, RegisteredSpeaker>,
  now: string,
): Promise<void> {
  const slugs = [...arriving.flatMap(({ article, renamedFrom }) => [article.slug, ...renamedFrom]), ...leaving.map(({ slug }) => slug)];
  const text = "SELECT slug, served, revision, sort_updated AS modified FROM articles WHERE slug = ANY($1::text[])";
  const before = new Map((await run<Served>(client, text, [slugs])).map((row) => [row.slug, row]));
  const noted = "SELECT DISTINCT ON (slug) slug, at, change FROM changes WHERE slug = ANY($1::text[]) ORDER BY slug, seq DESC";
  const names = [...slugs, ...arriving.flatMap(({ article }) => article.aliases)];
  const known = new Map((await run<LastChange>(client, noted, [names])).map((row) => [row.slug, row]));
  const ended = await endsOf(client, arriving);
  const isKnown = (slug: string) => before.has(slug) || known.get(slug)?.change === "withdrawn";
  const gone = leaving.filter(({ slug, change }) => change === "withdrawn" || isKnown(slug));
  const changes = gone.map((one): NewChange => ({ revision: null, previousSlug: null, ...one }));
  const articles = arriving.toSorted(byImport).map((one) => {
    const last = namesOf(one).map((name) => known.get(name)?.at);
    const { at, changes: noted } = arrival(
      one,
      before,
      last.find((instant) => instant !== undefined),
      ended,
      now,
    );
    changes.push(...noted);
    return { ...one, rows: modified(one.rows, at) };
  });
  await keepTexts(client, arriving, before, now);
  await replaceArticles(client, articles, [...before.keys()], registered);
  await noteChanges(client, changes);
}

/** What is served of an article that comes, under its slug or one it had. */
function servedUntil({ article, renamedFrom }: Arriving, before: Map<string, Served>): Served | undefined {
  return before.get(article.slug) ?? renamedFrom.map((slug) => before.get(slug)).find((one) => one !== undefined);
}

type NewChange = Omit<Change, "seq">;

/**
 * The instant of an article's last change, and what is to be noted of it: nothing while it is served as before.
 *
 * @param last when anything was last noted of it
 * @param ended when texts were last replaced, by the slugs they are kept under: what was never there has its text since then
 */
function arrival(
  one: Arriving,
  before: Map<string, Served>,
  last: string | undefined,
  ended: Map<string, string>,
  now: string,
): { at: string; changes: NewChange[] } {
  const { article, rows, renamedFrom } = one;
  const until = servedUntil(one, before);
  const gone = last === undefined ? null : { state: "gone" as const, at: last, fingerprint: "" };
  const known = until === undefined ? gone : { state: "served" as const, at: until.modified, fingerprint: until.served };
  const since = known === null ? namesOf(one).map((name) => ended.get(name) ?? "") : [];
  const { change, at } = decide(known, { fingerprint: rows.fingerprint, at: since.reduce(later, rows.sortUpdated) }, now);
  const noted = { at, slug: article.slug, revision: article.revision, reason: null };
  const previous = renamedFrom.filter((slug) => before.has(slug));
  if (previous.length > 0) return { at, changes: previous.map((slug) => ({ ...noted, change: "renamed", previousSlug: slug })) };
  return { at, changes: change === null ? [] : [{ ...noted, change, previousSlug: null }] };
}

/** The slugs an article has and had. */
function namesOf({ article }: Arriving): string[] {
  return [article.slug, ...article.aliases];
}

/** When texts of some articles were last replaced, by the slugs they are kept under. */
async function endsOf(client: pg.PoolClient, arriving: Arriving[]): Promise<Map<string, string>> {
  const text = "SELECT slug, max(ended) AS ended FROM revisions WHERE slug = ANY($1::text[]) GROUP BY slug";
  const rows = await run<{ slug: string; ended: string }>(client, text, [arriving.flatMap(namesOf)]);
  return new Map(rows.map(({ slug, ended }) => [slug, ended]));
}

/** The order in which changes of one moment are told: by import, then by slug. */
function byImport({ article: one }: Arriving, { article: other }: Arriving): number {
  return compareBytes(one.importedAt, other.importedAt) || compareBytes(one.slug, other.slug);
}

async function keepTexts(client: pg.PoolClient, arriving: Arriving[], before: Map<string, Served>, now: string): Promise<void> {
  const replaced = arriving.flatMap((one) => {
    const until = servedUntil(one, before);
    return until === undefined || until.revision === one.article.revision ? [] : [{ until, article: one.article }];
  });
  if (replaced.length === 0) return;
  const text = "SELECT slug, json FROM articles WHERE slug = ANY($1::text[])";
  const rows = await run<{ slug: string; json: string }>(client, text, [replaced.map(({ until }) => until.slug)]);
  const served = new Map(rows.map(({ slug, json }) => [slug, JSON.parse(json) as Article]));
  const texts = replaced.map(({ until, article }) => {
    const former = served.get(until.slug) as Article;
    return { served: former, names: [...new Set([article.slug, ...article.aliases, former.slug, ...former.aliases])] };
  });
  await keepReplaced(client, texts, now);
}

/** Adds changes behind all others: every writer holds the lock until its changes are seen. */
async function noteChanges(client: pg.PoolClient, changes: NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ previousSlug, ...change }, place) => ({ ...change, previous_slug: previousSlug, seq: place + 1 }));
  await run(
    client,
    `INSERT INTO changes (seq, at, change, slug, revision, previous_slug, reason)
     SELECT (SELECT coalesce(max(seq), 0) FROM changes) + seq, at, change, slug, revision, previous_slug, reason
     FROM json_populate_recordset(NULL::changes, $1::json)`,
    [rowsJson(rows)],
  );
}
