import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { sampleArticles } from "../pages/articles.ts";
import { expectQuiet, hasBrowser, openPage, SCREENS, startedWith, violations } from "./browser.ts";

const [harbour] = sampleArticles();
const [again] = harbour?.quotes ?? [];
if (harbour === undefined || again === undefined) throw new Error("expected an article with a quote");

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** What the clipboard holds of a media type. */
function copied(page: Page, type: string): Promise<string> {
  return page.evaluate(
    `navigator.clipboard.read().then(([item]) => item.getType(${JSON.stringify(type)})).then((blob) => blob.text())`,
  ) as Promise<string>;
}

describe.skipIf(!hasBrowser)("quotes (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith(sampleArticles());

  test("a citation is copied from the page of its quote as text, Markdown and HTML, and that is said aloud", async () => {
    const watched = await openPage(shared.browser, CLIPBOARD);
    const { page } = watched;
    await page.goto(`${shared.server.url}/quotes/${again.id}`);
    const button = (form: string) => page.getByRole("button", { name: `Copy citation as ${form}`, exact: true });
    await button("Text").click();
    await page.getByText("Citation copied").first().waitFor();
    expect(await page.getByRole("status").textContent()).toBe("Citation copied");
    const text = await copied(page, "text/plain");
    expect(text).toMatch(/^“There will be no more silent mornings here,” \[…\] “We owe this island/);
    expect(text).toContain("— Ada Lind, ");
    await button("Markdown").click();
    await expect.poll(() => copied(page, "text/plain")).toMatch(/^> “There will be/);
    await button("HTML").click();
    await expect.poll(() => copied(page, "text/plain")).toMatch(/^<figure>/);
    expect(await copied(page, "text/html")).toContain("<blockquote");
    expectQuiet(watched);
    await watched.close();
  });

  test("a citation is copied from a list with the keyboard alone; Escape closes the choice", async () => {
    const watched = await openPage(shared.browser, CLIPBOARD);
    const { page } = watched;
    await page.goto(`${shared.server.url}/articles/${harbour.slug}?view=quotes`);
    const menu = page.locator("details.menu").first();
    await menu.locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    expect(await menu.getAttribute("open")).toBeNull();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Citation copied" }).waitFor({ state: "attached" });
    expect(await copied(page, "text/html")).toMatch(/^<figure>[\s\S]*There will be no more silent mornings/);
    expect(await menu.getAttribute("open")).toBeNull();
    expect(new URL(page.url()).pathname).toBe(`/articles/${harbour.slug}`);
    expectQuiet(watched);
    await watched.close();
  });

  test("a finger opens one choice at a time", async () => {
    const { page, close } = await openPage(shared.browser, SCREENS.phone);
    await page.goto(`${shared.server.url}/articles/${harbour.slug}?view=quotes`);
    const menus = page.locator("details.menu");
    await menus.nth(0).locator("summary").tap();
    await menus.nth(1).locator("summary").tap();
    expect(await page.locator("details.menu[open]").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("heading", { level: 1 }).tap();
    expect(await page.locator("details.menu[open]").count()).toBe(0);
    await close();
  });

  test("without JavaScript the three forms can be opened on the page, and from a list", async () => {
    const { page, close } = await openPage(shared.browser, { javaScriptEnabled: false });
    await page.goto(`${shared.server.url}/quotes/${again.id}`);
    expect(await page.getByRole("button", { name: /Copy citation/ }).count()).toBe(0);
    await page.getByText("Show the three forms").click();
    expect(await page.locator("#citation-markdown").isVisible()).toBe(true);
    await page.goto(`${shared.server.url}/articles/${harbour.slug}?view=quotes`);
    await page.locator("details.menu summary").first().click();
    await page.getByRole("link", { name: "Text", exact: true }).first().click();
    expect(new URL(page.url()).pathname).toBe(`/v1/quotes/${again.id}`);
    expect(await page.textContent("body")).toContain("— Ada Lind");
    await close();
  });

  test("the paragraph of a quote is shown whole, with all that belongs to it marked", async () => {
    const { page, close } = await openPage(shared.browser);
    await page.goto(`${shared.server.url}/quotes/${again.id}`);
    expect(await page.locator(".context p mark.words").allTextContents()).toEqual([
      ...again.segments.map(({ text }) => text),
      "what was said",
    ]);
    await close();
  });
});
