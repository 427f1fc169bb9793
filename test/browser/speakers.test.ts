import { describe, expect, test } from "vitest";
import { sampleArticles } from "../pages/articles.ts";
import { expectQuiet, hasBrowser, openPage, SCREENS, startedWith } from "./browser.ts";

describe.skipIf(!hasBrowser)("people and numbers (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith(sampleArticles());

  test("a timeline is stepped through with the keyboard, and a column leads to its quotes, without JavaScript", async () => {
    const { page, close } = await openPage(shared.browser, { ...SCREENS.desktop, javaScriptEnabled: false });
    await page.goto(`${shared.server.url}/speakers/tomas-reyes`);
    const columns = page.getByRole("group", { name: "What Tomas Reyes said by month, March 2025 to May 2025." }).getByRole("link");
    const names = await columns.evaluateAll((links) => links.map((link) => link.querySelector("title")?.textContent));
    expect(names).toEqual(["March 2025: 1 quote, 1 direct or in part", "May 2025: 2 quotes, 2 direct or in part"]);
    await page.getByRole("link", { name: "March 2025: 1 quote" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/publishedFrom=2025-05-01&publishedTo=2025-05-31#said$/);
    expect(await page.locator("figure.quote").count()).toBe(2);
    expect(await page.locator(".columns a[aria-current]").count()).toBe(1);
    await page.getByRole("link", { name: /Published May 2025/ }).click();
    expect(await page.locator("figure.quote").count()).toBe(3);
    await close();
  });

  test("the figures of a timeline are a table too", async () => {
    const { page, close } = await openPage(shared.browser, SCREENS.phone);
    await page.goto(`${shared.server.url}/speakers/tomas-reyes`);
    expect(await page.getByRole("table").count()).toBe(0);
    await page.getByText("The figures as a table").click();
    expect(await page.getByRole("table").getByRole("row").allTextContents()).toEqual([
      expect.stringMatching(/Month.*Direct or in part.*Reported.*Together/s),
      expect.stringMatching(/March 2025.*1.*0.*1/s),
      expect.stringMatching(/May 2025.*2.*0.*2/s),
    ]);
    await close();
  });

  test("columns are told apart without colours, and letters do not shrink with the screen", async () => {
    const { page, close } = await openPage(shared.browser, SCREENS.phone);
    await page.goto(`${shared.server.url}/statistics`);
    const fills = await page.locator(".columns .part").evaluateAll((parts) => [...new Set(parts.map((part) => part.getAttribute("fill")))]);
    expect(fills.sort()).toEqual(["url(#month-0)", "url(#month-1)"]);
    const size = await page.evaluate(`Number.parseFloat(getComputedStyle(document.querySelector(".axis text")).fontSize)`);
    expect(size).toBeGreaterThanOrEqual(12);
    await close();
  });

  test("words are looked for within what a speaker said, and the other filters stay", async () => {
    const watched = await openPage(shared.browser, SCREENS.desktop);
    const { page } = watched;
    await page.goto(`${shared.server.url}/speakers/tomas-reyes?kind=direct&kind=mixed`);
    await page.getByLabel("Words in what they said").fill("rye");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=rye/);
    expect(new URL(page.url()).searchParams.getAll("kind")).toEqual(["direct", "mixed"]);
    expect(await page.locator("figure.quote").count()).toBe(1);
    await page.getByRole("link", { name: "Remove all" }).click();
    expect(await page.locator("figure.quote").count()).toBe(3);
    expectQuiet(watched);
    await watched.close();
  });

  test("speakers are found by letter, by type and by name", async () => {
    const { page, close } = await openPage(shared.browser, SCREENS.desktop);
    const names = () => page.locator(".people a").allTextContents();
    await page.goto(`${shared.server.url}/speakers`);
    expect(await names()).toEqual(["Tomas Reyes", "Ada Lind", "Harbour Council"]);
    expect(await page.getByRole("navigation", { name: "By first letter" }).getByRole("link").allTextContents()).toEqual([
      "A 1",
      "H 1",
      "T 1",
    ]);
    await page.getByRole("link", { name: "H 1 speaker" }).click();
    expect(await names()).toEqual(["Harbour Council"]);
    await page.getByRole("link", { name: "H 1 speaker" }).click();
    await page.getByRole("link", { name: "Organisation" }).click();
    expect(await names()).toEqual(["Harbour Council"]);
    await page.goto(`${shared.server.url}/speakers`);
    await page.getByRole("searchbox", { name: "Name" }).fill("lind");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=lind/);
    expect(await names()).toEqual(["Ada Lind"]);
    await close();
  });

  test("a form of statistics counts what is asked for; fields left empty ask for nothing", async () => {
    const { page, close } = await openPage(shared.browser, { ...SCREENS.desktop, javaScriptEnabled: false });
    await page.goto(`${shared.server.url}/statistics`);
    await page.getByText("Count only some of them").click();
    await page.getByLabel("Said by").fill("Tomas Reyes");
    await page.getByLabel("From").fill("2025-05-01");
    await page.getByRole("button", { name: "Count" }).click();
    await page.waitForURL(/speaker=Tomas/);
    expect(await page.locator(".list-head .total").textContent()).toBe("2 quotes");
    const csv = await page.getByRole("link", { name: "CSV, By kind" }).getAttribute("href");
    const answer = await page.request.get(shared.server.url + csv);
    expect(await answer.text()).toMatch(/^kind,quoteCount,.*\r\ndirect,2,/);
    await close();
  });
});
