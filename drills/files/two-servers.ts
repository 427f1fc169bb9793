/**
 * Two servers start at the same moment on one data folder and one cache, again and again, while articles are imported, changed and
 * deleted and one of them is killed. Both come to serve what an undisturbed server does after each change.
 */
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeNewspaper } from "../../bench/load/data-folder.ts";
import { undisturbedPicture } from "../harness/archive-folder.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { startReady } from "../harness/program.ts";

/** From 1,000 articles on the index is kept in a file. */
const LARGE = 1_000;

export const twoServers: Drill = {
  name: "two-servers",
  file: import.meta.filename,
  short: 0.1,
  async run(context) {
    const { dice } = context;
    const data = join(context.folder, "data");
    const spare = join(context.folder, "spare");
    writeNewspaper(data, LARGE, context.seed);
    writeNewspaper(spare, 40, context.seed + 1);
    const articles = (folder: string) => readdirSync(join(folder, "articles"));
    const rounds = context.part(10);
    let killed = 0;
    for (let round = 0; round < rounds; round += 1) {
      if (dice.below(3) === 0) rmSync(join(context.folder, "cache"), { recursive: true, force: true });
      const servers = await Promise.all([1, 2].map(() => startReady(context, { env: { DATA_DIR: data } })));
      for (const name of dice.several(articles(spare), 10)) cpSync(join(spare, "articles", name), join(data, "articles", name));
      for (const name of dice.several(articles(data), 3)) rmSync(join(data, "articles", name));
      if (dice.below(3) === 0) {
        servers.pop()?.child.kill("SIGKILL");
        killed += 1;
      }
      const copy = join(context.folder, "copy");
      cpSync(data, copy, { recursive: true });
      const undisturbed = await undisturbedPicture(context, copy);
      for (const server of servers) await untilSame(server, undisturbed, "beside another server on the same cache");
      for (const server of servers) demand((await server.stop()) === 0, "a server did not end cleanly");
      rmSync(copy, { recursive: true });
    }
    return `${rounds} times two servers on ${LARGE} articles, ${killed} killed; both as undisturbed`;
  },
};
