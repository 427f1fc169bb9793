import type { Article } from "../../article/model/schema.ts";
import { searchableOf } from "../../article/words/searchable.ts";
import { orderBy, SORTS } from "../sorts.ts";
import type { Candidates, CandidatesQuery } from "../store.ts";
import type { Servers } from "./servers.ts";
import { Conditions, containedText, type Statement, tallied, Values } from "./statement.ts";
import { isTold, queryOf } from "./vectors.ts";

interface CandidateRow {
  searched_articles: number;
  searched_quotes: number;
  /** `null` with `json` in the single row where nothing was found. */
  slug: string | null;
  json: string;
}

/** The candidates of a claim. @throws StoreUnavailable when no server answers */
export async function findCandidates(servers: Servers, query: CandidatesQuery): Promise<Candidates> {
  const { text, values } = candidatesStatement(query);
  const rows = await servers.read<CandidateRow>(text, values);
  return {
    articles: rows.filter(({ slug }) => slug !== null).map(({ json }) => searchableOf(JSON.parse(json) as Article)),
    searched: { articles: rows[0]?.searched_articles ?? 0, quotes: rows[0]?.searched_quotes ?? 0 },
  };
}

/** Articles that hold one of the probes at least, those that hold most first, and how much was searched. */
function candidatesStatement({ probes, article, speakers, limit }: CandidatesQuery): Statement {
  const values = new Values();
  const scope = new Conditions(values);
  if (article !== null) scope.add(`slug = ${values.slug(article)}`);
  if (speakers !== null) scope.add(`slug IN (SELECT slug FROM appearances WHERE speaker IN (${values.speakers(speakers)}))`);
  const searched =
    article === null && speakers === null
      ? `SELECT (${tallied(values, "articles", null, null)})::int AS articles, (${tallied(values, "quotes", null, null)})::int AS quotes`
      : `SELECT count(*)::int AS articles, coalesce(sum(quote_count), 0)::int AS quotes FROM articles WHERE ${scope.sql}`;
  const queries = probes.map((probe) => queryOf([[probe]]));
  // An article is read for the probes alone whose words it has.
  const texts = probes.map((probe) => (isTold(probe) ? "" : containedText(probe)));
  const held = `SELECT slug, sort_published, count(*) AS held
    FROM unnest(${values.add(queries, "text[]")}, ${values.add(texts, "text[]")}) AS probe (query, text)
    JOIN article_words ON lexemes @@ probe.query::tsquery AND (probe.text = '' OR strpos(words || ' ', probe.text) > 0)
    WHERE ${scope.sql} GROUP BY slug, sort_published`;
  const order = `held DESC, ${orderBy(SORTS.published)}`;
  return {
    text: `SELECT s.articles AS searched_articles, s.quotes AS searched_quotes, p.* FROM (${searched}) AS s LEFT JOIN LATERAL (
        SELECT k.*, a.json FROM (SELECT * FROM (${held}) AS h ORDER BY ${order} LIMIT ${values.add(limit, "bigint")}) AS k
        JOIN articles a ON a.slug = k.slug) AS p ON true ORDER BY ${order}`,
    values: values.all,
  };
}
