import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { buildServer, type ServerOptions } from "../../../src/http/server.ts";
import { addKey } from "../../../src/office/keys.ts";
import { type Office, openOffice } from "../../../src/office/office.ts";
import type { Desk } from "../../../src/store/desk.ts";
import { FilesStore } from "../../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../../src/store/files/folder-desk.ts";
import type { Store } from "../../../src/store/store.ts";

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

/** A server over an empty data folder. */
export async function folderNewsroom(options: Partial<ServerOptions> = {}): Promise<Newsroom & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-newsroom-"));
  const store = await FilesStore.open({ folder, watch: true, onProblem: () => {} });
  const desk = openFolderDesk(folder, (changes) => store.refresh(changes));
  const newsroom = await open({ store, desk, office: await openOffice({ folder }) }, options);
  return {
    ...newsroom,
    folder,
    async stop() {
      await newsroom.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

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
