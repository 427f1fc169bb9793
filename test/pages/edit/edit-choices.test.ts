import { describe, expect, test } from "vitest";
import { applyEdits, Edits } from "../../../src/article/corrections/edits.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { textOf } from "../../../src/article/model/text.ts";
import { findFaults } from "../../../src/article/rules/check-article.ts";
import * as choices from "../../../src/pages/assets/edit-choices.js";
import { buildArticle, cue, mention, segment } from "../../article-builder.ts";

const article = buildArticle({
  slug: "geese",
  headline: "Geese stay",
  quotes: { stay: { by: ["Ada Lind"], confidence: "low" }, loud: {}, fence: { by: ["Ada Lind"], basis: "pronoun" } },
  sections: [
    {
      paragraphs: [
        ["🚢 “", segment("stay", "They stay"), "”, ", mention("stay", "Ada Lind"), " ", cue("stay", "said"), ". They stay for the bread."],
        [
          "“",
          segment("loud", "Too loud"),
          "”, a neighbour said. “",
          segment("fence", "We need a fence"),
          "”, ",
          mention("fence", "she"),
          " ",
          cue("fence", "said"),
          ".",
        ],
      ],
    },
  ],
});
const text = textOf(article);
const quotes = article.quotes.map(({ id, kind, text: words, attribution }) => ({
  ...{ id, kind, text: words, speakers: attribution.speakers },
  mention: attribution.mention && { text: attribution.mention.text, at: text.indexOf(attribution.mention.text) },
}));
const [stay, loud, fence] = quotes as [(typeof quotes)[0], (typeof quotes)[0], (typeof quotes)[0]];
const speakers = article.speakers.map(({ id, name, type }) => ({ id, name, type }));
const page = { quotes, speakers };

/** What the article becomes with edits. */
function edited(edits: choices.WrittenEdit[]): Article {
  const { article: after, unmatched } = applyEdits(article, Edits.parse({ edits }));
  expect(unmatched).toEqual([]);
  expect(findFaults(after)).toEqual([]);
  return after;
}
const attributionOf = (after: Article, id: string) => after.quotes.find((quote) => quote.id === id)?.attribution;

describe("choices become edits that the article takes", () => {
  test("accepting says who speaks: the editor is the basis, and the words of the text stay", () => {
    const edit = choices.accepted(stay, text);
    expect(edit).toMatchObject({ op: "set", speakers: [{ id: "ada-lind" }] });
    const before = article.quotes[0]?.attribution;
    expect(attributionOf(edited([edit as choices.WrittenEdit]), stay.id)).toEqual({ ...before, basis: "editor", confidence: "high" });
  });

  test("accepting one who has no name accepts the words; there is nothing to accept where the text names nobody", () => {
    const unnamed = { ...fence, speakers: [] };
    const edit = choices.accepted(unnamed, text);
    expect(edit).toEqual({ op: "set", quote: { id: fence.id, text: fence.text }, mention: { text: "she" } });
    expect(choices.accepted(loud, text)).toBe(null);
  });

  test("a speaker, a new name, and nobody", () => {
    const set = (named: Parameters<typeof choices.spokenBy>[1]) => attributionOf(edited([choices.spokenBy(fence, named)]), fence.id);
    expect(set([{ name: "Bo Quist", type: "person" }])).toMatchObject({
      speakers: [{ id: "bo-quist", name: "Bo Quist" }],
      basis: "editor",
    });
    expect(set([])).toMatchObject({ speakers: [], mention: null, basis: null, confidence: null });
  });

  test("kind, rejection with its note, name and type", () => {
    const after = edited([
      choices.ofKind(stay, "mixed"),
      choices.rejected(loud, " a sign "),
      choices.renamed({ id: "ada-lind", name: "Ada Lind", type: "person" }, "Ada B. Lind", "group") as choices.WrittenEdit,
    ]);
    expect(after.quotes.map(({ kind }) => kind)).toEqual(["mixed", "direct"]);
    expect(after.speakers).toMatchObject([{ id: "ada-lind", name: "Ada B. Lind", type: "group" }]);
    expect(choices.rejected(loud, " a sign ")).toMatchObject({ note: "a sign" });
    expect(choices.rejected(loud, " ")).not.toHaveProperty("note");
    expect(choices.renamed({ id: "ada-lind", name: "Ada Lind", type: "person" }, "Ada Lind", "person")).toBe(null);
  });

  test("words that stand twice are named by which of them is meant, behind letters outside the basic plane too", () => {
    const second = text.lastIndexOf("They stay");
    const words = choices.wordsAt(text, second, second + "They stay".length);
    expect(words).toEqual({ text: "They stay", occurrence: 2 });
    const after = edited([choices.added("mixed", [words], [])]);
    const added = after.quotes.find(({ id }) => !article.quotes.some((quote) => quote.id === id));
    expect(added?.segments[0]?.start).toBe(Array.from(text.slice(0, second)).length);
    expect(choices.placesOf("aaa", "aa")).toEqual([0, 1]);
    expect(choices.placesOf("aaa", "")).toEqual([]);
  });
});

test("marks and white space around selected words are left out", () => {
  const words = 'x “We stay,” he said. "';
  expect(choices.trimmed(words, 1, 13)).toEqual({ start: 3, end: 11 });
  expect(choices.trimmed(words, 1, 3)).toBe(null);
  expect(choices.trimmed("  ", 0, 2)).toBe(null);
});

test("words are found as a keyboard types them; the places are those of the text", () => {
  const words = "It’s “the  boat”, he said – it’s the boat.";
  const found = (typed: string) => choices.placesTyped(words, typed).map(({ start, end }) => words.slice(start, end));
  expect(found("“the boat”")).toEqual(["the boat"]);
  expect(found("it's  the boat.")).toEqual(["it’s the boat."]);
  expect(found("said - it")).toEqual(["said – it"]);
  expect(found("It's the boat")).toEqual([]);
  expect(found('"')).toEqual([]);
});

describe("what is saved", () => {
  const accept = { edit: choices.accepted(stay, text) as choices.WrittenEdit };
  const mixed = { edit: choices.ofKind(stay, "mixed") };
  const reject = { edit: choices.rejected(loud, "") };

  test("one edit a quote, those before kept, and saving twice is saving once", () => {
    const saved = choices.merged([reject.edit], [accept, mixed]);
    expect(saved).toEqual([reject.edit, { ...accept.edit, kind: "mixed" }]);
    expect(choices.merged(saved, [accept, mixed, reject])).toEqual(saved);
    expect(edited(saved).quotes).toHaveLength(2);
  });

  test("a later choice replaces an earlier one, and leaves what it does not speak of", () => {
    const saved = choices.merged([], [accept, mixed, { edit: choices.ofKind(stay, "indirect") }]);
    expect(saved).toEqual([{ ...accept.edit, kind: "indirect" }]);
  });

  test("who speaks is one choice: somebody replaces nobody, and is named by the words of the text again", () => {
    const nobody = choices.spokenBy(stay, []);
    expect([choices.replaces(accept.edit, nobody), choices.replaces(nobody, accept.edit)]).toEqual([true, true]);
    expect([choices.replaces(mixed.edit, nobody), choices.replaces(accept.edit, mixed.edit)]).toEqual([false, false]);
    expect(choices.replaces(reject.edit, choices.rejected(stay, ""))).toBe(false);
    expect(choices.merged([nobody], [accept])).toEqual([accept.edit]);
    const byHand = { ...choices.spokenBy(stay, [{ name: "Bo Quist" }]), mention: null };
    expect(choices.merged([byHand], [accept])).toEqual([{ ...byHand, ...accept.edit }]);
  });

  test("what is taken back goes, and nothing else", () => {
    expect(choices.merged([accept.edit, reject.edit], [{ takeBack: { ...reject.edit } }])).toEqual([accept.edit]);
    expect(choices.merged([accept.edit], [{ takeBack: reject.edit }])).toEqual([accept.edit]);
  });

  test("a choice about what the article no longer has is told", () => {
    const gone = { quotes: quotes.slice(1), speakers: [] };
    expect([accept, mixed, reject].map((step) => choices.isStale(step, gone))).toEqual([true, true, false]);
    expect(choices.isStale({ edit: { op: "set-speaker", speaker: "ada-lind", type: "group" } }, gone)).toBe(true);
    expect(choices.isStale({ takeBack: accept.edit }, gone)).toBe(false);
  });
});

test("edits in words", () => {
  const words = (edit: choices.WrittenEdit | null) => choices.described(edit as choices.WrittenEdit, page);
  expect(words(choices.accepted(stay, text))).toBe("“They stay” is said by Ada Lind, as it stands");
  expect(words(choices.spokenBy(stay, [{ name: "Bo Quist" }, ...stay.speakers]))).toBe("“They stay” is said by Bo Quist and Ada Lind");
  expect(words(choices.spokenBy(stay, []))).toBe("“They stay” names nobody");
  expect(words(choices.ofKind(stay, "mixed"))).toBe("“They stay” is quoted in part");
  expect(words(choices.rejected(loud, "a sign"))).toBe("Reject “Too loud” (a sign)");
  expect(words(choices.added("direct", [{ text: "one" }, { text: "two" }], stay.speakers))).toBe(
    "Add “one … two”, a direct quote, by Ada Lind",
  );
  expect(words({ op: "set-speaker", speaker: "ada-lind", name: "A. Lind", type: "group" })).toBe(
    "Of Ada Lind: the name is A. Lind, the type is group",
  );
  expect(words(choices.rejected({ ...loud, text: "a".repeat(100) }, ""))).toBe(`Reject “${"a".repeat(80)}…”`);
});

test("a typed name as a query: operators are words, the last one may be a beginning", () => {
  expect(choices.nameQuery(' Ada  "Li')).toBe("ada li*");
  expect(choices.nameQuery("NOT (Or) O’Ne")).toBe("not or o’ne*");
  expect(choices.nameQuery("-*")).toBe("");
});

test("what the server says is wrong names the edit, not its place in a list", () => {
  const edits = [choices.rejected(loud, ""), choices.ofKind(stay, "mixed")];
  const errors = [
    { name: "edits[1].kind", message: "is wrong" },
    { name: "(root)", message: "is odd" },
  ];
  expect(choices.complaintsAbout(edits, { detail: "…", errors }, page)).toEqual([
    "“They stay” is quoted in part: is wrong. Undo it, or take it back, to save the others.",
    "(root): is odd",
  ]);
  expect(choices.complaintsAbout(edits, { detail: "Busy.", errors: [] }, page)).toEqual(["Busy."]);
});
