import { similarWords, spellingRange } from "../../article/words/spelling.ts";
import type { Servers } from "./servers.ts";
import { queryOf } from "./vectors.ts";

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
