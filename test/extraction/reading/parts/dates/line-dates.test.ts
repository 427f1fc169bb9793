import { describe, expect, test } from "vitest";
import { isTimeLine, readLineDates, splitDates } from "../../../../../src/extraction/reading/parts/dates/line-dates.ts";

describe("a line that is a date and nothing else", () => {
  test.each([
    ["2024-05-03", "2024-05-03", null],
    ["Published: May 3, 2024", "2024-05-03", null],
    ["Last updated on 3 May 2024, 10:15", null, "2024-05-03"],
    ["Updated 1:39 am EST, Wednesday, November 20, 2024", null, "2024-11-20"],
    ["Published 7:07 PM EST Nov 19, 2024", "2024-11-19", null],
    ["PUBLISHED: 10:48, Tue, Nov 19, 2024", "2024-11-19", null],
    ["19 November 2024 • 6:00pm", "2024-11-19", null],
    ["First published on Tue 19 Nov 2024 06.00 GMT", "2024-11-19", null],
    ["Tue 19 Nov 2024 18.00 GMT Last modified on Wed 20 Nov 2024 09.15 GMT", "2024-11-19", "2024-11-20"],
    ["Nov. 20, 2024, 1:39 PM EST / Updated Nov. 21, 2024, 3:07 PM EST", "2024-11-20", "2024-11-21"],
    ["Updated 0339 GMT (1139 HKT) November 20, 2024", null, "2024-11-20"],
    ["This story was originally published May 3, 2024, 10:15 AM.", "2024-05-03", null],
    ["Posted: Friday, 3rd May 2024 at 18:05 AEST", "2024-05-03", null],
    ["May 3, 2024, 6 PM Eastern Daylight Time", "2024-05-03", null],
    ["May 3, 2024 • 5 min read", "2024-05-03", null],
    ["20.11.2024", "2024-11-20", null],
    ["2024-05-03T10:00:00Z", "2024-05-03T10:00:00Z", null],
    ["Stand: 03.04.2024, 16:20 Uhr", null, "2024-04-03"],
    ["Veröffentlicht am 7. Oktober 2024 um 08:05 Uhr", "2024-10-07", null],
    ["Samstag, 21. Dezember 2024", "2024-12-21", null],
    ["Publié le 3 mai 2024 à 18h00 - Mis à jour le 04/05/2024 à 10h12", "2024-05-03", "2024-05-04"],
    ["Lunes, 3 de junio de 2024 - 10:15", "2024-06-03", null],
    ["Pubblicato il 3 maggio 2024 alle 10:15", "2024-05-03", null],
    ["Atualizado em 3 de março de 2024 às 10h15", null, "2024-03-03"],
    ["Gepubliceerd op 3 mei 2024", "2024-05-03", null],
  ])("says when: %s", (text, publishedAt, updatedAt) => {
    expect(readLineDates(text)).toMatchObject({ publishedAt, updatedAt });
  });

  test.each(["03/04/2024", "January 1, 0001", "31 April 2024", "Published 2 hours ago", "Updated May 3"])(
    "may name no day of the calendar: %s",
    (text) => {
      expect(readLineDates(text)).toMatchObject({ publishedAt: null, updatedAt: null });
    },
  );
});

test.each([
  "SKERROW, May 3 - The ferry sails on.",
  "May 3, 2024 was a dry day.",
  "Published",
  "3 Smarch 2024",
  "In the May 3, 2024 edition",
  "Updated daily",
  "1984",
  "May",
  "Today",
  "Mittwoch",
  "3 de mayo",
  "Stand 3",
  "Am 3. Mai 2024 fuhr die Fähre",
])("a line that is something else is none: %s", (text) => {
  expect(readLineDates(text)).toBeNull();
});

test.each(["6.05pm", "18:05 GMT", "18:05", "10:15 a.m. ET", "2h ago"])("a time of day stands over a post of a live blog: %s", (text) => {
  expect(isTimeLine(text)).toBe(true);
});

test.each(["18:05 The ferry leaves", "3.20", "10-15", "Noon", "May 3, 2024", "5 min read"])("is not a time of day: %s", (text) => {
  expect(isTimeLine(text)).toBe(false);
});

test.each([
  ["By Ada Quill, Staff Writer | May 3, 2024", "By Ada Quill, Staff Writer", "2024-05-03"],
  ["Posted on May 3, 2024 by Ada Quill", "by Ada Quill", "2024-05-03"],
  ["By Ada Quill Published May 3, 2024 at 10:15 a.m. EST", "By Ada Quill", "2024-05-03"],
])("a byline keeps its words when its date is read: %s", (text, words, publishedAt) => {
  expect(splitDates(text)).toMatchObject({ words, dates: { publishedAt } });
});
