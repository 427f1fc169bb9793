import { describe, expect, test } from "vitest";
import { authorsOf, ferryPage, linkedData, readPage } from "../ferry-page.ts";

const DATE = "2024-05-03T10:00:00Z";
const ROE = `"author":{"@type":"Person","name":"Jane Roe"},"datePublished":"${DATE}"`;

describe("microformats", () => {
  const footer = `<footer><p>By <a class="p-author h-card" href="/roe">Jane Roe</a> on <a href="/p/1"><time class="dt-published" datetime="${DATE}">May 3, 2024</time></a>.</p>
<p><a class="p-canonical" href="https://shelf.example/ferry">Canonical link</a></p></footer>`;
  const entry = (more = "") =>
    ferryPage({ end: footer }).replace("<body>", `<body>${more}<div class="h-entry">`).replace("</body>", "</div></body>");

  test("say who wrote the one entry of a page, when and where", () => {
    const html = entry();
    expect(authorsOf(html)).toEqual(["Jane Roe"]);
    expect(readPage(html).metadata).toMatchObject({ publishedAt: DATE, sourceUrl: "https://shelf.example/ferry" });
  });

  test("say nothing of a page that lists several, and less than JSON-LD", () => {
    expect(readPage(entry('<div class="h-entry">Bridge falls</div>')).metadata.sourceUrl).toBeNull();
    const json = `{"@type":"NewsArticle","url":"https://post.example/ferry"}`;
    const head = (html: string) => html.replace("</head>", `${linkedData(json)}</head>`);
    expect(readPage(head(entry())).metadata).toMatchObject({ sourceUrl: "https://post.example/ferry", publishedAt: DATE });
  });
});

describe("JSON-LD", () => {
  test.each([
    ["one object", `{"@type":"NewsArticle",${ROE}}`],
    ["a list", `[{"@type":"BreadcrumbList"},{"@type":["NewsArticle","Article"],${ROE}}]`],
    [
      "a graph with references",
      `{"@graph":[{"@type":"Article","author":{"@id":"#1"},"datePublished":"${DATE}"},{"@type":"Person","@id":"#1","name":"Jane Roe"}]}`,
    ],
    ["a raw line break in a string", `{"@type":"NewsArticle","description":"two\nlines\there",${ROE}}`],
    ["commas at the end", `{"@type":"NewsArticle","keywords":["a",],${ROE},}`],
    ["a semicolon at the end", `{"@type":"NewsArticle",${ROE}};`],
    ["CDATA behind slashes", `//<![CDATA[\n{"@type":"NewsArticle",${ROE}}\n//]]>`],
    ["CDATA in comments", `/*<![CDATA[*/{"@type":"NewsArticle",${ROE}}/*]]>*/`],
    ["an HTML comment", `<!-- {"@type":"NewsArticle",${ROE}} -->`],
    ["comments", `/* by a plugin */ {"@type":"NewsArticle", // the type\n"url":"https://post.example/x",${ROE}}`],
    ["a wrong escape", `{"@type":"NewsArticle","headline":"Skerrow\\'s ferry",${ROE}}`],
    ["a post", `{"@type":"SocialMediaPosting",${ROE}}`],
    ["a medical page", `{"@type":"MedicalWebPage",${ROE}}`],
    ["a checked claim", `{"@type":"ClaimReview",${ROE}}`],
    ["a subtype by its address", `{"@type":"https://schema.org/ReportageNewsArticle",${ROE}}`],
    ["a byline as the name", `{"@type":"NewsArticle","author":{"name":"By JANE ROE, AP Auto Writer"},"datePublished":"${DATE}"}`],
    ["a creator", `{"@type":"NewsArticle","creator":["Jane Roe"],"datePublished":"${DATE}"}`],
  ])("is read with %s", (_, json) => {
    for (const type of ["application/ld+json", "application/ld+json; charset=UTF-8"]) {
      const html = ferryPage({ head: linkedData(json, type) });
      expect(authorsOf(html).map((name) => name.toLowerCase())).toEqual(["jane roe"]);
      expect(readPage(html).metadata.publishedAt).toBe(DATE);
    }
  });

  test("is passed over where it is of something else, or broken", () => {
    for (const json of [`{"@type":"JobPosting",${ROE}}`, `{"@type":"NewsArticle",${ROE}`, `{"name":"Jane Roe}`]) {
      expect(authorsOf(ferryPage({ head: linkedData(json) }))).toEqual([]);
    }
  });

  test.each([
    ["Jos&eacute; Garc&iacute;a", "José García"],
    ["Jos&#233; Garc&#xED;a", "José García"],
  ])("gives the author %s as %s", (written, name) => {
    expect(authorsOf(ferryPage({ head: linkedData(`{"@type":"NewsArticle","author":{"name":"${written}"}}`) }))).toEqual([name]);
  });
});

describe("authors in meta elements", () => {
  test.each([
    [`<meta name="byl" content="By Jane Roe and Tom Poe">`, ["Jane Roe", "Tom Poe"]],
    [`<meta name="author" content="Jane Roe"><meta name="author" content="Tom Poe">`, ["Jane Roe", "Tom Poe"]],
    [`<meta name="author" content="Jane Roe, Tom Poe and Al Coe">`, ["Jane Roe", "Tom Poe", "Al Coe"]],
    [`<meta name="author" content="Analysis by Jane Roe, Post Editor-at-large">`, ["Jane Roe"]],
    [`<meta name="author" content="Jane Roe, Staff Writer">`, ["Jane Roe"]],
    [`<meta name="author" content="Jane Roe | The Skerrow Post">`, ["Jane Roe"]],
    [`<meta name="author" content="Tom Poe, Jr.">`, ["Tom Poe Jr."]],
    [`<meta name="author" content="Ludwig van Dale and Maria de la Cruz">`, ["Ludwig van Dale", "Maria de la Cruz"]],
    [`<meta name="DC.creator" content="Roe, Jane">`, ["Jane Roe"]],
    [`<meta property="article:author" content="Jane Roe">`, ["Jane Roe"]],
    [`<meta name="parsely-author" content="Jane Roe">`, ["Jane Roe"]],
    [`<meta name="sailthru.author" content="Jane Roe">`, ["Jane Roe"]],
    [`<meta itemprop="author" content="Jane Roe">`, ["Jane Roe"]],
    [`<meta property="article:author" content="https://social.example/jane">`, []],
    [`<meta name="author" content="@janeroe">`, []],
    [`<meta property="og:site_name" content="The Skerrow Post"><meta name="author" content="The Skerrow Post">`, []],
  ])("%s", (head, authors) => {
    expect(authorsOf(ferryPage({ head }))).toEqual(authors);
  });
});

describe("the byline a page shows", () => {
  test.each([
    `<p class="byline">By Jane Roe</p>`,
    `<p>By <a rel="author" href="/jane">Jane Roe</a></p>`,
    `<span itemprop="author">Jane Roe</span>`,
    `<div itemprop="author" itemscope><span itemprop="name">Jane Roe</span></div>`,
    `<div class="author">Jane Roe</div>`,
    `<address>By <a href="/jane">Jane Roe</a></address>`,
    `<div class="byline">By <span>Jane Roe</span><span>, Staff Writer</span></div>`,
    `<div class="byline"><span class="name">Jane Roe</span> <span class="title">Reporter</span></div>`,
    `<div class="byline">By Jane Roe May 3, 2024</div>`,
    `<header class="article-header"><p class="byline">By Jane Roe</p></header>`,
    `<div class="post-author">Posted by Jane Roe</div>`,
    `<div class="ArticleHeader-authorName">Jane Roe</div>`,
    `<p>By Jane Roe | May 3, 2024</p>`,
    `<p class="meta">By Jane Roe on Monday, May 3rd, 2024 at 11:08 a.m.</p>`,
  ])("%s", (top) => {
    expect(authorsOf(ferryPage({ top }))).toEqual(["Jane Roe"]);
  });

  test.each([
    [`<ul class="authors"><li>Jane Roe</li><li>Tom Poe</li></ul>`, ["Jane Roe", "Tom Poe"]],
    [`<p class="byline">By Jane Roe<br>Tom Poe</p>`, ["Jane Roe", "Tom Poe"]],
    [`<p class="byline">By Jane Roe, Senior Editor, and Tom Poe, Reporter</p>`, ["Jane Roe", "Tom Poe"]],
    [`<p class="byline">By Jane Roe in Oslo and Tom Poe in Bergen</p>`, ["Jane Roe", "Tom Poe"]],
    [`<span class="author vcard"><a class="url fn n" href="/a">Jane Roe</a></span>`, ["Jane Roe"]],
    [`<p class="author-section">By <a class="author" href="/a">Jane Roe For Postonline</a></p>`, ["Jane Roe"]],
    [`<div class="byline">By Jane Roe<span class="share">Share</span></div>`, ["Jane Roe"]],
    [`<p class="byline">By The Associated Press</p>`, ["The Associated Press"]],
    [`<p class="byline">By Jane O’Roe-Smith</p>`, ["Jane O’Roe-Smith"]],
    [`<p class="byline">Edited by Ann Lee</p>`, []],
    [`<p class="byline">Updated May 3, 2024</p>`, []],
  ])("names whom it names: %s", (top, authors) => {
    expect(authorsOf(ferryPage({ top }))).toEqual(authors);
  });

  test("names two authors, stands below the text, and wins over what machines are told", () => {
    expect(authorsOf(ferryPage({ top: `<p class="byline">By <a>Jane Roe</a> and <a>Tom Poe</a></p>` }))).toEqual(["Jane Roe", "Tom Poe"]);
    expect(authorsOf(ferryPage({ end: `<p class="author">Jane Roe</p>` }))).toEqual(["Jane Roe"]);
    const head = `<meta name="author" content="Web Desk">`;
    expect(authorsOf(ferryPage({ head, top: `<p class="byline">By Jane Roe</p>` }))).toEqual(["Jane Roe"]);
  });

  test.each([
    `<p class="quote-author">“The sea is ours,” Lars Holt said.</p>`,
    `<div class="comments"><span class="comment-author">Tom Poe</span><p>I would take this ferry every day of the week.</p></div>`,
    `<div class="author-links"><a class="author-bio" href="/x">Biography</a></div>`,
  ])("is not %s", (end) => {
    expect(authorsOf(ferryPage({ end }))).toEqual([]);
  });
});

describe("dates", () => {
  const day = (html: string) => readPage(html).metadata.publishedAt?.slice(0, 10) ?? null;

  test.each([
    `<meta itemprop="datePublished" content="${DATE}">`,
    `<meta property="article:published" content="${DATE}">`,
    `<meta property="og:article:published_time" content="${DATE}">`,
    `<meta name="pubdate" content="${DATE}">`,
    `<meta name="sailthru.date" content="2024-05-03 10:00:00">`,
    `<meta name="dcterms.created" content="2024-05-03">`,
    `<meta name="PUBLISHDATE" content="20240503">`,
    `<meta name="parsely-pub-date" content="2024/05/03">`,
    `<meta name="date" content="Fri, 03 May 2024 10:00:00 GMT">`,
    `<meta name="cXenseParse:recs:publishtime" content="${DATE}">`,
    `<link rel="canonical" href="https://post.example/2024/05/03/ferry">`,
    `<link rel="canonical" href="https://post.example/stories/2024/may/03/ferry">`,
  ])("are read from %s", (head) => {
    expect(day(ferryPage({ head }))).toBe("2024-05-03");
  });

  test.each([
    `<time datetime="${DATE}">3 May</time>`,
    `<span itemprop="datePublished" content="2024-05-03">May 3</span>`,
    `<span itemprop="datePublished">May 3, 2024</span>`,
    `<div class="post-date">3rd May 2024 at 10:15</div>`,
    `<div>Published 7:07 PM EST May 3, 2024</div>`,
    `<div>Updated May 5, 2024, 6:55 AM; Posted May 3, 2024, 6:51 AM</div>`,
  ])("are read from %s, which is no text", (top) => {
    const html = ferryPage({ top });
    expect(day(html)).toBe("2024-05-03");
    expect(readPage(html).document.text).not.toContain("2024");
  });

  test("are of the last change where the line says so", () => {
    const line = "Updated 1:39 am EST, Sunday, May 5, 2024";
    expect(readPage(ferryPage({ top: `<div>${line}</div>` })).metadata.updatedAt).toBe("2024-05-05");
    expect(readPage(ferryPage({ top: `<div>Published May 3, 2024</div>` })).metadata.updatedAt).toBeNull();
  });

  test("are read from a time that stands in no article", () => {
    expect(day(ferryPage({ before: `<time datetime="${DATE}">3 May</time>` }))).toBe("2024-05-03");
  });

  test.each([
    linkedData(`{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"}`),
    linkedData(`{"@type":"NewsArticle","datePublished":"1970-01-01T00:00:00Z"}`),
    `<link rel="canonical" href="https://post.example/2024/05/ferry-12">`,
  ])("are not %s", (head) => {
    expect(day(ferryPage({ head }))).toBeNull();
  });

  test("are not those of comments", () => {
    expect(day(ferryPage({ after: `<div class="comments"><time datetime="${DATE}">3 May</time></div>` }))).toBeNull();
  });
});

describe("the publisher", () => {
  test.each([
    [linkedData(`{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"The Skerrow Post"}}`), "The Skerrow Post"],
    [
      linkedData(`{"@graph":[{"@type":"NewsArticle","publisher":{"@id":"#o"}},{"@id":"#o","name":"The Skerrow Post"}]}`),
      "The Skerrow Post",
    ],
    [`<meta property="og:site_name" content="The Skerrow Post | News of the Strait">`, "The Skerrow Post"],
    [`<meta name="application-name" content="The Skerrow Post">`, "The Skerrow Post"],
    [`<meta name="twitter:site" content="@skerrowpost">`, null],
    ["", null],
  ])("%s", (head, publisher) => {
    expect(readPage(ferryPage({ head })).metadata.publisher).toBe(publisher);
  });

  test("is what a title has beside the headline", () => {
    const html = ferryPage({ title: "Ferry stays in Skerrow | The Skerrow Post" });
    expect(readPage(html).metadata.publisher).toBe("The Skerrow Post");
  });
});

describe("the picture", () => {
  const URL = "https://post.example/ferry.jpg";
  test.each([
    [linkedData(`{"@type":"NewsArticle","image":"${URL}"}`), URL],
    [linkedData(`{"@type":"NewsArticle","image":["${URL}","https://post.example/ferry-4x3.jpg"]}`), URL],
    [linkedData(`{"@type":"NewsArticle","image":{"@type":"ImageObject","url":"${URL}"}}`), URL],
    [linkedData(`{"@type":"NewsArticle","image":[{"@type":"ImageObject","contentUrl":"${URL}"}]}`), URL],
    [linkedData(`{"@graph":[{"@type":"NewsArticle","image":{"@id":"#i"}},{"@id":"#i","@type":"ImageObject","url":"${URL}"}]}`), URL],
    [`<meta property="og:image" content="${URL}">`, URL],
    [`<meta name="twitter:image" content="${URL}">`, URL],
    [`<meta property="og:image" content="/ferry.jpg"><meta name="twitter:image" content="${URL}">`, URL],
    [`<meta property="og:image" content="/ferry.jpg">`, null],
    [`<meta property="og:image" content="data:image/png;base64,AAAA">`, null],
    [linkedData(`{"@type":"NewsArticle","image":{"@type":"ImageObject"}}`), null],
    ["", null],
  ])("%s", (head, image) => {
    expect(readPage(ferryPage({ head })).metadata.image).toBe(image);
  });
});
