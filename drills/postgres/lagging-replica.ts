/**
 * A read replica stands still while articles change, again and again. A server that reads from it gives the changed article within
 * a second after the load ends and never the one of before again; once the replica has caught up it is read from again, and all
 * answers are those of a server that reads from the primary alone.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/article/model/schema.ts";
import { until } from "../../test/store/files/until.ts";
import { type Drill, demand, Skipped } from "../harness/drill.ts";
import { pictureOf, untilSame } from "../harness/picture.ts";
import { connectTo, loadInto, newspaperDatabase, postgresFor } from "../harness/postgres.ts";
import { startReady } from "../harness/program.ts";
import { json } from "../harness/requests.ts";

/** Milliseconds after a load in which a process has heard of it. */
const SOON = 1_000;

export const laggingReplica: Drill = {
  name: "lagging-replica",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const primary = await postgresFor(context);
    const { url, data } = await newspaperDatabase(context, primary, 50);
    const standby = await primary.startStandby().catch((error: Error) => {
      throw new Skipped(`no standby can be started here: ${error.message}`);
    });
    context.atEnd(() => standby.remove());
    const readUrl = standby.urlOf(url);
    const server = await startReady(context, { env: { DATABASE_URL: url, DATABASE_READ_URL: readUrl } });
    const plain = await startReady(context, { env: { DATABASE_URL: url } });
    const replica = await connectTo(context, readUrl);
    const [name = ""] = readdirSync(join(data, "articles"));
    const file = join(data, "articles", name);
    const article = JSON.parse(readFileSync(file, "utf8")) as Article;
    const language = async () => (await json<Article>(server.url, `/v1/articles/${encodeURIComponent(article.slug)}`)).language;
    const rounds = context.part(20);
    let read = 0;
    let slowest = 0;
    for (let round = 0; round < rounds; round += 1) {
      await replica.query("SELECT pg_wal_replay_pause()");
      const wanted = ["fr", "de", "it"][round % 3] ?? "";
      writeFileSync(file, JSON.stringify({ ...article, language: wanted }));
      const loaded = await loadInto(url, data);
      demand(loaded.code === 0, `the load failed: ${loaded.stderr}`);
      const changed = performance.now();
      demand(
        (await until(language, (one) => one === wanted, SOON)) === wanted,
        `the article of before is served ${SOON} ms after the load ended`,
      );
      slowest = Math.max(slowest, performance.now() - changed);
      const { rows } = await replica.query<{ language: string }>("SELECT language FROM articles WHERE slug = $1", [article.slug]);
      demand(rows[0]?.language !== wanted, "the replica did not lag");
      for (let times = 0; times < 50; times += 1, read += 1) {
        // Every tenth is asked for anew.
        const path = `/v1/articles/${encodeURIComponent(article.slug)}?fields=language,slug${times % 10 === 0 ? ",headline" : ""}`;
        demand((await json<Article>(server.url, path)).language === wanted, "the article of before is served again while the replica lags");
      }
      await replica.query("SELECT pg_wal_replay_resume()");
      await untilSame(server, await pictureOf(plain.url), "after the replica had caught up");
    }
    const asked = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'verbatim' AND datname = current_database()";
    demand(((await replica.query(asked)).rowCount ?? 0) > 0, "the replica was never read from");
    return `${rounds} changes beside a standing replica, ${read} answers, none of before; seen ${slowest.toFixed(0)} ms after the load at most`;
  },
};
