import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Verification } from "../../src/verification/verification.ts";
import { kilnArticles } from "../verification/articles.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer(kilnArticles(), true);
  api = supertest(server.url);
  const changed = new Promise<void>((resolve) => server.store.onChange(resolve));
  server.write("speakers.json", {
    speakers: [{ id: "orla-brice", name: "Orla Brice", aliases: ["The Potter of Fennet"], merges: ["o-brice"] }],
  });
  await changed;
});
afterAll(() => server.stop());

const CLAY = "Without clay from the northern pit";
const ask = (query: Record<string, string>) => api.get("/v1/verify").query(query);

describe("GET /v1/verify", () => {
  test("answers what its schema says, with how much was searched, and is cached like every GET", async () => {
    const { body, headers } = await ask({ quote: CLAY, speaker: "tam-ruddock" }).expect(200).expect("content-type", "application/json");
    expect(Verification.parse(body)).toMatchObject({
      text: CLAY,
      words: "exact",
      extent: "part",
      speaker: "match",
      asked: { id: "tam-ruddock", name: "Tam Ruddock" },
      searched: { articleCount: 2, quoteCount: 7, compared: 1 },
    });
    await ask({ quote: CLAY, speaker: "tam-ruddock" })
      .set("if-none-match", headers.etag ?? "")
      .expect(304);
    expect((await ask({ quote: "Without clay from the southern pit" }).expect(200)).body).toMatchObject({
      words: "altered",
      speaker: "not-asked",
    });
    expect((await ask({ quote: "The potters have all gone to sea" }).expect(200)).body).toMatchObject({ words: "none", matches: [] });
  });

  test("finds two articles' quotes joined into one", async () => {
    const { body } = await ask({ quote: "We never meant to close the kiln under the same lime tree for thirty years" }).expect(200);
    expect(body).toMatchObject({
      words: "altered",
      matches: [{ splice: "articles" }],
      speakers: [{ id: "orla-brice" }, { id: "ines-brice" }],
    });
  });

  test.each(["orla-brice", "o-brice", "Orla Brice", "ORLA  BRICE", "the potter of fennet", "Orla", "potter"])(
    "takes a speaker as %s",
    async (speaker) => {
      const { body } = await ask({ quote: "We never meant to close the kiln", speaker }).expect(200);
      expect(body).toMatchObject({ speaker: "match", asked: { id: "orla-brice", name: "Orla Brice" } });
    },
  );

  test("lists the speakers a name may mean", async () => {
    const { body } = await ask({ quote: CLAY, speaker: "Brice" }).expect(400).expect("content-type", "application/problem+json");
    expect(body).toMatchObject({ code: "invalid-parameter", errors: [{ in: "query", name: "speaker", value: "Brice" }] });
    expect(body.detail).toContain('"ines-brice" (Ines Brice)');
    expect(body.detail).toContain('"orla-brice" (Orla Brice)');
  });

  test.each(["Nobody Known", "…"])("answers for a name that no speaker has who it was instead: %s", async (speaker) => {
    const { body } = await ask({ quote: CLAY, speaker }).expect(200);
    expect(Verification.parse(body)).toMatchObject({
      words: "exact",
      speaker: "mismatch",
      asked: null,
      unknownSpeaker: speaker,
      speakers: [{ id: "tam-ruddock" }],
    });
    const unsaid = await ask({ quote: "The potters have all gone to sea", speaker }).expect(200);
    expect(unsaid.body).toMatchObject({ words: "none", speaker: "unattributed", unknownSpeaker: speaker });
  });

  test("looks in one article only when asked to", async () => {
    const twice = { quote: "They sold us a chimney twice" };
    expect((await ask({ ...twice, article: "market-moves" }).expect(200)).body).toMatchObject({
      matches: [{ passages: [{ article: { slug: "market-moves" } }] }],
      searched: { articleCount: 1, quoteCount: 2, compared: 1 },
    });
    expect((await ask({ ...twice, article: "no-such" }).expect(404)).body).toMatchObject({ code: "article-not-found" });
  });

  test("refuses what is not a claim, and says what to send", async () => {
    for (const [query, message] of [
      [{}, /quote/],
      [{ quote: "" }, /quote/],
      [{ quote: "…!?" }, /must hold a letter or a digit/],
      [{ quote: "a".repeat(2001) }, /at most 2000 characters/],
      [{ quote: CLAY, speeker: "x" }, /speeker: Unknown parameter/],
    ] as [Record<string, string>, RegExp][]) {
      const { body } = await ask(query).expect(400);
      expect(body.code).toBe("invalid-parameter");
      expect(body.detail).toMatch(message);
    }
  });
});

describe("POST /v1/verify", () => {
  const post = (body: object) => api.post("/v1/verify").send(body);

  test("gives the same answer as GET, and takes claims too long for an address", async () => {
    const { body } = await ask({ quote: CLAY, speaker: "Ruddock" }).expect(200);
    expect((await post({ quote: CLAY, speaker: "Ruddock" }).expect(200).expect("cache-control", "no-store")).body).toEqual(body);
    const longest = `${CLAY} ${"🔥".repeat(2000 - CLAY.length - 1)}`;
    expect((await post({ quote: longest }).expect(200)).body).toMatchObject({ words: "exact", text: longest });
    await post({ quote: `${longest}🔥` }).expect(400);
  });

  test("refuses wrong members by name", async () => {
    expect((await post({ claim: CLAY }).expect(400)).body).toMatchObject({ code: "invalid-body" });
    expect((await post({ quote: CLAY, speeker: "x" }).expect(400)).body).toMatchObject({ errors: [{ in: "body", name: "speeker" }] });
    expect((await post({ quote: CLAY, speaker: "Brice" }).expect(400)).body).toMatchObject({ errors: [{ in: "body", name: "speaker" }] });
    await api.post("/v1/verify").set("content-type", "text/plain").send(CLAY).expect(415);
  });
});
