import { expect, test } from "vitest";
import { readDateLine } from "../../../../src/extraction/reading/parts/date-line.ts";

test.each([
  ["2024-05-03", "publishedAt", "2024-05-03"],
  ["Published: May 3, 2024", "publishedAt", "2024-05-03"],
  ["Last updated on 3 May 2024, 10:15", "updatedAt", "2024-05-03"],
])("a line that is a date and nothing else says when: %s", (text, field, moment) => {
  expect(readDateLine(text)).toEqual({ field, moment });
});

test.each(["SKERROW, May 3 - The ferry sails on.", "May 3, 2024 was a dry day.", "Published", "3 Smarch 2024"])(
  "a line that is something else is none: %s",
  (text) => {
    expect(readDateLine(text)).toBeNull();
  },
);
