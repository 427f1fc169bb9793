import fc from "fast-check";
import { resolve, type Schema } from "./document.ts";

/** Strings that have broken servers before. */
const NASTY = [
  "\0",
  "a\0b",
  "%",
  "%00",
  "'; --",
  '"',
  "\\",
  "..",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "none",
  "null",
  "-1",
  "\u202e",
  "\ufeff",
  "\r\nX: 1",
  "<script>",
  "é",
  "é",
  "🏴‍☠️",
  "\uffff",
  "*",
  "NEAR(a b)",
  "a OR b",
  '"a',
];

/** The spellings on the wire of values a parameter's schema admits: one, or several where it is an array. */
export function admitted(given: Schema): fc.Arbitrary<string[]> {
  const schema = resolve(given);
  if (schema.type === "array") {
    const { minItems = 0, maxItems = 5, items = {} } = schema;
    return fc.array(admitted(items), { minLength: minItems, maxLength: maxItems }).map((values) => values.flat());
  }
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum.map(String)).map((value) => [value]);
  if (schema.type === "integer")
    return fc.integer({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6 }).map((value) => [String(value)]);
  if (schema.type === "boolean") return fc.constantFrom(["true"], ["false"]);
  return strings(schema).map((value) => [value]);
}

/** Spellings of values a parameter's schema does not admit, each with the reason. */
export function refused(given: Schema): [reason: string, values: string[]][] {
  const schema = resolve(given);
  const wrong: [string, string[]][] = [];
  if (schema.type === "array") {
    const { maxItems, items = {} } = schema;
    if (maxItems !== undefined) wrong.push(["too many", Array.from({ length: maxItems + 1 }, () => "a")]);
    return [...wrong, ...refused(items).filter(([reason]) => reason !== "given twice")];
  }
  wrong.push(["given twice", ["a", "b"]]);
  if (schema.enum !== undefined)
    wrong.push(["not in the list", ["nope"]], ["empty", [""]], ["in capitals", [String(schema.enum[0]).toUpperCase()]]);
  if (schema.type === "integer") {
    for (const value of ["x", "", "1.5", "1e1", " 1", "0x1", "NaN", "9".repeat(400)]) wrong.push([`"${value.slice(0, 9)}"`, [value]]);
    if (schema.minimum !== undefined) wrong.push(["too small", [String(schema.minimum - 1)]], ["negative", ["-1"]]);
    if (schema.maximum !== undefined) wrong.push(["too large", [String(schema.maximum + 1)]]);
  }
  if (schema.minLength !== undefined && schema.minLength > 0) wrong.push(["empty", [""]]);
  if (schema.maxLength !== undefined) {
    wrong.push(["too long", ["a".repeat(schema.maxLength + 1)]], ["too long, astral", ["𝒜".repeat(schema.maxLength + 1)]]);
  }
  if (schema.pattern !== undefined && schema.enum === undefined) {
    const pattern = new RegExp(schema.pattern, "u");
    for (const value of ["", ...NASTY]) if (!pattern.test(value)) wrong.push([`not of the pattern: ${JSON.stringify(value)}`, [value]]);
  }
  return wrong;
}

/** Values a JSON schema admits, for bodies. */
export function jsonValues(given: Schema): fc.Arbitrary<unknown> {
  const schema = resolve(given);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const [type] = [schema.type].flat();
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(jsonValues));
  if (type === "null") return fc.constant(null);
  if (type === "integer") return fc.integer({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6 });
  if (type === "array")
    return fc.array(jsonValues(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: schema.maxItems ?? 5 });
  // What a format or a class of letters admits is better shown than guessed.
  const examples = fc.constantFrom(...(schema.examples ?? [""]));
  if (schema.format !== undefined || schema.pattern?.includes("\\p")) return examples;
  if (type !== "object") return schema.examples === undefined ? strings(schema) : examples;
  const branches = schema.oneOf?.map(({ required = [] }) => required) ?? [[]];
  return fc.constantFrom(...branches).chain((branch) => {
    const others = branches.flat().filter((name) => !branch.includes(name));
    const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !others.includes(name));
    return fc.record(Object.fromEntries(properties.map(([name, one]) => [name, jsonValues(one)])), {
      requiredKeys: [...(schema.required ?? []), ...branch],
    } as object);
  });
}

/** Strings of a schema: of its pattern, of every kind of character, short and as long as it allows. */
function strings({ pattern, minLength = 0, maxLength = 3000 }: Schema): fc.Arbitrary<string> {
  const expression = pattern === undefined ? null : new RegExp(pattern, "u");
  const fits = (value: string) => {
    const length = [...value].length;
    return length >= minLength && length <= maxLength && expression?.test(value) !== false;
  };
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(...NASTY),
    fc.constantFrom("a", "𝒜", "é", "ﷺ").map((one) => one.repeat(maxLength)),
    ...(expression === null ? [] : [fc.stringMatching(expression)]),
  );
  return expression === null || /^\[[^\]]*\]$/.test(pattern ?? "") ? anything.filter(fits) : fc.stringMatching(expression).filter(fits);
}
