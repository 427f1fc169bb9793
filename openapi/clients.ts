import { deepEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { EXAMPLE } from "../src/http/openapi/examples.ts";
import { openApiTexts } from "../src/http/routes/documents.ts";
import { buildServer } from "../src/http/server.ts";
import { FilesStore } from "../src/store/files/files-store.ts";
import type { Calls } from "./clients/calls.ts";

// Generates a client from the document with each of two generators, checks the types of what they write and of the code that calls it,
// and calls a server with it. The generators are a package of their own, openapi/clients: 129 packages and 92 MB that nothing else needs.

const clients = join(import.meta.dirname, "clients");
const generated = join(clients, "generated");
const tsc = resolve(import.meta.dirname, "../node_modules/typescript-7/bin/tsc");
const inClients = (...args: string[]) => execFileSync(process.execPath, args, { cwd: clients, stdio: "inherit" });

if (!existsSync(join(clients, "node_modules"))) throw new Error("Install the generators first: npm ci --prefix openapi/clients");
const store = await FilesStore.open({ folder: resolve(import.meta.dirname, "../data"), watch: false, onProblem: () => {} });
const app = await buildServer({ store, publicUrl: null });
const url = await app.listen({ host: "127.0.0.1", port: 0 });
try {
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated);
  writeFileSync(join(generated, "openapi.json"), openApiTexts(app).json);
  inClients("generate.ts", join(generated, "openapi.json"), generated, url);
  inClients(tsc, "-p", ".");
  for (const name of ["hey-api", "orval"]) {
    const { callsTo } = (await import(pathToFileURL(join(clients, `${name}.ts`)).href)) as { callsTo: (url: string) => Calls };
    await check(callsTo(url));
    console.log(`${name}: generated, type-checked, called`);
  }
} finally {
  rmSync(generated, { recursive: true, force: true });
  await app.close();
  await store.close();
}

/** Calls the server as the client does, and compares with what the shipped articles have. @throws AssertionError */
async function check(calls: Calls): Promise<void> {
  const { total } = (await (await fetch(`${url}/v1/quotes?speaker=${EXAMPLE.speaker}&speaker=none`)).json()) as { total: number };
  const quote = await calls.wordsOfQuote(EXAMPLE.quote);
  const list = await calls.quotesBy([EXAMPLE.speaker, "none"], 2);
  deepEqual(await calls.headlineOf(EXAMPLE.slug), "Skerrow Votes to Keep Its Ferry, ‘Bridge or No Bridge’");
  deepEqual(quote.cue, "said");
  deepEqual([list.total, list.ids.length], [total, 2]);
  deepEqual(await calls.problemOf("no-such-article"), { status: 404, code: "article-not-found" });
  deepEqual(await calls.check(quote.text, EXAMPLE.speaker), { words: "exact", speaker: "match" });
}
