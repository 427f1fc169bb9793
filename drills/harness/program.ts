import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../../test/store/files/until.ts";
import { Broken, type DrillContext } from "./drill.ts";
import { ask, type Health, healthOf } from "./requests.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Milliseconds a server has until it can be asked. */
const START = 60_000;
/** Milliseconds a server has until it serves what changed: a busy machine may need most of them. */
export const PATIENCE = 60_000;
/** Where compiled code is kept, so that each of many processes starts in a third of the time. */
const COMPILED = process.env.NODE_COMPILE_CACHE ?? join(ROOT, "node_modules/.cache/compiled");
/** Characters of the log that are kept for a message. */
const KEPT = 4_000;

/** How a process of the program is started. */
export interface Launch {
  /** Its environment besides `PATH`. */
  env?: Record<string, string>;
  /** A command that runs it, such as `["prlimit", "--nofile=256"]`. */
  under?: string[];
}

/** A server process of the drill's own. */
export interface Server {
  url: string;
  child: ChildProcess;
  /** Lines it has logged so far, without those of its answers, and how many were errors. */
  logged(): { lines: number; errors: number; last: string };
  /** Megabytes of memory it holds. */
  memory(): number;
  running(): boolean;
  /** Stops it as an operator would. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts `src/main.ts` on a free port of 127.0.0.1 and waits until it listens. It is killed at the end of the drill. */
async function startServer(context: DrillContext, { env = {}, under = [] }: Launch): Promise<Server> {
  const usual = {
    PORT: "0",
    // One address for all: feeds would name each server's own.
    PUBLIC_URL: "https://verbatim.example",
    CACHE_DIR: join(context.folder, "cache"),
    // A busy machine makes a server late. Whether a drill does is measured by the drill.
    MAX_EVENT_LOOP_DELAY: "60000",
  };
  const child = launch("src/main.ts", [], { env: { ...usual, ...env }, under });
  context.atEnd(() => child.kill("SIGKILL"));
  const log = followLog(child);
  const gone = once(child, "close");
  const address = await until(
    async () => log.address ?? (child.exitCode === null ? null : "ended"),
    (found) => found !== null,
    START,
  );
  if (address === null || address === "ended") throw new Broken(`the server did not start: ${log.last}`);
  return {
    url: address,
    child,
    logged: () => ({ lines: log.lines, errors: log.errors, last: log.last }),
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    running: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill("SIGTERM");
      await gone;
      return child.exitCode;
    },
  };
}

/** Starts a server and waits until it is ready. */
export async function startReady(context: DrillContext, how: Launch): Promise<Server> {
  const server = await startServer(context, how);
  await untilHealth(server, ({ ready }) => ready, "is not ready after its start", START);
  return server;
}

/** Waits until the health of a server is as wanted. @throws Broken with what it is instead */
export async function untilHealth(
  server: Server,
  wanted: (health: Health) => boolean,
  otherwise: string,
  patience = PATIENCE,
): Promise<Health> {
  const health = await until(() => healthOf(server.url), wanted, patience);
  if (!wanted(health)) throw new Broken(`the server ${otherwise}: ${JSON.stringify(health).slice(0, 600)} ${server.logged().last}`);
  return health;
}

/** Whether the process answers that it is alive. */
export async function isAlive(server: Server): Promise<boolean> {
  return server.running() && (await ask(server.url, "/health/live").catch(() => null))?.status === 200;
}

/** What became of a command. */
export interface Ended {
  /** `null` when it was killed. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts a command of `src/cli.ts`. */
export function startCommand(args: string[], how: Launch = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const child = launch("src/cli.ts", args, how);
  const said = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    said.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    said.stderr += chunk;
  });
  return { child, ended: once(child, "close").then(([code]) => ({ code: code as number | null, ...said })) };
}

/** Runs a command to its end. */
export function runCommand(args: string[], how: Launch = {}): Promise<Ended> {
  return startCommand(args, how).ended;
}

function launch(file: string, args: string[], { env = {}, under = [] }: Launch): ChildProcess {
  const [program = "", ...rest] = [...under, process.execPath, join(ROOT, file), ...args];
  return spawn(program, rest, {
    env: { PATH: process.env.PATH ?? "", NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Reads what a server writes: its address, and how much it logs besides its answers. */
function followLog({ stdout, stderr }: ChildProcess) {
  const log = { address: null as string | null, lines: 0, errors: 0, last: "" };
  let rest = "";
  stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.includes('"msg":"answered"')) continue;
      log.lines += 1;
      log.address ??= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? null;
      if (!/"level":(?:50|60),/.test(line)) continue;
      log.errors += 1;
      log.last = line.slice(0, KEPT);
    }
  });
  stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    log.last = `${log.last}${chunk}`.slice(-KEPT);
  });
  return log;
}
