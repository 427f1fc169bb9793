import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Article } from "../../../src/article/model/schema.ts";
import { CodePointText, textOf } from "../../../src/article/model/text.ts";
import { describeTool } from "../../../src/http/mcp/tool.ts";
import { TOOLS } from "../../../src/http/mcp/tools.ts";
import { buildArticle, cue, mention, segment } from "../../article-builder.ts";
import { sampleArticles } from "../../fixtures.ts";
import { startServer } from "../server.ts";
import { connect, ERAS } from "./client.ts";

/** JSON that was parsed. */
type Data = ReturnType<typeof JSON.parse>;

/** An article of many paragraphs, the second of which has no place to be cut at, with a quote in each of the others. */
function longArticle(): Article {
  const speakers = Array.from({ length: 30 }, (_, index) => `q${index}`);
  return buildArticle({
    slug: "long-night",
    headline: "A long night",
    sections: [
      { paragraphs: [["🌙".repeat(700)]] },
      {
        heading: "Hour by hour",
        paragraphs: speakers.map((id, index) => [
          "“",
          segment(id, `Hour ${index} was the longest of them all, and nobody slept.`),
          "” ",
          cue(id, "said"),
          " ",
          mention(id, "Mara Thole"),
          ".",
        ]),
      },
    ],
    quotes: Object.fromEntries(speakers.map((id) => [id, { by: ["Mara Thole"] }])),
    publishedAt: "2025-01-01",
  });
}

let server: Awaited<ReturnType<typeof startServer>>;
let call: (name: string, given?: object) => Promise<{ data: Data; text: string }>;
beforeAll(async () => {
  server = await startServer([...sampleArticles(), longArticle()]);
  const client = await connect(server.url, ERAS[1]);
  call = async (name, given = {}) => {
    const { structuredContent, content, isError } = await client.callTool({ name, arguments: { ...given } });
    const [block] = content as { type: string; text: string }[];
    if (isError) throw new Error(block?.text);
    return { data: structuredContent as Data, text: block?.text ?? "" };
  };
});
afterAll(() => server.stop());

/** What every answer with words of an article says of it. */
const HARBOUR = {
  slug: "harbour-to-close",
  headline: "Harbour ‘A loss’ for Brackwater",
  publishedAt: "2024-05-02T08:00:00Z",
  url: "https://verbatim.example/articles/harbour-to-close",
  sourceUrl: null,
  rights: "Written for Verbatim, CC0 1.0.",
};

describe("search_quotes", () => {
  test("gives all of a quote: fields, facets and formats cannot be chosen", async () => {
    for (const given of [{ fields: ["text"] }, { facets: ["speaker"] }, { format: "csv" }])
      await expect(call("search_quotes", given)).rejects.toThrow(Object.keys(given)[0]);
  });

  test("finds what the list of quotes finds, in its order, with the article, its rights and its addresses", async () => {
    const listed = (await (await fetch(`${server.url}/v1/quotes?speaker=Ada+Quill&limit=100`)).json()) as {
      items: { id: string }[];
      total: number;
    };
    const { data, text } = await call("search_quotes", { speaker: ["Ada Quill"], limit: 100 });
    expect(data.quotes.map(({ id }: { id: string }) => id)).toEqual(listed.items.map(({ id }) => id));
    expect(data).toMatchObject({ total: listed.total, nextCursor: null });
    expect(data.quotes[0]).toMatchObject({
      kind: "direct",
      text: "It is a loss for all of us, … We will fight.",
      speakers: [{ id: "ada-quill", name: "Ada Quill" }],
      mention: "Mayor Ada Quill",
      cue: "said",
      url: expect.stringMatching(/^https:\/\/verbatim\.example\/quotes\//),
      article: HARBOUR,
    });
    expect(text).toContain(
      "3 of 3 quotes.\n\n“It is a loss for all of us,” […] “We will fight.”\n— Ada Quill, “Harbour ‘A loss’ for Brackwater”",
    );
    expect(text).toContain("Written for Verbatim, CC0 1.0.\nArticle: harbour-to-close");
  });

  test("goes on by its cursor, which is that of the list", async () => {
    const first = await call("search_quotes", { article: "long-night", limit: 20 });
    expect(first.text).toContain(`cursor "${first.data.nextCursor}"`);
    const second = await call("search_quotes", { article: "long-night", limit: 20, cursor: first.data.nextCursor });
    expect([first.data.quotes.length, second.data.quotes.length, second.data.nextCursor]).toEqual([20, 10, null]);
    const ids = [...first.data.quotes, ...second.data.quotes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(30);
  });

  test("says when it finds none, and counts without showing any", async () => {
    expect((await call("search_quotes", { q: "zeppelin" })).text).toBe("No quotes found.");
    const { data } = await call("search_quotes", { kind: ["indirect"], limit: 0 });
    expect(data).toEqual({ quotes: [], total: 1, nextCursor: null });
  });
});

describe("search_articles", () => {
  test("finds by words, with where they occur; without words the newest come first", async () => {
    const { data, text } = await call("search_articles", { q: "boats" });
    expect(data.articles).toEqual([
      { ...HARBOUR, publisher: null, wordCount: 40, quoteCount: 4, excerpts: [expect.stringContaining("Where shall the boats go?")] },
    ]);
    expect(text).toContain("Article: harbour-to-close\n… ");
    const all = await call("search_articles");
    expect(all.data.articles.map(({ slug }: { slug: string }) => slug)).toEqual([
      "long-night",
      "harbour-to-close",
      "bäckerei-öffnet",
      "council-minutes",
    ]);
  });

  test("looks in quotes only, by speaker, and goes on", async () => {
    expect((await call("search_articles", { q: "authority", in: "quotes" })).data.total).toBe(0);
    expect((await call("search_articles", { q: "authority", in: "narration" })).data.total).toBe(1);
    await expect(call("search_articles", { in: "quotes" })).rejects.toThrow("Give `q` too, or leave `in` out.");
    const first = await call("search_articles", { speaker: "Ada Quill", limit: 1 });
    const second = await call("search_articles", { speaker: "Ada Quill", limit: 1, cursor: first.data.nextCursor });
    expect([...first.data.articles, ...second.data.articles].map(({ slug }) => slug)).toEqual(["harbour-to-close", "council-minutes"]);
  });
});

describe("get_article", () => {
  test("gives the text alone, or what else is asked for", async () => {
    const { data, text } = await call("get_article", { slug: "harbour-to-close" });
    const [harbour] = sampleArticles() as [Article];
    expect(data).toMatchObject({
      ...HARBOUR,
      text: textOf(harbour),
      quotes: null,
      speakers: null,
      nextStart: null,
      quoteCount: 4,
      revision: harbour.revision,
    });
    expect(data.sections).toEqual([
      { id: "lead", heading: null, start: expect.any(Number) },
      { id: "what-comes-next", heading: "What comes next", start: 184 },
    ]);
    expect(text).toContain(textOf(harbour));
    const parts = await call("get_article", { slug: "harbour-to-close", parts: ["quotes", "speakers"] });
    expect(parts.data).toMatchObject({
      text: null,
      quotes: { length: 4 },
      speakers: [{ id: "ada-quill" }, { id: "port-authority-of-brackwater" }],
    });
    expect(parts.text).toContain("“Where shall the boats go?” — Ada Quill (quote ");
    expect(parts.text).not.toContain("A banner read");
  });

  test("takes an old slug", async () => {
    expect((await call("get_article", { slug: "harbour-old" })).data.slug).toBe("harbour-to-close");
  });

  test("comes in pieces that end with a paragraph or a word, hold every quote once, and make the whole text", async () => {
    const whole = new CodePointText(textOf(longArticle()));
    const quotes: string[] = [];
    let text = "";
    let pieces = 0;
    for (let start: number | null = 0; start !== null; pieces += 1) {
      const { data, text: shown } = await call("get_article", { slug: "long-night", parts: ["text", "quotes"], start, length: 500 });
      expect(new CodePointText(data.text).length).toBeLessThanOrEqual(500);
      text += data.text;
      quotes.push(...data.quotes.map(({ id }: { id: string }) => id));
      if (data.nextStart === null) expect(shown).not.toContain("There is more");
      else expect(shown).toContain(`get_article with slug "long-night" and start ${data.nextStart}.`);
      start = data.nextStart;
    }
    expect(text).toBe(whole.value);
    expect([quotes.length, new Set(quotes).size]).toEqual([30, 30]);
    expect(pieces).toBeGreaterThan(4);
  });

  test("gives quotes without the text in pieces too", async () => {
    const quotes: string[] = [];
    let pieces = 0;
    for (let start: number | null = 0; start !== null; pieces += 1) {
      const { data } = await call("get_article", { slug: "long-night", parts: ["quotes"], start, length: 500 });
      quotes.push(...data.quotes.map(({ id }: { id: string }) => id));
      start = data.nextStart;
    }
    expect([quotes.length, new Set(quotes).size]).toEqual([30, 30]);
    expect(pieces).toBeGreaterThan(2);
  });
});

describe("get_speaker", () => {
  test.each(["ada-quill", "Ada Quill", "ADA  QUILL", "quill"])("knows one by %s", async (speaker) => {
    const { data, text } = await call("get_speaker", { speaker, quotes: 2 });
    expect(data).toMatchObject({
      id: "ada-quill",
      name: "Ada Quill",
      type: "person",
      quoteCount: 3,
      articleCount: 2,
      url: "https://verbatim.example/speakers/ada-quill",
    });
    expect(data.newestQuotes).toMatchObject([{ article: HARBOUR }, { article: HARBOUR }]);
    expect(text).toContain('Ada Quill (person, id "ada-quill"). Quotes: 3. Articles: 2.');
    expect(text).toContain('For more: search_quotes with speaker "ada-quill".');
  });

  test("shows no quotes when none are asked for", async () => {
    expect((await call("get_speaker", { speaker: "Zoë Ångström", quotes: 0 })).data.newestQuotes).toEqual([]);
  });
});

describe("verify_quote", () => {
  test("answers as the API does, and cites the articles of its matches", async () => {
    const claim = { quote: "It is a lost for all of us", speaker: "Zoë Ångström" };
    const { articles, ...checked } = (await call("verify_quote", claim)).data;
    expect(checked).toEqual(await (await fetch(`${server.url}/v1/verify?${new URLSearchParams(claim)}`)).json());
    expect(articles).toMatchObject([HARBOUR]);
  });

  test("says in words what was found, by whom, and what differs", async () => {
    const { text } = await call("verify_quote", { quote: "It is a lost for all of us", speaker: "Zoë Ångström" });
    for (const part of [
      "Words: altered. Close to recorded words, but not the same.",
      "The claim names Zoë Ångström. The text names Ada Quill.",
      "Left out: “loss”",
      "Only the claim has: “lost”",
      "Written for Verbatim, CC0 1.0.",
    ])
      expect(text).toContain(part);
    expect((await call("verify_quote", { quote: "The moon is a balloon" })).text).toContain(
      "Nothing close to these words was found in these articles.",
    );
    expect((await call("verify_quote", { quote: "We will fight.", speaker: "Nobody Known" })).text).toContain(
      "Nobody Known, whom no article here quotes",
    );
  });
});

describe("verify_text", () => {
  const text =
    "The harbour\n\n“It is a lost for all of us,” said Zoë Ångström. “We will fight.” said Ada Quill. “The moon is a balloon,” said Ada Quill.";

  test("answers as the API does, with the best match of each quote, and cites their articles", async () => {
    const { articles, ...checked } = (await call("verify_text", { text })).data;
    const response = await fetch(`${server.url}/v1/verifications`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: text,
    });
    const answered = (await response.json()) as Data;
    const best = answered.quotes.map((quote: Data) => ({ ...quote, matches: quote.matches.slice(0, 1) }));
    expect(checked).toEqual({ ...answered, quotes: best });
    expect(articles).toMatchObject([HARBOUR]);
  });

  test("says of each quote what was found", async () => {
    const { text: said } = await call("verify_text", { text });
    for (const part of [
      "Quotes checked: 3.",
      "“The moon is a balloon,” — Ada Quill",
      "words: none",
      "words: altered",
      "Recorded: “It is a loss for all of us”",
      "Written for Verbatim",
    ])
      expect(said).toContain(part);
  });

  test("takes Markdown and sources, and refuses what the API refuses, in its words", async () => {
    const given = await call("verify_text", { markdown: `# ${text}`, sources: ["“The moon is a balloon,” said Ada Quill."] });
    expect(given.data).toMatchObject({ sources: [{ slug: "source-1" }], articles: [] });
    await expect(call("verify_text", {})).rejects.toThrow("exactly one of `text`, `markdown` and `html`");
    await expect(call("verify_text", { text: "x".repeat(256 * 1024 + 1) })).rejects.toThrow("at most 256 KiB");
    await expect(call("verify_text", { text: "" })).rejects.toThrow();
    await expect(call("verify_text", { text, article: "no-such" })).rejects.toThrow('There is no article "no-such"');
    await expect(call("verify_text", { text, sources: ["a"], publishedFrom: "2020-01-01" })).rejects.toThrow("narrow the archive");
  });
});

test("what tools answer is what their schemas say, to the last member", async () => {
  for (const [name, given] of [
    ["search_quotes", {}],
    ["search_articles", { q: "loss" }],
    ["get_article", { slug: "harbour-to-close", parts: ["text", "quotes", "speakers"] }],
    ["get_speaker", { speaker: "ada-quill" }],
    ["verify_quote", { quote: "It is a lost for all of us" }],
    ["verify_text", { text: "“It is a lost for all of us,” said Ada Quill." }],
  ] as const) {
    const output = TOOLS.find((one) => one.name === name)?.output as z.ZodObject;
    const { data } = await call(name, given);
    expect([name, z.strictObject(output.shape).safeParse(data).error]).toEqual([name, undefined]);
  }
});

test("a schema of a tool has no pattern: generators of other languages read them otherwise", () => {
  for (const tool of TOOLS) expect(JSON.stringify(describeTool(tool))).not.toContain('"pattern"');
});
