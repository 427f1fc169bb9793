import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";

/** A server under measurement. */
export interface Server {
  name: string;
  port: number;
  child: ChildProcess;
  /** Milliseconds from its start to its first answer. */
  startedIn: number;
}

const pinning = availableParallelism() > 1 && has("taskset");

/** How servers and load share the machine, in words. */
export const placement = pinning
  ? "each server pinned to core 0, the load to core 1"
  : "server and load not pinned: no taskset or one core only";

/** Whether a program can be run. */
export function has(program: string): boolean {
  return (process.env.PATH ?? "").split(":").some((folder) => {
    try {
      return readdirSync(folder).includes(program);
    } catch {
      return false;
    }
  });
}

/** The command line that runs a command on one core. */
export function onCore(core: 0 | 1, command: string[]): [string, string[]] {
  const [program, ...args] = pinning ? ["taskset", "-c", String(core), ...command] : command;
  return [program ?? "", args];
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill();
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/**
 * Starts a server on a free port and waits for its first answer to `path`.
 *
 * @param command gives the command line for a port
 * @throws Error when it ends or does not answer within five minutes
 */
export async function start(
  name: string,
  path: string,
  command: (port: number) => string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort();
  const [program, args] = onCore(0, command(port));
  const begun = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env, PORT: String(port) }, stdio: ["ignore", "ignore", "inherit"] });
  running.add(child);
  while ((await statusOf(port, path)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    if (performance.now() - begun > 300_000) throw new Error(`${name} does not answer ${path}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { name, port, child, startedIn: performance.now() - begun };
}

/** Ends a server and waits until it is gone. */
export async function stop({ child }: Server): Promise<void> {
  running.delete(child);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

/** Nanoseconds of processor time a server and its children have used. */
export function cpuTime(server: Server): number {
  return processesOf(server)
    .flatMap((pid) => readdirSync(`/proc/${pid}/task`).map((task) => readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8")))
    .reduce((sum, stat) => sum + Number(stat.split(" ")[0]), 0);
}

/** Bytes of memory a server and its children hold. */
export function residentBytes(server: Server): number {
  return processesOf(server)
    .map((pid) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
    .reduce((sum, kib) => sum + Number(kib) * 1024, 0);
}

function processesOf({ child }: Server): number[] {
  const pid = child.pid ?? 0;
  const own = readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    const listed = readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim();
    return listed === "" ? [] : listed.split(" ").map(Number);
  });
  return [pid, ...own];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("expected a port");
  return address.port;
}

function statusOf(port: number, path: string): Promise<number | null> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? null));
    }).once("error", () => resolve(null));
  });
}
