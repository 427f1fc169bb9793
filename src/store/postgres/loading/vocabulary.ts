import type pg from "pg";
import { PATIENT, run } from "../connection.ts";
import { MAX_LENGTH } from "../vectors.ts";
import type { PreparedArticle } from "./prepare.ts";

/** Words remembered as told at most (some 50 MB); all are told anew when there are more. */
const MAX_TOLD = 500_000;

/** Tells a database the words of articles, each once. */
export class Vocabulary {
  readonly #client: pg.ClientBase;
  readonly #told = new Set<string>();

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  /** Inside `writing`. */
  async add(articles: PreparedArticle[]): Promise<void> {
    if (this.#told.size > MAX_TOLD) this.#told.clear();
    const words: string[] = [];
    for (const { vocabulary } of articles) {
      for (const word of vocabulary) {
        // Nobody misspells a word of hundreds of letters, and no index takes any length.
        if (word.length > MAX_LENGTH || this.#told.has(word)) continue;
        this.#told.add(word);
        words.push(word);
      }
    }
    if (words.length === 0) return;
    await run(
      this.#client,
      `INSERT INTO vocabulary (word, first, letters) SELECT * FROM unnest($1::text[], $2::text[], $3::int[]) ON CONFLICT (word) DO NOTHING`,
      [words, words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)), words.map(({ length }) => length)],
      PATIENT,
    );
  }
}
