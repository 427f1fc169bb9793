import { parseHTML } from "linkedom";
import { micromark } from "micromark";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../../src/extraction/reading/markdown/read-markdown.ts";

const textsOf = (markdown: string) => readMarkdown(markdown).blocks.map(({ text }) => text);

describe("comments", () => {
  test.each([
    ["<!--more-->“We will fight,” said Ada Quill.", ["“We will fight,” said Ada Quill."]],
    ["<!-- a\nb --> The kiln stays.\n\nNext.", ["The kiln stays.", "Next."]],
    ["<!-- a --> # Kiln stays", ["Kiln stays"]],
    ["One.\n\n<!-- hidden -->\n\nTwo.", ["One.", "Two."]],
    ["One.\n\n<!-- never closed\n\nTwo.", ["One."]],
  ])("%j reads as %j", (markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  test("are left out with their place, the words behind them are not", () => {
    const markdown = "<!--more-->“We will fight,” said Ada Quill.";
    const { omitted, blocks } = readMarkdown(markdown);
    expect(omitted.map(({ place }) => markdown.slice(place.start, place.end))).toEqual(["<!--more-->"]);
    expect(blocks.map(({ place }) => markdown.slice(place?.start, place?.end))).toEqual(["“We will fight,” said Ada Quill."]);
  });
});

/** The texts of the blocks that micromark makes of Markdown. */
function micromarkTexts(markdown: string): string[] {
  const { document } = parseHTML(`<body>${micromark(markdown, { allowDangerousHtml: true })}</body>`);
  const blocks = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li:not(:has(p)), pre")];
  return blocks.map(({ textContent }) => textContent.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
}

describe("reads the blocks that CommonMark has", () => {
  test.each([
    "# Ferry stays\n\nA *slow* boat, said **Ada Quill**.\nIt came late.",
    "Ferry stays\n===========\n\nFirst.\n\nUnder a rule\n------------\n\nSecond.",
    "One.\n\n***\n\nTwo.",
    "- first\n- second\n\nAfter.",
    "1. first\n2. second",
    "> “We stay,” she said.\n> “For good.”",
    "Jos&eacute; &amp; Garc&iacute;a &copy; &#8217;",
    "A [link](https://a.example 'title'), a <https://a.example> and `code`.",
    "A \\*star\\* and 5 * 3 * 2.",
    "![picture](p.png)\n\nWords.",
    "[Tarn]: https://tarn.example\n\nSee [Tarn].",
    "### Closed ###\n\nText",
  ])("%j", (markdown) => {
    expect(textsOf(markdown)).toEqual(micromarkTexts(markdown));
  });
});

describe("a block quotation", () => {
  const marked = (markdown: string) => readMarkdown(markdown).blocks.map(({ text, markup, form }) => [markup ?? form, text]);

  test.each([
    [
      "> We stay.\n> For good.\n>\n> — Ada Quill, captain",
      [
        ["quotation", "We stay. For good."],
        ["attribution", "— Ada Quill, captain"],
      ],
    ],
    [
      "> We stay.\n> — Ada Quill",
      [
        ["quotation", "We stay."],
        ["attribution", "— Ada Quill"],
      ],
    ],
    [
      "> We stay.\n\n— *Ada Quill*, captain\n\nNext",
      [
        ["quotation", "We stay."],
        ["attribution", "— Ada Quill, captain"],
        ["paragraph", "Next"],
      ],
    ],
    [
      "> We stay. — Ada Quill, captain",
      [
        ["quotation", "We stay."],
        ["attribution", "— Ada Quill, captain"],
      ],
    ],
    [
      "> We stay.\n> - Ada Quill",
      [
        ["quotation", "We stay."],
        ["attribution", "— Ada Quill"],
      ],
    ],
    [
      "<blockquote>\nWe stay.\n<footer>— <cite>Ada Quill</cite></footer>\n</blockquote>\n\nNext",
      [
        ["quotation", "We stay."],
        ["attribution", "— Ada Quill"],
        ["paragraph", "Next"],
      ],
    ],
    [
      "<blockquote><p>We sail</p>&mdash; Ada Quill (@quill) May 2, 2024</blockquote>",
      [
        ["quotation", "We sail"],
        ["attribution", "— Ada Quill (@quill) May 2, 2024"],
      ],
    ],
    [
      "Ada Quill wrote:\n> We stay\nfor good.\n\nNext",
      [
        ["paragraph", "Ada Quill wrote:"],
        ["quotation", "We stay for good."],
        ["paragraph", "Next"],
      ],
    ],
  ])("%j", (markdown, expected) => {
    expect(marked(markdown)).toEqual(expected);
  });

  test.each([
    ["> - First boat\n> - Second boat", ["list-item", "list-item"]],
    ["One.\n\n— Ada Quill", ["paragraph", "paragraph"]],
    ["> It was — as ever — late.", ["paragraph"]],
  ])("names nobody in %j", (markdown, forms) => {
    const { blocks } = readMarkdown(markdown);
    expect(blocks.map(({ form }) => form)).toEqual(forms);
    expect(blocks.every(({ markup }) => markup !== "attribution")).toBe(true);
  });
});

test("the rows of a table are lines of their own", () => {
  const rows = readMarkdown("| Party | Seats |\n|---|:--:|\n| Green | 7 |\n\nParty | Seats\n--- | ---\nFerry | 2\n\nAfter.").blocks;
  expect(rows.map(({ text }) => text)).toEqual(["Party | Seats", "Green | 7", "Party | Seats", "Ferry | 2", "After."]);
  expect(rows.slice(0, 4).every(({ form }) => form === "list-item")).toBe(true);
});

test("headings and captions of HTML are headings and captions", () => {
  const blocks = readMarkdown("<h2>What next</h2>\n\n<figcaption>The quay</figcaption>\n\nWords").blocks;
  expect(blocks.map(({ form }) => form)).toEqual(["heading", "caption", "paragraph"]);
});

test("a box of the editor is a note, a quotation below it is not", () => {
  const blocks = readMarkdown("> [!NOTE]\n> The vote is near.\n>\n> It is on Monday.\n\n> We stay.\n\nWords").blocks;
  expect(blocks.map(({ text, form, markup }) => [text, markup ?? form])).toEqual([
    ["The vote is near.", "note"],
    ["It is on Monday.", "note"],
    ["We stay.", "quotation"],
    ["Words", "paragraph"],
  ]);
});

test("classes and ids of a line are not text", () => {
  expect(textsOf("## What next {#next}\n\n{: .lead}\nThe ferry stays.\n{: .intro}")).toEqual(["What next", "The ferry stays."]);
});

test("words in italics under an image, in its line or in a figure are its caption", () => {
  const markdown = "![Quay](q.jpg)\n*The quay*\n\n<figure><img src='a.jpg'><figcaption>The boat</figcaption></figure>\n\nWords";
  expect(readMarkdown(markdown).blocks.map(({ text, form }) => [text, form])).toEqual([
    ["The quay", "caption"],
    ["The boat", "caption"],
    ["Words", "paragraph"],
  ]);
});
