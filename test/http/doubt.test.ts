import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";
import { startServer } from "./server.ts";

const article = buildArticle({
  headline: "Two Say the Boat Is Late",
  quotes: { sure: { by: ["Ada Lind"] }, guess: { by: ["Ada Lind"], basis: "pronoun", confidence: "low" } },
  sections: [
    {
      paragraphs: [
        ["“", segment("sure", "It is late."), "” ", mention("sure", "Ada Lind"), " ", cue("sure", "said"), "."],
        ["“", segment("guess", "It always was,"), "” ", mention("guess", "she"), " ", cue("guess", "said"), "."],
      ],
    },
  ],
});

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer([article]);
});
afterAll(() => server?.stop());

test.each(["/articles/two-say-the-boat-is-late?view=quotes", "/speakers/ada-lind", "/search?show=quotes&q=it"])(
  "one link leaves doubt out, and one brings it back: %s",
  async (path) => {
    const page = async (address: string) => parseHTML(await (await fetch(server.url + address)).text()).document;
    const quotes = (document: Awaited<ReturnType<typeof page>>) =>
      [...document.querySelectorAll("figure.quote")].map((quote) => quote.querySelector(".doubt")?.textContent ?? "sure");
    const all = await page(path);
    expect(quotes(all)).toEqual(expect.arrayContaining(["sure", "uncertain: she"]));
    const without = all.querySelector(".doubted a")?.getAttribute("href") ?? "";
    const sure = await page(without);
    expect(quotes(sure)).toEqual(["sure"]);
    expect(sure.querySelector(".doubted")?.textContent).toMatch(/^1 quote left out/);
    expect(sure.querySelector(".doubted a")?.getAttribute("href")).toBe(path);
  },
);

test("a confidence that there is none of leaves nothing out", async () => {
  const answer = await fetch(`${server.url}/articles/${article.slug}?confidence=sure`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("uncertain: ");
});
