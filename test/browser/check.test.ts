import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hostileArticle, sampleArticles } from "../pages/articles.ts";
import { expectNoSidewaysScroll, expectQuiet, hasBrowser, openPage, SCREENS, startedWith, violations } from "./browser.ts";

const LONG_WORD = "Donaudampfschifffahrtsgesellschaft".repeat(8);
const DRAFT = `A draft

“There will be no more silent mornings here,” said Ada Lind. She said the boat was late.

“There will be no more noisy mornings here,” said Tomas Reyes. “Nobody asked the geese, ${LONG_WORD},” said Bo Quist.

«لا أحد سأل الإوز عن رأيها في الميناء»، قال أحمد.
`;

/** Fills a text in and sends it. */
async function check(page: Page, url: string, text = DRAFT): Promise<void> {
  await page.goto(`${url}/check`);
  await page.getByLabel("Paste a draft, a press release, a page").fill(text);
  await page.getByRole("button", { name: "Check the quotes" }).click();
  await page.locator("#summary").waitFor();
}

describe.skipIf(!hasBrowser)("checking a text (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith([...sampleArticles(), hostileArticle()]);

  for (const [screen, options] of Object.entries(SCREENS)) {
    test(`${screen}: the report is accessible, fits and stays on this server`, async () => {
      const watched = await openPage(shared.browser, options);
      await check(watched.page, shared.server.url);
      expect(await violations(watched.page)).toEqual([]);
      await expectNoSidewaysScroll(watched.page);
      await watched.page.getByText("The report as text", { exact: true }).click();
      await expectNoSidewaysScroll(watched.page);
      expectQuiet(watched);
      await watched.close();
    });

    test(`${screen}: what was wrong stands above the form`, async () => {
      const watched = await openPage(shared.browser, options);
      const { page } = watched;
      await page.goto(`${shared.server.url}/check`);
      await page.getByLabel("Paste a draft").fill(DRAFT);
      await page.getByText("Look in some articles only").click();
      await page.getByLabel("Only in these articles").fill("no-such-article");
      await page.getByRole("button", { name: "Check the quotes" }).click();
      expect(await page.getByRole("alert").textContent()).toContain('There is no article "no-such-article".');
      expect(await page.getByLabel("Paste a draft").inputValue()).toBe(DRAFT);
      expect(await violations(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await watched.close();
    });
  }

  test("without JavaScript the report is whole, its summary stands first, and no button is dead", async () => {
    const { page, close } = await openPage(shared.browser, { javaScriptEnabled: false });
    await check(page, shared.server.url);
    const [summary, first] = await Promise.all([page.locator("#summary").boundingBox(), page.locator("#finding-1").boundingBox()]);
    expect(summary?.y).toBeLessThan(first?.y ?? 0);
    expect(await page.locator(".progress:visible").count()).toBe(0);
    expect(await page.getByRole("button", { name: /Print|Copy/ }).count()).toBe(0);
    await page.getByText("The report as text", { exact: true }).click();
    expect(await page.locator("#report-text").textContent()).toContain("text:5:2: altered, by somebody else");
    await page.getByRole("link", { name: "Quote 2: Altered, and by somebody else" }).click();
    expect(new URL(page.url()).hash).toBe("#finding-2");
    await page
      .locator("#finding-2")
      .getByRole("link", { name: /^Ferry Company Promises/ })
      .click();
    expect(new URL(page.url()).pathname).toMatch(/^\/articles\/ferry-company/);
    await close();
  });

  test("without JavaScript a file that is too large gets an answer", async () => {
    const { page, close } = await openPage(shared.browser, { javaScriptEnabled: false });
    await page.goto(`${shared.server.url}/check`);
    await page
      .getByLabel("or choose a file")
      .setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer: Buffer.alloc(5_000_000, "a ") });
    await page.getByRole("button", { name: "Check the quotes" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("more than 256 KiB");
    await close();
  });

  test("a file that is too large is not sent; another one is", async () => {
    const { page, close } = await openPage(shared.browser);
    await page.goto(`${shared.server.url}/check`);
    const file = page.getByLabel("or choose a file");
    await file.setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer: Buffer.alloc(300_000, "a ") });
    expect(await page.evaluate("document.querySelector('#check-file').validationMessage")).toContain("256 KiB");
    await file.setInputFiles({ name: "draft.md", mimeType: "text/markdown", buffer: Buffer.from(DRAFT) });
    await page.getByRole("button", { name: "Check the quotes" }).click();
    await page.getByRole("heading", { level: 1, name: "draft.md" }).waitFor();
    await close();
  });

  test("the report is copied as text and said aloud", async () => {
    const watched = await openPage(shared.browser, { permissions: ["clipboard-read", "clipboard-write"] });
    const { page } = watched;
    await check(page, shared.server.url);
    await page.getByRole("button", { name: "Copy the report as text" }).click();
    await page.getByRole("button", { name: "Report copied" }).waitFor();
    expect(await page.getByRole("status").textContent()).toBe("Report copied");
    expect(await page.evaluate("navigator.clipboard.readText()")).toContain("text:5:2: altered, by somebody else");
    expectQuiet(watched);
    await watched.close();
  });

  test("the keyboard alone checks a quote and reaches the summary before the findings", async () => {
    const { page, close } = await openPage(shared.browser);
    await page.goto(`${shared.server.url}/check`);
    await page.getByLabel("Did anybody say this?").focus();
    await page.keyboard.type("There will be no more silent mornings here");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ada Lind");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Recorded word for word" }).waitFor();
    expect(page.url()).toContain("quote=There+will+be+no+more+silent+mornings+here&speaker=Ada+Lind");
    await check(page, shared.server.url);
    await page.getByRole("link", { name: "Check another text" }).focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('#summary') !== null")).toBe(true);
    await close();
  });

  test("script in a text or in the name of a file does not run", async () => {
    const watched = await openPage(shared.browser);
    const { page } = watched;
    const dialogs: string[] = [];
    page.on("dialog", async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    const hostile = `“There will be <script>alert(1)</script> no more <img src=x onerror=alert(2)> mornings here,” said <b onclick=alert(3)>Ada Lind</b>.\n\n</textarea></pre><svg onload=alert(4)>`;
    await check(page, shared.server.url, hostile);
    expect(await page.locator(".row").first().textContent()).toContain("<script>alert(1)</script>");
    await page.goto(`${shared.server.url}/check`);
    const file = { name: "<img src=x onerror=alert(5)>.txt", mimeType: "text/plain", buffer: Buffer.from(hostile) };
    await page.getByLabel("or choose a file").setInputFiles(file);
    await page.getByRole("button", { name: "Check the quotes" }).click();
    await page.locator("#summary").waitFor();
    await page.goto(
      `${shared.server.url}/check?quote=${encodeURIComponent(hostile)}&speaker=${encodeURIComponent('"><script>alert(6)</script>')}`,
    );
    expect(dialogs).toEqual([]);
    expectQuiet(watched);
    await watched.close();
  });

  test("on paper there is the report, without forms and buttons", async () => {
    const { page, close } = await openPage(shared.browser);
    await check(page, shared.server.url);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: "Print the report" }).isVisible()).toBe(false);
    expect(await page.locator("#finding-2 del").isVisible()).toBe(true);
    expect(await page.locator("#summary").isVisible()).toBe(true);
    await close();
  });
});
