import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { chooseQuoteOfTheDay } from "../../src/http/routes/pages/quote-of-the-day.ts";
import type { Store } from "../../src/store/store.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { startServer } from "./server.ts";

const SPOKEN = "We will have a boat, and the boat will have a horn";
const BROWSER = { accept: "text/html" };

/** An article whose one quote is unlike those of all others. */
const numbered = (number: number, publishedAt: string | null = "2026-03-05") =>
  buildArticle({
    slug: `boat-${number}`,
    headline: `Boat ${number} Comes`,
    publishedAt,
    publisher: "The Quay",
    quotes: { boat: { by: [`Ada Lind ${number}`] } },
    sections: [
      {
        paragraphs: [
          { role: "standfirst", words: "An island waits." },
          [
            "“",
            segment("boat", `${SPOKEN} ${"or two ".repeat(number % 10)}${number}.`),
            "” ",
            mention("boat", `Ada Lind ${number}`),
            " ",
            cue("boat", "said"),
            ".",
          ],
        ],
      },
    ],
  });

let server: Awaited<ReturnType<typeof startServer>>;
const start = async (articles: Parameters<typeof startServer>[0]) => {
  server = await startServer(articles);
};
const front = async () => (await server.app.inject({ url: "/", headers: BROWSER })).body;
const shown = async () => parseHTML(await front()).document;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-31T23:59:59Z") });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

describe("the quote of the day", () => {
  test("is another one on most days, and in time nearly every one", async () => {
    await start(Array.from({ length: 30 }, (_, number) => numbered(number)));
    const days = Array.from({ length: 120 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
    const chosen: (string | undefined)[] = [];
    for (const day of days) chosen.push((await chooseQuoteOfTheDay(server.store, day))?.id);
    expect(chosen).not.toContain(undefined);
    expect(new Set(chosen).size).toBeGreaterThan(15);
    expect(chosen.filter((id, at) => id === chosen[at - 1]).length).toBeLessThan(30);
    expect((await chooseQuoteOfTheDay(server.store, days[0] ?? ""))?.id).toBe(chosen[0]);
  });

  test("is direct, sure, by somebody named, from the beginning of a sentence, and neither long nor short", async () => {
    const unfit = buildArticle({
      headline: "What Will Not Do",
      quotes: {
        mixed: { kind: "mixed", by: ["Ada Lind"] },
        unsure: { by: ["Ada Lind"], confidence: "medium" },
        nobody: {},
        passenger: { by: ["a passenger"] },
        middle: { by: ["Ada Lind"] },
        short: { by: ["Ada Lind"] },
        long: { by: ["Ada Lind"] },
      },
      localSpeakers: ["a passenger"],
      sections: [
        {
          paragraphs: [
            ["“", segment("mixed", `${SPOKEN} one`), "”, ", mention("mixed", "Ada Lind"), " ", cue("mixed", "said"), "."],
            ["“", segment("unsure", `${SPOKEN} two`), "”, ", mention("unsure", "Ada Lind"), " ", cue("unsure", "said"), "."],
            ["“", segment("nobody", `${SPOKEN} three`), "”"],
            ["“", segment("passenger", `${SPOKEN} four`), "”, ", mention("passenger", "a passenger"), " ", cue("passenger", "said"), "."],
            ["“", segment("middle", SPOKEN.toLowerCase()), "”, ", mention("middle", "Ada Lind"), " ", cue("middle", "said"), "."],
            ["“", segment("short", "We will have a boat."), "”, ", mention("short", "Ada Lind"), " ", cue("short", "said"), "."],
            ["“", segment("long", "Long ".repeat(50).trim()), "”, ", mention("long", "Ada Lind"), " ", cue("long", "said"), "."],
          ],
        },
      ],
    });
    await start([unfit]);
    expect(await chooseQuoteOfTheDay(server.store, "2026-03-31")).toBeNull();
    expect(await front()).not.toContain("Quote of the day");
  });

  test("costs a few questions however many quotes there are that will not do", async () => {
    const unfit = JSON.stringify({ kind: "mixed", text: "", attribution: { confidence: "high", speakers: [] } });
    const never = {
      quotes: vi.fn<Store["quotes"]>(async ({ after, limit }) => ({ items: Array(limit).fill(unfit), total: 1e6, next: after ?? null })),
    };
    expect(await chooseQuoteOfTheDay(never, "2026-03-31")).toBeNull();
    expect(never.quotes.mock.calls.length).toBeLessThan(25);
    await start([]);
  });
});

describe("the front page", () => {
  test("changes at midnight UTC, in this server's cache and in those of others", async () => {
    await start(Array.from({ length: 30 }, (_, number) => numbered(number)));
    const old = await server.app.inject({ url: "/", headers: BROWSER });
    expect(old.headers["cache-control"]).toBe("public, no-cache");
    expect((await server.app.inject({ url: "/", headers: BROWSER })).body).toBe(old.body);
    vi.setSystemTime(new Date("2026-04-01T00:00:00Z"));
    const fresh = await server.app.inject({ url: "/", headers: { ...BROWSER, "if-none-match": String(old.headers.etag) } });
    expect(fresh.statusCode).toBe(200);
    expect(old.body).toContain("31 March 2026");
    expect(fresh.body).toContain("1 April 2026");
    expect(old.body).toContain("Quoted most in March 2026");
    expect(fresh.body).not.toContain("Quoted most in");
    expect(fresh.body).toContain("Quoted most ever");
    // Data is as it was: it does not know the day.
    expect((await server.app.inject("/")).headers["cache-control"]).toContain("max-age=60");
  });

  test("shows the box, the newest articles with what they open with, and who is quoted most", async () => {
    await start([numbered(1, "2026-03-01"), numbered(2, "2026-03-02"), numbered(3, "2026-02-28")]);
    const document = await shown();
    expect(document.querySelector("form.box")?.getAttribute("action")).toBe("/find");
    const teasers = [...document.querySelectorAll(".teasers > li")].map((one) => one.textContent);
    expect(teasers).toHaveLength(3);
    expect(teasers[0]).toMatch(/Boat 2 Comes\s+An island waits\.\s+The Quay · 2 March 2026 · \d+ words · 1 quote\s+Quoted: Ada Lind 2/);
    const people = (id: string) => [...document.querySelectorAll(`[aria-labelledby=${id}] li a`)].map((one) => one.textContent);
    expect(people("month").toSorted()).toEqual(["Ada Lind 1", "Ada Lind 2"]);
    expect(people("ever").toSorted()).toEqual(["Ada Lind 1", "Ada Lind 2", "Ada Lind 3"]);
    expect(document.querySelectorAll("main .more a")).toHaveLength(1);
  });

  test("of a large archive shows a few of everything, and leads to all", async () => {
    await start(Array.from({ length: 60 }, (_, number) => numbered(number)));
    const document = await shown();
    expect(document.querySelectorAll(".teasers > li")).toHaveLength(8);
    expect([...document.querySelectorAll("main .more a")].map((one) => one.textContent)).toEqual([
      "This quote",
      "All 60 articles",
      "All 60 speakers",
    ]);
  });

  test("of one article that quotes nobody shows the article and nothing that is empty", async () => {
    await start([buildArticle({ headline: "Silence", sections: [{ paragraphs: ["Nobody said a word."] }] })]);
    const document = await shown();
    expect(document.querySelector(".teasers")?.textContent).toContain("Nobody said a word.");
    expect([...document.querySelectorAll("main h2")].map((one) => one.textContent)).toEqual(["Newest articles"]);
  });

  test("of an empty archive says how to put the first article in, and offers no search", async () => {
    await start([]);
    const document = await shown();
    expect(document.querySelector("main")?.textContent).toContain("npm run verbatim -- import story.txt");
    expect(document.querySelector("form.box")).toBeNull();
  });
});
