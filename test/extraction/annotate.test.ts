import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { annotate } from "../../src/extraction/annotate.ts";
import { annotateText, plainDocument } from "../../src/extraction/annotate-text.ts";
import type { Document } from "../../src/extraction/document.ts";
import { inflect } from "../../src/extraction/language/en/tokens/cues.ts";
import { readBlocks } from "../../src/extraction/reading/html/body/read-blocks.ts";
import type { PageDocument, PageElement } from "../../src/extraction/reading/html/dom.ts";
import { sniffMediaType } from "../../src/extraction/reading/media-type.ts";

/** Pieces that news is made of, so that random texts reach the rules and not only the tokenizer. */
const PIECE = fc.constantFrom(
  ..."“ ” \" '' ‘ ’ « » „ ' said says told according to , . ? ! : — -- ( ) \n \n\n he she they who it Ann Lee Lee's Mr. Roe the envoy police 12\" 😀 é 𝒜 and that asked The Roe".split(
    " ",
  ),
  " ",
  "\n",
  "\n\n",
);
const TEXT = fc.oneof(
  fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.array(PIECE, { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 80 }),
);

describe("annotateText", () => {
  it("gives spans inside the text, in order, each with words", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const points = [...text];
        let last = 0;
        for (const { start, end, mention, cue } of annotateText(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
          for (const span of [{ start, end }, mention, cue]) {
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(points.length);
            expect(points.slice(span.start, span.end).join("").trim()).not.toBe("");
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("counts code points, not UTF-16 units", () => {
    const text = "😀😀 “We go,” said Ann Lee.";
    const [entry] = annotateText(text);
    expect([...text].slice(entry?.start, entry?.end).join("")).toBe("We go,");
    expect([...text].slice(entry?.mention?.start, entry?.mention?.end).join("")).toBe("Ann Lee");
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"])("takes %s for a word like any other", (word) => {
    const texts = [
      `“We go,” said the ${word}. “Now,” the ${word} added.`,
      `“We go,” said ${word} Ann Lee. “Now,” said Dr. ${word}. He agreed.`,
      `${word} said: “We go.” Ann Lee, the ${word}, ${word} “we stay.” ${word}: “No.”`,
    ];
    for (const text of texts) expect(annotateText(text).length).toBeGreaterThan(0);
    expect(inflect(word)[0]).toBe(word);
    expect(sniffMediaType("We go.", `notes.${word}`)).toBe("text/plain");
    const page = parseHTML(`<html><body><${word}>We go.</${word}></body></html>`) as unknown as { document: PageDocument };
    expect(readBlocks(page.document.body as PageElement).blocks.map(({ form }) => form)).toEqual(["paragraph"]);
  });

  it.each([
    ["Tom Reed met John Baker. “I am sorry,” he said.", "Tom Reed", "low"],
    ["Ann Lee opened the hall on Monday. Her deputy is Eva Holt, a lawyer. “I disagree,” she said.", "Eva Holt", "low"],
    ["Ann Lee opened the hall. Her deputy will be Eva Holt, who teaches. “I disagree,” she told the room.", "Eva Holt", "low"],
    ["Ann Lee spoke first. Eva Holt disagreed. “Never,” she said.", "Eva Holt", "high"],
    ["Tom Reed met Ann Lee. “I am sorry,” he said.", "Tom Reed", "high"],
  ])("doubts a pronoun that may mean either of two people just named: %s", (text, speaker, confidence) => {
    expect(annotateText(text)).toEqual([expect.objectContaining({ speaker, confidence })]);
  });

  it.each([
    "Tom Reed never said “I quit.”",
    "Tom Reed didn’t ever say “I quit.”",
    "“I quit,” Tom Reed did not say.",
    "Tom Reed denied ever saying “I quit.”",
    "Tom Reed denied that he said “I quit.”",
    "If Tom Reed said “no,” the bridge would fall.",
    "Nobody said “yes.” No one said “no.”",
    "Nobody said the bridge would fall.",
  ])("takes words that were not said for no quote: %s", (text) => {
    expect(annotateText(text)).toEqual([]);
  });

  it.each([
    "Tom Reed not only said “I quit.”",
    "Tom Reed, who was not there, said: “I quit.”",
    "Tom Reed denied it, saying “I stay.”",
    "Tom Reed denied that he was “ever there.”",
  ])("takes what else is denied for no denial of the words: %s", (text) => {
    expect(annotateText(text)).toEqual([expect.objectContaining({ speaker: "Tom Reed" })]);
  });

  it.each([
    ["“No,” a spokesman for Tom Reed said.", "spokesman for Tom Reed", "a spokesman for Tom Reed"],
    ["“No,” said an aide to Mr. Tom Reed.", "aide to Mr. Tom Reed", "an aide to Mr. Tom Reed"],
    ["“No,” said a spokeswoman for Harbour Trust.", "spokeswoman for Harbour Trust", "a spokeswoman for Harbour Trust"],
    ["“No,” a spokesman for Tom Reed, Karl Voss, said.", "Karl Voss", "a spokesman for Tom Reed"],
    ["“No,” said head of the Orchard Council Tomas Lind.", "Tomas Lind", "head of the Orchard Council Tomas Lind"],
    ["“No,” said Secretary of State Jane Roe.", "Jane Roe", "Secretary of State Jane Roe"],
  ])("tells who speaks for somebody from him: %s", (text, speaker, mention) => {
    const [entry, ...others] = annotateText(text);
    expect(others).toEqual([]);
    expect([entry?.speaker, text.slice(entry?.mention?.start, entry?.mention?.end)]).toEqual([speaker, mention]);
  });

  it("takes paragraphs that open with a mark and close only at the end for one quote", () => {
    const entries = annotateText("“The quay leaks.\n\n“The hall leaks too.\n\n“We will mend both,” Orla Brice said.");
    expect(entries.map(({ quote, speaker }) => [quote, speaker])).toEqual(Array(3).fill(["q1", "Orla Brice"]));
  });

  it.each([
    ["Tom Reed was described by Karl Voss as “a liar.”", "Karl Voss"],
    ["Tom Reed was quoted by Karl Voss as saying “I quit.”", "Tom Reed"],
  ])("takes words in the passive for those of the agent: %s", (text, speaker) => {
    expect(annotateText(text)).toEqual([expect.objectContaining({ speaker })]);
  });

  it("answers an empty text with no quotes", () => {
    expect(annotateText("")).toEqual([]);
    expect(annotateText(" \n\n ")).toEqual([]);
  });
});

describe("annotate", () => {
  it("keeps the segments of a quote in order and apart, within one paragraph each", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const document = plainDocument(text);
        const { quotes, speakers } = annotate(document);
        let first = 0;
        for (const quote of quotes) {
          expect(quote.segments[0]?.start).toBeGreaterThanOrEqual(first);
          first = quote.segments[0]?.start ?? 0;
          let last = 0;
          for (const segment of quote.segments) {
            expect(segment.start).toBeGreaterThanOrEqual(last);
            expect(segment.end).toBeGreaterThan(segment.start);
            expect(document.blocks.some((block) => block.start <= segment.start && segment.end <= block.end)).toBe(true);
            last = segment.end;
          }
          for (const index of quote.speakers) expect(speakers[index]).toBeDefined();
          expect(quote.basis === null).toBe(quote.mention === null);
          expect(quote.confidence === null).toBe(quote.mention === null);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("finds no quotes in headlines, headings, credits and rights", () => {
    const text = "Holt: “We Kept Our Word”\n\n“We kept our word,” said Ines Holt.";
    const end = text.indexOf("\n");
    const document: Document = {
      text,
      blocks: [
        { kind: "headline", role: "body", start: 0, end },
        { kind: "paragraph", role: "body", start: end + 2, end: text.length },
      ],
    };
    const { quotes } = annotate(document);
    expect(quotes.map(({ segments }) => segments.map(({ start }) => start > end))).toEqual([[true]]);
  });

  it("lists a speaker once, with every place that names him and what he is called", () => {
    const text = "“We are close,” said Aino Virtanen, Finland's envoy.\n\n“Very close,” the envoy said. “Closer than ever,” she added.";
    const { quotes, speakers } = annotate(plainDocument(text));
    expect(speakers.map(({ name, type, shared }) => ({ name, type, shared }))).toEqual([
      { name: "Aino Virtanen", type: "person", shared: true },
    ]);
    expect(speakers[0]?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["Aino Virtanen", "the envoy", "she"]);
    expect(speakers[0]?.descriptions.map(({ start, end }) => text.slice(start, end))).toEqual(["Finland's envoy", "the envoy"]);
    expect(quotes.map(({ basis }) => basis)).toEqual(["name", "role", "pronoun"]);
  });

  it("keeps a speaker of this article alone apart from those known elsewhere", () => {
    const { speakers } = annotate(plainDocument("“The road is closed,” police said. “We walk,” said a resident."));
    expect(speakers.map(({ name, type, shared }) => ({ name, type, shared }))).toEqual([
      { name: "police", type: "organisation", shared: false },
      { name: "resident", type: "person", shared: false },
    ]);
  });
});
