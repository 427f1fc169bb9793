import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseArticle } from "../../src/article/rules/check-article.ts";
import { Extracting } from "../../src/http/tasks/extracting.ts";
import { startServer } from "./server.ts";

let server: Awaited<ReturnType<typeof startServer>>;
let api: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startServer();
  api = supertest(server.url);
});
afterAll(() => server.stop());

const TEXT =
  "Kiln stays open\n\nThe old kiln will stay open, the owners said on Monday.\n\n“We never meant to close it,” said Orla Brice, the manager.";
const post = (type: string, body: string | Buffer | object) => api.post("/v1/extractions").set("content-type", type).send(body);

describe("POST /v1/extractions", () => {
  test("makes a sound article of plain text, Markdown, HTML and JSON, and stores nothing", async () => {
    const html = `<html lang="en"><head><title>Kiln stays open</title></head><body><article><h1>Kiln stays open</h1>${TEXT.split("\n\n")
      .slice(1)
      .map((line) => `<p>${line}</p>`)
      .join("")}</article></body></html>`;
    for (const [type, body] of [
      ["text/plain", TEXT],
      ["text/markdown; charset=utf-8", `# ${TEXT}`],
      ["text/html", html],
      [
        "application/json",
        { text: TEXT, language: "en", publishedAt: "2026-05-01", url: "https://kiln.example/1", publisher: "The Kiln Post" },
      ],
    ] as const) {
      const answer = await post(type, body).expect(200).expect("cache-control", "no-store");
      const { notes, ...article } = answer.body;
      expect(parseArticle(article).faults).toEqual([]);
      expect(notes).toEqual([]);
      expect(answer.body.headline.text).toBe("Kiln stays open");
      expect(
        answer.body.quotes.some(
          (quote: { text: string; attribution: { speakers: { name: string }[] } }) =>
            quote.text === "We never meant to close it," && quote.attribution.speakers[0]?.name === "Orla Brice",
        ),
      ).toBe(true);
      if (type === "application/json")
        expect(answer.body).toMatchObject({
          language: "en",
          publishedAt: "2026-05-01",
          sourceUrl: "https://kiln.example/1",
          publisher: "The Kiln Post",
        });
    }
    await api.get("/v1/articles/kiln-stays-open").expect(404);
  });

  test("says which type a body has that came as plain text, and what a body is that is no article", async () => {
    const detail = async (type: string, body: string | object) => (await post(type, body).expect(422)).body.detail;
    const html = "<h1>Kiln</h1><p>“We never meant to close it,” said Orla Brice.</p>";
    expect(await detail("text/plain", html)).toBe("The body is HTML but was sent as text/plain. Send it with Content-Type: text/html.");
    expect(await detail("application/json", { text: html })).toBe("`text` is HTML. Send it as `html`.");
    expect(await detail("text/plain", JSON.stringify({ text: TEXT }))).toContain("Content-Type: application/json");
    expect(await detail("text/markdown", JSON.stringify([{ html }]))).toContain("JSON, not an article");
    expect(await detail("text/html", "<rss><channel/></rss>")).toContain("a feed (RSS)");
    await post("text/markdown", `<div align="center">\n\n# Kiln\n\n</div>\n\n“We never meant to close it,” said Orla Brice.`).expect(200);
    await post("text/html", html).expect(200);
  });

  test("reads the encoding the body is labelled with", async () => {
    const { body } = await post(
      "text/plain; charset=iso-8859-1",
      Buffer.from("Caf\xe9 stays\n\nThe caf\xe9 stays open, it was said.", "latin1"),
    ).expect(200);
    expect(body.headline.text).toBe("Café stays");
  });

  test("refuses a body that is not an article, has another type, is too large or is wrong JSON, and says why", async () => {
    expect((await post("text/plain", " \n").expect(422)).body).toMatchObject({
      code: "unreadable-source",
      detail: expect.stringContaining("empty"),
    });
    expect((await post("text/plain", Buffer.from([0, 1, 2, 3, 0, 0, 0, 5])).expect(422)).body.detail).toContain("not text");
    expect((await post("image/png", TEXT).expect(415)).body.available).toContain("text/html");
    expect((await post("text/plain", "x".repeat(5 * 1024 * 1024 + 1)).expect(413)).body).toMatchObject({
      code: "payload-too-large",
      detail: expect.stringContaining("at most 5 MiB"),
    });
    expect((await post("application/json", "{").expect(400)).body.code).toBe("invalid-body");
    expect((await post("application/json", { text: "a", html: "b" }).expect(400)).body.detail).toContain("exactly one");
    expect((await post("application/json", { text: TEXT, publishedAt: "soon" }).expect(400)).body.errors[0].name).toBe("publishedAt");
    expect((await post("application/json", { text: TEXT, titel: "Kiln", note: 1 }).expect(400)).body).toMatchObject({
      code: "invalid-body",
      errors: [
        { in: "body", name: "titel", message: "Unknown member; remove it." },
        { in: "body", name: "note" },
      ],
    });
    await api.get("/v1/extractions").expect(405).expect("allow", "POST, OPTIONS");
  });

  test("says what import says of a source: what was dropped, and metadata that was not understood", async () => {
    const notesOf = async (type: string, body: string) => (await post(type, body).expect(200)).body.notes;
    expect(await notesOf("text/plain", TEXT.replace("old", "\u0001\u0002old"))).toEqual([
      { code: "control-characters", message: "Control characters were dropped.", count: 2 },
    ]);
    const german =
      "# Die Fähre bleibt\n\n„Wir bleiben“, sagte Hanne Tiedjens, die dort seit vielen Jahren arbeitet und auch weiter dort arbeiten will.";
    expect(await notesOf("text/markdown", german)).toEqual([
      { code: "language-without-rules", message: expect.stringContaining("German (de)"), count: 1 },
    ]);
    expect(await notesOf("text/markdown", `---\ndate: soonish\n---\n\n# ${TEXT}`)).toEqual([
      { code: "metadata", message: expect.stringContaining('"soonish"'), count: 1 },
    ]);
  });

  test("reads a page of 5 MB, and answers other requests meanwhile", async () => {
    const paragraphs = TEXT.split("\n\n")
      .slice(1)
      .map((line) => `<p>${line}</p>`);
    const page = `<html><body><article><h1>Kiln stays open</h1>${paragraphs.join("").repeat(5)}</article><script>${"x".repeat(5_000_000)}</script></body></html>`;
    const slow = post("text/html", page).then((response) => response);
    await api.get("/health/live").expect(200);
    expect((await slow).body).toMatchObject({ headline: { text: "Kiln stays open" }, notes: [] });
  });

  test("answers other requests while it works, and ends a source that takes too long or too much memory", async () => {
    const hostile = `Marks\n\n${"“a” ".repeat(120_000)}`;
    const slow = post("text/plain", hostile).then((response) => response);
    await api.get("/health/live").expect(200);
    expect([200, 422]).toContain((await slow).status);
    const impatient = new Extracting(1);
    await expect(impatient.extract(Buffer.from(hostile), { importedAt: "2026-01-01T00:00:00Z" })).rejects.toMatchObject({
      code: "extraction-timeout",
    });
    await impatient.close();
    const small = new Extracting(undefined, 12);
    const long = Buffer.from(`Kiln\n\n${TEXT.repeat(5_000)}`);
    await expect(small.extract(long, { importedAt: "2026-01-01T00:00:00Z" })).rejects.toMatchObject({
      code: "unreadable-source",
      message: expect.stringContaining("memory"),
    });
    await small.close();
  });
});

test("exports of other systems are refused with what they are and what to do, as import and texts are", async () => {
  const cure = 'Give the file to "verbatim import", which makes an article of each of its items.';
  const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><wp:post_type>post</wp:post_type></item></channel></rss>`;
  for (const type of ["text/html", "text/plain"]) {
    const { body } = await post(type, xml).expect(422);
    expect(body).toMatchObject({
      code: "unreadable-source",
      detail: `The source is a WordPress export of 1 post, not an article. ${cure}`,
    });
  }
  const { body } = await post("application/json", { db: [{ meta: {}, data: { posts: [] } }] }).expect(400);
  expect(body).toMatchObject({ code: "invalid-body", detail: `The source is a Ghost export, not an article. ${cure}` });
});
