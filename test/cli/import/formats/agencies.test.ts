import { describe, expect, test } from "vitest";
import { importing, knownOf, linesOf } from "./importing.ts";

const { place, write, run } = importing();

const HTML = "<section><p>The kiln stays open, its owners said.</p><p>“We stay,” said Ruben Hallam, who runs it.</p></section>";
const WORDS = ["The kiln stays open, its owners said.", "“We stay,” said Ruben Hallam, who runs it."];

/** Version 3. */
const item = (more: object = {}) => ({
  uri: "urn:newsml:kiln.example:1",
  standard: { name: "ninjs", version: "3.0" },
  type: "text",
  versionCreated: "2026-05-03T12:00:00+02:00",
  pubStatus: "usable",
  language: "en",
  copyrightNotice: "Copyright 2026, The Kiln Agency. All rights reserved.",
  headlines: [
    { role: "short", value: "Kiln" },
    { role: "main", value: "Kiln stays open after all" },
  ],
  by: "By Orla Quill, Kiln Agency",
  subjects: [{ name: "crafts", rel: "about" }],
  bodies: [
    { role: "main", contentType: "text/plain", value: "The kiln stays." },
    { role: "html", contentType: "text/html", value: HTML },
  ],
  ...more,
});

describe("ninjs", () => {
  test("3: the main headline, the body with markup, one date", async () => {
    const { out, articles } = await run([write("item.json", JSON.stringify(item()))]);
    expect(out).toContain("added  kiln-stays-open-after-all  (item.json)");
    const article = articles["kiln-stays-open-after-all"];
    expect(linesOf(article)).toEqual(WORDS);
    expect(knownOf(article)).toEqual({
      publishedAt: "2026-05-03T10:00:00Z",
      updatedAt: null,
      sourceUrl: null,
      language: "en",
      publisher: null,
      authors: ["Orla Quill"],
      categories: ["crafts"],
    });
    expect(article?.rights.notice?.text).toBe("Copyright 2026, The Kiln Agency. All rights reserved.");
    expect((await run([place("data/sources")])).out).toContain("1 unchanged");
  });

  test("takes flags for one item", async () => {
    const { articles } = await run([
      write("item.json", JSON.stringify(item())),
      "--source-url",
      "https://kiln.example/1",
      "--language",
      "en-GB",
    ]);
    expect(articles["kiln-stays-open-after-all"]).toMatchObject({ sourceUrl: "https://kiln.example/1", language: "en-GB" });
    const again = await run([write("item.json", JSON.stringify(item({ urgency: 1 })))]);
    expect(again.out).toContain("unchanged");
    expect(again.articles["kiln-stays-open-after-all"]).toMatchObject({ sourceUrl: "https://kiln.example/1", language: "en-GB" });
  });

  test("2 and 1 in lists and lines; pictures and what may not be published are passed over", async () => {
    const two = {
      uri: "https://kiln.example/2",
      type: "text",
      firstcreated: "2026-05-01T10:00:00Z",
      versioncreated: "2026-05-02T10:00:00Z",
      headline: "Two fires",
      byline: "Mara Tull",
      body_text: "The kiln stays.\nIt does.",
    };
    const one = {
      uri: "https://kiln.example/1",
      headline: "One fire",
      body_html: HTML,
      subject: [{ code: "x", name: "Crafts" }],
      service: [{ code: "n", name: "News" }],
    };
    const others = [
      { uri: "https://kiln.example/3", type: "picture", headline: "A kiln" },
      { ...two, uri: "https://kiln.example/4", pubstatus: "canceled" },
    ];
    const lines = await run([write("items.ndjson", [two, one, ...others].map((line) => JSON.stringify(line)).join("\n"))]);
    expect(lines.code).toBe(0);
    expect(lines.out).toContain("passed over: pictures (1), items that are canceled (1)");
    expect(knownOf(lines.articles["two-fires"])).toMatchObject({
      publishedAt: "2026-05-01T10:00:00Z",
      updatedAt: "2026-05-02T10:00:00Z",
      sourceUrl: "https://kiln.example/2",
      authors: ["Mara Tull"],
    });
    expect(linesOf(lines.articles["two-fires"])).toEqual(["The kiln stays.", "It does."]);
    expect(linesOf(lines.articles["one-fire"])).toEqual(WORDS);
    expect(lines.articles["one-fire"]?.source.categories).toEqual(["News", "Crafts"]);
    const listed = await run([write("items.json", JSON.stringify({ items: [two, one, ...others, { title: "no item" }] }))]);
    expect(listed.out).toContain('unchanged  two-fires  (items.json[0] "Two fires")');
    expect(listed.err).toContain("items.json[4]: It is not a news item in ninjs");
    expect((await run(["-"], JSON.stringify(one))).out).toContain("unchanged  one-fire  (standard input)");
  });
});

const nitf = (head: string, body: string, root = 'xml:lang="en-US"') => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.5/specification/nitf-3-5.dtd">
<nitf ${root}><head><title>Ferry tolls</title>${head}</head><body>${body}</body></nitf>`;

describe("NITF", () => {
  const HEAD = `<tobject tobject.type="News"><tobject.subject tobject.subject.type="Economy" tobject.subject.matter="Transport"/></tobject>
<docdata management-status="usable"><date.issue norm="20260503T101500Z"/><doc.copyright year="2026" holder="The Tarn Ledger"/><key-list><keyword key="ferries"/></key-list></docdata>
<pubdata type="print" name="The Tarn Ledger" date.publication="20260504" position.section="Local"/>`;

  test("gives headline, standfirst, dateline, text, captions and what its head says", async () => {
    const body = `<body.head><hedline><hl1>Ferry tolls rise again</hl1><hl2>Third rise in a year</hl2></hedline>
<byline>By <person>Orla Quill</person><byttl>Harbour Reporter</byttl></byline><dateline><location>SKERROW</location>, <story.date>May 3</story.date></dateline></body.head>
<body.content><block><p>Tolls on the ferry rise on <chron norm="20260601">June 1</chron>
.</p></block><media media-type="image"><media-reference source="a.jpg"/><media-caption><p>The ferry at dawn.</p></media-caption></media>
<hl2>What it costs</hl2><p>“It had to be,” said <person>Ruben Hallam</person>, the harbour master.</p></body.content>`;
    const { out, articles } = await run([write("story.xml", nitf(HEAD, body))]);
    expect(out).toContain("added  ferry-tolls-rise-again  (story.xml)");
    const article = articles["ferry-tolls-rise-again"];
    expect(linesOf(article)).toEqual([
      "standfirst: Third rise in a year",
      "SKERROW, May 3 — Tolls on the ferry rise on June 1.",
      "caption: The ferry at dawn.",
      "## What it costs",
      "“It had to be,” said Ruben Hallam, the harbour master.",
    ]);
    expect(knownOf(article)).toEqual({
      publishedAt: "2026-05-03T10:15:00Z",
      updatedAt: null,
      sourceUrl: null,
      language: "en-US",
      publisher: "The Tarn Ledger",
      authors: ["Orla Quill"],
      categories: ["Local", "Transport", "ferries"],
    });
    expect(article?.dateline).toMatchObject({ place: "SKERROW", date: "May 3" });
    expect(article?.rights).toMatchObject({ holder: "The Tarn Ledger", year: 2026 });
    expect((await run([place("data/sources")])).out).toContain("1 unchanged");
  });

  test("with a namespace, a plain byline and its day only", async () => {
    const body =
      "<body.head><hedline><hl1>Kiln stays</hl1></hedline><byline>Mara Tull</byline></body.head><body.content><p>The kiln stays.</p></body.content>";
    const head = '<pubdata date.publication="20260504"/>';
    const { articles } = await run([write("kiln.xml", nitf(head, body, 'xmlns="http://iptc.org/std/NITF/2006-10-18/"'))]);
    expect(knownOf(articles["kiln-stays"])).toMatchObject({ publishedAt: "2026-05-04", authors: ["Mara Tull"], language: null });
  });

  test("as agencies write it: slugs for headlines, dates for datelines, summaries twice, code, an end mark", async () => {
    const head = `<tobject tobject.type="Domestic"/><docdata><date.issue norm="20260503T043001+0100"/><key-list><keyword key="KILN SAFE"/></key-list></docdata>`;
    const body = `<body.head><hedline><hl1>Kiln is safe</hl1><hl2>KILN SAFE</hl2><hl2>Kiln is safe</hl2></hedline>
<rights><rights.owner>Agency Kiln</rights.owner></rights><byline>or/mt</byline><distributor>Agency Kiln</distributor>
<dateline><story.date norm="x">20260503T043001+0100</story.date></dateline><abstract><p>The kiln is safe.</p></abstract></body.head>
<body.content><block><p>The kiln is safe.</p><p>&lt;div class="e"&gt;&lt;/div&gt;&lt;script src="e.js"&gt;&lt;/script&gt;</p><p>It is, they said.</p><p>ends</p></block></body.content>`;
    const { articles } = await run([write("kiln.xml", nitf(head, body, 'baselang="en-GB"'))]);
    const article = articles["kiln-is-safe"];
    expect(linesOf(article)).toEqual(["The kiln is safe.", "It is, they said."]);
    expect(knownOf(article)).toEqual({
      publishedAt: "2026-05-03T03:30:01Z",
      updatedAt: null,
      sourceUrl: null,
      language: "en-GB",
      publisher: "Agency Kiln",
      authors: [],
      categories: ["Domestic", "KILN SAFE"],
    });
    expect(article?.rights).toMatchObject({ notice: { text: "© Agency Kiln" }, holder: "Agency Kiln" });
  });

  test("keeps the dateline that its text has", async () => {
    const body = `<body.head><hedline><hl1>Kiln is safe</hl1></hedline><dateline><location>TARN</location></dateline></body.head>
<body.content><p>TARN, May 3 (AP) — The kiln is safe, its owners said.</p></body.content>`;
    const { articles } = await run([write("kiln.xml", nitf("", body))]);
    expect(linesOf(articles["kiln-is-safe"])).toEqual(["TARN, May 3 (AP) — The kiln is safe, its owners said."]);
  });

  test("without text, or cancelled, is no article; other news formats are refused", async () => {
    const { err } = await run([
      write("a.xml", nitf("", "<body.content/>")),
      write("b.xml", nitf('<docdata management-status="canceled"/>', "")),
    ]);
    expect(err).toContain("a.xml: The item has no text (its body.content holds no words).");
    expect(err).toContain("b.xml: It is a news item (NITF) without a published article. Passed over: items that are canceled (1).");
    const g2 = await run([write("c.xml", '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>')]);
    expect(g2.err).toContain("The source is NewsML-G2, not an article. Ask for NITF or ninjs");
  });
});
