import type { Key } from "../../office/keys.ts";
import type { Office } from "../../office/office.ts";
import type { Desk } from "../../store/desk.ts";

/** What a server needs to let its archive be written over HTTP, or why it does not, in a sentence. */
export type Writing = { desk: Desk; office: Office } | { disabled: string };

/** What a write is asked beside what every operation is. */
export interface WriteRequest {
  /** `If-Match` and `If-None-Match`, as they were sent. */
  preconditions: Preconditions;
  /** Whether only to say what would be done (`Prefer: validate-only`). */
  validateOnly: boolean;
}

export interface Preconditions {
  ifMatch: string | null;
  ifNoneMatch: string | null;
}

declare module "fastify" {
  interface FastifyRequest {
    /** The key that was shown; `null` where none is asked for. */
    writer: Key | null;
  }
}

/** The desk of a server whose archive can be written: others refuse before. */
export function deskOf(writing: Writing): Desk {
  if ("disabled" in writing) throw new Error("expected a server without a desk to refuse the request");
  return writing.desk;
}

/** What a write is asked. */
export function writeOf({ write }: { write?: WriteRequest }): WriteRequest {
  if (write === undefined) throw new Error("expected an operation that writes");
  return write;
}
