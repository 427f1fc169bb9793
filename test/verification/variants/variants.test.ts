import { describe, expect, test } from "vitest";
import { searchableOf } from "../../../src/article/words/searchable.ts";
import { parseClaim } from "../../../src/verification/claim.ts";
import { verify } from "../../../src/verification/verify.ts";
import { speech } from "../articles.ts";

const compare = (recorded: string, claimed: string) => verify(parseClaim(claimed), [searchableOf(speech(recorded))], null);
const answer = (recorded: string, claimed: string) => {
  const { words, difference } = compare(recorded, claimed);
  return [words, difference];
};

/** Pairs that must have the same answer in both directions. */
const SPELLING: [string, string][] = [
  ["We painted the harbour in one colour", "We painted the harbor in one color"],
  ["They organise and analyse the centre", "They organize and analyze the center"],
  ["She travelled to the theatre by the grey road", "She traveled to the theater by the gray road"],
  ["Its defence was a judgement on the programme", "Its defense was a judgment on the program"],
  ["He cheques the maths on each storey", "He checks the math on each story"],
  ["A marvellous manoeuvre by the kerb", "A marvelous maneuver by the curb"],
  ["The organisation centred on labelling", "The organization centered on labeling"],
  ["We do not bake and we are not sorry", "We don't bake and we're not sorry"],
  ["We are not going to sell the oven", "We aren’t going to sell the oven"],
  ["We aren't going to sell the oven", "We're not going to sell the oven"],
  ["They will not lose the road", "They won't lose the road"],
  ["I cannot say it is over", "I can't say it's over"],
  ["I can not say that is over", "I cannot say that’s over"],
  ["It has been said that they would have come", "It's been said that they would've come"],
  ["We are going to keep the cart", "We're gonna keep the cart"],
  ["We must co-operate in the long-term", "We must cooperate in the longterm"],
  ["We must cooperate with every policymaker", "We must co-operate with every policy maker"],
  ["There is no bread any more", "There is no bread anymore"],
  ["It rose 5 per cent in May", "It rose 5 percent in May"],
  ["It rose 5% in May", "It rose five per cent in May"],
  ["It rose 2.5% in May", "It rose 2.5 percent in May"],
  ["There were twelve men in the boat", "There were 12 men in the boat"],
  ["There were twenty-five men in the boat", "There were 25 men in the boat"],
  ["There were two hundred and five men", "There were 205 men"],
  ["It costs $5m to mend", "It costs $5 million to mend"],
  ["It costs $5,000,000 to mend", "It costs five million dollars to mend"],
  ["It costs 1.5 million to mend", "It costs 1,500,000 to mend"],
  ["It costs a million to mend", "It costs 1m to mend"],
  ["It costs £3bn to mend", "It costs 3 billion pounds to mend"],
  ["One thousand loaves were sold", "1,000 loaves were sold"],
  ["The third winter was the 21st of them", "The 3rd winter was the 21st of them"],
  ["We open at 3 p.m. on Friday", "We open at 3pm on Friday"],
  ["Towards the end they learnt whilst baking", "Toward the end they learned while baking"],
];

const INFLECTION: [string, string][] = [
  ["We will close the bridge", "We will close the bridges"],
  ["The baker close their shops", "The bakers closed their shop"],
  ["He says the children run", "He said the child runs"],
  ["The women have written to the city", "The woman has written to the cities"],
  ["They are hoping to stop this", "They were hoping to stop these"],
  ["She carries the flour", "She carried the flours"],
  ["We took the road", "We take the roads"],
  ["We organise the harbours", "We organized the harbor"],
  ["They overthrew the mayor and rebuilt the wharf", "They overthrow the mayor and rebuild the wharves"],
  ["He rose and left the analysis", "He rises and leaves the analyses"],
];

const WORDS: [string, string][] = [
  ["We will close the bridge", "We could close the bridge"],
  ["We can close the bridge", "We could close the bridge"],
  ["We will close the bridge", "We won't close the bridge"],
  ["We are able to close the bridge", "We are not able to close the bridge"],
  ["We are not able to bake the bread", "We are notable to bake the bread"],
  ["We sold 12 loaves on Friday", "We sold 13 loaves on Friday"],
  ["We sold 12 loaves on Friday", "We sold thirteen loaves on Friday"],
  ["It costs $5 to mend the road", "It costs £5 to mend the road"],
  ["It costs $5m to mend the road", "It costs $5bn to mend the road"],
  ["It rose 5% in the last year", "It rose 5 in the last year"],
  ["It rose 2.5% in the last year", "It rose 25% in the last year"],
  ["It rose 5 percent in the last year", "It rose 5 percentage points in the last year"],
  ["They were well and we were there", "They we'll and we were there"],
  ["Now here is the bread that we baked", "Nowhere is the bread that we baked"],
  ["We farm the land over the river", "We farmers the land over the river"],
  ["They will re-sign the paper in May", "They will resign the paper in May"],
  ["That is a part of the bread we bake", "That is apart of the bread we bake"],
  ["It is a safe road to the harbour", "It is a safer road to the harbour"],
  ["The news is good for the harbour", "The new is good for the harbour"],
  ["I saw 10 of them in the harbour", "I saw 10m of them in the harbour"],
];

describe("another way to write the same words", () => {
  test.each([...SPELLING, ...SPELLING.map(([a, b]) => [b, a] as [string, string])])("is spelling: %s / %s", (recorded, claimed) => {
    expect(answer(recorded, claimed)).toEqual(["altered", "spelling"]);
    expect(compare(recorded, claimed).matches[0]?.score).toBeGreaterThan(0.85);
    expect(compare(recorded, claimed).matches[0]?.negation).toBe(false);
    expect(compare(recorded, recorded)).toMatchObject({ words: "exact", difference: null, matches: [{ score: 1 }] });
  });
});

describe("another form of the same words", () => {
  test.each([...INFLECTION, ...INFLECTION.map(([a, b]) => [b, a] as [string, string])])("is inflection: %s / %s", (recorded, claimed) => {
    expect(answer(recorded, claimed)).toEqual(["altered", "inflection"]);
  });
});

describe("another statement", () => {
  test.each([...WORDS, ...WORDS.map(([a, b]) => [b, a] as [string, string])])("is other words: %s / %s", (recorded, claimed) => {
    expect(answer(recorded, claimed)).toEqual(["altered", "words"]);
  });
});

test.each([
  ["The government of the city", "The goverment of the city"],
  ["They accommodate the children", "They accomodate the children"],
  ["They accommodate the children", "They accommodate the chidlren"],
  ["It happened on Wednesday in the rain", "It happenned on Wednesday in the rain"],
])("one letter of a longer word is a slip, or another word: %s / %s", (recorded, claimed) => {
  expect(answer(recorded, claimed)).toEqual(["altered", "letter"]);
});

test("a time is the same with a stop and a colon", () => {
  expect(answer("The boat goes at 6.15 on Friday", "The boat goes at 6:15 on Friday")).toEqual(["exact", null]);
  expect(answer("The boat goes at 6.15 on Friday", "The boat goes at 6.45 on Friday")).toEqual(["altered", "words"]);
});

test("short words that differ by a letter are other words", () => {
  expect(answer("They won the war in the north", "They won the was in the north")).toEqual(["altered", "words"]);
  expect(answer("We would bake in the north", "We could bake in the north")).toEqual(["altered", "words"]);
});

test("each difference says its kind, the recorded words in front of the claimed ones", () => {
  const { matches } = compare("We do not close the bridges over the old river", "We don't close the bridge over the new river");
  expect(matches[0]?.diff.map(({ op, kind, claim, recorded }) => [op, kind, recorded?.text ?? null, claim?.text ?? null])).toEqual([
    ["equal", null, "We", "We"],
    ["delete", "spelling", "do not", null],
    ["insert", "spelling", null, "don't"],
    ["equal", null, "close the", "close the"],
    ["delete", "inflection", "bridges", null],
    ["insert", "inflection", null, "bridge"],
    ["equal", null, "over the", "over the"],
    ["delete", "words", "old", null],
    ["insert", "words", null, "new"],
    ["equal", null, "river", "river"],
  ]);
  expect(matches[0]).toMatchObject({ difference: "words", negation: false, extent: "whole" });
});

test("a word next to one that is spelled otherwise keeps its own kind", () => {
  const { matches } = compare("It costs $5m to mend the old road", "It costs $5 million dollars to mend the road");
  expect(matches[0]?.difference).toBe("words");
  expect(matches[0]?.diff.find(({ op }) => op === "delete")).toMatchObject({ kind: "spelling", recorded: { text: "$5m" } });
});
