import { describe, expect, test } from "vitest";
import { importing, knownOf, linesOf } from "./importing.ts";

const { place, write, run } = importing();

const CONTENT = "<p>The toll rises on Monday.</p><p>“It had to be,” said Ruben Hallam, the harbour master.</p>";
const WORDS = ["The toll rises on Monday.", "“It had to be,” said Ruben Hallam, the harbour master."];
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ferry notes</title><link>https://ferry.example/</link><language>en</language>${items}</channel></rss>`;
const atom = (entries: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://ferry.example/feed/"><title>Ferry notes</title>
<author><name>Orla Quill</name></author>${entries}</feed>`;

describe("a feed in RSS", () => {
  test("gives an article for each item with its full text, and refuses those with a summary only", async () => {
    const items = `<item><title>Tolls &amp;amp; ferries</title><link>https://ferry.example/tolls?a=1&amp;b=2</link><author>desk@ferry.example (Mara Tull)</author>
<pubDate>Mon, 04 May 2026 10:00:00 +0200</pubDate><category>Tolls</category><description>In short.</description><content:encoded><![CDATA[${CONTENT}]]></content:encoded></item>
<item><title>In short</title><link>https://ferry.example/short</link><description>The toll rises.</description></item><item><title>Nothing</title></item>`;
    const { code, err, articles } = await run([write("feed.xml", rss(items))]);
    expect(code).toBe(1);
    expect(err).toContain('feed.xml[1] "In short": The feed has a summary of it only, not its text. Download its page and import the HTML');
    expect(err).toContain('feed.xml[2] "Nothing": It has no text.');
    expect(Object.keys(articles)).toEqual(["tolls-ferries"]);
    expect(articles["tolls-ferries"]?.headline.text).toBe("Tolls & ferries");
    expect(linesOf(articles["tolls-ferries"])).toEqual(WORDS);
    expect(knownOf(articles["tolls-ferries"])).toEqual({
      publishedAt: "2026-05-04T08:00:00Z",
      updatedAt: null,
      sourceUrl: "https://ferry.example/tolls?a=1&b=2",
      language: "en",
      publisher: null,
      authors: ["Mara Tull"],
      categories: ["Tolls"],
    });
  });

  test("reads what is not quite XML: a bare ampersand, named entities, a prefix that is not declared", async () => {
    const item = `<item><title>Tolls</title><link>https://ferry.example/a?b=1&c=2</link><slash:comments>1</slash:comments><content:encoded>&lt;p&gt;Tolls &amp;amp; ferries.&nbsp;They&rsquo;re dear.&lt;/p&gt;</content:encoded></item>`;
    const { articles } = await run([write("feed.rss", rss(item))]);
    expect(linesOf(articles.tolls)).toEqual(["Tolls & ferries.\u00a0They’re dear."]);
    expect(articles.tolls?.sourceUrl).toBe("https://ferry.example/a?b=1&c=2");
  });

  test.each([
    ["Mon, 04 May 2026 10:00:00 EST", "2026-05-04T15:00:00Z"],
    ["4 May 26 10:00 PDT", "2026-05-04T17:00:00Z"],
    ["Mon, 04 May 98 10:00:00 UT", "1998-05-04T10:00:00Z"],
    ["Mon, 04 May 2026 10:00:00 BST", "2026-05-04"],
    ["yesterday", null],
  ])("reads the date %j", async (written, publishedAt) => {
    const item = `<item><title>Tolls</title><pubDate>${written}</pubDate><content:encoded><![CDATA[${CONTENT}]]></content:encoded></item>`;
    expect((await run([write("feed.xml", rss(item))])).articles.tolls?.publishedAt).toBe(publishedAt);
  });

  test.each([
    ["The post ", "appeared first on", "."],
    ["Der Beitrag ", "erschien zuerst auf", "."],
    ["", "was first published in", " on the Shelf, where readers answer it and pass it on."],
    ["The post ", "appeared first on", ". It is dear."],
  ])("leaves out the line that systems put below an item: %s... %s ...%s", async (before, between, more) => {
    const footer = `<p>${before}<a rel="nofollow" href="https://ferry.example/1">Tolls &#038; boats</a> ${between} <a href="https://ferry.example">Ferry notes</a>${more}</p>`;
    const item = `<item><title>Tolls &amp; boats</title><content:encoded><![CDATA[${CONTENT}\n${footer}]]></content:encoded></item>`;
    const { articles } = await run([write("feed.xml", rss(item))]);
    expect(linesOf(articles["tolls-boats"])).toEqual(
      more.endsWith("dear.") ? [...WORDS, `${before}Tolls & boats ${between} Ferry notes. It is dear.`] : WORDS,
    );
  });

  test.each([
    ["ends with a link to read on", CONTENT, "Continue reading...", true],
    ["has more words behind it", CONTENT, "Continue reading</a> or <a>leave", false],
    ["ends with another link to its page", CONTENT, "3 comments", false],
  ])("a text that %s", async (_, content, words, isTeaser) => {
    const more = `<a class="more" href="https://ferry.example/tolls?from=feed">${words}</a><img src="x.gif">`;
    const item = `<item><title>Tolls</title><link>https://ferry.example/tolls</link><content:encoded><![CDATA[${content}<p>${more}</p>]]></content:encoded></item>`;
    const { err, articles } = await run([write("feed.xml", rss(item))]);
    expect(err.includes('"Tolls": The feed has a summary of it only')).toBe(isTeaser);
    expect(articles.tolls === undefined).toBe(isTeaser);
  });

  test("gives each item the rights of the feed, and completes addresses below its page", async () => {
    const item = (title: string, link: string, more = "") =>
      `<item><title>${title}</title><link>${link}</link>${more}<content:encoded><![CDATA[${CONTENT}]]></content:encoded></item>`;
    const items = item("One toll", "/one") + item("Two tolls", "https://mill.example/two", "<dc:rights>© 2025 The Mill</dc:rights>");
    const feed = rss(`<copyright>Copyright 2026 Ferry Notes Ltd</copyright>${items}`);
    const { articles } = await run([write("feed.xml", feed)]);
    expect(articles["one-toll"]).toMatchObject({
      sourceUrl: "https://ferry.example/one",
      rights: { holder: "Ferry Notes Ltd", year: 2026 },
    });
    expect(articles["two-tolls"]?.rights).toMatchObject({ holder: "The Mill", year: 2025 });
    const relative = await run([write("relative.xml", feed.replace("<link>https://ferry.example/<", "<link>/news<"))]);
    expect(relative.out).toContain("unchanged  two-tolls");
  });

  test("is not taken for WordPress by a prefix", async () => {
    const feed = rss(`<wp:token>7</wp:token><item><title>Tolls</title><pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate>
<content:encoded><![CDATA[${CONTENT}]]></content:encoded></item>`).replace("<rss ", '<rss xmlns:wp="http://post.example/wp-namespace" ');
    const { articles } = await run([write("feed.xml", feed)]);
    expect(articles.tolls).toMatchObject({ publishedAt: "2026-05-04T10:00:00Z", publisher: null });
  });

  test("knows no address of items that all lead to the front page, and reads RSS 1.0", async () => {
    const item = (title: string) =>
      `<item><title>${title}</title><link>https://ferry.example</link><content:encoded><![CDATA[${CONTENT}]]></content:encoded></item>`;
    const { articles } = await run([write("feed.xml", rss(item("One toll") + item("Two tolls")))]);
    expect(Object.values(articles).map(({ sourceUrl }) => sourceUrl)).toEqual([null, null]);
    const one = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Ferry</title><link>https://ferry.example/</link><dc:language>en-GB</dc:language></channel>
<item rdf:about="y"><title>Old feed</title><link>https://ferry.example/old</link><dc:date>2026-05-04</dc:date><c:encoded><![CDATA[${CONTENT}]]></c:encoded></item></rdf:RDF>`;
    expect((await run([write("old.rdf", one)])).articles["old-feed"]).toMatchObject({
      sourceUrl: "https://ferry.example/old",
      publishedAt: "2026-05-04",
      language: "en-GB",
    });
  });
});

describe("a feed in Atom", () => {
  test("gives the text of content that is html, xhtml or text", async () => {
    const entries = `<entry><title type="html">Tolls &amp;amp; &lt;em&gt;ferries&lt;/em&gt;</title><link href="../tolls"/><published>2026-05-01T10:00:00+02:00</published>
<updated>2026-05-02T10:00:00Z</updated><category term="t" label="Tolls"/><content type="html">${CONTENT.replaceAll("<", "&lt;")}</content></entry>
<entry><title>Marked up</title><link rel="self" href="x.atom"/><author><name>Mara Tull</name></author><updated>2026-05-02T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${CONTENT}<p>It is &lt; 5<br/>crowns.</p></div></content></entry>
<entry><title>Plain &lt;toll&gt;</title><updated>2026-05-02T10:00:00Z</updated><content>The toll rises on Monday.\n\nIt is &lt; 5 crowns.</content></entry>`;
    const { articles } = await run([write("feed.atom", atom(entries))]);
    expect(knownOf(articles["tolls-ferries"])).toEqual({
      publishedAt: "2026-05-01T08:00:00Z",
      updatedAt: "2026-05-02T10:00:00Z",
      sourceUrl: "https://ferry.example/tolls",
      language: "en",
      publisher: null,
      authors: ["Orla Quill"],
      categories: ["Tolls"],
    });
    expect(linesOf(articles["tolls-ferries"])).toEqual(WORDS);
    expect(linesOf(articles["marked-up"])).toEqual([...WORDS, "It is < 5 crowns."]);
    expect(knownOf(articles["marked-up"])).toMatchObject({ authors: ["Mara Tull"], sourceUrl: null, publishedAt: null });
    expect(linesOf(articles["plain-toll"])).toEqual(["The toll rises on Monday.", "It is < 5 crowns."]);
    expect(articles["plain-toll"]?.headline.text).toBe("Plain <toll>");
  });

  test("knows addresses below the page of the feed, where no base is said, and a title by the address", async () => {
    const entry = `<entry><link href="/notes/toll-rises-again"/><content>The toll rises on Monday.</content></entry>`;
    const bare = (links: string) => atom(links + entry).replace(/ xml:base="[^"]*"/, "");
    const page = '<link rel="self" href="https://feeds.example/x"/><link href="https://ferry.example/"/>';
    const article = (await run([write("feed.atom", bare(page))])).articles["toll-rises-again"];
    expect(article).toMatchObject({ sourceUrl: "https://ferry.example/notes/toll-rises-again", headline: { text: "Toll rises again" } });
    expect(linesOf(article)).toEqual(["The toll rises on Monday."]);
    const { err } = await run([write("none.atom", atom("<entry><content>The toll rises on Monday.</content></entry>"))]);
    expect(err).toContain("The item has no title: give it one, and export again.");
  });

  test("refuses entries whose content is their summary with a linked picture; the rights of the feed are those of its entries", async () => {
    const entry = (title: string, before: string) =>
      `<entry><title>${title}</title><link href="https://ferry.example/tolls"/><summary>The toll rises.</summary>
<content type="html">${before}&lt;p>The toll rises.&lt;/p></content></entry>`;
    const linked = '&lt;a href="https://ferry.example/tolls?f=1"> &lt;img src="a.jpg">&lt;/a>';
    const feed = atom(`<rights>Copyright (c) 2026 Ferry Notes</rights>${entry("Linked", linked)}${entry("Bare", "")}`);
    const { err, articles } = await run([write("feed.xml", feed)]);
    expect(err).toContain('"Linked": The feed has a summary of it only');
    expect(Object.keys(articles)).toEqual(["bare"]);
    expect(articles.bare?.rights).toMatchObject({ holder: "Ferry Notes", year: 2026 });
  });

  test("refuses entries whose text is elsewhere, or no text, or a summary", async () => {
    const entries = `<entry><title>Away</title><content src="https://ferry.example/a.html" type="text/html"/></entry>
<entry><title>Picture</title><content type="image/png">aGVsbG8=</content></entry><entry><title>Short</title><summary>In short.</summary></entry>`;
    const { err } = await run([write("feed.xml", atom(entries))]);
    expect(err).toContain('feed.xml[0] "Away": Its text stands elsewhere (https://ferry.example/a.html).');
    expect(err).toContain('feed.xml[1] "Picture": Its content is of type image/png');
    expect(err).toContain('feed.xml[2] "Short": The feed has a summary of it only');
  });
});

test("a JSON Feed gives an article for each item with its text", async () => {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "Ferry notes",
    language: "en",
    items: [
      {
        id: "1",
        url: "https://ferry.example/1",
        title: "Tolls rise",
        content_html: CONTENT,
        date_published: "2026-05-01T10:00:00Z",
        tags: ["Tolls"],
        authors: [{ name: "Mara Tull" }],
      },
      {
        id: "https://ferry.example/2",
        title: "Plain tolls",
        content_text: "The toll rises.\n\nIt is dear.",
        author: { name: "Orla Quill" },
      },
      { id: "3", title: "Short", summary: "In short." },
    ],
  };
  const { err, articles } = await run([write("feed.json", JSON.stringify(feed))]);
  expect(err).toContain('feed.json[2] "Short": The feed has a summary of it only');
  expect(knownOf(articles["tolls-rise"])).toMatchObject({
    publishedAt: "2026-05-01T10:00:00Z",
    categories: ["Tolls"],
    authors: ["Mara Tull"],
  });
  expect(articles["plain-tolls"]?.sourceUrl).toBe("https://ferry.example/2");
  expect(linesOf(articles["plain-tolls"])).toEqual(["The toll rises.", "It is dear."]);
  expect((await run([place("data/sources")])).out).toContain("2 unchanged");
  const short = await run([write("short.json", JSON.stringify({ ...feed, version: "1.1" }))]);
  expect(short.out).toContain('unchanged  tolls-rise  (short.json[0] "Tolls rise")');
  expect((await run([write("other.json", JSON.stringify({ version: "1.1", items: [{ id: 1 }] }))])).err).toContain("The source is JSON");
});

test("in a folder, exports are read, and XML and JSON that is none is passed over", async () => {
  write("in/feed.xml", rss(`<item><title>Tolls</title><content:encoded><![CDATA[${CONTENT}]]></content:encoded></item>`));
  write("in/sitemap.xml", "<urlset><url><loc>https://ferry.example/</loc></url></urlset>");
  write("in/package.json", '{ "name": "ferry", "version": "1.0.0" }');
  write("in/rows.json", JSON.stringify([{ title: "Row of tolls", html: CONTENT }]));
  const { code, out, articles } = await run([place("in")]);
  expect(code).toBe(0);
  expect(Object.keys(articles)).toEqual(["row-of-tolls", "tolls"]);
  expect(out).toContain("2 files passed over: .json (1), .xml (1).");
  const named = await run([place("in/sitemap.xml")]);
  expect(named.err).toContain("The source is a sitemap, not an article.");
});
