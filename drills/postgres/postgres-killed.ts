/**
 * PostgreSQL is killed with SIGKILL and started again while a server is asked. What was asked before is answered from memory, the
 * rest is 503 with `Retry-After` and nothing else; health says 503 and the process lives; once PostgreSQL is back all answers
 * are those of before, without a restart. The log says so a few times a second at most.
 */

import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { killPostgres, serverOnPostgres, startAgain } from "../harness/postgres.ts";
import { isAlive, untilHealth } from "../harness/program.ts";
import { ask, found, json, Tally } from "../harness/requests.ts";

/** Lines of log a second besides those of answers, and those of a start and of each kill. */
const LINES = 5;
const ONCE = 20;

export const postgresKilled: Drill = {
  name: "postgres-killed",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const { postgres, url, undisturbed, server } = await serverOnPostgres(context);
    const { items } = await json<{ items: { slug: string }[] }>(server.url, "/v1/articles?limit=2");
    const [kept = "", other = ""] = items.map(({ slug }) => `/v1/articles/${encodeURIComponent(slug)}`);
    const rounds = context.part(10);
    const begun = performance.now();
    const answers = new Tally();
    for (let round = 0; round < rounds; round += 1) {
      const before = (await found(server.url, kept)).toString();
      const asking = askAllTheTime(server.url, round, answers);
      await new Promise((resolve) => setTimeout(resolve, 200 + context.dice.below(800)));
      await killPostgres(url);
      await untilHealth(server, ({ ready }) => !ready, "says it is ready though PostgreSQL was killed");
      demand(await isAlive(server), "the server does not live on without PostgreSQL");
      demand(
        (await found(server.url, kept)).toString() === before,
        "what was asked before is answered with other bytes without PostgreSQL",
      );
      const away = await ask(server.url, `${other}/text`);
      demand(
        away.status === 200 || (away.status === 503 && away.headers["retry-after"] !== undefined),
        `without PostgreSQL an article is answered with ${away.status}`,
      );
      await startAgain(postgres);
      await untilHealth(server, ({ status }) => status === "ok", "is not well though PostgreSQL is back", 30_000);
      await asking.stop();
      await untilSame(server, undisturbed, "after PostgreSQL was back");
    }
    demand(answers.odd.length === 0, `answers other than 200 and 503 with Retry-After: ${answers}`);
    const { lines, last } = server.logged();
    const seconds = (performance.now() - begun) / 1000;
    demand(
      lines <= LINES * seconds + ONCE * (1 + rounds),
      `${lines} lines of log besides answers in ${seconds.toFixed(0)} s: ${last.slice(0, 300)}`,
    );
    return `killed ${rounds} times; ${answers}; ${lines} lines of log besides answers`;
  },
};

/** Asks for what nobody asked before, until it is stopped. */
function askAllTheTime(url: string, round: number, answers: Tally): { stop(): Promise<unknown> } {
  let goesOn = true;
  const asking = Promise.all(
    [1, 2, 3].map(async (one) => {
      for (let number = 0; goesOn; number += 1) {
        answers.add(await ask(url, `/v1/quotes?q=r${round}a${one}n${number}`));
      }
    }),
  );
  return {
    stop() {
      goesOn = false;
      return asking;
    },
  };
}
