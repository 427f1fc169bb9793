import { describe, expect, test } from "vitest";
import { z } from "zod";
import { HttpProblem } from "../../../src/http/problem.ts";
import { parseJson, RawBody } from "../../../src/http/requests/body.ts";
import { filters } from "../../../src/http/requests/filters.ts";
import { flag, paging, text } from "../../../src/http/requests/parameters.ts";
import { validatorCompiler } from "../../../src/http/requests/validator.ts";

function validate(schema: z.ZodType, httpPart: string, value: unknown): { value: unknown } | { error: HttpProblem } {
  return validatorCompiler({ schema, httpPart, method: "GET", url: "/" })(value) as never;
}

function problemOf(schema: z.ZodType, httpPart: string, value: unknown): HttpProblem {
  const result = validate(schema, httpPart, value);
  if (!("error" in result)) throw new Error(`expected a problem for ${JSON.stringify(value)}`);
  expect(result.error).toBeInstanceOf(HttpProblem);
  return result.error;
}

describe("a query", () => {
  const schema = z.strictObject({
    ...paging,
    speaker: filters.speaker,
    kind: filters.kind,
    id: filters.id,
    facets: flag,
    q: text(3).min(1),
    sort: z.enum(["name", "quotes"]).optional(),
  });

  test("is what its schema makes of it", () => {
    expect(validate(schema, "querystring", { q: "abc", limit: "20", speaker: "ada-quill", facets: "true" })).toEqual({
      value: { q: "abc", limit: 20, speaker: ["ada-quill"], facets: true },
    });
  });

  test("may have values joined by commas where no value has a comma, and may not where names have one", () => {
    const query = { q: "a,b", kind: ["direct,mixed", "indirect"], id: "one, two", speaker: "Brannock, Isolde" };
    expect(validate(schema, "querystring", query)).toEqual({
      value: { q: "a,b", kind: ["direct", "mixed", "indirect"], id: ["one", "two"], speaker: ["Brannock, Isolde"] },
    });
  });

  test.each([
    [{}, "q: Missing; this operation needs it.", null],
    [{ q: "" }, "q: Empty; give a value or leave the parameter out.", ""],
    [{ q: "abcd" }, "q: Too long; at most 3 characters are allowed.", "abcd"],
    [{ q: ["a", "b"] }, "q: Given several times; give it once.", "a, b"],
    [{ q: "a", limit: "101" }, 'limit: "101" is too large; the largest value is 100.', "101"],
    [{ q: "a", limit: "-1" }, 'limit: "-1" is too small; the smallest value is 0.', "-1"],
    [{ q: "a", limit: "ten" }, 'limit: "ten" is not a whole number.', "ten"],
    [{ q: "a", sort: "size" }, 'sort: Unknown sort "size". Use "name" or "quotes".', "size"],
    [{ q: "a", speaker: Array(21).fill("x") }, "speaker: Given 21 times; at most 20 times are allowed.", expect.stringMatching(/^x, x/)],
    [{ q: "a", kind: "direct,mxed" }, 'kind: Unknown kind "mxed". Use "direct", "mixed", "indirect".', "mxed"],
    [{ q: "a", id: "one,,two" }, "id: Empty; give a value or leave the parameter out.", ""],
    [{ q: "a", id: Array(101).fill("x").join() }, "id: Given 101 times; at most 100 times are allowed.", expect.stringMatching(/^x, x/)],
    [{ q: "a", speaker: [] }, "speaker: Empty; give a value or leave the parameter out.", ""],
    [{ q: "a", limit: 2.5 }, 'limit: "2.5" is not a whole number.', "2.5"],
    [{ q: { or: 1 } }, "q: {...} is not a string.", "{...}"],
    [{ q: "a", format: "csv" }, "format: This operation has one format only. Leave the parameter out.", "csv"],
    [{ q: "a", colour: "red" }, "colour: Unknown parameter. Use one of: limit, cursor, speaker, kind, id, facets, q, sort.", "red"],
  ])("%j is an invalid parameter", (query, detail, value) => {
    const problem = problemOf(schema, "querystring", query);
    expect([problem.code, problem.status, problem.message]).toEqual(["invalid-parameter", 400, detail]);
    expect(problem.extra.errors).toEqual([{ in: "query", name: detail.split(":")[0], value, message: detail.replace(/^\w+: /, "") }]);
  });

  test("with several wrong parameters names each of them", () => {
    const { extra } = problemOf(schema, "querystring", { limit: "x", colour: "red" });
    expect(extra.errors?.map(({ name }) => name).sort()).toEqual(["colour", "limit", "q"]);
  });
});

describe("what is wrong in a hundred places", () => {
  const schema = z.strictObject({ items: z.array(z.string()).optional() });
  const names = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${"n".repeat(500)}${index}`, "x"]));
  test.each([
    ["a body of unknown members", () => problemOf(schema, "body", names)],
    ["a body of wrong items", () => problemOf(schema, "body", { items: Array.from({ length: 3000 }, () => 1) })],
    ["a query of unknown parameters", () => problemOf(schema, "querystring", names)],
  ])("is told of the first ones: %s", (_, problem) => {
    const { message, extra } = problem();
    expect(extra.errors).toHaveLength(50);
    expect(extra.errors?.every(({ name }) => name.length <= 200)).toBe(true);
    expect(message).toMatch(/There is more; the first 50 errors are listed\.$/);
    expect(message.length).toBeLessThan(20_000);
  });
});

test("JSON of too many values is refused before it is read; those in its strings do not count", () => {
  const read = (json: string) => parseJson(Buffer.from(json), 5);
  expect(read('{"a":[1,2],"b":"\\"[[{{,,,,\\\\"}')).toEqual({ a: [1, 2], b: '"[[{{,,,,\\' });
  for (const json of ["[[[[[[", "[{},{},{},1]", '{"a":1,"a":1,"a":1,"a":1,"a":1,"a":1}', '["\\\\",1,2,3,4,5']) {
    expect(() => read(json)).toThrow(
      expect.objectContaining({ code: "payload-too-large", message: expect.stringContaining("more than 5 values") }),
    );
  }
});

describe("a body", () => {
  const schema = z.strictObject({ quotes: z.array(z.strictObject({ text: z.string().min(1) })) });

  test("is named by the path of what is wrong in it", () => {
    const problem = problemOf(schema, "body", { quotes: [{ text: "a" }, { text: "", said: 1 }], note: 1 });
    expect([problem.code, problem.status]).toEqual(["invalid-body", 400]);
    expect(problem.extra.errors?.map(({ name, message }) => [name, message])).toEqual([
      ["quotes[1].text", "Empty; give a value or leave the member out."],
      ["quotes[1].said", "Unknown member; remove it."],
      ["note", "Unknown member; remove it."],
    ]);
    const ofNone = problemOf(schema, "body", []);
    expect([ofNone.message, ofNone.extra.errors?.[0]?.name]).toEqual(["The body: Must be an object.", "(root)"]);
  });

  test("is told in words of ours what is wrong with each of its members", () => {
    const many = z.strictObject({
      article: z.union([z.string(), z.array(z.string()).min(1).max(2)]).optional(),
      sources: z
        .array(z.union([z.string(), z.strictObject({ text: z.string() })]))
        .max(20)
        .optional(),
      from: z.string().regex(/^\d+$/, "is not a year").optional(),
      text: z.string().min(1).max(3),
    });
    const messagesOf = (value: unknown) => problemOf(many, "body", value).extra.errors?.map(({ name, message }) => `${name}: ${message}`);
    expect(messagesOf({ article: 1, sources: [2, { text: null }, {}], from: "May" })).toEqual([
      "article: Must be a string or an array.",
      "sources[0]: Must be a string or an object.",
      "sources[1].text: Must be a string.",
      "sources[2].text: Missing; this operation needs it.",
      'from: "May" is not a year.',
      "text: Missing; this operation needs it.",
    ]);
    expect(messagesOf({ article: [], sources: null, text: "four" })).toEqual([
      "article: Empty; give a value or leave the member out.",
      "sources: Must be an array.",
      "text: Too long; at most 3 characters are allowed.",
    ]);
    const ofOtherTypes = { article: "a", sources: "text that is too long", text: [] };
    expect(messagesOf(ofOtherTypes)).toEqual(["sources: Must be an array.", "text: Must be a string."]);
    expect(messagesOf({ article: ["a", "b", "c"], text: "x" })).toEqual(["article: Too many; at most 2 are allowed."]);
  });

  test("that is not JSON is passed on as its bytes", () => {
    const raw = new RawBody('Text/Plain; Charset="ISO-8859-1"', Buffer.from("x"));
    expect(validate(schema, "body", raw)).toEqual({ value: raw });
    expect([raw.mediaType, raw.charset]).toEqual(["text/plain", "iso-8859-1"]);
  });
});

test("path parameters are passed on as they are: what no id can be is not found", () => {
  expect(validate(z.object({ slug: z.string().min(1) }), "params", { slug: "" })).toEqual({ value: { slug: "" } });
});
