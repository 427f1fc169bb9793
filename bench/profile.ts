import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "./load/measure.ts";
import { start, stop } from "./load/processes.ts";

/** `node bench/profile.ts`: where the processor time of an article's requests goes, item by item. Needs wrk. */

const ROOT = resolve(import.meta.dirname, "..");
/** Part of all time below which an item is not listed by itself. */
const LEAST = 0.002;

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

const folder = mkdtempSync(join(tmpdir(), "verbatim-profile-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const command = [process.execPath, "--cpu-prof", "--cpu-prof-interval", "200", `--cpu-prof-dir=${folder}`, join(ROOT, "src/main.ts")];
const server = await start("Verbatim", "/health/ready", () => command, { DATA_DIR: join(ROOT, "data") });
const listed = await (await fetch(`http://127.0.0.1:${server.port}/v1/articles?limit=1&q=taliban`)).json();
const target = `/v1/articles/${(listed as { items: { slug: string }[] }).items[0]?.slug}`;
for (let run = 0; run < 8; run += 1) load(server, { target, headers: {} }, 1);
await stop(server);

const [file] = readdirSync(folder);
const shares = sharesOf(JSON.parse(readFileSync(join(folder, file ?? ""), "utf8")) as Profile);
process.stdout.write("| item | % of processor time |\n|---|---:|\n");
for (const [item, share] of [...shares].sort(([, a], [, b]) => b - a)) {
  if (share >= LEAST) process.stdout.write(`| ${item} | ${(share * 100).toFixed(1)} |\n`);
}

/** Part of the time by item, from the first request to the last; time without anything to do does not count. */
function sharesOf({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const items = new Map<number, string>();
  const requests = new Set<number>();
  for (const { id } of nodes) {
    const frames = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) frames.push(byId.get(at)?.callFrame);
    items.set(id, frames.map((frame) => itemOf(frame?.url ?? "", frame?.functionName ?? "")).find((item) => item !== null) ?? "rest");
    if (frames.some((frame) => frame?.functionName === "parserOnIncoming")) requests.add(id);
  }
  const from = samples.findIndex((id) => requests.has(id));
  const to = samples.findLastIndex((id) => requests.has(id));
  const times = new Map<string, number>();
  let all = 0;
  for (let at = from; at <= to; at += 1) {
    const item = items.get(samples[at] ?? 0) ?? "rest";
    if (item === "idle") continue;
    times.set(item, (times.get(item) ?? 0) + (timeDeltas[at] ?? 0));
    all += timeDeltas[at] ?? 0;
  }
  return new Map([...times].map(([item, time]) => [item, time / all]));
}

/** What a frame belongs to; `null` where that depends on who called it. */
function itemOf(url: string, name: string): string | null {
  if (name === "(idle)") return "idle";
  if (name === "(garbage collector)") return "garbage collection";
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage !== undefined) return inPackage;
  const own = /\/src\/(.+)$/.exec(url)?.[1];
  if (own !== undefined) return `src/${own}: ${name || "(anonymous)"}`;
  return /^node:(?:_http|net|events|internal\/(?:streams?|stream_base|timers|http))/.test(url) ? "node:http, sockets included" : null;
}
