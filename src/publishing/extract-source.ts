import { type Extraction, type ExtractOptions, extract } from "../extraction/extract.ts";
import { type UnreadableCode, UnreadableSource } from "../extraction/reading/unreadable-source.ts";
import type { Workers } from "../workers/workers.ts";

/** An article, or why there is none. */
export type Extracted = Extraction | { message: string; code?: UnreadableCode };

/** Extracts the article of a source; a fault becomes a message for the operator. */
export function extractSource({ raw, options }: { raw: Uint8Array; options: ExtractOptions }): Extracted {
  try {
    return extract(raw, options);
  } catch (error) {
    if (error instanceof UnreadableSource) return { message: error.message, code: error.code };
    return { message: `Extraction failed (please report it with the file): ${(error as Error).message}` };
  }
}

/** Extracts on a thread; one that crashes or is over its time fails this source alone. */
export async function extractOnThread(workers: Workers, raw: Uint8Array, options: ExtractOptions): Promise<Extracted> {
  try {
    return await workers.run(import.meta.url, extractSource, { raw, options });
  } catch (error) {
    return { message: `Extraction ended early: ${(error as Error).message}` };
  }
}
