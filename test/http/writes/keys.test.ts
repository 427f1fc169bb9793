import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditLines } from "../../../src/office/audit.ts";
import { addKey, removeKey } from "../../../src/office/keys.ts";
import { startServer } from "../server.ts";
import { describeNewsrooms, folderNewsroom, KILN, KILN_CORRECTED, type Newsroom } from "./newsroom.ts";

const WRITES: [method: string, path: string, body?: string][] = [
  ["POST", "/v1/articles", KILN],
  ["PUT", "/v1/articles/kiln", KILN],
  ["DELETE", "/v1/articles/kiln?reason=x"],
  ["GET", "/v1/articles/kiln/edits"],
  ["PUT", "/v1/articles/kiln/edits", '{"edits":[]}'],
  ["PATCH", "/v1/speakers/orla-brice", '{"name":"X"}'],
];
const NO_KEY = { authorization: "" };

describeNewsrooms("keys", (start) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await start({ trustProxy: true });
  });
  afterAll(() => room.stop());
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  test.each(WRITES)(
    "%s %s without a key, with a wrong one and in another scheme is a 401 that says how to show one",
    async (method, path, body) => {
      for (const authorization of ["", "Bearer", "Bearer vbk_wrong", `Basic ${room.keys.write}`, `Bearer ${room.keys.write}x`]) {
        const answer = await room.send(method, path, body, {
          authorization,
          "x-forwarded-for": `192.0.2.${Math.ceil(Math.random() * 250)}`,
        });
        expect([answer.status, await codeOf(answer)], authorization).toEqual([401, "unauthorized"]);
        expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="verbatim"/);
        expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      }
    },
  );

  test("a key of scope edit sets corrections and speakers, and publishes nothing", async () => {
    const authorization = `bearer  ${room.keys.edit}`;
    for (const [method, path, body] of WRITES.slice(0, 3)) {
      const answer = await room.send(method, path, body, { authorization });
      expect([answer.status, await codeOf(answer)]).toEqual([403, "forbidden"]);
      expect(answer.headers.get("www-authenticate")).toContain('error="insufficient_scope", scope="write"');
    }
    expect((await room.send("GET", "/v1/articles/kiln/edits", undefined, { authorization })).status).toBe(404);
  });

  test("a key that was added or removed counts at once", async () => {
    const key = await addKey(room.office, "guest", "write", new Date());
    const tried = { authorization: `Bearer ${key}`, prefer: "validate-only" };
    expect((await room.send("POST", "/v1/articles", KILN, tried)).status).toBe(200);
    await removeKey(room.office, "guest");
    expect((await room.send("POST", "/v1/articles", KILN, tried)).status).toBe(401);
  });

  test("after ten wrong keys in a minute an address gets 429, others do not, and a right key is still let in", async () => {
    const from = (address: string, key = "vbk_wrong") => ({ authorization: `Bearer ${key}`, "x-forwarded-for": address });
    const statuses: number[] = [];
    for (let times = 0; times < 12; times += 1) statuses.push((await room.send("POST", "/v1/articles", KILN, from("198.51.100.1"))).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    const refused = await room.send("POST", "/v1/articles", KILN, from("198.51.100.1"));
    expect([await codeOf(refused), Number(refused.headers.get("retry-after"))]).toEqual(["too-many-requests", expect.any(Number)]);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect((await room.send("POST", "/v1/articles", KILN, from("198.51.100.2"))).status).toBe(401);
    const right = { ...from("198.51.100.1", room.keys.write), prefer: "validate-only" };
    expect((await room.send("POST", "/v1/articles", KILN, right)).status).toBe(200);
    expect(room.log.filter((line) => line.includes("198.51.100.1") && line.includes("wrong key"))).toHaveLength(10);
  });

  test("reading needs none", async () => {
    expect((await room.send("GET", "/v1/articles", undefined, NO_KEY)).status).toBe(200);
  });

  test("no line of the log, no problem and no line of the audit has a key, wherever it was sent", async () => {
    const key = room.keys.write;
    const answers = [
      await room.send("GET", `/v1/articles?access_token=${key}`),
      await room.send("GET", `/v1/articles?q=${key}&limit=x`),
      await room.send("GET", `/v1/articles/${key}`),
      await room.send("GET", `/${key.replace("_", "%5F")}`, undefined, { accept: "text/html" }),
      await room.send("GET", "/v1/articles", undefined, { accept: `image/${key}` }),
      await room.send("GET", "/v1/articles", undefined, { "x-request-id": key, "if-match": `"${key}"` }),
      await room.send("POST", "/v1/articles", KILN, { "x-api-key": key, "idempotency-key": key }),
      await room.send("POST", `/v1/articles?key=${key}`, KILN),
      await room.send("POST", "/v1/articles", KILN, { "content-type": `text/${key}` }),
      await room.send("POST", "/v1/articles", { [key]: key, text: KILN }),
      await room.send("PUT", `/v1/articles/${key}`, KILN),
      await room.send("PUT", "/v1/articles/kiln-of-keys", KILN, { "if-match": key, authorization: `Bearer ${key} ${key}` }),
      await room.send("DELETE", `/v1/articles/${key}?reason=x`, undefined, { "if-match": key }),
      await room.send("PATCH", `/v1/speakers/${key}`, { merges: [key] }, { "if-match": "*" }),
      await room.send(key, "/v1/articles").catch(() => null),
    ];
    const secret = key.slice(8);
    for (const answer of answers) {
      if (answer === null) continue;
      if (answer.status >= 400) expect(await answer.text()).not.toContain(secret);
      expect(JSON.stringify([...answer.headers])).not.toContain(secret);
    }
    expect(room.log.length).toBeGreaterThan(answers.length);
    expect(room.log.join("")).not.toContain(secret);
    expect(JSON.stringify(await auditLines(room.office, 1000))).not.toContain(secret);
  });
});

describe("writing is disabled", () => {
  test("without any key: 403 that says how to add one", async () => {
    const room = await folderNewsroom();
    for (const name of ["desk", "editor"]) await removeKey(room.office, name);
    for (const authorization of ["", `Bearer ${room.keys.write}`]) {
      const answer = await room.send("POST", "/v1/articles", KILN, { authorization });
      expect([answer.status, await answer.json()]).toMatchObject([
        403,
        { code: "writing-disabled", detail: expect.stringContaining("verbatim key add NAME --scope write") },
      ]);
    }
    await room.stop();
  });

  test("where a server only reads", async () => {
    const server = await startServer();
    const answer = await fetch(`${server.url}/v1/articles`, { method: "POST", body: KILN, headers: { "content-type": "text/plain" } });
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { code: "writing-disabled", detail: "This server only reads its archive." },
    ]);
    await server.stop();
  });
});

test("whoever has no key is refused before the body is sent", async () => {
  const room = await folderNewsroom();
  const { port } = new URL(room.url);
  const said = await new Promise<string>((done, fail) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write("POST /v1/articles HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 5000000\r\n\r\n");
    });
    socket.once("data", (data) => {
      done(data.toString());
      socket.destroy();
    });
    socket.once("error", fail);
  });
  expect(said).toMatch(/^HTTP\/1\.1 401 /);
  await room.stop();
});

test("a page of another origin may write with a key: the preflight names Authorization and the method", async () => {
  const room = await folderNewsroom();
  const headers = {
    origin: "https://desk.example",
    "access-control-request-method": "PUT",
    "access-control-request-headers": "authorization,if-match",
  };
  const answer = await room.send("OPTIONS", "/v1/articles/kiln", undefined, { ...NO_KEY, ...headers });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-headers")).toBe("*, Authorization");
  expect(answer.headers.get("access-control-allow-methods")?.split(", ")).toEqual(expect.arrayContaining(["GET", "PUT", "DELETE"]));
  expect(answer.headers.get("access-control-expose-headers")).toContain("ETag");
  await room.stop();
});

test("two servers of one folder serve what the other one writes; whoever names what was there before is refused", async () => {
  const room = await folderNewsroom();
  await room.send("PUT", "/v1/articles/kiln", KILN);
  const { headers } = await room.send("GET", "/v1/articles/kiln");
  const other = await folderNewsroom({}, room.folder);
  const put = (one: Newsroom, body: string) =>
    one.send("PUT", "/v1/articles/kiln", body, { "if-match": headers.get("etag") ?? "", authorization: `Bearer ${room.keys.write}` });
  const answers = await Promise.all([put(room, KILN_CORRECTED), put(other, `${KILN_CORRECTED} Twice.`)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  await other.stop();
  await room.stop();
});
