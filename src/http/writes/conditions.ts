import type { PreparedAnswer } from "../answers/prepared-answer.ts";
import { notNamed } from "../answers/prepared-answer.ts";
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
  if (ifMatch !== null && (present === null || !(await present.isNamedBy(ifMatch)))) throw notNamed(ifMatch);
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
