import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable, Writable } from "node:stream";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Edits } from "../../../src/article/corrections/edits.ts";
import { revisionOf } from "../../../src/article/model/ids.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { exportCommand } from "../../../src/cli/export.ts";
import { loadCommand } from "../../../src/cli/load.ts";
import { migrateCommand } from "../../../src/cli/migrate.ts";
import type { Incoming } from "../../../src/store/files/incoming.ts";
import { openPool } from "../../../src/store/postgres/connection.ts";
import { importArticles, pruneArticles } from "../../../src/store/postgres/import-articles.ts";
import { MIGRATIONS, migrate } from "../../../src/store/postgres/migrate.ts";
import { setRegistry } from "../../../src/store/postgres/registry.ts";
import { buildArticle } from "../../article-builder.ts";
import { dataFolder, sampleArticles } from "../../fixtures.ts";
import { shortArticle, tombstoneOf } from "../../history.ts";
import { manyArticles } from "../many-articles.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const CLI = resolve(import.meta.dirname, "../../../src/cli.ts");
const many = manyArticles(450);

const ROW = `regexp_replace((to_jsonb(t) - 'sort_updated')::text, 'modifiedAt[\\\\]":[\\\\]"[^"]*"', '', 'g')`;

/** Every row of every table that content is in, but for the instants of its last changes. */
async function contentOf(pool: pg.Pool): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  const tables = ["articles", "article_aliases", "quotes", "quote_aliases", "quote_speakers", "appearances", "speakers", "speaker_aliases"];
  for (const table of tables) {
    content[table] = (await pool.query(`SELECT md5(${ROW}) AS row FROM ${table} t ORDER BY ${ROW} COLLATE "C"`)).rows;
  }
  content.tallies = (await pool.query("SELECT list, day, facet, n::int FROM tallies WHERE n <> 0 ORDER BY 1, 2, 3")).rows;
  content.registry = (await pool.query("SELECT json, applied FROM speaker_registry")).rows;
  return content;
}

/** Runs the command line in a process of its own. @param killAfter milliseconds after which it is killed */
function spawnCli(args: string[], databaseUrl: string, killAfter: number | null = null): Promise<number | null> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: "ignore" });
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((done) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      done(code);
    });
  });
}

/** Runs one command in this process. */
async function run([name, ...args]: string[], databaseUrl: string | null) {
  let stdout = "";
  let stderr = "";
  const collect = new Writable({
    write(chunk, _, done) {
      stdout += chunk;
      done();
    },
  });
  const terminal = { stdout: collect, stderr: { write: (text: string) => (stderr += text) } };
  const code = await (name === "load"
    ? loadCommand(args, "nowhere", databaseUrl, terminal)
    : name === "export"
      ? exportCommand(args, "nowhere", databaseUrl, terminal)
      : migrateCommand(args, databaseUrl, terminal));
  return { code, stdout, stderr };
}

async function contentOfUndisturbed(articles: Article[]): Promise<Record<string, unknown[]>> {
  const archive = await openArchive(server, articles);
  const content = await contentOf(archive.pool);
  await archive.close();
  return content;
}

describe("an import", () => {
  test("killed with SIGKILL at random moments and run again leaves the same content as an undisturbed one", async () => {
    const url = await server.createDatabase();
    const data = dataFolder(many);
    const begun = performance.now();
    expect(await spawnCli(["load", data.folder], await server.createDatabase())).toBe(0);
    const duration = performance.now() - begun;
    let killed = 0;
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const code = await spawnCli(["load", data.folder], url, duration * (0.3 + 0.3 * Math.random()));
      if (code === null) killed += 1;
    }
    expect(await spawnCli(["load", data.folder], url)).toBe(0);
    expect(killed).toBeGreaterThan(0);
    const pool = openPool(url, () => {});
    expect(await contentOf(pool)).toEqual(await contentOfUndisturbed(many));
    await pool.end();
    data.remove();
  }, 120_000);

  test("beside another import of the same and of other articles leaves the same content as one after the other", async () => {
    const url = await server.createDatabase();
    const pools = [openPool(url, () => {}), openPool(url, () => {})] as const;
    await migrate(pools[0]);
    const incoming = (articles: Article[]) => articles.map((article) => ({ article }));
    await Promise.all([
      importArticles(pools[0], incoming(many.slice(0, 300))),
      importArticles(pools[1], incoming([...many.slice(150)].reverse())),
    ]);
    expect(await contentOf(pools[0])).toEqual(await contentOfUndisturbed(many));
    for (const pool of pools) await pool.end();
  });

  test("is on disk when it ends, though no batch waits for that", async () => {
    const archive = await openArchive(server);
    await archive.load(sampleArticles().map((article) => ({ article })));
    const { rows } = await archive.pool.query("SELECT pg_current_wal_flush_lsn() >= pg_current_wal_insert_lsn() AS flushed");
    expect(rows).toEqual([{ flushed: true }]);
    await archive.close();
  });

  test("of changed articles and back again leaves nothing behind", async () => {
    const archive = await openArchive(server, sampleArticles());
    const before = await contentOf(archive.pool);
    const [harbour] = sampleArticles() as [Article];
    const changed = {
      ...harbour,
      aliases: ["another-name"],
      language: "fr",
      publishedAt: "1999-01-01",
      quotes: [],
      speakers: [],
      echoes: [],
    };
    const sections = changed.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, quotes: [] })),
    }));
    expect(await archive.load([{ article: { ...changed, sections } }])).toMatchObject({ imported: 1 });
    expect(await contentOf(archive.pool)).not.toEqual(before);
    expect(await archive.load([{ article: harbour }])).toMatchObject({ imported: 1 });
    expect(await archive.load([{ article: harbour }])).toMatchObject({ imported: 0, unchanged: 1 });
    expect(await contentOf(archive.pool)).toEqual(before);
    await archive.close();
  });

  test("refuses an article whose alias or quote another one has, names it, and takes the others", async () => {
    const archive = await openArchive(server, sampleArticles());
    const [harbour, bakery] = sampleArticles() as [Article, Article];
    const stolen = JSON.parse(JSON.stringify(bakery).replaceAll(bakery.quotes[0]?.id ?? "", harbour.quotes[0]?.id ?? ""));
    const report = await archive.load([
      { article: stolen },
      {
        article: {
          ...bakery,
          slug: "harbour-old",
          quotes: [],
          speakers: [],
          sections: bakery.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.map((p) => ({ ...p, quotes: [] })) })),
        },
      },
      { article: { ...harbour, language: "en-GB" } },
    ]);
    expect(report).toEqual({ imported: 1, unchanged: 0, refused: 2 });
    expect(archive.problems).toMatchObject([
      { where: "article bäckerei-öffnet", path: "quotes[0].id", message: expect.stringContaining("harbour-to-close") },
      { where: "article harbour-old", path: "slug" },
    ]);
    expect(await archive.store.article("bäckerei-öffnet")).toEqual({ state: "found", json: JSON.stringify(bakery) });
    await archive.close();
  });

  test("leaves no words waiting for the index, not even those of an import before it that was killed", async () => {
    const archive = await openArchive(server, sampleArticles());
    await archive.pool.query("UPDATE articles SET vector = vector || 'waiting'::tsvector");
    const waiting = async () =>
      (await archive.pool.query<{ pages: string }>("SELECT gin_clean_pending_list('articles_vector') AS pages")).rows[0]?.pages;
    expect(await archive.load(sampleArticles().map((article) => ({ article })))).toMatchObject({ imported: 0 });
    expect(await waiting()).toBe("0");
    await archive.close();
  });

  test("takes what comes last where a slug comes more than once, near or far", async () => {
    const archive = await openArchive(server);
    const [first] = many as [Article];
    const versions = ["en", "fr", "de"].map((language) => ({ article: { ...first, language } }));
    const [one, two, three] = versions as [Incoming, Incoming, Incoming];
    const others = many.slice(1).map((article) => ({ article }));
    expect(await archive.load([one, two, ...others, three])).toEqual({ imported: 452, unchanged: 0, refused: 0 });
    expect(await contentOf(archive.pool)).toEqual(await contentOfUndisturbed([{ ...first, language: "de" }, ...many.slice(1)]));
    await archive.close();
  });

  test("takes what comes last also where that is what is stored, and another version comes before it", async () => {
    const all = manyArticles(900);
    const archive = await openArchive(server, all);
    const twice = all.map((article) => ({ article }));
    const repeated = all[800] as Article;
    twice.splice(400, 0, { article: { ...repeated, language: "fr" } });
    for (let time = 0; time < 2; time += 1) {
      await archive.load(twice);
      const { rows } = await archive.pool.query("SELECT language FROM articles WHERE slug = $1", [repeated.slug]);
      expect(rows).toEqual([{ language: repeated.language }]);
    }
    await archive.close();
  });

  test("reads a line of NDJSON whole that holds a line separator", async () => {
    const folder = mkdtempSync(join(tmpdir(), "verbatim-lines-"));
    const article = buildArticle({ slug: "lines", headline: "Lines", sections: [{ paragraphs: ["One\u2028two."] }] });
    writeFileSync(join(folder, "lines.ndjson"), `${JSON.stringify(article)}\r\n`);
    expect(await run(["load", join(folder, "lines.ndjson")], await server.createDatabase())).toMatchObject({
      code: 0,
      stdout: "1 loaded, 0 unchanged\n",
    });
    rmSync(folder, { recursive: true });
  });

  test("names an article whose text PostgreSQL cannot hold, and takes the others", async () => {
    const archive = await openArchive(server);
    const bad = buildArticle({ slug: "nul", headline: "Nul", sections: [{ paragraphs: ["One \0 two."] }] });
    const report = await archive.load([...sampleArticles(), bad].map((article) => ({ article })));
    expect(report).toMatchObject({ imported: sampleArticles().length, refused: 1 });
    expect(archive.problems).toMatchObject([{ where: "article nul" }]);
    await archive.close();
  });

  test("takes words of any length, and names an article whose names or address are too long for an index", async () => {
    const archive = await openArchive(server);
    // Nothing that compresses well.
    const long = Array.from({ length: 300 }, (_, index) => revisionOf(String(index)).replace(/\d/g, "")).join("");
    const [article] = sampleArticles() as [Article];
    const words = buildArticle({ slug: "words", headline: `Kiln ${long}`, sections: [{ paragraphs: [`${long} is a word.`] }] });
    const bad: Article[] = [
      { ...article, slug: "address", sourceUrl: `https://a.example/${long}`, quotes: [], speakers: [] },
      { ...article, slug: "publisher", publisher: long, quotes: [], speakers: [] },
    ];
    expect(await archive.load([words, ...bad].map((one) => ({ article: one })))).toMatchObject({ imported: 1, refused: 2 });
    expect(archive.problems).toMatchObject([
      { where: "article address", path: "sourceUrl", message: "is longer than PostgreSQL can index" },
      { where: "article publisher", path: "publisher" },
    ]);
    expect((await archive.store.article("words")).state).toBe("found");
    await archive.close();
  });

  test("names an article that has more different words than PostgreSQL can index", async () => {
    const archive = await openArchive(server);
    const words = Array.from({ length: 80_000 }, (_, index) => `invented${index}`).join(" ");
    const long = buildArticle({ slug: "long", headline: "Long", sections: [{ paragraphs: [words] }] });
    expect(await archive.load([{ article: long }])).toMatchObject({ imported: 0, refused: 1 });
    expect(archive.problems).toMatchObject([{ where: "article long", cure: "Split the article." }]);
    await archive.close();
  });

  test("keeps the editor's corrections that are stored when it brings none, and drops them when it brings null", async () => {
    const [harbour] = sampleArticles() as [Article];
    const loss = harbour.quotes[0] as Article["quotes"][number];
    const archive = await openArchive(server);
    await archive.load([{ article: harbour, edits: { edits: [{ op: "reject", quote: { id: loss.id, text: loss.text } }] } }]);
    expect(await archive.store.quote(loss.id)).toEqual({ state: "removed", slug: harbour.slug });
    await archive.load([{ article: { ...harbour, language: "en-GB" } }]);
    expect(await archive.store.quote(loss.id)).toEqual({ state: "removed", slug: harbour.slug });
    await archive.load([{ article: harbour, edits: null }]);
    expect((await archive.store.quote(loss.id)).state).toBe("found");
    await archive.close();
  });

  test("takes an article with the corrections that fit, and tells of one that does not", async () => {
    const [harbour] = sampleArticles() as [Article];
    const loss = harbour.quotes[0] as Article["quotes"][number];
    const archive = await openArchive(server);
    const edits = Edits.parse({
      edits: [
        { op: "add", kind: "mixed", segments: [{ text: "Words that nobody wrote" }] },
        { op: "reject", quote: { id: loss.id, text: loss.text } },
      ],
    });
    const report = await archive.load([{ article: harbour, edits }]);
    expect(report).toEqual({ imported: 1, unchanged: 0, refused: 0 });
    expect(archive.problems).toMatchObject([{ where: "article harbour-to-close", path: "edits[0]" }]);
    expect(await archive.store.quote(loss.id)).toEqual({ state: "removed", slug: harbour.slug });
    await archive.close();
  });

  test("applies speakers.json to what is there and to what comes, and takes it back", async () => {
    const archive = await openArchive(server, sampleArticles().slice(0, 2));
    const registry = {
      speakers: [{ id: "a-b-quill", name: "A. B. Quill", aliases: ["Ada Quill"], merges: ["ada-quill"], articles: [], sameAs: [] }],
    };
    await setRegistry(archive.pool, registry);
    await archive.load(sampleArticles().map((article) => ({ article })));
    expect(await archive.store.speaker("ada-quill")).toEqual({ state: "moved", to: "a-b-quill" });
    const found = await archive.store.speaker("a-b-quill");
    expect(found.state === "found" && JSON.parse(found.json)).toMatchObject({ name: "A. B. Quill", quoteCount: 3, articleCount: 2 });
    const fresh = await openArchive(server);
    await setRegistry(fresh.pool, registry);
    await fresh.load(sampleArticles().map((article) => ({ article })));
    expect(await contentOf(archive.pool)).toEqual(await contentOf(fresh.pool));
    await setRegistry(archive.pool, { speakers: [] });
    expect(await contentOf(archive.pool)).toEqual(await contentOfUndisturbed(sampleArticles()));
    await fresh.close();
    await archive.close();
  });
});

describe("the command line", () => {
  test("names ids and slugs in editors' files that nothing has, in the folder or the database", async () => {
    const [harbour, bakery, minutes] = sampleArticles() as [Article, Article, Article];
    const taken = shortArticle("taken-back", "Lena Frey", "It was not so,", "2025-03-01T00:00:00Z");
    const data = dataFolder([harbour, minutes, taken]);
    data.write("withdrawn/taken-back.json", tombstoneOf(taken, "2025-06-01T00:00:00Z", "Wrong."));
    const [clerk] = minutes.quotes;
    const speakers = ["zoë-ångström", "tom-brigth"].map((id) => ({ id, name: "Tom Bright" }));
    data.write("articles/council-minutes.edits.json", {
      edits: [{ op: "set", quote: { id: clerk?.id, text: clerk?.text }, speakers }],
    });
    data.write("articles/nowhere.edits.json", { edits: [] });
    data.write("articles/harbour-old.edits.json", { edits: [] });
    data.write("speakers.json", {
      speakers: [
        { id: "ada-b-quill", name: "Ada B. Quill", merges: ["ada-quill", "ada-q"] },
        { id: "z-angstrom", name: "Z. Ångström", merges: ["zoë-ångström"] },
        { id: "tom-bright-2", name: "Tom Bright", splitFrom: "tom-bright", articles: ["harbour-old", "harbor-old"] },
        { id: "lena-frey", name: "Lena Frey" },
        { id: "lena-frey-2", name: "Lena Frey", splitFrom: "lena-frey", articles: ["taken-back"] },
      ],
    });
    const archive = await openArchive(server, [bakery]);
    for (const loaded of ["2 loaded, 0 unchanged", "0 loaded, 2 unchanged"]) {
      const { code, stdout, stderr } = await run(["load", data.folder], archive.url);
      expect(code).toBe(1);
      expect(stdout).toContain(loaded);
      expect(
        stderr
          .replaceAll(/\. (?:Correct|Name) .*/g, "")
          .trim()
          .split("\n")
          .toSorted(),
      ).toEqual([
        'articles/council-minutes.edits.json: edits[0].speakers[1].id: no other article has a speaker "tom-brigth", and the id of "Tom Bright" would be "tom-bright"',
        'articles/harbour-old.edits.json: the article "harbour-old" is now "harbour-to-close"',
        'articles/nowhere.edits.json: there is no article "nowhere"',
        'speakers.json: speakers[0].merges[1]: no article has a speaker "ada-q"',
        'speakers.json: speakers[2].articles[1]: there is no article "harbor-old"',
        'speakers.json: speakers[2].splitFrom: no article has a speaker "tom-bright"',
      ]);
    }
    await archive.close();
    data.remove();
  });

  test("loads a renamed article in one run: the one with the old slug gives way, quotes and all, with and without --prune", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article];
    const renamed = { ...harbour, slug: "harbour-closes", aliases: [harbour.slug] };
    const data = dataFolder([renamed, bakery]);
    for (const [args, said] of [
      [[], "1 loaded, 1 unchanged\n"],
      [["--prune"], "1 loaded, 1 unchanged, 0 deleted\n"],
    ] as const) {
      const archive = await openArchive(server, [harbour, bakery]);
      expect(await run(["load", data.folder, ...args], archive.url)).toMatchObject({ code: 0, stdout: said, stderr: "" });
      expect(await archive.store.article(harbour.slug)).toEqual({ state: "moved", to: "harbour-closes" });
      expect(await contentOf(archive.pool)).toEqual(await contentOfUndisturbed([renamed, bakery]));
      await archive.close();
    }
    data.remove();
  });

  test("refuses an article whose alias is the slug of another that comes too", async () => {
    const [harbour, bakery] = sampleArticles() as [Article, Article];
    const archive = await openArchive(server, [harbour]);
    const data = dataFolder([{ ...bakery, aliases: [harbour.slug] }, harbour]);
    expect(await run(["load", data.folder], archive.url)).toMatchObject({ code: 1, stdout: "0 loaded, 1 unchanged, 1 refused\n" });
    expect((await archive.store.article(harbour.slug)).state).toBe("found");
    await archive.close();
    data.remove();
  });

  test("load, export and load again gives the same content, in folders and as NDJSON", async () => {
    const [harbour] = sampleArticles() as [Article];
    const loss = harbour.quotes[0] as Article["quotes"][number];
    const data = dataFolder([...sampleArticles(), ...many.slice(0, 20)]);
    data.write("speakers.json", { speakers: [{ id: "ada-quill", name: "Ada B. Quill" }] });
    data.write("articles/harbour-to-close.edits.json", { edits: [{ op: "reject", quote: { id: loss.id, text: loss.text } }] });
    const scratch = mkdtempSync(join(tmpdir(), "verbatim-export-"));
    const urls = [await server.createDatabase(), await server.createDatabase(), await server.createDatabase()] as const;
    const pools = urls.map((url) => openPool(url, () => {})) as [pg.Pool, pg.Pool, pg.Pool];

    expect(await run(["load", data.folder], urls[0])).toMatchObject({ code: 0, stdout: "23 loaded, 0 unchanged\n", stderr: "" });
    expect(await run(["load", data.folder], urls[0])).toMatchObject({ code: 0, stdout: "0 loaded, 23 unchanged\n" });
    expect(await run(["export", "--format", "json", "--output", join(scratch, "folder")], urls[0])).toMatchObject({ code: 0 });
    expect(await run(["load", join(scratch, "folder")], urls[1])).toMatchObject({ code: 0 });
    expect(await contentOf(pools[1])).toEqual(await contentOf(pools[0]));

    expect(await run(["export", "--format", "ndjson", "--output", join(scratch, "all.ndjson")], urls[0])).toMatchObject({ code: 0 });
    expect(await run(["load", join(scratch, "all.ndjson")], urls[2])).toMatchObject({ code: 0, stdout: "23 loaded, 0 unchanged\n" });
    const served = "SELECT json FROM articles ORDER BY slug";
    expect((await pools[2].query(served)).rows).toEqual((await pools[0].query(served)).rows);
    expect((await run(["export", "--format", "ndjson"], urls[2])).stdout).toBe(readFileSync(join(scratch, "all.ndjson"), "utf8"));

    expect(await run(["export", "--format", "text", "--output", join(scratch, "text")], urls[0])).toMatchObject({ code: 0 });
    expect(readFileSync(join(scratch, "text/harbour-to-close.txt"), "utf8")).toMatch(/^Harbour ‘A loss’ for Brackwater\n\nBy Jo Penn\n\n/);
    expect(await run(["export", "--format", "markdown", "--output", join(scratch, "md")], urls[0])).toMatchObject({ code: 0 });
    expect(readFileSync(join(scratch, "md/council-minutes.md"), "utf8")).toMatch(/^# Council minutes\n/);

    expect(await run(["export", "--format", "json", "--output", join(scratch, "md")], urls[0])).toMatchObject({ code: 2 });
    expect(await run(["export", "--format", "pdf"], urls[0])).toMatchObject({ code: 2, stderr: expect.stringContaining("Unknown format") });
    for (const pool of pools) await pool.end();
    rmSync(scratch, { recursive: true });
    data.remove();
  });

  test("names what it cannot load and loads the rest; --prune deletes what the folder no longer has", async () => {
    const data = dataFolder(sampleArticles().slice(0, 2));
    data.write("articles/broken.json", "{");
    const archive = await openArchive(server, sampleArticles());
    const loaded = await run(["load", data.folder, "--prune"], archive.url);
    expect(loaded.code).toBe(1);
    expect(loaded.stderr).toMatch(/articles\/broken\.json: is not JSON/);
    expect(loaded.stdout).toBe("0 loaded, 2 unchanged, 1 deleted\n");
    expect(await archive.store.article("council-minutes")).toEqual({ state: "unknown" });
    expect(await pruneArticles(archive.pool, new Set())).toBe(2);
    expect(await archive.store.health()).toEqual({ ready: true, articles: 0, problems: [] });
    expect((await contentOf(archive.pool)).tallies).toEqual([]);
    await archive.close();
    data.remove();
  });

  test("load reads NDJSON from standard input", async () => {
    const url = await server.createDatabase();
    const stdin = Readable.from([
      sampleArticles()
        .map((article) => `${JSON.stringify(article)}\n`)
        .join(""),
    ]);
    let said = "";
    const stream = { write: (text: string) => (said += text) };
    expect(await loadCommand(["-"], "nowhere", url, { stdin, stdout: stream, stderr: stream })).toBe(0);
    expect(said).toBe("3 loaded, 0 unchanged\n");
    expect(await loadCommand(["-", "--prune"], "nowhere", url, { stdin, stdout: stream, stderr: stream })).toBe(2);
  });

  test("load says how many articles a new speakers.json changed", async () => {
    const url = await server.createDatabase();
    const [harbour, minutes] = sampleArticles() as [Article, Article];
    const data = dataFolder([harbour, minutes]);
    const load = async () => (await run(["load", data.folder], url)).stdout;
    expect(await load()).toBe("2 loaded, 0 unchanged\n");
    const { id } = harbour.speakers[0] as { id: string };
    data.write("speakers.json", { speakers: [{ id, name: "Another Name" }] });
    expect(await load()).toBe("0 loaded, 2 unchanged, speakers.json applied: 1 article changed\n");
    expect(await load()).toBe("0 loaded, 2 unchanged\n");
    data.remove();
  });

  test("migrate says what it ran; without a database the commands say what is missing; a wrong password is no secret told", async () => {
    const url = await server.createDatabase();
    expect(await run(["migrate"], url)).toMatchObject({ code: 0, stdout: `Ran ${readdirSync(MIGRATIONS).sort().join(", ")}.\n` });
    expect(await run(["migrate"], url)).toMatchObject({ code: 0, stdout: "The schema is up to date.\n" });
    expect(await run(["migrate"], null)).toMatchObject({ code: 2, stderr: expect.stringContaining("DATABASE_URL is not set") });
    const wrong = await run(["migrate"], url.replace("s3cret", "h1dden"));
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining("password authentication failed") });
    expect(wrong.stderr).not.toContain("h1dden");
  });
});
