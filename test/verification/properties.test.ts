import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWords } from "../../src/article/words/fold.ts";
import { searchableOf } from "../../src/article/words/searchable.ts";
import { addressedMatches } from "../../src/representations/addressed.ts";
import { parseClaim } from "../../src/verification/claim.ts";
import { joinNumbers } from "../../src/verification/numbers.ts";
import { probesOf } from "../../src/verification/probes.ts";
import { Verification, type VerificationMatch } from "../../src/verification/verification.ts";
import { verify } from "../../src/verification/verify.ts";
import { sampleArticles } from "../fixtures.ts";
import { kilnArticles } from "./articles.ts";

const articles = [...kilnArticles(), ...sampleArticles()];
const candidates = articles.map(searchableOf);
const segments = articles.flatMap(({ quotes }) => quotes.filter(({ kind }) => kind !== "indirect").flatMap((quote) => quote.segments));
const Answer = Verification.pick({
  words: true,
  extent: true,
  difference: true,
  revision: true,
  speaker: true,
  doubt: true,
  mentioned: true,
  speakers: true,
  matches: true,
});

const long = segments.filter(({ text }) => foldWords(text).length >= 3);
const stretch = fc.constantFrom(...long).chain(({ text }) => {
  const words = foldWords(text);
  return fc
    .tuple(fc.nat(words.length - 3), fc.nat(words.length - 3))
    .map(([from, more]) => text.slice(words[from]?.start, words[Math.min(words.length - 1, from + 2 + more)]?.end));
});

test("any three words or more of a segment are exact, and one of its probes finds them", () => {
  fc.assert(
    fc.property(stretch, (quote) => {
      const claim = parseClaim(quote);
      const { words, matches } = verify(claim, candidates, null);
      expect(words).toBe("exact");
      expect(fold(matches[0]?.passages[0]?.text ?? "")).toBe(fold(quote));
      expect(probesOf(claim).some((probe) => ` ${fold(quote)} `.includes(` ${probe.join(" ")} `))).toBe(true);
    }),
  );
});

const mixture = fc
  .array(
    fc.oneof(
      stretch,
      fc.constantFrom("…", "[...]", "[the]", "not", "kiln", ".", "said Orla Brice", "🔥"),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(" "));

test("whatever is claimed gets an answer that its schema admits, whose comparison gives back both sides", () => {
  fc.assert(
    fc.property(mixture, (quote) => {
      const claim = parseClaim(quote);
      const answer = verify(claim, candidates, { id: "orla-brice", name: "Orla Brice" });
      expect(() => Answer.parse(addressedMatches(answer, { publicUrl: "" }))).not.toThrow();
      for (const match of answer.matches)
        expectBothSides(
          match,
          claim.words.map(({ word }) => word),
        );
    }),
    { numRuns: 500 },
  );
});

function expectBothSides({ diff, passages, words, score }: VerificationMatch, claimed: string[]): void {
  const join = (parts: (string | undefined)[]) =>
    parts.flatMap((part = "") => joinNumbers(foldWords(part), (from, to) => part.slice(from, to)).map(({ word }) => word)).join(" ");
  expect(join(diff.filter(({ op }) => op !== "gap").map(({ claim }) => claim?.text))).toBe(claimed.join(" "));
  expect(join(diff.map(({ recorded }) => recorded?.text))).toBe(join(passages.map(({ text }) => text)));
  if (words === "exact") expect([score, diff.every(({ op }) => op === "equal" || op === "gap")]).toEqual([1, true]);
}

test("a claim made to cost much is answered all the same", () => {
  for (const quote of [
    "a ".repeat(1000),
    "the kiln ".repeat(220),
    "… a ".repeat(500),
    "[".repeat(2000),
    `${".".repeat(1000)}${"a.".repeat(500)}`,
  ]) {
    expect(() => verify(parseClaim(quote), Array.from({ length: 24 }, () => candidates).flat(), null)).not.toThrow();
  }
});
