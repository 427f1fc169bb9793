import { describe, expect, test } from "vitest";
import { carryOver } from "../../../src/article/corrections/carry-over.ts";
import { applyEdits, type Edit, Edits } from "../../../src/article/corrections/edits.ts";
import { applyRegistry, SpeakerRegistry } from "../../../src/article/corrections/speaker-registry.ts";
import type { Article } from "../../../src/article/model/schema.ts";
import { findFaults } from "../../../src/article/rules/check-article.ts";
import { buildArticle, segment } from "../../article-builder.ts";
import { sampleArticles } from "../../fixtures.ts";

const [harbour, , minutes] = sampleArticles() as [Article, Article, Article];
const target = (index: number) => ({ id: harbour.quotes[index]?.id ?? "", text: harbour.quotes[index]?.text ?? "" });
const edit = (...edits: Edit[]) => {
  const edited = applyEdits(harbour, Edits.parse({ edits }));
  expect(findFaults(edited.article)).toEqual([]);
  return edited;
};

describe("edits", () => {
  test("set kind, speakers, mention and cue; the basis says an editor did", () => {
    const { article } = edit({
      op: "set",
      quote: target(3),
      kind: "mixed",
      speakers: [{ id: "harbour-to-close~banner", name: "Banner", type: "document" }],
      mention: { text: "A banner", occurrence: 1 },
      cue: { text: "read", occurrence: 1 },
    });
    expect(article.quotes[3]).toMatchObject({
      id: target(3).id,
      kind: "mixed",
      attribution: {
        speakers: [{ name: "Banner" }],
        mention: { text: "A banner" },
        cue: { text: "read" },
        basis: "editor",
        confidence: "high",
      },
    });
    expect(article.speakers.map(({ id }) => id)).toContain("harbour-to-close~banner");
  });

  test("name a speaker by the id that the registry gives him, and keep what the article says of him", () => {
    const registry = SpeakerRegistry.parse({ speakers: [{ id: "ada-b-quill", name: "Ada B. Quill", merges: ["ada-quill"] }] });
    const edits = Edits.parse({
      edits: [
        { op: "set", quote: target(0), speakers: [{ id: "ada-b-quill", name: "Ada B. Quill" }] },
        { op: "set", quote: target(2), speakers: [{ id: "ada-b-quill", name: "Ada B. Quill" }] },
        { op: "set-speaker", speaker: "ada-b-quill", type: "group" },
      ],
    });
    const { article, unmatched } = applyEdits(harbour, edits, registry);
    expect(unmatched).toEqual([]);
    const served = applyRegistry(article, registry);
    expect(served.speakers[0]).toEqual({ ...harbour.speakers[0], id: "ada-b-quill", name: "Ada B. Quill", type: "group" });
    expect(served.quotes.map(({ attribution }) => attribution.basis)).toEqual(["editor", "name", "editor", null]);
    expect(findFaults(served)).toEqual([]);
  });

  test("change a kind alone and leave the machine's attribution", () => {
    const { article } = edit({ op: "set", quote: target(0), kind: "mixed" });
    expect(article.quotes[0]?.attribution).toEqual(harbour.quotes[0]?.attribution);
  });

  test("add a quote the machine missed, in its place, and take it into its paragraph", () => {
    const { article } = edit({
      op: "add",
      kind: "mixed",
      segments: [{ text: "no other choice", occurrence: 1 }],
      speakers: [{ id: "ada-quill", name: "Ada Quill", type: "person" }],
    });
    const added = article.quotes.find(({ text }) => text === "no other choice");
    expect(added).toMatchObject({ attribution: { speakers: [{ id: "ada-quill" }], basis: "editor" } });
    expect(article.sections[0]?.paragraphs[1]?.quotes).toContain(added?.id);
  });

  test("reject a quote: its id is recorded, a speaker who said nothing else goes", () => {
    const { article } = edit({ op: "reject", quote: target(1) });
    expect(article.removedQuotes).toContain(target(1).id);
    expect(article.speakers.map(({ id }) => id)).toEqual(["ada-quill"]);
  });

  test("rename a speaker everywhere in the article", () => {
    const { article } = edit({ op: "set-speaker", speaker: "ada-quill", name: "Adelaide Quill" });
    expect(JSON.stringify(article.quotes)).not.toContain('"Ada Quill"}');
    expect(article.speakers[0]?.name).toBe("Adelaide Quill");
  });

  test("applied twice are the same as once", () => {
    const edits: Edit[] = [
      { op: "reject", quote: target(0) },
      { op: "add", kind: "mixed", segments: [{ text: "no other choice", occurrence: 1 }] },
      { op: "set", quote: target(2), kind: "mixed", speakers: [] },
    ];
    const once = edit(...edits).article;
    expect(applyEdits(once, Edits.parse({ edits })).article).toEqual(once);
  });

  test("that find nothing are reported and change nothing", () => {
    const edited = edit(
      { op: "set", quote: { id: "00000000", text: "never said" }, kind: "mixed" },
      { op: "add", kind: "direct", segments: [{ text: "It is a loss", occurrence: 2 }] },
      { op: "set-speaker", speaker: "nobody", name: "X" },
    );
    expect(edited.unmatched.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(edited.article).toEqual(harbour);
  });

  test("leave an echo of a quote's former id with its present one", () => {
    const renamed = structuredClone(harbour);
    const [quote] = renamed.quotes;
    if (quote === undefined) throw new Error("expected a quote");
    quote.aliases = ["former0id"];
    for (const echo of renamed.echoes) if (echo.quoteId === quote.id) echo.quoteId = "former0id";
    const { article } = applyEdits(renamed, Edits.parse({ edits: [{ op: "set", quote: target(0), kind: "mixed" }] }));
    expect(article.echoes).toEqual(harbour.echoes);
    expect(findFaults(article)).toEqual([]);
  });

  test("follow a quote to its new id by its words", () => {
    const renamed = structuredClone(harbour);
    for (const quote of renamed.quotes) if (quote.id === target(0).id) quote.id = "new0id0000";
    renamed.sections[0]?.paragraphs[0]?.quotes.splice(0, 1, "new0id0000");
    for (const echo of renamed.echoes) echo.quoteId = "new0id0000";
    const { article } = applyEdits(renamed, { edits: [{ op: "reject", quote: target(0) }] });
    expect(article.quotes.map(({ id }) => id)).not.toContain("new0id0000");
  });
});

describe("an edit of a quote whose words stand elsewhere too", () => {
  const answers = buildArticle({
    slug: "answers",
    headline: "Answers",
    sections: [{ paragraphs: ["a", "b"].map((key) => ["“", segment(key, "We agree."), "”"]) }],
    quotes: { a: {}, b: {} },
  });
  const [first, second] = answers.quotes.map(({ id, text }) => ({ id, text }));
  if (first === undefined || second === undefined) throw new Error("expected two quotes");

  test("rejects the one with its id, once and for all", () => {
    const edits = Edits.parse({ edits: [{ op: "reject", quote: first }] });
    const once = applyEdits(answers, edits);
    expect(once.unmatched).toEqual([]);
    expect(once.article.quotes.map(({ id }) => id)).toEqual([second.id]);
    expect(applyEdits(once.article, edits)).toEqual(once);
  });

  test.each(["We agree.", "agree"])("is reported when its id is unknown and its words %s do not tell which", (text) => {
    for (const op of ["reject", "set"]) {
      const { article, unmatched } = applyEdits(answers, Edits.parse({ edits: [{ op, quote: { id: "00000000", text } }] }));
      expect(unmatched).toEqual([{ index: 0, message: expect.stringContaining("more than one") }]);
      expect(article).toEqual(answers);
    }
  });
});

describe("a re-import", () => {
  const version = (words: string, more: string[] = []) =>
    buildArticle({
      slug: "talks",
      headline: "Talks",
      sections: [{ paragraphs: [["“", segment("a", words), "”"], ...more.map((extra) => ["“", segment(extra, extra), "”"])] }],
      quotes: { a: {}, ...Object.fromEntries(more.map((extra) => [extra, {}])) },
      importedAt: more.length > 0 ? "2030-01-01T00:00:00Z" : "2026-01-01T00:00:00Z",
    });

  test("keeps the id of a quote whose words were corrected, and the first import's time", () => {
    const before = version("We shall never yield an inch of this harbour.");
    const after = carryOver(version("We shall not yield an inch of this harbour.", ["A new one."]), before);
    expect(findFaults(after)).toEqual([]);
    expect(after.quotes[0]?.id).toBe(before.quotes[0]?.id);
    expect(after.quotes[1]?.id).not.toBe(before.quotes[0]?.id);
    expect(after.importedAt).toBe("2026-01-01T00:00:00Z");
    expect(after.removedQuotes).toEqual([]);
  });

  test("records the id of a quote that went, and gives it back to the quote that an earlier revision has", () => {
    const before = version("We shall never yield an inch of this harbour.", ["Two more words."]);
    const gone = carryOver(version("Entirely other words."), before);
    expect(gone.removedQuotes.toSorted()).toEqual(before.quotes.map(({ id }) => id).toSorted());
    expect(findFaults(gone)).toEqual([]);
    const back = carryOver(version("We shall never yield an inch of that harbour."), gone, [], [before]);
    expect(findFaults(back)).toEqual([]);
    expect(back.quotes.map(({ id }) => id)).toEqual([before.quotes[0]?.id]);
    expect(back.removedQuotes).toEqual([before.quotes[1]?.id, gone.quotes[0]?.id].toSorted());
  });

  test("gives no quote the id of one that went, where no earlier revision shows that it is the same", () => {
    const before = version("We shall never yield an inch of this harbour.");
    const gone = carryOver(version("Entirely other words."), before);
    const back = carryOver(before, gone);
    expect(findFaults(back)).toEqual([]);
    expect(back.quotes[0]?.id).not.toBe(before.quotes[0]?.id);
  });

  test("keeps what the source no longer states, also where its words suggest something else", () => {
    const article = version("We shall never yield an inch of this harbour.");
    const before = { ...article, language: "nb", publisher: "The Quay" };
    const guessed = { ...article, language: "no", publisher: "Wire" };
    expect(carryOver({ ...article, language: null, publisher: null }, before)).toMatchObject({ language: "nb", publisher: "The Quay" });
    expect(carryOver(guessed, before)).toMatchObject({ language: "no", publisher: "Wire" });
    expect(carryOver(guessed, before, ["language", "publisher"])).toMatchObject({ language: "nb", publisher: "The Quay" });
    const unknown = { ...before, language: null, publisher: null };
    expect(carryOver(guessed, unknown, ["language", "publisher"])).toMatchObject({ language: "no", publisher: "Wire" });
  });

  test("of an unchanged source changes nothing", () => {
    for (const article of sampleArticles()) expect(carryOver(article, article)).toEqual(article);
  });

  const said = (...speakers: string[]) =>
    buildArticle({
      slug: "answers",
      headline: "Answers",
      sections: [{ paragraphs: speakers.map((name, index) => ["“", segment(`${index}`, "We agree."), `” said ${name}.`]) }],
      quotes: Object.fromEntries(speakers.map((name, index) => [`${index}`, { by: [name] }])),
    });

  test("pairs quotes of equal words by their speakers, then by their order", () => {
    const before = said("Ada Quill", "Ben Orr", "Ida Moor", "Ben Orr");
    const [ada, ben, ida, benAgain] = before.quotes.map(({ id }) => id);
    const after = carryOver(said("Ben Orr", "Kit Vane", "Ada Quill", "Ben Orr"), before);
    expect(after.quotes.map(({ id }) => id)).toEqual([ben, ida, ada, benAgain]);
    expect(findFaults(after)).toEqual([]);
  });

  test("compares each of many changed quotes with few others", () => {
    const story = (quote: (number: number) => string) =>
      buildArticle({
        slug: "many",
        headline: "Many",
        sections: [{ paragraphs: Array.from({ length: 3000 }, (_, number) => ["“", segment(`${number}`, quote(number)), "”"]) }],
        quotes: Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`${number}`, {}])),
      });
    const before = story((number) => `The ferry and the boat of pier ${number} will not sail at all today`);
    const after = carryOver(
      story((number) => `The ferry and the boat of pier ${number} will never sail at all today`),
      before,
    );
    expect(after.quotes.map(({ id }) => id)).toEqual(before.quotes.map(({ id }) => id));
  });

  test("never brings a rejected quote back, even when its words are cut differently", () => {
    const edits = Edits.parse({ edits: [{ op: "reject", quote: target(2) }] });
    const recut = structuredClone(harbour);
    const again = applyEdits(carryOver(recut, harbour), edits).article;
    expect(again.quotes.map(({ id }) => id)).not.toContain(target(2).id);
  });
});

describe("the speaker registry", () => {
  const apply = (article: Article, ...speakers: unknown[]) => {
    const changed = applyRegistry(article, SpeakerRegistry.parse({ speakers }));
    expect(findFaults(changed)).toEqual([]);
    return changed;
  };

  test("merges ids and aliases into one speaker with one name", () => {
    const merged = apply(minutes, { id: "ada-quill", name: "Ada B. Quill", merges: ["council-minutes~a-clerk"] });
    expect(merged.speakers).toHaveLength(1);
    expect(merged.quotes.every((quote) => quote.attribution.speakers[0]?.name === "Ada B. Quill")).toBe(true);
    expect(apply(minutes, { id: "a-b-quill", name: "A. B. Quill", aliases: ["ADA QUILL"] }).speakers.map(({ id }) => id)).toContain(
      "a-b-quill",
    );
  });

  test("splits namesakes in the articles it names and nowhere else", () => {
    const other = { id: "ada-quill-clerk", name: "Ada Quill", splitFrom: "ada-quill", articles: ["council-minutes"] };
    expect(apply(minutes, other).speakers.map(({ id }) => id)).toContain("ada-quill-clerk");
    expect(apply(harbour, other)).toBe(harbour);
  });

  test("refuses an id that two speakers claim", () => {
    const parsed = SpeakerRegistry.safeParse({
      speakers: [
        { id: "a", name: "A", merges: ["b"] },
        { id: "b", name: "B" },
      ],
    });
    expect(parsed.error?.issues[0]?.message).toContain('"b" already belongs to "a"');
  });
});
