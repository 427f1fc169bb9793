import { afterAll, beforeAll, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { DeskUnwritable } from "../../../src/store/desk.ts";
import { openPool } from "../../../src/store/postgres/connection.ts";
import { openDatabaseDesk } from "../../../src/store/postgres/database-desk.ts";
import { importArticles } from "../../../src/store/postgres/import-articles.ts";
import { PostgresStore } from "../../../src/store/postgres/postgres-store.ts";
import type { StoreProblem } from "../../../src/store/store.ts";
import { sampleArticles } from "../../fixtures.ts";
import { until } from "../files/until.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

let primary: PostgresServer;
let standby: Awaited<ReturnType<PostgresServer["startStandby"]>>;
let url: string;
beforeAll(async () => {
  primary = await startPostgres();
  const archive = await openArchive(primary, sampleArticles());
  url = archive.url;
  await archive.close();
  standby = await primary.startStandby();
});
afterAll(async () => {
  await standby.remove();
  await primary.remove();
});

const [harbour, bakery] = sampleArticles() as [Article, Article];
/** Milliseconds for all of it: servers are stopped and started, and each wait has a patience of its own. A second try would find them stopped. */
const PATIENCE = 180_000;

test("a read replica is read from, but never for what it has not got yet, and its failure is made good by the primary server", {
  timeout: PATIENCE,
  retry: 0,
}, async () => {
  const problems: StoreProblem[] = [];
  const store = await PostgresStore.open({ url, readUrl: standby.urlOf(url), onProblem: (problem) => problems.push(problem) });
  const replica = openPool(standby.urlOf(url), () => {});
  const writer = openPool(url, () => {});
  const language = async (slug: string) => {
    const found = await store.article(slug);
    return found.state === "found" ? JSON.parse(found.json).language : found.state;
  };
  const asked = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'verbatim' AND query LIKE 'SELECT json, moved%'";
  const readFromReplica = () =>
    until(
      async () => {
        await language(harbour.slug);
        return (await replica.query(asked)).rowCount ?? 0;
      },
      (connections) => connections > 0,
    );
  expect(await readFromReplica()).toBeGreaterThan(0);

  await replica.query("SELECT pg_wal_replay_pause()");
  const announced = new Promise<void>((resolve) => store.onChange(resolve));
  await importArticles(writer, [{ article: { ...harbour, language: "fr" } }]);
  await announced;
  expect(await language(harbour.slug)).toBe("fr");
  const stale = await replica.query("SELECT json FROM articles WHERE slug = $1", [harbour.slug]);
  expect(JSON.parse(stale.rows[0].json).language).toBe("en");

  // What a desk has written is answered when it returns, and can only be written where the database is written.
  const put = { of: "article", machine: { ...bakery, language: "de-CH" }, raw: null, renamedFrom: null, former: null } as const;
  await store.openDesk().alone((writing) => writing.write(put));
  expect(await language(bakery.slug)).toBe("de-CH");
  expect((await store.changes({ after: 0, limit: 9 })).items.at(-1)).toMatchObject({ change: "changed", slug: bakery.slug });
  await expect(openDatabaseDesk(replica).alone((writing) => writing.write(put))).rejects.toThrow(DeskUnwritable);

  await replica.query("SELECT pg_wal_replay_resume()");
  expect(
    await until(
      async () => (await replica.query("SELECT language FROM articles WHERE slug = $1", [harbour.slug])).rows[0].language,
      (value) => value === "fr",
    ),
  ).toBe("fr");

  await until(
    async () => (await replica.query("SELECT language FROM articles WHERE slug = $1", [bakery.slug])).rows[0].language,
    (value) => value === "de-CH",
  );
  await replica.end();
  await primary.stop();
  expect(await language(bakery.slug)).toBe("de-CH");
  await primary.start();
  await standby.stop();
  expect(
    await until(
      () => language(bakery.slug).catch(() => "away"),
      (value) => value !== "away",
    ),
  ).toBe("de-CH");
  // The replica is asked again only when the store has heard from the primary server that was started anew.
  const told = await until(
    async () => {
      await language(bakery.slug).catch(() => {});
      return problems.map(({ message }) => message).join();
    },
    (messages) => messages.includes("read replica does not answer"),
  );
  expect(told).toContain("read replica does not answer");
  await store.close();
  await writer.end();
});
