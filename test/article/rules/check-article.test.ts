import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { parseArticle } from "../../../src/article/rules/check-article.ts";
import { sampleArticles } from "../../fixtures.ts";

/** A deep copy of the first sample, changed. */
function changed(change: (article: Article) => void): unknown {
  const [article] = structuredClone(sampleArticles());
  if (article === undefined) throw new Error("expected an article");
  change(article);
  return article;
}
const at = <T>(list: T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`expected an item ${index}`);
  return item;
};

test("sound articles pass", () => {
  for (const article of sampleArticles()) expect(parseArticle(article)).toEqual({ article, faults: [] });
});

test("an article of a time before articles had a publisher has none, at its place among the fields", () => {
  const [article] = sampleArticles();
  const { publisher, ...older } = article as Article;
  const read = parseArticle(older).article;
  expect(publisher).toBeNull();
  expect(JSON.stringify(read)).toBe(JSON.stringify(article));
});

describe("each broken invariant is named with its JSON path", () => {
  test.each<[string, string, (article: Article) => void]>([
    [
      "a day that the calendar does not have",
      "publishedAt",
      (a) => {
        a.publishedAt = "2025-02-31";
      },
    ],
    [
      "a leap day of a common year",
      "updatedAt",
      (a) => {
        a.updatedAt = "2025-02-29T10:00:00Z";
      },
    ],
    [
      "an import on no day",
      "importedAt",
      (a) => {
        a.importedAt = "2026-04-31T10:00:00Z";
      },
    ],
    [
      "a speaker whose id is a path of dots",
      "speakers[0].id",
      (a) => {
        at(a.speakers, 0).id = "..";
      },
    ],
    [
      "an alias that is the article's own slug",
      "aliases[0]",
      (a) => {
        a.aliases = [a.slug];
      },
    ],
    [
      "an alias listed twice",
      "aliases[1]",
      (a) => {
        a.aliases = ["harbour-closes", "harbour-closes"];
      },
    ],
    [
      "a span that does not slice to its text",
      "quotes[0].segments[0]",
      (a) => {
        at(at(a.quotes, 0).segments, 0).text = "It was a loss for all of us,";
      },
    ],
    [
      "a span outside the text",
      "quotes[0].attribution.cue",
      (a) => {
        at(a.quotes, 0).attribution.cue = { text: "x", start: 9000, end: 9001 };
      },
    ],
    [
      "a segment outside its paragraph",
      "quotes[0].segments[0]",
      (a) => {
        at(at(a.quotes, 0).segments, 0).paragraph = "p2";
      },
    ],
    [
      "a segment of an unknown paragraph",
      "quotes[0].segments[0].paragraph",
      (a) => {
        at(at(a.quotes, 0).segments, 0).paragraph = "p9";
      },
    ],
    [
      "segments out of order",
      "quotes[0].segments[1]",
      (a) => {
        at(a.quotes, 0).segments.reverse();
      },
    ],
    [
      "a display text that is not the segments'",
      "quotes[0].text",
      (a) => {
        at(a.quotes, 0).text = "Something else";
      },
    ],
    [
      "two quotes with one id",
      "quotes[1].id",
      (a) => {
        at(a.quotes, 1).id = at(a.quotes, 0).id;
      },
    ],
    [
      "quotes out of order",
      "quotes[1]",
      (a) => {
        a.quotes.reverse();
      },
    ],
    [
      "a removed id still in use",
      "quotes[0].id",
      (a) => {
        a.removedQuotes.push(at(a.quotes, 0).id);
      },
    ],
    [
      "a paragraph that lists a wrong quote",
      "paragraph p1.quotes",
      (a) => {
        at(at(a.sections, 0).paragraphs, 0).quotes = [];
      },
    ],
    [
      "paragraphs numbered wrongly",
      "sections[0].paragraphs[1].id",
      (a) => {
        at(at(a.sections, 0).paragraphs, 1).id = "p3";
      },
    ],
    [
      "two sections with one id",
      "sections[1].id",
      (a) => {
        at(a.sections, 1).id = "lead";
      },
    ],
    [
      "a changed word of the text",
      "revision",
      (a) => {
        at(at(a.sections, 0).paragraphs, 1).text = at(at(a.sections, 0).paragraphs, 1).text.replace("port", "Port");
      },
    ],
    [
      "a block out of its place",
      "sections[0].paragraphs[1]",
      (a) => {
        at(at(a.sections, 0).paragraphs, 1).start += 1;
      },
    ],
    [
      "a speaker nobody knows",
      "quotes[0].attribution.speakers[0]",
      (a) => {
        at(a.quotes, 0).attribution.speakers = [{ id: "nobody", name: "Nobody" }];
      },
    ],
    [
      "a speaker under two names",
      "quotes[0].attribution.speakers[0]",
      (a) => {
        at(at(a.quotes, 0).attribution.speakers, 0).name = "A. Quill";
      },
    ],
    [
      "a speaker who is not quoted",
      "speakers[2]",
      (a) => {
        a.speakers.push({ id: "x", name: "X", type: "person", descriptions: [], mentions: [] });
      },
    ],
    [
      "a speaker of another article",
      "speakers[1].id",
      (a) => {
        at(a.speakers, 1).id = "other~x";
        at(at(a.quotes, 1).attribution.speakers, 0).id = "other~x";
      },
    ],
    [
      "a basis without a speaker",
      "quotes[3].attribution",
      (a) => {
        at(a.quotes, 3).attribution.basis = "name";
      },
    ],
    [
      "an echo of an unknown quote",
      "echoes[0].quoteId",
      (a) => {
        at(a.echoes, 0).quoteId = "zzzzzzzz";
      },
    ],
    [
      "an echo outside the headline",
      "echoes[0]",
      (a) => {
        const s = at(at(a.quotes, 0).segments, 0);
        Object.assign(at(a.echoes, 0), { text: s.text, start: s.start, end: s.end });
      },
    ],
    [
      "a dateline that does not open the first paragraph",
      "dateline",
      (a) => {
        if (a.dateline !== null) a.dateline.start += 1;
      },
    ],
    [
      "a wrong word count",
      "wordCount",
      (a) => {
        a.wordCount += 1;
      },
    ],
    [
      "a missing field",
      "rights",
      (a) => {
        delete (a as Partial<Article>).rights;
      },
    ],
    [
      "an unknown field",
      "(root)",
      (a) => {
        Object.assign(a, { colour: "red" });
      },
    ],
    [
      "a wrong type",
      "quotes[0].segments[0].start",
      (a) => {
        Object.assign(at(at(a.quotes, 0).segments, 0), { start: "1" });
      },
    ],
  ])("%s", (_, path, change) => {
    const { article, faults } = parseArticle(changed(change));
    expect(article).toBeNull();
    expect(faults.map((fault) => fault.path)).toContain(path);
    for (const fault of faults) expect(fault).toMatchObject({ message: expect.stringMatching(/./), cure: expect.stringMatching(/\.$/) });
  });
});
