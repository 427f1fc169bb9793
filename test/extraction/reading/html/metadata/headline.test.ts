import { describe, expect, test } from "vitest";
import { ferryPage, headingsOf, headlineOf, linkedData, textOf } from "../ferry-page.ts";

const SITE = `<meta property="og:site_name" content="TheHarbour">`;
const social = (title: string) => `<meta property="og:title" content="${title}">`;

describe("the site's name", () => {
  test.each([
    "Ferry stays in Skerrow | TheHarbour",
    "Ferry stays in Skerrow - TheHarbour",
    "Ferry stays in Skerrow – The Harbour",
    "TheHarbour: Ferry stays in Skerrow",
  ])("goes from %s, with a headline in the page and without", (title) => {
    const head = `${linkedData(`{"@type":"NewsArticle","headline":"${title}"}`)}${social(title)}${SITE}`;
    for (const html of [ferryPage({ title, head }), ferryPage({ title, head, h1: "" })]) {
      expect(headlineOf(html)).toBe("Ferry stays in Skerrow");
      expect(headingsOf(html)).toEqual([]);
    }
  });

  test("goes from a title that no meta element repeats", () => {
    const title = "Ferry stays in Skerrow | The Skerrow Post";
    expect(headlineOf(ferryPage({ title, h1: "<h2>Ferry stays in Skerrow</h2>" }))).toBe("Ferry stays in Skerrow");
    expect(headlineOf(ferryPage({ title, h1: "" }))).toBe("Ferry stays in Skerrow");
  });

  test.each(["Ferry stays in Skerrow", "Anti-Skerrow march"])("stays where it is part of the headline: %s", (title) => {
    const head = `${social(title)}<meta property="og:site_name" content="Skerrow">`;
    expect(headlineOf(ferryPage({ title, head, h1: "" }))).toBe(title);
    expect(headlineOf(ferryPage({ title, head, h1: `<h1>${title}</h1>` }))).toBe(title);
  });
});

describe("the headline a page shows", () => {
  test("wins over the one for search engines", () => {
    const search = "Skerrow ferry: Everything we know about the council vote";
    const head = linkedData(`{"@type":"NewsArticle","headline":"${search}"}`) + social(search);
    const html = ferryPage({ title: search, head, h1: "<h1>“It stays!” How one town kept its boat</h1>" });
    expect(headlineOf(html)).toBe("“It stays!” How one town kept its boat");
    expect(textOf(html)).not.toContain("Everything we know");
  });

  test.each([
    ["a logo", "<header><h1>The Post</h1></header>"],
    ["a linked logo", `<header><h1 class="logo"><a href="/">The Post</a></h1></header>`],
    ["a warning", "<div><h1>Your browser is out of date</h1></div>"],
    ["a section", "<h1>World news</h1>"],
  ])("is not %s", (_, before) => {
    const html = ferryPage({ before, title: "Ferry stays in Skerrow - The Post" });
    expect(headlineOf(html)).toBe("Ferry stays in Skerrow");
    expect(headingsOf(html)).toEqual([]);
  });

  test.each([
    `<h1>Still afloat</h1>`,
    `<h1><span>Still afloat</span> - The Skerrow Post</h1>`,
    `<h1><div class="label">Exclusive</div><div>Still<br>afloat</div></h1>`,
  ])("may be short, and unlike the one for search engines: %s", (h1) => {
    const head = `${social("Skerrow ferry vote: town keeps its boat")}<meta property="og:site_name" content="The Skerrow Post">`;
    const html = ferryPage({ h1, head, title: "Skerrow ferry vote | The Skerrow Post" });
    expect(headlineOf(html)).toBe("Still afloat");
    expect(headingsOf(html)).toEqual([]);
  });

  test("may be of a lower level", () => {
    const html = ferryPage({
      before: "<h1>World news</h1>",
      h1: "<h2>Ferry stays in Skerrow</h2>",
      head: social("Ferry stays in Skerrow"),
    });
    expect(headlineOf(html)).toBe("Ferry stays in Skerrow");
    expect(headingsOf(html)).toEqual([]);
  });

  test("loses its kicker, and is not said twice", () => {
    const html = ferryPage({
      h1: `<h1><span class="kicker">Opinion</span> Ferry stays in Skerrow</h1>`,
      top: "<h2>Ferry stays in Skerrow</h2><p>Ferry stays in Skerrow</p>",
    });
    expect(headlineOf(html)).toBe("Ferry stays in Skerrow");
    expect(textOf(html).split("Ferry stays")).toHaveLength(2);
    expect(textOf(html)).not.toContain("Opinion");
  });
});
