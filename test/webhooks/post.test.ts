import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { KEPT_BYTES, post } from "../../src/webhooks/post.ts";
import { startReceiver } from "./receiver.ts";

const inPrivate = { allowPrivate: true };

test("sends headers and body, and says what came back", async () => {
  const receiver = await startReceiver((response) => response.writeHead(201).end("thanks"));
  const outcome = await post(new URL(receiver.url), { "x-test": "1" }, "{}", inPrivate);
  expect(outcome).toMatchObject({ status: 201, error: null, answer: "thanks", retryAfter: null });
  expect(outcome.milliseconds).toBeGreaterThanOrEqual(0);
  expect(receiver.received).toMatchObject([{ path: "/hook", body: "{}", headers: { "x-test": "1", "content-length": "2" } }]);
});

test("does not follow a redirect", async () => {
  const target = await startReceiver();
  const receiver = await startReceiver((response) => response.writeHead(307, { location: target.url }).end());
  expect(await post(new URL(receiver.url), {}, "{}", inPrivate)).toMatchObject({ status: 307 });
  expect(target.received).toEqual([]);
});

test("keeps the beginning of an answer that never ends, and closes the connection", async () => {
  let closed = () => {};
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const receiver = await startReceiver((response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x".repeat(700)), 5);
    response.on("close", () => {
      clearInterval(timer);
      closed();
    });
  });
  const { status, answer } = await post(new URL(receiver.url), {}, "{}", inPrivate);
  expect([status, answer]).toEqual([200, "x".repeat(KEPT_BYTES)]);
  await isClosed;
});

test("gives up a receiver that does not answer in time", async () => {
  const receiver = await startReceiver(() => {});
  const outcome = await post(new URL(receiver.url), {}, "{}", { ...inPrivate, timeout: 100 });
  expect(outcome).toMatchObject({ status: null, error: "no answer within 0.1 seconds" });
});

test("counts the status of an answer whose body never comes", async () => {
  const receiver = await startReceiver((response) => response.writeHead(200, { "content-length": "10" }).flushHeaders());
  expect(await post(new URL(receiver.url), {}, "{}", { ...inPrivate, timeout: 200 })).toMatchObject({ status: 200, error: null });
});

test("says why there is no answer", async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const told = async (url: string) => (await post(new URL(url), {}, "{}", inPrivate)).error;
  expect(await told(`http://127.0.0.1:${port}/`)).toBe("the connection was closed before an answer");
  expect(await told("http://no-such-host.invalid/")).toMatch(/the host name/);
});

test("refuses an address of this machine unless it is allowed, by whatever name", async () => {
  const receiver = await startReceiver();
  for (const host of ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"]) {
    const outcome = await post(new URL(`http://${host}:${receiver.port}/`), {}, "{}", { allowPrivate: false });
    expect(outcome.status).toBe(null);
    expect(outcome.error).toMatch(/is not an address of the public internet/);
  }
  expect(receiver.received).toEqual([]);
});

test("sends nothing without encryption to the public internet", async () => {
  const outcome = await post(new URL("http://1.1.1.1/"), {}, "{}", inPrivate);
  expect(outcome).toMatchObject({ status: null, error: expect.stringMatching(/only https:/) });
});
