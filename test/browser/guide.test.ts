import { describe, expect, test } from "vitest";
import { sampleArticles } from "../pages/articles.ts";
import { expectQuiet, hasBrowser, openPage, SCREENS, startedWith } from "./browser.ts";

describe.skipIf(!hasBrowser)("the guide (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith(sampleArticles());

  test("a command is copied by keyboard, and that is said", async () => {
    const watched = await openPage(shared.browser, { ...SCREENS.desktop, permissions: ["clipboard-read", "clipboard-write"] });
    const { page } = watched;
    await page.goto(`${shared.server.url}/docs/getting-started`);
    const button = page.getByRole("button", { name: "Copy command: Command 1" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Copied" }).waitFor({ state: "attached" });
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(await page.locator("#command-1").textContent());
    expectQuiet(watched);
    await watched.close();
  });

  test("without script there are commands and answers, and no button that does nothing", async () => {
    const { page, close } = await openPage(shared.browser, { javaScriptEnabled: false });
    await page.goto(`${shared.server.url}/docs/getting-started`);
    expect(await page.locator("pre.answer").count()).toBe(8);
    expect(await page.locator(".code button:visible").count()).toBe(0);
    await close();
  });

  test("the table of contents stands beside the text where there is room, below the title elsewhere", async () => {
    for (const [screen, beside] of [
      ["desktop", true],
      ["phone", false],
    ] as const) {
      const { page, close } = await openPage(shared.browser, SCREENS[screen]);
      await page.goto(`${shared.server.url}/docs/api`);
      const [title, contents, text] = await Promise.all(
        [page.locator("h1"), page.getByRole("navigation", { name: "On this page" }), page.locator("article.guide")].map((one) =>
          one.boundingBox(),
        ),
      );
      if (!title || !contents || !text) throw new Error("expected a title, a table of contents and a text");
      expect(contents.x >= text.x + text.width).toBe(beside);
      expect(contents.y >= title.y + title.height).toBe(!beside);
      await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Caching" }).click();
      expect(new URL(page.url()).hash).toBe("#caching");
      await close();
    }
  });
});
