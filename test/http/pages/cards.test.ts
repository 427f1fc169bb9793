import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Drawing } from "../../../src/http/tasks/drawing.ts";
import { buildArticle, segment } from "../../article-builder.ts";
import { sampleArticles } from "../../pages/articles.ts";
import { cardOf } from "../../pages/cards/cards.ts";
import { startServer } from "../server.ts";

const [harbour] = sampleArticles();
if (harbour === undefined) throw new Error("expected an article");
const id = harbour.quotes[0]?.id;
const japanese = buildArticle({
  headline: ["島の船"],
  quotes: { boat: { by: ["Ada Lind"] } },
  sections: [{ paragraphs: [["「", segment("boat", "島には船が要る"), "」"]] }],
});

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer([harbour, japanese], false, { publicUrl: "https://verbatim.example/news" });
});
afterAll(() => server.stop());

const metaOf = async (path: string) => {
  const page = await (await fetch(server.url + path)).text();
  return (property: string) => new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)">`).exec(page)?.[1];
};

describe("share cards", () => {
  test.each([
    ["a quote", `/quotes/${id}`],
    ["an article", `/articles/${harbour.slug}`],
    ["a speaker", "/speakers/ada-lind"],
  ])("%s names its card by its absolute address, with size and words, and the card is there", async (_, path) => {
    const meta = await metaOf(path);
    expect(meta("og:image")).toBe(`https://verbatim.example/news${path}/card.png`);
    expect([meta("og:image:width"), meta("og:image:height"), meta("twitter:card")]).toEqual(["1200", "630", "summary_large_image"]);
    expect(meta("og:image:alt")).not.toBe("");
    const answer = await fetch(`${server.url}${path}/card.png`, { headers: { accept: "text/html" } });
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-encoding")]).toEqual([200, "image/png", null]);
    const bytes = await answer.bytes();
    expect(bytes.length).toBeLessThan(200_000);
    const again = await fetch(`${server.url}${path}/card.png`, { headers: { "if-none-match": String(answer.headers.get("etag")) } });
    expect(again.status).toBe(304);
  });

  test("words that cannot be drawn have a page without a card, and no card", async () => {
    const path = `/quotes/${japanese.quotes[0]?.id}`;
    const meta = await metaOf(path);
    expect([meta("og:image"), meta("twitter:card")]).toEqual([undefined, "summary"]);
    const answer = await fetch(`${server.url}${path}/card.png`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "not-found", detail: expect.stringContaining("lack a letter") });
  });

  test("what is not there has none; other methods are refused", async () => {
    expect((await fetch(`${server.url}/quotes/nope/card.png`)).status).toBe(404);
    expect((await fetch(`${server.url}/quotes/${id}/card.png`, { method: "POST" })).status).toBe(405);
  });
});

test("one card asked for often is drawn once; too many are refused at once", async () => {
  const drawing = new Drawing();
  try {
    const same = Array.from({ length: 100 }, () => drawing.draw(cardOf()));
    expect(new Set(await Promise.all(same)).size).toBe(1);
    const many = Array.from({ length: 40 }, (_, number) =>
      drawing.draw(cardOf({ words: `“No. ${number}.”` })).catch((error) => error.code),
    );
    const drawn = await Promise.all(many);
    expect(drawn.filter((one) => one === "unavailable")).toHaveLength(8);
    expect(drawn.filter((one) => one instanceof Uint8Array)).toHaveLength(32);
  } finally {
    await drawing.close();
  }
});
