import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORM_TYPES, type Form, parseForms } from "../../../src/http/requests/form.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = Fastify();
  parseForms(app, 10_000, "Too large.");
  app.setErrorHandler((error: Error & { status?: number }, _, reply) => reply.code(error.status ?? 500).send({ said: error.message }));
  app.post("/", async ({ body }) => {
    const { fields, files } = body as Form;
    const texts = Object.entries(files).map(([name, file]) => [name, { ...file, bytes: Buffer.from(file.bytes).toString("latin1") }]);
    return { fields: { ...fields }, files: Object.fromEntries(texts) };
  });
  await app.ready();
});
afterAll(() => app.close());

const sent = async (type: string, payload: string | Buffer) =>
  app.inject({ method: "POST", url: "/", headers: { "content-type": type }, payload });
const escaped = async (payload: string) => (await sent(FORM_TYPES[0] ?? "", payload)).json();
const BOUNDARY = "----FormBoundary0123456789abcdef";
const part = (head: string, content: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const multipart = (...parts: string[]) => sent(`multipart/form-data; boundary=${BOUNDARY}`, `${parts.join("")}--${BOUNDARY}--\r\n`);

describe("a form without files", () => {
  test("gives the first value of each field, and leaves empty ones out", async () => {
    const { fields } = await escaped("a=1&b=&a=2&c=%E2%80%9Ctwo+words%E2%80%9D&d=“raw”&e");
    expect(fields).toEqual({ a: "1", c: "“two words”", d: "“raw”" });
  });

  test("takes what is not UTF-8 or half an escape as characters, and any name as a name", async () => {
    expect((await escaped("a=%ff%&__proto__=x&toString=y")).fields).toEqual({ a: "\ufffd%", ["__proto__"]: "x", toString: "y" });
  });

  test("has room for escapes", async () => {
    expect((await escaped(`a=${"%20".repeat(9000)}`)).fields.a).toHaveLength(9000);
    expect((await sent(FORM_TYPES[0] ?? "", `a=${"b".repeat(30_000)}`)).statusCode).toBe(413);
  });
});

describe("a form with files", () => {
  test("gives fields, and files with their names, types and bytes", async () => {
    const answer = await multipart(
      part('name="text"', "“words”"),
      part('name="file"; filename="a b.md"\r\nContent-Type: Text/Markdown; charset=ISO-8859-1', "# x"),
      part('name="none"; filename=""\r\nContent-Type: application/octet-stream', ""),
      part('name="empty"', ""),
    );
    expect(answer.json()).toEqual({
      fields: { text: "“words”" },
      files: { file: { name: "a b.md", mediaType: "text/markdown", charset: "iso-8859-1", bytes: "# x" } },
    });
  });

  test("is refused when it is too large, has too many parts, or is none", async () => {
    expect((await multipart(part('name="a"', "b".repeat(10_000)))).statusCode).toBe(413);
    expect((await multipart(...Array.from({ length: 60 }, () => part('name="a"', "b")))).json()).toEqual({
      said: "The form has more than 50 fields.",
    });
    expect((await multipart(`--${BOUNDARY}\r\nnothing\r\n`)).statusCode).toBe(400);
    expect((await sent("multipart/form-data", "--x--")).statusCode).toBe(400);
  });
});
