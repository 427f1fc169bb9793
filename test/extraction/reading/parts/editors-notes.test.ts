import { expect, test } from "vitest";
import { isEditorsNote } from "../../../../src/extraction/reading/parts/editors-notes.ts";

test.each([
  "Correction: The boat is red.",
  "Correction, Nov. 15, 2024: The boat is red.",
  "This article was amended on 3 May 2024 to correct a name.",
  "• This article was amended on 3 May 2024.",
  "A previous version of this story said the boat was red.",
  "An earlier version of this column misstated the year.",
  "Ed. note: The boat is red.",
  "EDITOR'S NOTE — The boat is red.",
  "This story has been updated.",
  "This story was first published on May 3 by The Ferry Post.",
  "The article has since been corrected.",
  "(Adds details of the vote)",
])("%j is about the article", (paragraph) => {
  expect(isEditorsNote(paragraph)).toBe(true);
});

test.each([
  "This report was published by the ministry in May.",
  "The review was published on Monday.",
  "The story was first published by a rival paper, Lind said.",
  "The original version of the boat was red.",
  "Corrections officers said the prison was full.",
  "The page was changed overnight.",
  "Updates with the ministry were slow.",
  "Adds the minister, who rows: “It is late.”",
])("%j is not", (paragraph) => {
  expect(isEditorsNote(paragraph)).toBe(false);
});
