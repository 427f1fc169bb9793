import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FormerRevision, Tombstone } from "../../../src/article/model/history.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { type Desk, DeskBusy, type DeskChange, DeskConflict, DeskUnwritable } from "../../../src/store/desk.ts";
import { openPool } from "../../../src/store/postgres/connection.ts";
import { openDatabaseDesk } from "../../../src/store/postgres/database-desk.ts";
import { PostgresStore } from "../../../src/store/postgres/postgres-store.ts";
import { buildArticle, cue, mention, segment } from "../../article-builder.ts";
import { sampleArticles } from "../../fixtures.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const [harbour, bakery] = sampleArticles() as [Article, Article];

let archive: Awaited<ReturnType<typeof openArchive>>;
let desk: Desk;
beforeEach(async () => {
  archive = await openArchive(server, sampleArticles());
  desk = archive.store.openDesk();
});
afterEach(() => archive.close());

const write = (change: DeskChange) => desk.alone((writing) => writing.write(change));
const put = (machine: Article, more: Partial<DeskChange & { of: "article" }> = {}): DeskChange => ({
  of: "article",
  machine,
  raw: null,
  renamedFrom: null,
  former: null,
  ...more,
});
/** The bakery's article with another text. */
function rewritten(words: string): Article {
  const built = buildArticle({
    slug: bakery.slug,
    headline: "Bäckerei öffnet",
    sections: [{ paragraphs: [["“", segment("brot", words), "” ", cue("brot", "said"), " ", mention("brot", "Zoë Ångström"), "."]] }],
    quotes: { brot: { by: ["Zoë Ångström"] } },
  });
  const [quote] = bakery.quotes;
  return {
    ...built,
    quotes: built.quotes.map((one) => ({ ...one, id: quote?.id ?? one.id })),
    sections: JSON.parse(JSON.stringify(built.sections).replaceAll(built.quotes[0]?.id ?? "", quote?.id ?? "")),
  };
}
const tombstone = (article: Article): Tombstone => ({
  slug: article.slug,
  aliases: article.aliases,
  quotes: [...article.quotes.map(({ id }) => id), ...article.removedQuotes],
  at: "2026-03-01T00:00:00Z",
  reason: "Invented.",
  revision: article.revision,
  sourceUrl: article.sourceUrl,
  sha256: article.source.sha256,
});
async function served(slug: string): Promise<Article> {
  const found = await archive.store.article(slug);
  if (found.state !== "found") throw new Error(`expected ${slug} to be found, it is ${found.state}`);
  return JSON.parse(found.json);
}
const kinds = async () => (await archive.store.changes({ after: 3, limit: 100 })).items.map(({ change, slug }) => `${change} ${slug}`);

describe("a desk of a database", () => {
  test("writes an article that the store answers with when it returns, and knows it by slug, bytes and address", async () => {
    const article = {
      ...buildArticle({ slug: "тест", headline: "Тест", sections: [{ paragraphs: ["Слова."] }] }),
      sourceUrl: "https://a.example/1",
    };
    const raw = new TextEncoder().encode("Тест\n\nСлова.");
    await write(put(article, { raw }));
    expect(await served("тест")).toEqual({ ...article, modifiedAt: article.importedAt });
    expect(await kinds()).toEqual(["added тест"]);
    await desk.alone(async (writing) => {
      expect(await writing.find({ slug: "тест" })).toBe("тест");
      expect(await writing.find({ slug: "harbour-old" })).toBe(harbour.slug);
      expect(await writing.find({ slug: "nowhere\0", sha256: article.source.sha256 })).toBe("тест");
      expect(await writing.find({ sourceUrl: "https://a.example/1" })).toBe("тест");
      expect(await writing.find({ slug: "nowhere", sha256: "0".repeat(64), sourceUrl: null })).toBeNull();
      expect(await writing.read("тест")).toEqual({ machine: article, edits: null, served: await served("тест"), tombstone: null });
      expect(await writing.read("harbour-old")).toBeNull();
      expect([await writing.source("тест"), await writing.source("harbour-old")]).toEqual([article.source, null]);
    });
  });

  test("reads what it wrote before anybody else does, and takes all back when the work throws", async () => {
    const changed = rewritten("Kuchen für alle");
    await expect(
      desk.alone(async (writing) => {
        await writing.write(put(changed));
        expect((await writing.read(bakery.slug))?.machine).toEqual(changed);
        expect((await served(bakery.slug)).revision).toBe(bakery.revision);
        throw new Error("a precondition failed");
      }),
    ).rejects.toThrow("a precondition failed");
    expect((await served(bakery.slug)).revision).toBe(bakery.revision);
    expect(await kinds()).toEqual([]);
  });

  test("keeps the text that another one replaces, moves the instant of the change, and notes it", async () => {
    const changed = rewritten("Kuchen für alle");
    const before = await served(bakery.slug);
    const former: FormerRevision = {
      revision: bakery.revision,
      served: [{ from: bakery.importedAt, until: "2026-03-01T00:00:00Z" }],
      article: before,
    };
    await write(put(changed, { former }));
    expect(await archive.store.revisions(bakery.slug)).toEqual([former]);
    const after = await served(bakery.slug);
    expect((after.modifiedAt ?? "") > (before.modifiedAt ?? "")).toBe(true);
    expect(await kinds()).toEqual([`changed ${bakery.slug}`]);
    await write(put(changed));
    expect(await served(bakery.slug)).toEqual(after);
    expect(await kinds()).toEqual([`changed ${bakery.slug}`]);
  });

  test("keeps the text also where the writer forgets it", async () => {
    await write(put(rewritten("Kuchen für alle")));
    await write(put(bakery));
    await write(put(rewritten("Brezeln für alle")));
    const revisions = await archive.store.revisions(bakery.slug);
    const texts = [bakery, rewritten("Kuchen für alle")].map(({ revision }) => revision);
    expect(revisions.map(({ revision }) => revision).toSorted()).toEqual(texts.toSorted());
    const first = revisions.find(({ revision }) => revision === bakery.revision);
    expect(first?.served[0]?.from).toBe(bakery.importedAt);
  });

  test("renames an article with its corrections, its raw file, its history and its quotes", async () => {
    const [loss] = harbour.quotes as [Article["quotes"][number]];
    await write({ of: "edits", slug: harbour.slug, edits: { edits: [{ op: "reject", quote: { id: loss.id, text: loss.text } }] } });
    await write(put(harbour, { raw: new TextEncoder().encode("raw") }));
    const renamed: Article = JSON.parse(
      JSON.stringify({ ...harbour, slug: "port-shuts", aliases: [...harbour.aliases, harbour.slug] }).replaceAll(
        `"${harbour.slug}~`,
        '"port-shuts~',
      ),
    );
    await write(put(renamed, { renamedFrom: harbour.slug }));
    expect(await archive.store.article(harbour.slug)).toEqual({ state: "moved", to: "port-shuts" });
    expect(await archive.store.article("harbour-old")).toEqual({ state: "moved", to: "port-shuts" });
    expect(await archive.store.quote(loss.id)).toEqual({ state: "removed", slug: "port-shuts" });
    const { items } = await archive.store.changes({ after: 3, limit: 9 });
    expect(items.at(-1)).toMatchObject({ change: "renamed", slug: "port-shuts", previousSlug: harbour.slug });
    expect((await archive.pool.query("SELECT slug, raw FROM sources")).rows).toEqual([{ slug: "port-shuts", raw: Buffer.from("raw") }]);
  });

  test("refuses what belongs to another article, a withdrawn one too, and writes the rest of the work", async () => {
    await write({ of: "withdrawal", tombstone: tombstone(harbour) });
    const thief = { ...rewritten("Kuchen"), aliases: ["harbour-old"] };
    const copy = buildArticle({ slug: "copy", headline: "Copy", sections: [{ paragraphs: ["One."] }] });
    await desk.alone(async (writing) => {
      await expect(writing.write(put(thief))).rejects.toThrow(DeskConflict);
      await writing.write(put(copy));
    });
    expect((await served("copy")).slug).toBe("copy");
    expect((await served(bakery.slug)).revision).toBe(bakery.revision);
  });

  test("withdraws, restores and purges", async () => {
    const [loss] = harbour.quotes as [Article["quotes"][number]];
    const gone = { state: "withdrawn", slug: harbour.slug, at: "2026-03-01T00:00:00Z", reason: "Invented." };
    await write(put(harbour, { raw: new TextEncoder().encode("raw") }));
    await write({ of: "withdrawal", tombstone: tombstone(harbour) });
    for (const slug of [harbour.slug, "harbour-old"]) expect(await archive.store.article(slug)).toEqual(gone);
    for (const id of [loss.id, "zzzz0000"]) expect(await archive.store.quote(id)).toEqual(gone);
    expect((await archive.store.articles({ limit: 9 })).total).toBe(2);
    expect((await archive.store.speaker("ada-quill")).state).toBe("found");
    expect((await archive.store.speaker("port-authority-of-brackwater")).state).toBe("unknown");
    await desk.alone(async (writing) => {
      expect(await writing.find({ slug: "harbour-old" })).toBe(harbour.slug);
      expect(await writing.find({ sha256: harbour.source.sha256 })).toBe(harbour.slug);
      expect(await writing.read(harbour.slug)).toMatchObject({ machine: harbour, edits: null, tombstone: tombstone(harbour) });
      expect(await writing.source(harbour.slug)).toEqual(harbour.source);
    });
    await write({ of: "restoration", slug: harbour.slug });
    const restored = await served(harbour.slug);
    expect({ ...restored, modifiedAt: harbour.modifiedAt }).toEqual(harbour);
    expect((restored.modifiedAt ?? "") > harbour.importedAt).toBe(true);
    expect((await archive.store.quote(loss.id)).state).toBe("found");
    expect(await kinds()).toEqual([`withdrawn ${harbour.slug}`, `added ${harbour.slug}`]);
    await write({ of: "withdrawal", tombstone: tombstone(harbour) });
    await write({ of: "purge", slug: harbour.slug });
    expect(await archive.store.article(harbour.slug)).toEqual(gone);
    expect((await archive.pool.query("SELECT count(*)::int AS n FROM sources")).rows).toEqual([{ n: 0 }]);
    await desk.alone(async (writing) => {
      expect([await writing.read(harbour.slug), await writing.source(harbour.slug)]).toEqual([null, null]);
      expect(await writing.tombstone(harbour.slug)).toEqual(tombstone(harbour));
    });
  });

  test("forgets an article that is removed, and the notice of a purged one that is restored", async () => {
    const unknown = { state: "unknown" };
    await write({ of: "withdrawal", tombstone: tombstone(harbour) });
    await write({ of: "removal", slug: harbour.slug });
    for (const slug of [harbour.slug, "harbour-old"]) expect(await archive.store.article(slug)).toEqual(unknown);
    await write({ of: "withdrawal", tombstone: tombstone(bakery) });
    await write({ of: "purge", slug: bakery.slug });
    await write({ of: "restoration", slug: bakery.slug });
    expect(await archive.store.article(bakery.slug)).toEqual(unknown);
    await write({ of: "removal", slug: "council-minutes" });
    await write({ of: "removal", slug: "council-minutes" });
    expect(await kinds()).toEqual([
      `withdrawn ${harbour.slug}`,
      `removed ${harbour.slug}`,
      `withdrawn ${bakery.slug}`,
      `removed ${bakery.slug}`,
      "removed council-minutes",
    ]);
    await write(put(harbour));
    expect((await kinds()).at(-1)).toBe(`added ${harbour.slug}`);
  });

  test("tells every other replica, once it can be seen", async () => {
    const replica = await PostgresStore.open({ url: archive.url, readUrl: null, onProblem: () => {} });
    for (const [change, state] of [
      [{ of: "withdrawal", tombstone: tombstone(harbour) }, "withdrawn"],
      [{ of: "purge", slug: harbour.slug }, "withdrawn"],
      [{ of: "removal", slug: harbour.slug }, "unknown"],
    ] as const) {
      const told = new Promise<void>((resolve) => replica.onChange(resolve));
      await write(change);
      await told;
      expect((await replica.article(harbour.slug)).state).toBe(state);
    }
    await replica.close();
  });

  test("takes odd characters wherever words are free", async () => {
    const odd = "a\u0000b \ud800";
    await write({ of: "edits", slug: bakery.slug, edits: { edits: [{ op: "reject", quote: { id: "aaaa0000", text: odd }, note: odd }] } });
    await write(put({ ...bakery, publisher: odd }));
    await write({
      of: "registry",
      registry: { speakers: [{ id: "ada-quill", name: odd, aliases: [odd], merges: [], articles: [], sameAs: [] }] },
    });
    await write({ of: "withdrawal", tombstone: { ...tombstone(bakery), reason: odd } });
    expect((await archive.store.article(bakery.slug)).state).toBe("withdrawn");
  });

  test("gives a change of the registry to all articles with the speaker, and to no other", async () => {
    const others = await served(bakery.slug);
    const entry = { id: "ada-quill", name: "Dame Ada Quill", aliases: ["A clerk"], merges: [], articles: [], sameAs: [] };
    await write({ of: "registry", registry: { speakers: [entry] } });
    expect((await served(harbour.slug)).speakers[0]?.name).toBe("Dame Ada Quill");
    expect((await served("council-minutes")).speakers.map(({ id }) => id)).toEqual(["ada-quill"]);
    expect(await served(bakery.slug)).toEqual(others);
    expect((await kinds()).toSorted()).toEqual(["changed council-minutes", `changed ${harbour.slug}`]);
    await write({ of: "registry", registry: { speakers: [] } });
    expect((await served(harbour.slug)).speakers[0]?.name).toBe("Ada Quill");
    expect((await served("council-minutes")).speakers.map(({ id }) => id)).toContain("council-minutes~a-clerk");
  });

  test("lets two writers write one after the other, each on what the other left", async () => {
    const other = openDatabaseDesk(archive.pool);
    const count = (one: Desk) =>
      one.alone(async (writing) => {
        const held = await writing.read(bakery.slug);
        const words = Number(/\d+$/.exec(held?.machine.language ?? "")?.[0] ?? 0) + 1;
        await setTimeout(5);
        await writing.write(put({ ...bakery, language: `de-x${words}` }));
      });
    await Promise.all([count(desk), count(other), count(desk), count(other), count(other)]);
    expect((await served(bakery.slug)).language).toBe("de-x5");
    expect((await kinds()).length).toBe(5);
  });

  test("says that it is busy when another one writes for too long, in this process or elsewhere", async () => {
    const impatient = openDatabaseDesk(archive.pool, { wait: 100 });
    let end = () => {};
    const writing = desk.alone(() => new Promise<void>((resolve) => (end = resolve)));
    await setTimeout(50);
    await expect(impatient.alone(async () => {})).rejects.toThrow(DeskBusy);
    const own = impatient.alone(() => setTimeout(500)).catch((error) => error);
    await expect(impatient.alone(async () => {})).rejects.toThrow(DeskBusy);
    expect(await own).toBeInstanceOf(DeskBusy);
    end();
    await writing;
    await impatient.alone(async (one) => expect(await one.find({ slug: bakery.slug })).toBe(bakery.slug));
  });

  test("says that it cannot be written where the database can only be read, or is away", async () => {
    await archive.pool.query(`ALTER DATABASE ${new URL(archive.url).pathname.slice(1)} SET default_transaction_read_only = on`);
    const readOnly = openPool(archive.url, () => {});
    await expect(openDatabaseDesk(readOnly).alone(async () => {})).rejects.toThrow(/only be read/);
    await readOnly.end();
    const away = openPool("postgres://verbatim:s3cret@127.0.0.1:1/none", () => {});
    await expect(openDatabaseDesk(away).alone(async () => {})).rejects.toThrow(DeskUnwritable);
    await away.end();
  });

  test("leaves nothing of a change whose connection is killed in the middle, and writes again afterwards", async () => {
    const killer = new pg.Client(archive.url);
    await killer.connect();
    const killed = desk.alone(async (writing) => {
      await writing.write({ of: "withdrawal", tombstone: tombstone(harbour) });
      await killer.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()");
      await writing.write(put(rewritten("Kuchen")));
    });
    await expect(killed).rejects.toThrow(DeskUnwritable);
    await killer.end();
    expect((await served(harbour.slug)).revision).toBe(harbour.revision);
    expect(await kinds()).toEqual([]);
    await write({ of: "withdrawal", tombstone: tombstone(harbour) });
    expect(await kinds()).toEqual([`withdrawn ${harbour.slug}`]);
  });
});
