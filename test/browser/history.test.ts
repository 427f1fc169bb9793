import { describe, expect, test } from "vitest";
import { corrections, ids, texts } from "../http/corrected.ts";
import { expectNoSidewaysScroll, expectQuiet, hasBrowser, openPage, SCREENS, startedWith, violations } from "./browser.ts";

const [first, , present] = texts;
const PAGES = [
  [`/articles/${present.slug}`, 200],
  [`/articles/${present.slug}?revision=${first.revision}`, 200],
  [`/articles/${present.slug}/revisions`, 200],
  [`/quotes/${ids.promise}`, 410],
] as const;

describe.skipIf(!hasBrowser)("pages of what was corrected", () => {
  const shared = startedWith([present], corrections());

  test.each(Object.entries(SCREENS).flatMap(([name, screen]) => PAGES.map(([path, status]) => [name, path, status, screen] as const)))(
    "on a %s %s answers %i, fits and can be used by everybody",
    async (_name, path, status, screen) => {
      const watched = await openPage(shared.browser, screen);
      const response = await watched.page.goto(shared.server.url + path);
      expect(response?.status()).toBe(status);
      await expectNoSidewaysScroll(watched.page);
      expect(await violations(watched.page)).toEqual([]);
      if (status === 200) expectQuiet(watched);
      await watched.close();
    },
  );

  test("without JavaScript a reader gets from the article to what was changed, and to the text before", async () => {
    const { page, close } = await openPage(shared.browser, { javaScriptEnabled: false });
    await page.goto(`${shared.server.url}/articles/${present.slug}`);
    await page.click("a.corrected");
    expect(await page.locator(".changes ins").first().textContent()).toContain("new: ");
    await page.click('.versions a:has-text("Earlier version") >> nth=-1');
    expect(new URL(page.url()).searchParams.get("revision")).toBe(first.revision);
    expect(await page.locator(".former").textContent()).toContain("This is an earlier version");
    await page.click('.former a:has-text("present version")');
    expect(page.url()).toBe(`${shared.server.url}/articles/${present.slug}`);
    await close();
  });
});
