import type { Article } from "../../article/model/schema.ts";
import { searchHit } from "../../article/words/highlight.ts";
import { searchableOf } from "../../article/words/searchable.ts";
import { similarWords, spellingRange } from "../../article/words/spelling.ts";
import type { Candidates, CandidatesQuery, SearchPage, SearchQuery } from "../store.ts";
import { askedSpeakers, keyOf } from "./lists.ts";
import { SOUND_ARTICLE, Values } from "./query.ts";
import { candidatesStatement, searchStatement } from "./search.ts";
import type { Servers } from "./servers.ts";
import { keysOf } from "./word-keys.ts";

interface HitRow {
  total: number;
  slug: string | null;
  json: string;
}

/** A page of a search. */
export async function search(servers: Servers, query: SearchQuery): Promise<SearchPage> {
  const phrases = await Promise.all(query.phrases.map((phrase) => (query.fuzzy ? alternativesOf(servers, phrase) : [phrase])));
  const statement = searchStatement(query, phrases);
  const rows = await servers.read<HitRow & { speakers: object[]; years: object[] }>(statement.text, statement.values);
  const speakers = query.speakers === null ? null : await askedOf(servers, query.speakers);
  const hits = rows.filter(({ slug }) => slug !== null);
  const shown = hits.slice(0, query.limit);
  const [first] = rows;
  return {
    items: shown.map((row) =>
      searchHit(searchableOf(JSON.parse(row.json) as Article), { phrases, in: query.in, speakers, kind: query.kind }),
    ),
    total: first?.total ?? 0,
    next: hits.length > query.limit ? keyOf(shown.at(-1), statement.key) : null,
    facets: query.facets ? facetsOf(first) : null,
  };
}

/** The candidates of a claim. */
export async function findCandidates(servers: Servers, query: CandidatesQuery): Promise<Candidates> {
  const { text, values } = candidatesStatement(query);
  const rows = await servers.read<{ searched_articles: number; searched_quotes: number; slug: string | null; json: string }>(text, values);
  return {
    articles: rows.filter(({ slug }) => slug !== null).map(({ json }) => searchableOf(JSON.parse(json) as Article)),
    searched: { articles: rows[0]?.searched_articles ?? 0, quotes: rows[0]?.searched_quotes ?? 0 },
  };
}

/** A phrase and, when it is one word, the words it may be a misspelling of that some article holds. */
async function alternativesOf(servers: Servers, phrase: string[]): Promise<string[][]> {
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

/** Which of some words no article holds any longer. */
async function unheldOf(servers: Servers, words: string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const rows = await servers.read<{ word: string }>(
    `SELECT word FROM unnest($1::text[], $2::text[]) AS asked (word, keys)
       WHERE NOT EXISTS (SELECT FROM article_words w WHERE ${SOUND_ARTICLE} AND w.keys && asked.keys::bigint[])`,
    [words, words.map((word) => `{${keysOf([word], "all").lists.join()}}`)],
  );
  return rows.map(({ word }) => word);
}

async function askedOf(servers: Servers, speakers: (string | null)[]): Promise<(string | null)[]> {
  const values = new Values();
  const rows = await servers.read<{ id: string }>(`SELECT id FROM (${askedSpeakers(speakers, values)}) AS a (id)`, values.all);
  return rows.map(({ id }) => id || null);
}

function facetsOf(row: { speakers: object[]; years: object[] } | undefined): string {
  const speakers = (row?.speakers ?? []) as { speaker: string; name: string | null; count: number }[];
  const years = (row?.years ?? []) as { year: number | null; count: number }[];
  return JSON.stringify({
    speakers: speakers.map(({ speaker, name, count }) => ({ id: speaker, name: name ?? speaker, count })),
    years: years.map(({ year, count }) => ({ year, count })),
  });
}
