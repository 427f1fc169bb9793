import { DeskUnwritable } from "../../desk.ts";
import { isUnavailable } from "../connection.ts";

/** What keeps a database from being written, by codes of PostgreSQL (appendix A of its manual). */
const REASONS: [RegExp, string][] = [
  [/^25006/, "The database can only be read: it is a standby, or set to be read only. Write to the primary server."],
  [/^42501/, "The user of the database may not write it. Grant INSERT, UPDATE and DELETE on its tables."],
  [/^53100/, "The disk of the database is full. Make room on it."],
  [/^25P03/, "The writer took too long between two steps, and nothing was written. Try again."],
  [/^57014/, "Writing took the database too long, and nothing was written. Try again."],
];

/** An error of the database as `DeskUnwritable` where it says why it cannot be written, else as it is. */
export function unwritable(error: unknown): unknown {
  if (error instanceof DeskUnwritable) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = String((cause as { code?: unknown }).code ?? "");
  const reason = REASONS.find(([codes]) => codes.test(code))?.[1];
  if (reason !== undefined) return new DeskUnwritable(reason, { cause: error });
  if (isUnavailable(error)) return new DeskUnwritable("The database cannot be reached at the moment. Try again.", { cause: error });
  return error;
}
