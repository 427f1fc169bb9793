import * as fc from "fast-check";
import { quoteItems } from "../../src/article/model/items.ts";
import type { Article } from "../../src/article/model/schema.ts";
import type { Site } from "../../src/representations/links.ts";
import { buildArticle, cue, mention, segment } from "../article-builder.ts";

export const site: Site = { publicUrl: "https://news.example/verbatim/" };

/** An invented article with every kind of block, speaker, quote and credit. */
export const sample: Article = buildArticle({
  headline: "Ferry “Kittiwake” to sail again 🚢, islanders told",
  language: "en-GB",
  publishedAt: "2025-05-02",
  updatedAt: "2025-05-03T08:15:00Z",
  modifiedAt: "2026-02-03T04:05:06Z",
  sourceUrl: "https://paper.example/a?b=1&c=<2>",
  publisher: "The Island Paper",
  dateline: { text: "PORT ELLEN, May 2 - ", place: "Port Ellen", date: "May 2" },
  sections: [
    {
      paragraphs: [
        { role: "standfirst", words: "After two winters the boat is back." },
        [
          "PORT ELLEN, May 2 - “",
          segment("promise", "The ferry will sail,"),
          "” ",
          mention("promise", "Ada Lind"),
          " ",
          cue("promise", "said"),
          ". “",
          segment("promise", "𝔐aybe twice a day."),
          "”",
        ],
        [cue("report", "According to"), " ", mention("report", "the harbour report"), ", ", segment("report", "the hull is sound"), "."],
        [mention("firm", "Sund Lines"), " ", cue("firm", "called"), " the boat “", segment("firm", "as good as new"), "”."],
        ["“", segment("nobody", "About time!"), "”"],
      ],
    },
    {
      heading: "‘Twice’ & more",
      paragraphs: [
        { role: "list-item", words: "Mondays at 8" },
        { role: "list-item", words: "Fridays at 9" },
        [mention("both", "Bo Quist and the island council"), " ", cue("both", "agreed"), " ", segment("both", "that it was time"), "."],
        ["“", segment("crew", "We sleep aboard"), "”, ", mention("crew", "a deckhand"), " ", cue("crew", "said"), "."],
        { role: "note", words: "This story was corrected." },
      ],
    },
  ],
  quotes: {
    promise: { by: ["Ada Lind"] },
    report: { kind: "indirect", by: ["Harbour Report"], basis: "role" },
    firm: { kind: "mixed", by: ["Sund Lines"] },
    nobody: {},
    both: { kind: "indirect", by: ["Bo Quist", "Island Council"] },
    crew: { by: [], basis: "role" },
  },
  speakerTypes: { "Harbour Report": "document", "Sund Lines": "organisation", "Island Council": "group" },
  localSpeakers: ["Harbour Report"],
  credits: [
    { role: "author", name: "Eli Vane", text: "By Eli Vane", before: true },
    { role: "contributor", name: "Ida Holm", text: "With help from Ida Holm and Per Dahl" },
    { role: "contributor", name: "Per Dahl", text: "With help from Ida Holm and Per Dahl" },
    {
      role: "reporter",
      name: "Eli Vane",
      place: "Port Ellen",
      email: "eli@paper.example",
      text: "Write to Eli Vane in Port Ellen at eli@paper.example",
    },
    { role: "editor", name: "Una Berg", text: "Edited by Una Berg" },
  ],
  rights: { notice: "© 2025 The Island Paper", holder: "The Island Paper", year: 2025, licence: "CC BY 4.0" },
});

export const sampleQuotes = quoteItems(sample);

/** The sample's quote with these words in it. */
export function quoteWith(words: string) {
  const found = sampleQuotes.find((quote) => quote.text.includes(words));
  if (found === undefined) throw new Error(`The sample has no quote with "${words}".`);
  return found;
}

const ATTACKS = [
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!-- --> ]]> <![CDATA[",
  '" onmouseover="alert(1)" x="',
  "[x](javascript:alert(1))",
  "![x](https://evil.example/p.png)",
  "<https://evil.example> https://evil.example/a_b www.evil.example/c_d x_y@evil.example",
  "*a* _b_ **c** `d` ~~e~~ $f$ [^1] \\ &amp; &#60; |",
  "# a #",
  "1. a",
  "- a",
  "> a",
  "===",
  ":-",
  "```\na\n```",
  "    a\n\n    b",
  '=HYPERLINK("https://evil.example","a")',
  "+1",
  "@SUM(A1)",
  "\t=1",
  'a,b\r\nc;"d"',
  "\u0001\u000B\u001F\u007F\u0085\uFFFE",
  "👩‍👩‍👧 é ‮abc 𝔐",
];

const PUNCTUATION = fc.constantFrom(...Array.from("\\\\`*_[]()<>#&;!~|$:-+=.^'\"/@ a1\n"));

/** Words meant to break out of a format, and any other string; well-formed, as import leaves text. */
export const hostileWords: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
      fc.string({ unit: PUNCTUATION, minLength: 1 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join("").toWellFormed());

/** A sound article whose every field for words holds hostile ones. */
export const hostileArticle: fc.Arbitrary<Article> = fc.array(hostileWords, { minLength: 12, maxLength: 12 }).map((words) => {
  const at = (place: number) => words[place] ?? "x";
  const name = `Ada ${at(0)}\uD800`;
  return buildArticle({
    slug: "hostile",
    headline: at(1),
    language: null,
    sourceUrl: 'https://paper.example/"><script>',
    publisher: `The ${at(10)}`,
    sections: [
      {
        paragraphs: [
          [at(2), segment("a", at(3)), at(4), mention("a", at(5)), cue("a", at(6)), segment("a", at(7)), at(8)],
          { role: "list-item", words: [segment("b", at(3))] },
        ],
      },
      { heading: at(9), paragraphs: [at(2)] },
    ],
    quotes: { a: { by: [name] }, b: { kind: "indirect" } },
    credits: [{ role: "author", name: at(10), place: at(11), email: `x${at(10)}@y`, text: at(10) }],
    rights: { notice: at(11), holder: at(11), year: 2025, licence: at(1) },
  });
});
