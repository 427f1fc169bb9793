import { parse } from "csv-parse/sync";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleArticles } from "../fixtures.ts";
import { countedArticles } from "../store/counted-articles.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer([...sampleArticles(), ...countedArticles(40)]);
  api = supertest(server.url);
});
afterAll(() => server.stop());

const SAMPLES = "article=harbour-to-close&article=council-minutes&article=bäckerei-öffnet";
const statistics = async (query: string) => (await api.get(`/v1/statistics?${encodeURI(query)}`).expect(200)).body;

describe("GET /v1/statistics", () => {
  test("gives the totals alone without `by`", async () => {
    expect(await statistics(SAMPLES)).toEqual({
      by: [],
      totals: { quoteCount: 7, wordCount: 31, speakerCount: 4, articleCount: 3 },
      groups: [],
      total: 0,
    });
  });

  test("counts who is quoted most, those nobody is named for among them", async () => {
    const { groups, total } = await statistics(`by=speaker&${SAMPLES}&limit=2`);
    expect(total).toBe(5);
    expect(groups).toEqual([
      {
        speaker: expect.objectContaining({ id: "ada-quill", name: "Ada Quill" }),
        quoteCount: 3,
        wordCount: 19,
        speakerCount: 1,
        articleCount: 2,
      },
      expect.objectContaining({ quoteCount: 1 }),
    ]);
    const all = (await statistics(`by=speaker&${SAMPLES}`)).groups;
    expect(all.at(-1)).toMatchObject({ speaker: null, quoteCount: 1, speakerCount: 0 });
  });

  test("counts by month in UTC, days and instants alike, in the order of time", async () => {
    const { groups } = await statistics("by=month&sort=value");
    expect(groups.map(({ month }: { month: string }) => month)).toEqual(["2019-12", "2020-01", "2020-05", "2021-05", "2024-05", null]);
    const years = (await statistics("by=year&sort=value&order=desc")).groups.map(({ year }: { year: number }) => year);
    expect(years).toEqual([2024, 2021, 2020, 2019, null]);
  });

  test("counts whose voices are heard by the pronouns the articles use", async () => {
    const { groups } = await statistics(`by=pronoun&by=speakerType&${SAMPLES}`);
    expect(groups).toContainEqual({
      pronoun: "she",
      speakerType: "person",
      quoteCount: 2,
      wordCount: 16,
      speakerCount: 1,
      articleCount: 1,
    });
    expect(groups).toContainEqual(expect.objectContaining({ pronoun: "unknown", speakerType: "organisation", quoteCount: 1 }));
    expect(groups).toContainEqual(expect.objectContaining({ pronoun: null, speakerType: null, quoteCount: 1 }));
  });

  test("counts quotes of several speakers once in each group and once in the totals", async () => {
    const { groups, totals } = await statistics("by=speaker");
    const sum = groups.reduce((all: number, group: { quoteCount: number }) => all + group.quoteCount, 0);
    expect(sum).toBeGreaterThan(totals.quoteCount);
    expect(totals.quoteCount).toBe((await api.get("/v1/quotes?limit=0")).body.total);
  });

  test("takes the filters of lists, names of speakers among them", async () => {
    for (const filter of [
      "speaker=Ada Quill",
      "speaker=none&kind=direct",
      "q=tram",
      "language=de",
      "publishedFrom=2020-02-01",
      "basis=role",
      "speakerType=organisation",
    ]) {
      const { totals } = await statistics(filter);
      expect(totals.quoteCount, filter).toBe((await api.get(`/v1/quotes?limit=0&${encodeURI(filter)}`)).body.total);
    }
    expect((await api.get("/v1/statistics?speaker=Nobody Known")).status).toBe(404);
    expect(await statistics("publishedFrom=2030-01-01&by=kind")).toEqual({
      by: ["kind"],
      totals: { quoteCount: 0, wordCount: 0, speakerCount: 0, articleCount: 0 },
      groups: [],
      total: 0,
    });
  });

  test("refuses what is not a dimension, more than two, and unknown parameters, and says what there is", async () => {
    for (const query of [
      "by=colour",
      "by=speaker,year,kind",
      "by=speaker&by=year&by=kind",
      "by=",
      "sort=size",
      "limit=10001",
      "cursor=x",
      "id=x",
      "group=speaker",
    ]) {
      const { status, body } = await api.get(`/v1/statistics?${query}`);
      expect(status, query).toBe(400);
      expect(body.code ?? body.type, query).toContain("invalid-parameter");
    }
    expect(JSON.stringify((await api.get("/v1/statistics?by=colour")).body)).toContain("speakerType");
    expect((await statistics("by=kind&by=kind")).by).toEqual(["kind"]);
  });

  test("comes as CSV, in which no cell is run as a formula", async () => {
    const { text, headers } = await api.get("/v1/statistics?by=publisher&by=speaker&format=csv&bom=true").expect(200);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    expect(headers["content-disposition"]).toContain("statistics.csv");
    expect(text.startsWith("\u{feff}publisher,speakerId,speakerName,quoteCount,wordCount,speakerCount,articleCount\r\n")).toBe(true);
    const rows = parse(text, { bom: true, columns: true, relax_quotes: false }) as Record<string, string>[];
    const { total } = await statistics("by=publisher&by=speaker&limit=0");
    expect(rows.length).toBe(Math.min(total, 100));
    expect(new Set(rows.map(({ publisher }) => publisher))).toEqual(
      new Set(['\'=Elmford, "Daily"\tNews', "The Corve Post", "Naid Radio", ""]),
    );
    const totals = await api.get("/v1/statistics").set("accept", "text/csv").expect(200);
    expect(totals.text.split("\r\n")[0]).toBe("quoteCount,wordCount,speakerCount,articleCount");
    expect(totals.text.split("\r\n")).toHaveLength(3);
  });

  test("answers 304 when the ETag matches", async () => {
    const { headers } = await api.get("/v1/statistics?by=kind").expect(200);
    await api
      .get("/v1/statistics?by=kind")
      .set("if-none-match", headers.etag as string)
      .expect(304);
  });
});
