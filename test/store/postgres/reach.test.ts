import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { DatabaseUnreachable, reachDatabase } from "../../../src/store/postgres/reach.ts";
import { startPostgres } from "./server.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that does with each connection what it is told. @returns its port */
async function listen(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => onConnection(socket));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port;
}

/** PostgreSQL's ErrorResponse (its manual, section 54.7). */
function errorResponse(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

const refusing = (code: string, message: string) => listen((socket) => socket.end(errorResponse(code, message)));
const urlAt = (port: number) => `postgres://orla:s3cret@127.0.0.1:${port}/kiln`;
const reasonOf = async (url: string, wait?: number) => {
  const error = await reachDatabase(url, wait).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DatabaseUnreachable);
  expect(error.message).not.toContain("s3cret");
  return error.message as string;
};

describe("a database that cannot be used", () => {
  test("says what is wrong and what to do, without the password", async () => {
    const port = await listen(() => {});
    for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed));
    expect(await reasonOf(urlAt(port))).toMatch(
      new RegExp(`Nothing listens at 127\\.0\\.0\\.1:${port}\\. Start PostgreSQL.*DATABASE_WAIT`),
    );
    expect(await reasonOf("postgres://orla:s3cret@no-such-host.invalid/kiln")).toMatch(
      /The host "no-such-host\.invalid" of DATABASE_URL is not known/,
    );
    expect(await reasonOf(urlAt(await refusing("28P01", "password authentication failed")))).toMatch(
      /refuses the user "orla".*Correct user and password/,
    );
    expect(await reasonOf(urlAt(await refusing("28000", "no pg_hba.conf entry")))).toMatch(/refuses the user "orla"/);
    expect(await reasonOf(urlAt(await refusing("3D000", "no database")))).toMatch(/has no database "kiln"\. Create it/);
    expect(await reasonOf(urlAt(await listen((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"))))).toMatch(
      /No PostgreSQL answers|cannot be used/,
    );
    expect(await reasonOf(urlAt(await listen(() => {})))).toMatch(/No PostgreSQL answers/);
  });

  test("is waited for while it says that it is starting, and not when it refuses", async () => {
    let asked = 0;
    const port = await listen((socket) => {
      asked += 1;
      socket.end(asked < 3 ? errorResponse("57P03", "the database system is starting up") : errorResponse("28P01", "no"));
    });
    expect(await reasonOf(urlAt(port))).toContain("refuses the user");
    expect(asked).toBe(3);
    await reasonOf(urlAt(port), 60_000);
    expect(asked).toBe(4);
  });

  test("that does not listen yet is waited for when the operator says so", async () => {
    const port = await listen(() => {});
    for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed));
    const late = createServer((socket) => socket.once("data", () => socket.end(errorResponse("3D000", "no"))));
    servers.push(late);
    const timer = setTimeout(() => late.listen(port, "127.0.0.1"), 700);
    expect(await reasonOf(urlAt(port), 30_000)).toContain('has no database "kiln"');
    clearTimeout(timer);
  });
});

test("a real database: the right address, a wrong password, a wrong database", async () => {
  const server = await startPostgres();
  try {
    const url = await server.createDatabase();
    await reachDatabase(url);
    await expect(reachDatabase(url.replace("s3cret", "wrong"))).rejects.toThrow(/refuses the user "verbatim"/);
    await expect(reachDatabase(`${url}_not`)).rejects.toThrow(/has no database/);
    await expect(reachDatabase(`${url}_not`, 0, "DATABASE_READ_URL")).rejects.toMatchObject({
      refuses: true,
      message: expect.stringContaining("correct DATABASE_READ_URL."),
    });
  } finally {
    await server.remove();
  }
});
