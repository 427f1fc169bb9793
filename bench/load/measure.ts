import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { cpuTime, onCore, type Server } from "./processes.ts";

/** Open connections of the load. */
export const CONNECTIONS = 64;

/** A request that is sent again and again. */
export interface Request {
  target: string;
  headers: Record<string, string>;
  /** Whether every request asks from another instant on, so that no answer can be held ready. */
  varied?: boolean;
}

/** What one run of the load saw. */
export interface Sample {
  /** Requests a second. */
  rate: number;
  /** Microseconds of processor time the server used for a request, its threads included. */
  cpu: number;
  /** Microseconds to an answer: half and 99 in 100 were faster. */
  p50: number;
  p99: number;
  /** Bytes of an answer, headers included. */
  bytes: number;
  errors: number;
}

/** Loads a server for some seconds with wrk, which sends a request as soon as the last one of the connection is answered. */
export function load(server: Server, { target, headers, varied = false }: Request, seconds: number): Sample {
  const args = ["-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, "-s", join(import.meta.dirname, "report.lua")];
  for (const [name, value] of Object.entries(headers)) args.push("-H", `${name}: ${value}`);
  const [program, words] = onCore(1, [
    "wrk",
    ...args,
    `http://127.0.0.1:${server.port}${target}`,
    "--",
    ...(varied ? [String(Math.floor(Math.random() * 86_400))] : []),
  ]);
  const before = cpuTime(server);
  const output = execFileSync(program, words, { encoding: "utf8" });
  const used = cpuTime(server) - before;
  const report = JSON.parse(/^REPORT (.*)$/m.exec(output)?.[1] ?? "null") as Record<string, number> | null;
  if (report === null) throw new Error(`expected a report of wrk: ${output}`);
  const { requests = 0, micros = 0, bytes = 0, p50 = 0, p99 = 0, errors = 0 } = report;
  return { rate: requests / (micros / 1e6), cpu: used / 1000 / requests, p50, p99, bytes: bytes / requests, errors };
}
