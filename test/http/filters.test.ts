import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  const [harbour, bakery, minutes] = sampleArticles() as [Article, Article, Article];
  const lido = buildArticle({
    slug: "lido-opens",
    headline: "Lido opens",
    sections: [
      {
        paragraphs: [
          [
            "“",
            segment("swim", "We swim at six, whatever the weather brings us this whole year"),
            "” ",
            mention("swim", "Ada Quill"),
            " ",
            cue("swim", "said"),
            ".",
          ],
          ["It was “", segment("cold", "cold"), "”, ", mention("cold", "the Lido Trust"), " ", cue("cold", "said"), "."],
        ],
      },
    ],
    quotes: { swim: { by: ["Ada Quill"] }, cold: { kind: "mixed", by: ["Lido Trust"], basis: "role" } },
    speakerTypes: { "Lido Trust": "organisation" },
    credits: [
      { role: "author", name: "Mia Ångström", text: "By Mia Ångström" },
      { role: "editor", name: "Jo Penn", text: "Editing by Jo Penn" },
    ],
    publisher: "The Brackwater Echo",
    publishedAt: "2025-06-01",
    updatedAt: "2024-05-03T10:00:00Z",
    importedAt: "2026-01-05T10:00:00Z",
  });
  server = await startServer([{ ...harbour, publisher: "Brackwater Mail" }, { ...bakery, publisher: "Der Bäcker" }, minutes, lido]);
  api = supertest(server.url);
});
afterAll(() => server.stop());

const LISTS = ["/v1/articles?", "/v1/quotes?", "/v1/speakers?", "/v1/search?q=the&", "/v1/speakers/ada-quill/quotes?"];

const get = async (address: string) => (await api.get(encodeURI(address)).expect(200)).body;
const total = async (address: string): Promise<number> => (await get(`${address}&limit=0`)).total;
const textsOf = async (address: string): Promise<string[]> => (await get(address)).items.map(({ text }: { text: string }) => text);
const idsOf = async (address: string): Promise<string[]> =>
  (await get(address)).items.map((item: { id?: string; slug?: string }) => item.id ?? item.slug);

describe.each([
  [
    "publisher",
    "The Brackwater Echo",
    ["the brackwater echo", "THE BRACKWATER  ECHO", "The Brackwater-Echo!", "Echo"],
    "Brackwater",
    "Brackwarter Ecco",
  ],
  ["credit", "Mia Ångström", ["mia angstrom", "MIA ÅNGSTRÖM", "Ångström", "mia"], null, "Mia Angstroem"],
] as const)("%s", (name, exact, others, several, misspelt) => {
  test("is found however it is written, and by a part that it alone has", async () => {
    const found = await total(`/v1/quotes?${name}=${exact}`);
    expect(found).toBe(2);
    for (const other of others) expect(await total(`/v1/quotes?${name}=${other}`), other).toBe(found);
  });

  test.each(LISTS)("that no article has is a problem with near names, never an empty list: %s", async (list) => {
    const { body } = await api
      .get(encodeURI(`${list}${name}=${misspelt}`))
      .expect(404)
      .expect("content-type", "application/problem+json");
    expect(body).toMatchObject({ code: `${name}-not-found` });
    expect(body.detail).toContain(misspelt);
    expect(body.detail).toContain(`Near: `);
    expect(body.detail).toContain(`"${exact}"`);
    for (const nothing of ["zzz", "…", "%00"]) {
      const { body: unknown } = await api
        .get(`${list}${name}=${nothing.startsWith("%") ? nothing : encodeURIComponent(nothing)}`)
        .expect(404);
      expect(unknown.detail).not.toContain("Near");
    }
  });

  test("that may be several is a problem that lists them", async () => {
    if (several === null) return;
    const { body } = await api.get(`/v1/articles?${name}=${several}`).expect(400);
    expect(body.errors).toMatchObject([{ in: "query", name, value: several }]);
    for (const one of ["Brackwater Mail", "The Brackwater Echo"]) expect(body.detail).toContain(`"${one}"`);
  });

  test("is any of several when it is repeated", async () => {
    const other = name === "publisher" ? "der backer" : "jo penn";
    expect(await total(`/v1/articles?${name}=${exact}&${name}=${other}`)).toBe(2);
    expect(await total(`/v1/articles?${name}[]=${exact}&${name}[]=${other}`)).toBe(2);
  });
});

describe("filters", () => {
  test("of one name are alternatives, of several names all hold", async () => {
    expect(await total("/v1/quotes?kind=mixed&kind=indirect")).toBe(
      (await total("/v1/quotes?kind=mixed")) + (await total("/v1/quotes?kind=indirect")),
    );
    expect(await textsOf("/v1/quotes?kind=mixed&language=en&publisher=the brackwater echo")).toEqual(["cold"]);
    expect(await textsOf("/v1/quotes?basis=role&basis=pronoun&speakerType=organisation&confidence=high")).toContain("cold");
    expect(await total("/v1/quotes?kind=mixed&kind=mixed")).toBe(await total("/v1/quotes?kind=mixed"));
  });

  test("of quotes must hold for one quote of an article together", async () => {
    expect(await idsOf("/v1/articles?speaker=ada-quill&kind=mixed")).toEqual(["council-minutes"]);
    expect(await idsOf("/v1/articles?speaker=ada-quill&kind=direct")).toEqual(["lido-opens", "harbour-to-close"]);
    expect(await total("/v1/articles?speaker=ada-quill&speakerType=organisation")).toBe(0);
    expect(await total("/v1/search?q=lido&speaker=ada-quill&kind=mixed")).toBe(0);
    expect(await total("/v1/search?q=lido&speaker=lido-trust&kind=mixed")).toBe(1);
  });

  test("keep the speakers who said a quote that passes all of them, with their counts in all", async () => {
    expect(await idsOf("/v1/speakers?speakerType=organisation")).toEqual(["lido-trust", "port-authority-of-brackwater"]);
    expect(await idsOf("/v1/speakers?publishedFrom=2025-01-01&kind=direct")).toEqual(["ada-quill"]);
    expect(await idsOf("/v1/speakers?speaker=Ada Quill&speaker=lido-trust")).toEqual(["ada-quill", "lido-trust"]);
    expect(await idsOf("/v1/speakers?speaker=none")).toEqual([]);
    expect(await idsOf("/v1/speakers?startsWith=ÁD")).toEqual(["ada-quill"]);
    expect(await idsOf("/v1/speakers?startsWith=quill")).toEqual([]);
    expect(await idsOf("/v1/speakers?startsWith=!")).toEqual([]);
    expect(await idsOf("/v1/speakers?sort=articles&limit=1")).toEqual(["ada-quill"]);
    expect(await get("/v1/speakers?id=ada-quill&publishedFrom=2025-01-01")).toMatchObject({ total: 1, items: [{ id: "ada-quill" }] });
  });

  test("of a day of change take in what changed or was imported then, whatever the source says", async () => {
    expect(await idsOf("/v1/articles?modifiedFrom=2026-01-05T10:00:00Z")).toEqual(["lido-opens"]);
    expect(await idsOf("/v1/articles?modifiedFrom=2023-01-01&modifiedTo=2023-01-01")).toEqual(["council-minutes"]);
    expect(await total("/v1/articles?modifiedFrom=2024-05-03&modifiedTo=2024-05-02")).toBe(0);
  });

  test("narrow the quotes and the speakers of one article", async () => {
    expect(await textsOf("/v1/articles/lido-opens/quotes?q=swim")).toHaveLength(1);
    expect(await textsOf("/v1/articles/lido-opens/quotes?speakerType=organisation")).toEqual(["cold"]);
    expect(await textsOf("/v1/articles/lido-opens/quotes?sort=length&order=asc")).toHaveLength(2);
    expect((await textsOf("/v1/articles/lido-opens/quotes?sort=length&order=asc"))[0]).toBe("cold");
    expect(await idsOf("/v1/articles/lido-opens/speakers?speakerType=organisation")).toEqual(["lido-trust"]);
    expect(await textsOf("/v1/speakers/ada-quill/quotes?publisher=brackwater mail&basis=pronoun")).toEqual(["Where shall the boats go?"]);
  });

  test("hold for streams as well", async () => {
    const query = "/v1/quotes?publisher=echo&sort=length&order=asc";
    const whole = await textsOf(query);
    const { text } = await api.get(query).set("accept", "application/x-ndjson").expect(200);
    expect(
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).text),
    ).toEqual(whole);
    expect((await api.get(query).set("accept", "text/csv").expect(200)).text.trim().split(/\r\n/)).toHaveLength(3);
    await api.get("/v1/quotes?publisher=zzz").set("accept", "text/csv").expect(404);
  });

  test("that are misspelt name the one value that is wrong", async () => {
    const { body } = await api.get("/v1/quotes?kind=direct&kind=foo&confidence=sure").expect(400);
    expect(body.errors).toMatchObject([
      { name: "kind", value: "foo", message: 'Unknown kind "foo". Use "direct", "mixed", "indirect".' },
      { name: "confidence", value: "sure" },
    ]);
    await api.get("/v1/speakers?type=person").expect(400);
    await api.get("/v1/quotes?kind=").expect(400);
    await api.get("/v1/quotes?language=en,!").expect(400);
  });
});

describe("a batch of ids", () => {
  test("of quotes gives those there are; former ids are found, unknown and removed ones are just missing", async () => {
    const some = (await get("/v1/quotes?limit=3")).items.map(({ id }: { id: string }) => id) as string[];
    const batch = [...some, some[0], "nowhere", "zzzz0000"].map((id) => `id=${id}`).join("&");
    expect((await idsOf(`/v1/quotes?${batch}`)).toSorted()).toEqual(some.toSorted());
    expect(await total("/v1/quotes?id=nowhere")).toBe(0);
    expect(await idsOf("/v1/articles?id=harbour-old&id=nowhere&id=lido-opens")).toEqual(["lido-opens", "harbour-to-close"]);
    expect(await idsOf("/v1/speakers?id=lido-trust&id=nobody")).toEqual(["lido-trust"]);
  });

  test("holds a hundred, and says so of more", async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `id=q${index}`).join("&");
    await api.get(`/v1/quotes?${ids(100)}`).expect(200);
    const { body } = await api.get(`/v1/quotes?${ids(101)}`).expect(400);
    expect(body.detail).toContain("Given 101 times; at most 100 times are allowed.");
  });

  test("of articles as a filter is any of them; one that does not exist is a 404", async () => {
    expect(await total("/v1/quotes?article=lido-opens&article=harbour-old")).toBe(6);
    expect((await api.get("/v1/quotes?article=lido-opens&article=nope").expect(404)).body.code).toBe("article-not-found");
  });
});

describe("a sort", () => {
  test("has a direction of its own and can be turned round", async () => {
    const turned: [list: string, sorts: string[]][] = [
      ["/v1/articles?", ["published", "updated", "length"]],
      ["/v1/quotes?", ["length"]],
      ["/v1/speakers?", ["name", "quotes", "articles"]],
      ["/v1/search?q=the&", ["published"]],
    ];
    for (const [list, sorts] of turned) {
      for (const sort of sorts) {
        const own = (await get(`${list}sort=${sort}`)).items;
        const asc = (await get(`${list}sort=${sort}&order=asc`)).items;
        expect((await get(`${list}sort=${sort}&order=desc`)).items).toEqual(asc.toReversed());
        expect(own).toEqual(sort === "name" ? asc : asc.toReversed());
      }
    }
  });

  test("finds the longest quote in one request, and the oldest in the order of the text", async () => {
    expect(await textsOf("/v1/quotes?sort=length&limit=1")).toEqual(["We swim at six, whatever the weather brings us this whole year"]);
    const quotes = (await get("/v1/quotes?order=asc")).items as { article: { slug: string }; segments: { start: number }[] }[];
    expect([...new Set(quotes.map(({ article }) => article.slug))]).toEqual(
      ["council-minutes", "bäckerei-öffnet", "harbour-to-close", "lido-opens"].filter((slug) =>
        quotes.some(({ article }) => article.slug === slug),
      ),
    );
    for (const [index, { article, segments }] of quotes.entries()) {
      const next = quotes[index + 1];
      if (next?.article.slug === article.slug) expect(segments[0]?.start).toBeLessThan(next.segments[0]?.start ?? 0);
    }
  });

  test("takes a cursor with the same alternatives in another order, or twice", async () => {
    const { nextCursor } = await get("/v1/quotes?kind=direct&kind=mixed&limit=1");
    const next = await get(`/v1/quotes?kind=direct&kind=mixed&limit=1&cursor=${nextCursor}`);
    expect((await get(`/v1/quotes?kind=mixed&kind=direct&kind=mixed&limit=1&cursor=${nextCursor}`)).items).toEqual(next.items);
    await api.get(`/v1/quotes?kind=mixed&limit=1&cursor=${nextCursor}`).expect(400);
  });

  test("is part of what a cursor belongs to", async () => {
    const { nextCursor } = await get("/v1/quotes?order=asc&limit=1");
    await api.get(`/v1/quotes?order=asc&limit=1&cursor=${nextCursor}`).expect(200);
    for (const other of ["order=desc", "sort=published", "order=asc&sort=length", "order=asc&kind=direct"]) {
      const { body } = await api.get(`/v1/quotes?${other}&limit=1&cursor=${nextCursor}`).expect(400);
      expect(body.code).toBe("invalid-cursor");
    }
  });
});

test("every list gives its total alone for a limit of 0, in every format", async () => {
  for (const list of [
    ...LISTS,
    "/v1/articles/lido-opens/quotes?",
    "/v1/articles/lido-opens/speakers?",
    "/v1/articles/lido-opens/paragraphs?",
  ]) {
    const whole = await get(list);
    expect(await get(`${list}&limit=0`)).toMatchObject({ items: [], total: whole.total, nextCursor: null });
  }
  const answer = await api.get("/v1/quotes?limit=0&format=csv").expect(200);
  expect(answer.headers["x-total-count"]).toBe(String(await total("/v1/quotes?")));
  expect(answer.text.trim().split("\r\n")).toHaveLength(1);
});
