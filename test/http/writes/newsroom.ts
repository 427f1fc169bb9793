import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe } from "vitest";
import { buildServer, type ServerOptions } from "../../../src/http/server.ts";
import { addKey } from "../../../src/office/keys.ts";
import { type Office, openOffice } from "../../../src/office/office.ts";
import type { Desk } from "../../../src/store/desk.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../../src/store/files/folder-desk.ts";
import { PostgresStore } from "../../../src/store/postgres/postgres-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { type PostgresServer, startPostgres } from "../../store/postgres/server.ts";

/** A server that can be written, with a key of each scope. */
export interface Newsroom {
  url: string;
  store: Store;
  desk: Desk;
  office: Office;
  /** Keys by their scope. */
  keys: { write: string; edit: string };
  /** Lines of the log so far. */
  log: string[];
  /** Sends a request with the key of scope `write`, unless it has an `authorization` of its own. */
  send(method: string, path: string, body?: string | object, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** A server over an empty data folder of its own, or another one over the folder of one that runs, with the same keys. */
export async function folderNewsroom(options: Partial<ServerOptions> = {}, shared?: string): Promise<Newsroom & { folder: string }> {
  const folder = shared ?? mkdtempSync(join(tmpdir(), "verbatim-newsroom-"));
  const store = await FilesStore.open({ folder, watch: true, onProblem: () => {} });
  const desk = openFolderDesk(folder, (changes) => store.refresh(changes));
  const newsroom = await open({ store, desk, office: await openOffice({ folder }) }, options);
  return {
    ...newsroom,
    folder,
    async stop() {
      await newsroom.stop();
      if (shared === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server over an empty database. */
async function databaseNewsroom(server: PostgresServer, options: Partial<ServerOptions> = {}): Promise<Newsroom> {
  const store = await PostgresStore.open({ url: await server.createDatabase(), readUrl: null, onProblem: () => {} });
  return open({ store, desk: store.openDesk(), office: await openOffice({ pool: store.pool }) }, options);
}

/** Runs the same tests over a folder and over a database. @param tests given what starts a new, empty server */
export function describeNewsrooms(name: string, tests: (start: (options?: Partial<ServerOptions>) => Promise<Newsroom>) => void): void {
  describe(`${name} (folder)`, () => tests((options) => folderNewsroom(options)));
  describe(`${name} (PostgreSQL)`, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.remove());
    tests((options) => databaseNewsroom(server, options));
  });
}

/** An article as plain text. */
export const KILN = "Kiln stays open\n\n“We never meant to close it,” said Orla Brice, the manager of the kiln.";
/** Its next version. */
export const KILN_CORRECTED = "Kiln stays open\n\n“We never meant to sell it,” said Orla Brice, the manager of the kiln.";

async function open(
  { store, desk, office }: Pick<Newsroom, "store" | "desk" | "office">,
  options: Partial<ServerOptions>,
): Promise<Newsroom> {
  const now = new Date();
  const keys = { write: (await addKey(office, "desk", "write", now)) ?? "", edit: (await addKey(office, "editor", "edit", now)) ?? "" };
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(line) });
  const app = await buildServer({ store, publicUrl: "https://verbatim.example", logger, writing: { desk, office }, ...options });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    store,
    desk,
    office,
    keys,
    log,
    send(method, path, body, headers = {}) {
      const type = typeof body === "object" ? "application/json" : "text/plain";
      return fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${keys.write}`, ...(body === undefined ? {} : { "content-type": type }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === "object" ? JSON.stringify(body) : body }),
        redirect: "manual",
      });
    },
    async stop() {
      await app.close();
      await desk.close();
      await office.close();
      await store.close();
    },
  };
}
