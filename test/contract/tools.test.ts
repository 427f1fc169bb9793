import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { has } from "../examples/programs.ts";
import { openapi, operations, resolve, type Schema } from "./document.ts";

// What generators, linters and testers of other languages need of the document.

const folder = join(import.meta.dirname, "../../openapi");
const files = readdirSync(folder).filter((name) => name === "openapi.json" || name.endsWith(".schema.json"));

/** Every pattern below a value, with the path to it. */
function patternsIn(value: unknown, path: string): [string, string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "pattern" && typeof one === "string" ? [[`${path}/${key}`, one] as [string, string]] : patternsIn(one, `${path}/${key}`),
  );
}
const patterns = files.flatMap((name) => patternsIn(JSON.parse(readFileSync(join(folder, name), "utf8")), name));

/**
 * Why a pattern is not one that ECMAScript (with and without `u`), Python's re, Go's RE2 and .NET all compile to the same: `null` when
 * it is. They share literals, classes, groups without a name, alternatives, anchors, and counted repetition up to 1,000.
 */
function unportable(pattern: string): string | null {
  if (!/^[\x20-\x7e]*$/.test(pattern)) return "has characters other than printable ASCII";
  const escaped = /\\(?![dDwWsSbBnrtfv^$\\.*+?()[\]{}|/-])./.exec(pattern);
  if (escaped !== null) return `has the escape ${escaped[0]}`;
  if (/\\-/.test(pattern.replace(/\[(?:\\.|[^\]\\])*\]/g, ""))) return "escapes a hyphen outside a class";
  if (/\(\?(?!:)/.test(pattern)) return "has a group other than ( and (?:";
  if (/[*+?}]\+/.test(pattern)) return "has a possessive quantifier";
  if ([...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].some(([, least, most]) => Number(most || least) > 1000))
    return "repeats more than 1,000 times";
  if (/\[[^\]]*\[/.test(pattern.replace(/\\./g, ""))) return "has a bracket inside a class";
  for (const flags of ["", "u"]) {
    try {
      new RegExp(pattern, flags);
    } catch (error) {
      return (error as Error).message;
    }
  }
  return null;
}

test("the check of patterns refuses what some engine cannot compile", () => {
  for (const pattern of [
    "\\p{L}",
    "^[\\p{L}\\p{N}]+$",
    "(?=a)a",
    "(?<!a)b",
    "(?<year>\\d)",
    "(a)\\1",
    "é",
    "\\u00e9",
    "\\cA",
    "a++",
    "a{2000}",
    "(",
    "[[:alpha:]]",
  ]) {
    expect(unportable(pattern), pattern).not.toBeNull();
  }
  for (const pattern of ["^[0-9a-f]{64}$", "^p[1-9][0-9]*$", "\\S", "^[^\\s/?#%]+$", "^(?:a|b)(?:,(?:a|b))*$"])
    expect(unportable(pattern), pattern).toBeNull();
});

test("every pattern of the document and of the files' schemas is one that all tools compile", () => {
  expect(patterns.length).toBeGreaterThan(20);
  expect(patterns.map(([path, pattern]) => [path, unportable(pattern)]).filter(([, fault]) => fault !== null)).toEqual([]);
});

test.skipIf(!has("python3"))("Python compiles every pattern", () => {
  const script = "import json, re, sys\nfor pattern in json.load(sys.stdin): re.compile(pattern)";
  execFileSync("python3", ["-c", script], { input: JSON.stringify(patterns.map(([, pattern]) => pattern)) });
});

/** The schemas directly below a schema. */
function partsOf({ items, additionalProperties, properties = {}, anyOf = [], oneOf = [] }: Schema): Schema[] {
  const others = [items, additionalProperties].filter((one): one is Schema => typeof one === "object" && one !== null);
  return [...Object.values(properties), ...others, ...anyOf, ...oneOf];
}
function everySchema(schema: Schema): Schema[] {
  return [schema, ...partsOf(schema).flatMap(everySchema)];
}
const components = Object.entries(openapi.components.schemas as Record<string, Schema>);
const contents = operations.flatMap(({ operationId, responses, requestBody }) =>
  [...Object.values(responses), requestBody].flatMap((one) =>
    Object.entries(one?.content ?? {}).map(([type, { schema }]) => [`${operationId} ${type}`, schema] as const),
  ),
);

test("every object and every list of values has a name: a component holds none without", () => {
  const below = [
    ...components.map(([name, schema]) => [name, partsOf(schema)] as const),
    ...contents.map(([name, schema]) => [name, [schema]] as const),
  ];
  const unnamed = below.filter(([, parts]) =>
    parts.flatMap(everySchema).some((one) => one.properties !== undefined || (one.enum?.length ?? 0) > 1),
  );
  expect(unnamed.map(([name]) => name)).toEqual([]);
});

/** Whether a reader knows by the JSON type of a value which member of a union it is. */
function toldApart(union: Schema[]): boolean {
  const types = union.map((one) => resolve(one).type);
  return types.every((type) => typeof type === "string") && new Set(types).size === types.length;
}

test("a media type has one schema, and a field one type or null: a union has a discriminator, or members of different JSON types", () => {
  const unclear = ({ anyOf, oneOf, ...others }: Schema) =>
    !("discriminator" in others) && [anyOf, oneOf].some((union) => union !== undefined && !toldApart(union));
  // What is sent may be one of two: whoever writes it knows which, and no tool has to tell them apart.
  const read = components.filter(([name]) => name !== "SubmittedArticle");
  const unions = [...read, ...contents].filter(([, schema]) => everySchema(schema).some(unclear));
  expect(unions.map(([name]) => name)).toEqual([]);
  expect(unclear({ anyOf: [{ type: "object" }, { $ref: "#/components/schemas/Article" }] })).toBe(true);
});

test("every component and every field says what it is", () => {
  const silent = components.flatMap(([name, schema]) => [
    ...(schema.description === undefined ? [name] : []),
    ...Object.entries(schema.properties ?? {})
      .filter(([, field]) => field.description === undefined && field.$ref === undefined)
      .map(([field]) => `${name}.${field}`),
  ]);
  expect(silent).toEqual([]);
});

test("an operation has an id of its own, a verb first", () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^(?:get|list|search|verify|extract|count|publish|replace|withdraw|set|change)[A-Z]?[A-Za-z]*$/);
});
