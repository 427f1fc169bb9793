import { expect, test } from "vitest";
import { belowFileTitle, titleFromName } from "../../src/publishing/file-title.ts";

test.each([
  ["in/2026-03-12_harbour-tolls-rise.txt", "Harbour tolls rise"],
  ["Ferry Price Doubles.md", "Ferry Price Doubles"],
  ["03.%20ferry%20price.text", "Ferry price"],
  ["Фабрика остаётся открытой.txt", "Фабрика остаётся открытой"],
])("%s gives a title", (name, title) => expect(titleFromName(name)).toBe(title));

test.each([
  "a.txt",
  "article-1.txt",
  "untitled document.txt",
  "2026-03-12.txt",
  "ferry.txt",
  "042bb7b5feda.txt",
  "doc_17 copy.md",
  "new text document.txt",
])("%s says nothing", (name) => expect(titleFromName(name)).toBeNull());

const raw = (text: string) => new TextEncoder().encode(text);

test("the raw file begins with the title, as Markdown where it is Markdown", () => {
  const words = "The ferry sails on Monday, as it always did.";
  expect(new TextDecoder().decode(belowFileTitle("ferry-price-doubles.txt", raw(words))?.raw)).toBe(`Ferry price doubles\n\n${words}`);
  expect(belowFileTitle("ferry-price-doubles.md", raw(words))).toEqual({
    raw: raw(`# Ferry price doubles\n\n${words}`),
    mediaType: "text/markdown",
  });
});

test("a title alone, a page, and a name made of the first words get none", () => {
  expect(belowFileTitle("ferry-price-doubles.txt", raw("Ferries and prices"))).toBeNull();
  expect(belowFileTitle("ferry-price-doubles.txt", raw("<p>The ferry sails.</p>"))).toBeNull();
  expect(belowFileTitle("the-ferry-sails-on.txt", raw("The ferry sails on Monday, as it always did."))).toBeNull();
});
