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

describe("ninjs as its makers write it", () => {
  /** As Superdesk publishes it. */
  const superdesk = (more: object = {}) => ({
    guid: "tag:desk.example:2026:1",
    type: "text",
    pubstatus: "usable",
    versioncreated: "2026-05-03T10:00:00+0000",
    firstcreated: "2026-05-03T09:00:00+0000",
    headline: "Kiln stays open",
    body_html: HTML,
    genre: [{ code: "Article", name: "Report" }],
    service: [{ code: "d", name: "Domestic" }],
    copyrightnotice: "Use of this text is subject to the terms that the parties agreed on.",
    copyrightholder: "The Kiln Agency",
    authors: [{ name: "Orla Quill", role: "writer" }, { name: "Mara Tull" }],
    ...more,
  });

  test("with a guid, listed authors, terms for a notice, and pictures beside it", async () => {
    const picture = { guid: "2", type: "picture", headline: "The kiln", versioncreated: "2026-05-03T10:00:00+0000" };
    const { articles } = await run([write("item.json", JSON.stringify(superdesk({ associations: { featuremedia: picture } })))]);
    const article = articles["kiln-stays-open"];
    expect(linesOf(article)).toEqual(WORDS);
    expect(knownOf(article)).toMatchObject({
      publishedAt: "2026-05-03T09:00:00Z",
      updatedAt: "2026-05-03T10:00:00Z",
      sourceUrl: null,
      authors: ["Orla Quill", "Mara Tull"],
      categories: ["Domestic", "Report"],
    });
    expect(article?.rights).toMatchObject({ notice: { text: "© The Kiln Agency" }, holder: "The Kiln Agency" });
    const row = await run([write("row.json", JSON.stringify({ guid: "7", type: "text", text: "Mill stays\n\nIt does." }))]);
    expect(Object.keys(row.articles)).toContain("mill-stays");
  });

  test("first published counts more than first created; editors are not authors", async () => {
    const authors = [
      { name: "Bo Lind", role: "editor" },
      { name: "Orla Quill", role: "author" },
    ];
    const one = superdesk({ firstpublished: "2026-05-03T09:30:00+0000", authors, embargoed: "2026-05-03T09:30:00+0000" });
    const { articles } = await run([write("item.json", JSON.stringify(one))]);
    expect(knownOf(articles["kiln-stays-open"])).toMatchObject({ publishedAt: "2026-05-03T09:30:00Z", authors: ["Orla Quill"] });
    const old = superdesk({ guid: "old", headline: "Kiln opens", contentcreated: "1987-02-01T10:00:00Z" });
    expect((await run([write("old.json", JSON.stringify(old))])).articles["kiln-opens"]?.publishedAt).toBe("1987-02-01T10:00:00Z");
  });

  test("under embargo is passed over until it ends, one by one and in lines", async () => {
    const one = JSON.stringify(superdesk({ embargoed: "2026-12-01T12:00:00+0100" }));
    const { code, out, err, articles } = await run([write("item.json", one), write("items.ndjson", one)]);
    expect(code).toBe(1);
    expect(err).toContain("item.json: It is a news item (ninjs) without a published article. Passed over: items under embargo (1).");
    expect(out).toContain("Not published articles, and passed over: items under embargo (2)");
    expect(articles).toEqual({});
  });

  test.each([
    ["{ item: [] }", (one: object) => ({ total: 1, item: [one] })],
    ["{ data: { item } }", (one: object) => ({ id: "x", data: { meta: {}, item: one } })],
    ["{ data: { items: [{ item }] } }", (one: object) => ({ data: { items: [{ meta: {}, item: one }] } })],
  ])("in an answer %s", async (_, answer) => {
    expect(linesOf((await run([write("answer.json", JSON.stringify(answer(superdesk())))])).articles["kiln-stays-open"])).toEqual(WORDS);
  });

  test("with NITF among its bodies: the plain one is the text", async () => {
    const xml = `<?xml version="1.0"?><nitf><head><title>Kiln</title></head><body><body.content><p>The kiln.</p></body.content></body></nitf>`;
    const bodies = [
      { role: "nitf", contentType: "text/vnd.IPTC.NITF", value: xml },
      { role: "full", value: xml },
      { role: "text", contentType: "text/plain", value: WORDS.join("\n\n") },
    ];
    const { articles } = await run([write("item.json", JSON.stringify(item({ bodies, by: "Orla Quill, The Kiln Institute" })))]);
    const article = articles["kiln-stays-open-after-all"];
    expect(linesOf(article)).toEqual(WORDS);
    expect(knownOf(article)).toMatchObject({ authors: ["Orla Quill"] });
  });

  test("with its text in a file of its own says so", async () => {
    const answer = { data: { item: { ...superdesk({ body_html: "" }), renditions: { nitf: { href: "https://desk.example/1.xml" } } } } };
    const { err } = await run([write("answer.json", JSON.stringify(answer))]);
    expect(err).toContain(
      '"Kiln stays open": The item has no text (none of its bodies holds words). Its renditions are files of their own',
    );
  });

  test("the byline of a picture is not the author's", async () => {
    const figure = '<figure><img src="a.jpg"/><div class="byline">Mara Tull/KA</div><figcaption>The kiln at dawn.</figcaption></figure>';
    const bodies = [{ contentType: "text/html", value: `${HTML}${figure}` }];
    const article = (await run([write("item.json", JSON.stringify(item({ bodies, by: undefined })))])).articles[
      "kiln-stays-open-after-all"
    ];
    expect(linesOf(article)).toEqual([...WORDS, "caption: Mara Tull/KA", "caption: The kiln at dawn."]);
    expect(article?.credits).toEqual([]);
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

  test("keeps a short first line with a number that introduces the rest", async () => {
    const body = `<body.head><hedline><hl1>On the air</hl1></hedline><dateline><location>TARN</location></dateline></body.head>
<body.content><p>The main stories of the 1900 news:</p><p>The kiln is safe, its owners said.</p></body.content>`;
    const { articles } = await run([write("air.xml", nitf("", body))]);
    expect(linesOf(articles["on-the-air"])).toEqual(["TARN — The main stories of the 1900 news:", "The kiln is safe, its owners said."]);
  });

  test("as archives keep it: the lead twice, two headlines, a byline for catalogues, index terms", async () => {
    const head = `<docdata><identified-content><classifier type="descriptor">Kilns</classifier><person>Hallam, Ruben</person></identified-content></docdata>`;
    const lead = "<p>The kiln is safe.</p><p>“We stay,” said Ruben Hallam, its owner.</p>";
    const body = `<body.head><hedline><hl1>Kiln is safe</hl1><hl2 class="online_headline">Kiln at Tarn Is Safe</hl2></hedline>
<byline class="print_byline">By ORLA QUILL and MARA TULL</byline><byline class="normalized_byline">Quill, Orla; Tull, Mara</byline></body.head>
<body.content><block class="lead_paragraph">${lead}</block><block class="full_text">${lead}<p>It burns on.</p></block><block><p>Tarn is glad.</p></block></body.content>`;
    const article = (await run([write("kiln.xml", nitf(head, body))])).articles["kiln-is-safe"];
    expect(linesOf(article)).toEqual(["The kiln is safe.", "“We stay,” said Ruben Hallam, its owner.", "It burns on.", "Tarn is glad."]);
    expect(knownOf(article)).toMatchObject({ authors: ["ORLA QUILL", "MARA TULL"], categories: ["Kilns"] });
    expect(article?.quotes).toHaveLength(1);
  });

  test("to be released later is passed over", async () => {
    const head = '<docdata><date.issue norm="20261101T100000Z"/><date.release norm="20261201T100000+0100"/></docdata>';
    const { err } = await run([write("a.xml", nitf(head, "<body.content><p>The kiln is safe.</p></body.content>"))]);
    expect(err).toContain("a.xml: It is a news item (NITF) without a published article. Passed over: items under embargo (1).");
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
