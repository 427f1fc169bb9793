import { parse } from "csv-parse/sync";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf } from "../../src/article/model/text.ts";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer();
  api = supertest(server.url);
});
afterAll(() => server.stop());

interface Hit {
  article: { slug: string; revision: string };
  fragments: {
    block: { kind: string; id: string | null };
    quote: string | null;
    text: string;
    start: number;
    end: number;
    highlights: { text: string; start: number; end: number }[];
  }[];
}
const search = async (query: Record<string, string>) =>
  (await api.get("/v1/search").query(query).expect(200)).body as {
    items: Hit[];
    total: number;
    nextCursor: string | null;
    facets: unknown;
  };
const slugs = async (query: Record<string, string>) => (await search(query)).items.map(({ article }) => article.slug);

describe("GET /v1/search", () => {
  test("finds words and phrases and shows where they stand, as spans of the text", async () => {
    const { items, total } = await search({ q: 'boats "loss for"' });
    expect(total).toBe(1);
    const texts = new Map(sampleArticles().map((article) => [article.slug, [...textOf(article)]]));
    for (const { article, fragments } of items) {
      for (const fragment of fragments) {
        for (const span of [fragment, ...fragment.highlights])
          expect(texts.get(article.slug)?.slice(span.start, span.end).join("")).toBe(span.text);
      }
    }
    expect(items[0]?.fragments.flatMap(({ highlights }) => highlights.map(({ text }) => text))).toEqual(
      expect.arrayContaining(["loss for", "boats"]),
    );
    expect(items[0]?.fragments.find(({ quote }) => quote !== null)?.block).toEqual({ kind: "paragraph", id: expect.stringMatching(/^p/) });
  });

  test("folds case, diacritics, marks and dashes", async () => {
    expect(await slugs({ q: "BACKEREI" })).toEqual(["bäckerei-öffnet"]);
    expect(await slugs({ q: "‘a loss’" })).toEqual(["harbour-to-close"]);
  });

  test("looks in quotes only, or in narration only", async () => {
    expect(await slugs({ q: "boats", in: "quotes" })).toEqual(["harbour-to-close"]);
    expect(await slugs({ q: "boats", in: "narration" })).toEqual([]);
    expect(await slugs({ q: "banner read", in: "narration" })).toEqual(["harbour-to-close"]);
    expect(await slugs({ q: '"loss for all of us we"', in: "quotes" })).toEqual([]);
    expect(await slugs({ q: "harbour", in: "narration" })).toEqual([]);
  });

  test("filters by speaker, kind, language, dates and article", async () => {
    expect(await slugs({ q: "said", speaker: "zoë-ångström" })).toEqual(["bäckerei-öffnet"]);
    expect(await slugs({ q: "see", in: "quotes", speaker: "ada-quill", kind: "mixed" })).toEqual(["council-minutes"]);
    expect(await slugs({ q: "see", in: "quotes", speaker: "council-minutes~a-clerk" })).toEqual([]);
    expect(await slugs({ q: "said", language: "de" })).toEqual(["bäckerei-öffnet"]);
    expect(await slugs({ q: "said", publishedFrom: "2024-05-02", sort: "published" })).toEqual(["harbour-to-close", "bäckerei-öffnet"]);
    expect(await slugs({ q: "said", article: "harbour-old" })).toEqual(["harbour-to-close"]);
  });

  test("finds misspelt words only when asked to", async () => {
    expect(await slugs({ q: "harbuor" })).toEqual([]);
    expect(await slugs({ q: "harbuor", fuzzy: "true" })).toEqual(["harbour-to-close"]);
  });

  test("ranks the article whose headline has the word first", async () => {
    expect((await slugs({ q: "council" }))[0]).toBe("council-minutes");
  });

  test("counts the hits by facets when asked to", async () => {
    const { facets } = (await api.get("/v1/search?q=said&facets=speaker&facets=year").expect(200)).body;
    expect(facets).toEqual({
      speaker: [
        { value: "ada-quill", name: "Ada Quill", count: 2, filter: "speaker=ada-quill" },
        ...["council-minutes~a-clerk", "port-authority-of-brackwater", "zoë-ångström"].map((value) => ({
          value,
          name: expect.any(String),
          count: 1,
          filter: new URLSearchParams({ speaker: value }).toString(),
        })),
        { value: null, name: null, count: 1, filter: "speaker=none" },
      ],
      year: [
        { value: "2024", name: null, count: 2, filter: "publishedFrom=2024-01-01&publishedTo=2024-12-31" },
        { value: null, name: null, count: 1, filter: null },
      ],
    });
    expect((await search({ q: "said" })).facets).toBeUndefined();
    expect((await search({ q: "½☃", facets: "kind" })).facets).toEqual({ kind: [] });
  });

  test("pages in either order", async () => {
    for (const sort of ["relevance", "published"]) {
      const whole = await search({ q: "said", sort });
      const first = await search({ q: "said", sort, limit: "2" });
      const second = await search({ q: "said", sort, limit: "2", cursor: first.nextCursor ?? "" });
      expect([...first.items, ...second.items]).toEqual(whole.items);
      expect(second.nextCursor).toBeNull();
    }
  });

  test("refuses an empty search, and finds nothing for words that fold to nothing", async () => {
    expect((await api.get("/v1/search").expect(400)).body.errors[0].name).toBe("q");
    expect((await search({ q: "…" })).total).toBe(0);
    expect((await api.get("/v1/search?q=a&fuzzy=yes").expect(400)).body.errors[0]).toMatchObject({ name: "fuzzy", value: "yes" });
    for (const odd of ['"', "(a b)", "ab* OR b", "-a", "{words}:a", "ʼ", "'; --", "\u{1D400}"])
      await api
        .get("/v1/search")
        .query({ q: `${odd} x` })
        .expect(200);
  });

  test("refuses what is not in the query language, and says where and what to do instead", async () => {
    for (const [q, message] of [
      ["NEAR(harbour boats)", "At character 1: NEAR is not supported. Words side by side are found in double marks."],
      ["harbour OR", "At character 9: OR needs a word or a phrase on both sides. Put it in double marks to find it as a word."],
      ["-harbour", "This only says what must not occur. Add a word or a phrase to find."],
    ]) {
      for (const path of ["/v1/search", "/v1/articles", "/v1/quotes", "/v1/speakers"]) {
        const { body } = await api.get(path).query({ q }).expect(400);
        expect(body).toMatchObject({ code: "invalid-parameter", errors: [{ in: "query", name: "q", value: q, message }] });
      }
    }
  });

  test("streams all hits as NDJSON and as CSV, in the order of the JSON list", async () => {
    for (const query of ["q=said", "q=said&sort=published&order=asc", "q=council&in=narration", "q=harbuor&fuzzy=true"]) {
      const { items } = (await api.get(`/v1/search?${query}`).expect(200)).body;
      const lines = await api.get(`/v1/search?${query}&format=ndjson`).expect(200);
      expect(lines.headers["x-total-count"]).toBe(String(items.length));
      const parsed = lines.text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      expect(parsed).toEqual(items);
      const csv = await api.get(`/v1/search?${query}`).set("accept", "text/csv").expect(200);
      expect(csv.headers["content-disposition"]).toContain('filename="search.csv"');
      const rows: Record<string, string>[] = parse(csv.text, { columns: true });
      expect(rows.map(({ article, excerpts }) => [article, excerpts])).toEqual(
        items.map(({ article, fragments }: Hit) => [article.slug, fragments.map(({ text }) => text).join("\n")]),
      );
    }
    expect((await api.get("/v1/search?q=…&format=csv").expect(200)).text).toMatch(/^article,headline,[^\n]+\r\n$/);
    await api.get("/v1/search?q=-a&format=csv").expect(400);
  });

  test("pages of NDJSON and CSV have a limit, and name the next page", async () => {
    const first = await api.get("/v1/search?q=said&format=csv&limit=2&bom=true&fields=article").expect(200);
    expect(first.text).toMatch(/^\u{feff}article,headline,publishedAt,publishedOn,publisher,revision,rightsNotice/u);
    expect(first.text.trim().split("\r\n")).toHaveLength(3);
    const next = new URL(/<([^>]+)>; rel="next"/.exec(first.headers.link ?? "")?.[1] ?? "", server.url);
    expect(Object.fromEntries(next.searchParams)).toMatchObject({ q: "said", format: "csv", bom: "true", fields: "article" });
    const second = await api.get(next.pathname + next.search).expect(200);
    expect(second.text.trim().split("\r\n")).toHaveLength(2);
  });
});
