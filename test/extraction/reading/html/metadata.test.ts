import { expect, test } from "vitest";
import { extract } from "../../../../src/extraction/extract.ts";
import { readHtml } from "../../../../src/extraction/reading/html/read-html.ts";

const page = (author: string, body = "<p>The council of Skerrow voted on Friday to keep the northern ferry.</p>") => `<html><head>
<script type="application/ld+json">
{ "@type": "NewsArticle", "headline": "Ferry stays", "author": { "name": "${author}" } }</script></head><body>${body}</body></html>`;

test.each([
  ["Jos&eacute; Garc&iacute;a", "José García"],
  ["Jos&#233; Garc&#xED;a", "José García"],
])("reads the author %s of JSON-LD as %s", (written, name) => {
  expect(readHtml(page(written)).metadata.authors).toEqual([name]);
});

test("makes a byline of an author whose name is written with entities", () => {
  const body = "<h1>Ferry stays</h1><p>The council of Skerrow voted on Friday to keep the northern ferry for another year.</p>";
  const { article } = extract(new TextEncoder().encode(page("Jos&eacute; Garc&iacute;a", body)), { importedAt: "2026-01-01T00:00:00Z" });
  expect(article.credits.map(({ role, name }) => [role, name])).toEqual([["author", "José García"]]);
});
