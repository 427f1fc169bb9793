/**
 * The data folder and the folder of the cache are read-only. Everything is served as undisturbed; health names the folder of the
 * cache and says what to do; an import says that it cannot write, changes nothing and ends with exit code 1.
 */
import { join } from "node:path";
import { newspaperFolder } from "../harness/archive-folder.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { mountReadOnly } from "../harness/machine.ts";
import { untilSame } from "../harness/picture.ts";
import { runCommand, startReady, untilHealth } from "../harness/program.ts";
import { filesOf, writeSources } from "../harness/sources.ts";

/** From 1,000 articles on the index is kept in a file. */
const LARGE = 1_000;

export const readOnly: Drill = {
  name: "read-only",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const { data, undisturbed } = await newspaperFolder(context, LARGE);
    const cache = join(context.folder, "read-only-cache");
    mountReadOnly(context, data);
    mountReadOnly(context, cache);
    const before = filesOf(data);
    const server = await startReady(context, { env: { DATA_DIR: data, CACHE_DIR: cache } });
    const { problems } = await untilHealth(server, ({ status }) => status === "degraded", "does not say that its cache is read-only");
    demand(problems.length === 1 && problems[0]?.where === cache, `health names other things than ${cache}: ${JSON.stringify(problems)}`);
    demand(problems[0].cure.includes("CACHE_DIR"), `health does not say what to do: ${problems[0].cure}`);
    await untilSame(server, undisturbed, "with read-only folders");
    writeSources(join(context.folder, "sources"), 3, context.seed + 1);
    const refused = await runCommand(["import", join(context.folder, "sources"), "--data", data]);
    demand(refused.code === 1, `an import into a read-only folder ends with ${refused.code}: ${refused.stdout}${refused.stderr}`);
    demand(
      /read-only|EROFS/.test(refused.stderr) && !/\n\s+at /.test(refused.stderr),
      `an import into a read-only folder says: ${refused.stderr}`,
    );
    const after = filesOf(data);
    demand([...before].every(([path, hash]) => after.get(path) === hash) && after.size === before.size, "the import changed the folder");
    await untilSame(server, undisturbed, "after the refused import");
    demand((await server.stop()) === 0, "the server did not end cleanly");
    return `${LARGE} articles served as undisturbed, ${refused.stderr.split("\n").length - 1} lines of refused import`;
  },
};
