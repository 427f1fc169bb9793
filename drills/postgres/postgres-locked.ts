/**
 * A table that every answer needs is locked for longer than a statement may take. Answers that are not in memory are 503 with
 * `Retry-After` after some seconds, none hangs and none is a 500; the process lives; when the lock is gone all answers are those
 * of before, without a restart.
 */

import { Agent } from "node:http";
import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { connectTo, serverOnPostgres } from "../harness/postgres.ts";
import { isAlive, untilHealth } from "../harness/program.ts";
import { ask } from "../harness/requests.ts";

/** Milliseconds within which every request has an answer; docs/operations.md gives a statement 5 seconds, an answer 8. */
const LONGEST = 15_000;

export const postgresLocked: Drill = {
  name: "postgres-locked",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const { url, undisturbed, server } = await serverOnPostgres(context);
    const locker = await connectTo(context, url);
    const rounds = context.part(4);
    const statuses = new Map<number, number>();
    let slowest = 0;
    const agent = new Agent();
    for (let round = 0; round < rounds; round += 1) {
      await locker.query("BEGIN; LOCK TABLE articles, quotes, speakers IN ACCESS EXCLUSIVE MODE");
      const answers = await Promise.all(
        Array.from({ length: 40 }, async (_, number) => {
          const begun = performance.now();
          const path = context.dice.pick(["/v1/articles", "/v1/quotes"]);
          const answer = await ask(server.url, `${path}?limit=${1 + number}&publishedFrom=20${String(10 + round)}-01-01`, { agent });
          return { ...answer, ms: performance.now() - begun };
        }),
      );
      demand(await isAlive(server), "the server does not live on while a table is locked");
      for (const { status, headers, ms } of answers) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        slowest = Math.max(slowest, ms);
        demand(
          status === 200 || (status === 503 && headers["retry-after"] !== undefined),
          `a request while a table is locked is answered with ${status}`,
        );
      }
      await locker.query("ROLLBACK");
      await untilHealth(server, ({ status }) => status === "ok", "is not well after the lock");
      await untilSame(server, undisturbed, "after the lock");
    }
    const said = [...statuses].map(([status, count]) => `${count} times ${status}`).join(", ");
    demand(statuses.has(503), `nothing waited for the lock: ${said}`);
    demand(slowest < LONGEST, `a request was answered after ${slowest.toFixed(0)} ms`);
    return `locked ${rounds} times: ${said}, the slowest after ${(slowest / 1000).toFixed(1)} s`;
  },
};
