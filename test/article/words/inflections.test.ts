import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inflections, isInflected } from "../../../src/article/words/inflections.ts";
import { NOUNS, VERBS } from "../../../src/article/words/irregular-forms.ts";

const areOne = (a: string, b: string) => [inflections(a).includes(b), inflections(b).includes(a)];

describe("inflections", () => {
  test.each(
    `tariff tariffs, tax taxes, taxis taxi, bus buses, church churches, monarch monarchs, city cities, boy boys, hero heroes, photo photos,
     veto vetoes, veto vetoed, quiz quizzes, process processes, process processing, menu menus, israeli israelis, movie movies,
     agree agreed, agreeing agrees, free freed, bake baked, bake baking, plan planned, planning plans, plane planed, hope hoping,
     hop hopping, star starring, stare staring, visit visited, visiting visits, refer referred, travel travelled, travel traveled,
     control controlled, call called, calling calls, pass passed, add added, stop stopped, play played, try tried, tries trying,
     die dying, lie lied, panic panicked, equip equipped, quit quitting, limit limited, allege alleged, age ageing, age aging, ski skis,
     echo echoes, use used, using uses, bias biased, focus focused, ban banned, state states, say said, says said, saying said,
     go went, goes gone, going go, see saw, seeing seen, man men, woman women, womens woman, spokesman spokesmen, child children,
     child childrens, crisis crises, life lives, building buildings, built builds, thought thoughts, shot shoots, nation nations,
     win won, winning wins, run ran, running ran, write written, writing wrote, tie tied, tying ties, study studied, studies studying,
     offer offered, offering offers, label labelled, snag snagged, begin beginning, sanction sanctioned`
      .split(",")
      .map((pair) => pair.trim().split(" ") as [string, string]),
  )("%s and %s are forms of one word", (a, b) => expect(areOne(a, b)).toEqual([true, true]));

  test.each(
    `universe university, news new, new news, organ organization, organise organisation, general generally, sudden suddenly, unit united,
     even evening, see seed, fee feed, say sayed, her herring, she shed, her hers, the thes, wed wedding, not noted, rat rating, rating rat,
     car caring, star staring, hop hoping, plan planed, plane planned, bar bare, cal called, pas passed, discus discussed, us used, us uses,
     be bed, be being, is was, policy police, policies police, port portion, secret secretary, economic economics, mine minor, rise rose,
     leave left, bus bust, bus busy, as ass, bos boss, his hi, gas ga, king k, sting st, found founded, teach teacher, big bigger,
     oman omen, fast faster, friend friendly, inform information, intern international, ion ions2, need nee, red re, los loss,
     princes princess, wand wander, past paste, hat hate, hated hat, rate rated2, on one, pol polling, ferry ferryman`
      .split(",")
      .map((pair) => pair.trim().split(" ") as [string, string]),
  )("%s and %s are not", (a, b) => expect(areOne(a, b)).toEqual([false, false]));

  test("of a word with other than English letters are the word alone", () => {
    for (const word of ["1990", "g20", "трамвай", "東京", "ab1"]) expect(inflections(word)).toEqual([word]);
    expect(inflections("cafes")).toContain("cafe");
  });

  test("have a word itself first, are mutual, and few", () => {
    const word = fc
      .tuple(
        fc.constantFrom("tariff", "sa", "y", "stop", "car", "ie", "ee", "bus", "plan", "man", "qui", "ck", "ll", "go", "be", "iz"),
        fc.constantFrom("", "", "s", "es", "ed", "ing", "ies", "ied", "ying", "d", "ning", "ped", "men", "mens", "zes", "ed", "ss"),
        fc.constantFrom("", "s", "ed", "ing"),
      )
      .map((parts) => parts.join(""))
      .filter((one) => one !== "");
    const irregular = fc.constantFrom(...[...VERBS, ...NOUNS].flat());
    fc.assert(
      fc.property(fc.oneof(word, irregular), (one) => {
        const forms = inflections(one);
        expect(forms[0]).toBe(one);
        expect(new Set(forms).size).toBe(forms.length);
        expect(forms.length).toBeLessThan(40);
        for (const form of forms) expect(inflections(form), form).toContain(one);
      }),
      { numRuns: 3_000 },
    );
  });

  test("are those of texts in English, and of texts whose language nobody knows", () => {
    expect(["en", "EN", "en-GB", null].map(isInflected)).toEqual([true, true, true, true]);
    expect(["de", "fr-CA", "eno", "fi-en"].map(isInflected)).toEqual([false, false, false, false]);
  });
});
