import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { buildServer } from "../../../src/http/server.ts";
import { openPool } from "../../../src/store/postgres/connection.ts";
import { MIGRATIONS, migrate, NewerDatabase } from "../../../src/store/postgres/migrate.ts";
import { PostgresStore } from "../../../src/store/postgres/postgres-store.ts";
import { type Store, StoreUnavailable } from "../../../src/store/store.ts";
import { sampleArticles } from "../../fixtures.ts";
import { until } from "../files/until.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const [harbour, , minutes] = sampleArticles() as [Article, Article, Article];

const KNOWN = readdirSync(MIGRATIONS).sort();
/** A migration behind those there are. */
const NEXT = `${String(KNOWN.length + 1).padStart(4, "0")}-slow.sql`;

async function serve(store: Store) {
  const app = await buildServer({ store, publicUrl: "https://verbatim.example" });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return { get: (path: string) => fetch(`${url}${path}`), close: () => app.close() };
}

describe("when PostgreSQL stops and starts under load", () => {
  test("uncached answers are 503 problems with Retry-After, cached ones go on, and all is well again without a restart", async () => {
    const archive = await openArchive(server, sampleArticles());
    const { get, close } = await serve(archive.store);
    const cached = await (await get(`/v1/articles/${harbour.slug}`)).text();
    const seen = new Set<string>();
    let loaded = true;
    let number = 0;
    const load = Promise.all(
      Array.from({ length: 8 }, async () => {
        while (loaded) {
          const answer = await get(
            `/v1/quotes?q=boats&limit=${(number++ % 99) + 1}&publishedFrom=2000-01-${String((number % 28) + 1).padStart(2, "0")}`,
          );
          seen.add(`${answer.status} ${answer.headers.get("content-type")} ${answer.headers.get("retry-after")}`);
          await answer.text();
        }
      }),
    );
    await until(
      async () => seen.size,
      (size) => size > 0,
    );
    await server.stop();
    const away = await until(
      () => get(`/v1/articles/${minutes.slug}`),
      ({ status }) => status === 503,
    );
    expect(away.status).toBe(503);
    expect(away.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await away.json()).toMatchObject({ code: "unavailable", status: 503 });
    expect(await (await get(`/v1/articles/${harbour.slug}`)).text()).toBe(cached);
    expect((await get("/health/ready")).status).toBe(503);
    expect((await get("/health/live")).status).toBe(200);
    await expect(archive.store.article(minutes.slug)).rejects.toThrow(StoreUnavailable);
    await server.start();
    const back = await until(
      () => get(`/v1/articles/${minutes.slug}`),
      ({ status }) => status === 200,
    );
    expect(back.status).toBe(200);
    loaded = false;
    await load;
    expect([...seen].sort()).toEqual(["200 application/json null", "503 application/problem+json 2"]);
    expect(
      await until(
        async () => (await get("/health/ready")).status,
        (status) => status === 200,
      ),
    ).toBe(200);
    // What changed after the way back is announced again.
    await get(`/v1/articles/${harbour.slug}`);
    await archive.load([{ article: { ...harbour, language: "en-GB" } }]);
    const changed = await until(
      async () => (await get(`/v1/articles/${harbour.slug}`)).text(),
      (text) => text !== cached,
    );
    expect(JSON.parse(changed).language).toBe("en-GB");
    await close();
    await archive.close();
  });
});

describe("when PostgreSQL has as many clients as it takes", () => {
  test("answers are 503 with Retry-After, in the log once a second and without a stack, and all is well again afterwards", async () => {
    const small = await startPostgres([
      "-c",
      "max_connections=8",
      "-c",
      "superuser_reserved_connections=0",
      "-c",
      "reserved_connections=0",
    ]);
    const archive = await openArchive(small, sampleArticles());
    await archive.pool.end();
    const lines: string[] = [];
    const logger = pino({ level: "info" }, { write: (line: string) => lines.push(line) });
    const others: pg.Client[] = [];
    for (let full = false; !full; ) {
      const client = new pg.Client(archive.url);
      client.on("error", () => {});
      full = await client.connect().then(
        () => !others.push(client),
        () => true,
      );
    }
    const app = await buildServer({ store: archive.store, publicUrl: "https://verbatim.example", logger });
    // More at once than there are connections left to the pool.
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) => app.inject(`/v1/quotes?limit=${number + 1}`).then((answer) => answer)),
    );
    const refused = answers.filter(({ statusCode }) => statusCode !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { statusCode, headers, body } of refused) {
      expect({ statusCode, retryAfter: headers["retry-after"] }).toEqual({ statusCode: 503, retryAfter: "2" });
      expect(body).not.toContain("clients");
    }
    const told = lines.filter((line) => line.includes('"msg":"refused"'));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(5);
    expect(lines.join("")).not.toContain("stack");
    expect(told.join("")).toContain("too many clients");
    for (const client of others) await client.end();
    expect(
      await until(
        () => app.inject("/v1/quotes?limit=99"),
        ({ statusCode }) => statusCode === 200,
      ),
    ).toMatchObject({ statusCode: 200 });
    await app.close();
    await archive.store.close();
    await small.remove();
  });
});

describe("two replicas of the API", () => {
  test("both give a changed article soon", async () => {
    const archive = await openArchive(server, sampleArticles());
    const other = await PostgresStore.open({ url: archive.url, readUrl: null, onProblem: () => {} });
    const replicas = [await serve(archive.store), await serve(other)];
    const read = () =>
      Promise.all(replicas.map(async ({ get }) => JSON.parse(await (await get(`/v1/articles/${harbour.slug}`)).text()).language));
    expect(await read()).toEqual(["en", "en"]);
    await archive.load([{ article: { ...harbour, language: "fr" } }]);
    const changed = performance.now();
    expect(await until(read, (languages) => languages.every((language) => language === "fr"))).toEqual(["fr", "fr"]);
    // Not when they happen to look again.
    expect(performance.now() - changed).toBeLessThan(5_000);
    for (const { close } of replicas) await close();
    await other.close();
    await archive.close();
  });

  test("drop what they hold when the connection that listens was lost, since a change may have been missed", async () => {
    const archive = await openArchive(server, sampleArticles());
    const { get, close } = await serve(archive.store);
    await get(`/v1/articles/${harbour.slug}`);
    await archive.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'verbatim listener' AND datname = current_database()",
    );
    await archive.load([{ article: { ...harbour, language: "fr" } }]);
    const language = async () => JSON.parse(await (await get(`/v1/articles/${harbour.slug}`)).text()).language;
    expect(await until(language, (value) => value === "fr")).toBe("fr");
    expect(archive.problems.map(({ where }) => where)).toContain("database");
    await close();
    await archive.close();
  });
});

describe("migrations", () => {
  function folderWith(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-migrations-"));
    cpSync(MIGRATIONS, folder, { recursive: true });
    for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
    return folder;
  }

  test("that are interrupted leave the schema as it was, and can be run again", async () => {
    const url = await server.createDatabase();
    const pool = openPool(url, () => {});
    await migrate(pool);
    const folder = folderWith({ [NEXT]: "CREATE TABLE halfway (n int); SELECT pg_sleep(60); CREATE TABLE done (n int);" });
    const running = migrate(pool, folder).then(
      () => "done",
      () => "interrupted",
    );
    const kill = () =>
      pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()");
    await until(kill, ({ rowCount }) => rowCount === 1);
    expect(await running).toBe("interrupted");
    expect((await pool.query("SELECT to_regclass('halfway') AS halfway, to_regclass('done') AS done")).rows).toEqual([
      { halfway: null, done: null },
    ]);
    expect((await pool.query("SELECT version FROM schema_migrations")).rows).toEqual(KNOWN.map((_, index) => ({ version: index + 1 })));
    writeFileSync(join(folder, NEXT), "CREATE TABLE halfway (n int); CREATE TABLE done (n int);");
    expect(await migrate(pool, folder)).toEqual([NEXT]);
    expect(await migrate(pool, folder)).toEqual([]);
    await expect(migrate(pool)).rejects.toThrow(NewerDatabase);
    rmSync(folder, { recursive: true });
    await pool.end();
  });

  test("are not run on a database of a version before the first release, which stays as it is", async () => {
    const pool = openPool(await server.createDatabase(), () => {});
    await migrate(pool);
    await pool.query("UPDATE schema_migrations SET name = '0001-archive.sql' WHERE version = 1");
    await expect(migrate(pool)).rejects.toThrow("Export its articles with that version");
    expect((await pool.query("SELECT name FROM schema_migrations WHERE version = 1")).rows).toEqual([{ name: "0001-archive.sql" }]);
    await pool.end();
  });

  test("give articles of before they had a publisher one that is not known, byte for byte as an import would", async () => {
    const hostile = { ...harbour, sourceUrl: 'https://a.example/"sourceUrl":null,\\"' };
    const archive = await openArchive(server, [hostile, minutes]);
    const read = async () => (await archive.pool.query("SELECT machine, summary, json FROM articles ORDER BY slug")).rows;
    await archive.pool.query("UPDATE articles SET machine = json");
    const whole = await read();
    expect(whole).toHaveLength(2);
    for (const column of ["machine", "summary", "json"]) {
      await archive.pool.query(`UPDATE articles SET ${column} = replace(${column}, ',"publisher":null,"headline"', ',"headline"')`);
    }
    expect(await read()).not.toEqual(whole);
    await archive.pool.query(readFileSync(join(MIGRATIONS, "0002-publisher.sql"), "utf8"));
    expect(await read()).toEqual(whole);
    await archive.close();
  });

  test("name counts as counts and ids as ids, byte for byte as an import would, and leave words that look like members alone", async () => {
    const hostile = { ...harbour, sourceUrl: 'https://a.example/"quotes":1,"articles":2,"quotes":3' };
    const archive = await openArchive(server, [hostile, minutes]);
    const read = async () =>
      (await archive.pool.query("SELECT slug, summary, json FROM articles UNION ALL SELECT speaker, summary, '' FROM speakers ORDER BY 1"))
        .rows;
    const renamed = await read();
    expect(renamed.map(({ json }) => json).join("")).toContain('"quoteId":"');
    await archive.pool.query("UPDATE articles SET json = replace(json, '\"quoteId\":', '\"quote\":')");
    for (const table of ["articles", "speakers"]) {
      await archive.pool.query(
        `UPDATE ${table} SET summary = replace(replace(summary, '"quoteCount":', '"quotes":'), '"articleCount":', '"articles":')`,
      );
    }
    expect(await read()).not.toEqual(renamed);
    await archive.pool.query(readFileSync(join(MIGRATIONS, "0005-names.sql"), "utf8"));
    expect(await read()).toEqual(renamed);
    await archive.close();
  });

  test("give articles what is kept of them since, byte for byte as an import would: last changed when they were imported", async () => {
    const hostile = { ...harbour, sourceUrl: 'https://a.example/"importedAt":"1999-01-01T00:00:00Z"' };
    const named = { ...minutes, modifiedAt: null, importedAt: "2024-01-01T00:00:00Z", sourceUrl: "https://a.example/minutes" };
    const archive = await openArchive(server, [hostile, named]);
    const columns = "slug, sort_updated, summary, json, served, revision, sha256, source_url";
    const read = async () => ({
      articles: (await archive.pool.query(`SELECT ${columns} FROM articles ORDER BY slug`)).rows,
      appearances: (await archive.pool.query("SELECT speaker, slug, sort_updated FROM appearances ORDER BY 1, 2")).rows,
      changes: await archive.store.changes({ after: 0, limit: 9 }),
    });
    const whole = await read();
    expect(whole.changes.items.map(({ slug, at }) => [slug, at])).toEqual([
      [named.slug, named.importedAt],
      [harbour.slug, harbour.importedAt],
    ]);
    const member = `regexp_replace(%, ',"modifiedAt":"[^"]*"', '')`;
    await archive.pool.query(`UPDATE articles SET machine = NULL, fingerprint = 'x', sort_updated = 'x', json = ${member.replace("%", "json")},
      summary = ${member.replace("%", "summary")}`);
    await archive.pool.query("ALTER TABLE articles DROP served, DROP revision, DROP sha256, DROP source_url");
    await archive.pool.query("DROP TABLE changes, revisions, withdrawn, sources");
    await archive.pool.query(readFileSync(join(MIGRATIONS, "0006-history.sql"), "utf8"));
    // An address with a mark in it is written in another way in JSON, and is found again with the next load.
    expect(await read()).toEqual({
      ...whole,
      articles: whole.articles.map((row) => (row.slug === harbour.slug ? { ...row, source_url: null } : row)),
    });
    expect(await archive.load([{ article: hostile }, { article: named }])).toMatchObject({ imported: 2 });
    expect(await read()).toEqual(whole);
    await archive.close();
  });

  test("of several processes at once are run once", async () => {
    const url = await server.createDatabase();
    const pools = [1, 2, 3].map(() => openPool(url, () => {}));
    const ran = await Promise.all(pools.map((pool) => migrate(pool)));
    expect(ran.flat()).toEqual(KNOWN);
    for (const pool of pools) await pool.end();
  });
});
