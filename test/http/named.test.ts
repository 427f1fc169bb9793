import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  const choir = buildArticle({
    slug: "chœur-été",
    headline: "Chœur d'été",
    sections: [
      { paragraphs: [["“", segment("sing", "We sing,"), "” ", cue("sing", "said"), " ", mention("sing", "Berta Quill"), "."]] },
      { heading: "Été prochain", paragraphs: ["Nothing is known."] },
    ],
    quotes: { sing: { by: ["Berta Quill"] } },
  });
  server = await startServer([...sampleArticles(), choir]);
  api = supertest(server.url);
});
afterAll(() => server.stop());

const SLUG = "harbour-to-close";
const BY_SPEAKER = ["/v1/quotes?", "/v1/articles?", "/v1/search?q=harbour&", `/v1/articles/${SLUG}/quotes?`];

describe("a speaker as a filter", () => {
  test.each(BY_SPEAKER)("is named by id, name, part of a name that one alone has, in any case: %s", async (list) => {
    const { total } = (await api.get(`${list}speaker=ada-quill`).expect(200)).body;
    expect(total).toBeGreaterThan(0);
    for (const name of ["Ada Quill", "ada quill", "Ada", "ADA QUILL"]) {
      expect((await api.get(`${list}speaker=${encodeURIComponent(name)}`).expect(200)).body.total).toBe(total);
    }
  });

  test.each(BY_SPEAKER)("that nobody is, is a problem with near names and no empty list: %s", async (list) => {
    const { body } = await api.get(`${list}speaker=Ada%20Quil`).expect(404).expect("content-type", "application/problem+json");
    expect(body).toMatchObject({ code: "speaker-not-found" });
    expect(body.detail).toContain('There is no speaker "Ada Quil". Near: "ada-quill" (Ada Quill).');
    for (const name of ["nope", "…", "none-such"]) {
      const { body: unknown } = await api.get(`${list}speaker=${encodeURIComponent(name)}`).expect(404);
      expect(unknown.detail).toContain(`There is no speaker "${name}".`);
      expect(unknown.detail).not.toContain("Near");
    }
  });

  test.each(BY_SPEAKER)("that may be several is a problem that lists them: %s", async (list) => {
    const { body } = await api.get(`${list}speaker=Quill`).expect(400);
    expect(body).toMatchObject({ code: "invalid-parameter", errors: [{ in: "query", name: "speaker", value: "Quill" }] });
    for (const id of ["ada-quill", "berta-quill"]) expect(body.detail).toContain(`"${id}"`);
  });

  test("that exists and said nothing there finds an empty list", async () => {
    expect((await api.get(`/v1/articles/${SLUG}/quotes?speaker=berta-quill`).expect(200)).body.total).toBe(0);
    expect((await api.get("/v1/search?q=harbour&speaker=berta-quill").expect(200)).body.total).toBe(0);
  });

  test("is one of several, each looked up; none stays nobody", async () => {
    expect((await api.get("/v1/quotes?speaker=Ada%20Quill&speaker=none").expect(200)).body.total).toBe(4);
    await api.get("/v1/quotes?speaker=ada-quill&speaker=nope").expect(404);
  });
});

test("an article as a filter that does not exist is the same problem everywhere; an old slug is the article", async () => {
  for (const path of ["/v1/quotes?", "/v1/search?q=harbour&", "/v1/search?q=%21&", "/v1/verify?quote=harbour&"]) {
    const { body } = await api.get(`${path}article=nope`).expect(404);
    expect(body).toMatchObject({ code: "article-not-found" });
    await api.get(`${path}article=${SLUG}`).expect(200);
    await api.get(`${path}article=harbour-old`).expect(200);
  }
  expect((await api.get("/v1/quotes?article=harbour-old").expect(200)).body.total).toBe(4);
});

describe("a slug or an id that comes decomposed", () => {
  const nfd = (value: string) => encodeURIComponent(value.normalize("NFD"));
  const nfc = (value: string) => encodeURIComponent(value);
  const article = "bäckerei-öffnet";
  const speaker = "zoë-ångström";

  test.each<readonly [path: string, composed: string]>([
    ...["", "/text", "/sections", "/sections/lead", "/paragraphs", "/paragraphs/p1", "/quotes", "/speakers"].map(
      (rest): [string, string] => [`/v1/articles/${nfd(article)}${rest}`, `/v1/articles/${nfc(article)}${rest}`],
    ),
    [`/articles/${nfd(article)}`, `/articles/${nfc(article)}`],
    [`/speakers/${nfd(speaker)}`, `/speakers/${nfc(speaker)}`],
    [`/v1/speakers/${nfd(speaker)}`, `/v1/speakers/${nfc(speaker)}`],
    [`/v1/speakers/${nfd(speaker)}/quotes`, `/v1/speakers/${nfc(speaker)}/quotes`],
    [`/v1/feeds/speakers/${nfd(speaker)}.atom`, `/v1/feeds/speakers/${nfc(speaker)}.atom`],
    [`/v1/feeds/speakers/${nfd(speaker)}.json`, `/v1/feeds/speakers/${nfc(speaker)}.json`],
  ] satisfies [string, string][])("redirects to the composed one: %s", async (path, composed) => {
    await api.get(path).expect(308).expect("location", composed);
    await api.get(path.toLowerCase()).expect(308).expect("location", composed);
    await api.get(`${path}?utm_source=x`).expect(308).expect("location", `${composed}?utm_source=x`);
    await api.get(composed).expect(200);
  });

  test("or with capitals: redirects to the one in lower case, of an article, a speaker and a quote", async () => {
    const quote = sampleArticles()[0]?.quotes[0]?.id ?? "";
    const capitals = (value: string) => encodeURIComponent(value.toUpperCase());
    for (const [odd, plain] of [
      [`/v1/articles/${capitals(article)}/text`, `/v1/articles/${nfc(article)}/text`],
      [`/articles/${capitals(article)}`, `/articles/${nfc(article)}`],
      [`/v1/speakers/${capitals(speaker)}`, `/v1/speakers/${nfc(speaker)}`],
      [`/v1/feeds/speakers/${capitals(speaker)}.atom`, `/v1/feeds/speakers/${nfc(speaker)}.atom`],
      [`/v1/quotes/${capitals(quote)}`, `/v1/quotes/${quote}`],
      [`/quotes/${capitals(quote)}`, `/quotes/${quote}`],
    ] satisfies [string, string][]) {
      await api.get(odd).expect(308).expect("location", plain);
    }
    await api.get(`/v1/quotes?article=${capitals(article)}`).expect(200);
    await api.get(`/v1/articles/${nfc("chœur-été")}/sections/${capitals("été-prochain")}`).expect(200);
    await api.get("/v1/quotes/NOPE").expect(404);
  });

  test("names a section and filters too", async () => {
    await api.get(`/v1/articles/${nfc("chœur-été")}/sections/${nfd("été-prochain")}`).expect(200);
    for (const path of ["/v1/quotes?", "/v1/search?q=brot&", "/v1/verify?quote=brot&"]) {
      await api.get(`${path}article=${nfd(article)}`).expect(200);
      await api.get(`${path}speaker=${nfd(speaker)}`).expect(200);
    }
  });

  test("stays unknown where the composed one is", async () => {
    await api.get(`/v1/articles/${nfd("hä")}`).expect(404);
    await api.get(`/v1/speakers/${nfd("hä")}`).expect(404);
  });
});
