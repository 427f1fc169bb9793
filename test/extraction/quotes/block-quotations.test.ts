import { describe, expect, it } from "vitest";
import { annotate } from "../../../src/extraction/annotate.ts";
import type { Block, Document, Markup } from "../../../src/extraction/document.ts";

/** A document of paragraphs: `> ` opens a block quotation, `~ ` its attribution line. */
function documentOf(...paragraphs: string[]): Document {
  const blocks: Block[] = [];
  let text = "";
  for (const paragraph of paragraphs) {
    const markup = ({ ">": "quotation", "~": "attribution" } as const)[paragraph[0] ?? ""];
    const start = text.length === 0 ? 0 : text.length + 2;
    text += (start === 0 ? "" : "\n\n") + (markup === undefined ? paragraph : paragraph.slice(2));
    const said: Markup = markup === undefined ? {} : { markup };
    blocks.push({ kind: "paragraph", role: "body", start, end: text.length, ...said });
  }
  return { text, blocks };
}

/** `SPEAKER: words` of every quote; `-` where nobody is named. */
function saidIn(...paragraphs: string[]): string[] {
  const document = documentOf(...paragraphs);
  const { quotes, speakers } = annotate(document);
  const slice = ({ start, end }: { start: number; end: number }) => document.text.slice(start, end);
  return quotes.map(({ segments, speakers: by }) => {
    const names = by.map((index) => speakers[index]?.name).join("; ");
    return `${names || "-"}: ${segments.map(slice).join(" … ")}`;
  });
}

describe("a block quotation", () => {
  it("is what the sentence before it announces, in all its paragraphs", () => {
    expect(saidIn("The pier is old. Nina Falk wrote:", "> We build in May.", "> Bring wood.", "The rest is known.")).toEqual([
      "Nina Falk: We build in May. … Bring wood.",
    ]);
    expect(saidIn("The ministry said in a statement:", "> We regret it.")).toEqual(["ministry: We regret it."]);
    expect(saidIn("Nina Falk lost. This is what she wrote.", "> We build in May.")).toEqual(["Nina Falk: We build in May."]);
  });

  it.each(["~ — Nina Falk, boat builder", "~ Nina Falk (@ninafalk) May 2, 2024", "~ Boat builder Nina Falk in The Tide, May 3"])(
    "is whose its attribution line names: %s",
    (line) => {
      expect(saidIn("Oskar Lind came late.", "> We build in May.", line, "Oskar Lind left.")).toEqual(["Nina Falk: We build in May."]);
    },
  );

  it("has an attribution line above it, or in its last line", () => {
    expect(saidIn("~ Nina Falk (@ninafalk)", "> We build in May.", "Nothing more.")).toEqual(["Nina Falk: We build in May."]);
    expect(saidIn("> We build in May. — Nina Falk, boat builder")).toEqual(["Nina Falk: We build in May."]);
    expect(saidIn("> We build in May.", "— Nina Falk, boat builder", "Nothing more.")).toEqual(["Nina Falk: We build in May."]);
  });

  it("keeps the attribution lines of neighbours apart", () => {
    expect(saidIn("> “We build.”", "~ Nina Falk", "> We wait.", "~ — Oskar Lind")).toEqual([
      "Nina Falk: We build.",
      "Oskar Lind: We wait.",
    ]);
  });

  it("is direct, with mention and cue as for marked quotes", () => {
    const document = documentOf("Nina Falk wrote:", "> We build in May.");
    const [quote] = annotate(document).quotes;
    expect(quote).toMatchObject({ kind: "direct", basis: "name", mention: { start: 0, end: 9 }, cue: { start: 10, end: 15 } });
  });

  it("keeps marks inside it as words", () => {
    expect(saidIn("Nina Falk wrote:", "> The pier is “closed”, and that is that.")).toEqual([
      "Nina Falk: The pier is “closed”, and that is that.",
    ]);
  });

  it.each(["The union was cross:", "Oskar Lind wrote:", "Oskar Lind came."])(
    "is read as any paragraph where marks and a reporting clause are all of it, behind: %s",
    (before) => {
      expect(saidIn(before, "> “We build in May,” said Nina Falk.")).toEqual(["Nina Falk: We build in May,"]);
      expect(saidIn(before, "> “Who builds in May?” the boat builder Nina Falk asked. “We do.”")).toEqual([
        "Nina Falk: Who builds in May? … We do.",
      ]);
    },
  );

  it("keeps marks that open it as words where no reporting clause follows", () => {
    expect(saidIn("Nina Falk wrote:", "> “Closed” is what they say of the pier.")).toEqual([
      "Nina Falk: “Closed” is what they say of the pier.",
    ]);
  });

  it("is not a quote where nobody is named for it", () => {
    expect(saidIn("The rules are:", "> No smoking on deck.")).toEqual([]);
    expect(saidIn("Nina Falk sang.", "> A line of a song that the town knows.", "Oskar Lind sang too.")).toEqual([]);
    expect(saidIn("From the letter to Nina Falk:", "> The pier is closed.")).toEqual([]);
  });

  it("is read as any paragraph in plain text", () => {
    expect(saidIn("Nina Falk came.", "We build in May.", "— Nina Falk")).toEqual([]);
  });
});
