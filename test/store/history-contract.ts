import { afterEach, describe, expect, test } from "vitest";
import { SpeakerRegistry } from "../../src/article/corrections/speaker-registry.ts";
import type { Change } from "../../src/article/model/history.ts";
import type { Article } from "../../src/article/model/schema.ts";
import type { DeskChange } from "../../src/store/desk.ts";
import type { Store } from "../../src/store/store.ts";
import { ferryFares, formerOf, sampleHistory, shortArticle, tombstoneOf } from "../history.ts";
import { phrases } from "./search-query.ts";

/** A store, and how what it serves is changed: `write` returns when the change is served. */
export interface ChangingStore {
  store: Store;
  write: (change: DeskChange) => Promise<void>;
  close: () => Promise<void>;
}

const OLD = ferryFares("It is daylight robbery,");
const NEW = ferryFares("It is a fair price,");
const quoteOf = (article: Article, index: number) => article.quotes[index]?.id ?? "";

/** The promises of `Store` about what became of articles, for every store that is served and written. `open` gives one that holds these articles. */
export function historyContract(name: string, open: (articles: Article[]) => Promise<ChangingStore>): void {
  const opened: ChangingStore[] = [];
  const start = async (articles: Article[]) => {
    const changing = await open(articles);
    opened.push(changing);
    const { store, write } = changing;
    return {
      store,
      write,
      put: (machine: Article, more: Partial<Extract<DeskChange, { of: "article" }>> = {}) =>
        write({ of: "article", machine, raw: new TextEncoder().encode(machine.headline.text), renamedFrom: null, former: null, ...more }),
      withdraw: (article: Article, at = "2025-06-01T00:00:00Z") =>
        write({ of: "withdrawal", tombstone: tombstoneOf(article, at, "The interview was not authorised.") }),
      read: async (slug: string): Promise<Article> => {
        const found = await store.article(slug);
        if (found.state !== "found") throw new Error(`expected ${slug}, it is ${found.state}`);
        return JSON.parse(found.json);
      },
      changes: async (after = 0) => (await store.changes({ after, limit: 100 })).items,
    };
  };
  const told = (changes: Change[]) => changes.map(({ change, slug, previousSlug }) => [change, slug, previousSlug]);

  describe(`${name} keeps what became of articles`, () => {
    afterEach(async () => {
      for (const { close } of opened.splice(0)) await close();
    });

    test("what was there from the beginning was added by its import, in the order of imports and slugs", async () => {
      const early = "2025-02-01T00:00:00Z";
      const [late, b, a] = [NEW, shortArticle("b-news", "Ida Brook", "Yes,", early), shortArticle("a-news", "Kit Moss", "No,", early)];
      const { changes, read, store } = await start([late, b, a]);
      expect(await changes()).toEqual(
        [a, b, late].map(({ slug, importedAt: at, revision }) => ({
          seq: expect.any(Number),
          at,
          change: "added",
          slug,
          revision,
          previousSlug: null,
          reason: null,
        })),
      );
      expect((await read(late.slug)).modifiedAt).toBe(late.importedAt);
      const seqs = (await changes()).map(({ seq }) => seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
      const { items, last } = await store.changes({ after: seqs[0] ?? 0, limit: 1 });
      expect([items.map(({ seq }) => seq), last]).toEqual([[seqs[1]], seqs[2]]);
      expect(await store.changes({ after: last, limit: 9 })).toEqual({ items: [], last });
      expect(await store.changes({ after: last + 7, limit: 9 })).toEqual({ items: [], last });
    });

    test("an empty archive has no changes", async () => {
      const { store } = await start([]);
      expect(await store.changes({ after: 0, limit: 9 })).toEqual({ items: [], last: 0 });
    });

    test("a stated moment of change is kept for what was not there before", async () => {
      const stated = { ...NEW, modifiedAt: "2025-03-05T00:00:00Z" };
      const { changes, read, put } = await start([]);
      await put(stated);
      expect((await read(stated.slug)).modifiedAt).toBe(stated.modifiedAt);
      expect(await changes()).toMatchObject([{ change: "added", at: stated.modifiedAt }]);
    });

    test("another text moves the moment of change, is one change, and keeps the text before", async () => {
      const { store, changes, read, put } = await start([OLD]);
      const begun = new Date().toISOString().slice(0, 19);
      const former = formerOf(OLD, OLD.importedAt, "2025-03-02T10:00:00Z");
      await put(NEW, { former });
      const { modifiedAt } = await read(NEW.slug);
      expect(modifiedAt?.slice(0, 19).localeCompare(begun)).toBeGreaterThanOrEqual(0);
      expect(modifiedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(told(await changes())).toEqual([
        ["added", NEW.slug, null],
        ["changed", NEW.slug, null],
      ]);
      expect((await changes()).at(-1)).toMatchObject({ at: modifiedAt, revision: NEW.revision, reason: null });
      expect(await store.revisions(NEW.slug)).toEqual([former]);
      expect((await store.articles({ limit: 9, modifiedFrom: begun.slice(0, 10) })).total).toBe(1);
      expect(await store.directory({ of: "articles", after: null, skip: 0, limit: 9 })).toEqual([{ id: NEW.slug, changedAt: modifiedAt }]);
      // What is the same once more is no change.
      await put(NEW);
      expect(await changes()).toHaveLength(2);
      expect((await read(NEW.slug)).modifiedAt).toBe(modifiedAt);
    });

    test("a text that comes back is a change like any other, and both texts were served before", async () => {
      const { store, changes, put } = await start([OLD]);
      const first = formerOf(OLD, OLD.importedAt, "2025-03-02T10:00:00Z");
      const second = formerOf(NEW, "2025-03-02T10:00:00Z", "2025-03-03T10:00:00Z");
      await put(NEW, { former: first });
      await put(OLD, { former: second });
      expect((await changes()).map(({ revision }) => revision)).toEqual([OLD.revision, NEW.revision, OLD.revision]);
      expect(await store.revisions(OLD.slug)).toEqual([second, first]);
      const again = { ...first, served: [...first.served, { from: "2025-03-03T10:00:00Z", until: "2025-03-04T10:00:00Z" }] };
      await put(NEW, { former: again });
      expect(await store.revisions(OLD.slug)).toEqual([again, second]);
    });

    test("corrections and the registry of speakers change what they touch, and nothing else", async () => {
      const other = shortArticle("lido-news", "Ida Brook", "The water is freezing,", "2025-04-01T09:00:00Z");
      const { changes, read, write } = await start([NEW, other]);
      await write({ of: "registry", registry: SpeakerRegistry.parse({ speakers: [{ id: "ida-brook", name: "Ida B. Brook" }] }) });
      expect(told((await changes()).slice(2))).toEqual([["changed", other.slug, null]]);
      expect((await read(NEW.slug)).modifiedAt).toBe(NEW.importedAt);
      await write({
        of: "edits",
        slug: NEW.slug,
        edits: { edits: [{ op: "reject", quote: { id: quoteOf(NEW, 0), text: NEW.quotes[0]?.text ?? "" } }] },
      });
      expect(told((await changes()).slice(3))).toEqual([["changed", NEW.slug, null]]);
      expect((await read(NEW.slug)).modifiedAt).not.toBe(NEW.importedAt);
    });

    test("another slug is a renaming, with whatever else changed; what was served before comes along", async () => {
      const { store, changes, put } = await start([OLD]);
      const former = formerOf(OLD, OLD.importedAt, "2025-03-02T10:00:00Z");
      const renamed = ferryFares("It is a fair price,", { slug: "ferry-to-cost-more", aliases: [OLD.slug] });
      await put(renamed, { former, renamedFrom: OLD.slug });
      expect(told((await changes()).slice(1))).toEqual([["renamed", renamed.slug, OLD.slug]]);
      expect((await changes()).at(-1)?.revision).toBe(renamed.revision);
      expect(await store.article(OLD.slug)).toEqual({ state: "moved", to: renamed.slug });
      expect((await store.revisions(renamed.slug)).map(({ revision }) => revision)).toEqual([OLD.revision]);
    });

    test("a withdrawn article answers with its notice, by every name, and so do its quotes", async () => {
      const article = ferryFares("It is a fair price,", { aliases: ["ferry-old"] });
      const { store, changes, withdraw } = await start([article]);
      await withdraw({ ...article, removedQuotes: ["zzzz0000"] });
      const notice = { state: "withdrawn", slug: article.slug, at: "2025-06-01T00:00:00Z", reason: "The interview was not authorised." };
      for (const slug of [article.slug, "ferry-old"]) expect(await store.article(slug)).toEqual(notice);
      for (const id of [quoteOf(article, 0), quoteOf(article, 1), "zzzz0000"]) expect(await store.quote(id)).toEqual(notice);
      expect((await changes()).slice(1)).toMatchObject([
        { change: "withdrawn", slug: article.slug, at: notice.at, revision: null, reason: notice.reason },
      ]);
      expect(await store.revisions(article.slug)).toEqual([]);
    });

    test("a withdrawn article is in no list, count, search, name or speaker", async () => {
      const other = shortArticle("lido-news", "Ida Brook", "The water is freezing,", "2025-04-01T09:00:00Z");
      const { store, put, withdraw } = await start([OLD, other]);
      await put(NEW, { former: formerOf(OLD, OLD.importedAt, "2025-03-02T10:00:00Z") });
      await withdraw(NEW);
      expect((await store.articles({ limit: 9 })).total).toBe(1);
      expect((await store.quotes({ limit: 9 })).total).toBe(1);
      expect((await store.speakers({ limit: 9 })).total).toBe(1);
      expect((await store.speaker("nora-vint")).state).toBe("unknown");
      expect((await store.search({ words: phrases(["fair", "price"]), limit: 9 })).total).toBe(0);
      expect((await store.statistics({ limit: 9 })).totals.articleCount).toBe(1);
      expect(await store.directory({ of: "articles", after: null, skip: 0, limit: 9 })).toMatchObject([{ id: other.slug }]);
      for (const former of [false, true])
        expect((await store.candidates({ probes: [["fair"], ["daylight"]], former, limit: 9 })).articles).toEqual([]);
      expect(await store.health()).toMatchObject({ ready: true, articles: 1 });
    });

    test("a withdrawn article that is restored is added again, now; one that is withdrawn and purged keeps its notice", async () => {
      const { store, changes, read, write, withdraw } = await start([NEW]);
      await withdraw(NEW);
      await write({ of: "restoration", slug: NEW.slug });
      expect(told(await changes())).toEqual([
        ["added", NEW.slug, null],
        ["withdrawn", NEW.slug, null],
        ["added", NEW.slug, null],
      ]);
      const { modifiedAt } = await read(NEW.slug);
      expect((await changes()).at(-1)).toMatchObject({ at: modifiedAt, revision: NEW.revision });
      expect(modifiedAt?.localeCompare("2025-06-01T00:00:00Z")).toBe(1);
      await withdraw(NEW, "2025-07-01T00:00:00Z");
      await write({ of: "purge", slug: NEW.slug });
      expect(await store.article(NEW.slug)).toMatchObject({ state: "withdrawn", at: "2025-07-01T00:00:00Z" });
      expect((await store.quote(quoteOf(NEW, 0))).state).toBe("withdrawn");
      expect(told((await changes()).slice(3))).toEqual([["withdrawn", NEW.slug, null]]);
      await write({ of: "removal", slug: NEW.slug });
      expect(told((await changes()).slice(4))).toEqual([["removed", NEW.slug, null]]);
      expect(await store.article(NEW.slug)).toEqual({ state: "unknown" });
    });

    test("earlier texts are searched for the words of a claim, of articles that are served", async () => {
      const { store, put, write } = await start([
        OLD,
        shortArticle("lido-news", "Ida Brook", "The water is freezing,", "2025-04-01T09:00:00Z"),
      ]);
      const look = async (more: Partial<Parameters<Store["candidates"]>[0]> = {}) => {
        const { articles, searched } = await store.candidates({ probes: [["daylight", "robbery"]], former: true, limit: 9, ...more });
        return { found: articles.map(({ article }) => [article.slug, article.revision]), searched };
      };
      expect(await look()).toEqual({ found: [], searched: { articleCount: 0, quoteCount: 0 } });
      await put(NEW, { former: formerOf(OLD, OLD.importedAt, "2025-03-02T10:00:00Z") });
      const found = { found: [[NEW.slug, OLD.revision]], searched: { articleCount: 1, quoteCount: 2 } };
      expect(await look()).toEqual(found);
      expect((await look({ former: false })).found).toEqual([]);
      expect(await look({ speakers: ["nora-vint"] })).toEqual(found);
      expect((await look({ speakers: ["ida-brook"] })).found).toEqual([]);
      expect(await look({ articles: [NEW.slug, "lido-news"], except: ["lido-news"] })).toEqual(found);
      expect((await look({ except: [NEW.slug] })).found).toEqual([]);
      expect((await look({ publishedFrom: "2025-03-02" })).found).toEqual([]);
      expect((await look({ probes: [] })).found).toEqual([]);
      // A renamed article is named by the slug it has now.
      const renamed = ferryFares("It is a fair price,", { slug: "ferry-to-cost-more", aliases: [NEW.slug] });
      await put(renamed, { renamedFrom: NEW.slug });
      expect((await look()).found).toEqual([[renamed.slug, OLD.revision]]);
      expect(await look({ articles: [NEW.slug] })).toMatchObject({ found: [[renamed.slug, OLD.revision]] });
      // What is served is not looked for among earlier texts.
      await put(
        { ...ferryFares("It is daylight robbery,", { slug: renamed.slug, aliases: [NEW.slug] }) },
        { former: formerOf(renamed, OLD.importedAt, "2025-03-03T10:00:00Z") },
      );
      expect((await look()).found).toEqual([]);
      expect((await look({ probes: [["fair", "price"]] })).found).toEqual([[renamed.slug, renamed.revision]]);
      await write({ of: "withdrawal", tombstone: tombstoneOf({ ...renamed }, "2025-06-01T00:00:00Z", "Withdrawn.") });
      expect((await look({ probes: [["fair", "price"]] })).found).toEqual([]);
    });

    test("nothing is known of what never was", async () => {
      const { store } = await start(sampleHistory().articles.slice(0, 1));
      for (const odd of ["nowhere", "", "\0", "\ud800", "x".repeat(10_000)]) expect(await store.revisions(odd)).toEqual([]);
    });
  });
}
