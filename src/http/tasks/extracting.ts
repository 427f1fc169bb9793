import { z } from "zod";
import { Article } from "../../article/model/schema.ts";
import { type Extraction, type ExtractOptions, extract } from "../../extraction/extract.ts";
import { Note } from "../../extraction/reading/notes.ts";
import { UnreadableSource } from "../../extraction/reading/unreadable-source.ts";
import { WorkerFailure, Workers } from "../../workers/workers.ts";
import { HttpProblem } from "../problem.ts";

/** What an extraction answers with. */
export const ExtractedArticle = Article.extend({
  notes: z.array(Note).meta({ description: "What extraction replaced, left out or found odd." }),
}).meta({
  id: "ExtractedArticle",
  description: "An article that was extracted and not stored, and what is to be said about its source.",
});
type ExtractedArticle = z.infer<typeof ExtractedArticle>;

/** Milliseconds one extraction may take. The largest source takes 5 seconds, twice that beside other work. */
const TIME_LIMIT = 30_000;
/** MiB of a thread's heap: the largest source needs 300. */
const HEAP_LIMIT = 512;
/** Extractions at most, running and waiting. */
const MAX_EXTRACTIONS = 16;

/** Extracts on a thread of its own, one source after the other, so that no source holds up other requests. */
export class Extracting {
  readonly #timeLimit: number;
  readonly #workers: Workers;

  /**
   * @param timeLimit milliseconds one extraction may take
   * @param heapLimit MiB its thread's heap may have
   */
  constructor(timeLimit = TIME_LIMIT, heapLimit = HEAP_LIMIT) {
    this.#timeLimit = timeLimit;
    this.#workers = new Workers({ threads: 1, timeLimit, maxTasks: MAX_EXTRACTIONS, heapLimit });
  }

  /**
   * @returns the `ExtractedArticle` as JSON
   * @throws HttpProblem `unreadable-source`, `extraction-timeout`, or `unavailable` while too many wait
   */
  async extract(raw: Uint8Array, options: ExtractOptions): Promise<string> {
    const outcome = await this.#run(extractJson, { raw, options });
    if ("unreadable" in outcome) throw new HttpProblem("unreadable-source", outcome.unreadable);
    return outcome.json;
  }

  /**
   * @returns what the source holds, for whoever publishes it
   * @throws what `extract` throws
   */
  async extraction(raw: Uint8Array, options: ExtractOptions): Promise<Extraction> {
    const outcome = await this.#run(extractWhole, { raw, options });
    if ("unreadable" in outcome) throw new HttpProblem("unreadable-source", outcome.unreadable);
    return outcome;
  }

  #run<Outcome>(task: (given: Given) => Outcome, given: Given): Promise<Outcome> {
    return this.#workers.run(import.meta.url, task, given).catch((error) => {
      throw problemOfFailure(error, this.#timeLimit, "extractions");
    });
  }

  /** Extractions that run and that wait. */
  get load(): { running: number; waiting: number } {
    return this.#workers.load;
  }

  close(): Promise<void> {
    return this.#workers.close();
  }
}

/**
 * The problem that a failed task of a thread is to the client.
 * @param timeLimit milliseconds that it had
 * @param what the tasks are called
 */
export function problemOfFailure(error: unknown, timeLimit: number, what: string): unknown {
  const reason = error instanceof WorkerFailure ? error.reason : null;
  if (reason === "busy") {
    return new HttpProblem("unavailable", `Too many ${what} are waiting. Try again shortly.`, {}, { "retry-after": "5" });
  }
  if (reason === "not-started") {
    return new HttpProblem("unavailable", `The server is too busy to take ${what}. Try again shortly.`, {}, { "retry-after": "5" });
  }
  if (reason === "over-time") {
    return new HttpProblem("extraction-timeout", `The source took longer than ${timeLimit / 1000} seconds. Send a smaller part of it.`);
  }
  if (reason === "out-of-memory") {
    return new HttpProblem("unreadable-source", "The source needs too much memory. Send a smaller part of it.");
  }
  return error;
}

interface Given {
  raw: Uint8Array;
  options: ExtractOptions;
}

/**
 * Extracts in a thread.
 * @returns the `ExtractedArticle` as JSON, or why the source cannot be read
 * @public named to the threads
 */
export function extractJson(given: Given): { json: string } | { unreadable: string } {
  const outcome = extractWhole(given);
  if ("unreadable" in outcome) return outcome;
  const { article, notes } = outcome;
  return { json: JSON.stringify({ ...article, notes } satisfies ExtractedArticle) };
}

/**
 * Extracts in a thread.
 * @returns all that a source holds, or why it cannot be read
 * @public named to the threads
 */
export function extractWhole({ raw, options }: Given): Extraction | { unreadable: string } {
  try {
    return extract(raw, options);
  } catch (error) {
    if (error instanceof UnreadableSource) return { unreadable: error.message };
    throw error;
  }
}
