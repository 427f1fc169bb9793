import { expect, test } from "vitest";
import { analyse } from "../../../../src/extraction/analyse.ts";
import type { Mention } from "../../../../src/extraction/language/en/grammar/mentions.ts";
import { phraseOf } from "../../../../src/extraction/speakers/phrases/phrases.ts";

/** What the phrase says that the mention of these words grows to; `null` is what it leaves open. */
function phraseAt(text: string, words: string) {
  const analysis = analyse({ text, blocks: [{ kind: "paragraph", role: "body", start: 0, end: text.length }] });
  const { tokens } = analysis.sentences[0] as (typeof analysis.sentences)[number];
  const shown = (first: number, last: number) => text.slice(tokens[first]?.start, tokens[last - 1]?.end);
  const mention = analysis.mentions[0]?.find(({ first, last }) => shown(first, last) === words) as Mention;
  const { first, last, name, head, description, partner } = phraseOf(analysis, mention);
  return {
    phrase: shown(first, last),
    name: name?.words.join(" ") ?? null,
    head,
    description: description && shown(description.first, description.last),
    partner: partner && shown(partner.first, partner.last),
  };
}

test("takes the name behind a role", () => {
  const phrase = phraseAt("The envoy, Jan Novak, said it was late.", "The envoy");
  expect(phrase).toMatchObject({ phrase: "The envoy", name: "Jan Novak", head: "envoy", description: "The envoy" });
});

test("leaves a role without a name when more than a bare name stands beside it", () => {
  expect(phraseAt("The envoy, a Skerrow, said it was late.", "The envoy").name).toBeNull();
});

test("takes the role behind a name, with what is attached to it", () => {
  const phrase = phraseAt("Jan Novak, the envoy to the lakes, said it was late.", "Jan Novak");
  expect(phrase).toMatchObject({ phrase: "Jan Novak", name: "Jan Novak", head: "envoy", description: "the envoy to the lakes" });
});

test("does not describe a name by a possessor behind it", () => {
  expect(phraseAt("Jan Novak, the envoy's, said it was late.", "Jan Novak").description).toBeNull();
});

test("takes the role in front of a name, with its possessor", () => {
  const phrase = phraseAt("The mayor's deputy for roads, Paul Brandt, said it was late.", "Paul Brandt");
  expect(phrase).toMatchObject({ name: "Paul Brandt", head: "deputy", description: "The mayor's deputy for roads" });
});

test("begins a phrase with its possessor, and with the role before its name", () => {
  expect(phraseAt("Jan Novak's envoy said it was late.", "envoy")).toMatchObject({
    phrase: "Jan Novak's envoy",
    name: null,
    head: "envoy",
  });
  expect(phraseAt("Secretary of State Jane Roe said it was late.", "State Jane Roe")).toMatchObject({
    phrase: "Secretary of State Jane Roe",
    name: "Jane Roe",
  });
});

test("makes the words after \"of\" part of an organisation's name, not of a person's", () => {
  expect(phraseAt("Skerrow Department of Harbours said it was late.", "Skerrow Department of Harbours").name).toBe(
    "Skerrow Department of Harbours",
  );
  expect(phraseAt("Jane Roe of Ohio said it was late.", "Jane Roe")).toMatchObject({ phrase: "Jane Roe of Ohio", name: "Jane Roe" });
});

test("finds the other of two people who speak together, and nobody for one", () => {
  expect(phraseAt("Jan Novak and Clara Voss said it was late.", "Jan Novak").partner).toBe("Clara Voss");
  expect(phraseAt("Jan Novak and Clara Voss said it was late.", "Clara Voss").partner).toBe("Jan Novak");
  expect(phraseAt("Jan Novak said it was late.", "Jan Novak").partner).toBeNull();
});

test.each([
  ["According to Jan Novak, the envoy never slept.", null],
  ["According to Jan Novak, the envoy in charge of the lakes was late.", null],
  ["For Jan Novak, the envoy who came late is a friend.", null],
  ["According to Jan Novak, the envoy to the lakes, it was late.", "the envoy to the lakes"],
  ["It was late, according to Jan Novak, the envoy.", "the envoy"],
])("tells the subject behind an opening phrase from what describes its name: %s", (text, description) => {
  expect(phraseAt(text, "Jan Novak").description).toBe(description);
});
