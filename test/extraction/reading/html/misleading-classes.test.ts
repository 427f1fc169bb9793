import { describe, expect, test } from "vitest";
import {
  authorsOf,
  blocksOf,
  ferryPage,
  ferryPageWith,
  headingsOf,
  headlineOf,
  linkedData,
  paragraphs,
  readPage,
  textOf,
} from "./ferry-page.ts";

const ASIDE = "Two councillors left the hall before the vote, and neither of them has said since then what they would have done.";

describe("classes that mean something else", () => {
  test("around each paragraph do not empty the article", () => {
    const body = paragraphs().replaceAll("<p>", `<div class="teaser-wide"><p>`).replaceAll("</p>", "</p></div>");
    expect(textOf(ferryPage({ body: body + body.replaceAll("Friday", "Monday") }))).toContain("regional court");
  });

  test.each([`<p class="sidebar-text narrow">${ASIDE}</p>`, `<p class="rail-less">${ASIDE}</p>`])("of a paragraph: %s", (between) => {
    expect(textOf(ferryPageWith(between))).toContain("neither of them");
  });

  test.each([
    `<p class="newsletter-text">${ASIDE}</p>`,
    `<p class="sidebar-text">${ASIDE.replace("the vote", `<a href="/x">the vote</a>`)}</p>`,
    `<div class="sidebar"><p>${ASIDE}</p></div>`,
  ])("are believed otherwise: %s", (between) => {
    expect(textOf(ferryPageWith(between))).not.toContain("neither of them");
  });

  test("the id of a heading is made of its words", () => {
    expect(headingsOf(ferryPageWith(`<h2 id="related-costs">What it costs</h2>`))).toEqual(["What it costs"]);
    expect(headingsOf(ferryPageWith(`<h2 class="related-title">What else</h2>`))).toEqual([]);
  });

  test("one comment of an expert stays, those of readers go", () => {
    const one = `<div class="expert-comment"><p>“The engine is new,” Mona Berg said.</p></div>`;
    expect(textOf(ferryPageWith(one))).toContain("The engine is new");
    expect(textOf(ferryPageWith(one + one.replace("new", "old")))).not.toContain("The engine");
    expect(textOf(ferryPage({ body: paragraphs() + paragraphs("Monday"), end: one }))).not.toContain("The engine");
  });

  test("a sentence between paragraphs is not a byline", () => {
    expect(textOf(ferryPage({ body: `${paragraphs()}<p class="byline-note">${ASIDE}</p>${paragraphs("Monday")}` }))).toContain(
      "neither of them",
    );
  });
});

test.each(["key-facts related-facts", "story-takeaways", "at-a-glance"])("key points stay: %s", (label) => {
  const html = ferryPage({ top: `<ul class="${label}"><li>The ferry stays for a year</li><li>The court may still say no</li></ul>` });
  expect(
    blocksOf(html)
      .filter(({ role }) => role === "list-item")
      .map(({ text }) => text),
  ).toEqual(["The ferry stays for a year", "The court may still say no"]);
});

test.each([
  `<ul class="byline"><li>Jane Roe</li><li>Tom Poe</li></ul>`,
  `<ul><li class="author">Jane Roe</li><li class="author">Tom Poe</li></ul>`,
])("a list of authors is their byline: %s", (top) => {
  expect(authorsOf(ferryPage({ top }))).toEqual(["Jane Roe", "Tom Poe"]);
  expect(
    blocksOf(ferryPage({ top }))
      .filter(({ kind }) => kind === "paragraph")
      .every(({ text }) => !text.includes("Roe")),
  ).toBe(true);
});

test("one picture of a gallery keeps its caption, many are a gallery", () => {
  const figure = (words: string) => `<figure class="gallery-figure"><img src="a.jpg"><figcaption>${words}</figcaption></figure>`;
  expect(textOf(ferryPageWith(figure("The quay in winter.")))).toContain("The quay in winter.");
  const many = `<div class="gallery">${figure("The quay in winter.")}${figure("The quay in summer.")}</div>`;
  expect(textOf(ferryPageWith(many))).not.toContain("The quay");
});

test("cards of other articles inside the article are left out, posts of a live blog are not", () => {
  const card = (href: string) => `<article><h3><a href="${href}">Bus goes too</a></h3><p>It leaves at nine each morning.</p></article>`;
  const page = (href: string) => textOf(ferryPage({ body: paragraphs() + paragraphs("Monday"), end: card(href) + card(href) }));
  expect(page("/bus")).not.toContain("It leaves at nine");
  expect(page("#post-2")).toContain("It leaves at nine");
});

test("a short line in bold is a heading", () => {
  expect(headingsOf(ferryPageWith("<p><strong>What the boat costs</strong></p>"))).toEqual(["What the boat costs"]);
  const others = [
    "<p><strong>Is it over?</strong> No.</p>",
    "<p><b>The boat stays.</b></p>",
    `<p><b><a href="/x">Buses to go</a></b></p>`,
    "<p><b>Ada</b> and <b>Bo</b></p>",
  ];
  for (const other of others) expect(headingsOf(ferryPageWith(other))).toEqual([]);
});

test("dates as headings are the days of a story", () => {
  const body = `${paragraphs()}<h3>3 May 2024</h3>${paragraphs("Monday")}<h3>9 May 2024</h3>${paragraphs("Thursday")}`;
  expect(headingsOf(ferryPage({ body }))).toEqual(["3 May 2024", "9 May 2024"]);
  expect(readPage(ferryPage({ body })).metadata.publishedAt).toBeNull();
  expect(readPage(ferryPage({ top: "<h4>3 May 2024</h4>" })).metadata.publishedAt).toBe("2024-05-03");
});

test("the articles of a list are not the page's own", () => {
  const other = `{"@type":"NewsArticle","headline":"Buses go","author":{"name":"Tom Poe"},"datePublished":"2019-01-02"}`;
  const list = linkedData(`{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":${other}}]}`);
  expect(authorsOf(ferryPage({ head: list }))).toEqual([]);
  expect(readPage(ferryPage({ head: list })).metadata.publishedAt).toBeNull();
  expect(authorsOf(ferryPage({ head: list.replace("Buses go", "Ferry stays in Skerrow") }))).toEqual(["Tom Poe"]);
});

test("a byline with an update behind a dash says when", () => {
  const { metadata } = readPage(ferryPage({ top: "<p>By Jane Roe – Reporter – Updated 3 May 2024</p>" }));
  expect(metadata.updatedAt).toBe("2024-05-03");
});

test("entities that are encoded twice are decoded in the headline too, but not where a text is about them", () => {
  const h1 = "<h1>Skerrow&amp;#8217;s ferry stays</h1>";
  expect(headlineOf(ferryPage({ title: "Skerrow&amp;#8217;s ferry stays", h1 }))).toBe("Skerrow’s ferry stays");
  expect(textOf(ferryPageWith("<p>Editors type &amp;amp; for the sign in Holt &amp; Lind, and have done so for years.</p>"))).toContain(
    "type &amp; for the sign in Holt & Lind",
  );
  expect(textOf(ferryPageWith("<p>The firm of Holt &amp;amp; Lind has built the boat, as it has built all the others.</p>"))).toContain(
    "Holt & Lind",
  );
});

test.each([
  "Thank you for reading the Skerrow Post, which is free to all. A subscription gives you the crossword and more.",
  "You have two articles left this month. Subscribers read as many as they like.",
  "This story is available to our subscribers.",
])("what a paper asks of its readers at the end goes: %s", (words) => {
  expect(textOf(ferryPage({ body: paragraphs() + paragraphs("Monday"), end: `<p>${words}</p>` }))).not.toContain(words.slice(0, 20));
});

test("a byline list with roles names the authors only", () => {
  const item = (name: string) =>
    `<li class="story__author"><a class="author-name">${name}</a><span class="author-role">Sea reporter</span></li>`;
  const html = ferryPage({ top: `<ul>${item("Jane Roe")}${item("Tom Poe")}</ul>` });
  expect(authorsOf(html)).toEqual(["Jane Roe", "Tom Poe"]);
  expect(textOf(html)).not.toContain("Sea reporter");
});

test("a date in a box is as exact as the time element in it", () => {
  const top = `<div class="post-date"><time datetime="2024-05-03T10:00:00Z">3 May 2024</time></div>`;
  expect(readPage(ferryPage({ top })).metadata.publishedAt).toBe("2024-05-03T10:00:00Z");
});

test.each([`<div class="card-signup-box"><h2>The Post by mail</h2><p>Stories each Friday.</p></div>`, `<div><p>54</p></div>`])(
  "counters and boxes of offers go: %s",
  (top) => {
    expect(
      blocksOf(ferryPage({ top }))
        .map(({ text }) => text)
        .join(" "),
    ).not.toMatch(/54|Friday\.$|Stories each/);
  },
);

test("a kicker above the headline goes", () => {
  const html = ferryPage({ h1: `<p class="kicker">Island life</p><h1>Ferry stays in Skerrow</h1>` });
  expect(textOf(html)).not.toContain("Island life");
});
