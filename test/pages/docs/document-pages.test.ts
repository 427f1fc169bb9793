import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { documentPage, readDocuments } from "../../../src/pages/docs/document-pages.ts";

const SITE = { publicUrl: "https://verbatim.example" };
const documents = readDocuments();
const addresses = documents.map(({ path }) => path);

test("every document has a page", () => {
  expect(addresses).toEqual(
    expect.arrayContaining(["/docs/api", "/docs/search", "/docs/decisions", "/docs/decisions/08-prepared-answers"]),
  );
});

describe.each(documents)("$path", (document) => {
  const page = parseHTML(documentPage(document, SITE)).document;

  test("has its title as the one main heading, and its tables as tables", () => {
    expect([...page.querySelectorAll("h1")].map(({ textContent }) => textContent)).toEqual([document.title.replaceAll("`", "")]);
    expect(page.querySelectorAll("table")).toHaveLength(document.markdown.match(/^ *\|(?:\s*:?-+:?\s*\|)+$/gm)?.length ?? 0);
  });

  test("leads to pages of this server and to other sites, not to files", () => {
    for (const link of page.querySelectorAll("main a")) {
      const href = link.getAttribute("href") ?? "";
      if (href.startsWith("https://")) continue;
      const [path, anchor] = href.split("#");
      const target = path === "" ? document : documents.find((one) => one.path === path);
      if (target === undefined) throw new Error(`expected ${href} to be a document`);
      if (anchor !== undefined) expect(documentPage(target, SITE), href).toContain(`id="${anchor}"`);
    }
  });
});
