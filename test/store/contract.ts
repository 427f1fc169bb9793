import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuoteItem } from "../../src/article/model/items.ts";
import type { Article } from "../../src/article/model/schema.ts";
import type { ArticlesQuery, Asked, Page, QuotesQuery, SpeakersQuery, Store } from "../../src/store/store.ts";
import { sampleArticles } from "../fixtures.ts";
import { phrases } from "./search-query.ts";

const articles: Asked<ArticlesQuery> = { limit: 100 };
const quotes: Asked<QuotesQuery> = { limit: 100 };
const speakers: Asked<SpeakersQuery> = { limit: 100 };

const slugs = (page: Page) => page.items.map((item) => JSON.parse(item).slug as string);
const texts = (page: Page) => page.items.map((item) => JSON.parse(item).text as string);
const ids = (page: Page) => page.items.map((item) => JSON.parse(item).id as string);

/** The promises of `Store`, for every store: `open` gives one that holds exactly these articles. */
export function storeContract(name: string, open: (articles: Article[]) => Promise<{ store: Store; close: () => Promise<void> }>): void {
  describe(`${name} keeps the store's promises`, () => {
    let store: Store;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open(sampleArticles()));
    });
    afterAll(() => close());

    test("gives the exact JSON of an article", async () => {
      for (const article of sampleArticles()) {
        expect(await store.article(article.slug)).toEqual({ state: "found", json: JSON.stringify(article) });
      }
    });

    test("tells old slugs and ids from removed and unknown ones", async () => {
      expect(await store.article("harbour-old")).toEqual({ state: "moved", to: "harbour-to-close" });
      expect(await store.article("nowhere")).toEqual({ state: "unknown" });
      expect(await store.quote("zzzz0000")).toEqual({ state: "removed", slug: "harbour-to-close" });
      expect(await store.quote("nowhere")).toEqual({ state: "unknown" });
      expect(await store.speaker("nobody")).toEqual({ state: "unknown" });
      expect(await store.speakerSummary("nobody")).toEqual({ state: "unknown" });
    });

    test("answers unknown to ids no database could hold", async () => {
      for (const odd of ["", "\0", "a\0b", "\ud800", "'; DROP TABLE articles; --", "%", "x".repeat(10_000)]) {
        expect((await store.article(odd)).state).toBe("unknown");
        expect((await store.quote(odd)).state).toBe("unknown");
        expect((await store.speaker(odd)).state).toBe("unknown");
        expect((await store.speakerSummary(odd)).state).toBe("unknown");
        expect((await store.quotes({ ...quotes, speakers: [odd], articles: [odd] })).total).toBe(0);
        expect((await store.articles({ ...articles, speakers: [odd], languages: [odd] })).total).toBe(0);
      }
    });

    test("orders articles by date, undated ones by their import, then by slug", async () => {
      expect(slugs(await store.articles(articles))).toEqual(["harbour-to-close", "bäckerei-öffnet", "council-minutes"]);
    });

    test("orders articles by when what is served last changed, whatever the source's own date", async () => {
      expect(slugs(await store.articles({ ...articles, sort: "updated" }))).toEqual([
        "bäckerei-öffnet",
        "harbour-to-close",
        "council-minutes",
      ]);
    });

    test("filters articles by words, phrases, speaker, language and date", async () => {
      const list = async (filter: Partial<ArticlesQuery>) => slugs(await store.articles({ ...articles, ...filter }));
      expect(await list({ words: phrases(["backerei"]) })).toEqual(["bäckerei-öffnet"]);
      expect(await list({ words: phrases(["boats", "go"], ["loss"]) })).toEqual(["harbour-to-close"]);
      expect(await list({ words: phrases(["go", "boats"]) })).toEqual([]);
      expect(await list({ words: phrases(["loss", "for", "brackwater"]) })).toEqual(["harbour-to-close"]);
      expect(await list({ words: phrases(["brackwater", "by", "jo"]) })).toEqual([]);
      expect(await list({ words: phrases() })).toEqual([]);
      expect(await list({ speakers: ["ada-quill"] })).toEqual(["harbour-to-close", "council-minutes"]);
      expect(await list({ languages: ["DE"] })).toEqual(["bäckerei-öffnet"]);
      expect(await list({ languages: ["d"] })).toEqual([]);
      expect(await list({ publishedFrom: "2024-05-02" })).toEqual(["harbour-to-close", "bäckerei-öffnet"]);
      expect(await list({ publishedTo: "2024-05-02" })).toEqual(["harbour-to-close", "bäckerei-öffnet"]);
      expect(await list({ publishedTo: "2024-05-02T07:59:59Z" })).toEqual(["bäckerei-öffnet"]);
      expect(await list({ publishedFrom: "2024-05-03", publishedTo: "2024-05-01" })).toEqual([]);
    });

    test("looks for the words of a claim in some articles, or in those of some days", async () => {
      const look = async (more: Partial<Parameters<Store["candidates"]>[0]>) => {
        const { articles: found, searched } = await store.candidates({ probes: [["loss"], ["brot"]], limit: 9, ...more });
        return [found.map(({ article }) => article.slug).sort(), searched.articleCount];
      };
      expect(await look({})).toEqual([["bäckerei-öffnet", "harbour-to-close"], 3]);
      expect(await look({ articles: ["harbour-old", "council-minutes"] })).toEqual([["harbour-to-close"], 2]);
      expect(await look({ articles: [] })).toEqual([[], 0]);
      expect(await look({ except: ["harbour-old", "nowhere"] })).toEqual([["bäckerei-öffnet"], 2]);
      expect(await look({ articles: ["\0", "nowhere"] })).toEqual([[], 0]);
      expect(await look({ publishedTo: "2024-05-02T07:59:59Z" })).toEqual([["bäckerei-öffnet"], 1]);
      expect(await look({ publishedFrom: "2024-05-02", articles: ["harbour-to-close"] })).toEqual([["harbour-to-close"], 1]);
      expect(await look({ publishedFrom: "2024-05-03", publishedTo: "2024-05-01" })).toEqual([[], 0]);
      expect(
        await look({
          probes: [
            [
              ["boats", "ships"],
              ["went", "go"],
            ],
          ],
        }),
      ).toEqual([["harbour-to-close"], 3]);
      expect(
        await look({
          probes: [
            [
              ["go", "gone"],
              ["boats", "ships"],
            ],
          ],
        }),
      ).toEqual([[], 3]);
    });

    test("counts a probe once, in whatever forms an article has it", async () => {
      const [first] = (await store.candidates({ probes: [[["loss", "boats", "fight"]], ["brot"], ["backerei"]], limit: 1 })).articles;
      expect(first?.article.slug).toBe("bäckerei-öffnet");
    });

    test("embeds the article and the words around in every quote", async () => {
      const page = await store.quotes({ ...quotes, words: phrases(["brot"]) });
      const [item] = page.items.map((json) => JSON.parse(json) as QuoteItem);
      expect(item?.article).toMatchObject({ slug: "bäckerei-öffnet", publishedAt: "2024-05-02", rights: { holder: "Verbatim" } });
      expect(item?.context).toEqual({ before: "Bäckerei öffnet\n\n“", after: "” said Zoë Ångström." });
      expect(await store.quote(item?.id ?? "")).toEqual({ state: "found", json: page.items[0] });
    });

    test("filters quotes by speaker, kind, article, words and date", async () => {
      const list = async (filter: Partial<QuotesQuery>) => texts(await store.quotes({ ...quotes, ...filter }));
      expect(await list({ speakers: ["ada-quill"] })).toEqual([
        "It is a loss for all of us, … We will fight.",
        "Where shall the boats go?",
        "we will see",
      ]);
      expect(await list({ speakers: ["zoë-ångström", "council-minutes~a-clerk"] })).toEqual(["Brot für alle 🥨,", "No."]);
      expect(await list({ speakers: [null] })).toEqual(["Not without us"]);
      expect(await list({ speakers: [null, "zoë-ångström"] })).toEqual(["Not without us", "Brot für alle 🥨,"]);
      expect(await list({ kinds: ["mixed"] })).toEqual(["we will see"]);
      expect(await list({ articles: ["harbour-old"], kinds: ["indirect"] })).toEqual(["it had no other choice"]);
      expect(await list({ words: phrases(["we", "will"]) })).toEqual(["It is a loss for all of us, … We will fight.", "we will see"]);
      expect(await list({ words: phrases(["us", "we"]) })).toEqual([]);
      expect(await list({ publishedFrom: "2024-01-01", speakers: ["ada-quill"], kinds: ["mixed"] })).toEqual([]);
    });

    test("counts a speaker's quotes and articles and lists speakers by name or by quotes", async () => {
      const all = await store.speakers(speakers);
      expect(ids(all)).toEqual(["council-minutes~a-clerk", "ada-quill", "port-authority-of-brackwater", "zoë-ångström"]);
      expect(ids(await store.speakers({ ...speakers, sort: "quotes" }))[0]).toBe("ada-quill");
      expect(ids(await store.speakers({ ...speakers, speakerTypes: ["organisation"] }))).toEqual(["port-authority-of-brackwater"]);
      expect(ids(await store.speakers({ ...speakers, words: phrases(["angstrom"]) }))).toEqual(["zoë-ångström"]);
      const [first] = (await store.speakers({ ...speakers, sort: "quotes" })).items;
      expect(await store.speakerSummary("ada-quill")).toEqual({ state: "found", json: first });
      const quill = await store.speaker("ada-quill");
      expect(quill.state === "found" && JSON.parse(quill.json)).toMatchObject({
        id: "ada-quill",
        quoteCount: 3,
        articleCount: 2,
        appearances: [
          { article: { slug: "harbour-to-close" }, quoteCount: 2 },
          { article: { slug: "council-minutes" }, quoteCount: 1 },
        ],
      });
    });

    test("pages every list without repeating or losing an item", async () => {
      const walk = async (ask: (after: Page["next"]) => Promise<Page>): Promise<string[]> => {
        const items: string[] = [];
        for (let after: Page["next"] = null, first = true; first || after !== null; first = false) {
          const page = await ask(after);
          expect(page.items.length).toBe(1);
          items.push(...page.items);
          after = page.next;
        }
        return items;
      };
      for (const sort of ["published", "updated"] as const) {
        const whole = await store.articles({ ...articles, sort });
        expect(whole.next).toBeNull();
        expect(await walk((after) => store.articles({ ...articles, sort, limit: 1, after }))).toEqual(whole.items);
      }
      for (const filter of [{}, { speakers: ["ada-quill"] }, { speakers: ["ada-quill", null] }]) {
        const whole = await store.quotes({ ...quotes, ...filter });
        expect(await walk((after) => store.quotes({ ...quotes, ...filter, limit: 1, after }))).toEqual(whole.items);
      }
      for (const sort of ["name", "quotes"] as const) {
        const whole = await store.speakers({ ...speakers, sort });
        expect(await walk((after) => store.speakers({ ...speakers, sort, limit: 1, after }))).toEqual(whole.items);
      }
    });

    test("gives the total of the whole filtered list on every page", async () => {
      const first = await store.quotes({ ...quotes, speakers: ["ada-quill"], limit: 1 });
      expect(first.total).toBe(3);
      expect((await store.quotes({ ...quotes, speakers: ["ada-quill"], limit: 1, after: first.next })).total).toBe(3);
    });

    test("gives the total alone for a limit of 0", async () => {
      for (const asked of [
        {},
        { speakers: ["ada-quill"] },
        { speakers: ["ada-quill", null] },
        { words: phrases(["loss"]) },
        { articles: ["harbour-to-close"] },
      ]) {
        const { total } = await store.quotes({ ...quotes, ...asked });
        expect(await store.quotes({ ...quotes, ...asked, limit: 0 })).toEqual({ items: [], total, next: null });
      }
      for (const asked of [
        {},
        { speakers: ["ada-quill"] },
        { languages: ["en"] },
        { words: phrases(["harbour"]) },
        { sort: "updated" as const },
      ]) {
        const { total } = await store.articles({ ...articles, ...asked });
        expect(await store.articles({ ...articles, ...asked, limit: 0 })).toEqual({ items: [], total, next: null });
      }
      const { total } = await store.speakers(speakers);
      expect(await store.speakers({ ...speakers, limit: 0 })).toEqual({ items: [], total, next: null });
      for (const sort of ["relevance", "published"] as const) {
        const hits = await store.search({ words: phrases(["harbour"]), sort, limit: 20 });
        expect(hits.total).toBeGreaterThan(0);
        expect(await store.search({ words: phrases(["harbour"]), sort, limit: 0 })).toEqual({ ...hits, items: [], next: null });
      }
    });

    test("gives a directory of each kind: ids in the order of their bytes, each with its last change", async () => {
      const whole = { after: null, skip: 0, limit: 100 };
      expect(await store.directory({ of: "articles", ...whole })).toEqual([
        { id: "bäckerei-öffnet", changedAt: "2026-01-02T03:04:05Z" },
        { id: "council-minutes", changedAt: "2023-01-01T00:00:00Z" },
        { id: "harbour-to-close", changedAt: "2026-01-02T03:04:05Z" },
      ]);
      const quoted = await store.directory({ of: "quotes", ...whole });
      expect(quoted.map(({ id }) => id)).toEqual(ids(await store.quotes(quotes)).sort());
      for (const { id, changedAt } of quoted) {
        const found = await store.quote(id);
        const { article } = JSON.parse(found.state === "found" ? found.json : "{}") as QuoteItem;
        const of = (await store.directory({ of: "articles", ...whole })).find(({ id: slug }) => slug === article.slug);
        expect(changedAt).toBe(of?.changedAt);
      }
      expect(await store.directory({ of: "speakers", ...whole })).toEqual([
        { id: "ada-quill", changedAt: "2026-01-02T03:04:05Z" },
        { id: "council-minutes~a-clerk", changedAt: "2023-01-01T00:00:00Z" },
        { id: "port-authority-of-brackwater", changedAt: "2026-01-02T03:04:05Z" },
        { id: "zoë-ångström", changedAt: "2026-01-02T03:04:05Z" },
      ]);
      for (const list of ["articles", "quotes", "speakers"] as const) {
        const all = await store.directory({ of: list, ...whole });
        const [first] = all;
        expect(await store.directory({ of: list, after: first?.id ?? null, skip: 1, limit: 1 })).toEqual(all.slice(2, 3));
        expect(await store.directory({ of: list, after: null, skip: all.length, limit: 9 })).toEqual([]);
        expect(await store.directory({ of: list, after: all.at(-1)?.id ?? null, skip: 0, limit: 9 })).toEqual([]);
      }
    });

    test("is ready and says how many articles it holds", async () => {
      expect(await store.health()).toEqual({ ready: true, articles: 3, problems: [] });
    });
  });
}
