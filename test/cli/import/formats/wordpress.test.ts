import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { importing, knownOf, linesOf } from "./importing.ts";

const { place, write, run } = importing();

const cdata = (words: string) => `<![CDATA[${words}]]>`;
/** An export as WordPress writes it. */
const wxr = (items: string, language = "en-GB") => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Tarn Ledger</title><link>https://tarn.example</link><language>${language}</language>
<wp:author><wp:author_login>${cdata("oq")}</wp:author_login><wp:author_display_name>${cdata("Orla Quill")}</wp:author_display_name></wp:author>
<wp:author><wp:author_login>mt</wp:author_login><wp:author_first_name>Mara</wp:author_first_name><wp:author_last_name>Tull</wp:author_last_name></wp:author>
${items}</channel></rss>`;

const TEXT = "The kiln at Tarn stays open.\n\n“We stay,” said Ruben Hallam, its owner.";
const LONG = "The old kiln at Tarn, which was to be closed in spring, stays open for another year, its owners said on Friday.";
interface Post {
  title?: string;
  text?: string;
  slug?: string;
  type?: string;
  status?: string;
  more?: string;
}
const post = ({ title = "Kiln stays open", text = TEXT, slug = "kiln", type = "post", status = "publish", more = "" }: Post = {}) =>
  `<item><title>${cdata(title)}</title><link>https://tarn.example/${slug}/</link><dc:creator>${cdata("oq")}</dc:creator>
<guid isPermaLink="false">https://tarn.example/?p=1</guid><content:encoded>${cdata(text)}</content:encoded><excerpt:encoded>${cdata("")}</excerpt:encoded>
<wp:post_date>2026-05-01 09:30:00</wp:post_date><wp:post_date_gmt>2026-05-01 08:30:00</wp:post_date_gmt><wp:post_modified_gmt>2026-05-02 10:00:00</wp:post_modified_gmt>
<wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type><wp:post_password></wp:post_password>${more}</item>`;

describe("an export of WordPress", () => {
  test("gives one article for each published post, with what the export says of it", async () => {
    const categories =
      '<category domain="category" nicename="works"><![CDATA[Works &amp; crafts]]></category><category domain="post_tag" nicename="kiln">kiln</category>' +
      '<category domain="category" nicename="uncategorized">Uncategorized</category><category domain="post_format" nicename="aside">Aside</category>';
    const file = write("export.xml", wxr(post({ more: categories }) + post({ title: "Ferry sails", slug: "ferry" })));
    const { code, out, articles } = await run([file]);
    expect(code).toBe(0);
    expect(out).toContain('added  kiln-stays-open  (export.xml[0] "Kiln stays open")');
    expect(out).toContain('added  ferry-sails  (export.xml[1] "Ferry sails")');
    expect(knownOf(articles["kiln-stays-open"])).toEqual({
      publishedAt: "2026-05-01T08:30:00Z",
      updatedAt: "2026-05-02T10:00:00Z",
      sourceUrl: "https://tarn.example/kiln/",
      language: "en-GB",
      publisher: "The Tarn Ledger",
      authors: ["Orla Quill"],
      categories: ["Works & crafts", "kiln"],
    });
    expect(linesOf(articles["kiln-stays-open"])).toEqual(["The kiln at Tarn stays open.", "“We stay,” said Ruben Hallam, its owner."]);
  });

  test("passes over and counts what is not a published post; pages come when they are asked for", async () => {
    const others = [
      post({ status: "draft" }),
      post({ status: "private" }),
      post({ status: "future" }),
      post({ type: "attachment", status: "inherit" }),
      post({ type: "attachment", status: "inherit" }),
      post({ type: "revision", status: "inherit" }),
      post({ type: "nav_menu_item" }),
      post({ type: "recipe", slug: "recipe", title: "Bread of Tarn" }),
      post({ more: "<wp:post_password>kiln</wp:post_password>" }).replace("<wp:post_password></wp:post_password>", ""),
      post({ type: "page", slug: "about", title: "About the kiln" }),
    ];
    const file = write("export.xml", wxr(others.join("") + post()));
    const { out, articles } = await run([file]);
    expect(Object.keys(articles)).toEqual(["kiln-stays-open"]);
    expect(out).toContain('(export.xml[10] "Kiln stays open")');
    expect(out).toContain(
      "passed over: drafts (1), private posts (1), scheduled posts (1), attachments (2), revisions (1), menu items (1), items of type recipe (1), posts with a password (1), pages (1); --post-type reads other types, too",
    );
    expect(Object.keys((await run([file, "--post-type", "page,recipe"])).articles)).toEqual([
      "about-the-kiln",
      "bread-of-tarn",
      "kiln-stays-open",
    ]);
  });

  test("reads classic posts by their blank lines, and blocks by their marks", async () => {
    const classic =
      '<strong>The kiln</strong> stays\nopen.\r\n\r\n[caption id="a" width="9"]<img src="a.jpg" /> The kiln at night.[/caption]\n\n<!--more-->\n<h3>Fires</h3>\n“They burn,” said Mara Tull.\n\n<ul>\n<li>One fire</li>\n<li>Two fires</li>\n</ul>\nThey burn on <!-- not seen -->for hours.\n\n[tarn_poll id=7]';
    const blocks =
      '<!-- wp:heading -->\n<h2 class="wp-block-heading">Fires</h2>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph {"dropCap":true} -->\n<p class="has-drop-cap">“Blocks hold,” said Orla Brice.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:block {"ref":12} /-->\n\n<!-- wp:paragraph -->\n<p>They do.</p>\n<!-- /wp:paragraph -->';
    const { articles } = await run([
      write("export.xml", wxr(post({ title: "Classic", text: classic }) + post({ title: "Blocks", slug: "b", text: blocks }))),
    ]);
    expect(linesOf(articles.classic)).toEqual([
      "The kiln stays open.",
      "caption: The kiln at night.",
      "## Fires",
      "“They burn,” said Mara Tull.",
      "list-item: One fire",
      "list-item: Two fires",
      "They burn on for hours.",
    ]);
    expect(articles.classic?.source.omitted.map(({ text }) => text)).toEqual(["[tarn_poll id=7]"]);
    expect(linesOf(articles.blocks)).toEqual(["## Fires", "“Blocks hold,” said Orla Brice.", "They do."]);
  });

  test("names authors by their display names, all of several, and gives no day that is not said", async () => {
    const two = '<category domain="author" nicename="cap-oq">oq</category><category domain="author" nicename="cap-mt">mt</category>';
    // WordPress shows the login until somebody chooses another name.
    const login = `<wp:author><wp:author_login>ab</wp:author_login><wp:author_display_name>ab</wp:author_display_name><wp:author_first_name>Ada</wp:author_first_name><wp:author_last_name>Brenn</wp:author_last_name></wp:author>`;
    const undated = post({ title: "Undated", slug: "u", more: two })
      .replace("2026-05-01 08:30:00", "0000-00-00 00:00:00")
      .replace("2026-05-02 10:00:00", "0000-00-00 00:00:00");
    const byLogin = post({ title: "By login", slug: "l" }).replace(cdata("oq"), "ab");
    const { articles } = await run([write("export.xml", wxr(login + undated + byLogin))]);
    expect(knownOf(articles["by-login"])).toMatchObject({ authors: ["Ada Brenn"] });
    expect(knownOf(articles.undated)).toMatchObject({ authors: ["Orla Quill", "Mara Tull"], publishedAt: "2026-05-01", updatedAt: null });
  });

  test("what a plug-in writes into the text for machines counts less than the export", async () => {
    const data = { "@type": "NewsArticle", headline: "Wrong", author: { name: "Wrong Name" }, datePublished: "2001-01-01" };
    const text = `${TEXT}\n\n<script type="application/ld+json">${JSON.stringify(data)}</script><meta name="author" content="Wrong Name">`;
    const { articles } = await run([write("export.xml", wxr(post({ title: 'The "old" <em>kiln</em> & Co', text })))]);
    const article = articles["the-old-kiln-co"];
    expect(article?.headline.text).toBe('The "old" kiln & Co');
    expect(knownOf(article)).toMatchObject({ authors: ["Orla Quill"], publishedAt: "2026-05-01T08:30:00Z" });
  });

  test("a byline of the text counts more than the author of the post", async () => {
    const { articles } = await run([write("export.xml", wxr(post({ text: `By Ada Brenn\n\n${LONG}\n\n${TEXT}` })))]);
    expect(articles["kiln-stays-open"]?.credits.map(({ name }) => name)).toEqual(["Ada Brenn"]);
  });
});

describe("importing an export again", () => {
  test("changes nothing, and a corrected post keeps its slug; flags of before hold", async () => {
    const file = write("export.xml", wxr(post() + post({ title: "Ferry sails", slug: "ferry" })));
    await run([file, "--language", "en-US", "--publisher", "The Other Ledger"]);
    const again = await run([file]);
    expect(again.out).toContain("2 unchanged");
    expect(again.articles["ferry-sails"]).toMatchObject({ language: "en-US", publisher: "The Other Ledger" });
    write(
      "export.xml",
      wxr(post({ title: "Kiln closes", text: TEXT.replace("stays open", "closes") }) + post({ title: "Ferry sails", slug: "ferry" })),
    );
    const corrected = await run([file]);
    expect(corrected.out).toMatch(/1 updated, 1 unchanged|updated {2}kiln-stays-open/);
    expect(corrected.articles["kiln-stays-open"]).toMatchObject({
      headline: { text: "Kiln closes" },
      language: "en-US",
      publisher: "The Other Ledger",
    });
  });

  test("and importing the raw files that are kept gives the same articles", async () => {
    const { articles } = await run([write("export.xml", wxr(post() + post({ title: "Short & sweet", slug: "s", text: "One line." })))]);
    const own = await run([place("data/sources")]);
    expect(own.out).toContain("2 unchanged");
    const elsewhere = await run([place("data/sources"), "--data", place("data")]);
    expect(elsewhere.articles).toEqual(articles);
  });
});

describe("an export that is not as it should be", () => {
  test("packed by gzip is read; from standard input, too", async () => {
    const packed = await run([write("export.xml.gz", gzipSync(wxr(post())))]);
    expect(packed.out).toContain('(export.xml[0] "Kiln stays open")');
    expect((await run(["-"], wxr(post()))).out).toContain('unchanged  kiln-stays-open  (standard input[0] "Kiln stays open")');
  });

  test("cut off gives what stands before, and says where", async () => {
    const whole = wxr(post() + post({ title: "Ferry sails", slug: "ferry" }));
    const { code, err, articles } = await run([write("export.xml", whole.slice(0, -300))]);
    expect(code).toBe(1);
    expect(Object.keys(articles)).toEqual(["kiln-stays-open"]);
    expect(err).toMatch(
      /^export\.xml: The XML is broken at line \d+ \(.+\)\. The file may be cut off: export it again\. What stands before was read: 1 item\.$/m,
    );
  });

  test("cut off in its packing is said so", async () => {
    const { err } = await run([write("export.xml.gz", gzipSync(wxr(post())).subarray(0, 300))]);
    expect(err).toMatch(/^export\.xml\.gz: The file cannot be read/m);
  });

  test("with entities of its own expands nothing", async () => {
    const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>`;
    const { err, articles } = await run([write("export.xml", wxr(post({ text: "&b;&c;" })).replace("?>\n", `?>\n${laughs}`))]);
    expect(err).toContain("It declares entities");
    expect(articles).toEqual({});
  });

  test("without a published post says what it has", async () => {
    const { err } = await run([write("export.xml", wxr(post({ status: "draft" }) + post({ type: "page" })))]);
    expect(err).toBe("export.xml: It is a WordPress export without a published article. Passed over: drafts (1), pages (1).\n");
  });

  test("with two posts at one address, or one without words, refuses the one", async () => {
    const { err, articles } = await run([
      write("export.xml", wxr(post() + post({ title: "Kiln again" }) + post({ title: "Empty", slug: "e", text: "<!-- wp:x /-->" }))),
    ]);
    expect(err).toContain('export.xml[1] "Kiln again": It has the same address as export.xml[0]: https://tarn.example/kiln/.');
    expect(err).toContain('export.xml[2] "Empty": The post has no text');
    expect(Object.keys(articles)).toEqual(["kiln-stays-open"]);
  });

  test("a post without a title has the one that its name says; without one it is refused with what to do", async () => {
    const named = "<wp:post_name>ferry-stays-in-harbour</wp:post_name>";
    const words = "The ferry stayed in harbour all day, and nobody minded.";
    const posts = post({ title: "", text: words, slug: "7", more: named }) + post({ title: "", text: words, slug: "8" });
    const { err, articles } = await run([write("export.xml", wxr(posts))]);
    expect(articles["ferry-stays-in-harbour"]?.headline.text).toBe("Ferry stays in harbour");
    expect(linesOf(articles["ferry-stays-in-harbour"])).toEqual([words]);
    expect(err).toMatch(/export\.xml\[1\]: .*\. The item has no title: give it one, and export again\.\n/);
  });

  test("says titles and words harmlessly on a terminal", async () => {
    const title = "Kiln &#27;[31mstays&#8238; &#128104;&#8205;&#128105;";
    const text = `${TEXT}\n\n[gallery title="\u202e1"]\n\n“\u202eHa,” it said.`;
    const { out } = await run([write("export.xml", wxr(post({ title, text })))]);
    expect(out).toContain('(export.xml[0] "Kiln \ufffd[31mstays\ufffd 👨\u200d👩")');
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  test("takes no flag that holds for one article", async () => {
    const file = write("export.xml", wxr(post()));
    expect((await run([file, "--source-url", "https://tarn.example/"])).err).toContain(
      "It is a WordPress export: --source-url is for one article.",
    );
    expect((await run([file, "--published", "2020-01-01"])).err).toContain("--published is for one article");
    expect((await run([file])).articles["kiln-stays-open"]?.publishedAt).toBe("2026-05-01T08:30:00Z");
  });
});
