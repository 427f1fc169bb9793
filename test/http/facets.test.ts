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
  "/v1/articles?speaker=none&",
];
interface FacetValue {
  value: string | null;
  name: string | null;
  count: number;
  filter: string | null;
}
const get = async (path: string) => (await api.get(path).expect(200)).body as { facets?: Record<string, FacetValue[]>; total: number };

describe("facets of a list", () => {
  test("count what the list has once their filter is added", async () => {
    for (const list of LISTS) {
      const { facets = {} } = await get(`${list}limit=0&${ALL.map((facet) => `facets=${facet}`).join("&")}`);
      expect(Object.keys(facets)).toEqual(ALL);
      for (const [facet, values] of Object.entries(facets)) {
        // `en` as a filter finds `en-GB` too, and a filter that is given already has another value beside the one added.
        const isNarrowed = facet !== "language" && !list.includes(`${facet}=`) && !(facet === "speaker" && list.includes("speakers/"));
        for (const { count, filter } of isNarrowed ? values : [])
          if (filter !== null) expect((await get(`${list}${filter}&limit=0`)).total, `${list}${filter}`).toBe(count);
      }
    }
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
