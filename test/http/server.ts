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
  let served: FilesStore | null = null;
  const desk = openFolderDesk(data.folder, async (changes) => served?.refresh(changes));
  const change = (one: DeskChange) => desk.alone((writing) => writing.write(one));
  for (const one of past) await change(one);
  const store = await FilesStore.open({ folder: data.folder, watch, onProblem: () => {} });
  served = store;
  const app: FastifyInstance = await buildServer({ store, publicUrl: "https://verbatim.example", ...options });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    app,
    store,
    ...data,
    /** Changes the folder, and returns when the change is served. */
    change,
    async stop() {
      await app.close();
      await desk.close();
      await store.close();
      data.remove();
    },
  };
}
