import { expect, test } from "vitest";
import { declaredCharset, encodingOf } from "../../../src/extraction/reading/encoding.ts";
import { read } from "../../../src/extraction/reading/read.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, little: boolean) => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (const [at, unit] of [...text].entries()) bytes.setUint16(at * 2, unit.charCodeAt(0), little);
  return new Uint8Array(bytes.buffer);
};
const TEXT = "Ferry stays in Skerrow\n\n“The harbour is open,” Ada Quill said. The café was full.";
const CP1252 = "Ferry stays in Skerrow\n\n\x93The harbour is open,\x94 Ada Quill said. The caf\xe9 was full.";

test.each<[string, Uint8Array, string | null, string, boolean]>([
  ["UTF-8", utf8(TEXT), null, "utf-8", false],
  ["UTF-8 that is called iso-8859-1", utf8(TEXT), "iso-8859-1", "utf-8", true],
  ["UTF-8 that is called gb2312", utf8(TEXT), "gb2312", "utf-8", true],
  ["ASCII that is called windows-1251", utf8("Ferry stays"), "windows-1251", "windows-1251", false],
  ["ASCII that is called utf-16", utf8("Ferry stays"), "utf-16", "utf-8", false],
  ["UTF-8 that is called utf-16", utf8(TEXT), "utf-16", "utf-8", true],
  ["Windows-1252 without a label", latin1(CP1252), null, "windows-1252", true],
  ["Windows-1252 that is called utf-8", latin1(CP1252), "utf-8", "windows-1252", true],
  ["Windows-1252 with its label", latin1(CP1252), "windows-1252", "windows-1252", false],
  ["Windows-1252 with a label nobody knows", latin1(CP1252), "x-none", "windows-1252", true],
  ["Windows-1251 with its label", latin1("\xcf\xe0\xf0\xee\xec"), "windows-1251", "windows-1251", false],
  ["UTF-8 with one damaged byte", latin1("\xc3\xa9\xc3\xa9\xc3\xa9 \x93"), null, "utf-8", false],
  ["UTF-16LE without a mark", utf16(TEXT, true), null, "utf-16le", false],
  ["UTF-16BE without a mark", utf16(TEXT, false), null, "utf-16be", false],
])("reads %s", (_, raw, charset, encoding, isAssumed) => {
  expect(encodingOf(raw, charset)).toEqual({ encoding, isAssumed });
});

test.each<[string, Uint8Array]>([
  ["text", latin1(CP1252)],
  ["a page", latin1(`<html><body><h1>Ferry stays</h1><p>${CP1252}</p></body></html>`)],
])("keeps the marks of %s in Windows-1252, and says so", (_, raw) => {
  const { document, notes } = read(raw);
  expect(document.text).toContain("“The harbour is open,” Ada Quill said. The café");
  expect(notes.map(({ code }) => code)).toContain("encoding");
});

test("finds a declaration behind scripts", () => {
  expect(declaredCharset(utf8(`<html><head><script>${"x".repeat(5000)}</script><meta charset="windows-1251">`))).toBe("windows-1251");
  expect(declaredCharset(utf8("<html><head><title>charset=utf-8</title>"))).toBeNull();
});
