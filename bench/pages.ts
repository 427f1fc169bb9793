/**
 * What the pages for people cost a reader: `node bench/pages.ts` (needs /usr/bin/chromium). Serves the articles of `data/`,
 * then as many with invented ones beside them as make 300, and opens every page in a fresh profile, over the network that
 * Lighthouse takes for a phone. Prints the bytes that came (style and scripts included, fonts not), the requests, and the
 * largest contentful paint.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { buildServer } from "../src/http/server.ts";
import { FilesStore } from "../src/store/files/files-store.ts";
import type { Store } from "../src/store/store.ts";
import { countBytes, launch, openPage, SCREENS } from "../test/browser/browser.ts";
import { writeNewspaper } from "./load/data-folder.ts";

const SHIPPED = resolve(import.meta.dirname, "../data/articles");
const SIZES = [readdirSync(SHIPPED).filter((name) => name.endsWith(".json") && !name.endsWith(".edits.json")).length, 300];
/** Times each page is opened; the median is printed. */
const ROUNDS = 3;
/** "Slow 4G" of Lighthouse: milliseconds there and back, bytes a second. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 675_000 / 8 };

interface Cost {
  bytes: number;
  requests: number;
  /** Milliseconds. */
  paint: number;
}

const browser = await launch();
for (const size of SIZES) await measure(size);
await browser.close();

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  cpSync(SHIPPED, join(folder, "articles"), { recursive: true });
  if (size > (SIZES[0] ?? 0)) writeNewspaper(folder, size - (SIZES[0] ?? 0));
  const store = await FilesStore.open({ folder, watch: false, onProblem: console.error });
  const app = await buildServer({ store, publicUrl: null });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  console.log(`\n${size} articles\n\n| page | bytes | requests | LCP, ms |\n|---|---:|---:|---:|`);
  for (const path of await paths(store)) {
    const rounds: Cost[] = [];
    while (rounds.length < ROUNDS) rounds.push(await cost(browser, path, url));
    const { bytes, requests } = rounds[0] as Cost;
    const paint = rounds.map((one) => one.paint).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    console.log(`| ${path} | ${bytes.toLocaleString("en")} | ${requests} | ${Math.round(paint).toLocaleString("en")} |`);
  }
  await app.close();
  await store.close();
  rmSync(folder, { recursive: true });
}

/** The address of one page of every kind, those of the longest article and of who is quoted most. */
async function paths(store: Store): Promise<string[]> {
  const first = async (page: Promise<{ items: string[] }>) => JSON.parse((await page).items[0] ?? "{}");
  const article = await first(store.articles({ sort: "length", limit: 1 }));
  const speaker = await first(store.speakers({ sort: "quotes", limit: 1 }));
  const quote = await first(store.quotes({ articles: [article.slug], limit: 1 }));
  const words = encodeURIComponent(quote.text.split(" ").slice(0, 2).join(" "));
  return [
    "/",
    "/articles",
    `/articles/${encodeURIComponent(article.slug)}`,
    `/articles/${encodeURIComponent(article.slug)}?view=quotes`,
    "/speakers",
    `/speakers/${encodeURIComponent(speaker.id)}`,
    `/quotes/${quote.id}`,
    `/search?q=${words}`,
    "/check",
    `/check?quote=${encodeURIComponent(quote.text)}`,
    "/statistics",
    "/docs/getting-started",
    "/docs/importing",
    "/problems/quote-removed",
    "/docs",
  ];
}

/** @throws where the page does not answer 200 */
async function cost(within: Browser, path: string, url: string): Promise<Cost> {
  const { page, close } = await openPage(within, SCREENS.phone);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  let requests = 0;
  page.on("requestfinished", () => {
    requests += 1;
  });
  const bytes = countBytes(page);
  const answer = await page.goto(url + path, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
  const measured = { bytes: await bytes(), requests, paint: await largestPaint(page) };
  await close();
  return measured;
}

/** The last candidate for the largest contentful paint, in milliseconds from the start of the navigation. */
function largestPaint(page: Page): Promise<number> {
  return page.evaluate(`new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
  })`);
}
