import type { Office } from "./office.ts";

/** How far an archive is with copying another one. */
export interface Pull {
  /** Address of the other archive. */
  origin: string;
  /** Where the changes that are not here yet begin; `null` for the beginning. */
  cursor: string | null;
  /** Counts the walks from the beginning. */
  pass: number;
  /** JSON of the entries of the speaker registry that came from there. */
  speakers: string;
}

/** An article that came from the other archive. */
export interface PulledArticle {
  /** There. */
  slug: string;
  /** Of the answer that it was made of; `null` where it may not be here as it is there. */
  tag: string | null;
  /** Whether it was withdrawn there. */
  withdrawn: boolean;
  /** The last walk from the beginning that met it. */
  pass: number;
}

/** An archive is a copy of one other at most. */
const ONLY = "origin";

/** What is copied, and how far; `null` when nothing ever was. */
export async function readPull(office: Office): Promise<Pull | null> {
  const [pull] = await office.run<Pull>("SELECT origin, cursor, pass, speakers FROM pulls WHERE name = $1", ONLY);
  return pull === undefined ? null : { ...pull };
}

/** Notes what is copied, and how far. */
export async function writePull(office: Office, { origin, cursor, pass, speakers }: Pull): Promise<void> {
  await office.run(
    `INSERT INTO pulls (name, origin, cursor, pass, speakers) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (name) DO UPDATE SET origin = excluded.origin, cursor = excluded.cursor, pass = excluded.pass, speakers = excluded.speakers`,
    ONLY,
    origin,
    cursor,
    pass,
    speakers,
  );
}

/** What is known of an article that came from the other archive; `null` when it did not. */
export async function readPulled(office: Office, slug: string): Promise<PulledArticle | null> {
  const [row] = await office.run<Omit<PulledArticle, "withdrawn"> & { withdrawn: number }>(
    "SELECT slug, tag, withdrawn, pass FROM pulled_articles WHERE slug = $1",
    slug,
  );
  return row === undefined ? null : { ...row, withdrawn: row.withdrawn === 1 };
}

/** Notes that an article came from the other archive. */
export async function writePulled(office: Office, { slug, tag, withdrawn, pass }: PulledArticle): Promise<void> {
  await office.run(
    `INSERT INTO pulled_articles (slug, tag, withdrawn, pass) VALUES ($1, $2, $3, $4)
     ON CONFLICT (slug) DO UPDATE SET tag = excluded.tag, withdrawn = excluded.withdrawn, pass = excluded.pass`,
    slug,
    tag,
    withdrawn ? 1 : 0,
    pass,
  );
}

/** Notes that an article does not come from the other archive any more. */
export async function forgetPulled(office: Office, slug: string): Promise<void> {
  await office.run("DELETE FROM pulled_articles WHERE slug = $1", slug);
}

/** Forgets the tags of all answers, so that every article is compared again. */
export async function forgetTags(office: Office): Promise<void> {
  await office.run("UPDATE pulled_articles SET tag = NULL");
}

/** Slugs of articles that are not here as they are there, or that the last walk from the beginning did not meet, behind one, in order. */
export async function unfinished(office: Office, pass: number, after: string, limit: number): Promise<string[]> {
  const rows = await office.run<{ slug: string }>(
    `SELECT slug FROM pulled_articles WHERE slug > $1 AND (pass < $2 OR (tag IS NULL AND withdrawn = 0)) ORDER BY slug LIMIT ${limit}`,
    after,
    pass,
  );
  return rows.map(({ slug }) => slug);
}
