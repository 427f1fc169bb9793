import type { Try } from "../office/webhooks.ts";
import type { Message } from "./message.ts";
import type { Outcome } from "./post.ts";

/** Whether a status says that the receiver has the message. */
export function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** A try as it is noted. @param seq of the change; `null` for a test */
export function tryOf({ id, type }: Message, seq: number | null, outcome: Outcome, at: Date, result: Try["result"]): Try {
  const { status, error, milliseconds, answer } = outcome;
  return { at: at.toISOString(), message: id, type, seq, status, error, milliseconds, answer, result };
}
