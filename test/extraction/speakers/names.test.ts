import { expect, test } from "vitest";
import { annotate } from "../../../src/extraction/annotate.ts";
import { plainDocument } from "../../../src/extraction/annotate-text.ts";

/** Name and type of who said the first quote. */
function speakerOf(mention: string): string | undefined {
  const [speaker] = annotate(plainDocument(`“The ferry is late,” ${mention} said. “It is always late.”`)).speakers;
  return speaker && `${speaker.name}, ${speaker.type}`;
}

test.each([
  ["the Justice Department", "Justice Department"],
  ["General Motors", "General Motors"],
  ["King Edward Hospital", "King Edward Hospital"],
  ["St. Mary's Hospital", "St. Mary's Hospital"],
  ["the Women's Institute", "Women's Institute"],
  ["the Teachers’ Union", "Teachers’ Union"],
  ["the Prime Minister's Office", "Prime Minister's Office"],
  ["the Office of the Prime Minister", "Office of the Prime Minister"],
  ["the Bank of Skerrow", "Bank of Skerrow"],
  ["the Royal Society for the Protection of Birds", "Royal Society for the Protection of Birds"],
  ["the Ministry of Science and Technology", "Ministry of Science and Technology"],
  ["Tide & Sons", "Tide & Sons"],
  ["the Lars Holt Foundation", "Lars Holt Foundation"],
  ["Senate Democrats", "Senate Democrats"],
  ["WHO", "WHO"],
  ["Downing Street", "Downing Street"],
  ["Skerrow's Labour Party", "Labour Party"],
])("takes %s for the whole name of an organisation", (mention, name) => {
  expect(speakerOf(mention)).toBe(`${name}, organisation`);
});

test.each([
  ["Nora Church", "Nora Church"],
  ["Ann House", "Ann House"],
  ["JD Novak", "JD Novak"],
  ["Secretary Nora Church", "Nora Church"],
  ["Bank of Skerrow Governor Ida Brun", "Ida Brun"],
  ["James Earl Voss", "James Earl Voss"],
  ["Dean Baron", "Dean Baron"],
  ["Professor Emeritus Al Coe", "Al Coe"],
  ["Vice-Chancellor Ida Brun", "Ida Brun"],
  ["Governor of Ohio Bo Marsh", "Bo Marsh"],
  ["the Most Rev. Bo Marsh", "Bo Marsh"],
  ["Ann Lee-Brun, RN,", "Ann Lee-Brun"],
  ["Al Coe III", "Al Coe"],
  ["Valéry d’Aubrac", "Valéry d’Aubrac"],
])("takes %s for a person", (mention, name) => {
  expect(speakerOf(mention)).toBe(`${name}, person`);
});

test.each([
  ["the Prime Minister", "Prime Minister, person"],
  ["the Labour MP", "Labour MP, person"],
  ["a van driver", "van driver, person"],
  ["Oslo", "Oslo, place"],
  ["the Isle of Wight", "Isle of Wight, place"],
  ["the Lund-based firm", "Lund-based firm, organisation"],
])("takes %s for no person's name", (mention, speaker) => {
  expect(speakerOf(mention)).toBe(speaker);
});
