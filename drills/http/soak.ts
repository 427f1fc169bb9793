/**
 * A quarter of an hour of ordinary use: articles, lists, searches nobody made before, extractions, and an import of changed articles
 * now and then. Memory is flat, no answer is a 5xx, an ordinary request takes less than 250 ms, and at the end everything is as
 * an undisturbed server has it.
 */
import { join } from "node:path";
import { newspaperFolder, undisturbedPicture } from "../harness/archive-folder.ts";
import { type Drill, type DrillContext, demand } from "../harness/drill.ts";
import { untilSame } from "../harness/picture.ts";
import { runCommand, type Server, startReady, untilHealth } from "../harness/program.ts";
import { Pulse } from "../harness/pulse.ts";
import { ask } from "../harness/requests.ts";
import { writeSources } from "../harness/sources.ts";

const SECONDS = 900;
/** Seconds between two imports, and two looks at the memory. */
const IMPORT_EVERY = 20;
const LOOK_EVERY = 2;
/** How much the median of memory in the last third of the time may be above that of the second: garbage makes it go up and down. */
const GROWTH = 1.1;

export const soak: Drill = {
  name: "soak",
  file: import.meta.filename,
  short: null,
  async run(context) {
    const { data, undisturbed } = await newspaperFolder(context, 300);
    // A small cache is full soon, so that what grows afterwards is something else.
    const server = await startReady(context, { env: { DATA_DIR: data, CACHE_MB: "8" } });
    const control = await startReady(context, { env: { DATA_DIR: data } });
    const addresses = [...undisturbed.keys()].filter((path) => !path.includes("cursor"));
    const pulse = new Pulse(server, control, ["/v1/articles?limit=5", "/v1/search?q=a", "/v1/quotes?limit=20"]);
    const seconds = context.part(SECONDS);
    const end = performance.now() + seconds * 1000;
    const memory: number[] = [];
    const [reads] = await Promise.all([
      useAsReaders(context, server, addresses, end),
      every(IMPORT_EVERY, end, (turn) => importAnew(context, data, turn)),
      every(LOOK_EVERY, end, async () => {
        memory.push(server.memory());
      }),
    ]);
    const figures = pulse.stop();
    const third = Math.floor(memory.length / 3);
    const [before, after] = [median(memory.slice(third, 2 * third)), median(memory.slice(2 * third))];
    demand(after < GROWTH * before, `memory grew from ${before.toFixed(0)} to ${after.toFixed(0)} MB within ${(seconds / 3) | 0} s`);
    await untilHealth(server, ({ status }) => status === "ok", "is not well at the end");
    await untilSame(server, await undisturbedPicture(context, data), "at the end");
    return `${seconds} s, ${reads} requests, memory ${before.toFixed(0)} MB and then ${after.toFixed(0)} MB; ${figures}`;
  },
};

/** Four readers without a pause. @returns how many requests they made */
async function useAsReaders({ dice }: DrillContext, server: Server, addresses: string[], end: number): Promise<number> {
  let asked = 0;
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      while (performance.now() < end) {
        asked += 1;
        const kind = dice.below(200);
        const words = `n${dice.below(1_000_000)}`;
        const body = `Kiln stays open\n\n${"“We never meant to close it,” said Orla Brice. ".repeat(dice.below(200))}`;
        const answer = await (kind === 0
          ? ask(server.url, "/v1/extractions", { method: "POST", headers: { "content-type": "text/plain" }, body })
          : ask(
              server.url,
              kind < 40 ? `/v1/search?q=${words}%20a&fuzzy=true` : kind < 60 ? `/v1/articles/${words}` : dice.pick(addresses),
            ));
        demand(answer.status < 500, `an ordinary request is answered with ${answer.status}: ${answer.body.subarray(0, 300)}`);
        // A reader looks at what it reads for a moment.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }),
  );
  return asked;
}

async function every(seconds: number, end: number, act: (turn: number) => Promise<unknown>): Promise<void> {
  for (let turn = 1; performance.now() < end; turn += 1) {
    await act(turn);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

async function importAnew(context: DrillContext, data: string, version: number): Promise<void> {
  const sources = join(context.folder, "sources");
  writeSources(sources, 5, context.seed + 1, version);
  const { code, stderr } = await runCommand(["import", sources, "--data", data]);
  demand(code === 0, `an import failed: ${stderr}`);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
