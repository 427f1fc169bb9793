import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeNewspaper } from "./load/data-folder.ts";
import { load, type Request, type Sample } from "./load/measure.ts";
import { nginxServing } from "./load/nginx.ts";
import { has, residentBytes, type Server, start, stop } from "./load/processes.ts";
import { ask, record } from "./load/record.ts";
import { startUps } from "./load/start-up.ts";
import { loadTables, startTable } from "./load/tables.ts";
import { jsonServer } from "./rivals/json-server.ts";

/**
 * `npm run bench [-- --quick]`: Verbatim as `npm start` runs it beside what people would use instead, one after the other in
 * rounds, and prints a Markdown table. Needs wrk; nginx is left out where it is not installed.
 */

const ROOT = resolve(import.meta.dirname, "..");
const quick = process.argv.includes("--quick");
const rounds = quick ? 3 : 5;
const seconds = 1;

const VERBATIM = [process.execPath, join(ROOT, "src/main.ts")];
const BASE = "node:http, same headers";

interface Contestant {
  server: Server;
  requests: Map<string, Request>;
}

if (!has("wrk")) {
  process.stderr.write("The benchmark needs wrk: apt-get install wrk\n");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const data = join(folder, "data");
cpSync(join(ROOT, "data"), data, { recursive: true });
writeNewspaper(data, 1000);

const { contestants, bytes } = await startAll();
const samples = measure(contestants);
const resident = new Map(contestants.map(({ server }) => [server.name, residentBytes(server)]));
const grown = growth();
for (const { server } of contestants) await stop(server);
const sizes = quick ? [3, 1000] : [3, 1000, 10_000];
process.stdout.write(loadTables({ rounds, seconds, bytes, base: BASE, samples, resident, grown }));
process.stdout.write(startTable(await startUps(folder, sizes, VERBATIM)));

async function startAll(): Promise<{ contestants: Contestant[]; bytes: number }> {
  const env = { DATA_DIR: data, CACHE_DIR: join(folder, "cache"), HOST: "127.0.0.1" };
  const logging = await start("Verbatim", "/health/ready", () => VERBATIM, env);
  const silent = await start("Verbatim, no access line", "/health/ready", () => VERBATIM, { ...env, LOG_LEVEL: "warn" });
  const speaker = JSON.parse((await ask(logging.port, "/v1/speakers?sort=quotes&limit=1")).body.toString()).items[0].id as string;
  const shipped = JSON.parse((await ask(logging.port, "/v1/articles?q=taliban&limit=1")).body.toString()).items[0].slug as string;
  const article = `/v1/articles/${shipped}`;
  const quotes = `/v1/quotes?speaker=${encodeURIComponent(speaker)}`;
  const file = join(folder, "recording.json");
  const recording = await record(logging.port, [article, "/v1/articles", quotes], file);

  const rival = (name: string) => (port: number) => [
    process.execPath,
    join(import.meta.dirname, "rivals", `${name}.ts`),
    file,
    String(port),
  ];
  const same = await start(BASE, article, rival("node-http"));
  const few = await start("node:http, six headers", article, (port) => [...rival("node-http")(port), "--few"]);
  const bytes = await start("Fastify, same headers", article, rival("fastify-bytes"));
  const line = await start("Fastify, same headers, a line", article, (port) => [...rival("fastify-bytes")(port), "--line"]);
  const fastify = await start("Fastify, object", article, rival("fastify"));
  const express = await start("Express, object", article, rival("express"));
  const json = jsonServer(folder, recording);
  const database = await start("json-server", json.article, json.command);
  const usual = { article, list: "/v1/articles", quotes };
  const contestants = [
    await contestant(logging, usual, true),
    await contestant(silent, usual, true),
    await contestant(same, usual, false),
    await contestant(few, usual, false),
    await contestant(bytes, usual, false),
    await contestant(line, usual, false),
    await contestant(fastify, usual, true),
    await contestant(express, usual, true),
    await contestant(database, { article: json.article, list: json.articles, quotes: json.quotes(speaker) }, false),
  ];
  const body = Buffer.from(recording.answers[article]?.identity?.body ?? "", "base64");
  if (has("nginx")) {
    const server = await start("nginx, file", article, nginxServing(folder, article, body));
    contestants.push(await contestant(server, { article }, false));
  } else process.stderr.write("nginx is not installed: left out.\n");
  return { contestants, bytes: body.length };
}

/** The requests a server can answer: without ETag there is no 304, without a coding no br. */
async function contestant(
  server: Server,
  targets: { article: string; list?: string; quotes?: string },
  varied: boolean,
): Promise<Contestant> {
  const requests = new Map<string, Request>();
  requests.set("Article, 200", { target: targets.article, headers: {} });
  const { etag } = (await ask(server.port, targets.article)).response.headers;
  if (etag !== undefined) requests.set("Article, 304", { target: targets.article, headers: { "if-none-match": etag } });
  for (const coding of ["br", "gzip"]) {
    const name = `Article, ${coding}`;
    const headers = { "accept-encoding": coding };
    // Brotli is made beside the first request that would take it.
    for (let tries = 0; tries < 20 && !requests.has(name); tries += 1) {
      const { response } = await ask(server.port, targets.article, headers);
      if (response.headers["content-encoding"] === coding) requests.set(name, { target: targets.article, headers });
      else await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  if (targets.list !== undefined) requests.set("List of 20 articles", { target: targets.list, headers: {} });
  if (targets.quotes !== undefined) requests.set("Quotes of one speaker", { target: targets.quotes, headers: {} });
  if (targets.quotes !== undefined && varied)
    requests.set("Quotes of one speaker, every request from another instant", { target: targets.quotes, headers: {}, varied: true });
  return { server, requests };
}

/** Samples by request and server, in rounds: every server once in each, after a run that warms it up. */
function measure(contestants: Contestant[]): Map<string, Map<string, Sample[]>> {
  const samples = new Map<string, Map<string, Sample[]>>();
  const names = contestants[0]?.requests.keys() ?? [];
  for (const name of names) samples.set(name, new Map());
  for (const { server, requests } of contestants) {
    for (const [name, request] of requests) {
      samples.get(name)?.set(server.name, []);
      if (name === "Article, 200") load(server, request, seconds);
    }
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, byServer] of samples) {
      for (const { server, requests } of contestants) {
        const request = requests.get(name);
        if (request !== undefined) byServer.get(server.name)?.push(load(server, request, seconds));
      }
    }
    process.stderr.write(`round ${round} of ${rounds}\n`);
  }
  return samples;
}

/** Bytes of memory Verbatim has more after 200,000 further requests for one article than before them. */
function growth(): { requests: number; bytes: number } {
  const verbatim = contestants.find(({ server }) => server.name === "Verbatim");
  const request = verbatim?.requests.get("Article, 200");
  if (verbatim === undefined || request === undefined) throw new Error("expected Verbatim");
  const before = residentBytes(verbatim.server);
  let requests = 0;
  const wanted = quick ? 40_000 : 200_000;
  while (requests < wanted) requests += load(verbatim.server, request, seconds).rate * seconds;
  return { requests: Math.round(requests), bytes: residentBytes(verbatim.server) - before };
}
