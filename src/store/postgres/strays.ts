import type pg from "pg";
import { applyEdits } from "../../article/corrections/edits.ts";
import { registeredIn, type SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { type Introduced, introducedIn, strayIntroduction, unknownReferences } from "../../article/corrections/stray-references.ts";
import { editsFile, SPEAKERS } from "../files/data-folder.ts";
import type { SoundArticle } from "../files/incoming.ts";
import { strayEdits } from "../files/stray-edits.ts";
import type { StoreProblem } from "../store.ts";
import { run } from "./connection.ts";

/** Finds the ids and slugs in the editors' files of a folder that nothing has, in it or in the database it is loaded into. */
export class Strays {
  readonly #registry: SpeakerRegistry;
  readonly #registered = new Set<string>();
  readonly #introduced: (Introduced & { slug: string })[] = [];

  constructor(registry: SpeakerRegistry) {
    this.#registry = registry;
  }

  /** Notes whom an article of the folder has, while it is loaded. */
  note({ article, edits = null }: SoundArticle): void {
    const edited = edits === null ? article : applyEdits(article, edits, this.#registry).article;
    for (const id of registeredIn(edited, this.#registry)) this.#registered.add(id);
    if (edits === null) return;
    for (const one of introducedIn(article, edits, this.#registry)) this.#introduced.push({ ...one, slug: article.slug });
  }

  /** After the load: what nothing has. @param edited slugs of corrections without an article in the folder */
  async problems(pool: pg.Pool, edited: string[]): Promise<StoreProblem[]> {
    const slugs = [...edited, ...this.#registry.speakers.flatMap(({ articles }) => articles)];
    const present = await presentSlugs(pool, slugs);
    const ids = this.#registry.speakers.flatMap(({ id, merges, splitFrom }) => [id, ...merges, splitFrom ?? id]);
    for (const id of await foundIn(
      pool,
      [...new Set(ids)].filter((id) => !this.#registered.has(id)),
    ))
      this.#registered.add(id);
    const withdrawn = await withdrawnNames(pool, slugs);
    const unknown = unknownReferences(this.#registry, this.#registered, (slug) => present.has(slug) || withdrawn.has(slug));
    const articles = await articlesOf(
      pool,
      this.#introduced.map(({ id }) => id),
    );
    const introduced = this.#introduced.filter(({ id, slug }) => (articles.get(id) ?? []).every((one) => one === slug));
    return [
      ...strayEdits(edited, (slug) => present.get(slug) ?? null),
      ...introduced.map((one) => ({ where: editsFile(one.slug), ...strayIntroduction(one) })),
      ...unknown.map((fault) => ({ where: SPEAKERS, ...fault })),
    ];
  }
}

/** Slugs of articles, present and old, and the one each has now. */
async function presentSlugs(pool: pg.Pool, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const text = `SELECT slug AS asked, slug FROM articles WHERE slug = ANY($1::text[])
    UNION ALL SELECT alias, slug FROM article_aliases WHERE alias = ANY($1::text[])`;
  const rows = await run<{ asked: string; slug: string }>(pool, text, [slugs]);
  return new Map(rows.map(({ asked, slug }) => [asked, slug]));
}

/** Those of some slugs that withdrawn articles have, present and old ones. */
async function withdrawnNames(pool: pg.Pool, slugs: string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set();
  const rows = await run<{ names: string[] }>(pool, "SELECT names FROM withdrawn WHERE names && $1::text[]", [slugs]);
  return new Set(rows.flatMap(({ names }) => names));
}

/**
 * The ids that articles of the database have speakers for, withdrawn ones too, as import made them or corrections name them. Reads
 * all articles when one is not there.
 */
async function foundIn(pool: pg.Pool, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const text = `SELECT id FROM unnest($1::text[]) AS id WHERE EXISTS (
    SELECT 1 FROM (SELECT coalesce(machine, json) AS machine, edits FROM articles UNION ALL SELECT machine, edits FROM withdrawn) AS kept
    WHERE strpos(machine, '"id":' || to_json(id)::text) > 0 OR strpos(edits, '"id":' || to_json(id)::text) > 0)`;
  return (await run<{ id: string }>(pool, text, [ids])).map(({ id }) => id);
}

/** The first and the last of the articles that each speaker is in. */
async function articlesOf(pool: pg.Pool, speakers: string[]): Promise<Map<string, string[]>> {
  if (speakers.length === 0) return new Map();
  const text = "SELECT speaker, min(slug) AS first, max(slug) AS last FROM appearances WHERE speaker = ANY($1::text[]) GROUP BY speaker";
  const rows = await run<{ speaker: string; first: string; last: string }>(pool, text, [speakers]);
  return new Map(rows.map(({ speaker, first, last }) => [speaker, [first, last]]));
}
