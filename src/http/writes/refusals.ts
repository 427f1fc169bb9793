import { Edits } from "../../article/corrections/edits.ts";
import { PublishingRefused, type PublishingRefused as Refusal, type RefusalCode } from "../../publishing/refusal.ts";
import { DeskBusy, DeskConflict, DeskUnwritable } from "../../store/desk.ts";
import { articleWithdrawn } from "../lookup.ts";
import { describedBy } from "../openapi/file-schemas.ts";
import { HttpProblem, MAX_ERRORS, type ProblemCode } from "../problem.ts";
import { writingDisabled } from "./authenticate.ts";

const CODES: Record<RefusalCode, ProblemCode> = {
  withdrawn: "article-withdrawn",
  "not-withdrawn": "conflict",
  purged: "conflict",
  unreadable: "unreadable-source",
  exists: "article-exists",
  conflict: "conflict",
  unknown: "article-not-found",
  broken: "conflict",
  "unsound-edits": "unsound-edits",
  unsound: "unsound",
};

/** What the refusal of a write is to the client; other errors stay as they are. */
export function problemOfRefusal(error: unknown): unknown {
  if (error instanceof PublishingRefused) return problemOf(error);
  if (error instanceof DeskUnwritable) return writingDisabled(error.message);
  if (error instanceof DeskConflict) return new HttpProblem("conflict", error.message);
  if (error instanceof DeskBusy) return new HttpProblem("unavailable", `${error.message} Try again shortly.`, {}, { "retry-after": "5" });
  return error;
}

function problemOf({ code, message, slug, faults, tombstone }: Refusal): HttpProblem {
  if (tombstone !== null) return articleWithdrawn(tombstone);
  const errors = faults.slice(0, MAX_ERRORS).map(({ path, message }) => ({ in: "body" as const, name: path, value: null, message }));
  const extra = errors.length === 0 ? {} : { errors };
  if (code === "exists" && slug !== null) {
    const detail = `${message} To replace it, PUT to its address with If-Match.`;
    return new HttpProblem("article-exists", detail, extra, {}, { path: `/v1/articles/${encodeURIComponent(slug)}`, does: "has it." });
  }
  if (code === "unknown" && slug === null) {
    // A speaker: the one of the address, or one that is to be merged.
    return new HttpProblem(faults[0]?.path === "id" ? "speaker-not-found" : "unsound", message, extra);
  }
  return new HttpProblem(CODES[code], message, extra, {}, code === "unsound-edits" ? describedBy(Edits) : null);
}
