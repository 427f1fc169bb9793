import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/model/schema.ts";
import { parseArticle } from "../../../src/article/rules/check-article.ts";
import { annotateText } from "../../../src/extraction/annotate-text.ts";
import { type ExtractOptions, extract } from "../../../src/extraction/extract.ts";
import { ARTICLES, ENGLISH } from "./articles.ts";

const IMPORTED = "2026-01-01T00:00:00Z";
function extracted(text: string, options: Partial<ExtractOptions> = {}) {
  const { article, notes, inferred } = extract(new TextEncoder().encode(text), { importedAt: IMPORTED, ...options });
  expect(parseArticle(article).faults).toEqual([]);
  return { article, inferred, codes: notes.map(({ code }) => code), notes };
}
/** Who says the words in marks. */
const quoted = ({ quotes }: Article) =>
  quotes.filter(({ kind }) => kind !== "indirect").flatMap(({ attribution }) => attribution.speakers.map(({ name }) => name));
const textOf = (name: string) => ARTICLES.find((article) => article.name === name)?.text ?? "";
const page = (lang: string, text: string) => {
  const [headline, ...paragraphs] = text.split("\n\n");
  return `<html lang="${lang}"><body><article><h1>${headline}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join("")}</article></body></html>`;
};

describe("an article in a language without rules", () => {
  test.each(ARTICLES)(
    "keeps its marked words as quotes that nobody is named for, and says so: $name",
    ({ text, detected, quotes, name }) => {
      const { article, notes, inferred } = extracted(text);
      expect(article.language).toBe(detected);
      expect(inferred).toContain("language");
      expect(article.quotes.map(({ text: words, kind }) => [words, kind])).toEqual(quotes.map((words) => [words, "direct"]));
      expect(article.speakers).toEqual([]);
      const nobody = { speakers: [], mention: null, cue: null, basis: null, confidence: null };
      for (const { attribution } of article.quotes) expect(attribution).toEqual(nobody);
      const [note, ...others] = notes;
      expect([note?.code, others]).toEqual(["language-without-rules", []]);
      if (detected.length === 2 && name !== "Indonesian") expect(note?.message).toContain(`${name} (${detected})`);
    },
  );

  test.each(ARTICLES)("gets no speakers from annotateText either: $name", ({ text, quotes }) => {
    const found = annotateText(text);
    expect(found).toHaveLength(quotes.length);
    for (const { speaker, mention, cue } of found) expect([speaker, mention, cue]).toEqual([null, null, null]);
  });

  test("is one when its source says so, however short it is", () => {
    const { article, codes } = extracted("---\nlang: nb\n---\n\n# Fergen\n\n«Ja», sier Silje Haugmo.");
    expect(article).toMatchObject({ language: "nb", speakers: [], quotes: [{ text: "Ja" }] });
    expect(codes).toEqual(["language-without-rules"]);
  });
});

describe("a line that is too short to tell its language", () => {
  test.each([
    "Das Rathaus teilte mit: „Die Brücke bleibt zu.“",
    "Rathaus: „Die Brücke bleibt zu.“",
    'Rathaus: "Die Brücke bleibt zu."',
    "„Wir warten seit Jahren“, sagte Bürgermeisterin Anna Holm am Montag.",
    "“El puente sigue cerrado”, dijo Ana Ruiz.",
    'Borgmesteren sagde: "Broen er lukket."',
    'De burgemeester zei: "De brug blijft dicht."',
    "«Le pont est fermé», selon le maire.",
    "La alcaldesa: «¿Quién paga?»",
    "Il sindaco: «Il ponte non riapre.»",
  ])("names nobody where it is not English: %s", (text) => {
    const found = annotateText(text);
    expect(found).toHaveLength(1);
    for (const { speaker, mention } of found) expect([speaker, mention]).toEqual([null, null]);
  });

  test.each([
    ['Ann Holm: "Close the bridge."', "Ann Holm"],
    ["«Yes,» Ann Holm replied.", "Ann Holm"],
    ['"No," replied Karin van der Berg.', "Karin van der Berg"],
    ["“Nein,” Holt said.", "Holt"],
    ["Ann Holm: “Never!”", "Ann Holm"],
    ["“Die Brücke bleibt zu,” the mayor said.", "mayor"],
  ])("finds who speaks where it is English: %s", (text, speaker) => {
    expect(annotateText(text).map((segment) => segment.speaker)).toEqual([speaker]);
  });
});

describe("an article in English", () => {
  test.each(ENGLISH)("is read by the rules for English, whatever names it is full of: $name", ({ text, speakers }) => {
    const { article, codes } = extracted(text);
    expect(codes).toEqual([]);
    expect([null, "en"]).toContain(article.language);
    expect(quoted(article)).toEqual(speakers);
  });

  test("is what a short text is taken for about which nothing is said", () => {
    const { article, codes } = extracted("Kiln stays open\n\n“Ja, ja,” said Orla Brice.");
    expect(article.language).toBeNull();
    expect(article.speakers.map(({ name }) => name)).toEqual(["Orla Brice"]);
    expect(codes).toEqual([]);
    const { article: german } = extracted("---\nlang: de\n---\n\n# Schluss\n\n„Schluss damit“, sagte Edward Said.");
    expect(german).toMatchObject({ language: "de", speakers: [] });
    expect(annotateText("“Wir bleiben,” said Hanne Tiedjens.")).toMatchObject([{ speaker: "Hanne Tiedjens" }]);
  });

  test("is detected where its source does not say it", () => {
    const text = ENGLISH[3]?.text ?? "";
    expect(extracted(text).article.language).toBe("en");
    expect(extracted(page("en-GB", text)).article.language).toBe("en-GB");
    expect(extracted(text).inferred).toContain("language");
    expect(extracted(page("en-GB", text)).inferred).not.toContain("language");
  });
});

describe("a source that names a language", () => {
  test("is not believed where its words are clearly in one with other rules", () => {
    const german = extracted(page("en", textOf("German")));
    expect(german.article).toMatchObject({ language: "de", speakers: [] });
    expect(german.codes).toEqual(["language-mismatch", "language-without-rules"]);
    expect(german.notes[0]?.message).toBe("The text is said to be in English (en), but its words are German (de).");
    const english = extracted(page("de-DE", ENGLISH[3]?.text ?? ""));
    expect([english.article.language, quoted(english.article)]).toEqual(["en", ["Hanne Tiedjens"]]);
    expect(english.codes).toEqual(["language-mismatch"]);
  });

  test("is believed where the words are in doubt, or make no difference to the rules", () => {
    const short = "# Kiln\n\n“Ja, ja,” said Orla Brice.";
    expect(extracted(`---\nlang: en-IE\n---\n\n${short}`).article).toMatchObject({ language: "en-IE", speakers: [{ name: "Orla Brice" }] });
    for (const [claim, name] of [
      ["nb", "Norwegian"],
      ["id-ID", "Indonesian"],
      ["gl", "Portuguese"],
    ] as const) {
      const { article, codes } = extracted(page(claim, textOf(name)));
      expect([article.language, codes]).toEqual([claim, ["language-without-rules"]]);
    }
  });

  test("gives way to what is given, which stays the article's language; the words decide about the rules", () => {
    expect(extracted(page("en", textOf("Norwegian")), { language: "nn" }).article.language).toBe("nn");
    const { article, codes } = extracted(textOf("French"), { language: "en" });
    expect(article).toMatchObject({ language: "en", speakers: [] });
    expect(codes).toEqual(["language-mismatch", "language-without-rules"]);
  });
});
