import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { fold } from "../../../src/article/words/fold.ts";
import { searchHit } from "../../../src/article/words/highlight.ts";
import { isInflected } from "../../../src/article/words/inflections.ts";
import { hasProbe } from "../../../src/article/words/probe.ts";
import { everyWord, parseQuery } from "../../../src/article/words/query.ts";
import { type Indexable, indexableOf } from "../../../src/article/words/searchable.ts";
import { holds, soughtBy, wordsToGuess } from "../../../src/article/words/sought.ts";
import { similarWords } from "../../../src/article/words/spelling.ts";
import { pruneArticles } from "../../../src/store/postgres/import-articles.ts";
import { datesOf, indexedWords } from "../../../src/store/rows.ts";
import type { Page, SearchQuery } from "../../../src/store/store.ts";
import { buildArticle } from "../../article-builder.ts";
import { sampleArticles } from "../../fixtures.ts";
import { manyArticles } from "../many-articles.ts";
import { admitsArticle, admittedQuotes, asksOfQuotes } from "../plain-filters.ts";
import { ANY_SEARCH, phrases } from "../search-query.ts";
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
  headline: `Long ${"ab".repeat(1_000)}`,
  sections: [{ paragraphs: [`One ${"ab".repeat(999)}c two`] }],
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
const soughtIn = ({ words, fuzzy }: SearchQuery) =>
  soughtBy(words, new Map(fuzzy ? wordsToGuess(words).map((word) => [word, similarWords(word, vocabulary)]) : []));

/** The hits as the interface defines them, told by reading every article. */
function expectedHits(query: SearchQuery): Article[] {
  const sought = soughtIn(query);
  const found = articles.filter((article) => {
    const indexable = indexables.get(article.slug) as Indexable;
    const { searchable } = indexable;
    const { narration } = indexedWords(indexable);
    const holdsAll = (words: string) => holds(words, isInflected(article.language) ? sought.inflected : sought.exact);
    if (!admitsArticle(article, query)) return false;
    const quotes = admittedQuotes(article, query);
    if (query.in === "quotes")
      return quotes.some((quote) => holdsAll(quote.segments.map((segment) => ` ${fold(segment.text)}`).join(" |")));
    if (asksOfQuotes(query) && quotes.length === 0) return false;
    return holdsAll(query.in === "all" ? searchable.words : narration);
  });
  return found.sort(newestFirst);
}

const slugsOf = (page: Page) => page.items.map((item) => JSON.parse(item).article.slug as string);

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
  "ab".repeat(1_000),
  "ab".repeat(999),
  "nowhere",
  "öffnet",
  '"loss for brackwater"',
];
const FILTERS: Partial<SearchQuery>[] = [
  {},
  { speakers: ["ines-marlow"] },
  { speakers: ["jun-sato", null], kinds: ["mixed"] },
  { kinds: ["direct"] },
  { languages: ["en"] },
  { publishedFrom: "2021-04-01T00:00:00Z" },
  { articles: ["harbour-old"] },
];
const queries: [string, SearchQuery][] = WORDS.flatMap((q) =>
  (["all", "quotes", "narration"] as const).flatMap((place) =>
    FILTERS.map((filter): [string, SearchQuery] => [
      `${q.slice(0, 30)} in ${place} ${JSON.stringify(filter)}`,
      { ...ANY_SEARCH, words: parseQuery(q), in: place, ...filter },
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
      const searched = { ...query, sought: soughtIn(query) };
      expect(page.items, name).toEqual(expected.slice(0, 100).map(({ slug }) => searchHit(searchableOfSlug(slug), searched)));
    }
    expect(queries.filter(([, query]) => expectedHits(query).length > 0).length).toBeGreaterThan(80);
  });

  test("by relevance finds the same articles, each once over all pages: headlines with all phrases first, then newest first", async () => {
    for (const [name, query] of queries.filter((_, index) => index % 5 === 0)) {
      const found: string[] = [];
      let after: SearchQuery["after"] = null;
      do {
        const page: Page = await archive.store.search({ ...query, sort: "relevance", limit: 7, after });
        found.push(...slugsOf(page));
        after = page.next;
      } while (after !== null);
      const isTitled = ({ slug }: Article) => {
        const { headline } = indexedWords(indexables.get(slug) as Indexable);
        return holds(headline, { all: soughtIn(query).inflected.all, none: [] });
      };
      const hits = expectedHits(query);
      const inOrder = [...hits.filter(isTitled), ...hits.filter((hit) => !isTitled(hit))];
      expect(found, name).toEqual(inOrder.map(({ slug }) => slug));
    }
    const [first] = slugsOf(await archive.store.search({ ...ANY_SEARCH, words: phrases(["endless"]), sort: "relevance" }));
    expect(first).toBe("endless");
  });

  test("guesses misspelt words, and forgets words that no article has any longer", async () => {
    for (const q of ["trma", "libary", "brackwatter", '"river wal"', "tra"]) {
      const query = { ...ANY_SEARCH, words: parseQuery(q), fuzzy: true };
      expect(slugsOf(await archive.store.search(query)), q).toEqual(expectedHits(query).map(({ slug }) => slug));
    }
    expect((await archive.store.search({ ...ANY_SEARCH, words: everyWord("trma"), fuzzy: true })).total).toBeGreaterThan(0);
    const passing = buildArticle({ slug: "passing", headline: "Zeppelinhall", sections: [{ paragraphs: ["Nothing else."] }] });
    const other = buildArticle({ slug: "passing", headline: "Renamed", sections: [{ paragraphs: ["Nothing else."] }] });
    await archive.load([{ article: passing }]);
    const search = () => archive.store.search({ ...ANY_SEARCH, words: everyWord("zeppelinhal"), fuzzy: true });
    expect((await search()).total).toBe(1);
    await archive.load([{ article: other }]);
    expect((await search()).total).toBe(0);
    await pruneArticles(archive.pool, new Set(articles.map(({ slug }) => slug)));
  });

  test("gives the candidates of a claim: those that hold most probes first, and how much was searched", async () => {
    const probes = [
      ["matter", "of"],
      ["tram", "will", "cost"],
      ["river", "wall"],
      ["good", "relations", "after"],
      [
        ["river", "tram"],
        ["wall", "will"],
      ],
    ];
    const held = (article: Article) => probes.filter((probe) => hasProbe(searchableOfSlug(article.slug).words, probe)).length;
    for (const speakers of [null, ["jun-sato"]]) {
      const admitted = articles.filter((article) => speakers === null || article.speakers.some(({ id }) => speakers.includes(id)));
      const expected = admitted.filter((article) => held(article) > 0).sort((a, b) => held(b) - held(a) || newestFirst(a, b));
      const { articles: found, searched } = await archive.store.candidates({ probes, speakers, limit: 15 });
      expect(found).toEqual(expected.slice(0, 15).map(({ slug }) => searchableOfSlug(slug)));
      expect(searched).toEqual({ articleCount: admitted.length, quoteCount: admitted.reduce((sum, { quotes }) => sum + quotes.length, 0) });
    }
    const common = {
      probes: [
        ["matter", "of"],
        ["good", "relations", "after"],
      ],
      limit: 15,
    };
    const rare = await archive.store.candidates({ ...common, passOver: 0 });
    expect(rare).toEqual(await archive.store.candidates({ ...common, probes: [["matter", "of"]] }));
    expect(await archive.store.candidates({ ...common, passOver: articles.length })).toEqual(await archive.store.candidates(common));
    const none = await archive.store.candidates({ probes: [], limit: 5 });
    expect(none).toMatchObject({ articles: [], searched: { articleCount: articles.length } });
    const one = await archive.store.candidates({ probes: [["loss"]], articles: ["harbour-old"], limit: 5 });
    expect(one).toMatchObject({ searched: { articleCount: 1, quoteCount: 4 } });
    expect(one.articles).toHaveLength(1);
  });
});

test("tells a phrase of short words from the same words apart", async () => {
  const own = await openArchive(server, [
    buildArticle({ slug: "told", headline: "Told", sections: [{ paragraphs: ["They met at sea. Harbour workers met them."] }] }),
    buildArticle({ slug: "apart", headline: "Apart", sections: [{ paragraphs: ["Sea at harbour", "workers met at", "sea"] }] }),
  ]);
  const found = async (...looked: string[][]) => slugsOf(await own.store.search({ ...ANY_SEARCH, words: phrases(...looked) }));
  expect(await found(["at", "sea"])).toEqual(["told"]);
  expect(await found(["met", "at", "sea"])).toEqual(["told"]);
  expect(await found(["harbour", "workers"])).toEqual(["told"]);
  expect(await found(["workers"], ["at", "sea"])).toEqual(["told"]);
  expect(await found(["at"], ["sea"])).toEqual(["apart", "told"]);
  await own.close();
});

test("of more hits than are picked, those that have the words in the headline or often come before newer ones", async () => {
  const hits = Array.from({ length: 230 }, (_, index) => {
    const day = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
    const headline = index === 3 ? "A ferry" : "News";
    const text = index === 5 ? "The ferry, the ferry, the ferry and the ferry." : "The ferry left from the quay in the end.";
    return buildArticle({ slug: `hit-${index}`, headline, sections: [{ paragraphs: [text] }], publishedAt: day });
  });
  const own = await openArchive(server, hits);
  const found: string[] = [];
  let after: SearchQuery["after"] = null;
  do {
    const page: Page = await own.store.search({ ...ANY_SEARCH, words: phrases(["ferry"]), sort: "relevance", limit: 60, after });
    expect(page.total).toBe(230);
    found.push(...slugsOf(page));
    after = page.next;
  } while (after !== null);
  const newest = hits.map(({ slug }) => slug).reverse();
  const picked = newest.slice(0, 198);
  expect(found).toEqual(["hit-3", ...picked, "hit-5", ...newest.filter((slug) => !["hit-3", "hit-5", ...picked].includes(slug))]);
  await own.close();
});
