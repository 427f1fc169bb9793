/**
 * Files of a running server are cut off, swapped with each other and replaced by other things at random. The last good version
 * of each is served, byte for byte; health names every broken file and no other; when the files are right again health is ok
 * without a restart.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newspaperFolder } from "../harness/archive-folder.ts";
import { type Drill, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { startReady, untilHealth } from "../harness/program.ts";

const ARTICLES = 60;

export const tornFiles: Drill = {
  name: "torn-files",
  file: import.meta.filename,
  short: 0.1,
  async run(context) {
    const { dice } = context;
    const { data, undisturbed } = await newspaperFolder(context, ARTICLES);
    const server = await startReady(context, { env: { DATA_DIR: data } });
    const folder = join(data, "articles");
    const names = readdirSync(folder);
    const whole = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
    const rounds = context.part(50);
    let broken = 0;
    for (let round = 0; round < rounds; round += 1) {
      const hurt = dice.several(names, 2 * (1 + dice.below(4)));
      const others = hurt.toReversed();
      for (const [index, name] of hurt.entries()) {
        const bytes = whole.get(name) ?? Buffer.alloc(0);
        const other = whole.get(others[index] ?? "") ?? Buffer.alloc(0);
        writeFileSync(
          join(folder, name),
          dice.pick([() => bytes.subarray(0, dice.below(bytes.length)), () => other, () => flipped(bytes)])(),
        );
      }
      broken += hurt.length;
      const expected = hurt.map((name) => `articles/${name}`).sort();
      const isNamed = (problems: { where: string }[]) => [...new Set(problems.map(({ where }) => where))].sort().join() === expected.join();
      await untilHealth(
        server,
        ({ status, problems }) => status === "degraded" && isNamed(problems),
        `does not name ${expected.join(" and ")} and only these`,
      );
      await untilSame(server, undisturbed, "with broken files");
      for (const name of hurt) {
        // An editor may also delete a file and put it back.
        if (dice.below(4) === 0) rmSync(join(folder, name));
        writeFileSync(join(folder, name), whole.get(name) ?? "");
      }
      await untilHealth(
        server,
        ({ status, articleCount }) => status === "ok" && articleCount === ARTICLES,
        "does not see that all files are right again",
      );
    }
    await untilSame(server, undisturbed, "at the end");
    demand(server.running(), "the server ended");
    return `${rounds} rounds, ${broken} files cut off, swapped or altered; answers as undisturbed, each file named`;

    /** The bytes with one of them changed where that breaks the article: in its first line. */
    function flipped(bytes: Buffer): Buffer {
      const copy = Buffer.from(bytes);
      copy[dice.below(2)] = 0x7f;
      return copy;
    }
  },
};
