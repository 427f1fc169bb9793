import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type QuoteItem, type QuoteRef, quoteItems, type SpeakerSummary, summaryOf } from "../../../src/article/model/items.ts";
import {
  articleColumns,
  csvField,
  csvRows,
  hitColumns,
  quoteColumns,
  speakerColumns,
  withSources,
} from "../../../src/representations/lists/csv.ts";
import { hostileArticle, hostileWords, sample, sampleQuotes } from "../samples.ts";
import { written } from "../written.ts";

const records = (rows: string[]): Record<string, string>[] => parse(rows.join(""), { columns: true, relax_column_count: false });

/** A cell as it was before it was made safe for spreadsheets. */
const unled = (cell: string) => cell.replace(/^'('*[=+\-@\t\r\n＝＋－＠])/, "$1");

test("quotes come with speaker, place, context, article and rights", async () => {
  const site = { publicUrl: "https://news.example" };
  const quotes = withSources(sampleQuotes, async () => ({ ...sample, sourceUrl: "https://island.example/ferry" }));
  const rows = records(await written(csvRows(quoteColumns, quotes, { site })));
  expect(rows).toHaveLength(sampleQuotes.length);
  expect(rows[0]).toEqual({
    id: sampleQuotes[0]?.id,
    kind: "direct",
    text: "The ferry will sail, … 𝔐aybe twice a day.",
    speakerIds: "ada-lind",
    speakerNames: "Ada Lind",
    speakerTypes: "person",
    mention: "Ada Lind",
    cue: "said",
    basis: "name",
    confidence: "high",
    segments: "p2:122-142 p2:160-178",
    before: " is back.\n\nPORT ELLEN, May 2 - “",
    after: "”\n\nAccording to the harbour repo",
    article: sample.slug,
    headline: sample.headline.text,
    publishedAt: "2025-05-02",
    publishedOn: "2025-05-02",
    publisher: "The Island Paper",
    sourceUrl: "https://island.example/ferry",
    url: `https://news.example/v1/quotes/${sampleQuotes[0]?.id}`,
    page: `https://news.example/quotes/${sampleQuotes[0]?.id}`,
    revision: sample.revision,
    aliases: "",
    rightsNotice: "© 2025 The Island Paper",
    rightsHolder: "The Island Paper",
    rightsYear: "2025",
    licence: "CC BY 4.0",
  });
  expect(rows[4]).toMatchObject({
    speakerIds: "bo-quist island-council",
    speakerNames: "Bo Quist; Island Council",
    speakerTypes: "person group",
  });
  expect(rows[3]).toMatchObject({ speakerIds: "", speakerTypes: "", mention: "", cue: "", basis: "" });
});

test("hits come with their article, the words found once each, their excerpts and the quotes these are from", async () => {
  const span = (text: string) => ({ text, start: 0, end: [...text].length });
  const quote: QuoteRef = { id: "q1", kind: "direct", speakers: [], basis: null, confidence: null };
  const [item] = sampleQuotes;
  if (item === undefined) throw new Error("expected a quote");
  const fragment = (text: string, found: string[], of: QuoteRef | null) => ({
    ...{ block: { kind: "paragraph" as const, id: "p1" }, quote: of },
    ...{ ...span(text), highlights: found.map(span) },
  });
  const hit = {
    article: item.article,
    fragments: [fragment("=A ferry, a ferry", ["ferry", "ferry"], quote), fragment("Ferries", ["Ferries"], null)],
  };
  const [row] = records(await written(csvRows(hitColumns, [hit], { site: { publicUrl: "https://news.example" } })));
  expect(row).toMatchObject({
    article: sample.slug,
    headline: sample.headline.text,
    publishedOn: "2025-05-02",
    publisher: "The Island Paper",
    found: "ferry; Ferries",
    excerpts: "'=A ferry, a ferry\nFerries",
    quoteIds: "q1",
    url: `https://news.example/v1/articles/${sample.slug}`,
    page: `https://news.example/articles/${sample.slug}`,
    rightsHolder: "The Island Paper",
  });
});

test("articles and speakers have their own columns, and a list of none is its header row", async () => {
  const speaker: SpeakerSummary = {
    id: "ada-lind",
    name: "Ada Lind",
    type: "person",
    aliases: ["Lind, Ada", "A. Lind"],
    sameAs: ["https://people.example/ada"],
    articleCount: 2,
    quoteCount: 7,
  };
  expect((await written(csvRows(speakerColumns, [speaker]))).join("")).toBe(
    "id,name,type,aliases,sameAs,articleCount,quoteCount,url,page\r\n" +
      'ada-lind,Ada Lind,person,"Lind, Ada; A. Lind",https://people.example/ada,2,7,/v1/speakers/ada-lind,/speakers/ada-lind\r\n',
  );
  const [article] = records(await written(csvRows(articleColumns, [summaryOf(sample)])));
  expect(article).toMatchObject({
    slug: sample.slug,
    language: "en-GB",
    wordCount: "69",
    quoteCount: "6",
    rightsHolder: "The Island Paper",
  });
  expect((await written(csvRows(articleColumns, []))).join("")).toMatch(/^slug,headline,[A-Za-z,]+,licence\r\n$/);
});

test("begins with a byte order mark where that is asked for, once", async () => {
  const marked = (await written(csvRows(quoteColumns, sampleQuotes, { bom: true }))).join("");
  expect(marked).toBe(`\u{feff}${(await written(csvRows(quoteColumns, sampleQuotes))).join("")}`);
});

test("each article is read once for the quotes of it, and one that is gone leaves cells empty", async () => {
  const asked: string[] = [];
  const quotes = withSources([...sampleQuotes, ...sampleQuotes], async (slug) => {
    asked.push(slug);
    return sample;
  });
  await written(csvRows(quoteColumns, quotes));
  expect(asked).toEqual([sample.slug]);
  const [orphan] = records(
    await written(
      csvRows(
        quoteColumns,
        withSources(sampleQuotes, async () => null),
      ),
    ),
  );
  expect(orphan).toMatchObject({ speakerIds: "ada-lind", speakerTypes: "", sourceUrl: "" });
});

test("what a spreadsheet would run is led by an apostrophe, ordinary words are not", () => {
  expect(csvField("=1+1")).toBe("'=1+1");
  expect(csvField("+1")).toBe("'+1");
  expect(csvField("-1")).toBe("'-1");
  expect(csvField("@SUM(A1)")).toBe("'@SUM(A1)");
  expect(csvField("\t=1")).toBe("'\t=1");
  expect(csvField("\r=1")).toBe('"\'\r=1"');
  expect(csvField("＝1")).toBe("'＝1");
  expect(csvField('=HYPERLINK("a","b")')).toBe('"\'=HYPERLINK(""a"",""b"")"');
  for (const words of ["’Tis a = b", "'s-Hertogenbosch", "2020-03-06", "a-b@c", ""]) expect(csvField(words)).toBe(words);
});

test("any words survive: one field a cell, and the exact words once the apostrophe is off", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          hostileWords,
          hostileWords.map((words) => `'${words}`),
        ),
        { minLength: 2, maxLength: 4 },
      ),
      (cells) => {
        const [row] = parse(`${cells.map(csvField).join(",")}\r\n`, { record_delimiter: "\r\n" }) as string[][];
        expect(row?.map(unled)).toEqual(cells);
        for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      },
    ),
    { numRuns: 1000 },
  );
});

test("hostile articles stay one row a quote", async () => {
  await fc.assert(
    fc.asyncProperty(hostileArticle, async (article) => {
      const items = quoteItems(article);
      const rows = records(await written(csvRows(quoteColumns, items)));
      expect(rows.map((row) => unled(row.text ?? ""))).toEqual(items.map((item) => item.text));
      expect(rows.map((row) => unled(row.headline ?? ""))).toEqual(items.map((item) => item.article.headline.text));
    }),
    { numRuns: 50 },
  );
});

test("a day and an instant have one form in publishedOn", async () => {
  const article = { ...sampleQuotes[0]?.article, publishedAt: "2025-05-02T23:30:00Z" };
  const [instant, undated] = records(
    await written(
      csvRows(quoteColumns, [
        { ...(sampleQuotes[0] as QuoteItem), article: article as QuoteItem["article"] },
        { ...(sampleQuotes[0] as QuoteItem), article: { ...article, publishedAt: null } as QuoteItem["article"] },
      ]),
    ),
  );
  expect(instant).toMatchObject({ publishedAt: "2025-05-02T23:30:00Z", publishedOn: "2025-05-02" });
  expect(undated).toMatchObject({ publishedAt: "", publishedOn: "" });
});
