import fc from "fast-check";
import { expect, test } from "vitest";
import { findQuotes } from "../../src/extraction/find-quotes.ts";
import type { MediaType } from "../../src/extraction/reading/media-type.ts";

const find = (content: string | Uint8Array, mediaType: MediaType = "text/plain") => findQuotes({ content, mediaType });
const at = (text: string, { start, end }: { start: number; end: number }) => Array.from(text).slice(start, end).join("");

test("finds the quotes of a single paragraph, and of a headline", () => {
  const { quotes } = find("“The tide is ours”, says Roe\n\n“We wait for the tide,” said Ada Roe.");
  expect(quotes.map(({ segments, speakers }) => [segments[0]?.text, speakers])).toEqual([
    ["The tide is ours", ["Ada Roe"]],
    ["We wait for the tide,", ["Ada Roe"]],
  ]);
  expect(find("<p>“We wait for the tide,” said Ada Roe.</p>", "text/html").quotes).toHaveLength(1);
  expect(find("“We wait for the tide,” said Ada Roe.", "text/markdown").quotes).toHaveLength(1);
});

test("has the role of a speaker whom the text does not name", () => {
  const { quotes } = find("A sailor said: “We wait for the tide.”");
  expect(quotes.map(({ speakers, mention }) => [speakers, mention?.text])).toEqual([[["sailor"], "A sailor"]]);
});

test.each([
  ["Sails come down: “We never needed them”\n\nThe rule ended on Monday.", []],
  ["Rain falls at last: “We are so glad of it”\n\nThe dry months ended on Monday.", []],
  ["Ada Roe goes home: “We never needed them”\n\nThe rule ended on Monday.", ["Ada Roe"]],
  ["Roe goes home: “We never needed them”\n\nThe pilot Ada Roe left on Monday.", ["Ada Roe"]],
  ["Roe: “We never needed them”\n\nThe rule ended on Monday.", ["Roe"]],
  ["Roe said: “We never needed them”\n\nThe rule ended on Monday.", ["Roe"]],
])("does not take the first word of a headline for a name: %s", (text, speakers) => {
  expect(find(text).quotes.map((quote) => quote.speakers)).toEqual([speakers]);
});

const CODE = 'print("We wait for the tide and the wind," said Tom Weir)';
test.each([
  [`\`\`\`\n${CODE}\n\n${CODE}\n\`\`\``, "text/markdown"],
  [`~~~js\n${CODE}\n~~~`, "text/markdown"],
  [`> \`\`\`\n> ${CODE}\n> \`\`\``, "text/markdown"],
  [`<pre><code>${CODE}\n${CODE}</code></pre>`, "text/html"],
  [`<pre class="code">\n  <code class="js">${CODE}</code>\n</pre>`, "text/html"],
] as const)("finds no quotes in a block of code, and those around it: %s", (code, mediaType) => {
  const paragraph = (text: string) => (mediaType === "text/html" ? `<p>${text}</p>` : text);
  const source = `${paragraph("“Slack water,” said Ada Roe.")}\n\n${code}\n\n${paragraph("“Ebb,” she said.")}`;
  const { quotes, unspoken } = find(source, mediaType);
  expect(quotes.map(({ segments, speakers }) => [segments[0]?.text, speakers])).toEqual([
    ["Slack water,", ["Ada Roe"]],
    ["Ebb,", ["Ada Roe"]],
  ]);
  expect(unspoken).toEqual([]);
  expect(find(`<pre>“Ebb,” said Ada Roe.</pre>`, "text/html").quotes).toHaveLength(1);
});

test("lists words in marks that nobody says", () => {
  const { unspoken } = find("The film “Slack Water” ran. “We wait for the tide,” said Ada Roe, and sang “The Long Ebb”.");
  expect(unspoken.map(({ text }) => text)).toEqual(["Slack Water", "The Long Ebb"]);
});

test("finds the marked words of a language without rules, and names nobody", () => {
  const german =
    "„Wir warten auf die Flut und auf den Wind“, sagte Hanne Roe, die seit vielen Jahren im Hafen arbeitet und dort bleiben will. „Wir gehen nicht weg“, sagte sie am Freitag vor dem Rathaus, und die anderen nickten.";
  const { quotes, notes } = find(german);
  expect(quotes[0]).toMatchObject({ segments: [{ text: "Wir warten auf die Flut und auf den Wind" }], speakers: [] });
  expect(notes).toMatchObject([{ code: "language-without-rules" }]);
});

test("joins lines wrapped at a fixed width, and keeps their places", () => {
  const wrapped = `“We wait for the tide as my mother did before us and as her\nmother did before her, and nobody has ever told us that there\nis another way,” said Ada Roe, the pilot of the harbour, who\nhas been out on the water every day for thirty years now.\n`;
  const [quote] = find(wrapped).quotes;
  expect(quote?.speakers).toEqual(["Ada Roe"]);
  expect(at(wrapped, quote?.segments[0] as never)).toBe(quote?.segments[0]?.text);
});

test.each([
  ["“We **wait** for the tide,” said Ada Roe.", "text/markdown", "We **wait** for the tide,"],
  ["> “We wait for\n> the tide,” said Ada Roe.", "text/markdown", "We wait for\n> the tide,"],
  ["We went. “We\\* wait,” said Ada Roe. “We wait,” she said again.", "text/markdown", "We\\* wait,"],
  ["<p>Hm.</p><p>“<i>We</i> wait<br>for the tide,” said Ada Roe.</p>", "text/html", "We</i> wait<br>for the tide,"],
] as const)("points at what was submitted: %s", (source, mediaType, words) => {
  const [segment] = find(source, mediaType).quotes[0]?.segments ?? [];
  expect(segment?.submitted && at(source, segment.submitted)).toBe(words);
});

test.each([
  ["“We wait 🔥,” said Ada Roe. “Never,” said Tom Weir.", "text/plain"],
  ["# Tide\n\n“We *wait* 🔥,” said Ada Roe.", "text/markdown"],
  ["<p>“We <b>wait</b> 🔥,” said Ada Roe.</p>", "text/html"],
] as const)("counts a byte order mark as a character of what was submitted: %s", (text, mediaType) => {
  const plain = find(text, mediaType).quotes.map(({ segments }) => segments[0]?.submitted && at(text, segments[0].submitted));
  const source = `\ufeff${text}`;
  for (const content of [source, Buffer.from(source), Buffer.from(source, "utf16le")]) {
    const { quotes, visibleText } = find(content, mediaType);
    expect(quotes.map(({ segments }) => segments[0]?.submitted && at(source, segments[0].submitted))).toEqual(plain);
    expect(at(visibleText ?? source, quotes[0]?.mention as never)).toBe("Ada Roe");
  }
});

test("tells two equal quotes of a paragraph apart", () => {
  const source = "“We *wait*,” said Ada Roe. “We *wait*,” said Tom Weir.";
  const places = find(source, "text/markdown").quotes.map(({ segments }) => segments[0]?.submitted?.start);
  expect(places).toEqual([source.indexOf("We"), source.lastIndexOf("We *")]);
});

test("every span is a slice of plain text as it was given", () => {
  const piece = fc.constantFrom(
    "“We wait for the tide,” said Ada Roe.",
    " \t",
    "\r\n",
    "\n\n",
    "🔥",
    "\u0000",
    "é",
    "e\u0301",
    "“No”, she said. ",
    "\ufeff",
    '"It is ours," he said.',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = `Ada Roe waits at the lock for the tide that carries her home. ${pieces.join("")}`;
      for (const { segments, mention } of find(text).quotes) {
        for (const span of [...segments, ...(mention === null ? [] : [mention])]) expect(at(text, span)).toBe(span.text);
        for (const { start, end, submitted } of segments) expect(submitted).toEqual({ start, end });
      }
    }),
    { numRuns: 60 },
  );
});

test("refuses what is not a text to be checked, and says why", () => {
  expect(() => find(" \n")).toThrow("The text is empty.");
  expect(() => find(Buffer.from([0, 1, 2, 3, 0, 0, 5]))).toThrow("not text");
  expect(() => find('{"text":"“A,” said Ada Roe."}')).toThrow("JSON");
});

test("knows the revision that the text has as an article", () => {
  expect(find("Tides\n\nWe wait for the tide, said Ada Roe.").revision).toMatch(/^[0-9a-f]{64}$/);
  expect(find("“We wait,” said Ada Roe.").revision).toBeNull();
});
