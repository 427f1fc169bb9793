import type pg from "pg";
import { servedArticle } from "../../article/corrections/apply-corrections.ts";
import { Edits } from "../../article/corrections/edits.ts";
import { SpeakerRegistry } from "../../article/corrections/speaker-registry.ts";
import { indexableOf } from "../../article/words/searchable.ts";
import { type Incoming, readIncoming, type SoundArticle } from "../files/incoming.ts";
import type { StoreProblem } from "../store.ts";
import { type Names, namesOf } from "./conflicts.ts";
import { isStorable, run } from "./connection.ts";
import { readRegistry } from "./database-archive.ts";
import { addRows, type Derived, fingerprintOf, newTables, TABLE_NAMES, type TableName } from "./rows.ts";

/** A batch of articles, ready to be written: plain values, so that one thread can make them and another write them. */
export interface Prepared {
  /** JSON of the registry that was applied to them. */
  registry: string;
  ready: ReadyArticle[];
  /** The rows of all that are ready, for COPY. */
  tables: Record<TableName, Uint8Array<ArrayBuffer>>;
  /** Words of them that were not told before. */
  words: string[];
  /** Places in the batch of articles whose slug came before in it: to be prepared once that one is written. */
  later: number[];
  /** Articles that were there already, word for word. */
  unchanged: { place: number; slug: string; fingerprint: string }[];
  problems: (StoreProblem & { refused: boolean })[];
}

export interface ReadyArticle extends Omit<Derived, "words"> {
  /** Its place in the batch. */
  place: number;
  names: Names;
  /** Fingerprint of what was stored when this was prepared. */
  before: string | null;
  /** Where its rows end, for each of `TABLE_NAMES`. */
  ends: number[];
}

interface Stored {
  slug: string;
  fingerprint: string;
  edits: string | null;
  json: string | null;
  sound: boolean;
}

/** Words remembered as told at most (some 50 MB); all are told anew when there are more. */
const MAX_WORDS = 500_000;

/** Makes articles ready to be written. Locks nothing: who writes them looks again. */
export class Preparer {
  readonly #pool: pg.Pool;
  readonly #words = new Set<string>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** @throws StoreUnavailable when the database goes away */
  async prepare(batch: Incoming[]): Promise<Prepared> {
    const problems: Prepared["problems"] = [];
    const refuse = (problem: StoreProblem) => problems.push({ ...problem, refused: true });
    const read = new Map<string, { place: number; incoming: SoundArticle }>();
    const later: number[] = [];
    for (const [place, one] of batch.entries()) {
      const incoming = readIncoming(one, (problem) => problems.push({ ...problem, refused: false }));
      if (incoming === null) continue;
      if (read.has(incoming.article.slug)) later.push(place);
      else read.set(incoming.article.slug, { place, incoming });
    }
    const [{ json: registryJson, applied }] = await readRegistry(this.#pool);
    const registry = SpeakerRegistry.parse(JSON.parse(registryJson));
    const rows = await run<Stored>(
      this.#pool,
      "SELECT slug, fingerprint, edits, CASE WHEN $2 THEN NULL ELSE json END AS json, sound FROM articles WHERE slug = ANY($1::text[])",
      [[...read.keys()], applied],
    );
    const stored = new Map(rows.map((row) => [row.slug, row]));
    const tables = newTables();
    const ready: ReadyArticle[] = [];
    const words: string[] = [];
    if (this.#words.size > MAX_WORDS) this.#words.clear();
    const unchanged: Prepared["unchanged"] = [];
    for (const [slug, { place, incoming }] of read) {
      const before = stored.get(slug);
      const machine = JSON.stringify(incoming.article);
      const edits = incoming.edits === undefined ? (before?.edits ?? null) : incoming.edits && JSON.stringify(incoming.edits);
      const fingerprint = fingerprintOf(machine, edits);
      const same = before?.sound === true && before.fingerprint === fingerprint;
      if (same && applied) {
        unchanged.push({ place, slug, fingerprint });
        continue;
      }
      const { article, faults } = servedArticle(incoming.article, edits === null ? null : Edits.parse(JSON.parse(edits)), registry);
      for (const fault of faults) problems.push({ where: `article ${slug}`, ...fault, refused: article === null });
      if (article === null) continue;
      const json = article === incoming.article ? machine : JSON.stringify(article);
      if (same && before.json === json) {
        unchanged.push({ place, slug, fingerprint });
        continue;
      }
      const indexable = indexableOf(article);
      if (!article.speakers.every(({ id }) => isStorable(id))) {
        refuse({
          where: `article ${slug}`,
          path: "speakers",
          message: "a speaker's id holds a character that PostgreSQL cannot hold",
          cure: "Correct the id.",
        });
      } else if (!isStorable(indexable.searchable.text.value)) {
        refuse({
          where: `article ${slug}`,
          path: null,
          message: "the text holds a character that PostgreSQL cannot hold (U+0000, or half of a surrogate pair)",
          cure: "Take it out of the source and import that again.",
        });
      } else {
        const { words: own, ...derived } = addRows(tables, article, indexable, { machine, edits, json, fingerprint });
        for (const word of own) {
          if (this.#words.has(word)) continue;
          this.#words.add(word);
          words.push(word);
        }
        const ends = TABLE_NAMES.map((table) => tables[table].length);
        ready.push({ place, ...derived, names: namesOf(article), before: before?.fingerprint ?? null, ends });
      }
    }
    const taken = Object.fromEntries(TABLE_NAMES.map((table) => [table, tables[table].take()])) as Prepared["tables"];
    return { registry: registryJson, ready, tables: taken, words, later, unchanged, problems };
  }
}
