import type { Candidates, CandidatesQuery } from "../store.ts";
import { allOf, type Condition, condition, oneOf, published } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { inText } from "./hits.ts";
import { matchingPhrase } from "./matching.ts";
import { slugOf, speakerIdsOf } from "./names.ts";
import { searchableRow } from "./search.ts";

/** Articles that may hold a claimed quote; see `CandidatesQuery`. */
export function findCandidates(database: IndexDatabase, query: CandidatesQuery): Candidates {
  const { sql, values } = allOf(admitting(database, query));
  const best = database.all(
    `SELECT articles.id FROM (
       SELECT article_words.rowid AS id, count(*) AS held FROM json_each(?) AS probes CROSS JOIN article_words
       WHERE article_words MATCH probes.value GROUP BY article_words.rowid) AS found
     CROSS JOIN articles ON articles.id = found.id WHERE ${sql} ORDER BY held DESC, sort_published DESC, slug LIMIT ?`,
    JSON.stringify(query.probes.map((probe) => inText(matchingPhrase(probe)))),
    ...values,
    query.limit,
  );
  return {
    articles: best.map(({ id }) => searchableRow(database, id as number)),
    searched: {
      articleCount: database.count(`SELECT count(*) AS n FROM articles WHERE ${sql}`, ...values),
      quoteCount: database.count(`SELECT sum(quotes) AS n FROM articles WHERE ${sql}`, ...values),
    },
  };
}

/** The articles that a claim is looked for in. */
function admitting(database: IndexDatabase, query: CandidatesQuery): Condition[] {
  const { articles, except, speakers, publishedFrom, publishedTo } = query;
  const conditions = published(publishedFrom, publishedTo, "articles");
  const present = (slugs: string[]) => slugs.map((slug) => slugOf(database, slug));
  if (articles !== null) conditions.push(oneOf("articles.slug", present(articles)));
  if (except.length > 0) {
    const excepted = oneOf("articles.slug", present(except));
    conditions.push(condition(`NOT ${excepted.sql}`, ...excepted.values));
  }
  if (speakers !== null) {
    const by = oneOf("speaker", speakerIdsOf(database, speakers));
    conditions.push(condition(`articles.id IN (SELECT id FROM appearances WHERE ${by.sql})`, ...by.values));
  }
  return conditions;
}
