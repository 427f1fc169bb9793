/**
 * The clock of the program jumps forwards and backwards by up to ten years while it serves, and files get times of the past and of
 * the future. Every changed file is seen, nothing is served that is older, no answer is a 5xx, and all answers are those of a server
 * with a steady clock. Covered: `Date` in every thread, and the times of files; timers run by a clock that nobody sets, and PostgreSQL
 * and SQLite are asked for no time.
 */
import { cpSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeNewspaper } from "../../bench/load/data-folder.ts";
import { undisturbedPicture } from "../harness/archive-folder.ts";
import type { Drill } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { runCommand, startReady, untilHealth } from "../harness/program.ts";
import { writeSources } from "../harness/sources.ts";

/** Milliseconds the clock is off at most. */
const FAR = 10 * 365 * 86_400_000;

export const clockJumps: Drill = {
  name: "clock-jumps",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const { dice } = context;
    const data = join(context.folder, "data");
    const clock = join(context.folder, "clock");
    const preload = pathToFileURL(join(import.meta.dirname, "../harness/shift-clock.ts")).href;
    const env = { NODE_OPTIONS: `--import=${preload}`, CLOCK_FILE: clock };
    writeNewspaper(data, 1_000, context.seed);
    writeFileSync(clock, "0");
    const rounds = context.part(20);
    const jump = () => writeFileSync(clock, String(Math.round((2 * dice.next() - 1) * FAR)));
    let server = await startReady(context, { env: { ...env, DATA_DIR: data } });
    for (let round = 0; round < rounds; round += 1) {
      jump();
      writeSources(join(context.folder, "sources"), 5, context.seed, round + 1);
      await runCommand(["import", join(context.folder, "sources"), "--data", data], { env });
      const copy = join(context.folder, "copy");
      cpSync(data, copy, { recursive: true });
      const undisturbed = await undisturbedPicture(context, copy);
      await untilSame(server, undisturbed, "after a jump of the clock");
      jump();
      await untilSame(server, undisturbed, "after a second jump of the clock");
      await untilHealth(server, ({ status }) => status === "ok", "is not well after a jump of the clock");
      if (dice.below(3) === 0) {
        await server.stop();
        // Changed while nothing ran, in a year of the past or the future.
        const file = join(data, "speakers.json");
        writeFileSync(file, JSON.stringify({ speakers: [{ id: "orla-brice", name: `Orla Brice ${round}` }] }));
        utimesSync(file, new Date(Date.now() + FAR * (2 * dice.next() - 1)), new Date(Date.now() + FAR * (2 * dice.next() - 1)));
        rmSync(copy, { recursive: true });
        cpSync(data, copy, { recursive: true });
        const renamed = await undisturbedPicture(context, copy);
        server = await startReady(context, { env: { ...env, DATA_DIR: data } });
        await untilSame(server, renamed, "after a start with another clock");
      }
      rmSync(copy, { recursive: true });
    }
    return `${rounds} rounds with ${2 * rounds} jumps of up to ten years; as undisturbed`;
  },
};
