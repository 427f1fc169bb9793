import { describe, expect, test } from "vitest";
import { hostileArticle, sampleArticles } from "../pages/articles.ts";
import {
  countBytes,
  expectNoSidewaysScroll,
  expectQuiet,
  hasBrowser,
  openPage,
  SCREENS,
  startedWith,
  tabThrough,
  violations,
  WIDTHS,
} from "./browser.ts";

const [harbour, bakery] = sampleArticles();
if (harbour === undefined || bakery === undefined) throw new Error("expected two articles");
const [again] = harbour.quotes;

const PAGES = {
  "the front page": "/",
  "the list of articles": "/articles?q=bakery",
  "the search": "/search",
  "hits of a search": "/search?q=said+OR+there&in=all&kind=direct&kind=mixed",
  "quotes of a search": "/search?q=there&show=quotes",
  "a search that finds nothing": "/search?q=bakkery&speaker=ada-lind",
  "the list of speakers": "/speakers",
  "speakers of a letter and a type": "/speakers?startsWith=t&speakerType=person",
  "an article": `/articles/${harbour.slug}`,
  "its quotes alone": `/articles/${harbour.slug}?view=quotes`,
  "the page for editors": `/edit/${harbour.slug}`,
  "a speaker": "/speakers/tomas-reyes",
  "a month of a speaker": "/speakers/tomas-reyes?publishedFrom=2025-05-01&publishedTo=2025-05-31",
  "what a speaker never said": "/speakers/tomas-reyes?q=zeppelin",
  "the statistics": "/statistics",
  "statistics of nothing": "/statistics?q=zeppelin&kind=direct",
  "a quote": `/quotes/${again?.id}`,
  "the forms to check with": "/check",
  "a checked quote": "/check?quote=There+will+be+no+more+noisy+mornings+here&speaker=Tomas+Reyes",
  "words that are markup": "/articles/hostile",
  "what a problem means": "/problems/quote-removed",
  "all problems": "/problems",
  "a document": "/docs/api",
  "the guide": "/docs/getting-started",
};

/** Bytes of a page with its style and scripts, as a browser is sent them. */
const MOST_BYTES = 60_000;
/** Steps with the Tab key from the beginning of a page: enough to leave its head and to go through its forms. */
const MOST_STEPS = 40;
/** Text of twice its size, as WCAG 1.4.4 asks for. */
const TWICE_THE_TEXT = "36px";
/** Words and links of a page. */
const WORDS = `[...document.querySelectorAll("h1, h2, p, main a")].map(({ textContent }) => textContent)`;
/** What every page has in its head and its foot to step through. */
const SITE_LINKS = 8;

describe.skipIf(!hasBrowser)("the reader (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith([harbour, bakery, hostileArticle()]);

  describe.each(Object.entries(PAGES))("%s", (_, path) => {
    test("is accessible, fits every width and text of twice the size, stays on this server, is light, and works with the keyboard alone", async () => {
      const watched = await openPage(shared.browser, SCREENS.phone);
      const { page } = watched;
      const bytes = countBytes(page);
      await page.goto(shared.server.url + path);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
      // Only colours differ between the schemes.
      expect(await violations(page, ["color-contrast"])).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoSidewaysScroll(page);
      }
      await page.setViewportSize({ width: 390, height: 900 });
      await page.evaluate(`document.documentElement.style.fontSize = "${TWICE_THE_TEXT}"`);
      await expectNoSidewaysScroll(page);
      await page.evaluate(`document.documentElement.style.fontSize = ""`);
      await page.setViewportSize(SCREENS.desktop.viewport);
      const reached = await tabThrough(page, MOST_STEPS);
      expect(reached[0]?.name).toBe("Skip to the content");
      expect(reached.length).toBeGreaterThan(SITE_LINKS);
      expect(reached.map(({ place }) => place)).toEqual(reached.map(({ place }) => place).toSorted((a, b) => a - b));
      expect(reached.filter(({ isSeen }) => !isSeen)).toEqual([]);
      const words = await page.evaluate(WORDS);
      expect(await bytes()).toBeLessThanOrEqual(MOST_BYTES);
      expectQuiet(watched);
      await watched.close();

      const plain = await openPage(shared.browser, { ...SCREENS.desktop, javaScriptEnabled: false });
      await plain.page.goto(shared.server.url + path);
      expect(await plain.page.evaluate(WORDS), "words and links without JavaScript").toEqual(words);
      const idle = `[...document.querySelectorAll("button")].filter((one) => one.checkVisibility() && (one.form === null || one.type !== "submit"))`;
      expect(await plain.page.evaluate(`${idle}.map(({ outerHTML }) => outerHTML)`), "buttons that do nothing").toEqual([]);
      await plain.close();
    });
  });

  test("without JavaScript everything is there", async () => {
    const { page, close } = await openPage(shared.browser, { javaScriptEnabled: false });
    await page.goto(`${shared.server.url}/articles/${harbour.slug}`);
    await page.getByRole("link", { name: "Quotes only" }).click();
    expect(await page.locator("figure.quote").count()).toBe(harbour.quotes.length);
    await page.getByRole("link", { name: /^Permalink, Ada Lind: There will/ }).click();
    expect(new URL(page.url()).pathname).toBe(`/quotes/${again?.id}`);
    await page.getByRole("figure").getByRole("link", { name: "Ada Lind", exact: true }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Ada Lind");
    await close();
  });

  test("the keyboard reaches the content first, then every quote's speaker", async () => {
    const { page, close } = await openPage(shared.browser);
    await page.goto(`${shared.server.url}/articles/${harbour.slug}`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    const reached: unknown[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"));
    }
    expect(reached).toContain("Quotes only");
    expect(reached).toContain("Quote 1, Ada Lind");
    await close();
  });

  test("the link into the article scrolls to the words", async () => {
    const { page, close } = await openPage(shared.browser, { viewport: { width: 390, height: 500 } });
    const last = harbour.quotes.at(-1);
    await page.goto(`${shared.server.url}/quotes/${last?.id}`);
    await page.getByRole("link", { name: "Read the article from here" }).click();
    await page.waitForFunction(`document.querySelector("#quote-${last?.id}")?.getBoundingClientRect().top < innerHeight`);
    await close();
  });

  test("script in a headline, a name or a quote does not run", async () => {
    const watched = await openPage(shared.browser);
    const dialogs: string[] = [];
    watched.page.on("dialog", async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    for (const path of ["/", "/articles/hostile", "/articles/hostile?view=quotes", "/speakers"])
      await watched.page.goto(shared.server.url + path);
    await watched.page.locator(".people a", { hasText: "script" }).click();
    await watched.page
      .getByRole("link", { name: /^Permalink/ })
      .first()
      .click();
    expect(await watched.page.locator("blockquote").textContent()).toContain("<script>alert(1)</script>");
    expect(dialogs).toEqual([]);
    expectQuiet(watched);
    await watched.close();
  });

  test("on paper there is the article, without navigation", async () => {
    const { page, close } = await openPage(shared.browser);
    await page.emulateMedia({ media: "print" });
    await page.goto(`${shared.server.url}/articles/${harbour.slug}`);
    expect(await page.locator(".views").isVisible()).toBe(false);
    expect(await page.locator("#p2").isVisible()).toBe(true);
    await close();
  });
});
