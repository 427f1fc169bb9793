import type { Article } from "../../../src/article/model/schema.ts";
import type { Incoming } from "../../../src/store/files/incoming.ts";
import { openPool } from "../../../src/store/postgres/connection.ts";
import { importArticles } from "../../../src/store/postgres/import-articles.ts";
import { PostgresStore } from "../../../src/store/postgres/postgres-store.ts";
import type { StoreProblem } from "../../../src/store/store.ts";
import type { PostgresServer } from "./server.ts";

/** A store over a new database with these articles, and a pool to change them by. */
export async function openArchive(server: PostgresServer, articles: Article[] = []) {
  const url = await server.createDatabase();
  const problems: StoreProblem[] = [];
  const store = await PostgresStore.open({ url, readUrl: null, onProblem: (problem) => problems.push(problem) });
  const pool = openPool(url, () => {});
  const load = (incoming: Incoming[]) => importArticles(pool, incoming, { onProblem: (problem) => problems.push(problem) });
  await load(articles.map((article) => ({ article })));
  return {
    url,
    store,
    pool,
    problems,
    load,
    async close() {
      await store.close();
      await pool.end();
    },
  };
}
