import { searchableOf } from "../../article/words/searchable.ts";
import type { Candidates, CandidatesQuery } from "../store.ts";
import { allOf, type Condition, condition, oneOf, published } from "./conditions.ts";
import type { IndexDatabase } from "./database.ts";
import { formerOf } from "./history/former.ts";
import { inText } from "./hits.ts";
import { matchingProbe } from "./matching.ts";
import { formerIdsOf, slugOf, speakerIdsOf } from "./names.ts";
import { searchableRow } from "./search.ts";

/** Articles that may hold a claimed quote; see `CandidatesQuery`. */
export function findCandidates(database: IndexDatabase, query: CandidatesQuery): Candidates {
  return query.former ? findFormer(database, query) : findPresent(database, query);
}

function findPresent(database: IndexDatabase, query: CandidatesQuery): Candidates {
  const conditions = admitting(database, query);
  if (query.speakers !== null) {
    const by = oneOf("speaker", speakerIdsOf(database, query.speakers));
    conditions.push(condition(`articles.id IN (SELECT id FROM appearances WHERE ${by.sql})`, ...by.values));
  }
  const { sql, values } = allOf(conditions);
  const best = database.all(
    `SELECT articles.id FROM (
       SELECT article_words.rowid AS id, count(*) AS held FROM json_each(?) AS probes CROSS JOIN article_words
       WHERE article_words MATCH probes.value GROUP BY article_words.rowid) AS found
     CROSS JOIN articles ON articles.id = found.id WHERE ${sql} ORDER BY held DESC, sort_published DESC, slug LIMIT ?`,
    JSON.stringify(query.probes.map((probe) => inText(matchingProbe(probe)))),
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

/** Joins each earlier revision with its article as it is served, where it is, and with another text. */
const WITH_ARTICLE = `CROSS JOIN articles
  ON articles.slug = coalesce((SELECT slug FROM article_aliases WHERE alias = former.folder), former.folder)
  CROSS JOIN ledger ON ledger.slug = articles.slug AND ledger.revision <> former.revision`;

/** As `findPresent`, among earlier revisions: each once, whatever slugs its article had. */
function findFormer(database: IndexDatabase, query: CandidatesQuery): Candidates {
  const conditions = admitting(database, query);
  if (query.speakers !== null) {
    const wanted = formerIdsOf(database, query.speakers).map((id) => ` ${id} `);
    const sql = "EXISTS (SELECT 1 FROM json_each(?) AS wanted WHERE instr(former.speakers, wanted.value) > 0)";
    conditions.push(condition(sql, JSON.stringify(wanted)));
  }
  const { sql, values } = allOf(conditions);
  const best = database.all(
    `SELECT former.id, articles.slug, max(former.until) AS until FROM (
       SELECT former_words.rowid AS id, count(*) AS held FROM json_each(?) AS probes CROSS JOIN former_words
       WHERE former_words MATCH probes.value GROUP BY former_words.rowid) AS found
     CROSS JOIN former ON former.id = found.id ${WITH_ARTICLE} WHERE ${sql} GROUP BY articles.id, former.revision
     ORDER BY held DESC, sort_published DESC, articles.slug, until DESC, former.revision LIMIT ?`,
    JSON.stringify(query.probes.map((probe) => inText(matchingProbe(probe)))),
    ...values,
    query.limit,
  );
  const searched = (n: string) => database.count(`SELECT ${n} AS n FROM former ${WITH_ARTICLE} WHERE ${sql}`, ...values);
  return {
    articles: best.map(({ id, slug }) => searchableOf({ ...formerOf(database, id as number).article, slug: slug as string })),
    searched: { articleCount: searched("count(DISTINCT articles.id)"), quoteCount: searched("sum(former.quotes)") },
  };
}

/** The articles that a claim is looked for in. */
function admitting(database: IndexDatabase, query: CandidatesQuery): Condition[] {
  const { articles, except, publishedFrom, publishedTo } = query;
  const conditions = published(publishedFrom, publishedTo, "articles");
  const present = (slugs: string[]) => slugs.map((slug) => slugOf(database, slug));
  if (articles !== null) conditions.push(oneOf("articles.slug", present(articles)));
  if (except.length > 0) {
    const excepted = oneOf("articles.slug", present(except));
    conditions.push(condition(`NOT ${excepted.sql}`, ...excepted.values));
  }
  return conditions;
}
