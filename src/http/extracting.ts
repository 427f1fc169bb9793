import { type ExtractOptions, extract } from "../extraction/extract.ts";
import { UnreadableSource } from "../extraction/reading/unreadable-source.ts";
import { WorkerFailure, Workers } from "../workers/workers.ts";
import { HttpProblem } from "./problem.ts";

/** Milliseconds one extraction may take; extraction is linear, so only a fault in it comes near. */
const TIME_LIMIT = 10_000;
/** Extractions at most, running and waiting. */
const MAX_EXTRACTIONS = 16;

/** Extracts on a thread of its own, one source after the other, so that no source holds up other requests. */
export class Extracting {
  readonly #timeLimit: number;
  readonly #workers: Workers;

  /** @param timeLimit milliseconds one extraction may take */
  constructor(timeLimit = TIME_LIMIT) {
    this.#timeLimit = timeLimit;
    this.#workers = new Workers({ threads: 1, timeLimit, maxTasks: MAX_EXTRACTIONS });
  }

  /**
   * @returns the article as JSON
   * @throws HttpProblem `unreadable-source`, `extraction-timeout`, or `unavailable` while too many wait
   */
  async extract(raw: Uint8Array, options: ExtractOptions): Promise<string> {
    const outcome = await this.#workers.run(import.meta.url, extractJson, { raw, options }).catch((error) => {
      throw this.#problemOf(error);
    });
    if ("unreadable" in outcome) throw new HttpProblem("unreadable-source", outcome.unreadable);
    return outcome.json;
  }

  close(): Promise<void> {
    return this.#workers.close();
  }

  #problemOf(error: unknown): unknown {
    const reason = error instanceof WorkerFailure ? error.reason : null;
    if (reason === "busy") {
      return new HttpProblem("unavailable", `${MAX_EXTRACTIONS} extractions are waiting. Try again shortly.`, {}, { "retry-after": "5" });
    }
    if (reason === "over-time") {
      const seconds = this.#timeLimit / 1000;
      return new HttpProblem("extraction-timeout", `The source took longer than ${seconds} seconds. Send a smaller part of it.`);
    }
    return error;
  }
}

/**
 * Extracts in a thread.
 * @returns the article as JSON, or why the source cannot be read
 * @public named to the threads
 */
export function extractJson({ raw, options }: { raw: Uint8Array; options: ExtractOptions }): { json: string } | { unreadable: string } {
  try {
    return { json: JSON.stringify(extract(raw, options).article) };
  } catch (error) {
    if (error instanceof UnreadableSource) return { unreadable: error.message };
    throw error;
  }
}
