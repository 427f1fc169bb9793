import { Agent } from "node:http";
import { type Answer, type Asked, send } from "../../test/contract/request.ts";
import { until } from "../../test/store/files/until.ts";
import { Broken } from "./drill.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 4, timeout: 30_000 });

/** Sends a request and returns the whole answer. @throws when the connection breaks or no answer comes within a minute */
export function ask(url: string, path: string, asked: Asked = {}): Promise<Answer> {
  return send(url, path, { agent, ...asked });
}

/** The JSON of a 200. @throws Broken when it is another answer */
export async function json<T>(url: string, path: string): Promise<T> {
  return JSON.parse((await found(url, path)).toString()) as T;
}

/** The body of a 200. @param patience milliseconds in which it is asked for again after a 503. @throws Broken when it is another answer */
export async function found(url: string, path: string, patience = 0): Promise<Buffer> {
  const { status, body } = await until(
    () => ask(url, path),
    (answer) => answer.status !== 503,
    patience,
  );
  if (status !== 200) throw new Broken(`${path} is answered with ${status}: ${body.toString().slice(0, 300)}`);
  return body;
}

/** Counts answers by status, and whether they say when to try again. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** @returns what the answer is counted as: "200", "503 Retry-After" */
  add({ status, headers }: Pick<Answer, "status" | "headers">): string {
    const answer = headers["retry-after"] === undefined ? String(status) : `${status} Retry-After`;
    this.#counts.set(answer, this.of(answer) + 1);
    return answer;
  }

  of(answer: string): number {
    return this.#counts.get(answer) ?? 0;
  }

  /** Answers that are neither a 200 nor a 503 with `Retry-After`. */
  get odd(): string[] {
    return [...this.#counts.keys()].filter((answer) => answer !== "200" && answer !== "503 Retry-After");
  }

  toString(): string {
    const said = [...this.#counts].map(([answer, count]) => `${count} times ${answer}`);
    return said.sort().join(", ");
  }
}

/** What `/health/ready` says. */
export interface Health {
  ready: boolean;
  status: "ok" | "degraded" | "unavailable";
  articleCount: number;
  problems: { where: string; message: string; cure: string }[];
  detail: string;
}

/** What a server says of itself; a server that does not answer is `unavailable`. */
export async function healthOf(url: string): Promise<Health> {
  const none = { ready: false, status: "unavailable" as const, articleCount: 0, problems: [], detail: "" };
  try {
    const { status, body } = await ask(url, "/health/ready");
    const said = JSON.parse(body.toString()) as Health;
    return status === 200 ? { ...none, ...said, ready: true } : { ...none, detail: said.detail };
  } catch (error) {
    return { ...none, detail: (error as Error).message };
  }
}
