import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readConfig, Variables } from "../src/config.ts";

const example = readFileSync(resolve(import.meta.dirname, "../.env.example"), "utf8");
/** The example with the lines that show variables without a default. */
const everything = parseEnv(example.replace(/^#(?=[A-Z_]+=)/gm, ""));

test(".env.example names every variable that is read, and no other", () => {
  expect(Object.keys(everything).sort()).toEqual(Object.keys(Variables.shape).sort());
});

test(".env.example sets the defaults", () => {
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
});

test.each([
  ["https://news.example", "https://news.example"],
  ["https://news.example/", "https://news.example"],
  ["HTTPS://News.Example:443/base/", "https://news.example/base"],
  ["http://[::1]:8080/a/b-c_d.e~f", "http://[::1]:8080/a/b-c_d.e~f"],
  ["https://zeitung.example/über", "https://zeitung.example/%C3%BCber"],
])("PUBLIC_URL=%s is taken as %s", (given, taken) => {
  expect(readConfig({ PUBLIC_URL: given }).publicUrl).toBe(taken);
});

test.each([
  ["ftp://news.example", "must be an http or https URL"],
  ["news.example/base", "must be an http or https URL"],
  ["https://news.example/base?site=1", "must have no user, password, query or fragment"],
  ["https://news.example/#top", "must have no user, password, query or fragment"],
  ["https://me:secret@news.example", "must have no user, password, query or fragment"],
  ["https://news.example//base", "may have only letters"],
  ["https://news.example/base//", "may have only letters"],
  ["https://news.example/a)b", "may have only letters"],
  ["https://news.example/a,b;c", "may have only letters"],
  ["https://news.example/%zz", "may have only letters"],
])("PUBLIC_URL=%s is refused at the start", (given, why) => {
  expect(() => readConfig({ PUBLIC_URL: given })).toThrow(`PUBLIC_URL=${JSON.stringify(given)}: ${why}`);
});

test("CONTACT is a mail address or a page", () => {
  for (const given of ["desk@news.example", "https://news.example/contact"]) expect(readConfig({ CONTACT: given }).contact).toBe(given);
  for (const given of ["the desk", "mailto:desk@news.example", "ftp://news.example"]) {
    expect(() => readConfig({ CONTACT: given })).toThrow("must be a mail address or the address of a page");
  }
  expect(readConfig({}).contact).toBeNull();
});

test("without PUBLIC_URL nothing is claimed to be known", () => {
  expect(readConfig({}).publicUrl).toBeNull();
});

test(".env.example shows values that are accepted", () => {
  expect(readConfig(everything)).toMatchObject({ publicUrl: "https://news.example", rateLimit: 600, cacheDir: "/var/cache/verbatim" });
});
