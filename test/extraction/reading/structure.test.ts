import { expect, test } from "vitest";
import type { Form, RawBlock } from "../../../src/extraction/reading/raw-document.ts";
import { classify } from "../../../src/extraction/reading/structure.ts";

const LONG = "The ferry stays, the council said on Monday after a very long night of talks in the town hall.";
const kinds = (...blocks: [Form, string][]) =>
  classify(blocks.map(([form, text]): RawBlock => ({ form, text, place: null }))).map(({ kind, role }) =>
    kind === "paragraph" ? role : kind,
  );

test("a subtitle between paragraphs is the heading of a section", () => {
  const lines: [Form, string][] = [
    ["title", "Ferry Stays"],
    ["standfirst", "A boat for Tarn."],
    ["paragraph", LONG],
    ["paragraph", LONG],
    ["standfirst", "Who pays?"],
    ["paragraph", LONG],
  ];
  expect(kinds(...lines)).toEqual(["headline", "standfirst", "body", "body", "heading", "body"]);
});

test("a line is a heading by its looks in plain text only", () => {
  expect(kinds(["title", "Ferry Stays"], ["text", LONG], ["text", "What Happens Next"], ["text", LONG])[2]).toBe("heading");
  expect(kinds(["title", "Ferry Stays"], ["paragraph", LONG], ["paragraph", "What Happens Next"], ["paragraph", LONG])[2]).toBe("body");
});

test("“By Ada Quill” below a quotation is not a credit", () => {
  const blocks: RawBlock[] = [
    { text: "Ferry Stays", form: "title", place: null },
    { text: "We stay.", form: "paragraph", place: null, markup: "quotation" },
    { text: "By Ada Quill", form: "paragraph", place: null, markup: "attribution" },
  ];
  expect(classify(blocks)[2]).toMatchObject({ kind: "paragraph", credits: [], markup: "attribution" });
});

test.each([
  "Getty Images",
  "May 3, 2024",
  "— Ada Quill, Tarn",
  "Ferry news | The Ferry Post",
  "Ferry stays »",
  "aq@ferry.example",
  "(continued)",
])("%j is not a heading", (line) => {
  expect(kinds(["title", "Ferry Stays"], ["text", LONG], ["text", line], ["text", LONG])[2]).not.toBe("heading");
});

test("the cells of a table are not headings, a heading may stand below another", () => {
  const cells: [Form, string][] = [
    ["text", "Green"],
    ["text", "7"],
    ["text", "Ferry"],
  ];
  expect(kinds(["title", "Ferry Stays"], ["text", LONG], ...cells, ["text", LONG])).not.toContain("heading");
  expect(kinds(["title", "Ferry Stays"], ["text", LONG], ["text", "The vote"], ["text", "What it costs"], ["text", LONG])).toContain(
    "heading",
  );
});

test("a name below a paragraph in marks is not a heading, a heading is", () => {
  const below = (line: string) => kinds(["title", "Ferry Stays"], ["text", LONG], ["text", `“${LONG}”`], ["text", line], ["text", LONG])[3];
  expect(below("Jane Quill")).toBe("body");
  expect(below("What Happens Next")).toBe("heading");
});

test("an agency signs below the text, a picture within it", () => {
  expect(kinds(["title", "Ferry Stays"], ["text", LONG], ["text", "Reuters"], ["text", LONG], ["text", "(Reuters)"])).toEqual([
    "headline",
    "body",
    "caption",
    "body",
    "credit",
  ]);
});
