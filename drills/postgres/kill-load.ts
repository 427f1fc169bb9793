/**
 * `verbatim load` is killed with SIGKILL at random moments while a server serves the database. The server serves whole articles and
 * answers nothing with a 5xx; the load run again to its end leaves what an undisturbed one does.
 */
import { type Drill, demand } from "../harness/drill.ts";
import { differences, pictureOf, untilSame } from "../harness/picture.ts";
import { loadInto, newspaperDatabase, postgresFor } from "../harness/postgres.ts";
import { startCommand, startReady } from "../harness/program.ts";

const ARTICLES = 400;
/** Loads that are killed, one after the other, before one runs to its end. */
const KILLS = 4;

export const killLoad: Drill = {
  name: "kill-load",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const postgres = await postgresFor(context);
    const { data, undisturbed } = await newspaperDatabase(context, postgres, ARTICLES);
    const begun = performance.now();
    await loadInto(await postgres.createDatabase(), data);
    const duration = performance.now() - begun;
    const rounds = context.part(200 / KILLS);
    let killed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const url = await postgres.createDatabase();
      const server = await startReady(context, { env: { DATABASE_URL: url } });
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { child, ended } = startCommand(["load", data], { env: { DATABASE_URL: url } });
        const timer = setTimeout(() => child.kill("SIGKILL"), context.dice.next() * duration);
        if ((await ended).code === null) killed += 1;
        clearTimeout(timer);
        const articles = [...(await pictureOf(server.url))].filter(([path]) => path.startsWith("/v1/articles/"));
        const torn = differences(new Map(articles), undisturbed).filter((path) => articles.some(([there]) => there === path));
        demand(
          torn.length === 0,
          `after the load was killed, ${torn.length} articles are not those of an undisturbed load: ${torn.slice(0, 3)}`,
        );
      }
      const again = await loadInto(url, data);
      demand(again.code === 0, `the load that was run again failed: ${again.stderr}`);
      await untilSame(server, undisturbed, "after the load was run again");
      await server.stop();
    }
    return `${rounds * KILLS} loads of ${ARTICLES} articles, ${killed} killed; each article whole, the end as undisturbed`;
  },
};
