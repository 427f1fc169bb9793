import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { chooseQuoteOfTheDay } from "../../../src/http/routes/pages/quote-of-the-day.ts";
import { buildServer } from "../../../src/http/server.ts";
import { folderArchive } from "../../../src/store/archive.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { setRegistry } from "../../../src/store/postgres/registry.ts";
import type { Store } from "../../../src/store/store.ts";
import { dataFolder, sampleArticles } from "../../fixtures.ts";
import { manyArticles } from "../many-articles.ts";
import { openArchive } from "./database-archive.ts";
import { type PostgresServer, startPostgres } from "./server.ts";

const articles = [...sampleArticles(), ...manyArticles(90)];
const [harbour] = articles as [Article];
const loss = harbour.quotes[0] as Article["quotes"][number];

let server: PostgresServer;
let folder: ReturnType<typeof dataFolder>;
const closers: (() => Promise<unknown>)[] = [];
let stores: Store[];
let ask: ((path: string, headers?: Record<string, string>) => Promise<{ status: number; headers: object; body: string }>)[];

beforeAll(async () => {
  server = await startPostgres();
  folder = dataFolder(articles);
  folder.write("speakers.json", {
    speakers: [
      { id: "i-marlow", name: "I. Marlow", merges: ["ines-marlow"], aliases: ["Ines Marlow"], sameAs: ["https://people.example/ines"] },
      { id: "otto-brandt", name: "Otto Brandt jr." },
    ],
  });
  folder.write("articles/harbour-to-close.edits.json", { edits: [{ op: "reject", quote: { id: loss.id, text: loss.text } }] });
  const archive = await openArchive(server);
  const source = folderArchive(folder.folder, () => {});
  if (source.registry !== null) await setRegistry(archive.pool, source.registry);
  const incoming = [];
  for await (const one of source.articles) incoming.push(one);
  expect(await archive.load(incoming)).toMatchObject({ refused: 0 });
  const files = await FilesStore.open({ folder: folder.folder, watch: false, onProblem: () => {} });
  closers.push(archive.close, () => files.close());
  stores = [files, archive.store];
  ask = await Promise.all(stores.map(serve));
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
  folder.remove();
  await server.remove();
});

async function serve(store: Store) {
  const app = await buildServer({ store, publicUrl: "https://verbatim.example" });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  closers.push(() => app.close());
  return async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, { headers, redirect: "manual" });
    const { date: _, connection: __, "keep-alive": ___, "x-request-id": ____, ...kept } = Object.fromEntries(answer.headers);
    const body = (await answer.text()).replace(/"requestId":"[^"]+"/, "");
    return { status: answer.status, headers: kept, body };
  };
}

/** What both stores answer, which must be the same bytes and headers. */
async function both(path: string, headers: Record<string, string> = {}) {
  const [files, postgres] = await Promise.all(ask.map((one) => one(path, headers)));
  expect(postgres, path).toEqual(files);
  return postgres as NonNullable<typeof postgres>;
}

const q = (name: string, values: string[]) => ["", ...values.map((value) => `${name}=${encodeURIComponent(value)}`)];
/** Every combination of one choice from each list, as query strings. */
const combine = (...lists: string[][]) =>
  lists.reduce((queries, list) => queries.flatMap((query) => list.map((one) => [query, one].filter(Boolean).join("&"))), [""]);
const WORDS = [
  "tram",
  "elm* OR holm -library",
  "votes",
  '"river wall"',
  "elmford ferry",
  "ostra",
  '"said ines"',
  "½",
  "nowhere-to-be-found",
  "the",
  "% …",
];
const DATES = ["2021-03-01", "2021-03-01T05:00:00Z"];
const dates = combine(q("publishedFrom", DATES), q("publishedTo", ["2021-06-30", "2021-06-30T01:00:00Z"]));

describe("both stores give the same bytes", () => {
  test("of every article and everything in it", async () => {
    for (const { slug, sections, aliases } of articles.slice(0, 30)) {
      const base = `/v1/articles/${encodeURIComponent(slug)}`;
      const parts = [
        "",
        "/text",
        "/sections",
        "/paragraphs",
        "/quotes",
        "/speakers",
        "?fields=quotes,headline",
        "/quotes?speaker=i-marlow",
        "/quotes?kind=mixed",
      ];
      for (const part of parts) expect((await both(base + part)).status).toBe(200);
      for (const section of sections) await both(`${base}/sections/${section.id}`);
      await both(`${base}/paragraphs/p1`);
      await both(`${base}/paragraphs/p99`);
      for (const alias of aliases) expect((await both(`/v1/articles/${alias}?fields=slug`)).status).toBe(308);
    }
    for (const format of ["markdown", "html", "jsonld", "ninjs", "text"]) await both(`/v1/articles/harbour-to-close?format=${format}`);
  });

  test("of every list of articles, page by page", async () => {
    const filters = combine(
      q("speaker", ["i-marlow", "ines-marlow", "jun-sato"]),
      q("language", ["en", "EN-gb", "de"]),
      q("sort", ["updated"]),
    );
    for (const filter of [
      ...filters,
      ...combine(q("q", WORDS), q("speaker", ["aya-noor"])),
      ...combine(dates, q("language", ["en"]), q("sort", ["updated"])),
    ]) {
      await walk("/v1/articles", filter, 50);
    }
    await walk("/v1/articles", "", 7);
  });

  test("of the front page, whatever the day", async () => {
    const page = await both("/", { accept: "text/html" });
    expect(page.body).toContain("Quote of the day");
    for (let day = 1; day <= 60; day += 1) {
      const date = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
      const [files, postgres] = await Promise.all(stores.map((store) => chooseQuoteOfTheDay(store, date)));
      expect(postgres, date).toEqual(files);
    }
  });

  test("of every list of quotes, page by page", async () => {
    const speakers = ["", "speaker=i-marlow", "speaker=none", "speaker=ines-marlow&speaker=none&speaker=jun-sato"];
    for (const filter of [
      ...combine(speakers, q("kind", ["mixed", "indirect"]), ["", ...dates.slice(3, 5)]),
      ...combine(q("q", WORDS), speakers.slice(0, 2)),
      ...combine(q("article", ["harbour-old", "harbour-to-close"]), q("kind", ["direct"])),
      ...dates,
    ]) {
      await walk("/v1/quotes", filter, 100);
    }
    await walk("/v1/quotes", "speaker=i-marlow&speaker=otto-brandt", 5);
  });

  test.each(["articles?speaker=nobody", "quotes?speaker=nobody", "quotes?article=nowhere", "search?q=the&article=nowhere"])(
    "of a filter that names nothing there is: %s",
    async (list) => {
      expect((await both(`/v1/${list}`)).status).toBe(404);
    },
  );

  test("of every list of speakers, of every speaker and of what they said", async () => {
    for (const filter of combine(
      q("q", ["marlow", '"otto brandt"', "łuk"]),
      q("speakerType", ["person", "organisation"]),
      q("sort", ["quotes"]),
    )) {
      await walk("/v1/speakers", filter, 60);
    }
    await walk("/v1/speakers", "sort=quotes", 7);
    await walk("/v1/speakers", "sort=articles&order=asc&kind=mixed&language=en", 9);
    await walk("/v1/speakers", "id=ines-marlow&id=jun-sato&speaker=i-marlow&speaker=otto-brandt", 7);
    for (const id of ["i-marlow", "ines-marlow", "otto-brandt", "ada-quill", "nobody", "council-minutes~a-clerk"]) {
      await both(`/v1/speakers/${id}`);
      await both(`/v1/speakers/${id}/quotes?limit=3`);
      await both(`/v1/feeds/speakers/${id}.atom`);
    }
    await both("/v1/feeds/articles.json");
    for (const filter of ["q=the&in=quotes", "q=trma libary&fuzzy=true", "speaker=i-marlow&kind=mixed", "language=en"]) {
      await both(`/v1/feeds/articles.atom?${filter}`);
    }
    for (const filter of ["q=the", "speaker=i-marlow&kind=mixed", "speaker=none"]) await both(`/v1/feeds/quotes.json?${filter}`);
  });

  // Fewer hits than relevance picks the best of: the order is the same, too.
  test("of search, newest first and by relevance, with facets", async () => {
    const places = q("in", ["quotes", "narration"]);
    const filters = ["speaker=ines-marlow", "speaker=none&kind=direct", "language=en", "publishedFrom=2021-03-01", "fuzzy=true"];
    for (const filter of combine(q("q", [...WORDS, "trma libary"]).slice(1), places, ["", ...filters])) {
      await walk("/v1/search", `${filter}&sort=published`, 50);
      await both(`/v1/search?${filter}&format=csv`);
      await walk("/v1/search", `${filter}&facets=speaker&facets=year&facets=kind`, 50);
    }
  });

  test("of the quote checker: true, altered, spliced, misattributed and invented words", async () => {
    const said = articles.slice(0, 30).flatMap((article) => article.quotes);
    const claims = said.flatMap((quote, index) => {
      const words = quote.text.split(" ");
      return [quote.text, words.with(0, "never").join(" "), `${words.slice(0, 4).join(" ")} ${said[index + 1]?.text ?? ""}`];
    });
    for (const claim of [...claims.slice(0, 90), "nothing of the kind was ever said by anybody"]) {
      await both(`/v1/verify?${new URLSearchParams({ quote: claim.slice(0, 500) })}`);
    }
    for (const speaker of ["ines-marlow", "i-marlow"]) {
      await both(`/v1/verify?${new URLSearchParams({ quote: (said[0]?.text ?? "").slice(0, 500), speaker })}`);
    }
  });

  test("of quotes by id: present, former, removed and unknown ones", async () => {
    for (const { id } of articles.slice(0, 40).flatMap((article) => article.quotes)) await both(`/v1/quotes/${id}`);
    expect((await both(`/v1/quotes/${loss.id}`)).status).toBe(410);
    await both(`/v1/quotes/${articles[5]?.quotes[0]?.id}?format=annotation`);
    expect((await both("/v1/quotes/nowhere")).status).toBe(404);
  });

  test("of streams of whole lists", async () => {
    for (const accept of ["application/x-ndjson", "text/csv"]) {
      for (const list of ["/v1/articles", "/v1/quotes?speaker=i-marlow", "/v1/speakers"]) await both(list, { accept });
    }
  });

  test("of hostile parameters, which are never a 500", async () => {
    const odd = [
      "%00",
      "a%00b",
      "%ED%A0%80",
      "%F0%9F%8F%B4",
      "'; DROP TABLE articles; --",
      "%25",
      "\\",
      "x".repeat(390),
      "'a' & 'b'",
      "a:*",
      "($1)",
    ];
    for (const one of odd) {
      const value = one.includes("%") ? one : encodeURIComponent(one);
      for (const path of [
        `/v1/articles/${value}`,
        `/v1/quotes/${value}`,
        `/v1/speakers/${value}`,
        `/v1/articles?q=a${value}`,
        `/v1/articles?speaker=${value}`,
        `/v1/quotes?speaker=${value}&q=${value}1`,
        `/v1/quotes?article=${value}`,
        `/v1/articles?language=${value}`,
        `/v1/articles?cursor=${value}`,
      ]) {
        expect((await both(path)).status, path).toBeLessThan(500);
      }
    }
  });
});

/** Follows a list to its end; both stores must give the same page each time. */
async function walk(path: string, filter: string, limit: number): Promise<void> {
  let cursor: string | null = null;
  do {
    const query = [filter, `limit=${limit}`, cursor === null ? "" : `cursor=${cursor}`].filter(Boolean).join("&");
    const { status, body } = await both(`${path}?${query}`);
    expect(status, `${path}?${query}: ${body}`).toBe(200);
    cursor = JSON.parse(body).nextCursor;
  } while (cursor !== null);
}
