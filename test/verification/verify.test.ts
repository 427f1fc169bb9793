import { describe, expect, test } from "vitest";
import { CodePointText, textOf } from "../../src/article/model/text.ts";
import { searchableOf } from "../../src/article/words/searchable.ts";
import { parseClaim } from "../../src/verification/claim.ts";
import { verify } from "../../src/verification/verify.ts";
import { buildArticle, segment } from "../article-builder.ts";
import { kilnArticles, speech } from "./articles.ts";

const articles = kilnArticles();
const candidates = articles.map(searchableOf);
const check = (quote: string, asked: string | null = null) => verify(parseClaim(quote), candidates, asked === null ? null : speaker(asked));
const speaker = (id: string) => ({ id, name: id });

describe("exact", () => {
  test("are words inside one segment, whatever case, marks and dashes; original characters come back", () => {
    const { words, extent, matches } = check('"THE FIRE has not gone out – since my mother lit it, and it will not go out now"');
    expect([words, extent]).toEqual(["exact", "part"]);
    expect(matches[0]).toMatchObject({ score: 1, splice: null, negation: false, speakers: [{ id: "orla-brice" }] });
    expect(matches[0]?.passages[0]?.text).toBe("The fire has not gone out since my mother lit it 🔥, and it will not go out now");
    expect(matches[0]?.passages[0]?.context.after).toBe(".”\n\nThe manager said the repairs");
  });

  test("are a whole quote when nothing of it is missing", () => {
    expect(check("Without clay from the northern pit there is no work for my sons").extent).toBe("whole");
    expect(check("dear but not too dear")).toMatchObject({ words: "exact", extent: "whole" });
  });

  test("stay so over marked gaps, in one segment and from one segment to the next", () => {
    expect(check("The fire has not gone out … and it will not go out now").words).toBe("exact");
    const { words, matches } = check("We never meant to close the kiln [...] People were afraid");
    expect(words).toBe("exact");
    expect(matches[0]?.passages.map(({ text }) => text)).toEqual(["We never meant to close the kiln", "People were afraid"]);
    expect(matches[0]?.diff.map(({ op }) => op)).toEqual(["equal", "gap", "equal"]);
  });
});

describe("altered", () => {
  test("shows what was changed, word by word", () => {
    const { words, matches } = check("Without clay from the southern pit there is no work for my sons");
    expect(words).toBe("altered");
    expect(matches[0]?.score).toBe(0.923);
    expect(matches[0]?.diff.map(({ op, claim, recorded }) => [op, recorded?.text ?? null, claim?.text ?? null])).toEqual([
      ["equal", "Without clay from the", "Without clay from the"],
      ["delete", "northern", null],
      ["insert", null, "southern"],
      ["equal", "pit there is no work for my sons", "pit there is no work for my sons"],
    ]);
  });

  test.each([
    ["We never meant to close the kiln before the summer", [["winter", "summer"]]],
    ["We never meant to close the kiln before the great flood", [["winter", "great flood"]]],
    ["Without clay from the northern pit there is no work for her daughters", [["my sons", "her daughters"]]],
    ["They never meant to close the kiln before the winter", [["We", "They"]]],
    ["Those men never meant to close the kiln", [["We", "Those men"]]],
    ["We never meant to close the kiln before the winter comes", [[null, "comes"]]],
    ["We never meant to close the kiln before", []],
    ["We never meant to close the kiln before the winter is over", [[null, "is over"]]],
    [
      "We never meant to close the kilns before the winters",
      [
        ["kiln", "kilns"],
        ["winter", "winters"],
      ],
    ],
    ["We never meant to close the furnace", [["kiln", "furnace"]]],
  ])("shows which words stand in place of which, the first and the last too: %s", (quote, changes) => {
    const { matches } = check(quote);
    const changed = matches[0]?.diff.filter(({ op }) => op !== "equal") ?? [];
    const shown: (string | null)[][] = [];
    for (const { op, claim, recorded } of changed) {
      if (op === "insert" && shown.at(-1)?.[1] === null) (shown.at(-1) as (string | null)[])[1] = claim?.text ?? null;
      else shown.push([recorded?.text ?? null, claim?.text ?? null]);
    }
    expect(shown).toEqual(changes);
  });

  test.each(["We meant to close the kiln before the winter", "The fire has gone out since my mother lit it", "and it will … go out now"])(
    "is never exact when a negation is gone: %s",
    (quote) => {
      const { words, matches } = check(quote);
      expect([words, matches[0]?.negation]).toEqual(["altered", true]);
    },
  );

  test.each([
    ["We nevver meant to close the kiln before the winter", false],
    ["Withuot clay from the northern pit there is no work for my sons", false],
    ["The fire has gone out since my mother lit it, and it will not go uot now", true],
    ["Within clay from the northern pit there is no work for my sons", true],
  ])("tells a negation that is misspelt from one that is gone: %s", (quote, negation) => {
    expect(check(quote).matches[0]?.negation).toBe(negation);
  });

  test("is not said of a gap that leaves out whole sentences, denials in them or not", () => {
    expect(check("before the winter … The fire has not gone out").words).toBe("exact");
  });

  test.each([
    ["exact", "We had no flour … Bread was dear"],
    ["exact", "Bread was dear … the mill is shut"],
    ["altered", "Bread was dear … stop the mill"],
    ["altered", "We sell it … Salt is dear"],
    ["altered", "We will … sell the oven"],
  ])("is %s where a gap leaves out a clause that denies nothing else, or another: %s", (words, quote) => {
    const text =
      "We had no flour and no salt. Bread was dear. We did not stop the mill, and the mill is shut. We sell it, but not now. Salt is dear. We will hold on and not sell the oven.";
    const answer = verify(parseClaim(quote), [searchableOf(speech(text))], null);
    expect([answer.words, answer.matches[0]?.negation]).toEqual([words, words === "altered"]);
  });

  test.each([
    ["segments", "We never meant to close the kiln before the winter. People were afraid"],
    ["quote", "People were afraid and nobody asked us and it will not go out now"],
    ["quote", "it will not go out now … People were afraid and nobody"],
    ["quotes", "We never meant to close the kiln there is no work for my sons"],
    ["quotes", "We never meant to close the kiln … there is no work for my sons"],
    ["articles", "We never meant to close the kiln under the same lime tree for thirty years"],
    ["quote", "We never meant to close the kiln and it will not go out now"],
    ["quotes", "People were afraid. Without clay from the northern pit there is no work"],
    ["quotes", "People were afraid. They sold us a chimney twice"],
    ["quotes", "Northern pit there people were afraid"],
    ["articles", "We never meant to close the same lime tree"],
    ["quotes", "never meant to close northern pit there sold us a chimney"],
    ["quotes", "northern pit there never meant to close people were afraid sold us a chimney"],
    ["narration", "dear, but not too dear for a village"],
  ])("finds out what was joined: %s (%s)", (splice, quote) => {
    const { words, matches } = check(quote);
    expect([words, matches[0]?.splice]).toEqual(["altered", splice]);
  });
});

test("is one place with two negations gone rather than four that happen to have the words", () => {
  const texts = [
    "In the end we won’t repaint the gate and the doctors won’t move the bell before spring",
    "I hope that in the end we will sleep",
    "The nurses and the doctors will dance",
  ];
  const quote = "In the end we will repaint the gate and the doctors will move the bell before spring";
  const { words, matches } = verify(
    parseClaim(quote),
    texts.map((text) => searchableOf(speech(text))),
    null,
  );
  expect(words).toBe("altered");
  expect(matches[0]).toMatchObject({ splice: null, negation: true, extent: "whole" });
});

test("is a splice where a word stands in both of its quotes", () => {
  const texts = ["They sold us a chimney, we bake no more", "It is a chimney of red brick, and it stands"];
  const { words, matches } = verify(
    parseClaim("They sold us a chimney of red brick"),
    texts.map((text) => searchableOf(speech(text))),
    null,
  );
  expect([words, matches[0]?.splice, matches[0]?.score]).toEqual(["altered", "articles", 1]);
  expect(matches[0]?.passages.map(({ text }) => text)).toEqual(["They sold us a", "chimney of red brick"]);
});

test("words of two segments are two passages even where nothing but marks lies between them", () => {
  const article = buildArticle({
    headline: "Two sentences",
    sections: [{ paragraphs: [["“", segment("a", "Bread is dear this year."), "” “", segment("a", "Salt is dearer still."), "”"]] }],
    quotes: { a: {} },
  });
  const { words, matches } = verify(parseClaim("dear this year, salt is dearer"), [searchableOf(article)], null);
  expect([words, matches[0]?.splice, matches[0]?.passages.map(({ text }) => text)]).toEqual([
    "altered",
    "segments",
    ["dear this year", "Salt is dearer"],
  ]);
});

const SPEECH =
  "I am not going to sell the oven. They won’t lose the road, and we keep the cart. If the rain stops we bake at dawn. Some pretend that flour is free. We pay unless the mill burns. Salt is dear. If they do not come, we sail alone. If it is dry, nobody, I hope, will wait for rain.";

test("a number is the same with and without separators, and its groups are no numbers", () => {
  for (const text of [
    "We baked 1,100 loaves for 25 men in 2024",
    "We baked 1100 loaves for 25 men in 2024",
    "We baked 1\u202F100 loaves for 25 men in 2024",
  ]) {
    const inSpeech = (quote: string) => verify(parseClaim(quote), [searchableOf(speech(text))], null);
    for (const number of ["1,100", "1100", "1\u202F100"]) {
      const { words, matches } = inSpeech(`We baked ${number} loaves`);
      expect([words, matches[0]?.passages[0]?.text]).toEqual(["exact", text.slice(0, text.indexOf(" for"))]);
    }
    for (const quote of ["We baked 1", "100 loaves for 25", "for 25 men in 2"]) expect(inSpeech(quote).words).not.toBe("exact");
    expect(inSpeech("We baked 11,00 loaves for 25 men").words).toBe("altered");
  }
});

describe("words left out without a mark", () => {
  const LONG =
    "The baker understands very well that when she joins the guild, she’ll have to weigh every sack for the town and for that she’ll need good friends in the harbour";
  const inSpeech = (quote: string) => verify(parseClaim(quote), [searchableOf(speech(LONG))], null);

  test.each([
    "The baker understands that when she joins the guild she’ll need good friends in the harbour",
    "The baker understands that when she joins the guild she will need good friends in the harbour",
  ])("are altered when the rest stands in order and is half of it: %s", (quote) => {
    const { words, extent, matches } = inSpeech(quote);
    expect([words, extent]).toEqual(["altered", "part"]);
    const left = matches.flatMap(({ diff }) => diff.flatMap(({ op, recorded }) => (op === "delete" ? [recorded?.text] : [])));
    expect(left).toContain("very well");
  });

  test.each([
    "She will have very good friends for that",
    "The baker joins the guild, and good friends need the harbour",
    "When the guild joins the town the mill will need friends and a baker will weigh a sack",
    "The baker understands the guild and friends in the harbour",
  ])("are not when they are few, out of order or less than half of it: %s", (quote) => {
    expect(inSpeech(quote).words).toBe("none");
  });
});

describe("turned", () => {
  const inSpeech = (quote: string) => verify(parseClaim(quote), [searchableOf(speech(SPEECH))], null);

  test.each([
    ["negation", "going to sell the oven"],
    ["negation", "lose the road"],
    ["condition", "the rain stops we bake at dawn"],
    ["condition", "that flour is free"],
    ["condition", "flour is free … Salt is dear"],
    ["condition", "we pay"],
    ["condition", "we sail alone"],
    ["negation", "will wait for rain"],
    [null, "I am not going to sell the oven"],
    [null, "we keep the cart"],
    [null, "Salt is dear"],
    [null, "They won’t lose the road"],
  ])("says %s of the words around: %s", (turned, quote) => {
    const { words, extent, matches } = inSpeech(quote);
    expect([words, extent, matches[0]?.negation, matches[0]?.turned]).toEqual(["exact", "part", false, turned]);
  });
});

describe("nested", () => {
  const inSpeech = (text: string, quote: string) => verify(parseClaim(quote), [searchableOf(speech(text))], null).matches[0];

  test.each([
    "She held the lamp and asked, ‘Don’t we bake today?’ and then went",
    "She held the lamp and asked, “Don’t we bake today?” and then went",
    "She held the lamp and asked, 'Don't we bake today?' and then went",
    'She held the lamp and asked, "Don\'t we bake today?" and then went',
  ])("are words that the speaker quotes, and no others: %s", (text) => {
    expect(inSpeech(text, "Don’t we bake today")).toMatchObject({ words: "exact", nested: true });
    for (const quote of ["She held the lamp and asked", "asked, don’t we bake today", "we bake today and then went"])
      expect(inSpeech(text, quote)).toMatchObject({ words: "exact", nested: false });
  });

  test("are not words behind an apostrophe", () => {
    expect(inSpeech("’Tis late, and the dogs’ bowl is empty", "late, and the dogs")).toMatchObject({ words: "exact", nested: false });
    expect(inSpeech("They don’t bake, they won’t sell", "bake they")).toMatchObject({ nested: false });
  });
});

test("words that happen to stand in several quotes are no splice", () => {
  for (const quote of [
    "The fire was afraid, and there is no winter for us here before Friday",
    "We were afraid, it was not my work, and nobody has a chimney",
    "So it is. It was us. They are afraid of the fire in the kiln",
  ])
    expect(check(quote)).toMatchObject({ words: "none" });
});

describe("reported", () => {
  test("are words only the reporter wrote, never exact", () => {
    const { words, extent, speaker, matches } = check("Forty families in Fennet still live by the kiln", "orla-brice");
    expect([words, extent, speaker]).toEqual(["reported", null, "unattributed"]);
    expect(matches[0]?.passages[0]).toMatchObject({ quote: null, block: { kind: "paragraph", id: "p5" } });
    expect(check("The old kiln at Fennet stays open")).toMatchObject({ words: "reported", speakers: [] });
  });

  test("are the words of an indirect quote, with who is said to have said so", () => {
    expect(check("it would pay for half of the new chimney", "fennet-council")).toMatchObject({
      words: "reported",
      speaker: "match",
      matches: [{ passages: [{ quote: { kind: "indirect" } }] }],
    });
  });
});

describe("none", () => {
  test.each(["The kiln should have been closed ten years ago", "Nobody in Fennet has ever asked for a chimney", "…", "[the kiln]"])(
    "is what nobody said: %s",
    (quote) => {
      expect(check(quote, "orla-brice")).toEqual({
        words: "none",
        extent: null,
        difference: null,
        revision: null,
        speaker: "unattributed",
        doubt: null,
        mentioned: null,
        speakers: [],
        matches: [],
      });
    },
  );
});

describe("speaker", () => {
  test("is a match, a mismatch that says who it was, or unattributed", () => {
    const clay = "Without clay from the northern pit there is no work";
    expect(check(clay, "tam-ruddock")).toMatchObject({ speaker: "match" });
    expect(check(clay, "orla-brice")).toMatchObject({ speaker: "mismatch", speakers: [{ id: "tam-ruddock", name: "Tam Ruddock" }] });
    expect(check(clay)).toMatchObject({ speaker: "not-asked" });
    expect(verify(parseClaim("They sold us a chimney twice"), candidates.slice(0, 1), speaker("tam-ruddock"))).toMatchObject({
      speaker: "unattributed",
    });
  });

  test("is a match when one of several who said it was asked for, wherever that stands", () => {
    const { speaker, matches } = check("They sold us a chimney twice", "tam-ruddock");
    expect(speaker).toBe("match");
    expect(matches.map(({ passages }) => passages[0]?.article.slug)).toEqual(["market-moves", "kiln-stays-open"]);
  });

  test("is a mismatch of a splice of two people, whichever was asked for", () => {
    const both = "We never meant to close the kiln there is no work for my sons";
    expect(check(both, "orla-brice")).toMatchObject({ speaker: "mismatch", speakers: [{ id: "orla-brice" }, { id: "tam-ruddock" }] });
  });
});

test("every span is a slice of the revision it names", () => {
  for (const quote of ["The fire has gone out since my mother lit it", "We never meant to close the kiln … there is no work for my sons"]) {
    for (const { passages, diff } of check(quote).matches) {
      for (const { article, text, start, end } of passages) {
        const whole = articles.find(({ revision }) => revision === article.revision);
        expect(whole === undefined ? null : new CodePointText(textOf(whole)).slice(start, end)).toBe(text);
      }
      for (const { recorded } of diff) {
        if (recorded === null) continue;
        const passage = passages[recorded.passage];
        expect(recorded.start >= (passage?.start ?? Infinity) && recorded.end <= (passage?.end ?? -1)).toBe(true);
        expect(passage?.text).toContain(recorded.text);
      }
    }
  }
});
