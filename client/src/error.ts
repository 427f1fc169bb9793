import type { Problem } from "./schema.ts";

/** Thrown for an answer with an error status. `code` names the kind of error: `error.code === "quote-removed"`. */
export class VerbatimError extends Error {
  override readonly name = "VerbatimError";
  /** HTTP status. */
  readonly status: number;
  /** Address of the request. */
  readonly url: string;
  /** RFC 9457 problem details; `null` when the answer has none: a proxy between client and server sent it. */
  readonly problem: Problem | null;
  /** Milliseconds to wait before trying again, when the answer has `Retry-After` in seconds; else `null`. */
  readonly retryAfter: number | null;

  /** @param body the body of the answer, parsed where it is JSON */
  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : null;
    super(problem === null ? `${response.status} ${response.statusText}`.trim() : `${problem.title}: ${problem.detail}`);
    this.status = response.status;
    this.url = response.url;
    this.problem = problem;
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds * 1000 : null;
  }

  /** Stable name of the kind of error; `null` without problem details. */
  get code(): Problem["code"] | null {
    return this.problem?.code ?? null;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body && "title" in body;
}
