import type pg from "pg";
import { servedArticle } from "../../../article/corrections/apply-corrections.ts";
import type { Edits } from "../../../article/corrections/edits.ts";
import { SpeakerRegistry } from "../../../article/corrections/speaker-registry.ts";
import { type FormerRevision, Tombstone } from "../../../article/model/history.ts";
import { type Article, Source } from "../../../article/model/schema.ts";
import { type DeskChange, DeskUnwritable, type Held, type Writing } from "../../desk.ts";
import { isStorable, run } from "../connection.ts";
import { readRegistry } from "../database-archive.ts";
import { soundOf } from "../writing/derive-article.ts";
import { formerRows, formersOf, type KeptRow } from "../writing/former-revisions.ts";
import { withdrawnBySlug } from "../writing/withdrawals.ts";
import { type HeldJson, MACHINE } from "../writing/write-articles.ts";
import { unwritable } from "./unwritable.ts";
import { writeChange } from "./write-change.ts";

/** What is held of an article that is served, and what is served of it. */
interface PresentRow extends HeldJson {
  json: string;
}

/** The archive inside a transaction: it reads what it wrote. */
export class DatabaseWriting implements Writing {
  /** Whether anything was written. */
  changed = false;
  readonly #client: pg.PoolClient;
  #failed = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** Commits. @throws DeskUnwritable when the database takes it back */
  async end(): Promise<void> {
    if (this.#failed) throw new DeskUnwritable("The database refused a change, and nothing was written.");
    await this.#asking(() => this.#client.query("COMMIT"));
  }

  find({ slug, sha256, sourceUrl }: Parameters<Writing["find"]>[0]): Promise<string | null> {
    return this.#asking(async () => {
      const [row] = await run<{ slug: string }>(
        this.#client,
        `SELECT slug FROM (
           SELECT 1 AS place, slug FROM articles WHERE slug = $1
           UNION ALL SELECT 2, slug FROM article_aliases WHERE alias = $1
           UNION ALL SELECT 3, slug FROM withdrawn WHERE slug = $1
           UNION ALL SELECT 4, slug FROM withdrawn WHERE names @> ARRAY[$1]
           UNION ALL SELECT 5, slug FROM articles WHERE sha256 = $2
           UNION ALL SELECT 6, slug FROM withdrawn WHERE sha256 = $2
           UNION ALL SELECT 7, slug FROM articles WHERE source_url = $3
           UNION ALL SELECT 8, slug FROM withdrawn WHERE source_url = $3
         ) AS found ORDER BY place, slug LIMIT 1`,
        [slug, sha256, sourceUrl].map((one) => (typeof one === "string" && isStorable(one) ? one : null)),
      );
      return row?.slug ?? null;
    });
  }

  read(slug: string): Promise<Held | null> {
    return this.#asking(async () => {
      if (!isStorable(slug)) return null;
      const [present] = await run<PresentRow>(this.#client, `SELECT ${MACHINE} AS machine, edits, json FROM articles WHERE slug = $1`, [
        slug,
      ]);
      if (present !== undefined) return { ...machineAndEdits(present), served: JSON.parse(present.json) as Article, tombstone: null };
      const withdrawn = (await withdrawnBySlug(this.#client, [slug])).get(slug);
      if (withdrawn === undefined || withdrawn.machine === null) return null;
      const held = machineAndEdits({ machine: withdrawn.machine, edits: withdrawn.edits });
      const { article: served } = servedArticle(held.machine, held.edits, await this.#registry());
      return { ...held, served, tombstone: Tombstone.parse(JSON.parse(withdrawn.tombstone)) };
    });
  }

  source(slug: string): Promise<Source | null> {
    return this.#asking(async () => {
      if (!isStorable(slug)) return null;
      const text = `SELECT ${MACHINE}::json->'source' AS source FROM articles WHERE slug = $1
        UNION ALL SELECT machine::json->'source' FROM withdrawn WHERE slug = $1 LIMIT 1`;
      const [row] = await run<{ source: unknown }>(this.#client, text, [slug]);
      return Source.safeParse(row?.source).data ?? null;
    });
  }

  tombstone(slug: string): Promise<Tombstone | null> {
    return this.#asking(async () => {
      const row = isStorable(slug) ? (await withdrawnBySlug(this.#client, [slug])).get(slug) : undefined;
      return row === undefined ? null : Tombstone.parse(JSON.parse(row.tombstone));
    });
  }

  revisions(slug: string): Promise<FormerRevision[]> {
    return this.#asking(async () => {
      if (!isStorable(slug)) return [];
      const names = `SELECT $1::text UNION SELECT alias FROM article_aliases WHERE slug = $1
        UNION SELECT unnest(names) FROM withdrawn WHERE slug = $1`;
      return formersOf(await run<KeptRow>(this.#client, formerRows(names), [slug]));
    });
  }

  registry(): Promise<SpeakerRegistry> {
    return this.#asking(() => this.#registry());
  }

  write(change: DeskChange): Promise<void> {
    this.changed = true;
    return this.#asking(() => writeChange(this.#client, change));
  }

  async #registry(): Promise<SpeakerRegistry> {
    return SpeakerRegistry.parse(JSON.parse((await readRegistry(this.#client)).json));
  }

  /** Runs statements; what is wrong with the database is said as a desk says it, and nothing can be written afterwards. */
  async #asking<T>(statements: () => Promise<T>): Promise<T> {
    try {
      return await statements();
    } catch (error) {
      // Errors of PostgreSQL have codes; after one it takes no more statements in this transaction.
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
      if ((cause as { code?: unknown }).code !== undefined) this.#failed = true;
      throw unwritable(error);
    }
  }
}

function machineAndEdits(held: HeldJson): { machine: Article; edits: Edits | null } {
  const { article, edits } = soundOf(held);
  return { machine: article, edits };
}
