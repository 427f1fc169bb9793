import type { components } from "./schema.ts";

type Problem = components["schemas"]["Problem"];

/** An answer that is an error. `code` tells one kind from another: `error.code === "quote-removed"`. */
export class VerbatimError extends Error {
  override readonly name = "VerbatimError";
  /** HTTP status. */
  readonly status: number;
  /** The address that was asked for. */
  readonly url: string;
  /** RFC 9457 problem details; `null` when something between here and the server answered. */
  readonly problem: Problem | null;
  /** Milliseconds to wait before trying again, when the answer says so. */
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

  /** Stable name of the kind of problem; `null` without problem details. */
  get code(): Problem["code"] | null {
    return this.problem?.code ?? null;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body && "title" in body;
}
