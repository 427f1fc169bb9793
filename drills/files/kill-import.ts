/**
 * `verbatim import` of new versions of articles is killed with SIGKILL at random moments while a server serves the folder. At each
 * moment every article is there, whole, as it was before or as it is to be; the same import run again to its end leaves the
 * very files of an undisturbed one, and the server serves them.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { undisturbedPicture } from "../harness/archive-folder.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { Killer } from "../harness/kill.ts";
import { untilSame } from "../harness/picture.ts";
import { runCommand, startReady, untilHealth } from "../harness/program.ts";
import { filesOf, writeSources } from "../harness/sources.ts";

const ARTICLES = 12;

export const killImport: Drill = {
  name: "kill-import",
  file: import.meta.filename,
  short: 0.01,
  async run(context) {
    const at = (name: string) => join(context.folder, name);
    const load = (version: number, data: string) => ["import", at(`version-${version}`), "--data", at(data)];
    writeSources(at("version-1"), ARTICLES, context.seed);
    writeSources(at("version-2"), ARTICLES, context.seed, 2);
    await runCommand(load(1, "before"));
    cpSync(at("before"), at("after"), { recursive: true });
    const killer = await Killer.of(context, load(2, "after"));
    const { undisturbed } = killer;
    demand(undisturbed.stdout.includes(`${ARTICLES} updated`), `the undisturbed import failed: ${undisturbed.stdout}${undisturbed.stderr}`);
    const [before, after] = [filesOf(at("before")), filesOf(at("after"))];
    const picture = await undisturbedPicture(context, at("after"));
    cpSync(at("before"), at("data"), { recursive: true });
    const server = await startReady(context, { env: { DATA_DIR: at("data") } });
    const rounds = context.part(200);
    for (let round = 0; round < rounds; round += 1) {
      await killer.kill(load(2, "data"), join(at("data"), "articles"), () => {
        for (const part of ["sources", "articles"]) cpSync(join(at("before"), part), join(at("data"), part), { recursive: true });
      });
      demand(server.running(), "the server ended");
      const files = filesOf(at("data"));
      for (const path of before.keys()) {
        const hash = files.get(path);
        demand(hash !== undefined, `${path} is lost after the import was killed`);
        demand(
          hash === before.get(path) || hash === after.get(path),
          `${path} is neither of the old nor of the new version after the import was killed`,
        );
      }
      await untilHealth(
        server,
        ({ status, articleCount }) => status === "ok" && articleCount === ARTICLES,
        "is not well after the import was killed",
      );
      const again = await runCommand(load(2, "data"));
      demand(again.code === 0, `the import that was run again failed: ${again.stdout}${again.stderr}`);
      const left = filesOf(at("data"));
      const wrong = [...new Set([...left.keys(), ...after.keys()])].filter((path) => left.get(path) !== after.get(path));
      demand(wrong.length === 0, `the import that was run again left other files than an undisturbed one: ${wrong.slice(0, 3).join(" ")}`);
      await untilSame(server, picture, "after the import was run again");
    }
    return `${rounds} imports of ${ARTICLES} articles, ${killer.killed} killed; each article whole at each moment, the end as undisturbed`;
  },
};
