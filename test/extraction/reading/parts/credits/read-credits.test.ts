import { describe, expect, test } from "vitest";
import { readByline, readCredit } from "../../../../../src/extraction/reading/parts/credits/read-credits.ts";
import { isRightsLine, readRights } from "../../../../../src/extraction/reading/parts/read-rights.ts";

const people = (lines: ReturnType<typeof readCredit>) =>
  lines?.map(({ role, person }) => [role, person.name, person.place, person.email].filter((field) => field !== null).join(", ")) ?? null;

describe("a byline", () => {
  test.each([
    ["By Ada Quill", ["author, Ada Quill"]],
    ["By ADA QUILL, Staff Writer", ["author, ADA QUILL"]],
    ["By Ada Quill and Bo Lind in Tarn", ["author, Ada Quill", "author, Bo Lind, Tarn"]],
    ["by Ada Quill, Bo Lind and Cy Dee", ["author, Ada Quill", "author, Bo Lind", "author, Cy Dee"]],
    ["By Jean-Luc de la Tour | The Daily Ferry", ["author, Jean-Luc de la Tour"]],
    ["By Ada Quill, Ferry News", ["author, Ada Quill"]],
    ["By Ada Quill for The Ferry Post", ["author, Ada Quill"]],
    ["By Ferry News", ["author, Ferry News"]],
    ["Words by 李若溪", ["author, 李若溪"]],
    ["By Ada Quill, Staff Writer | May 3, 2024", ["author, Ada Quill"]],
    ["Posted on May 3, 2024 by Ada Quill", ["author, Ada Quill"]],
    ["By Ada Quill (aq@ferry.example)", ["author, Ada Quill, aq@ferry.example"]],
    ["By Ada Quill | aq@ferry.example | The Ferry Post", ["author, Ada Quill, aq@ferry.example"]],
    ["By Ada Quill @adaquill", ["author, Ada Quill"]],
    ["By Ada Quill, Home affairs correspondent", ["author, Ada Quill"]],
    ["By Ada Quill, photographs by Bo Lind", ["author, Ada Quill", "photographer, Bo Lind"]],
    ["Analysis by Ada Quill, Ferry Editor-at-large", ["author, Ada Quill"]],
    ["From our own correspondent", ["author, our own correspondent"]],
    ["By a staff reporter", ["author, a staff reporter"]],
    ["From Ada Quill in Tarn", ["author, Ada Quill, Tarn"]],
    ["By Ada Quill at Tarn Town Hall", ["author, Ada Quill, Tarn Town Hall"]],
    ["By Ada Quill at The Ferry Post", ["author, Ada Quill"]],
    ["By Ada Quill Senior Political Editor", ["author, Ada Quill"]],
    ["By Ada Quill, University of Tarn", ["author, Ada Quill"]],
    ["By Ada Quill, as told to Bo Lind", ["author, Ada Quill", "author, Bo Lind"]],
    ["By dpa", ["author, dpa"]],
  ])("is %j", (line, expected) => {
    expect(people(readByline(line))).toEqual(expected);
  });

  test.each([
    "By Tuesday evening the river had risen.",
    "By then it was over",
    "By far the best boat",
    "By the Numbers",
    "By Land and Sea",
    "From Dusk Till Dawn",
    "By May 3, 2024",
  ])("is not %j", (line) => {
    expect(readByline(line)).toBeNull();
  });
});

describe("a credit line", () => {
  test.each([
    ["--With assistance from Eva Najaf.", ["contributor, Eva Najaf"]],
    ["To contact the reporter on this story: Ada Quill in Tarn at aq@ferry.example", ["reporter, Ada Quill, Tarn, aq@ferry.example"]],
    [
      "To contact the editors responsible for this story: A. B. Quill at aq@ferry.example, Bo Lind",
      ["editor, A. B. Quill, aq@ferry.example", "editor, Bo Lind"],
    ],
    ["Reporting by Ada Quill, editing by Bo Lind", ["reporter, Ada Quill", "editor, Bo Lind"]],
    ["Photograph by Ada Quill", ["photographer, Ada Quill"]],
    ["Translated by Bo Lind", ["translator, Bo Lind"]],
    [
      "Ferry News writers Ada Quill in Tarn and Bo Lind in Vale contributed to this report.",
      ["contributor, Ada Quill, Tarn", "contributor, Bo Lind, Vale"],
    ],
    [
      "(Reporting by Ada Quill, Bo Lind, with reporting by Al Coe in Tarn, editing by Cy Dee)",
      ["reporter, Ada Quill", "reporter, Bo Lind", "contributor, Al Coe, Tarn", "editor, Cy Dee"],
    ],
    [
      "(Writing by Ada Quill, with additional reporting by Al Coe in Tarn, with editing by Cy Dee)",
      ["author, Ada Quill", "contributor, Al Coe, Tarn", "editor, Cy Dee"],
    ],
    ["Additional reporting from Bo Lind in Vale", ["contributor, Bo Lind, Vale"]],
    ["Words: Ada Quill. Pictures: Bo Lind", ["author, Ada Quill", "photographer, Bo Lind"]],
    ["(With inputs from agencies)", ["contributor, agencies"]],
    ["Material from The Ferry Press was used in this report.", ["contributor, The Ferry Press"]],
    ["With AFP", ["contributor, AFP"]],
    ["(Mit Material von dpa)", ["contributor, dpa"]],
    ["Text und Fotos: Ada Quill", ["author, Ada Quill"]],
    ["Fotos: Bo Lind", ["photographer, Bo Lind"]],
    ["Das Gespräch führte Ada Quill.", ["author, Ada Quill"]],
    ["Ada Quill can be reached at aq@ferry.example.", ["reporter, Ada Quill, aq@ferry.example"]],
  ])("is %j", (line, expected) => {
    expect(people(readCredit(line))).toEqual(expected);
  });

  test.each([
    "Reporting by the ministry showed that nobody cared.",
    "Editing by hand takes longer.",
    "Review by the court is due in May",
    "Interview: Ada Quill",
    "With Ada Quill",
    "Von Ada Quill",
    "Das Boot",
    "With help from the crew, the boat left.",
    "The storm contributed to this report of a loss.",
  ])("is not %j", (line) => {
    expect(readCredit(line)).toBeNull();
  });
});

describe("a rights line", () => {
  test.each([
    ["©2020 Ferry News L.P.", "Ferry News L.P.", 2020, null],
    ["Copyright 2019 The Ferry Post. All rights reserved.", "The Ferry Post", 2019, null],
    ["© 2016 Tarn Media. Licensed under CC BY 4.0", "Tarn Media", 2016, "CC BY 4.0"],
    ["Copyright © 2015–2021, Tarn Ltd. This material may not be published.", "Tarn Ltd", 2021, null],
    ["© The Ferry Post 2024", "The Ferry Post", 2024, null],
    ["(c) Tarn Inc.", "Tarn Inc.", null, null],
    ["CC0 1.0: every person in it is invented.", null, null, "CC0 1.0"],
    ["This article is republished under a Creative Commons Attribution-NoDerivatives licence.", null, null, "CC BY-ND"],
    ["Licensed under https://creativecommons.org/licenses/by-sa/4.0/ (Creative Commons licence)", null, null, "CC BY-SA 4.0"],
    ["All rights reserved.", null, null, null],
    ["2024 © The Ferry Post", "The Ferry Post", 2024, null],
    ["Copyright © 2024 · The Ferry Post", "The Ferry Post", 2024, null],
    ["©2024 The Ferry Post. Visit ferry.example. Distributed by Tarn Agency", "The Ferry Post", 2024, null],
  ])("is %j", (line, holder, year, licence) => {
    expect(isRightsLine(line)).toBe(true);
    expect(readRights(line)).toEqual({ holder, year, licence });
  });

  test.each(["Copyright law was changed in 2019.", "The public domain is a fine place.", "Rights groups protested."])(
    "is not %j",
    (line) => {
      expect(isRightsLine(line)).toBe(false);
    },
  );
});
