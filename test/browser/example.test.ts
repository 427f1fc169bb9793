import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildExample } from "../examples/build.ts";
import { startServer } from "../http/server.ts";
import { sampleArticles } from "../pages/articles.ts";
import { expectNoSidewaysScroll, expectQuiet, hasBrowser, launch, openPage, SCREENS, violations } from "./browser.ts";

const TYPES: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css" };

/** The built example on an address of its own, so that its calls to the API go from one origin to another. */
async function serveFiles(files: Map<string, string>): Promise<Server> {
  const site = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    response.writeHead(files.has(name) ? 200 : 404, { "content-type": TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain" });
    response.end(files.get(name));
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  return site;
}

describe.skipIf(!hasBrowser)("the example front end (skipped without /usr/bin/chromium)", () => {
  let browser: Browser;
  let api: Awaited<ReturnType<typeof startServer>>;
  let site: Server;
  let url: string;
  beforeAll(async () => {
    api = await startServer(sampleArticles());
    site = await serveFiles(await buildExample(api.url));
    url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await api?.stop();
  });

  for (const [screen, options] of Object.entries(SCREENS)) {
    test(`${screen}: leads from a name to a quote to its place, from another origin`, async () => {
      const watched = await openPage(browser, options);
      const { page } = watched;
      await page.goto(url);
      await page.getByRole("searchbox", { name: "Name" }).fill("lind");
      await page.getByRole("button", { name: "Tomas Reyes (3)" }).waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Ada Lind (2)" }).click();
      await page.getByRole("button", { name: /^There will be no more/ }).click();
      await page.locator("mark").first().waitFor();
      expect(await page.locator("mark").allTextContents()).toEqual([
        "There will be no more silent mornings here,",
        "We owe this island a boat, and it will have one.",
      ]);
      expect(await page.locator("#article").textContent()).toContain("© 2025 The Invented Courier");
      expect(await violations(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      expectQuiet(watched);
      await watched.close();
    });
  }

  test("says that the server cannot be reached", async () => {
    const { page, close } = await openPage(browser);
    await page.route(`${api.url}/**`, (route) => route.abort());
    await page.goto(url);
    await page.getByText("The server cannot be reached.").waitFor();
    await close();
  });
});
