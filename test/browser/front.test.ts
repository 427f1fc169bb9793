import { describe, expect, test } from "vitest";
import { startServer } from "../http/server.ts";
import { sampleArticles } from "../pages/articles.ts";
import { expectNoSidewaysScroll, expectQuiet, hasBrowser, openPage, SCREENS, startedWith, violations } from "./browser.ts";

const QUOTE = "We owe this island a boat, and it will have one.";

describe.skipIf(!hasBrowser)("the front page (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith(sampleArticles());

  test.each([
    ["words to a search", "ferry harbour", "/search?q=ferry+harbour"],
    ["a quote to its check", `“${QUOTE}” — Ada Lind`, `/check?${new URLSearchParams({ quote: QUOTE, speaker: "Ada Lind" })}`],
    ["a text to the check of its quotes", `“We owe this island a boat,” Ada Lind said.`, "/check"],
  ])("the box leads %s, with the keyboard alone and without JavaScript", async (_, typed, address) => {
    const watched = await openPage(shared.browser, { ...SCREENS.desktop, javaScriptEnabled: false });
    const { page } = watched;
    await page.goto(shared.server.url);
    await page.getByLabel("Search, or paste a quote or a text to check").focus();
    await page.keyboard.insertText(typed);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(shared.server.url + address);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expectQuiet(watched);
    await watched.close();
  });

  test("an empty archive fits and is accessible too", async () => {
    const empty = await startServer([]);
    const watched = await openPage(shared.browser, SCREENS.phone);
    for (const path of ["/", "/search", "/articles"]) {
      await watched.page.goto(empty.url + path);
      await watched.page.getByText("No articles yet.").waitFor();
      await expectNoSidewaysScroll(watched.page);
    }
    expect(await violations(watched.page)).toEqual([]);
    expectQuiet(watched);
    await watched.close();
    await empty.stop();
  });
});
