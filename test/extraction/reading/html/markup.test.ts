import { describe, expect, test } from "vitest";
import { blocksOf, ferryPage, ferryPageWith, headingsOf, paragraphs, readPage, textOf } from "./ferry-page.ts";

const said = (html: string) => blocksOf(html).flatMap(({ markup, text }) => (markup === undefined ? [] : [[markup, text]]));

describe("quotations", () => {
  test.each([
    ["<blockquote><p>The boat is all we have.</p></blockquote>", [["quotation", "The boat is all we have."]]],
    [
      "<blockquote><p>The boat is all we have.</p><footer>— <cite>Lars Holt, captain</cite></footer></blockquote>",
      [
        ["quotation", "The boat is all we have."],
        ["attribution", "— Lars Holt, captain"],
      ],
    ],
    [
      "<blockquote>The boat is all we have.<p><cite>Lars Holt</cite></p></blockquote>",
      [
        ["quotation", "The boat is all we have."],
        ["attribution", "Lars Holt"],
      ],
    ],
    [
      "<figure><blockquote><p>The boat is all we have.</p></blockquote><figcaption>— Lars Holt, captain</figcaption></figure>",
      [
        ["quotation", "The boat is all we have."],
        ["attribution", "— Lars Holt, captain"],
      ],
    ],
    [
      `<blockquote class="twitter-tweet"><p>We sail tonight.</p>&mdash; Lars Holt (@larsholt) <a href="/x">May 2, 2024</a></blockquote>`,
      [
        ["quotation", "We sail tonight."],
        ["attribution", "— Lars Holt (@larsholt) May 2, 2024"],
      ],
    ],
    [
      "<blockquote><p>He wrote in <cite>The Tides</cite> that it is over.</p></blockquote>",
      [["quotation", "He wrote in The Tides that it is over."]],
    ],
  ])("%s", (between, expected) => {
    const html = ferryPageWith(between);
    expect(said(html)).toEqual(expected);
    expect(headingsOf(html)).toEqual([]);
  });

  test("that say what a paragraph says are pull quotes", () => {
    expect(said(ferryPageWith("<blockquote><p>it may still be reversed by the regional court</p></blockquote>"))).toEqual([]);
  });

  test.each([
    ["<q>We were told to wait.</q>", "“We were told to wait.”"],
    ["<q>He called it <q>a wreck</q> twice.</q>", "“He called it ‘a wreck’ twice.”"],
    ["<q>“We were told to wait.”</q>", "“We were told to wait.”"],
  ])("in a sentence get their marks: %s", (written, shown) => {
    expect(textOf(ferryPageWith(`<p>Ada Quill said: ${written}</p>`))).toContain(`\n\nAda Quill said: ${shown}\n\n`);
  });
});

test.each(["Jane Roe/The Post/Getty Images", "Getty Images", "Associated Press", "Harbour"])(
  "a line is no heading without its element: %s",
  (line) => {
    expect(headingsOf(ferryPageWith(`<p>${line}</p>`))).toEqual([]);
    expect(headingsOf(ferryPageWith(`<h2>${line}</h2>`))).toEqual([line]);
  },
);

test.each([
  ["T", "he council sat", "The council sat"],
  ["A", "fter the council sat", "After the council sat"],
  ["A", "council sat", "A council sat"],
  ["I", "n Skerrow the council sat", "In Skerrow the council sat"],
])("a capital of its own, %s, opens the word %s", (capital, words, opening) => {
  const body = `<div class="dropcap">${capital}</div><p>${words} until the morning, and then voted to keep the ferry for another year.</p>${paragraphs()}`;
  expect(textOf(ferryPage({ body }))).toContain(`\n\n${opening} until`);
});

describe("tables", () => {
  test.each(["<td>Green</td><td>7</td>", "<td><p>Green</p></td><td><p>7</p></td>"])("give a line for each row: %s", (row) => {
    const html = ferryPageWith(`<table><tr><th>Party</th><th>Seats</th></tr><tr>${row}</tr></table>`);
    expect(textOf(html)).toContain("\n\nParty | Seats\n\nGreen | 7\n\n");
    expect(headingsOf(html)).toEqual([]);
  });

  test("that lay out a page do not", () => {
    const html = `<html><head><title>Ferry stays</title></head><body><table><tr><td><h1>Ferry stays</h1>${paragraphs()}</td>
<td><ul><li><a href="/">Home</a></li></ul></td></tr></table></body></html>`;
    expect(textOf(html)).toContain("\n\nLars Holt, who");
    expect(textOf(html)).not.toContain("|");
  });
});

test("leaves out the times of posts", () => {
  const body = [1, 2, 3].map((hour) => `<div><time>6.0${hour}pm</time><h2>Part ${hour}</h2>${paragraphs(`day ${hour}`)}</div>`).join("");
  expect(textOf(ferryPage({ body }))).not.toContain("pm");
});

describe("entities", () => {
  test("that were encoded twice are decoded, with a note", () => {
    const { document, notes } = readPage(
      ferryPageWith("<p>&amp;#8220;The harbour is open,&amp;#8221; said Ada Quill. It&amp;rsquo;s true &amp;amp; good.</p>"),
    );
    expect(document.text).toContain("“The harbour is open,” said Ada Quill. It’s true & good.");
    expect(notes).toContainEqual(expect.objectContaining({ code: "double-encoded", count: 4 }));
  });

  test("that a text is about stay", () => {
    const { document, notes } = readPage(ferryPageWith("<p>Type &amp;lt; for a bracket, AT&amp;T said.</p>"));
    expect(document.text).toContain("Type &lt; for a bracket, AT&T said.");
    expect(notes.map(({ code }) => code)).not.toContain("double-encoded");
  });
});
