import { join } from "node:path";
import { buildServer, type ServerOptions } from "../../src/http/server.ts";
import { FilesStore } from "../../src/store/files/files-store.ts";

/** A server on a free port of 127.0.0.1 over the articles that ship with Verbatim, which names itself as the document does. */
export async function serveShipped(options: Partial<ServerOptions> = {}) {
  const store = await FilesStore.open({ folder: join(import.meta.dirname, "../../data"), watch: false, onProblem: () => {} });
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
