import { describe, expect, test } from "vitest";
import { readDateline } from "../../../../../src/extraction/reading/parts/dates/dateline.ts";

const read = (paragraph: string, others: string[] = []) => {
  const found = readDateline(paragraph, others);
  return found && [paragraph.slice(found.start, found.end), found.agency, found.place, found.date];
};

describe("a dateline", () => {
  test.each([
    ["(Borealis) -- Ferries", "(Borealis) -- ", "Borealis", null, null],
    ["(Borealis) - Ferries", "(Borealis) - ", "Borealis", null, null],
    ["(BNA) Ferries", "(BNA) ", "BNA", null, null],
    ["TARN, June 2 (Borealis) - Ferries", "TARN, June 2 (Borealis) - ", "Borealis", "TARN", "June 2"],
    ["PORT VALE (BN) — Ferries", "PORT VALE (BN) — ", "BN", "PORT VALE", null],
    ["TARN — “We", "TARN — ", null, "TARN", null],
    ["NEW TARN, O.S. - Ferries", "NEW TARN, O.S. - ", null, "NEW TARN, O.S.", null],
    ["BIRCH PARK, Ostm. - Ferries", "BIRCH PARK, Ostm. - ", null, "BIRCH PARK, Ostm.", null],
    ["NEW TARN, O.S., Jan. 5 (BN) -- Ferries", "NEW TARN, O.S., Jan. 5 (BN) -- ", "BN", "NEW TARN, O.S.", "Jan. 5"],
    ["TARN/VALE, Nov 21 (Borealis) - Ferries", "TARN/VALE, Nov 21 (Borealis) - ", "Borealis", "TARN/VALE", "Nov 21"],
    ["TARN, 6 March – Ferries", "TARN, 6 March – ", null, "TARN", "6 March"],
    ["TARN, O.S. (April 5, 2019) — Ferries", "TARN, O.S. (April 5, 2019) — ", null, "TARN, O.S.", "April 5, 2019"],
    ["TARN, 5 May 2020 /BNWire/ -- Ferries", "TARN, 5 May 2020 /BNWire/ -- ", "BNWire", "TARN", "5 May 2020"],
    ["Tarn (bn) - Ferries", "Tarn (bn) - ", "bn", "Tarn", null],
    ["Tarn, March 6 (Borealis) – Ferries", "Tarn, March 6 (Borealis) – ", "Borealis", "Tarn", "March 6"],
    ["NEW TARN: Ferries", "NEW TARN: ", null, "NEW TARN", null],
    ["Tarn, May 3 (PTI) A ferry", "Tarn, May 3 (PTI) ", "PTI", "Tarn", "May 3"],
    ["Tarn (CNN) A ferry", "Tarn (CNN) ", "CNN", "Tarn", null],
    ["New Tarn (CNN Business) A ferry", "New Tarn (CNN Business) ", "CNN Business", "New Tarn", null],
    ["New Tarn, Ill. — Ferries", "New Tarn, Ill. — ", null, "New Tarn, Ill.", null],
    ["May 3 (Borealis) - Ferries", "May 3 (Borealis) - ", "Borealis", null, "May 3"],
    ["(Reuters) The ferry", "(Reuters) ", "Reuters", null, null],
    ["TARN (BN) _ Ferries", "TARN (BN) _ ", "BN", "TARN", null],
    ["ST. TARN (BN) — Ferries", "ST. TARN (BN) — ", "BN", "ST. TARN", null],
    ["TARN | Ferries", "TARN | ", null, "TARN", null],
    ["TARN, May 3. /BNW/. Ferries", "TARN, May 3. /BNW/. ", "BNW", "TARN", "May 3"],
    ["TARN--(BOREALIS WIRE)--Ferries", "TARN--(BOREALIS WIRE)--", "BOREALIS WIRE", "TARN", null],
    ["Tarn, Kenya (Borealis) - Ferries", "Tarn, Kenya (Borealis) - ", "Borealis", "Tarn, Kenya", null],
    ["Tarn, 3 May (BNA)-Ferries", "Tarn, 3 May (BNA)-", "BNA", "Tarn", "3 May"],
    ["Tarn, 3 may (BNA).- Los barcos", "Tarn, 3 may (BNA).- ", "BNA", "Tarn", "3 may"],
    ["Tarn, 3. Mai (bna) – Die Fähre", "Tarn, 3. Mai (bna) – ", "bna", "Tarn", "3. Mai"],
    ["Tarn, May 3 (BNA): A ferry", "Tarn, May 3 (BNA): ", "BNA", "Tarn", "May 3"],
    ["Tarn, May 3, BNA - A ferry", "Tarn, May 3, BNA - ", "BNA", "Tarn", "May 3"],
    ["3 May 2024, Tarn – Ferries", "3 May 2024, Tarn – ", null, "Tarn", "3 May 2024"],
    ["Tarnagunda: A ferry", "Tarnagunda: ", null, "Tarnagunda", null],
    ["Tarn : A ferry", "Tarn : ", null, "Tarn", null],
    ["Oslo. The ferry", "Oslo. ", null, "Oslo", null],
    ["OSLO. The ferry", "OSLO. ", null, "OSLO", null],
    ["Tarn, Norway — The ferry", "Tarn, Norway — ", null, "Tarn, Norway", null],
    ["Tarn, N.Y. – The ferry", "Tarn, N.Y. – ", null, "Tarn, N.Y.", null],
  ])("opens %j", (paragraph, ...expected) => {
    expect(read(paragraph)).toEqual(expected);
  });

  test.each([
    "The man - who rowed - won.",
    "NATO — which has a boat — won.",
    "A man (Bo) - The rower - won.",
    "Bo Lind, Jr. — The rower — won.",
    "Senator Lind (D) The vote was late.",
    "Tarn — The town has a boat.",
    "(It was late.) The boat left.",
    "“TARN — The boat,” he said.",
  ])("is not what opens %j", (paragraph) => {
    expect(read(paragraph)).toBeNull();
  });

  test.each(["TARNHAM. The ferry stays.", "Tarnham. The ferry stays.", "Tarnham – The ferry stays.", "Tarnham | The ferry stays."])(
    "of a place alone is read where the text says that it is one: %j",
    (paragraph) => {
      expect(read(paragraph)).toBeNull();
      for (const other of [
        "Rents in Tarnham rose.",
        "Die Polizei aus Tarnham kam.",
        "Der Tarnhamer Rat tagte.",
        "The town of Tarnham slept.",
      ]) {
        expect(read(paragraph, [other])?.[2]).toMatch(/^tarnham$/i);
      }
      expect(readDateline(paragraph, [], "Storm in Tarnham")?.place).toMatch(/^tarnham$/i);
    },
  );

  test.each([
    "UPDATE: The",
    "WATCH — The",
    "Opinion | The",
    "Breaking: The",
    "EDITOR’S NOTE: The",
    "Ada: The",
    "Mayor: The",
    "Sgt. Bo Lind",
    "U.S. Rep. Bo",
  ])("is not a rubric, a speaker or an abbreviation: %j", (paragraph) => {
    expect(read(paragraph, ["It was in Sgt. Lind’s boat."])).toBeNull();
  });

  test("before a colon is not a word or a surname of the text", () => {
    expect(read("Boats: The council has three.", ["The boats are old."])).toBeNull();
    expect(read("Quill: The council voted.", ["It was Ada Quill who said so."])).toBeNull();
  });

  test("is not the first speaker of a transcript", () => {
    expect(read("MAYOR: It is a moat.", ["QUESTION: What for?"])).toBeNull();
    expect(read("Holt: It is a moat.", ["Quill: What for?"])).toBeNull();
  });
});
