import type { Article } from "../../../article/model/schema.ts";
import { phrasesOf } from "../../../article/words/probe.ts";
import { searchableOf } from "../../../article/words/searchable.ts";
import { containedText, exactly } from "../../../article/words/sought.ts";
import type { Candidates, CandidatesQuery } from "../../store.ts";
import type { Servers } from "../servers.ts";
import { isToldByVector, tsquery } from "../vectors.ts";
import { Conditions, currentSlug, currentSpeakers, tallied, Values } from "./conditions.ts";
import { WHOLE_TEXT } from "./lists.ts";

/** The candidates of a claim. */
export async function findCandidates(servers: Servers, query: CandidatesQuery): Promise<Candidates> {
  const { text, values } = query.former ? formerStatement(query) : presentStatement(query);
  const rows = await servers.read<{ articles: number; quotes: number; slug: string; json: string | null }>(text, values);
  return {
    // An earlier revision is of the article with the slug that it has now.
    articles: rows.flatMap(({ json, slug }) => (json === null ? [] : [searchableOf({ ...(JSON.parse(json) as Article), slug })])),
    searched: { articleCount: rows[0]?.articles ?? 0, quoteCount: rows[0]?.quotes ?? 0 },
  };
}

/** Articles that hold at least one of the probes, those that hold most first, and how much was searched. */
function presentStatement(query: CandidatesQuery): { text: string; values: unknown[] } {
  const values = new Values();
  const scope = admitting(query, values);
  if (query.speakers !== null)
    scope.add(`slug IN (SELECT slug FROM appearances WHERE speaker IN (${currentSpeakers(query.speakers, values)}))`);
  const searched = scope.isEmpty
    ? `SELECT (${tallied(values, "articles", null, null, "true")})::int AS articles,
           (${tallied(values, "quotes", null, null, "true")})::int AS quotes`
    : `SELECT count(*)::int AS articles, coalesce(sum(quote_count), 0)::int AS quotes FROM articles WHERE ${scope.sql}`;
  const held = `SELECT slug, sort_published, count(*) AS held FROM ${probed("articles", query, values)}
    WHERE ${scope.sql} GROUP BY slug, sort_published
    ORDER BY held DESC, sort_published DESC, slug LIMIT ${values.add(query.limit, "bigint")}`;
  return {
    text: `SELECT s.articles, s.quotes, a.slug, a.json FROM (${searched}) AS s LEFT JOIN (${held}) AS k ON true
      LEFT JOIN articles a ON a.slug = k.slug ORDER BY k.held DESC, k.sort_published DESC, k.slug`,
    values: values.all,
  };
}

/** Earlier revisions with what conditions ask of their articles, where those are served and with another text. */
const FORMER = `(SELECT r.slug AS folder, r.revision, r.ended, r.quote_count, r.speakers, r.headline, r.body, r.vector,
    a.slug, a.published, a.sort_published
  FROM revisions r JOIN articles a ON a.revision <> r.revision
    AND a.slug = coalesce((SELECT slug FROM article_aliases WHERE alias = r.slug), r.slug)) AS former`;

/** As `presentStatement`, among earlier revisions: each once, whatever slugs its article had. */
function formerStatement(query: CandidatesQuery): { text: string; values: unknown[] } {
  const values = new Values();
  const scope = admitting(query, values);
  if (query.speakers !== null) {
    const present = currentSpeakers(query.speakers, values);
    // They name speakers by the ids of their time.
    scope.add(`speakers && ARRAY(${present} UNION SELECT alias FROM speaker_aliases WHERE speaker IN (${present}))`);
  }
  const searched = `SELECT count(DISTINCT slug)::int AS articles, coalesce(sum(quote_count), 0)::int AS quotes FROM (
      SELECT DISTINCT slug, revision, quote_count FROM ${FORMER} WHERE ${scope.sql}) AS each`;
  const found = `SELECT folder, slug, revision, ended, sort_published, count(*) AS held FROM ${probed(FORMER, query, values)}
    WHERE ${scope.sql} GROUP BY folder, slug, revision, ended, sort_published`;
  const order = (of: string) => `${of}.held DESC, ${of}.sort_published DESC, ${of}.slug, ${of}.ended DESC, ${of}.revision`;
  const held = `SELECT * FROM (SELECT DISTINCT ON (slug, revision) * FROM (${found}) AS f ORDER BY slug, revision, ended DESC, folder) AS once
    ORDER BY ${order("once")} LIMIT ${values.add(query.limit, "bigint")}`;
  return {
    text: `SELECT s.articles, s.quotes, k.slug, r.json FROM (${searched}) AS s LEFT JOIN (${held}) AS k ON true
      LEFT JOIN revisions r ON r.slug = k.folder AND r.revision = k.revision ORDER BY ${order("k")}`,
    values: values.all,
  };
}

/** The conditions on articles that presence and past have in common. */
function admitting(query: CandidatesQuery, values: Values): Conditions {
  const scope = new Conditions(values).published(query.publishedFrom, query.publishedTo, true);
  const present = (slugs: string[]) => slugs.map((slug) => currentSlug(slug, values)).join(", ");
  if (query.articles !== null) scope.add(query.articles.length === 0 ? "false" : `slug IN (${present(query.articles)})`);
  return query.except.length > 0 ? scope.add(`slug NOT IN (${present(query.except)})`) : scope;
}

/**
 * The rows of `source` that hold a probe, once for each probe they hold. The index is asked for one probe at a time: a text is then
 * read for those probes alone whose words it has.
 */
function probed(source: string, query: CandidatesQuery, values: Values): string {
  const probes = query.probes.map((probe) => phrasesOf(probe).map(exactly));
  const queries = probes.map((phrases) => tsquery({ all: [phrases], none: [] }));
  // Folded words hold no line break.
  const texts = probes.map((phrases) => (phrases.every(isToldByVector) ? "" : phrases.map(containedText).join("\n")));
  const isRare =
    query.passOver === null
      ? "true"
      : `(SELECT count(*) FROM (SELECT FROM ${source} WHERE vector @@ query::tsquery LIMIT ${query.passOver + 1}) AS holding) <= ${query.passOver}`;
  return `(SELECT * FROM unnest(${values.add(queries, "text[]")}, ${values.add(texts, "text[]")}) AS made (query, texts)
      WHERE texts = '' OR ${isRare} OFFSET 0) AS probe
    JOIN ${source} ON vector @@ probe.query::tsquery AND (probe.texts = '' OR EXISTS (
      SELECT FROM (SELECT ${WHOLE_TEXT} || ' ' AS whole OFFSET 0) AS read, string_to_table(probe.texts, E'\\n') AS text
      WHERE strpos(read.whole, text) > 0))`;
}
