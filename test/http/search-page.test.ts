import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleArticles } from "../fixtures.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
async function browse(path: string) {
  const response = await fetch(server.url + path, { headers: { accept: BROWSER } });
  return { status: response.status, document: parseHTML(await response.text()).document };
}
interface List {
  items: { id: string; slug?: string; article: { slug: string } }[];
  total: number;
  facets: { speaker: { name: string | null; count: number }[] };
}
const json = async (path: string) => (await fetch(server.url + path)).json() as Promise<List>;

type Document = Awaited<ReturnType<typeof browse>>["document"];
const texts = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => String(element.textContent).replace(/\s+/g, " ").trim());
const hrefs = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.getAttribute("href") ?? "");
const link = (document: Document, words: string) => {
  const found = [...document.querySelectorAll("main a")].find(({ textContent }) => String(textContent).includes(words));
  return found?.getAttribute("href") ?? null;
};

/** The items of a list page, as their addresses. */
function shown(document: Document): string[] {
  const headlines = hrefs(document, ".teasers h2 a").map((href) => decodeURIComponent(href.split("/").at(-1) ?? ""));
  return headlines.length > 0 ? headlines : hrefs(document, ".actions li:first-child a").map((href) => href.split("/").at(-1) ?? "");
}

const idsOf = (items: List["items"]) => items.map((item) => item.id ?? item.slug ?? item.article.slug);

describe("the list of a page is the list of the API", () => {
  test.each([
    ["/search?q=said", "/v1/search?q=said"],
    ["/search?q=said&sort=published&order=asc", "/v1/search?q=said&sort=published&order=asc"],
    ["/search?q=boats&in=quotes&speaker=ada-quill", "/v1/search?q=boats&in=quotes&speaker=ada-quill"],
    ["/search?q=harbuor&fuzzy=true", "/v1/search?q=harbuor&fuzzy=true"],
    ["/search?q=said&publishedFrom=2024-05-02", "/v1/search?q=said&publishedFrom=2024-05-02"],
    ["/search?show=quotes&q=boats", "/v1/quotes?q=boats"],
    ["/search?show=quotes&kind=mixed&kind=indirect&sort=length", "/v1/quotes?kind=mixed&kind=indirect&sort=length"],
    ["/search?show=quotes&speaker=none", "/v1/quotes?speaker=none"],
    ["/search?speaker=ada-quill", "/v1/articles?speaker=ada-quill"],
    ["/articles", "/v1/articles"],
    ["/articles?q=said&language=de", "/v1/articles?q=said&language=de"],
    ["/articles?speaker=ada-quill&sort=length&order=asc", "/v1/articles?speaker=ada-quill&sort=length&order=asc"],
  ])("%s", async (page, list) => {
    const { status, document } = await browse(page);
    const { items, total } = await json(list);
    expect(status).toBe(200);
    expect(items.length).toBeGreaterThan(0);
    expect(shown(document)).toEqual(idsOf(items));
    const noun = list.startsWith("/v1/quotes") ? "quote" : "article";
    expect(texts(document, ".total")).toEqual([`${total} ${noun}${total === 1 ? "" : "s"}`]);
  });

  test.each([
    "/search?q=said&kind=mixed&kind=direct&sort=published",
    "/search?q=loss&show=quotes",
    "/articles?speaker=ada-quill&order=asc",
  ])("and so are its forms: %s", async (page) => {
    const { document } = await browse(page);
    const [asJson = "", asCsv = "", asLines = "", atom = "", feed = ""] = hrefs(document, ".forms a");
    const { items } = await json(asJson);
    expect(shown(document)).toEqual(idsOf(items));
    const lines = (await (await fetch(server.url + asLines)).text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(items);
    const csv = await fetch(server.url + asCsv);
    expect([csv.status, csv.headers.get("x-total-count")]).toEqual([200, String(items.length)]);
    const ids = (await json(feed)).items.map(({ id }) => decodeURIComponent(id.split("/").at(-1) ?? ""));
    expect(ids.sort()).toEqual(idsOf(items).sort());
    expect((await fetch(server.url + atom)).status).toBe(200);
    // Programs find the forms in the head.
    expect(hrefs(document, "link[rel=alternate]")).toEqual(hrefs(document, ".forms a"));
  });
});

describe("/search", () => {
  test("marks what was found, and leads to its place", async () => {
    const { document } = await browse('/search?q=boats+"loss+for"');
    expect(texts(document, "mark")).toEqual(expect.arrayContaining(["loss for", "boats"]));
    const [place = ""] = hrefs(document, ".place");
    expect(place).toMatch(/^\/articles\/harbour-to-close#p\d+:~:text=/);
    expect(texts(document, ".excerpt").join(" ")).toContain("boats");
    expect(document.querySelector("main")?.textContent).toContain(sampleArticles()[0]?.rights.notice?.text ?? "©");
  });

  test("marks the words in quotes, too, in every form and no others", async () => {
    const { document } = await browse("/search?q=boat+-nothing&show=quotes");
    expect(texts(document, "blockquote mark")).toEqual(["boats"]);
    expect(texts((await browse("/search?kind=direct&show=quotes")).document, "mark")).toEqual([]);
  });

  test("counts both views, and the words and filters stay from one to the other", async () => {
    const { document } = await browse("/search?q=said&speaker=ada-quill&sort=published");
    const { total } = await json("/v1/quotes?q=said&speaker=ada-quill");
    expect(texts(document, ".views a")).toEqual(["Articles 2", `Quotes ${total}`]);
    expect(hrefs(document, ".views a")[1]).toBe("/search?q=said&speaker=ada-quill&show=quotes");
  });

  test("offers every facet as links with the counts of the API; each leads to so many items", async () => {
    const { document } = await browse("/search?q=said");
    const { facets } = await json("/v1/search?q=said&facets=speaker,year,language,kind");
    const items = texts(document, ".facets li");
    for (const { name, count } of facets.speaker) expect(items).toContain(`${name ?? "Nobody named"} ${count}`);
    expect(items).toContain("2024 2");
    expect(items).toContain("No date 1");
    for (const words of ["Ada Quill", "2024", "Quoted in part", "Nobody named"]) {
      const item = [...document.querySelectorAll(".facets li a")].find(({ textContent }) => String(textContent).includes(words));
      const narrowed = await browse(item?.getAttribute("href") ?? "");
      expect(texts(narrowed.document, ".total")[0]).toMatch(new RegExp(`^${item?.querySelector(".count")?.textContent} article`));
    }
  });

  test("shows the filters that apply by name, each a link that removes it", async () => {
    const { document } = await browse(
      "/search?q=said&speaker=ada-quill&kind=direct&publishedFrom=2024-01-01&publishedTo=2024-12-31&in=all",
    );
    expect(texts(document, ".chosen .filter")).toEqual(
      ["Words said", "Looked in The whole text", "Speaker Ada Quill", "Kind Direct", "Published 2024"].map(
        (one) => `${one}: remove this filter`,
      ),
    );
    expect(hrefs(document, ".chosen .filter")[2]).toBe("/search?q=said&kind=direct&publishedFrom=2024-01-01&publishedTo=2024-12-31&in=all");
    expect(hrefs(document, ".chosen .filter")[4]).toBe("/search?q=said&speaker=ada-quill&kind=direct&in=all");
    expect(link(document, "Remove all")).toBe("/search");
    // What is chosen is removed by its facet, too.
    expect(hrefs(document, ".facets .is-chosen")).toContain(hrefs(document, ".chosen .filter")[4]);
  });

  test("takes a speaker by any name, and has the id in its links", async () => {
    const { document } = await browse("/search?show=quotes&speaker=Ada+Quill&speaker=none");
    expect(texts(document, ".chosen b")).toEqual(["Ada Quill", "nobody named"]);
    expect(hrefs(document, ".forms a")[0]).toBe("/v1/quotes?speaker=ada-quill&speaker=none&format=json");
  });

  test("keeps the filters in its forms, and leaves out fields that were left empty", async () => {
    const { document } = await browse("/search?q=said&kind=direct&kind=mixed&publishedFrom=&publishedTo=&in=");
    const fields = [...document.querySelectorAll("form.search input[type=hidden]")];
    expect(fields.map((field) => [field.getAttribute("name"), field.getAttribute("value")])).toEqual([
      ["kind", "direct"],
      ["kind", "mixed"],
    ]);
    expect(document.querySelector("form.dates input[name=q]")?.getAttribute("value")).toBe("said");
  });

  test("begins with what can be typed, and is for search engines then alone", async () => {
    const start = await browse("/search");
    expect(texts(start.document, ".help code")).toContain('"bridge or no bridge"');
    expect(start.document.querySelector("meta[name=robots]")).toBeNull();
    const asked = await browse("/search?q=said");
    expect(asked.document.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
  });
});

describe("a search that finds nothing", () => {
  test("offers words that are spelt alike, the other view, any of the words, and the check", async () => {
    const { status, document } = await browse("/search?q=harbuor");
    expect(status).toBe(200);
    expect(texts(document, ".tries li")[0]).toBe("Look for similar words too: 1 article with “harbour”");
    expect(link(document, "Look for similar words")).toBe("/search?q=harbuor&fuzzy=true");
    const both = await browse("/search?q=zzz+loss");
    expect(link(both.document, "any of the words")).toBe("/search?q=zzz+OR+loss");
    expect(link(both.document, "Check these words")).toBe("/check?quote=zzz+loss");
  });

  test("names each filter that may be left out", async () => {
    const { document } = await browse("/search?q=loss&speaker=zoë-ångström&language=de");
    expect(link(document, "Leave out “Speaker: Zoë Ångström”")).toBe("/search?q=loss&language=de");
    expect(link(document, "Leave out “Language: German”")).toContain("/search?q=loss&speaker=");
    expect(texts(document, ".tries li").join()).not.toContain("Words");
  });

  test("says so of filters alone, and of words without a letter", async () => {
    expect(texts((await browse("/search?show=quotes&kind=mixed&language=xx")).document, ".empty")).toEqual([
      "Nothing has all of these filters.",
    ]);
    expect((await browse("/search?q=%E2%80%A6")).status).toBe(200);
  });
});

describe("what cannot be searched for", () => {
  test("is a page that says why, with what was typed in its place and ways on", async () => {
    const { status, document } = await browse("/search?q=harbour+OR&kind=direct");
    expect(status).toBe(400);
    expect(document.querySelector("h1")?.textContent).toBe("This cannot be searched for");
    expect(texts(document, ".wrong li")).toEqual([
      "At character 9: OR needs a word or a phrase on both sides. Put it in double marks to find it as a word.",
    ]);
    expect(document.querySelector("main #q")?.getAttribute("value")).toBe("harbour OR");
    for (const href of hrefs(document, ".tries a").filter((one) => one.startsWith("/search")))
      expect((await browse(href)).status).toBe(200);
  });

  test("may have been meant as a filter", async () => {
    const { document } = await browse("/search?q=loss+speaker:ada-quill&show=quotes");
    expect(link(document, "Filter by Speaker: ada-quill")).toBe("/search?show=quotes&q=loss&speaker=ada-quill");
  });

  test("may be a whole sentence, which can be checked", async () => {
    const { status, document } = await browse(`/search?q=${"so+long+a+text+".repeat(40)}`);
    expect(status).toBe(400);
    expect(texts(document, ".wrong li")).toEqual(["Too long; at most 200 characters are allowed."]);
    expect(link(document, "Check this as a quote")).toMatch(/^\/check\?quote=so\+long/);
  });

  test.each([
    ["/search?q=said&kind=shouted&speaker=ada-quill", 400, "Kind: Unknown kind", "/search?q=said&speaker=ada-quill"],
    ["/search?publishedFrom=2024-02-30", 400, "Published from:", "/search"],
    ["/search?q=said&cursor=nonsense", 400, "Start again without it.", "/search?q=said"],
    ["/articles?sort=loudness", 400, "sort: Unknown sort", "/articles"],
  ])("names a wrong value, and the list without it: %s", async (page, code, words, without) => {
    const { status, document } = await browse(page);
    expect(status).toBe(code);
    expect(document.querySelector("main")?.textContent).toContain(words);
    expect(hrefs(document, ".tries a")[0]).toBe(without);
  });

  test("names a speaker and a publisher that nobody is, and those that are near", async () => {
    const { status, document } = await browse("/search?q=said&speaker=ada+quyll");
    expect(status).toBe(404);
    expect(document.querySelector("main")?.textContent).toContain('There is no speaker "ada quyll". Near: "ada-quill" (Ada Quill).');
    expect((await browse("/articles?publisher=zzz")).status).toBe(404);
  });

  test("is a problem for everybody else", async () => {
    const answer = await fetch(`${server.url}/search?q=harbour+OR`);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ code: "invalid-parameter", errors: [{ name: "q" }] });
  });
});
