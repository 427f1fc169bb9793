import { parentPort, workerData } from "node:worker_threads";
import type { Incoming } from "../files/incoming.ts";
import { openPool } from "./connection.ts";
import { Preparer } from "./prepare.ts";

/** Prepares the batches it is sent, with a connection of its own to the database of `workerData.url`; `null` ends it. */
const pool = openPool((workerData as { url: string }).url, () => {}, 1);
const preparer = new Preparer(pool);

parentPort?.on("message", async (message: { id: number; batch: Incoming[] } | null) => {
  if (message === null) {
    parentPort?.close();
    await pool.end();
    return;
  }
  const { id, batch } = message;
  try {
    const prepared = await preparer.prepare(batch);
    parentPort?.postMessage(
      { id, prepared },
      Object.values(prepared.tables).map(({ buffer }) => buffer),
    );
  } catch {
    // The main thread tries it once more, and meets the error itself.
    parentPort?.postMessage({ id, prepared: null });
  }
});
