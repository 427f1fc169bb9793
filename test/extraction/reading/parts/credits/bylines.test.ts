import { describe, expect, test } from "vitest";
import { joinBylines } from "../../../../../src/extraction/reading/parts/credits/bylines.ts";
import type { RawBlock } from "../../../../../src/extraction/reading/raw-document.ts";

const joined = (...texts: string[]) =>
  joinBylines(texts.map((text): RawBlock => ({ text, form: "text", place: null }))).map(({ text, form }) =>
    form === "byline" ? `by: ${text}` : text,
  );
const BODY = "The ferry stays, the council said on Monday after a long night of talks.";

describe("a byline of more than one line", () => {
  test.each([
    [["By ADA QUILL", "Associated Press"], ["By ADA QUILL, Associated Press"]],
    [["By Ada Quill", "and Bo Lind", "Ferry News, Tarn"], ["By Ada Quill and Bo Lind, Ferry News, Tarn"]],
    [["By", "Ada Quill"], ["By Ada Quill"]],
    [["By Ada Quill", "senior home affairs correspondent"], ["By Ada Quill, senior home affairs correspondent"]],
    [["By Ada Quill", "aq@ferry.example"], ["By Ada Quill, aq@ferry.example"]],
    [["By Ada Quill", "The Skerrow Lantern"], ["By Ada Quill, The Skerrow Lantern"]],
  ])("is one line: %j", (lines, expected) => {
    expect(joined(...lines, BODY)).toEqual([...expected, BODY]);
  });

  test.each(["What Happens Next", "Press freedom is under threat", "May 3, 2024", "(Editing by Cy Dee)"])("does not take %j", (line) => {
    expect(joined("By Ada Quill", line, BODY)).toEqual(["By Ada Quill", line, BODY]);
  });
});

test.each(["Jane Quill", "By Jane Quill", "AFP"])("the line of a quotation that names who is quoted is none: %j", (text) => {
  const quotation: RawBlock[] = [
    { text: "We stay.", form: "paragraph", place: null, markup: "quotation" },
    { text, form: "paragraph", place: null, markup: "attribution" },
  ];
  expect(joinBylines([...quotation, { text: BODY, form: "paragraph", place: null }])[1]).toEqual(quotation[1]);
});

describe("a name without “By” among the first lines", () => {
  test.each([
    [["Xiva Quill, Political Editor"], ["by: Xiva Quill, Political Editor"]],
    [["Jane Quill in Tarn"], ["by: Jane Quill in Tarn"]],
    [
      ["Xiva Quill", "May 3, 2024"],
      ["by: Xiva Quill", "May 3, 2024"],
    ],
    [["Jane Quill at the Meadow"], ["by: Jane Quill at the Meadow"]],
    [["Xiva Quill for Ferry Magazine"], ["by: Xiva Quill for Ferry Magazine"]],
    [["Xiva Quill Political Editor"], ["by: Xiva Quill Political Editor"]],
    [["Von Xiva Quill"], ["by: Von Xiva Quill"]],
    [["PAR XIVA QUILL ET BO LIND"], ["by: PAR XIVA QUILL ET BO LIND"]],
    [["Our Correspondent"], ["by: Our Correspondent"]],
    [["Staff writer"], ["by: Staff writer"]],
    [["Web Desk"], ["by: Web Desk"]],
    [["Redaktion"], ["by: Redaktion"]],
    [["AFP"], ["by: AFP"]],
    [["Reuters Staff"], ["by: Reuters Staff"]],
  ])("is a byline: %j", (lines, expected) => {
    expect(joined(...lines, BODY)).toEqual([...expected, BODY]);
  });

  test.each([
    "Charlotte Airport Delays Mount",
    "Ferry Crisis in Skerrow",
    "Jane Quill said no.",
    "A Boat for Tarn",
    "Jane Quill at the helm",
    "Von Tarn nach Vale",
    "Our Ferries",
    "Correspondence",
  ])("is not %j", (line) => {
    expect(joined(line, BODY)).toEqual([line, BODY]);
  });
});

test("an agency signs a report below its headline, and a picture below its caption", () => {
  expect(joined("The ferry on Monday", "AFP", BODY)).toEqual(["The ferry on Monday", "AFP", BODY]);
});

test("a byline that runs into the first paragraph is a line of its own", () => {
  expect(joined(`By Ada Quill NEW TARN, May 3 (Reuters) - ${BODY}`)).toEqual(["by: By Ada Quill", `NEW TARN, May 3 (Reuters) - ${BODY}`]);
  expect(joined(`By Ada Quill and others ${BODY}`)).toEqual([`By Ada Quill and others ${BODY}`]);
});
