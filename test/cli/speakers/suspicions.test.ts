import { describe, expect, test } from "vitest";
import type { KnownSpeaker } from "../../../src/cli/speakers/known-speakers.ts";
import { suspicionsAmong } from "../../../src/cli/speakers/suspicions.ts";

/** Speakers by their names; those that come first have more quotes. */
function speakers(...named: (string | Partial<KnownSpeaker>)[]): KnownSpeaker[] {
  return named.map((given, place) => {
    const one = typeof given === "string" ? { name: given } : given;
    const name = one.name ?? "";
    return {
      id: name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-"),
      ...{ name, type: "person", aliases: [], sameAs: [], articleCount: 1, quoteCount: 100 - place, appearances: [], ...one },
    };
  });
}
const found = (...named: Parameters<typeof speakers>) =>
  suspicionsAmong(speakers(...named)).map(({ what, speakers: ids }) => [what, ...ids]);

describe("one person under two names", () => {
  test("a middle name, an initial, a short form; the fuller name is kept", () => {
    expect(suspicionsAmong(speakers("Orla Brice", "Orla Maeve Brice"))).toEqual([
      {
        what: "initials",
        speakers: ["orla-maeve-brice", "orla-brice"],
        why: '"Orla Maeve Brice" and "Orla Brice" are the same but for a middle name, an initial or a short form',
        line: { id: "orla-maeve-brice", name: "Orla Maeve Brice", merges: ["orla-brice"] },
      },
    ]);
    expect(found("Orla M. Brice", "Orla Maeve Brice")).toHaveLength(1);
    expect(found("O. Brice", "Orla Brice")).toHaveLength(1);
    expect(found("Michael Tull", "Mike Tull")).toHaveLength(1);
  });

  test("not where the middle contradicts, where a son may be meant, or where an initial may be either of two", () => {
    expect(found("Orla M. Brice", "Orla T. Brice")).toEqual([]);
    expect(found("Orla Brice", "Orla Brice Jr.")).toEqual([]);
    expect(found("O. Brice", "Orla Brice", "Odette Brice")).toEqual([]);
    expect(found("Orla Brice", "Nora Brice", "Orla Tull")).toEqual([]);
  });

  test("one letter apart, a swap too; not two first names, nor short names", () => {
    expect(found("Orla Hallam", "Orla Halam")).toEqual([["edit", "orla-hallam", "orla-halam"]]);
    expect(found("Melwyn Tull", "Mewlyn Tull")).toEqual([["edit", "melwyn-tull", "mewlyn-tull"]]);
    expect(found("Maria Tull", "Mario Tull")).toEqual([]);
    expect(found("Orla Kane", "Orla Kahn", "Orla Tull", "Orla Hallam")).toEqual([]);
  });

  test("accents, hyphens and spaces", () => {
    expect(found({ id: "søren-tull", name: "Søren Tull" }, { id: "soren-tull", name: "Soren Tull" })).toEqual([
      ["spelling", "søren-tull", "soren-tull"],
    ]);
    expect(found("Jean-Luc Tull", { id: "jeanluc-tull", name: "Jeanluc Tull" })).toEqual([["spelling", "jean-luc-tull", "jeanluc-tull"]]);
  });

  test("a surname alone beside one full name, in one article alone too; not beside two, and no first name", () => {
    const lone = { id: "kiln~tull", name: "Tull" };
    expect(found("Mara Tull", lone)).toEqual([["surname", "mara-tull", "kiln~tull"]]);
    expect(found("Mara Tull", "Ruben Tull", lone)).toEqual([]);
    expect(found("Mara Thomas", { id: "kiln~thomas", name: "Thomas" })).toEqual([]);
    expect(found("Mara Tull", { ...lone, type: "group" })).toEqual([]);
  });

  test("the letters of one organisation; not those of two", () => {
    const of = (name: string) => ({ name, type: "organisation" as const });
    expect(found(of("Skerrow Tide Office"), of("STO"))).toEqual([["abbreviation", "skerrow-tide-office", "sto"]]);
    expect(found(of("Skerrow Tide Office"), of("Southern Tram Office"), of("STO"))).toEqual([]);
  });

  test("another name that is somebody else's", () => {
    const [suspicion] = suspicionsAmong(speakers({ name: "Orla Brice", aliases: ["The Potter", "Mara Tull"] }, "Mara Tull"));
    expect(suspicion).toMatchObject({
      what: "alias",
      speakers: ["orla-brice", "mara-tull"],
      line: { id: "orla-brice", aliases: ["The Potter"] },
    });
    expect(suspicion?.line).not.toHaveProperty("merges");
  });
});

describe("two people under one id", () => {
  const seen = (slug: string, pronoun: "she" | "he" | "unknown", ...descriptions: string[]) => ({ slug, pronoun, descriptions });
  const apart = (...appearances: KnownSpeaker["appearances"]) => suspicionsAmong(speakers({ name: "Sam Tull", appearances }));

  test("she in one article and he in another: the fewer articles are split off", () => {
    expect(apart(seen("kiln", "he"), seen("mill", "he"), seen("quay", "she"))).toMatchObject([
      { what: "pronouns", line: { id: "sam-tull-2", name: "Sam Tull", splitFrom: "sam-tull", articles: ["quay"] } },
    ]);
    expect(apart(seen("kiln", "he"), seen("quay", "unknown", "the businesswoman from Skerrow"))).toHaveLength(1);
    expect(apart(seen("kiln", "he"), seen("quay", "unknown", "the mayor"))).toEqual([]);
  });

  test("callings that nobody has together; not roles that one person has in turn", () => {
    expect(apart(seen("kiln", "he", "the striker"), seen("quay", "he", "a heart surgeon"))).toMatchObject([{ what: "fields" }]);
    expect(apart(seen("kiln", "he", "the mayor"), seen("quay", "he", "the former minister", "the candidate"))).toEqual([]);
  });
});

test.each([
  ["signs", "Tull: Live", "person"],
  ["signs", "Tull/Brice", "person"],
  ["digits", "Mara Tull 3", "person"],
  ["capitals", "MARA TULL", "person"],
  ["capitals", "TIDES RISING", "organisation"],
  ["words", "Mara Tull said", "person"],
  ["words", "Says Mara Tull", "person"],
  ["words", "harbour master Mara Tull", "person"],
  ["title", "Senator Mara Tull", "person"],
  ["title", "Mara Tull PhD", "person"],
  ["organisation", "Skerrow Harbour Council", "person"],
  ["organisation", "The Tull", "person"],
  [null, "Mara van der Tull", "person"],
  [null, "Pope Leander", "person"],
  [null, "King Osric", "person"],
  [null, "Mara Tull", "person"],
  [null, "Edward Said", "person"],
  [null, "Channel 9", "organisation"],
  [null, "BBC", "organisation"],
  [null, "Daily Quay/Tide Poll", "organisation"],
  [null, "Zoë O’Brice-Tull", "person"],
] as const)("%s: %s, a %s", (what, name, type) => {
  expect(found({ name, type })).toEqual(what === null ? [] : [[what, expect.any(String)]]);
});

test.each([
  ["Mara Tull | Live", "person", "Mara Tull"],
  ["Mara Tull 3", "person", "Mara Tull"],
  ["Mara van der Tull said", "person", "Mara van der Tull"],
  ["harbour master Mara Tull", "person", "Mara Tull"],
  ["Says Mara Tull", "person", "Mara Tull"],
  ["Tull: Live", "person", "THE NAME"],
  ["the: quay", "organisation", "THE NAME"],
  ["Tull/Brice", "person", "THE NAME"],
] as const)("of %j the line has the name, or says that it is to be written: %s, %s", (name, type, better) => {
  const [suspicion] = suspicionsAmong(speakers({ name, type }));
  expect(suspicion?.line).toMatchObject({ name: better });
  expect(suspicion?.why.includes("write the name for THE NAME")).toBe(better === "THE NAME");
});

test("a name that is right for another speaker merges the two", () => {
  expect(suspicionsAmong(speakers("Mara Tull", "Senator Mara Tull"))).toMatchObject([
    { what: "title", speakers: ["mara-tull", "senator-mara-tull"], line: { id: "mara-tull", merges: ["senator-mara-tull"] } },
  ]);
});

test("the surest come first, then those with most quotes; ten thousand names take no time that grows with their square", () => {
  expect(found("Orla Hallam", "Orla Halam", "Nora Brice", "Nora T. Brice", "MARA TULL").map(([what]) => what)).toEqual([
    "capitals",
    "initials",
    "edit",
  ]);
  const many = Array.from(
    { length: 10_000 },
    (_, place) => `Mara Q${place.toString(26).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")}`,
  );
  expect(() => found(...many)).not.toThrow();
});
