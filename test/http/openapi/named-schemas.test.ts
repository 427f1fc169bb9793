import { expect, test } from "vitest";
import { nameSchemas, type Schema } from "../../../src/http/openapi/named-schemas.ts";

const named = (schemas: Record<string, Schema>): Record<string, Schema> => {
  nameSchemas(schemas);
  return schemas;
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("an object inside another is named after its place, at any depth", () => {
  const place = { type: "object", properties: { town: { type: "string" } } };
  const schemas = named({
    Ferry: { type: "object", properties: { routes: { type: "array", items: { type: "object", properties: { place } } } } },
  });
  expect(schemas.Ferry?.properties?.routes).toEqual({ type: "array", items: ref("FerryRoutesItem") });
  expect(schemas.FerryRoutesItem?.properties?.place).toEqual(ref("FerryRoutesItemPlace"));
  expect(schemas.FerryRoutesItemPlace).toEqual(place);
});

test("a list of values is named, one value is not", () => {
  const schemas = named({
    Ferry: { type: "object", properties: { state: { type: "string", enum: ["in", "out"] }, of: { enum: ["sea"] } } },
  });
  expect(schemas.Ferry?.properties).toEqual({ state: ref("FerryState"), of: { enum: ["sea"] } });
});

test("what may be null is one schema with a name, made once, and keeps what stands beside it", () => {
  const span = { type: "object", description: "A place.", properties: { kind: { type: "string", enum: ["a", "b"] } } };
  const either = () => ({ anyOf: [ref("Span"), { type: "null" }] });
  const schemas = named({
    Ferry: { type: "object", properties: { from: { ...either(), description: "Where." }, to: either() } },
    Span: span,
  });
  expect(schemas.Ferry?.properties).toEqual({ from: { ...ref("NullableSpan"), description: "Where." }, to: ref("NullableSpan") });
  expect(schemas.NullableSpan).toEqual({ ...schemas.Span, type: ["object", "null"], description: "A place; or `null`." });
  expect(schemas.NullableSpan?.properties?.kind).toEqual(ref("SpanKind"));
});

test("a list of values that may be null admits null", () => {
  const schemas = named({
    A: { type: "object", properties: { b: { oneOf: [ref("B"), { type: "null" }] } } },
    B: { type: "string", enum: ["x", "y"] },
  });
  expect(schemas.NullableB).toMatchObject({ type: ["string", "null"], enum: ["x", "y", null] });
});

test("equal schemas get one name; a name that is taken by another is refused", () => {
  const searched = () => ({ type: "object", properties: { articles: { type: "integer" } } });
  const schemas = named({
    A: { type: "object", properties: { searched: searched() } },
    B: { type: "object", properties: { searched: searched() } },
  });
  expect(schemas.B?.properties?.searched).toEqual(ref("ASearched"));
  const clash = { A: { type: "object", properties: { searched: searched() } }, ASearched: { type: "string" } };
  expect(() => nameSchemas(clash)).toThrow("ASearched");
});

test("leaves plain schemas, values of a map and real unions of references as they are", () => {
  const schemas = {
    A: {
      type: "object",
      properties: {
        name: { type: "string" },
        either: { oneOf: [ref("B"), ref("C")] },
        map: { type: "object", additionalProperties: { type: "string" } },
      },
    },
  };
  expect(named(structuredClone(schemas))).toEqual(schemas);
});
