import { describe, expect, test } from "vitest";
import { plainDocument } from "../../../src/extraction/annotate-text.ts";
import { detectLanguage } from "../../../src/extraction/language/detect.ts";
import { ARTICLES } from "./articles.ts";

const languageOf = (text: string) => detectLanguage(plainDocument(text));
const GERMAN = ARTICLES[0]?.text ?? "";

describe("the language of a text", () => {
  test.each(ARTICLES)("is told from its words: $name", ({ text, detected }) => {
    expect(languageOf(text)).toBe(detected);
  });

  test.each([
    ["nothing", ""],
    ["digits", "12, 13 + 14\n".repeat(40)],
    ["a few words of German", "Der Hafen bleibt offen."],
    ["a list of names", `${"Nguyễn Thị Ngọc Ánh, Phạm Đình Trọng, Bùi Quang Huy ".repeat(10)}sail.`],
    [
      "a cast",
      "Violetta: Giuseppina Fontebella; Alfredo: Ludovico Marrasi; Conductor: Gianluca Pietrangeli; Orchestra del Teatro Comunale di Porto Sereno.",
    ],
    [
      "an English sentence around German ones",
      `The sign said: ${GERMAN.split("\n")[0]?.toLowerCase()}. Betreten verboten, eltern haften. Nobody read it.`,
    ],
    [
      "a long quote in French",
      "“Nous avons tenu notre promesse et nous partons demain matin avec toute notre équipe, sans regret et sans colère,” Odile Marchenoir told reporters.",
    ],
  ])("is in doubt for %s", (_, text) => {
    expect(languageOf(text)).toBeNull();
  });

  test("is that of the reporter's words, wherever a long quote in another language stands", () => {
    const quote = `“${"Wir haben lange verhandelt, und das Ergebnis kann sich sehen lassen. ".repeat(20)}”`;
    const english = "The ferry will stay in the harbour, the town said, and nobody who works there has to leave.";
    const german = "Die Fähre bleibt im Hafen, teilte die Stadt mit, und niemand, der dort arbeitet, muss gehen.";
    expect(languageOf(`${quote}\n${english}\n${quote}\n${english}`)).toBe("en");
    expect(languageOf(`${german}\n“${english.repeat(10)}”\n${german}`)).toBe("de");
  });

  test("takes time linear in the length of hostile text", () => {
    for (const piece of ["“", "「", "「a", '"', "„a “", "ß", "a\u0301"]) {
      const started = process.cpuUsage();
      languageOf(piece.repeat(400_000));
      // Of this process alone, in microseconds: others may keep the machine busy.
      expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
    }
  });
});
