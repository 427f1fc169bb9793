import { describe, expect, test } from "vitest";
import { startStrippingProxy } from "../http/prefix.ts";
import { startServer } from "../http/server.ts";
import { sampleArticles } from "../pages/articles.ts";
import { expectNoSidewaysScroll, expectQuiet, hasBrowser, openPage, SCREENS, startedWith, violations } from "./browser.ts";

describe.skipIf(!hasBrowser)("the API reference (skipped without /usr/bin/chromium)", () => {
  const shared = startedWith(sampleArticles());

  for (const [screen, options] of Object.entries(SCREENS)) {
    test(`${screen}: shows every operation from this server alone, within the policy`, async () => {
      const watched = await openPage(shared.browser, options);
      await watched.page.goto(`${shared.server.url}/docs`);
      await watched.page.getByRole("heading", { name: "Verbatim", level: 1 }).waitFor();
      await watched.page.waitForLoadState("networkidle");
      await expectNoSidewaysScroll(watched.page);
      expect(await violations(watched.page)).toEqual([]);
      expect(await watched.page.getByRole("link", { name: "Whoever runs this server" }).isVisible()).toBe(true);
      expectQuiet(watched);
      await watched.close();
    });
  }

  test("its samples carry no made-up tag", async () => {
    const watched = await openPage(shared.browser, SCREENS.desktop);
    const { page } = watched;
    await page.goto(`${shared.server.url}/docs#tag/speakers/GET/v1/speakers`);
    const sample = page.locator("code", { hasText: "curl" }).filter({ hasText: "/v1/speakers" }).first();
    await sample.waitFor();
    expect(await sample.textContent()).not.toContain("If-None-Match");
    expectQuiet(watched);
    await watched.close();
  });

  test("an operation can be tried against this server", async () => {
    const watched = await openPage(shared.browser, SCREENS.desktop);
    const { page } = watched;
    await page.goto(`${shared.server.url}/docs#tag/speakers/GET/v1/speakers`);
    const answered = page.waitForResponse((response) => response.url().startsWith(`${shared.server.url}/v1/speakers`));
    await page.getByRole("button", { name: /Test Request.*get \/v1\/speakers\)/i }).click();
    await page.getByRole("button", { name: /^Send get request/ }).click();
    expect((await answered).status()).toBe(200);
    // Of the parameters that may be left out none is sent unasked.
    expect((await answered).url()).toBe(`${shared.server.url}/v1/speakers`);
    expectQuiet(watched);
    await watched.close();
  });

  test("below the path of a proxy it stays there, and so does a request that is tried", async () => {
    const proxy = await startStrippingProxy();
    const below = await startServer(sampleArticles(), false, { publicUrl: proxy.publicUrl });
    proxy.passTo(below.url);
    const watched = await openPage(shared.browser, SCREENS.desktop);
    const { page } = watched;
    const outside: string[] = [];
    page.on("request", (request) => {
      if (request.url().startsWith("http") && !request.url().startsWith(`${proxy.publicUrl}/`)) outside.push(request.url());
    });
    await page.goto(`${proxy.publicUrl}/docs#tag/speakers/GET/v1/speakers`);
    const answered = page.waitForResponse((response) => response.url().startsWith(`${proxy.publicUrl}/v1/speakers`));
    await page.getByRole("button", { name: /Test Request.*get \/v1\/speakers\)/i }).click();
    await page.getByRole("button", { name: /^Send get request/ }).click();
    expect((await answered).status()).toBe(200);
    await page.goto(`${proxy.publicUrl}/`, { waitUntil: "networkidle" });
    await page.getByRole("link", { name: "Articles", exact: true }).click();
    await page.waitForURL(`${proxy.publicUrl}/articles`);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.skip')).position")).toBe("absolute");
    expect(outside).toEqual([]);
    expectQuiet(watched);
    await watched.close();
    await below.stop();
    proxy.stop();
  });
});
