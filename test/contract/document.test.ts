import { expect, test } from "vitest";
import { validatorOf } from "./checker.ts";
import { type MediaType, openapi, operations } from "./document.ts";

const named = operations.map((operation) => [operation.operationId, operation] as const);
const content = (types: Record<string, MediaType> = {}) => Object.entries(types);

test.each(named)(
  "%s says what it is, when to use it and everything it can answer",
  (_, { summary, description, tags, parameters, responses, method, requestBody }) => {
    expect(summary).toMatch(/^[A-Z].{5,60}$/);
    expect(description.length).toBeGreaterThan(40);
    expect(openapi.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags));
    for (const parameter of parameters) expect(parameter.description, parameter.name).toMatch(/.{15}/);
    const statuses = ["200", "400", "405", "406", "408", "414", "429", "431", "500", "503"];
    const others = [...(method === "GET" ? ["304"] : []), ...(requestBody === undefined ? [] : ["413", "415"])];
    expect(Object.keys(responses)).toEqual(expect.arrayContaining([...statuses, ...others]));
    expect(Object.keys(responses[405]?.headers ?? {})).toContain("Allow");
    for (const status of [429, 503]) expect(Object.keys(responses[status]?.headers ?? {})).toContain("Retry-After");
  },
);

test.each(named)("%s has an example for every parameter but a cursor, and its schema admits it", (_, { parameters }) => {
  for (const { name, example, schema } of parameters.filter((one) => one.name !== "cursor")) {
    expect(example, name).toBeDefined();
    expect(validatorOf(schema)(example), name).toBe(true);
  }
});

test.each(named)("%s shows answers and bodies that its schemas admit", (_, { operationId, responses, requestBody }) => {
  const shown = [...Object.values(responses).flatMap((response) => content(response.content)), ...content(requestBody?.content)];
  for (const [mediaType, { schema, example, examples = {} }] of shown) {
    const values = [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)];
    for (const value of values) {
      const validate = validatorOf(schema);
      expect(validate(value), `${operationId} ${mediaType} ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  }
  for (const [mediaType, { example }] of content(requestBody?.content)) expect(example, mediaType).toBeDefined();
});

test("every operation shows a real answer, except where answers are long", () => {
  const showing = operations.filter(({ responses }) => content(responses[200]?.content).some(([, { examples }]) => examples !== undefined));
  const silent = operations.filter((one) => !showing.includes(one)).map(({ operationId }) => operationId);
  expect(silent).toEqual(["getOpenApiJson", "getOpenApiYaml"]);
});
