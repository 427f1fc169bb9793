import { setTimeout } from "node:timers/promises";
import packageJson from "../../package.json" with { type: "json" };
import { hasMoreValues } from "../article/model/json-values.ts";
import { failedConnection } from "../outgoing/failed-connection.ts";
import { waitAsked } from "../outgoing/retry-after.ts";
import { readBounded } from "./bounded-body.ts";
import { PullRefused } from "./pull-refused.ts";

/** An answer of the other archive. */
export interface OriginAnswer {
  status: number;
  text: string;
  tag: string | null;
  /** Of a redirect. */
  location: string | null;
}

interface Wanted {
  tag?: string | null;
  accept?: string;
}

/** Milliseconds that one answer may take. */
const ANSWER_TIME = 60_000;

/** Tries of a request that the server cannot answer for now, and the milliseconds between the first two; each later wait is twice as long. */
const TRIES = 6;
const FIRST_WAIT = 1_000;
/** Milliseconds of a Retry-After that are waited at most. */
const LONGEST_WAIT = 300_000;

/** Statuses that pass: too many requests, and a server or a gateway that is away for now (RFC 6585, section 4; RFC 9110, section 15.6). */
const PASSING = new Set([429, 502, 503, 504]);

/** The archive that is copied, over its public API. */
export class Origin {
  /** Without a slash at the end. */
  readonly base: string;
  readonly #signal: AbortSignal | undefined;
  readonly #onWait: (reason: string, milliseconds: number) => void;
  readonly #firstWait: number;
  /** Whether it answered before: then a broken connection passes. */
  #isKnown = false;

  /** @param onWait told of each wait before a request is made again */
  constructor(
    base: string,
    options: { signal?: AbortSignal | undefined; onWait?: (reason: string, milliseconds: number) => void; firstWait?: number } = {},
  ) {
    this.base = base;
    this.#signal = options.signal;
    this.#onWait = options.onWait ?? (() => {});
    this.#firstWait = options.firstWait ?? FIRST_WAIT;
  }

  /**
   * Gets a path, again where the server asks to wait or the connection breaks.
   *
   * @param wanted `tag` of the answer that is known: the same one again is a 304
   * @throws PullRefused when there is no answer, or none that can be read
   */
  async get(path: string, wanted: Wanted = {}): Promise<OriginAnswer> {
    for (let tried = 1; ; tried += 1) {
      const answer = await this.#try(path, wanted);
      if (!("failure" in answer)) return answer;
      const { failure, retryAfter } = answer;
      if (!failure.passes || tried === TRIES) throw failure;
      const wait = Math.min(retryAfter ?? this.#firstWait * 2 ** (tried - 1), LONGEST_WAIT);
      this.#onWait(failure.message, wait);
      await setTimeout(wait, null, { signal: this.#signal as AbortSignal });
    }
  }

  async #try(
    path: string,
    { tag = null, accept = "application/json" }: Wanted,
  ): Promise<OriginAnswer | { failure: PullRefused; retryAfter: number | null }> {
    const timeout = AbortSignal.timeout(ANSWER_TIME);
    const headers = {
      accept,
      "user-agent": `Verbatim/${packageJson.version} (pull)`,
      ...(tag && { "if-none-match": tag }),
    };
    try {
      const signal = this.#signal === undefined ? timeout : AbortSignal.any([timeout, this.#signal]);
      const response = await fetch(this.base + path, { headers, redirect: "manual", signal });
      const text = await readBounded(response, this.base + path);
      if (PASSING.has(response.status)) {
        const failure = new PullRefused(`${this.base} cannot answer for now (status ${response.status}).`, { passes: true });
        return { failure, retryAfter: waitAsked(response.headers.get("retry-after"), Date.now()) };
      }
      this.#isKnown = true;
      return { status: response.status, text, tag: response.headers.get("etag"), location: response.headers.get("location") };
    } catch (error) {
      this.#signal?.throwIfAborted();
      if (error instanceof PullRefused) throw error;
      return { failure: this.#unreachable(error), retryAfter: null };
    }
  }

  /** A server that was never there is most likely a wrong address: only one that answered before is waited for. */
  #unreachable(error: unknown): PullRefused {
    if ((error as Error).name === "TimeoutError")
      return new PullRefused(`${this.base} does not answer in time.`, { passes: true, cause: error });
    const { reason, passes } = failedConnection(error);
    const cure = /self-signed|authority/.test(reason) ? " Name the certificate of its authority in NODE_EXTRA_CA_CERTS." : "";
    return new PullRefused(`${this.base} cannot be reached: ${reason}.${cure}`, { passes: passes && this.#isKnown, cause: error });
  }
}

/** Values of an answer's JSON: the longest articles have a tenth of them, and what is wrong with each takes memory to say. */
const MOST_VALUES = 1_000_000;

/** The JSON of an answer; `undefined` where it is none, or more than any that is asked for. */
export function jsonOf({ text }: Pick<OriginAnswer, "text">): unknown {
  if (hasMoreValues(Buffer.from(text), MOST_VALUES)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
