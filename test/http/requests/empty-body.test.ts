import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderNewsroom, KILN } from "../writes/newsroom.ts";

let room: Awaited<ReturnType<typeof folderNewsroom>>;
beforeAll(async () => {
  room = await folderNewsroom();
});
afterAll(() => room.stop());

/** The status of the answer to a request without a body that is labelled as JSON all the same. */
function statusOf(method: string, path: string, fields: string[]): Promise<number> {
  const { host, port } = new URL(room.url);
  const lines = [
    `Host: ${host}`,
    `Authorization: Bearer ${room.keys.write}`,
    "Content-Type: application/json",
    "Connection: close",
    ...fields,
  ];
  return new Promise((done, failed) => {
    let heard = "";
    const socket = connect(
      Number(port),
      "127.0.0.1",
      () => void socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`),
    );
    socket.setTimeout(3_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("error", failed);
    socket.on("close", () => done(Number(heard.split(" ")[1])));
  });
}

describe.each([
  ["no Content-Length", []],
  ["a Content-Length of 0", ["Content-Length: 0"]],
] satisfies [string, string[]][])("a request labelled as JSON without a body, with %s", (_, fields) => {
  test.each([
    ["POST", "/v1/verify", 400],
    ["POST", "/v1/extractions", 400],
    ["POST", "/v1/articles", 400],
    ["PATCH", "/v1/speakers/orla-brice", 400],
    ["POST", "/mcp", 400],
    ["POST", "/check", 415],
    ["PUT", "/v1/speakers", 405],
    ["POST", "/v1/nope", 404],
    ["DELETE", "/nope", 404],
    ["GET", "/v1/articles", 200],
  ])("is answered at once: %s %s", async (method, path, status) => {
    expect(await statusOf(method, path, fields)).toBe(status);
  });

  test("withdraws an article", async () => {
    await room.send("POST", "/v1/articles?restore=true", KILN);
    const etag = (await room.send("GET", "/v1/articles/kiln-stays-open")).headers.get("etag");
    expect(await statusOf("DELETE", "/v1/articles/kiln-stays-open?reason=x", [...fields, `If-Match: ${etag}`])).toBe(200);
  });
});
