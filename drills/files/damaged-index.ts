/**
 * The file of the index is damaged while a server reads it: pages are overwritten at random, or the file is replaced or deleted.
 * Each answer is that of an undisturbed server or a 503 with `Retry-After`; a stream that has begun ends with its connection, so that
 * a client sees that it is not whole. The index is made anew without a restart and health is ok then. A server that starts with a
 * damaged index makes it anew. Not covered are other bytes inside the summaries of lists, which have no checksum.
 */
import { closeSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../../test/contract/request.ts";
import { until } from "../../test/store/files/until.ts";
import { newspaperFolder } from "../harness/archive-folder.ts";
import { type Drill, type DrillContext, demand } from "../harness/drill.ts";
import { hashOf, untilSame } from "../harness/picture.ts";
import { isAlive, startReady, untilHealth } from "../harness/program.ts";
import { ask, Tally } from "../harness/requests.ts";

/** From 1,000 articles on the index is kept in a file. */
const LARGE = 1_000;
/** Bytes of a page of the file. */
const PAGE = 16_384;
/** Milliseconds until a damaged index is made anew. */
const ANEW = 60_000;

export const damagedIndex: Drill = {
  name: "damaged-index",
  file: import.meta.filename,
  short: 0.1,
  async run(context) {
    const { dice } = context;
    const { data, undisturbed } = await newspaperFolder(context, LARGE);
    const cache = join(context.folder, "cache");
    const answers = new Tally();
    let cutOff = 0;
    const rounds = context.part(10);
    const asked = [...undisturbed].filter(([path]) => !path.includes("cursor"));
    for (let round = 0; round < rounds; round += 1) {
      const server = await startReady(context, { env: { DATA_DIR: data, CACHE_DIR: cache, CACHE_MB: "1" } });
      damage(context, cache);
      const wrong: string[] = [];
      const recovered = await until(
        async () => {
          const [path, hash] = dice.pick(asked);
          const answer = await answerOf(server.url, path);
          if (answer === null) {
            cutOff += 1;
            return false;
          }
          const { status, body } = answer;
          const counted = answers.add(answer);
          if (status === 200 ? hashOf(body) !== hash : counted !== "503 Retry-After")
            wrong.push(`${path} ${status} ${body.subarray(0, 200)}`);
          return wrong.length > 0 || answers.of("200") >= 300 * (round + 1);
        },
        (isOver) => isOver,
        ANEW,
      );
      demand(wrong.length === 0, `an answer from a damaged index: ${wrong[0]}`);
      demand(recovered && (await isAlive(server)), `not answered again ${ANEW / 1000} s after the damage: ${server.logged().last}`);
      await untilHealth(
        server,
        ({ status, articleCount }) => status === "ok" && articleCount === LARGE,
        "is not well after its index was damaged",
        ANEW,
      );
      await untilSame(server, undisturbed, "after the index was damaged", ANEW);
      await server.stop();
      // The next one starts with what this one has left, or with a damaged one.
      if (dice.below(2) === 0) damage(context, cache);
    }
    return `damaged ${rounds} times: ${answers}, ${cutOff} streams cut off; as undisturbed each time`;
  },
};

/** @returns `null` for a stream that ended with its connection */
async function answerOf(url: string, path: string): Promise<Answer | null> {
  try {
    return await ask(url, path);
  } catch (error) {
    if (path.endsWith("format=ndjson") && (error as NodeJS.ErrnoException).code === "ECONNRESET") return null;
    throw error;
  }
}

/** Overwrites, cuts off, replaces or deletes the file of the index. */
function damage({ dice }: DrillContext, cache: string): void {
  for (const name of readdirSync(cache)) {
    const file = join(cache, name);
    const { size } = statSync(file);
    const how = dice.below(5);
    if (how === 0) rmSync(file);
    else if (how === 1) {
      rmSync(file);
      writeFileSync(file, "not a database, but a file that has some length");
    } else overwrite(file, size);
  }

  /** The first bytes of pages say of what kind they are. */
  function overwrite(file: string, size: number): void {
    const opened = openSync(file, "r+");
    const pages = Math.floor(size / PAGE);
    const count = dice.pick([1, 20, pages]);
    for (let times = 0; times < count; times += 1) {
      const page = count === pages ? times : dice.below(pages);
      writeSync(opened, Buffer.alloc(100, 0xa5), 0, 100, page * PAGE);
    }
    closeSync(opened);
  }
}
