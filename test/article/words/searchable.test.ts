import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../../src/article/model/text.ts";
import { searchableOf } from "../../../src/article/words/searchable.ts";
import { buildArticle } from "../../article-builder.ts";

const hostile = fc
  .array(
    fc.oneof(fc.constantFrom("ﷺ", "ﷻ", "ͺ", "½", "⑴", "\uE000", "’", "U.S.", " ", "\u00A0", "ß", "İ", "a"), fc.string({ unit: "binary" })),
    {
      minLength: 1,
    },
  )
  .map((parts) => `.${parts.join("")}.`);

test("every word of the searchable form has its place in the text, whatever the text", () => {
  fc.assert(
    fc.property(hostile, hostile, (headline, paragraph) => {
      const article = buildArticle({ slug: "a", headline, sections: [{ paragraphs: [paragraph] }] });
      const { words, offsets } = searchableOf(article);
      const list = words.slice(1).split(" ");
      expect(offsets).toHaveLength(2 * list.length);
      expect(list).not.toContain("");
      expect(words).not.toMatch(/[^\S ]/u);
      for (const place of offsets) expect(place).toBeLessThanOrEqual([...textOf(article)].length);
    }),
  );
});
