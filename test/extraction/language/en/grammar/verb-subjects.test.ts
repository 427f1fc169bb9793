import { expect, test } from "vitest";
import { analyse } from "../../../../../src/extraction/analyse.ts";

/** Who does what in the first sentence of a text, each as "subject: verb". */
function subjectsIn(text: string): string[] {
  const analysis = analyse({ text, blocks: [{ kind: "paragraph", role: "body", start: 0, end: text.length }] });
  const { tokens } = analysis.sentences[0] as (typeof analysis.sentences)[number];
  return [...(analysis.subjects[0] ?? [])].map(([verb, { first, last }]) => {
    const word = tokens[verb];
    return `${text.slice(tokens[first]?.start, tokens[last - 1]?.end)}: ${text.slice(word?.start, word?.end)}`;
  });
}

test.each([
  ["Ann Lee, who runs the ferry, said no.", ["who: runs", "Ann Lee: said"]],
  ["Ann Lee said Bo Roe had told her no.", ["Ann Lee: said", "Bo Roe: had", "Bo Roe: told"]],
  ["The groups who wrote to her say no.", ["who: wrote", "The groups: say"]],
  ["In Bell, Ohio, Ann Lee said no.", ["Ann Lee: said"]],
  ["Speaking to supporters in Bell, Ann Lee said no.", ["Ann Lee: said"]],
  ["Last week, Ann Lee said no.", ["Ann Lee: said"]],
  ["Ann Lee's deputy, Bo Roe, said no.", ["Bo Roe: said"]],
  ["Ann Lee, the mayor, told Bo Roe to leave.", ["Ann Lee: told"]],
  ["The boat, Ann Lee said, is old.", ["Ann Lee: said", "The boat: is"]],
  ["Ann Lee said the boat was old and called it slow.", ["Ann Lee: said", "the boat: was", "Ann Lee: called"]],
  ["With Bo Roe saying no, Ann Lee left.", ["Bo Roe: saying"]],
  ["Ann Lee spoke, saying no.", ["Ann Lee: spoke", "Ann Lee: saying"]],
  ["“We go,” said Ann Lee, the mayor.", ["Ann Lee: said"]],
])("tells who does what: %s", (text, expected) => {
  expect(subjectsIn(text)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ["A letter seen by the paper sank.", "A letter: seen"],
  ["Ann Lee was asked why.", "Ann Lee: asked"],
  ["The mayor of Bell said no.", "Bell: said"],
  ["Ann Lee, the mayor, said no.", "the mayor: said"],
  ["“We go,” Ann Lee told Bo Roe.", "Bo Roe: told"],
])("does not take for a subject what is none: %s", (text, wrong) => {
  expect(subjectsIn(text)).not.toContain(wrong);
});
