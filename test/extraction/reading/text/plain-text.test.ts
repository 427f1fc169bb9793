import { describe, expect, test } from "vitest";
import { read } from "../../../../src/extraction/reading/read.ts";

const reading = (text: string) => read(new TextEncoder().encode(text), { mediaType: "text/plain" });
const blocksOf = (text: string) => {
  const { document } = reading(text);
  return document.blocks.map(({ kind, start, end }) => [kind, document.text.slice(start, end)]);
};

const MAIL = `From: Ada Quill <aq@ferry.example>
To: desk@ferry.example
Date: Fri, 3 May 2024 10:00:00 +0000
Subject: Fwd: Ferry stays in Skerrow

Please run this tomorrow.

> By Ada Quill
>
> The council of Skerrow voted on Friday to keep the northern ferry for
> another year, after a long debate in the town hall on the quay.
>
> “The sea is ours,” said Bo Lind, who has run the boat since 1998 and
> would not say who runs it next.

--
Ada Quill
Ferry Post
`;

describe("a text that came by mail", () => {
  test("has its subject for headline, and neither marks nor the words of the sender", () => {
    expect(blocksOf(MAIL)).toEqual([
      ["headline", "Ferry stays in Skerrow"],
      ["credit", "By Ada Quill"],
      [
        "paragraph",
        "The council of Skerrow voted on Friday to keep the northern ferry for another year, after a long debate in the town hall on the quay.",
      ],
      ["paragraph", "“The sea is ours,” said Bo Lind, who has run the boat since 1998 and would not say who runs it next."],
    ]);
    expect(reading(MAIL).metadata.publishedAt).toBe("2024-05-03T10:00:00Z");
    expect(reading(MAIL).omitted.map(({ text }) => text)).toContain("Please run this tomorrow.");
  });

  test("is not one that begins with a label, or quotes a line", () => {
    const text =
      "Date: unknown\n\nThe council voted on Friday to keep the northern ferry.\n\n> It stays.\n\nThe mayor was glad of it, she said.";
    expect(blocksOf(text).map(([, words]) => words)).toContain("> It stays.");
    expect(blocksOf("Subject: boats\n\nThe council voted on Friday to keep the northern ferry.")[0]).toEqual([
      "headline",
      "Subject: boats",
    ]);
  });
});

const PRINT = `FERRY POST                  Friday, May 3, 2024

Ferry stays in Skerrow

The council of Skerrow voted on Friday to keep the nor-
thern ferry for another year, after a long and bitter de-
bate in the town hall. The well-
known captain was glad, and so were his two brothers.

FERRY POST                                Page 4

The boat, which leaves the quay every hour, carried more
people last year than in any year of the last ten years.

FERRY POST                                Page 5

The council will decide in spring whether it should run on
Sundays too, as the captain has asked it to do for years.
`;

describe("a text out of print", () => {
  test("loses the heads of its pages and the hyphens at the ends of lines", () => {
    expect(blocksOf(PRINT).map(([, words]) => words)).toEqual([
      "Ferry stays in Skerrow",
      "The council of Skerrow voted on Friday to keep the northern ferry for another year, after a long and bitter debate in the town hall. The well-known captain was glad, and so were his two brothers.",
      expect.stringContaining("The boat, which"),
      expect.stringContaining("The council will decide"),
    ]);
    expect(reading(PRINT).metadata.publishedAt).toBe("2024-05-03");
  });

  test("keeps numbered headings and the hyphens of its words", () => {
    const numbered = "Two ways\n\n1. By sea\n\nThe ferry takes an hour.\n\n2. By land\n\nThe road takes a day.";
    expect(blocksOf(numbered).map(([, words]) => words)).toContain("2. By land");
    const rows = "Results\n\nThe race was rowed on Friday.\n\nLap 1\n\nThe sea was calm.\n\nLap 2\n\nThe sea was not.";
    expect(blocksOf(rows).map(([, words]) => words)).toEqual(expect.arrayContaining(["Lap 1", "Lap 2"]));
  });
});

test("the address of a press release is left out", () => {
  const release = `FOR IMMEDIATE RELEASE\n\nContact:\nBo Lind, Press Officer\n+44 20 5550 0123\npress@ferry.example\n\nCounty to pay for ferry\n\nSKERROW, May 3 – The county will pay for half of the ferry, it said on Friday.\n\nThe boat sails on.\n\n###\n\nMedia inquiries: press@ferry.example`;
  expect(blocksOf(release).map(([, words]) => words)).toEqual([
    "County to pay for ferry",
    "SKERROW, May 3 – The county will pay for half of the ferry, it said on Friday.",
    "The boat sails on.",
  ]);
  expect(reading(release).dateline?.place).toBe("SKERROW");
});
