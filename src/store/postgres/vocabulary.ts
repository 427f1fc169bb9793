import type pg from "pg";
import { similarWords, spellingRange } from "../../article/words/spelling.ts";
import { PATIENT, run } from "./connection.ts";
import type { PreparedArticle } from "./prepare.ts";
import type { Servers } from "./servers.ts";
import { MAX_LENGTH, queryOf } from "./vectors.ts";

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

/** A phrase and, when it is one word, the words it may be a misspelling of that some article holds. */
export async function alternativesOf(servers: Servers, phrase: string[]): Promise<string[][]> {
  const [word] = phrase;
  const range = word === undefined || phrase.length > 1 ? null : spellingRange(word);
  if (word === undefined || range === null) return [phrase];
  const rows = await servers.read<{ word: string }>("SELECT word FROM vocabulary WHERE first = $1 AND letters BETWEEN $2 AND $3", [
    range.first,
    range.minLength,
    range.maxLength,
  ]);
  const known = new Set(rows.map((row) => row.word));
  for (;;) {
    const similar = similarWords(word, known);
    const gone = await unheldOf(servers, similar);
    if (gone.length === 0) return [phrase, ...similar.map((other) => [other])];
    for (const other of gone) known.delete(other);
  }
}

/** Which of some words no article holds any longer: the vocabulary keeps every word. */
async function unheldOf(servers: Servers, words: string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const rows = await servers.read<{ word: string }>(
    `SELECT word FROM unnest($1::text[], $2::text[]) AS asked (word, query)
       WHERE NOT EXISTS (SELECT FROM article_words WHERE lexemes @@ asked.query::tsquery)`,
    [words, words.map((word) => queryOf([[[word]]]))],
  );
  return rows.map(({ word }) => word);
}
