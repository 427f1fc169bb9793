import { hash } from "node:crypto";
import type pg from "pg";
import { PATIENT, run } from "../connection.ts";

/** The raw file of an article. */
export interface RawFile {
  slug: string;
  raw: Uint8Array;
}

/** Keeps raw files; those that are there already are not sent. Inside `writing`. */
export async function putSources(client: pg.PoolClient, files: RawFile[]): Promise<void> {
  if (files.length === 0) return;
  const known = await run<{ slug: string; sha256: string }>(client, "SELECT slug, sha256 FROM sources WHERE slug = ANY($1::text[])", [
    files.map(({ slug }) => slug),
  ]);
  const there = new Set(known.map(({ slug, sha256 }) => `${slug} ${sha256}`));
  for (const { slug, raw } of files) {
    const sha256 = hash("sha256", raw);
    if (there.has(`${slug} ${sha256}`)) continue;
    const text = `INSERT INTO sources (slug, sha256, raw) VALUES ($1, $2, $3)
      ON CONFLICT (slug) DO UPDATE SET sha256 = excluded.sha256, raw = excluded.raw`;
    await run(client, text, [slug, sha256, Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)], PATIENT);
  }
}

/** Gives the raw file of an article that has another slug now; one that it has under that slug stays. */
export async function moveSource(client: pg.PoolClient, from: string, to: string): Promise<void> {
  await run(client, "DELETE FROM sources WHERE slug = $1 AND EXISTS (SELECT FROM sources WHERE slug = $2)", [from, to]);
  await run(client, "UPDATE sources SET slug = $2 WHERE slug = $1", [from, to]);
}

export async function deleteSources(client: pg.PoolClient, slugs: string[]): Promise<void> {
  await run(client, "DELETE FROM sources WHERE slug = ANY($1::text[])", [slugs]);
}
