import type { PreparedAnswer } from "../answers/prepared-answer.ts";
import { HttpProblem } from "../problem.ts";
import type { Preconditions } from "./writing.ts";

/**
 * Holds a write to its preconditions, in the order of RFC 9110, section 13.2.2. What is there is replaced only by somebody who says what
 * that is (RFC 6585, section 3): others would overwrite what they have never seen.
 *
 * @param present what GET answers in JSON; `null` where there is nothing
 * @throws HttpProblem `precondition-failed`, `precondition-required`
 */
export async function holdTo({ ifMatch, ifNoneMatch }: Preconditions, present: PreparedAnswer | null): Promise<void> {
  if (ifMatch !== null && (present === null || !(await present.isNamedBy(ifMatch)))) throw isAnother(ifMatch, present !== null);
  if (ifNoneMatch !== null && present !== null) {
    // Compared weakly (section 13.1.2).
    if (await present.isNamedBy(ifNoneMatch.replaceAll("W/", ""))) {
      throw new HttpProblem("precondition-failed", "If-None-Match names what is here already.");
    }
  }
  if (present !== null && ifMatch === null) {
    const detail = "This replaces what is here. Get it first, and send its ETag as If-Match, so that nothing is overwritten unseen.";
    throw new HttpProblem("precondition-required", detail);
  }
}

function isAnother(ifMatch: string, isThere: boolean): HttpProblem {
  const why = isThere
    ? "is not the ETag of what is here now. Somebody may have changed it: get it again, as JSON and without parameters"
    : "names nothing: there is nothing here. To add it, leave If-Match out";
  return new HttpProblem("precondition-failed", `If-Match: ${ifMatch.slice(0, 100)} ${why}.`);
}

/** What a write does when it is held to its preconditions, and what it would do without them. */
interface Attempt<Done> {
  held(): Promise<Done>;
  tried(): Promise<Done>;
}

/**
 * Writes, unless that was done before: a request that would change nothing any more is a success although `If-Match` is missing or
 * names what was there before it (RFC 9110, section 13.1.1). So it can be repeated by a client that never got the answer.
 */
export async function heldOrDone<Done extends { state: string }>({ held, tried }: Attempt<Done>): Promise<Done> {
  try {
    return await held();
  } catch (error) {
    if (!(error instanceof HttpProblem && /^precondition-/.test(error.code))) throw error;
    const done = await tried().catch(() => null);
    if (done?.state === "unchanged") return done;
    throw error;
  }
}
