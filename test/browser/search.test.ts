import { describe, expect, test } from "vitest";
import { sampleArticles } from "../pages/articles.ts";
import { expectNoSidewaysScroll, expectQuiet, hasBrowser, openPage, SCREENS, startedWith, violations } from "./browser.ts";

describe.skipIf(!hasBrowser)("the search (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith(sampleArticles());

  test.each([true, false])(
    "leads from words to a facet, to the quotes, to the place in the article (JavaScript: %s)",
    async (javaScriptEnabled) => {
      const watched = await openPage(shared.browser, { ...SCREENS.desktop, javaScriptEnabled });
      const { page } = watched;
      await page.goto(`${shared.server.url}/search`);
      const main = page.locator("main");
      await main.getByRole("searchbox", { name: "Words to look for" }).fill("there");
      await main.getByRole("button", { name: "Search" }).click();
      expect(await page.locator("mark").first().textContent()).toMatch(/^there$/i);
      await page
        .getByRole("complementary", { name: "Narrow this list" })
        .getByRole("link", { name: /^Ada Lind/ })
        .click();
      expect(await page.locator(".chosen .filter").allTextContents()).toEqual([
        "Words there: remove this filter",
        "Speaker Ada Lind: remove this filter",
      ]);
      await page.getByRole("link", { name: /^Quotes \d/ }).click();
      expect(await page.locator("blockquote mark").first().textContent()).toMatch(/^there$/i);
      await page.locator(".chosen .filter", { hasText: "Ada Lind" }).click();
      expect(new URL(page.url()).search).toBe("?show=quotes&q=there");
      await page
        .getByRole("link", { name: /^In the article/ })
        .first()
        .click();
      expect(new URL(page.url()).pathname).toMatch(/^\/articles\//);
      expectQuiet(watched);
      await watched.close();
    },
  );

  test("on a phone one link leads from the list to what narrows it", async () => {
    const watched = await openPage(shared.browser, SCREENS.phone);
    const { page } = watched;
    await page.goto(`${shared.server.url}/search?q=there`);
    await page.locator("main").getByRole("link", { name: "Narrow this list" }).click();
    expect(await page.getByRole("heading", { name: "Narrow this list" }).isVisible()).toBe(true);
    await page.getByLabel("From").fill("2025-01-01");
    await page.getByRole("button", { name: "Apply dates" }).click();
    expect(await page.locator(".chosen .filter").allTextContents()).toContain("Published since 1 January 2025: remove this filter");
    // The field that was left empty is no filter.
    expect(await page.getByText("cannot be").count()).toBe(0);
    expectQuiet(watched);
    await watched.close();
  });

  test("a query that is refused has a page that is accessible, and a way on that works", async () => {
    const { page, close } = await openPage(shared.browser, SCREENS.phone);
    await page.goto(`${shared.server.url}/search?q=there+OR`);
    expect(await violations(page)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Find all of these words" }).click();
    expect(await page.locator("mark").first().textContent()).toMatch(/^there$/i);
    await close();
  });

  test("script that is searched for does not run", async () => {
    const watched = await openPage(shared.browser);
    const dialogs: string[] = [];
    watched.page.on("dialog", async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    for (const path of ["/search", "/articles"])
      await watched.page.goto(`${shared.server.url}${path}?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(await watched.page.locator("main").getByRole("searchbox").inputValue()).toBe('"><script>alert(1)</script>');
    expect(dialogs).toEqual([]);
    expectQuiet(watched);
    await watched.close();
  });
});
