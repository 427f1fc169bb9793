import type { FastifyInstance } from "fastify";
import type { Article } from "../../src/article/model/schema.ts";
import { buildServer, type ServerOptions } from "../../src/http/server.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import type { Store } from "../../src/store/store.ts";
import { dataFolder } from "../fixtures.ts";

interface StartOptions extends ServerOptions {
  /** What is served instead of the store of the folder. */
  asStore: (store: FilesStore) => Store;
}

/** A server on a free port of 127.0.0.1 over a data folder of its own. */
export async function startServer(articles?: Article[], watch = false, { asStore, ...options }: Partial<StartOptions> = {}) {
  const data = dataFolder(articles);
  const store = await FilesStore.open({ folder: data.folder, watch, onProblem: () => {} });
  const app: FastifyInstance = await buildServer({ store: asStore?.(store) ?? store, publicUrl: "https://verbatim.example", ...options });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    app,
    store,
    ...data,
    async stop() {
      await app.close();
      await store.close();
      data.remove();
    },
  };
}
