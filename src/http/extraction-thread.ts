import { parentPort } from "node:worker_threads";
import { type ExtractOptions, extract } from "../extraction/extract.ts";
import { UnreadableSource } from "../extraction/reading/unreadable-source.ts";

/** What the thread answers: the article's JSON, or why the source is none. Anything else it throws ends the thread. */
export type Outcome = { json: string } | { unreadable: string };

parentPort?.on("message", ({ raw, options }: { raw: Uint8Array; options: ExtractOptions }) => {
  parentPort?.postMessage(outcomeOf(raw, options));
});

function outcomeOf(raw: Uint8Array, options: ExtractOptions): Outcome {
  try {
    return { json: JSON.stringify(extract(raw, options).article) };
  } catch (error) {
    if (error instanceof UnreadableSource) return { unreadable: error.message };
    throw error;
  }
}
