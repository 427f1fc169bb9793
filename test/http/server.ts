import type { FastifyInstance } from "fastify";
import type { Article } from "../../src/article/model/schema.ts";
import { buildServer, type ServerOptions } from "../../src/http/server.ts";
import type { DeskChange } from "../../src/store/desk.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";
import { dataFolder } from "../fixtures.ts";
import { writeChange } from "../store/files/folder-writer.ts";

interface StartOptions extends ServerOptions {
  /** What became of the articles before the server starts. */
  past: DeskChange[];
}

/** A server on a free port of 127.0.0.1 over a data folder of its own. */
export async function startServer(articles?: Article[], watch = false, { past = [], ...options }: Partial<StartOptions> = {}) {
  const data = dataFolder(articles);
  for (const change of past) writeChange(data.folder, change);
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
      const slugs = writeChange(data.folder, change);
      await store.refresh({ slugs, registry: change.of === "registry", all: false });
    },
    async stop() {
      await app.close();
      await store.close();
      data.remove();
    },
  };
}
