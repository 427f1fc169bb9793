import { type ChildProcess, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { resolve } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { environment } from "./environment.ts";

const MAIN = resolve(import.meta.dirname, "../src/main.ts");
let child: ChildProcess | null = null;
afterEach(() => child?.kill("SIGKILL"));

/** Starts the program from a shell. @param command what the shell does with `$PROGRAM` */
async function start(command: string) {
  const port = await freePort();
  const env = { ...environment, PROGRAM: `${process.execPath} ${MAIN}`, PORT: String(port) };
  const started = spawn("/bin/sh", ["-c", command], { env });
  child = started;
  let output = "";
  for (const stream of [started.stdout, started.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((done) => started.on("close", done));
  const status = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.status);
  await vi.waitFor(async () => expect(await status("/health/ready")).toBe(200), { timeout: 30_000, interval: 100 });
  return { port, started, ended, status, log: () => output };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

describe("the program", () => {
  test("lives on while clients open more connections than it may open files, and answers afterwards", { timeout: 60_000 }, async () => {
    const { port, started, ended, status, log } = await start("ulimit -n 100; exec $PROGRAM");
    const sockets = Array.from({ length: 200 }, () => connect(port, "127.0.0.1").on("error", () => {}));
    // What looks at its memory and at its event loop does so several times a second.
    await new Promise((wait) => setTimeout(wait, 1500));
    expect(started.exitCode).toBe(null);
    expect(log()).toContain("connection refused");
    for (const socket of sockets) socket.destroy();
    await vi.waitFor(async () => expect(await status("/v1/articles")).toBe(200), { timeout: 10_000 });
    started.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(log()).not.toContain("EMFILE");
  });

  test.runIf(process.platform === "linux")("serves, and ends when it is told to, though its log cannot be written", async () => {
    const { started, ended, status } = await start("exec $PROGRAM >/dev/full");
    await expect.poll(() => status("/v1/articles?limit=9"), { timeout: 20_000 }).toBe(200);
    for (let times = 0; times < 3; times += 1) {
      // A server whose event loop is late refuses for a moment.
      await expect.poll(() => status(`/v1/articles?limit=${times + 1}`), { timeout: 20_000 }).toBe(200);
      // Longer than a line waits for others.
      await new Promise((wait) => setTimeout(wait, 600));
    }
    started.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
