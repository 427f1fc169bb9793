import { monitorEventLoopDelay } from "node:perf_hooks";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import fastifyMetrics from "fastify-metrics";
import { isOwn } from "./own-requests.ts";
import { HttpProblem } from "./problem.ts";

/** Milliseconds of the window that requests are counted in. */
const WINDOW = 60_000;
/** The policy's name in the `RateLimit` fields. */
const POLICY = "requests";
/** Milliseconds between two looks at the event loop, and between two measurements of how late it is. */
const SAMPLE = 500;
const RESOLUTION = 10;

/**
 * Counts requests of each client address and refuses those over the limit with 429. Every answer says how many are left,
 * in the fields of draft-ietf-httpapi-ratelimit-headers-10 (structured fields, RFC 9651).
 *
 * @param perMinute requests a client may make in a minute
 */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, { global: false, max: perMinute, timeWindow: WINDOW });
  const count = app.createRateLimit();
  app.addHook("onRequest", async (request, reply) => {
    if (isExempt(request)) return;
    // Node has no address of a client that has gone.
    if ((request.ip as string | undefined) === undefined) throw new HttpProblem("malformed-request", "The connection was closed.");
    const state = await count(request);
    if (state.isAllowed) return;
    const fields = {
      "ratelimit-policy": `"${POLICY}";q=${perMinute};w=${WINDOW / 1000}`,
      ratelimit: `"${POLICY}";r=${state.remaining};t=${state.ttlInSeconds}`,
    };
    for (const [name, value] of Object.entries(fields)) reply.raw.setHeader(name, value);
    if (!state.isExceeded) return;
    const detail = `More than ${perMinute} requests came from your address within a minute. Try again in ${state.ttlInSeconds} seconds.`;
    throw new HttpProblem("too-many-requests", detail, {}, { ...fields, "retry-after": String(state.ttlInSeconds) });
  });
}

/** Counts and times requests by route, and serves the figures at `/metrics` in the text format of Prometheus. */
export async function measure(app: FastifyInstance): Promise<void> {
  await app.register(fastifyMetrics.default, {
    endpoint: "/metrics",
    clearRegisterOnInit: true,
    routeMetrics: { overrides: { summary: { percentiles: [] } } },
  });
}

/**
 * Answers 503 with `Retry-After` while the event loop is too late for answers to be of use.
 *
 * Not @fastify/under-pressure (9.2): its timer asks for figures of memory, which throws where no further file can be opened,
 * and ends the process.
 *
 * @param maxDelay milliseconds the event loop may be late
 */
export function shedLoad(app: FastifyInstance, maxDelay: number): void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  let late = false;
  let looked = performance.now();
  const timer = setInterval(() => {
    // Without a measurement there is no mean: the loop stood still since the last look.
    const delay = Number.isNaN(delays.mean) ? performance.now() - looked : delays.mean / 1e6 - RESOLUTION;
    late = delay > maxDelay;
    looked = performance.now();
    delays.reset();
  }, SAMPLE).unref();
  app.addHook("onRequest", (request, _reply, done) => {
    if (!late || isExempt(request)) done();
    else done(new HttpProblem("unavailable", "The server is busy. Try again shortly.", {}, { "retry-after": "1" }));
  });
  app.addHook("onClose", async () => {
    clearInterval(timer);
    delays.disable();
  });
}

/** Supervisors and load balancers ask often, and must not mistake a busy process for a dead one. */
function isExempt(request: FastifyRequest): boolean {
  return request.url.startsWith("/health/") || isOwn(request);
}
