import * as fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { quoteItems } from "../../src/article/model/items.ts";
import { printable } from "../../src/representations/escape.ts";
import { articleMarkdown, escapeLine, quoteMarkdown } from "../../src/representations/markdown.ts";
import { hostileArticle, hostileWords, quoteWith, sample, site } from "./samples.ts";
import { collapsed, type Element, elementNames, parsed, type Root } from "./visible.ts";

/** Markdown as a reader sees it that lets raw HTML through, once by CommonMark and once with GitHub's extensions. */
function shown(markdown: string): (Root & { body: Element })[] {
  const options = { allowDangerousHtml: true, allowDangerousProtocol: true };
  return [
    parsed(micromark(markdown, options)),
    parsed(micromark(markdown, { ...options, extensions: [gfm()], htmlExtensions: [gfmHtml()] })),
  ];
}

test("an article reads as headline, headings, paragraphs, list, credits and rights in the order of the text", () => {
  const markdown = articleMarkdown(sample);
  expect(markdown).toMatch(/^# Ferry “Kittiwake” to sail again 🚢, islanders told\n\nBy Eli Vane\n\nAfter two winters/);
  expect(markdown).toContain("\n\n## ‘Twice’ & more\n\n- Mondays at 8\n\n- Fridays at 9\n\nBo Quist");
  expect(markdown).toMatch(/© 2025 The Island Paper\. Licence: CC BY 4\.0\n\n<https:\/\/paper\.example\/a\?b=1&c=%3C2%3E>\n$/);
  for (const document of shown(markdown)) expect([...document.querySelectorAll("li")].length).toBe(2);
});

test("rights that stand nowhere in the text are added, and their absence is said", () => {
  const rights = { notice: null, holder: "The Island Paper", year: 2025, licence: null };
  expect(articleMarkdown({ ...sample, rights, sourceUrl: null })).toMatch(/\n\n© 2025 The Island Paper\n$/);
  expect(articleMarkdown({ ...sample, rights: { ...rights, holder: null, year: null }, sourceUrl: null })).toMatch(
    /\n\nRights: not stated\n$/,
  );
});

test("a quote is a block quotation with speaker, source and rights; an indirect one has no marks", () => {
  for (const document of shown(quoteMarkdown(quoteWith("The ferry"), site))) {
    const lines = [...document.querySelectorAll("blockquote p")].map((paragraph) => paragraph.textContent);
    expect(lines).toEqual([
      "“The ferry will sail,” […] “𝔐aybe twice a day.”",
      "— Ada Lind, Ferry “Kittiwake” to sail again 🚢, islanders told, The Island Paper, 2025-05-02",
      "© 2025 The Island Paper. Licence: CC BY 4.0",
    ]);
  }
  expect(quoteMarkdown(quoteWith("the hull"), site)).toMatch(/^> the hull is sound\n>\n> — \[Harbour Report \(indirect\)\]/);
});

test("plain prose is left as it is", () => {
  for (const prose of ["It’s 5.1 miles - or less (he said).", "AT&T, R&D! Why? 50% + more = fine: yes; #2 too."])
    expect(escapeLine(prose)).toBe(prose);
});

test("words shown are the words given, on a line of their own, in a heading and in a link", () => {
  fc.assert(
    fc.property(hostileWords, (words) => {
      const expected = collapsed(printable(words));
      const line = escapeLine(words);
      for (const markdown of [line, `# ${line}`, `> ${line}`, `- ${line}`, `[${line}](https://news.example/)`, `a\n${line}\nb`]) {
        for (const { body } of shown(markdown)) {
          const around = markdown.startsWith("a\n") ? `a ${expected === "" ? "" : `${expected} `}b` : expected;
          expect(collapsed(body.textContent)).toBe(around);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("hostile words make no element in an article or a quote", () => {
  fc.assert(
    fc.property(hostileArticle, (article) => {
      for (const document of shown(articleMarkdown(article))) {
        expect(["a", "h1", "h2", "li", "p", "ul"]).toEqual(expect.arrayContaining(elementNames(document.body)));
      }
      for (const document of quoteItems(article).flatMap((quote) => shown(quoteMarkdown(quote, site)))) {
        expect(["a", "blockquote", "p"]).toEqual(expect.arrayContaining(elementNames(document.body)));
        for (const link of document.querySelectorAll("a"))
          expect(link.getAttribute("href")).toMatch(/^(https:\/\/news\.example\/|mailto:)/);
      }
    }),
    { numRuns: 100 },
  );
});
