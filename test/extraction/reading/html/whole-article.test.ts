import { describe, expect, test } from "vitest";
import { ferryPage, ferryPageWith, headingsOf, headlineOf, paragraphs, readPage, textOf } from "./ferry-page.ts";

describe("a page is read whole", () => {
  test.each([
    [
      "behind a long notice for printers",
      `<div id="print-header"><p>${"This page was printed from the site of the paper; all rights are reserved. ".repeat(3)}</p></div>
       <h1>Ferry stays</h1><div class="comment-body">${paragraphs().repeat(4)}</div>`,
    ],
    [
      "where only its footer looks like an article",
      `<h1>Ferry stays</h1><div class="sidebar-x"><div class="related-y">${paragraphs().repeat(4)}</div></div>
       <div class="article"><p>${"All texts on this site are of the paper, and may not be used without its leave. ".repeat(3)}</p></div>`,
    ],
  ])("%s", (_, body) => {
    expect(textOf(`<html><head><title>Ferry stays</title></head><body>${body}</body></html>`)).toContain("regional court");
  });

  test.each([
    [
      "a sentence that is one link",
      `<div class="Markup"><p><a href="/x"><b>On Friday all three councillors changed their mind.</b></a></p></div>`,
    ],
    [
      "a quotation with the class of an author",
      `<p class="quote-author">“On Friday all three councillors changed their mind,” Ada Quill said.</p>`,
    ],
    ["an embedded post", `<blockquote class="twitter-tweet"><p>On Friday all three councillors changed their mind</p></blockquote>`],
    [
      "a post among buttons to share",
      `<div class="social-embed"><blockquote class="twitter-tweet"><p>On Friday all three councillors changed their mind</p></blockquote></div>`,
    ],
    [
      "a post of a newsletter",
      `<div class="tweet"><a href="/x"><span>Ada Quill</span><div class="tweet-text">On Friday all three councillors changed their mind</div></a></div>`,
    ],
  ])("with %s", (_, between) => {
    expect(textOf(ferryPageWith(between))).toContain("On Friday all three councillors changed their mind");
  });

  test.each(["The ferry opened in 1998.", "In 2019 it sank.", "“Never again”"])("from its first words: %s", (words) => {
    for (const name of ["p", "div"]) expect(textOf(ferryPage({ body: `<${name}>${words}</${name}>${paragraphs()}` }))).toContain(words);
  });

  test.each([
    "The council asked all who live there to subscribe to alerts.",
    "He will follow the boat on its last trip.",
    "The newsletter of the town has more.",
    "In his app, he said, Lars Holt has read all about it.",
  ])("to its last words: %s", (words) => {
    expect(textOf(ferryPage({ end: `<p>${words}</p>` }))).toContain(words);
  });

  test.each(["hidden-xs", "d-none d-md-block", "content has-sidebar", "no-comments", "paywall", "text-with-ads", "hide-on-print"])(
    "with paragraphs of the class %s",
    (label) => {
      const between = `<div class="${label}"><p>On Friday all three councillors changed their mind, and the mayor did too.</p></div>`;
      expect(textOf(ferryPageWith(between))).toContain("On Friday all three councillors changed their mind");
    },
  );

  test("with headings of odd classes", () => {
    const body = `${paragraphs()}<h2 class="header-anchor-post">The vote</h2>${paragraphs("Monday")}<h3 class="header-with-anchor-widget">The cost</h3>${paragraphs("Sunday")}`;
    expect(headingsOf(ferryPage({ body }))).toEqual(["The vote", "The cost"]);
  });

  test.each(["span", "p", "div"])("with a dateline in a %s of its own", (name) => {
    const body = paragraphs().replace("<p>The", `<p><${name} class="dateline">SKERROW, May 3 (AP) — </${name}>The`);
    expect(readPage(ferryPage({ body })).dateline).toMatchObject({ place: "SKERROW", agency: "AP" });
  });
});

test("a paragraph whose class says that it stands behind a pull quote is of the article", () => {
  const html = ferryPageWith(
    `<blockquote class="graf--pullquote">Holm has won</blockquote><p class="graf graf-after--pullquote">Nobody in Holm voted.</p>`,
  );
  expect(textOf(html)).toContain("Nobody in Holm voted.");
  expect(textOf(html)).not.toContain("Holm has won");
});

describe("what is not the article is left out", () => {
  test.each([
    ["share", `<ul class="share-tools"><li>Save Holm on Facebook</li></ul>`],
    ["related", `<div class="related-stories"><h3>Related</h3><ul><li><a href="/a">Bridge falls in Holm</a></li></ul></div>`],
    ["related", `<p><a href="/a">Bridge falls in Holm after the storm of the year</a></p>`],
    ["related", `<h3>More:</h3><ul><li><a href="/a">Bridge falls in Holm</a></li><li><a href="/b">Bridge stands in Holm</a></li></ul>`],
    ["related", `<aside><p>The bridge fell in Holm in the storm of last year, and was never built again.</p></aside>`],
    [
      "related",
      `<figure class="kg-card kg-bookmark-card"><a href="/a"><div>Bridge falls</div><div>It fell in Holm in the storm of last year, and was never built again.</div></a></figure>`,
    ],
    [
      "related",
      `<div class="kg-card kg-product-card"><div><h4>A kettle of Holm</h4><p>It boils the water of Holm in a minute.</p></div></div>`,
    ],
    ["related", `<div class="kg-card kg-file-card"><a href="/a"><div>All on Holm</div><div>holm.pdf</div></a></div>`],
    [
      "newsletter",
      `<div class="newsletter-signup"><p>The best of Holm in your inbox every morning, free of charge and without fuss.</p></div>`,
    ],
    ["advertisement", `<div class="ad-container"><p>Buy the new boat of Holm now and save a lot of money on it today.</p></div>`],
    ["navigation", `<section id="comments"><p>I think that this is all wrong, and that Holm should have the ferry.</p></section>`],
    ["markup", `<blockquote class="pull-quote"><p>Holm has won</p><cite>Lars Holt</cite></blockquote>`],
  ])("%s: %s", (reason, between) => {
    const { document, omitted, notes } = readPage(ferryPageWith(between));
    expect(document.text).not.toContain("Holm");
    expect(omitted.filter(({ text }) => text.includes("Holm")).every((omission) => omission.reason === reason)).toBe(true);
    expect(omitted.some(({ text }) => text.includes("Holm")) || notes.some(({ code }) => code === "page-furniture")).toBe(true);
  });

  test.each([
    `<div class="author-bio"><h3>About the author</h3><p>Jane Roe is a reporter from Holm who writes about the sea, its boats and their crews.</p></div>`,
    `<p>Follow Jane Roe on Holmbook, or subscribe to our newsletter.</p>`,
    `<h3>More from Holm</h3>`,
  ])("at the end: %s", (end) => {
    expect(textOf(ferryPage({ end }))).not.toContain("Holm");
  });

  test("of two articles with headlines of their own, the second", () => {
    const other = paragraphs().replaceAll("Skerrow", "Holm");
    for (const level of ["h1", "h2"]) {
      const articles = `<article><${level}>Ferry stays</${level}>${paragraphs()}</article><article><${level}>Bridge falls</${level}>${other}</article>`;
      const html = `<html><head><title>Ferry stays</title></head><body><main>${articles}</main></body></html>`;
      expect(headlineOf(html)).toBe("Ferry stays");
      expect(textOf(html)).not.toContain("Holm");
      expect(readPage(html).omitted.some(({ text, reason }) => reason === "related" && text.includes("Holm"))).toBe(true);
    }
  });

  test("but not the posts of a live blog, below one headline", () => {
    const posts = `<article><h2>Boats are back</h2>${paragraphs()}</article><article><h2>Bridge falls</h2>${paragraphs("Monday")}</article>`;
    const html = `<html><head><title>Storm live</title></head><body><main><h1>Storm hits Skerrow: live updates</h1>${posts}</main></body></html>`;
    expect(headingsOf(html)).toEqual(["Boats are back", "Bridge falls"]);
  });
});

test("what is left out keeps its place, whatever stands in it", () => {
  const html = ferryPageWith(`<p><a href="/a">Bridge <b>falls</b> in H&ouml;&shy;lm &amp; Skerrow</a></p>`);
  const [omission] = readPage(html).omitted.filter(({ text }) => text.includes("falls"));
  expect(omission?.text).toBe("Bridge <b>falls</b> in H&ouml;&shy;lm &amp; Skerrow");
  expect([...html].slice(omission?.start, omission?.end).join("")).toBe(omission?.text);
});
