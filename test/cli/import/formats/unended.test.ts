import { expect, test } from "vitest";
import { withParagraphs } from "../../../../src/cli/import/formats/autop.ts";
import { BARE, hasWords } from "../../../../src/cli/import/formats/exported.ts";
import { pageOf } from "../../../../src/cli/import/formats/exported-page.ts";
import { xmlItems } from "../../../../src/cli/import/formats/xml-exports.ts";

// A reader that looks for an end from each of these beginnings takes minutes for them.
const many = (words: string) => words.repeat(400_000 / words.length);

test.each(["<", "<p", "<!--", "<script>", "<style", "<a b=", "<pre>", "<title>", "<meta "])(
  "many of %j without an end are read in one go",
  (words) => {
    expect(hasWords(many(words))).toBe(false);
    expect(hasWords(`Kiln ${many(words)}`)).toBe(true);
    expect(withParagraphs(many(words)).length).toBeLessThan(1_000_000);
    expect(pageOf({ ...BARE, html: many(words) }).length).toBeLessThan(1_000_000);
  },
);

test.each([
  ["<p>Kiln < stays</p>", true],
  ["<!-- Kiln -->", false],
  ["<!-- Kiln", false],
  ["<script>Kiln</script >", false],
  ["<style>p{}</style> 3", true],
  ["<img alt='Kiln'", false],
  ["&nbsp;<br>", false],
])("whether %j has words", (html, has) => expect(hasWords(html)).toBe(has));

test.each([" ", "\n", "\r\n ", "<p> </p>", "-"])("a news item of many %j is read in one go", async (words) => {
  const nitf = `<nitf><body><body.head><byline>By ${many(" ")}.</byline></body.head><body.content><p>Kiln.</p>${many(words)}<p>ENDS</p> </body.content></body></nitf>`;
  for await (const item of xmlItems("nitf", [Buffer.from(nitf)] as never, { postTypes: ["post"], site: null, now: new Date(0) }))
    expect(JSON.stringify(item)).not.toContain("ENDS");
});

test("a feed's item of many spaces is read in one go", async () => {
  const rss = `<rss><channel><item><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">Kiln${many(" ")}Kiln</content:encoded></item></channel></rss>`;
  for await (const item of xmlItems("rss", [Buffer.from(rss)] as never, { postTypes: ["post"], site: null, now: new Date(0) }))
    expect(JSON.stringify(item)).toContain("Kiln");
});

test("an author of a feed who is a book is cut", async () => {
  const rss = `<rss><channel><item><author>${many("a")}</author><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">Kiln</content:encoded></item></channel></rss>`;
  for await (const item of xmlItems("rss", [Buffer.from(rss)] as never, { postTypes: ["post"], site: null, now: new Date(0) }))
    expect(JSON.stringify(item).length).toBeLessThan(2000);
});
