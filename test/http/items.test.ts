import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer(sampleArticles());
  api = supertest(server.url);
});
afterAll(() => server.stop());

const [harbour] = sampleArticles();
if (harbour === undefined) throw new Error("expected an article");
const SLUG = harbour.slug;
const QUOTE = harbour.quotes[0]?.id;

interface Addressed {
  url: string;
  page: string;
}

/** Every object of an answer that has an `id` or a `slug` of its own address, with its addresses. */
function addressedIn(value: unknown, found: Addressed[] = []): Addressed[] {
  if (typeof value !== "object" || value === null) return found;
  if ("url" in value && "page" in value) found.push(value as Addressed);
  for (const member of Object.values(value)) addressedIn(member, found);
  return found;
}

describe("an item of an answer", () => {
  test.each([
    ["/v1/articles", 3],
    [`/v1/articles/${SLUG}`, 7],
    ["/v1/quotes", 14],
    [`/v1/quotes/${QUOTE}`, 2],
    ["/v1/speakers", 4],
    ["/v1/speakers/ada-quill", 3],
    [`/v1/articles/${SLUG}/sections`, 3],
    [`/v1/articles/${SLUG}/sections/what-comes-next`, 4],
    [`/v1/articles/${SLUG}/paragraphs`, 9],
    [`/v1/articles/${SLUG}/paragraphs/p1`, 3],
    [`/v1/articles/${SLUG}/quotes`, 9],
    [`/v1/articles/${SLUG}/speakers`, 3],
    ["/v1/search?q=said", 6],
    ["/v1/verify?quote=a+loss+for+the+town", 2],
  ])("of %s has an address in the API and one of a page, and both are there", async (path, count) => {
    const { body } = await api.get(path).expect(200);
    const items = addressedIn(body);
    expect(items.length).toBeGreaterThanOrEqual(count);
    for (const { url, page } of items) {
      expect(url).toMatch(/^\/v1\//);
      await api.get(url).set("accept", "application/json").expect(200);
      const [address = "", anchor] = page.split("#");
      const { text } = await api.get(address).set("accept", "text/html").expect(200);
      if (anchor !== undefined) expect(text).toContain(`id="${decodeURIComponent(anchor)}"`);
    }
    for (const item of body.items ?? []) expect(Object.keys(item)).toEqual(expect.arrayContaining(["url", "page"]));
  });

  test("names its article by an object everywhere, and a quote by an object with its speakers", async () => {
    const article = {
      slug: SLUG,
      headline: harbour.headline,
      publishedAt: harbour.publishedAt,
      url: `/v1/articles/${SLUG}`,
      page: `/articles/${SLUG}`,
    };
    const { body: sections } = await api.get(`/v1/articles/${SLUG}/sections`).expect(200);
    expect(sections.article).toMatchObject(article);
    const { body: found } = await api.get("/v1/search?q=loss&in=quotes").expect(200);
    const [fragment] = found.items[0].fragments;
    expect(fragment.quote).toMatchObject({
      id: QUOTE,
      speakers: [{ id: "ada-quill" }],
      url: `/v1/quotes/${QUOTE}`,
      page: `/quotes/${QUOTE}`,
    });
  });
});

describe("fields", () => {
  test.each([
    ["/v1/articles", "wordCount", "slug"],
    ["/v1/quotes", "page", "text"],
    ["/v1/speakers", "quoteCount", "id"],
    ["/v1/speakers/ada-quill/quotes", "text", "id"],
    [`/v1/articles/${SLUG}/quotes`, "context", "kind"],
    [`/v1/articles/${SLUG}/sections`, "url", "heading"],
    [`/v1/articles/${SLUG}/paragraphs`, "section", "text"],
    [`/v1/articles/${SLUG}/speakers`, "page", "name"],
    ["/v1/search?q=said", "url", "article"],
  ])("of %s: only those that are named, in the order of the schema", async (path, later, earlier) => {
    const join = path.includes("?") ? "&" : "?";
    const whole = await api.get(path).expect(200);
    for (const fields of [
      `fields=${later}&fields=${earlier}`,
      `fields=${later},${earlier}`,
      `fields[]=${later}&fields[]=${earlier}&fields[]=${later}`,
    ]) {
      const { body } = await api.get(`${path}${join}${fields}`).expect(200);
      const expected = whole.body.items.map((item: Record<string, unknown>) => ({ [earlier]: item[earlier], [later]: item[later] }));
      expect(body).toEqual({ ...whole.body, items: expected });
      expect(Object.keys(body.items[0])).toEqual([earlier, later]);
    }
    const { body } = await api.get(`${path}${join}fields=nothing&fields=${later}`).expect(400);
    expect(body.detail).toContain('There is no field "nothing". ');
    expect(body.detail).toContain(earlier);
    const { body: several } = await api.get(`${path}${join}fields=nothing,nowhere,nothing`).expect(400);
    expect(several.detail).toContain('There are no fields "nothing", "nowhere".');
    expect(several.detail.match(/The fields are/g)).toHaveLength(1);
  });

  test("pick the lines of NDJSON and the columns of CSV", async () => {
    const lines = await api.get("/v1/quotes?format=ndjson&fields=text,id").expect(200);
    const parsed = lines.text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(parsed).toHaveLength(7);
    for (const one of parsed) expect(Object.keys(one)).toEqual(["id", "text"]);
    const columns = async (path: string) => (await api.get(path).expect(200)).text.split("\r\n")[0];
    expect(await columns("/v1/quotes?format=csv&fields=id&fields=attribution")).toBe(
      "id,speakerIds,speakerNames,speakerTypes,mention,cue,basis,confidence",
    );
    expect(await columns("/v1/speakers?format=csv&fields=quoteCount,page&limit=1")).toBe("quoteCount,page");
    expect(await columns("/v1/articles?format=csv&fields=publishedAt,speakers,rights")).toBe(
      "publishedAt,publishedOn,speakerIds,speakerNames,rightsNotice,rightsHolder,rightsYear,licence",
    );
  });

  test("may change from page to page, and the link to the next page keeps them, the format and all that repeats", async () => {
    const address =
      "/v1/quotes?limit=1&format=csv&bom=true&fields=id&fields=text&speaker=ada-quill&speaker=none&publishedFrom=2024-01-01T00:00:00.5%2B02:00";
    const { headers, text } = await api
      .get(address)
      .expect(200)
      .expect("content-type", /^text\/csv/);
    expect(text).toMatch(/^\u{feff}id,text\r\n/u);
    const next = new URL(/<([^>]+)>; rel="next"/.exec(headers.link ?? "")?.[1] ?? "", server.url);
    expect(next.searchParams.getAll("fields")).toEqual(["id", "text"]);
    expect(next.searchParams.getAll("speaker")).toEqual(["ada-quill", "none"]);
    expect(Object.fromEntries(next.searchParams)).toMatchObject({ format: "csv", bom: "true", limit: "1" });
    expect((await api.get(`${next.pathname}${next.search}`).expect(200)).text).toMatch(/^\u{feff}id,text\r\n\w/u);
    next.searchParams.delete("fields");
    next.searchParams.set("format", "ndjson");
    expect(JSON.parse((await api.get(`${next.pathname}${next.search}`).expect(200)).text)).toHaveProperty("attribution");
  });
});
