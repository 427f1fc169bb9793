import type { FastifyRequest } from "fastify";
import { StoreUnavailable } from "../store/store.ts";
import { HttpProblem } from "./problem.ts";
import { withoutKeys } from "./without-keys.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** What went wrong while requests were answered. */
    faults: FaultLog;
  }
}

/** Milliseconds in which one kind of fault is logged once. */
const WINDOW = 1000;

type Write = (left: { leftOut?: number }) => void;

/** Logs a fault at once, and one line a second for as long as it repeats, so that a flood of faults is not one of lines. */
export class FaultLog {
  readonly #last = new Map<string, { write: Write; leftOut: number }>();

  /**
   * @param kind the same for faults that repeat each other
   * @param write writes the line; given how many of the kind, this one not counted, have had no line since the last one
   */
  tell(kind: string, write: Write): void {
    const last = this.#last.get(kind);
    if (last === undefined) {
      write({});
      this.#wait(kind);
    } else {
      last.leftOut += 1;
      last.write = write;
    }
  }

  /** Logs the failure of a request; a refusal that was to be expected without a stack. */
  failed(error: Error, { log, url: asked }: Pick<FastifyRequest, "log" | "url">): void {
    const url = withoutKeys(asked);
    if (error instanceof HttpProblem) {
      const reason = withoutKeys(error.message);
      this.tell(`${error.code} ${inGeneral(reason)}`, (left) => log.info({ url, reason, ...left }, "refused"));
    } else if (error instanceof StoreUnavailable) {
      const reason = `${error.message}${error.cause instanceof Error ? ` ${textOf(error.cause)}` : ""}`;
      this.tell(inGeneral(reason), (left) => log.warn({ url, reason, ...left }, "refused"));
    } else {
      // The message may have a part of what was read in it, the place never.
      const place = error.stack?.split("\n").find((line) => /^ {4}at /.test(line));
      this.tell(`${error.name} ${place ?? error.message}`, (left) => log.error({ err: error, url, ...left }, "failed"));
    }
  }

  #wait(kind: string): void {
    const last = { write: (() => {}) as Write, leftOut: 0 };
    this.#last.set(kind, last);
    const end = () => {
      this.#last.delete(kind);
      if (last.leftOut === 0) return;
      last.write(last.leftOut === 1 ? {} : { leftOut: last.leftOut - 1 });
      this.#wait(kind);
    };
    setTimeout(end, WINDOW).unref();
  }
}

/** Without its numbers: `3 of 9 articles` is the same fault as `4 of 9 articles`. */
function inGeneral(message: string): string {
  return message.replace(/\d+/g, "#");
}

/** What an error says, without a stack: several at once, which Node gives for a host of several addresses, have a code alone. */
export function textOf({ message, code }: NodeJS.ErrnoException): string {
  return message === "" ? (code ?? "") : message;
}
