import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import { pullCommand } from "../../src/cli/pull.ts";
import { buildServer, type ServerOptions } from "../../src/http/server.ts";
import type { Desk } from "../../src/store/desk.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../src/store/files/folder-desk.ts";
import { PostgresStore } from "../../src/store/postgres/postgres-store.ts";
import type { Store } from "../../src/store/store.ts";

/** An archive that is served on 127.0.0.1 and written. */
export interface LiveArchive {
  url: string;
  desk: Desk;
  store: Store;
  app: FastifyInstance;
  stop(): Promise<void>;
}

/** Where a copy is: a folder or a database. */
export interface Place {
  dataDir: string;
  databaseUrl: string | null;
  databaseWait: number;
}

/** Both archives say the same address, so that their answers can be compared. */
const PUBLIC_URL = "https://verbatim.example";

export function newFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-pull-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Serves an archive. */
export async function serveArchive({ dataDir, databaseUrl }: Place, options: Partial<ServerOptions> = {}): Promise<LiveArchive> {
  const onProblem = () => {};
  if (databaseUrl !== null) {
    const store = await PostgresStore.open({ url: databaseUrl, readUrl: null, onProblem });
    return serving(store, store.openDesk(), options);
  }
  const store = await FilesStore.open({ folder: dataDir, watch: true, journal: true, onProblem });
  return serving(
    store,
    openFolderDesk(dataDir, (changes) => store.refresh(changes)),
    options,
  );
}

async function serving(store: Store, desk: Desk, options: Partial<ServerOptions>): Promise<LiveArchive> {
  const app = await buildServer({ store, publicUrl: PUBLIC_URL, ...options });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    desk,
    store,
    app,
    async stop() {
      await app.close();
      await desk.close();
      await store.close();
    },
  };
}

/** Runs `verbatim pull`. */
export async function pull(place: Place, args: string[], signal?: AbortSignal) {
  const said = { stdout: "", stderr: "" };
  const to = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) });
  const code = await pullCommand(args, place, { stdout: to("stdout"), stderr: to("stderr") }, signal);
  return { code, ...said };
}

/** What an archive answers for articles, their parts, quotes and revisions: status and bytes by path. */
async function answersOf(url: string, slugs: string[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const get = async (path: string) => {
    const response = await fetch(url + path, { redirect: "manual" });
    const text = await response.text();
    // Ids of requests are in problems.
    answers[path] = `${response.status} ${response.headers.get("location") ?? ""} ${text.replace(/"requestId":"[^"]*",?/, "")}`;
    return { status: response.status, text };
  };
  for (const slug of slugs) {
    const path = `/v1/articles/${encodeURIComponent(slug)}`;
    const { status, text } = await get(path);
    for (const part of ["/text", "/quotes", "/speakers", "/revisions"]) await get(path + part);
    if (status !== 200) continue;
    for (const { id } of (JSON.parse(text) as { quotes: { id: string }[] }).quotes) await get(`/v1/quotes/${id}`);
    const revisions = await get(`${path}/revisions`);
    for (const { revision } of (JSON.parse(revisions.text) as { items: { revision: string }[] }).items) {
      await get(`${path}?revision=${revision}`);
      await get(`${path}/quotes?revision=${revision}`);
    }
  }
  for (const list of ["/v1/articles?limit=100&sort=updated", "/v1/quotes?limit=100", "/v1/speakers?limit=100"]) await get(list);
  return answers;
}

/** Expects that a copy answers as the original does, for all slugs that the original's changes name. */
export async function expectCopy(origin: LiveArchive, place: Place): Promise<void> {
  const { items } = await origin.store.changes({ after: 0, limit: 1000 });
  const slugs = [...new Set(items.flatMap(({ slug, previousSlug }) => (previousSlug === null ? [slug] : [slug, previousSlug])))];
  const mirror = await serveArchive(place);
  try {
    expect(await answersOf(mirror.url, slugs)).toEqual(await answersOf(origin.url, slugs));
  } finally {
    await mirror.stop();
  }
}
