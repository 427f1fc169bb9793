/**
 * All connections of PostgreSQL are taken by others, and the server's own are cut. Answers are 200 or 503 with `Retry-After`; the
 * log says so a few times a second at most; when there are connections again all answers are those of before, without a restart.
 */
import pg from "pg";
import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { connectTo, serverOnPostgres } from "../harness/postgres.ts";
import { isAlive, untilHealth } from "../harness/program.ts";
import { ask, Tally } from "../harness/requests.ts";

const CONNECTIONS = 30;
/** Lines of log a second besides those of answers. */
const LINES = 5;

export const postgresConnections: Drill = {
  name: "postgres-connections",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const { url, undisturbed, server } = await serverOnPostgres(context, ["-c", `max_connections=${CONNECTIONS}`]);
    const own = await connectTo(context, url);
    const seconds = context.part(30);
    const before = server.logged().lines;
    const hoard = new Hoard(url);
    const answers = new Tally();
    const end = performance.now() + seconds * 1000;
    for (let number = 0; performance.now() < end; number += 1) {
      await hoard.takeAll();
      if (number % 20 === 0)
        await own.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'verbatim%'");
      const asked = Array.from({ length: 20 }, (_, one) => ask(server.url, `/v1/quotes?q=n${number}a${one}`));
      for (const answer of await Promise.all(asked)) answers.add(answer);
    }
    const lines = server.logged().lines - before;
    demand(await isAlive(server), "the server does not live on without connections");
    await hoard.release();
    await untilHealth(server, ({ status }) => status === "ok", "is not well though there are connections again", 30_000);
    await untilSame(server, undisturbed, "when there were connections again");
    demand(answers.odd.length === 0, `answers other than 200 and 503 with Retry-After: ${answers}`);
    demand(answers.of("503 Retry-After") > 0, `the server was never without connections: ${answers}`);
    demand(lines <= LINES * seconds, `${lines} lines of log besides answers in ${seconds} s: ${server.logged().last.slice(0, 300)}`);
    return `${seconds} s without connections: ${answers}; ${lines} lines of log besides answers`;
  },
};

/** Connections that keep others from having one. */
class Hoard {
  readonly #url: string;
  #held: pg.Client[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** Takes connections until the server gives no more. */
  async takeAll(): Promise<void> {
    for (;;) {
      const client = new pg.Client({ connectionString: this.#url, application_name: "hoard" });
      client.on("error", () => {});
      try {
        await client.connect();
        this.#held.push(client);
      } catch {
        await client.end().catch(() => {});
        return;
      }
    }
  }

  async release(): Promise<void> {
    await Promise.all(this.#held.splice(0).map((client) => client.end()));
  }
}
