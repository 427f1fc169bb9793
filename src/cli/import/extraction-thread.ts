import { parentPort } from "node:worker_threads";
import type { ExtractOptions } from "../../extraction/extract.ts";
import { extractHere } from "./extraction-pool.ts";

parentPort?.on("message", async ({ id, raw, options }: { id: number; raw: Uint8Array; options: ExtractOptions }) => {
  parentPort?.postMessage({ id, extracted: await extractHere(raw, options) });
});
