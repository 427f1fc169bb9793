import * as fc from "fast-check";
import { expect, test } from "vitest";
import { apiQuoteUrl, articleUrl, externalUrl, quoteUrl, speakerUrl, textUrl } from "../../src/representations/links.ts";

test("addresses are absolute, under a path or not, with or without a slash at the end", () => {
  expect(articleUrl({ publicUrl: "https://a.example" }, "one")).toBe("https://a.example/articles/one");
  expect(articleUrl({ publicUrl: "https://a.example/" }, "one")).toBe("https://a.example/articles/one");
  expect(textUrl({ publicUrl: "https://a.example/v/" }, "one")).toBe("https://a.example/v/v1/articles/one/text");
});

test("an id of any characters is one path segment and comes back from it", () => {
  const site = { publicUrl: "https://a.example" };
  expect(speakerUrl(site, "одна-статья~полиция")).toBe(`https://a.example/speakers/${encodeURIComponent("одна-статья~полиция")}`);
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 1 }).filter((id) => !/^\.{1,2}$/.test(id)),
      (id) => {
        for (const url of [articleUrl(site, id), quoteUrl(site, id), speakerUrl(site, id), apiQuoteUrl(site, id)]) {
          expect(new URL(url).href).toBe(url);
          expect(decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "")).toBe(id.toWellFormed());
        }
      },
    ),
  );
});

test("an address from outside holds nothing that ends an attribute or an angle bracket; what is none is null", () => {
  expect(externalUrl('https://a.example/"><script>?q=<b> c')).toBe("https://a.example/%22%3E%3Cscript%3E?q=%3Cb%3E%20c");
  expect(externalUrl("no address")).toBeNull();
  expect(externalUrl(null)).toBeNull();
});
