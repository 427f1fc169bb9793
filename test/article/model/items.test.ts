import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ArticleSummary, CONTEXT_LENGTH, QuoteItem, quoteItems, summaryOf } from "../../../src/article/model/items.ts";
import { textOf } from "../../../src/article/model/text.ts";
import { buildArticle, mention, segment } from "../../article-builder.ts";

/** What answers add to items. */
const ADDRESSES = { url: "/v1", page: "/" };

const article = buildArticle({
  slug: "bicycle",
  headline: "🚲",
  sections: [{ paragraphs: [["“", segment("a", "Yes"), "” and then “", segment("a", "no"), "”, ", mention("a", "Ada Lind")]] }],
  quotes: { a: { by: ["Ada Lind"] } },
});

test("a quote item is the quote with its article and the text before the first and behind the last segment", () => {
  const [item] = quoteItems(article);
  expect(item).toEqual({
    ...article.quotes[0],
    article: {
      slug: article.slug,
      headline: article.headline,
      publishedAt: null,
      publisher: null,
      importedAt: article.importedAt,
      revision: article.revision,
      rights: article.rights,
    },
    context: { before: "🚲\n\n“", after: "”, Ada Lind" },
  });
  expect(QuoteItem.parse({ ...item, ...ADDRESSES, article: { ...item?.article, ...ADDRESSES } })).toMatchObject({ ...item });
});

test("context counts code points, also among astral characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.string({ unit: "grapheme", minLength: 1 }), (before, after) => {
      const built = buildArticle({
        slug: "one",
        headline: "𝔐",
        sections: [{ paragraphs: [[before, segment("a", "said"), after]] }],
        quotes: { a: {} },
      });
      const text = Array.from(textOf(built));
      const [item] = quoteItems(built);
      const { start, end } = built.quotes[0]?.segments[0] ?? { start: 0, end: 0 };
      expect(item?.context.before).toBe(text.slice(Math.max(0, start - CONTEXT_LENGTH), start).join(""));
      expect(item?.context.after).toBe(text.slice(end, end + CONTEXT_LENGTH).join(""));
    }),
  );
});

test("a summary counts quotes, names speakers and keeps the rights, without the text", () => {
  const summary = summaryOf(article);
  expect(ArticleSummary.parse({ ...summary, ...ADDRESSES })).toMatchObject(summary);
  expect(summary).toMatchObject({ quoteCount: 1, speakers: [{ id: "ada-lind", name: "Ada Lind" }], rights: article.rights, wordCount: 6 });
  expect(JSON.stringify(summary)).not.toContain("and then");
});
