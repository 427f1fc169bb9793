import type { Article } from "../../../article/model/schema.ts";
import { searchableOf } from "../../../article/words/searchable.ts";
import { containedText, exactly } from "../../../article/words/sought.ts";
import type { Candidates, CandidatesQuery } from "../../store.ts";
import type { Servers } from "../servers.ts";
import { isToldByVector, tsquery } from "../vectors.ts";
import { Conditions, currentSlug, currentSpeakers, tallied, Values } from "./conditions.ts";
import { WHOLE_TEXT } from "./lists.ts";

/** The candidates of a claim. */
export async function findCandidates(servers: Servers, query: CandidatesQuery): Promise<Candidates> {
  const { text, values } = candidatesStatement(query);
  const rows = await servers.read<{ articles: number; quotes: number; json: string | null }>(text, values);
  return {
    articles: rows.flatMap(({ json }) => (json === null ? [] : [searchableOf(JSON.parse(json) as Article)])),
    searched: { articleCount: rows[0]?.articles ?? 0, quoteCount: rows[0]?.quotes ?? 0 },
  };
}

/** Articles that hold at least one of the probes, those that hold most first, and how much was searched. */
function candidatesStatement(query: CandidatesQuery): { text: string; values: unknown[] } {
  const values = new Values();
  const scope = new Conditions(values);
  scope.published(query.publishedFrom, query.publishedTo, true);
  const present = (slugs: string[]) => slugs.map((slug) => currentSlug(slug, values)).join(", ");
  if (query.articles !== null) scope.add(query.articles.length === 0 ? "false" : `slug IN (${present(query.articles)})`);
  if (query.except.length > 0) scope.add(`slug NOT IN (${present(query.except)})`);
  if (query.speakers !== null)
    scope.add(`slug IN (SELECT slug FROM appearances WHERE speaker IN (${currentSpeakers(query.speakers, values)}))`);
  const searched = scope.isEmpty
    ? `SELECT (${tallied(values, "articles", null, null, "true")})::int AS articles,
           (${tallied(values, "quotes", null, null, "true")})::int AS quotes`
    : `SELECT count(*)::int AS articles, coalesce(sum(quote_count), 0)::int AS quotes FROM articles WHERE ${scope.sql}`;
  const probes = query.probes.map(exactly);
  const queries = probes.map((probe) => tsquery({ all: [[probe]], none: [] }));
  const texts = probes.map((probe) => (isToldByVector(probe) ? "" : containedText(probe)));
  // The index is asked for one probe at a time: an article is then read for those probes alone whose words it has.
  const held = `SELECT slug, sort_published, count(*) AS held
    FROM unnest(${values.add(queries, "text[]")}, ${values.add(texts, "text[]")}) AS probe (query, text)
    JOIN articles ON vector @@ probe.query::tsquery AND (probe.text = '' OR strpos(${WHOLE_TEXT} || ' ', probe.text) > 0)
    WHERE ${scope.sql} GROUP BY slug, sort_published
    ORDER BY held DESC, sort_published DESC, slug LIMIT ${values.add(query.limit, "bigint")}`;
  return {
    text: `SELECT s.articles, s.quotes, a.json FROM (${searched}) AS s LEFT JOIN (${held}) AS k ON true
      LEFT JOIN articles a ON a.slug = k.slug ORDER BY k.held DESC, k.sort_published DESC, k.slug`,
    values: values.all,
  };
}
