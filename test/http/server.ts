import type { FastifyInstance } from "fastify";
import type { Article } from "../../src/article/model/schema.ts";
import { buildServer, type ServerOptions } from "../../src/http/server.ts";
import type { DeskChange } from "../../src/store/desk.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { openFolderDesk } from "../../src/store/files/folder-desk.ts";
import { dataFolder } from "../fixtures.ts";

interface StartOptions extends ServerOptions {
  /** What became of the articles before the server starts. */
  past: DeskChange[];
}

/** A server on a free port of 127.0.0.1 over a data folder of its own. */
export async function startServer(articles?: Article[], watch = false, { past = [], ...options }: Partial<StartOptions> = {}) {
  const data = dataFolder(articles);
  await write(data.folder, past);
  const store = await FilesStore.open({ folder: data.folder, watch, onProblem: () => {} });
  const app: FastifyInstance = await buildServer({ store, publicUrl: "https://verbatim.example", ...options });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    app,
    store,
    ...data,
    /** Changes the folder, and returns when the change is served. */
    async change(change: DeskChange) {
      await write(data.folder, [change], (changes) => store.refresh(changes));
    },
    async stop() {
      await app.close();
      await store.close();
      data.remove();
    },
  };
}

/** Writes changes into a data folder. @param onWritten given what they are about */
async function write(folder: string, changes: DeskChange[], onWritten?: Parameters<typeof openFolderDesk>[1]): Promise<void> {
  const desk = openFolderDesk(folder, onWritten);
  try {
    for (const change of changes) await desk.alone((writing) => writing.write(change));
  } finally {
    await desk.close();
  }
}
