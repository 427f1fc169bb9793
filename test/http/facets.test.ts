import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countedArticles } from "../store/counted-articles.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer(countedArticles(60));
  api = supertest(server.url);
});
afterAll(() => server.stop());

const ALL = ["speaker", "speakerType", "kind", "confidence", "publisher", "language", "year", "month"];
const LISTS = [
  "/v1/quotes?",
  "/v1/articles?",
  "/v1/search?q=tram&",
  "/v1/speakers/ines-marlow/quotes?",
  "/v1/quotes?kind=direct&language=en&",
  "/v1/quotes?kind=direct&kind=mixed&speaker=none&speaker=otto-brandt&",
  "/v1/quotes?speakerType=person&speakerType=organisation&",
  "/v1/articles?speaker=none&",
  "/v1/articles?publishedFrom=2020-01-01T00:30:01Z&publishedTo=2021-05-02&",
  "/v1/search?q=tram&publishedFrom=2019-12-31&confidence=high&confidence=low&",
];
interface FacetValue {
  value: string | null;
  name: string | null;
  count: number;
  filter: string | null;
}
const get = async (path: string) => (await api.get(path).expect(200)).body as { facets?: Record<string, FacetValue[]>; total: number };

/** An address with parameters in place of those of the same names. */
function withParameters(address: string, given: string): string {
  const url = new URL(address, server.url);
  const set = new URLSearchParams(given);
  for (const name of set.keys()) url.searchParams.delete(name);
  for (const [name, value] of set) url.searchParams.append(name, value);
  return `${url.pathname}${url.search}`;
}

describe("facets of a list", () => {
  test("count what the list has once the parameters of their filter are set in its address", async () => {
    for (const list of LISTS) {
      const { facets = {} } = await get(`${list}limit=0&${ALL.map((facet) => `facets=${facet}`).join("&")}`);
      expect(Object.keys(facets)).toEqual(ALL);
      // `en` as a filter finds `en-GB` too.
      for (const { count, filter } of Object.entries(facets).flatMap(([facet, values]) => (facet === "language" ? [] : values)))
        if (filter !== null) expect((await get(withParameters(list, `${filter}&limit=0`))).total, `${list} ${filter}`).toBe(count);
    }
  });

  test("count the speakers of a list, but not by themselves", async () => {
    const facets = ALL.filter((facet) => facet !== "speaker");
    for (const list of [
      "/v1/speakers?",
      "/v1/speakers?q=ines&",
      "/v1/speakers?kind=direct&publishedTo=2020-12-31&",
      "/v1/speakers?speakerType=person&",
    ]) {
      const { facets: counted = {} } = await get(`${list}limit=0&${facets.map((facet) => `facets=${facet}`).join("&")}`);
      expect(Object.keys(counted)).toEqual(facets);
      expect(counted.speakerType?.length).toBeGreaterThan(0);
      for (const { count, filter } of Object.entries(counted).flatMap(([facet, values]) => (facet === "language" ? [] : values)))
        if (filter !== null) expect((await get(withParameters(list, `${filter}&limit=0`))).total, `${list} ${filter}`).toBe(count);
    }
    await api.get("/v1/speakers?facets=speaker").expect(400);
    expect((await get("/v1/speakers")).facets).toBeUndefined();
  });

  test("keep the bounds of the list in the filters of years and months", async () => {
    const { facets = {} } = await get(
      "/v1/articles?publishedFrom=2020-01-01T00:30:00Z&publishedTo=2020-05-17&limit=0&facets=year&facets=month",
    );
    expect(facets.year?.map(({ filter }) => filter)).toEqual(["publishedFrom=2020-01-01T00:30:00Z&publishedTo=2020-05-17"]);
    expect(facets.month?.map(({ filter }) => filter)).toEqual([
      "publishedFrom=2020-05-01&publishedTo=2020-05-17",
      "publishedFrom=2020-01-01T00:30:00Z&publishedTo=2020-01-31",
    ]);
  });

  test("have no filter for the speaker of the path, and one for quotes nobody is named for", async () => {
    const { facets: ofSpeaker = {} } = await get("/v1/speakers/ines-marlow/quotes?limit=0&facets=speaker");
    expect(ofSpeaker.speaker?.map(({ value, filter }) => [value, filter])).toEqual([["ines-marlow", null]]);
    const { facets = {} } = await get("/v1/quotes?limit=0&facets=speakerType");
    expect(facets.speakerType?.find(({ value }) => value === null)?.filter).toBe("speaker=none");
  });

  test("add up to the whole list where an item has one value", async () => {
    for (const list of LISTS) {
      const { facets = {}, total } = await get(`${list}limit=1&facets=month&facets=publisher&facets=language`);
      for (const values of Object.values(facets)) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    }
  });

  test("are left out unless they are asked for, and of formats that have no place for them", async () => {
    expect((await get("/v1/quotes")).facets).toBeUndefined();
    const plain = await api.get("/v1/quotes?format=csv").expect(200);
    expect((await api.get("/v1/quotes?format=csv&facets=kind").expect(200)).text).toBe(plain.text);
  });

  test("do not bind a cursor, and stay in the address of the next page", async () => {
    const first = await api.get("/v1/quotes?limit=2&facets=kind").expect(200);
    expect(first.headers.link).toContain("facets=kind");
    const { nextCursor } = first.body;
    const next = await api.get("/v1/quotes").query({ limit: 2, cursor: nextCursor }).expect(200);
    expect(next.body.facets).toBeUndefined();
  });

  test("that do not exist are a problem that names those that do", async () => {
    const { body } = await api.get("/v1/quotes?facets=colour").expect(400);
    expect(JSON.stringify(body)).toContain("speakerType");
    await api.get("/v1/search?q=tram&facets=true").expect(400);
  });
});
