import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import type { DeskChange } from "../../src/store/desk.ts";
import { startServer } from "../http/server.ts";

const CHROMIUM = "/usr/bin/chromium";

/** Whether there is a browser; the tests say that they are skipped where there is none. */
export const hasBrowser = existsSync(CHROMIUM);

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** What the tests of a group share: a browser, and a server with these articles and their past, both there from the first test to the last. */
export function startedWith(
  articles: Article[],
  past: DeskChange[] = [],
): { browser: Browser; server: Awaited<ReturnType<typeof startServer>> } {
  const shared = {} as ReturnType<typeof startedWith>;
  beforeAll(async () => {
    shared.server = await startServer(articles, false, { past });
    shared.browser = await launch();
  });
  afterAll(async () => {
    await shared.browser?.close();
    await shared.server?.stop();
  });
  return shared;
}

/** Sizes the pages are looked at in, in CSS pixels, one in the dark. */
export const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 }, colorScheme: "light", hasTouch: false },
} as const;

/** Widths every page must fit, in CSS pixels: a phone, a tablet, a desktop. */
export const WIDTHS = [390, 768, 1280];

/** A page of a fresh browser profile, and what it did that it should not have done. */
export interface WatchedPage {
  page: Page;
  /** Messages of the console above information, and errors of scripts. */
  complaints: string[];
  /** Requests to anything but this machine. */
  abroad: string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const abroad: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on("request", (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) abroad.push(request.url());
  });
  return { page, complaints, abroad, close: () => context.close() };
}

/** Violations that axe finds, WCAG 2.2 AA and its best practices, as lines to read. @param rules only these */
export async function violations(page: Page, rules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page: page as never });
  const found = await (rules.length === 0 ? axe : axe.withRules(rules)).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

/** That nothing was complained about and nothing left this machine. */
export function expectQuiet({ complaints, abroad }: WatchedPage): void {
  expect(complaints).toEqual([]);
  expect(abroad).toEqual([]);
}

/** That the page is not wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(beyond).toBe(0);
}

/** Counts the bytes a page and what belongs to it take on the way, header fields included, fonts not. */
export function countBytes(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "font") return;
    const size = request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
    // A page that is closed does not tell any more.
    sizes.push(size.catch(() => 0));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** What the Tab key reaches, one after the other from the beginning of a page. */
export interface Reached {
  /** Place among all elements of the page. */
  place: number;
  name: string;
  /** Whether it is seen to have the focus: an outline, and inside of the window. */
  isSeen: boolean;
}

/** Walks through a page with the Tab key. @param steps at most */
export async function tabThrough(page: Page, steps: number): Promise<Reached[]> {
  const reached: Reached[] = [];
  while (reached.length < steps) {
    await page.keyboard.press("Tab");
    const next = (await page.evaluate(`(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      // A link of a chart shows it on what it draws. The parts of a field for a date are the browser's own.
      const isDrawn = element instanceof SVGElement && [...element.children].some((one) => getComputedStyle(one).stroke !== "none");
      const isOutlined = isDrawn || element.type === "date" || getComputedStyle(element).outlineStyle !== "none";
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return {
        place: [...document.querySelectorAll("*")].indexOf(element),
        name: element.getAttribute("aria-label") ?? element.textContent.trim(),
        isSeen: isOutlined && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      };
    })()`)) as Reached | null;
    if (next === null) break;
    reached.push(next);
  }
  return reached;
}
