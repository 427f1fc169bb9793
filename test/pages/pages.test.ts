import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { quoteItems, summaryOf } from "../../src/article/model/items.ts";
import type { Article } from "../../src/article/model/schema.ts";
import { searchHit } from "../../src/article/words/highlight.ts";
import { parseQuery } from "../../src/article/words/query.ts";
import type { SearchHit } from "../../src/article/words/search-hit.ts";
import { searchableOf } from "../../src/article/words/searchable.ts";
import { soughtBy } from "../../src/article/words/sought.ts";
import { articlePage } from "../../src/pages/articles/article-page.ts";
import { articlesPage } from "../../src/pages/articles/articles-page.ts";
import { problemPage, problemsPage } from "../../src/pages/docs/problem-page.ts";
import { editPage } from "../../src/pages/edit/edit-page.ts";
import { frontPage } from "../../src/pages/front/front-page.ts";
import { quotePage } from "../../src/pages/quotes/quote-page.ts";
import type { Listed, Listing } from "../../src/pages/search/listing.ts";
import { refusedPage } from "../../src/pages/search/refused-page.ts";
import { searchPage, searchStart } from "../../src/pages/search/search-page.ts";
import { speakerPage } from "../../src/pages/speakers/speaker-page.ts";
import { speakersPage } from "../../src/pages/speakers/speakers-page.ts";
import { statisticsPage } from "../../src/pages/statistics/statistics-page.ts";
import { HOSTILE, hostileArticle, sampleArticles } from "./articles.ts";

const SITE = { publicUrl: "https://verbatim.example" };

const NONE = { items: [], total: 0, next: null };
const NOTHING_ELSE = { similar: { total: 1, words: [HOSTILE] }, other: { show: "quotes" as const, total: 1 } };
const HOSTILE_LIST = { path: "/search", query: { q: HOSTILE, speaker: [HOSTILE], publisher: [HOSTILE], kind: HOSTILE } };
const LISTS = ["hits", "quotes", "articles"] as const;

function listingOf(listed: Listed): Listing {
  const values = [HOSTILE, null].map((value) => ({
    value,
    name: value,
    count: 1,
    filter: value && `publisher=${encodeURIComponent(value)}`,
  }));
  return { listed, address: HOSTILE_LIST, facets: { speaker: values, publisher: values, language: values }, names: new Map() };
}

/** A page that lists one article, what it quotes, or itself as a hit. */
function listPageOf(article: Article, of: (typeof LISTS)[number]): string {
  const paged = <T>(items: T[]) => ({ items, total: items.length, next: "/search?cursor=x&limit=1" });
  const views = { articles: 1, quotes: 1, unsure: 1 };
  if (of === "articles") return articlesPage(listingOf({ of, page: paged([summaryOf(article)]) }), NOTHING_ELSE, SITE);
  if (of === "quotes") return searchPage(listingOf({ of, page: paged(quoteItems(article)) }), views, NOTHING_ELSE, SITE);
  const sought = soughtBy(parseQuery("said OR script"));
  const admitted = { speakers: null, speakerTypes: null, kinds: null, bases: null, confidences: null };
  const hit = JSON.parse(searchHit(searchableOf(article), { sought, in: "all", ...admitted })) as SearchHit;
  return searchPage(listingOf({ of, page: paged([hit]) }), views, NOTHING_ELSE, SITE);
}

const COUNTS = { quoteCount: 2, wordCount: 9, speakerCount: 1, articleCount: 1 };

/** Every page the reader makes of one article. */
function pagesOf(article: Article): Record<string, string> {
  const items = quoteItems(article);
  const [speaker] = article.speakers;
  if (speaker === undefined || items[0] === undefined) throw new Error("expected an article that quotes somebody");
  const summary = {
    ...{ id: speaker.id, name: speaker.name, type: speaker.type, aliases: [HOSTILE], sameAs: ["https://elsewhere.example/?a=1&b=<2>"] },
    ...{ articleCount: 1, quoteCount: items.length },
  };
  const { slug, headline, publishedAt, publisher, importedAt, revision, rights } = article;
  const appearance = {
    article: { slug, headline, publishedAt, publisher, importedAt, revision, rights },
    quoteCount: 1,
    descriptions: [headline],
  };
  const list = <T>(listed: T[]) => ({ items: listed, total: listed.length, next: "/articles?cursor=x&limit=1" });
  return {
    home: frontPage(
      {
        ...{ quote: items[0], articles: [article], articleCount: 2, ofTheMonth: [summary], ofAll: [summary], speakerCount: 2 },
        date: new Date("2025-05-04T12:00:00Z"),
      },
      SITE,
    ),
    ...Object.fromEntries(LISTS.map((of) => [`list of ${of}`, listPageOf(article, of)])),
    "nothing found": searchPage(listingOf({ of: "hits", page: NONE }), { articles: 0, quotes: 0, unsure: 0 }, NOTHING_ELSE, SITE),
    "refused search": refusedPage({ title: HOSTILE, detail: HOSTILE, errors: [{ name: "q", message: HOSTILE }] }, HOSTILE_LIST, SITE),
    speakers: speakersPage(
      {
        speakers: list([summary]),
        descriptions: new Map([[speaker.id, [HOSTILE]]]),
        letters: [{ letter: HOSTILE, type: "person", speakerCount: 1 }],
        query: { q: HOSTILE, startsWith: HOSTILE, publisher: [HOSTILE], sort: "name" },
      },
      SITE,
    ),
    article: articlePage(article, SITE),
    quotes: articlePage(article, SITE, { view: "quotes" }),
    speaker: speakerPage(
      {
        speaker: { ...summary, appearances: [appearance] },
        quotes: list(items),
        unsure: 1,
        groups: ["2024-12", "2025-02", null].map((month) => ({ month, kind: "direct" as const, ...COUNTS })),
        descriptions: new Map([[slug, [HOSTILE]]]),
        others: [{ speaker: { id: HOSTILE, name: HOSTILE }, articleCount: 1 }],
        query: { q: HOSTILE, credit: [HOSTILE], kind: ["direct", "mixed"], publishedFrom: "2025-02-01", publishedTo: "2025-02-28" },
      },
      SITE,
    ),
    ...Object.fromEntries(items.map((item, place) => [`quote ${place}`, quotePage(item, article, SITE)])),
    edit: editPage(article, SITE),
    problem: problemPage({ status: 404, title: HOSTILE, detail: HOSTILE, requestId: HOSTILE }, SITE),
  };
}

describe("markup in an article's words", () => {
  test.each(Object.entries(pagesOf(hostileArticle())))("is text on the page: %s", (_, html) => {
    const { document } = parseHTML(html);
    const scripts = [...document.querySelectorAll("script")];
    expect(scripts.map((script) => script.getAttribute("type"))).toEqual(
      scripts.map((script) =>
        script.hasAttribute("src") ? "module" : script.id === "article-data" ? "application/json" : "application/ld+json",
      ),
    );
    for (const script of scripts.filter((each) => !each.hasAttribute("src"))) expect(() => JSON.parse(script.textContent)).not.toThrow();
    expect(document.querySelectorAll("img, iframe, object, style, [style]")).toHaveLength(0);
    for (const element of document.querySelectorAll("*")) {
      for (const name of element.getAttributeNames()) expect(name).toMatch(/^(?!on)[a-z][a-zA-Z-]*\d?$/);
      expect(element.getAttribute("href") ?? "/").toMatch(/^(?:\/|#|https:)/);
    }
    expect(document.querySelector("main")?.textContent).toContain("<script>alert(1)</script>");
  });
});

describe("every page", () => {
  test.each(Object.entries(pagesOf(sampleArticles()[0] as Article)))(
    "loads from this server only and has one main heading: %s",
    (_, html) => {
      const { document } = parseHTML(html);
      expect(document.querySelectorAll("h1")).toHaveLength(1);
      expect(document.documentElement.getAttribute("lang")).toBe("en");
      expect(document.querySelector("main")).not.toBeNull();
      // Text in the head would end it: browsers show it above the page.
      expect(html).not.toMatch(/>\\n/);
      const loaded = [...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], img")];
      for (const element of loaded)
        expect(element.getAttribute("src") ?? element.getAttribute("href")).toMatch(/^\/(?:assets\/|favicon\.ico$)/);
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of document.querySelectorAll('a[href^="#"]')) expect(ids).toContain(link.getAttribute("href")?.slice(1));
    },
  );

  test.each(["home", "list of hits", "list of quotes", "list of articles", "article", "quotes", "speaker", "quote 0"])(
    "states whose the words are: %s",
    (name) => {
      expect(pagesOf(sampleArticles()[0] as Article)[name]).toContain("© 2025 The Invented Courier");
    },
  );
});

describe("the page of an article", () => {
  const article = sampleArticles()[0] as Article;
  const { document } = parseHTML(articlePage(article, SITE));

  test("keeps the words of every paragraph, the quotes' numbers aside", () => {
    for (const { id, text } of article.sections.flatMap(({ paragraphs }) => paragraphs)) {
      const paragraph = document.querySelector(`#${id}`);
      for (const number of paragraph?.querySelectorAll("a.ref") ?? []) number.remove();
      expect(paragraph?.textContent).toBe(text);
    }
  });

  test("names the outlet in front of the date, and nothing where it is not known", () => {
    const meta = (shown: Article) => parseHTML(articlePage(shown, SITE)).document.querySelector("p.meta")?.textContent;
    expect(meta({ ...article, publisher: "The Quay" })).toMatch(/^The Quay · \d/);
    expect(meta({ ...article, publisher: null })).toMatch(/^\d/);
  });

  test("sets the dateline apart, and nothing in front of it", () => {
    const set = (shown: Article) => {
      const page = parseHTML(articlePage(shown, SITE)).document;
      return [...page.querySelectorAll(".dateline")].map(({ textContent }) => textContent);
    };
    expect(set(article)).toEqual(["PORT ELLEN, May 2 - "]);
    const [, second] = article.sections[0]?.paragraphs ?? [];
    const start = second?.start ?? 0;
    const later = { ...article.dateline, text: "“", start, end: start + 1 } as Article["dateline"];
    expect(set({ ...article, dateline: later })).toEqual(["“"]);
  });

  test("marks the words of every segment and names the speaker without colour", () => {
    const page = parseHTML(articlePage(article, SITE)).document;
    for (const { id, kind, segments, attribution } of article.quotes) {
      const first = page.querySelector(`#quote-${id}`);
      expect(first?.textContent).toBe(segments[0]?.text);
      expect(first?.localName).toBe(kind === "indirect" ? "span" : "q");
      expect(page.querySelector(`a.ref[href="#said-${id}"]`)?.getAttribute("aria-label")).toContain(
        attribution.speakers[0]?.name ?? "unattributed",
      );
    }
  });

  test("lists who said what, each quote with a permalink, its place and a citation", () => {
    for (const quote of quoteItems(article)) {
      const figure = document.querySelector(`#said-${quote.id}`);
      const links = [...(figure?.querySelectorAll(".actions a") ?? [])].map((link) => link.getAttribute("href"));
      expect(links[0]).toBe(`/quotes/${quote.id}`);
      expect(links[1]).toContain(`#quote-${quote.id}:~:text=`);
      const forms = [...(figure?.querySelectorAll(".menu a") ?? [])].map((link) => [link.textContent, link.getAttribute("href")]);
      expect(forms).toEqual([
        ["Text", `/v1/quotes/${quote.id}?format=text`],
        ["Markdown", `/v1/quotes/${quote.id}?format=markdown`],
        ["HTML", `/v1/quotes/${quote.id}?format=html`],
      ]);
    }
  });

  test("shows the quotes only, in the order of the text, on request", () => {
    const alone = parseHTML(articlePage(article, SITE, { view: "quotes" })).document;
    expect(alone.querySelectorAll(".par")).toHaveLength(0);
    expect([...alone.querySelectorAll("figure")].map(({ id }) => id)).toEqual(article.quotes.map(({ id }) => `said-${id}`));
  });
});

test("a quote the reporter words stands without marks, a marked one in marks", () => {
  const article = sampleArticles()[0] as Article;
  const words = quoteItems(article).map((item) => {
    const { document } = parseHTML(quotePage(item, article, SITE));
    return [item.kind, document.querySelector("blockquote")?.textContent.trim().startsWith("“")];
  });
  expect(words).toContainEqual(["indirect", false]);
  expect(words).toContainEqual(["direct", true]);
  expect(words).not.toContainEqual(["indirect", true]);
});

test("a card of a page says what the page says; a page of an error has none", () => {
  const [harbour] = sampleArticles();
  if (harbour === undefined) throw new Error("expected an article");
  const { document } = parseHTML(articlePage(harbour, SITE));
  const content = (name: string) => document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute("content");
  expect(content("twitter:card")).toBe("summary_large_image");
  for (const part of ["title", "description"]) expect(content(`twitter:${part}`)).toBe(content(`og:${part}`));
  expect(content("og:url")).toBe(`${SITE.publicUrl}/articles/${harbour.slug}`);
  expect(content("og:image")).toBe(`${SITE.publicUrl}/articles/${harbour.slug}/card.png`);
  expect(problemPage({ status: 404, title: "Not found", detail: "Nothing here." }, SITE)).not.toMatch(/og:|twitter:|canonical/);
});

test("an article in a language that only its tag knows has its sentences", () => {
  const [article] = sampleArticles() as [Article];
  const sentences = (language: string) => editPage({ ...article, language }, SITE).replaceAll(/lang="[^"]*"/g, "");
  expect(sentences("en-GB-oed")).toBe(sentences("en"));
});

test("an empty archive says how to import; a search without hits does not", () => {
  const none = { items: [], total: 0, next: null };
  const front = { quote: null, articles: [], articleCount: 0, ofTheMonth: [], ofAll: [], speakerCount: 0, date: new Date() };
  const articles = (query: { q?: string }) =>
    articlesPage({ ...listingOf({ of: "articles", page: none }), address: { path: "/articles", query } }, NOTHING_ELSE, SITE);
  for (const page of [frontPage(front, SITE), articles({}), searchStart(none, {}, SITE)]) {
    expect(page).toContain("npm run verbatim -- import story.txt");
    expect(page).toContain('href="/docs/importing"');
  }
  expect(articles({ q: "kiln" })).not.toContain("npm run");
});

test("a problem shows what stands in backticks as code, in what the title has none, and leaves a lone backtick", () => {
  const page = (detail: string) => problemPage({ status: 400, title: "Kiln", detail }, SITE);
  expect(page("Follow `nextCursor` <b>.")).toContain("<p>Follow <code>nextCursor</code> &#60;b&#62;.</p>");
  expect(page("Follow `nextCursor`.")).toContain('content="Follow nextCursor."');
  expect(page("There is no article `x.")).toContain("<p>There is no article `x.</p>");
});

describe("a list", () => {
  const [harbour] = sampleArticles();
  if (harbour === undefined) throw new Error("expected an article");
  const rights = { notice: null, holder: null, year: null, licence: null };
  const licensed = { ...rights, licence: "CC BY 4.0" };

  test.each(LISTS)("of %s gives rights that are stated, and does not repeat that none are; the article says so", (of) => {
    expect(listPageOf({ ...harbour, rights: licensed }, of)).toContain("Licence: CC BY 4.0");
    expect(listPageOf({ ...harbour, rights }, of)).not.toContain("not stated");
    expect(articlePage({ ...harbour, rights }, SITE)).toContain("Rights: not stated");
  });

  test.each(LISTS)("of %s names its other forms in its head, above its items", (of) => {
    const page = listPageOf(harbour, of);
    const [forms, items] = [page.indexOf('<p class="forms">This list as'), page.search(/class="(?:teasers|said-by)/)];
    expect(forms).toBeGreaterThan(page.indexOf("list-head"));
    expect(items).toBeGreaterThan(forms);
  });
});

test("statistics and speakers of an empty archive do not speak of filters that nobody set", () => {
  const totals = { quoteCount: 0, wordCount: 0, speakerCount: 0, articleCount: 0 };
  const statistics = (query: Record<string, string>) => statisticsPage({ totals, groups: [], values: {}, query, names: new Map() }, SITE);
  expect(statistics({})).toContain("No quotes yet.");
  expect(statistics({})).not.toMatch(/filters|<button>Count/);
  expect(statistics({ kind: "direct" })).toContain("No quote passes these filters.");
  const speakers = (q?: string) =>
    speakersPage({ speakers: NONE, descriptions: new Map(), letters: [], query: { q, sort: "quotes" } }, SITE);
  expect(speakers()).toContain("Nobody is quoted yet.");
  expect(speakers("Ada")).toContain("Nobody who is quoted passes these filters.");
});

test("the list of problems names each status, in its contents too", () => {
  const { document } = parseHTML(
    problemsPage(
      [
        { code: "x", status: 404, title: "Gone fishing", explanation: "Wait." },
        { code: "y", status: 410, title: "Y", explanation: "Y." },
        { code: "z", status: 503, title: "Z", explanation: "Z." },
      ],
      SITE,
    ),
  );
  expect(document.querySelector('a[href="#status-404"]')?.textContent).toBe("404 Not Found");
  expect(document.querySelector("#status-404")?.textContent).toBe("404 Not Found");
});

test("a page that is not there leads to the search, and shows the number of a request only where the server failed", () => {
  const page = (status: number) => problemPage({ status, title: "Kiln", detail: "Kiln", requestId: "request-1" }, SITE);
  expect(parseHTML(page(404)).document.querySelector('main a[href$="/search"]')?.textContent).toBe("Search");
  expect(page(404)).not.toContain("request-1");
  expect(page(500)).toContain("request-1");
});
