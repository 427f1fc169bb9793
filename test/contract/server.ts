import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildServer, type ServerOptions } from "../../src/http/server.ts";
import { addKey } from "../../src/office/keys.ts";
import { openOffice } from "../../src/office/office.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../src/store/files/folder-desk.ts";

const SHIPPED = join(import.meta.dirname, "../../data");

/** A server on a free port of 127.0.0.1 over the articles that ship with Verbatim, which names itself as the document does. */
export async function serveShipped(options: Partial<ServerOptions> = {}, folder = SHIPPED) {
  const store = await FilesStore.open({ folder, watch: false, onProblem: () => {} });
  const app = await buildServer({ store, publicUrl: "http://127.0.0.1:3000", ...options });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    app,
    async stop() {
      await app.close();
      await store.close();
    },
  };
}

/** The same over a copy of the articles, which a key opens for writing. */
export async function serveWritable() {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-shipped-"));
  for (const part of ["articles", "sources"]) cpSync(join(SHIPPED, part), join(folder, part), { recursive: true });
  const desk = openFolderDesk(folder);
  const office = await openOffice({ folder });
  const key = await addKey(office, "contract", "write", new Date());
  const server = await serveShipped({ writing: { desk, office } }, folder);
  return {
    ...server,
    key,
    async stop() {
      await server.stop();
      await desk.close();
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
