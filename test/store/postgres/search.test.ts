import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { fold } from "../../../src/article/words/fold.ts";
import { searchHit } from "../../../src/article/words/highlight.ts";
import { parseQuery } from "../../../src/article/words/query.ts";
import { type Indexable, indexableOf } from "../../../src/article/words/searchable.ts";
import { similarWords } from "../../../src/article/words/spelling.ts";
import { pruneArticles } from "../../../src/store/postgres/loading/import-articles.ts";
import { datesOf, indexedWords } from "../../../src/store/rows.ts";
import type { SearchPage, SearchQuery } from "../../../src/store/store.ts";
import { buildArticle } from "../../article-builder.ts";
import { sampleArticles } from "../../fixtures.ts";
import { manyArticles } from "../many-articles.ts";
import { ANY_SEARCH } from "../search-query.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

/** More different words than a vector holds: such an article must be found all the same. */
const endless = buildArticle({
  slug: "endless",
  headline: "Endless",
  sections: [
    { paragraphs: [`Before. ${Array.from({ length: 30_000 }, (_, index) => `wordy${index}`).join(" ")} good relations after the tram`] },
  ],
});
/** A word longer than any index takes. */
const longWord = buildArticle({
  slug: "long-word",
  headline: `Long ${"ab".repeat(3_000)}`,
  sections: [{ paragraphs: [`One ${"ab".repeat(2_999)}c two`] }],
});
const articles = [...sampleArticles(), ...manyArticles(90), endless, longWord];
const indexables = new Map<string, Indexable>(articles.map((article) => [article.slug, indexableOf(article)]));

const searchableOfSlug = (slug: string) => (indexables.get(slug) as Indexable).searchable;

let server: PostgresServer;
let archive: Awaited<ReturnType<typeof openArchive>>;
beforeAll(async () => {
  server = await startPostgres();
  archive = await openArchive(server, articles);
});
afterAll(async () => {
  await archive.close();
  await server.remove();
});

const newestFirst = (a: Article, b: Article) => {
  const [x, y] = [datesOf(a).sortPublished, datesOf(b).sortPublished];
  return x === y ? (a.slug < b.slug ? -1 : 1) : x < y ? 1 : -1;
};
const vocabulary = new Set([...indexables.values()].flatMap(({ searchable: { words } }) => words.split(" ")));
const has = (words: string, phrase: string[]) => `${words} `.includes(` ${phrase.join(" ")} `);
const alternativesOf = (query: SearchQuery) =>
  query.phrases.map((phrase) => {
    const [word] = phrase;
    return query.fuzzy && phrase.length === 1 && word !== undefined
      ? [phrase, ...similarWords(word, vocabulary).map((other) => [other])]
      : [phrase];
  });

/** The hits as the interface defines them, told by reading every article. */
function expectedHits(query: SearchQuery): Article[] {
  const all = alternativesOf(query);
  const holdsAll = (words: string) => all.every((alternatives) => alternatives.some((phrase) => has(words, phrase)));
  const { speakers, kind } = query;
  const found = articles.filter((article) => {
    const indexable = indexables.get(article.slug) as Indexable;
    const { searchable } = indexable;
    const { narration } = indexedWords(indexable);
    const { published } = datesOf(article);
    if (query.article !== null && article.slug !== query.article && !article.aliases.includes(query.article)) return false;
    if (query.language !== null && !`${article.language?.toLowerCase()}-`.startsWith(`${query.language.toLowerCase()}-`)) return false;
    if (query.publishedFrom !== null && (published === null || published < query.publishedFrom)) return false;
    const quotes = article.quotes
      .filter((quote) => kind === null || quote.kind === kind)
      .filter(
        ({ attribution }) =>
          speakers?.some((id) => (id === null ? attribution.speakers.length === 0 : attribution.speakers.some((s) => s.id === id))) ?? true,
      );
    if (query.in === "quotes")
      return quotes.some((quote) => holdsAll(quote.segments.map((segment) => ` ${fold(segment.text)}`).join(" |")));
    if ((speakers !== null || kind !== null) && quotes.length === 0) return false;
    return holdsAll(query.in === "all" ? searchable.words : narration);
  });
  return found.sort(newestFirst);
}

const slugsOf = (page: SearchPage) => page.items.map((item) => JSON.parse(item).article.slug as string);

const WORDS = [
  "tram",
  "the",
  '"river wall"',
  '"tram will"',
  "votes",
  '"matter of"',
  "argues tram",
  '"said ines"',
  "clerk library",
  "endless wordy7777",
  '"good relations"',
  "ab".repeat(3_000),
  "ab".repeat(2_999),
  "nowhere",
  "öffnet",
  '"loss for brackwater"',
];
const queries: [string, SearchQuery][] = WORDS.flatMap((q) =>
  (["all", "quotes", "narration"] as const).flatMap((place) =>
    [
      {},
      { speakers: ["ines-marlow"] },
      { speakers: ["jun-sato", null], kind: "mixed" as const },
      { kind: "direct" as const },
      { language: "en" },
      { publishedFrom: "2021-04-01T00:00:00Z" },
      { article: "harbour-old" },
    ].map((filter): [string, SearchQuery] => [
      `${q.slice(0, 30)} in ${place} ${JSON.stringify(filter)}`,
      { ...ANY_SEARCH, phrases: parseQuery(q), in: place, ...filter },
    ]),
  ),
);

describe("search in PostgreSQL", () => {
  test("finds exactly the articles the interface defines, newest first, with their highlights", async () => {
    for (const [name, query] of queries) {
      const expected = expectedHits(query);
      const page = await archive.store.search(query);
      expect(slugsOf(page), name).toEqual(expected.slice(0, 100).map(({ slug }) => slug));
      expect(page.total, name).toBe(expected.length);
      const searched = { phrases: alternativesOf(query), in: query.in, speakers: query.speakers, kind: query.kind };
      expect(page.items, name).toEqual(expected.slice(0, 100).map(({ slug }) => searchHit(searchableOfSlug(slug), searched)));
    }
    expect(queries.filter(([, query]) => expectedHits(query).length > 0).length).toBeGreaterThan(80);
  });

  test("by relevance finds the same articles, each once over all pages, headlines in front", async () => {
    for (const [name, query] of queries.filter((_, index) => index % 5 === 0)) {
      const found: string[] = [];
      let after: SearchQuery["after"] = null;
      do {
        const page: SearchPage = await archive.store.search({ ...query, sort: "relevance", limit: 7, after });
        found.push(...slugsOf(page));
        after = page.next;
      } while (after !== null);
      expect([...found].sort(), name).toEqual(
        expectedHits(query)
          .map(({ slug }) => slug)
          .sort(),
      );
    }
    const [first] = slugsOf(await archive.store.search({ ...ANY_SEARCH, phrases: [["endless"]], sort: "relevance" }));
    expect(first).toBe("endless");
  });

  test("guesses misspelt words, and forgets words that no article has any longer", async () => {
    for (const q of ["trma", "libary", "brackwatter", '"river wal"', "tra"]) {
      const query = { ...ANY_SEARCH, phrases: parseQuery(q), fuzzy: true };
      expect(slugsOf(await archive.store.search(query)), q).toEqual(expectedHits(query).map(({ slug }) => slug));
    }
    expect((await archive.store.search({ ...ANY_SEARCH, phrases: [["trma"]], fuzzy: true })).total).toBeGreaterThan(0);
    const passing = buildArticle({ slug: "passing", headline: "Zeppelinhall", sections: [{ paragraphs: ["Nothing else."] }] });
    const other = buildArticle({ slug: "passing", headline: "Renamed", sections: [{ paragraphs: ["Nothing else."] }] });
    await archive.load([{ article: passing }]);
    const search = () => archive.store.search({ ...ANY_SEARCH, phrases: [["zeppelinhal"]], fuzzy: true });
    expect((await search()).total).toBe(1);
    await archive.load([{ article: other }]);
    expect((await search()).total).toBe(0);
    await pruneArticles(archive.pool, new Set(articles.map(({ slug }) => slug)));
  });

  test("counts the hits of the whole list by speaker and by year", async () => {
    const query = { ...ANY_SEARCH, phrases: [["tram"]], facets: true, limit: 1 };
    const facets = JSON.parse((await archive.store.search(query)).facets ?? "");
    const hits = expectedHits(query);
    const years = new Map<number | null, number>();
    const speakers = new Map<string, number>();
    for (const hit of hits) {
      const year = hit.publishedAt === null ? null : Number(hit.publishedAt.slice(0, 4));
      years.set(year, (years.get(year) ?? 0) + 1);
      for (const { id } of hit.speakers) speakers.set(id, (speakers.get(id) ?? 0) + 1);
    }
    expect(facets.years).toEqual([...years].map(([year, count]) => ({ year, count })).sort((a, b) => (b.year ?? -1) - (a.year ?? -1)));
    const counts = [...speakers].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 20);
    expect(facets.speakers.map(({ id, count }: { id: string; count: number }) => [id, count])).toEqual(counts);
    expect((await archive.store.search({ ...query, facets: false })).facets).toBeNull();
  });

  test("gives the candidates of a claim: those that hold most probes first, and how much was searched", async () => {
    const probes = [
      ["matter", "of"],
      ["tram", "will", "cost"],
      ["river", "wall"],
      ["good", "relations", "after"],
    ];
    const held = (article: Article) => probes.filter((probe) => has(searchableOfSlug(article.slug).words, probe)).length;
    for (const speakers of [null, ["jun-sato"]]) {
      const admitted = articles.filter((article) => speakers === null || article.speakers.some(({ id }) => speakers.includes(id)));
      const expected = admitted.filter((article) => held(article) > 0).sort((a, b) => held(b) - held(a) || newestFirst(a, b));
      const { articles: found, searched } = await archive.store.candidates({ probes, article: null, speakers, limit: 15 });
      expect(found).toEqual(expected.slice(0, 15).map(({ slug }) => searchableOfSlug(slug)));
      expect(searched).toEqual({ articles: admitted.length, quotes: admitted.reduce((sum, { quotes }) => sum + quotes.length, 0) });
    }
    const none = await archive.store.candidates({ probes: [], article: null, speakers: null, limit: 5 });
    expect(none).toMatchObject({ articles: [], searched: { articles: articles.length } });
    const one = await archive.store.candidates({ probes: [["loss"]], article: "harbour-old", speakers: null, limit: 5 });
    expect(one).toMatchObject({ searched: { articles: 1, quotes: 4 } });
    expect(one.articles).toHaveLength(1);
  });
});

test("a word is told by the index, a phrase by the texts of the articles that have its words", async () => {
  const own = await openArchive(server, [
    buildArticle({ slug: "told", headline: "Told", sections: [{ paragraphs: ["They met at sea. Harbour workers met them."] }] }),
    buildArticle({ slug: "apart", headline: "Apart", sections: [{ paragraphs: ["Sea at harbour", "workers met at", "sea"] }] }),
  ]);
  const found = async (...phrases: string[][]) => {
    const query = { ...ANY_SEARCH, phrases, sort: "newest" as const };
    return (await own.store.search(query)).items.map((item) => JSON.parse(item).article.slug);
  };
  expect(await found(["at", "sea"])).toEqual(["told"]);
  expect(await found(["met", "at", "sea"])).toEqual(["told"]);
  expect(await found(["harbour", "workers"])).toEqual(["told"]);
  expect(await found(["workers"], ["at", "sea"])).toEqual(["told"]);
  await own.pool.query("UPDATE article_words SET words = ''");
  expect((await own.store.articles({ ...ANY_SEARCH, speaker: null, sort: "published", phrases: [["workers"]] })).total).toBe(2);
  expect((await own.store.articles({ ...ANY_SEARCH, speaker: null, sort: "published", phrases: [["harbour", "workers"]] })).total).toBe(0);
  await own.close();
});

test("by relevance the headlines that have the words come first, then the best 200 hits and then the others, each newest first", async () => {
  const report = (number: number) =>
    buildArticle({
      slug: `report-${number}`,
      headline: `Report ${number}`,
      sections: [{ paragraphs: ["The ferry was late."] }],
      publishedAt: `${2000 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`,
    });
  const reports = Array.from({ length: 220 }, (_, number) => report(number));
  const often = {
    slug: "often",
    headline: "Notes",
    sections: [{ paragraphs: ["Ferry, ferry, ferry: a ferry."] }],
    publishedAt: "1990-01-01",
  };
  const titled = { slug: "titled", headline: "Ferry", sections: [{ paragraphs: ["Nothing more."] }], publishedAt: "1980-01-01" };
  const own = await openArchive(server, [...reports, buildArticle(often), buildArticle(titled)]);
  const found: string[] = [];
  let after: SearchQuery["after"] = null;
  do {
    const page: SearchPage = await own.store.search({ ...ANY_SEARCH, phrases: [["ferry"]], sort: "relevance", limit: 50, after });
    found.push(...slugsOf(page));
    after = page.next;
  } while (after !== null);
  const newest = reports.map(({ slug }) => slug).reverse();
  expect(found).toEqual(["titled", ...newest.slice(0, 198), "often", ...newest.slice(198)]);
  await own.close();
});
