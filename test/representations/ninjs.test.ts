import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/model/schema.ts";
import { articleNinjs } from "../../src/representations/ninjs.ts";
import { buildArticle } from "../article-builder.ts";
import { hostileArticle, sample, site } from "./samples.ts";

// The IPTC's schema is not part of this project: NINJS_SCHEMAS names the folder that holds it and the GeoJSON schema.
const folder = process.env.NINJS_SCHEMAS ?? join(import.meta.dirname, "../../../shared/schemas");
const absent = existsSync(join(folder, "ninjs-schema_3.1.json"))
  ? ""
  : ` (skipped: no ninjs-schema_3.1.json in NINJS_SCHEMAS or ${folder})`;

if (absent !== "") console.warn(`The official ninjs 3.1 schema${absent}`);

const ninjs = (article: Article) => JSON.parse(articleNinjs(article, site));

describe.skipIf(absent !== "")(`the official ninjs 3.1 schema${absent}`, () => {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const compile = () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(read("GeoJSON-schema.json"));
    return ajv.compile(read("ninjs-schema_3.1.json"));
  };
  const validate = absent === "" ? compile() : undefined;
  const faults = (value: unknown) => (validate?.(value) ? [] : (validate?.errors ?? ["not validated"]));

  test("accepts an article with everything in it", () => {
    expect(faults(ninjs(sample))).toEqual([]);
  });

  test("accepts an article of which next to nothing is known", () => {
    expect(faults(ninjs(buildArticle({ headline: "One", language: null, sections: [{ paragraphs: ["Two."] }] })))).toEqual([]);
  });

  test("accepts hostile words in every field", () => {
    fc.assert(
      fc.property(hostileArticle, (article) => {
        expect(faults(ninjs(article))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("refuses what is none", () => {
    expect(faults({ ...ninjs(sample), offsets: [1, 2] })).not.toEqual([]);
    expect(faults({ ...ninjs(sample), firstCreated: "2025-02-31T00:00:00Z" })).not.toEqual([]);
  });
});

test("quotes are components with their words, speakers stand under their kind, credits keep their roles", () => {
  const item = ninjs(sample);
  expect(item.associations.map((quote: { profile: string; by?: string }) => [quote.profile, quote.by])).toEqual([
    ["direct-quote", "Ada Lind"],
    ["indirect-quote", "Harbour Report"],
    ["mixed-quote", "Sund Lines"],
    ["direct-quote", undefined],
    ["indirect-quote", "Bo Quist, Island Council"],
    ["direct-quote", "a deckhand"],
  ]);
  expect(item.people.map(({ name }: { name: string }) => name)).toEqual(["Ada Lind", "Bo Quist"]);
  expect(item.organisations.map(({ name }: { name: string }) => name)).toEqual(["Sund Lines", "Island Council"]);
  expect(item.objects[0].name).toBe("Harbour Report");
  expect(item.by).toBe("Eli Vane");
  expect(item.infoSources.map(({ role }: { role: string }) => role)).toEqual([
    "publisher",
    "author",
    "contributor",
    "contributor",
    "reporter",
    "editor",
  ]);
  expect(item.infoSources[0]).toEqual({ name: "The Island Paper", role: "publisher" });
  expect(item.infoSources[4].contactInfo[0].value).toBe("eli@paper.example");
});

test("rights stand in the article and in every quote", () => {
  const item = ninjs(sample);
  for (const part of [item, ...item.associations]) {
    expect(part).toMatchObject({
      copyrightHolder: "The Island Paper",
      copyrightNotice: "© 2025 The Island Paper",
      usageTerms: "CC BY 4.0",
    });
  }
});

test("a bare day becomes its first second, an unknown one is left out", () => {
  expect(ninjs(sample).contentCreated).toBe("2025-05-02T00:00:00Z");
  expect(ninjs({ ...sample, publishedAt: null })).not.toHaveProperty("contentCreated");
});
