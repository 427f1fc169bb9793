import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, validatorOf } from "./checker.ts";
import { addressOf, encode, type Operation, openapi, operations, type Schema } from "./document.ts";
import { type Asked, send } from "./request.ts";
import { serveWritable } from "./server.ts";
import { admitted, jsonValues, refused } from "./values.ts";

let server: Awaited<ReturnType<typeof serveWritable>>;
beforeAll(async () => {
  server = await serveWritable();
});
afterAll(() => server.stop());

const RUNS = { numRuns: 30 };
/** Characters of the longest address the server takes. */
const MAX_URL = 8192;
const reads = operations.filter(({ method }) => method === "GET");
const writes = operations.filter(({ method }) => method === "POST");
const named = (list: Operation[]) => list.map((operation) => [operation.operationId, operation] as const);

/**
 * Parameters that name what must exist to be asked about, with what they may answer; a name several speakers have is a 400, and so is a
 * claim without a letter or a digit or a query that is not in the query language, which no pattern that all tools read can say.
 */
const NAMES_SOMETHING: Record<string, number[]> = {
  ...Object.fromEntries(
    operations.flatMap(({ operationId }) =>
      ["speaker", "publisher", "credit", "article"].map((name) => [`${operationId} ${name}`, [200, 400, 404]]),
    ),
  ),
  ...Object.fromEntries(operations.map(({ operationId }) => [`${operationId} q`, [200, 400]])),
  ...Object.fromEntries(operations.map(({ operationId }) => [`${operationId} revision`, [200, 404]])),
  "verifyQuote quote": [200, 400],
  "verifyQuote speaker": [200, 400],
  "verifyQuote article": [200, 404],
};

/** Sends a request to an operation and expects the answer to be what the document says. */
async function ask(operation: Operation, path: string, asked: Asked = {}) {
  const request = { method: operation.method, ...(operation.method === "POST" ? exampleBody(operation) : {}), ...asked };
  request.headers = { ...allowed(operation), ...request.headers };
  const answer = await send(server.url, path, request);
  const some = /[?&]fields=/.test(path);
  expect(faultsOf(operation, answer, request.method, some), `${request.method} ${path} ${answer.status}`).toEqual([]);
  return {
    ...answer,
    problem:
      answer.headers["content-type"] === "application/problem+json" && answer.body.length > 0 ? JSON.parse(answer.body.toString()) : null,
  };
}

/** What opens an operation that needs a key. What it writes is tested elsewhere. */
function allowed({ security = [] }: Operation): Record<string, string> {
  return security.length === 0 ? {} : { authorization: `Bearer ${server.key}`, prefer: "validate-only" };
}

function exampleBody({ requestBody }: Operation): Asked {
  const example = requestBody?.content["application/json"]?.example;
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(example) };
}

test("every schema of the document compiles", () => {
  const schemas = openapi.components.schemas as Record<string, Schema>;
  expect(Object.keys(schemas).length).toBeGreaterThan(20);
  for (const schema of Object.values(schemas)) expect(validatorOf(schema)).toBeTypeOf("function");
});

describe.each(named(reads))("%s", (_, operation) => {
  const queries = operation.parameters.filter((one) => one.in === "query");

  test("answers with the document's examples, in every format, to HEAD, and 304 to its own tag", async () => {
    const path = addressOf(operation);
    const types = Object.keys(operation.responses[200]?.content ?? {});
    for (const accept of [undefined, ...types]) {
      const headers: Record<string, string> = accept === undefined ? {} : { accept };
      const { status, headers: sent } = await ask(operation, path, { headers });
      expect(status).toBe(200);
      expect((await ask(operation, path, { method: "HEAD", headers })).status).toBe(200);
      const tag = sent.etag;
      if (tag !== undefined) expect((await ask(operation, path, { headers: { ...headers, "if-none-match": tag } })).status).toBe(304);
    }
  });

  test.each(queries.filter(({ example }) => example !== undefined).map(({ name, example }) => [name, example] as const))(
    "answers with the example of %s",
    async (name, example) => {
      const values = [example].flat().map(String);
      expect((await ask(operation, addressOf(operation, { [name]: values }))).status).toBe(200);
    },
  );

  test.each(queries.map((parameter) => [parameter.name, parameter] as const))(
    "takes every %s its schema admits",
    async (name, { schema }) => {
      await fc.assert(
        fc.asyncProperty(admitted(schema), async (values) => {
          const path = addressOf(operation, { [name]: values });
          const { status, problem } = await ask(operation, path);
          if (path.length > MAX_URL) expect([414, 431]).toContain(status);
          else if (name === "cursor") expect(problem.code).toBe("invalid-cursor");
          else expect(NAMES_SOMETHING[`${operation.operationId} ${name}`] ?? [200]).toContain(status);
        }),
        RUNS,
      );
    },
  );

  test.each(queries.flatMap(({ name, schema }) => refused(schema).map(([reason, values]) => [name, reason, values] as const)))(
    "refuses %s that is %s, and names it",
    async (name, _, values) => {
      const path = addressOf(operation, { [name]: values });
      const { status, problem } = await ask(operation, path);
      if (path.length > MAX_URL) return expect([414, 431]).toContain(status);
      expect([status, problem.code]).toEqual([400, "invalid-parameter"]);
      expect(problem.errors.map((error: { name: string }) => error.name)).toContain(name);
    },
  );

  test("takes all its parameters together", async () => {
    const others = queries.filter(({ name }) => name !== "cursor").map(({ name, schema }) => [name, admitted(schema)] as const);
    await fc.assert(
      fc.asyncProperty(fc.record(Object.fromEntries(others), { requiredKeys: [] }), async (values) => {
        const path = addressOf(operation, values as Record<string, string[]>);
        const { status } = await ask(operation, path);
        const names = Object.keys(values).flatMap((name) => NAMES_SOMETHING[`${operation.operationId} ${name}`] ?? []);
        // Only JSON has fields to pick, and lists in each of their formats.
        const { fields, format = ["json"] } = values as Record<string, string[]>;
        const refusing = operation.operationId === "getArticle" && fields !== undefined && format[0] !== "json";
        const expected = refusing ? [400] : [200, ...names];
        expect(path.length > MAX_URL ? [414, 431] : expected).toContain(status);
      }),
      RUNS,
    );
  });

  test("refuses parameters it does not know, and names them, where it has some", async () => {
    const passedOver = operation.parameters.every((one) => one.in !== "query") || !operation.path.startsWith("/v1");
    if (passedOver) return expect((await ask(operation, addressOf(operation, { colour: ["red"] }))).status).toBe(200);
    for (const name of ["colour", "__proto__", "constructor", "LIMIT", "q[]", "q[a]", "\0", "é"]) {
      const { status, problem } = await ask(operation, addressOf(operation, Object.fromEntries([[name, ["1"]]])));
      expect([status, problem.code]).toEqual([400, "invalid-parameter"]);
      expect(problem.errors.map((error: { name: string }) => error.name)).toContain(name);
    }
  });

  test("answers whatever stands in its path with a documented answer", async () => {
    const inPath = operation.parameters.filter((one) => one.in === "path");
    for (const { name } of inPath) {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.string({ unit: "binary", minLength: 1, maxLength: 80 }), fc.string({ unit: "grapheme", minLength: 1 })),
          async (value) => {
            // Clients resolve dots; a path with an extension cannot hold a line break.
            if (value === "." || value === ".." || (/\}\./.test(operation.path) && /[\n\r\u2028\u2029]/.test(value))) return;
            const { status } = await ask(operation, addressOf(operation, {}, { [name]: encode(value) }));
            expect([200, 308, 404, 410]).toContain(status);
          },
        ),
        RUNS,
      );
      for (const broken of ["%", "%E0%A4%A", "%ED%A0%80", "a%", "%FF"]) {
        expect((await ask(operation, addressOf(operation, {}, { [name]: broken }))).status).toBe(400);
      }
      for (const odd of ["%00", "%2F", "%2e%2e%2f", "%C0%AF", "a".repeat(5000), "%F0%9F%92%A9", "+", ";x=1", "%3F"]) {
        expect([400, 404]).toContain((await ask(operation, addressOf(operation, {}, { [name]: odd }))).status);
      }
      expect((await ask(operation, addressOf(operation, {}, { [name]: "a".repeat(9000) }))).status).toBe(414);
    }
  });

  test("answers odd queries, Accept headers and conditions with documented answers", async () => {
    const path = addressOf(operation);
    const mark = path.includes("?") ? "&" : "?";
    for (const query of ["", "&", "&&", "=", "=1", "%", "%E0%A4%A=1", "%ED%A0%80=1", "limit=%", "q=%ff", "?", "#", "a".repeat(9000)]) {
      if (query === "#") continue;
      expect([200, 400, 414]).toContain((await ask(operation, `${path}${mark}${query}`)).status);
    }
    for (const accept of [
      "",
      "*",
      "*/*;q=0",
      "text/*;q=x",
      "application/json;q=2",
      ";;;,",
      ",",
      "a/b;".repeat(900),
      "*/json",
      'text/html;q="',
      'application/ld+json; profile="',
      "\u00e9/x",
      "x".repeat(4000),
    ]) {
      const { status } = await ask(operation, path, { headers: { accept: Buffer.from(accept).toString("latin1") } });
      expect([200, 406]).toContain(status);
    }
    for (const encoding of ["", "br;q=0", "*", "identity;q=0", "gzip;q=x", "zstd, br", "x".repeat(4000)]) {
      expect((await send(server.url, path, { headers: { ...allowed(operation), "accept-encoding": encoding } })).status).toBe(200);
    }
    for (const condition of ["", '"', "W/", ",", '"a", "b"', '"a'.repeat(900), "x"]) {
      expect((await ask(operation, path, { headers: { "if-none-match": condition } })).status).toBe(200);
    }
  });
});

describe.each(named(writes))("%s", (_, operation) => {
  const path = addressOf(operation);
  const types = Object.entries(operation.requestBody?.content ?? {});
  const json = operation.requestBody?.content["application/json"]?.schema ?? {};
  const post = (contentType: string | undefined, body: string | Buffer, headers: Record<string, string> = {}) =>
    ask(operation, path, { headers: { ...(contentType === undefined ? {} : { "content-type": contentType }), ...headers }, body });

  test.each(types)("takes the document's example as %s", async (type, { example }) => {
    const { status } = await post(type, typeof example === "string" ? example : JSON.stringify(example));
    expect(status).toBe(200);
  });

  test("answers every body its schema admits with a documented answer", async () => {
    await fc.assert(
      fc.asyncProperty(jsonValues(json), async (value) => {
        await post("application/json", JSON.stringify(value));
      }),
      RUNS,
    );
  });

  test("refuses bodies that are not of their media type, not JSON, or of another shape", async () => {
    for (const body of [
      "",
      " ",
      "{",
      "[]",
      "null",
      "1",
      '"a"',
      "{}",
      '{"__proto__":1}',
      `${"[".repeat(9000)}`,
      `{"a":${"[".repeat(9000)}${"]".repeat(9000)}}`,
    ]) {
      expect((await post("application/json", body)).status).toBe(400);
    }
    expect((await post("application/json", Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
    for (const type of [
      undefined,
      "",
      "application/xml",
      "application/jsonx",
      "json",
      ";",
      "multipart/form-data; boundary=a",
      "x".repeat(3000),
    ]) {
      expect((await post(type, "{}")).status).toBe(415);
    }
    for (const coding of ["gzip", "br", "x", "gzip, gzip"]) {
      expect((await post("application/json", "{}", { "content-encoding": coding })).status).toBe(415);
    }
  });

  test("refuses a body that is too large, whether its length is announced or not", async () => {
    const large = Buffer.alloc(8 * 1024 * 1024, 0x20);
    expect((await post("application/json", large.subarray(0, 6 * 1024 * 1024))).status).toBe(413);
    expect((await post("application/json", large.subarray(0, 6 * 1024 * 1024), { "transfer-encoding": "chunked" })).status).toBe(413);
  });
});

describe.each([...Map.groupBy(operations, ({ path }) => path)])("%s", (_, [operation, ...others]) => {
  test("answers methods it does not have with 405 and Allow, OPTIONS with the same Allow", async () => {
    if (operation === undefined) throw new Error("expected an operation");
    const path = addressOf(operation);
    const methods = [operation, ...others].map(({ method }) => method);
    const options = await send(server.url, path, { method: "OPTIONS" });
    expect(options.status).toBe(204);
    for (const method of methods) expect(options.headers.allow).toContain(method);
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "QUERY"]) {
      if (methods.includes(method as "GET") || (method === "HEAD" && methods.includes("GET"))) continue;
      const { status, headers } = await ask(operation, path, { method, headers: {}, body: "" });
      expect([method, status, headers.allow]).toEqual([method, 405, options.headers.allow]);
    }
  });
});

test("an article asked for without `fields` is a whole Article, to the letter", async () => {
  const slugs = JSON.parse((await send(server.url, "/v1/articles")).body.toString()).items.map(
    (item: { slug: string }) => item.slug,
  ) as string[];
  expect(slugs).toHaveLength(3);
  for (const slug of slugs) {
    const { body } = await send(server.url, `/v1/articles/${encode(slug)}`);
    const validate = validatorOf({ $ref: "#/components/schemas/Article" });
    expect(validate(JSON.parse(body.toString())), JSON.stringify(validate.errors)).toBe(true);
  }
});
