import { describe, expect, test } from "vitest";
import { z } from "zod";
import { filters } from "../../../src/http/requests/filters.ts";
import { flag } from "../../../src/http/requests/parameters.ts";
import { addressWithout, arrayNamed, isPassedOver, nearest } from "../../../src/http/requests/unknown-parameters.ts";

const list = z.strictObject({ speaker: filters.speaker, word: z.string().optional(), facets: flag, publishedFrom: z.string().optional() });
const page = z.object({ format: z.enum(["json", "html"]).optional() });
const none = z.object({});

const ADDED = [
  ...["fbclid", "gclid", "msclkid", "yclid", "ysclid", "irclickid", "rb_clickid", "li_fat_id", "igshid"],
  ...["utm_source", "utm_medium", "UTM_CAMPAIGN", "mtm_campaign", "pk_campaign", "hsa_cam", "mc_cid", "vero_id", "s_cid"],
  ...["_", "_ga", "_gl", "_openstat", "v"],
];

describe("a parameter that is not known", () => {
  test.each(ADDED)("%s is passed over everywhere: others add it to links", (name) => {
    for (const schema of [list, page, none]) expect(isPassedOver(name, schema)).toBe(true);
  });

  test.each([
    "colour",
    "author",
    "speakers",
    "published_from",
    "KIND",
    "word[]",
    "x",
    "utm",
    "utm_",
    "articlid",
    "pk",
    "cid",
    "clientid",
    "__proto__",
    "constructor",
    "vv",
    "é",
  ])("%s is refused where a filter may be meant, and passed over where there is none", (name) => {
    expect(isPassedOver(name, list)).toBe(false);
    expect(isPassedOver(name, none)).toBe(true);
    expect(isPassedOver(name, page)).toBe(true);
  });

  test.each(["fromat", "formt", "formats", "Format", "FORMAT", "format[]"])(
    "%s is a misspelt format, which is never passed over",
    (name) => {
      expect(isPassedOver(name, page)).toBe(false);
      expect(isPassedOver(name, list)).toBe(false);
    },
  );
});

test("a parameter that is known is never passed over", () => {
  expect(isPassedOver("v", z.strictObject({ v: z.string() }))).toBe(false);
  expect(isPassedOver("word", list)).toBe(false);
});

test.each([
  ["speakers", "speaker"],
  ["SPEAKER", "speaker"],
  ["published_from", "publishedFrom"],
  ["publishdFrom", "publishedFrom"],
  ["facets[]", "facets"],
  ["colour", null],
  ["to", null],
])("the name nearest to %s is %s", (name, near) => {
  expect(nearest(name, Object.keys(list.shape))).toBe(near);
});

test("brackets name a parameter that is an array, and no other", () => {
  for (const name of ["speaker[]", "speaker[0]", "speaker[17]"]) expect(arrayNamed(name, list)).toBe("speaker");
  for (const name of ["speaker", "speaker[a]", "speaker[", "speaker[][]", "word[]", "x[]", "__proto__[]"])
    expect(arrayNamed(name, list)).toBeNull();
});

test("an address without what is passed over keeps everything else as it was written", () => {
  expect(addressWithout("/v1/quotes", list)).toBe("/v1/quotes");
  expect(addressWithout("/v1/quotes?utm_source=x", list)).toBe("/v1/quotes");
  expect(addressWithout("/v1/quotes?word=direct&_=17&speaker%5B%5D=a+b&colour=red&fbclid", list)).toBe(
    "/v1/quotes?word=direct&speaker%5B%5D=a+b&colour=red",
  );
  expect(addressWithout("/?utm%5Fsource=x&format=json", page)).toBe("/?format=json");
  expect(addressWithout("/?%E0%A4%A=1", page)).toBe("/");
});
