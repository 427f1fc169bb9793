/**
 * The disk of the data folder is full during an import: each source that does not fit is named, what is there is whole, and with
 * more room the same import leaves what an undisturbed one does. The disk of the cache is full when a server starts, and while
 * articles change: everything is served as undisturbed, health names the disk, and no answer is a 5xx.
 */
import { appendFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { newspaperFolder, undisturbedPicture } from "../harness/archive-folder.ts";
import { type Drill, type DrillContext, demand } from "../harness/drill.ts";
import { mountDisk } from "../harness/machine.ts";
import { untilSame } from "../harness/picture.ts";
import { runCommand, startReady, untilHealth } from "../harness/program.ts";
import { filesOf, writeSources } from "../harness/sources.ts";

const SOURCES = 60;
/** From 1,000 articles on the index is kept in a file. */
const LARGE = 1_000;

export const fullDisk: Drill = {
  name: "full-disk",
  file: import.meta.filename,
  short: null,
  async run(context) {
    return `${await fullDataFolder(context)}; ${await fullCache(context)}`;
  },
};

async function fullDataFolder(context: DrillContext): Promise<string> {
  const at = (name: string) => join(context.folder, name);
  writeSources(at("sources"), SOURCES, context.seed);
  await runCommand(["import", at("sources"), "--data", at("whole")]);
  const whole = filesOf(at("whole"));
  const resize = mountDisk(context, at("small"), 600);
  const full = await runCommand(["import", at("sources"), "--data", at("small")]);
  const failed = full.stderr.split("\n").filter((line) => line.includes("ENOSPC"));
  demand(full.code === 1 && failed.length > 0, `the import onto a full disk ended with ${full.code}: ${full.stderr}`);
  demand(failed.length < SOURCES, "nothing fits onto the disk; the drill needs a larger one");
  const there = filesOf(at("small"));
  const articles = [...there.keys()].filter((path) => path.endsWith(".json"));
  demand(
    articles.length === SOURCES - failed.length,
    `${failed.length} of ${SOURCES} sources are named, but ${articles.length} articles are there`,
  );
  for (const [path, hash] of there) demand(whole.get(path) === hash, `${path} on the full disk is not that of an undisturbed import`);
  const checked = await runCommand(["check", at("small")]);
  demand(checked.code === 0, `the full folder is not sound: ${checked.stderr}`);
  resize(20_000);
  const again = await runCommand(["import", at("sources"), "--data", at("small")]);
  demand(again.code === 0, `the import with more room failed: ${again.stderr}`);
  const left = filesOf(at("small"));
  demand(
    [...whole].every(([path, hash]) => left.get(path) === hash) && left.size === whole.size,
    "the import with more room left other files",
  );
  return `import: ${failed.length} of ${SOURCES} sources named, the others whole`;
}

async function fullCache(context: DrillContext): Promise<string> {
  const { data, undisturbed } = await newspaperFolder(context, LARGE);
  const cache = join(context.folder, "small-cache");
  const resize = mountDisk(context, cache, 300);
  const first = await startReady(context, { env: { DATA_DIR: data, CACHE_DIR: cache } });
  const isNamed = (problems: { where: string }[]) => problems.some(({ where }) => where === cache);
  const health = await untilHealth(
    first,
    ({ status, problems }) => status === "degraded" && isNamed(problems),
    "does not name the full cache",
  );
  const { message = "", cure = "" } = health.problems.find(({ where }) => where === cache) ?? {};
  demand(/full|space/i.test(message + cure) && !/rollback/i.test(message), `health does not say that the disk is full: ${message} ${cure}`);
  await untilSame(first, undisturbed, "with a full cache");
  await first.stop();
  resize(80_000);
  const second = await startReady(context, { env: { DATA_DIR: data, CACHE_DIR: cache } });
  await untilHealth(second, ({ status }) => status === "ok", "is not well with room for its index");
  // Full again, while all articles are replaced by others: what was there is served on, and with room the new ones are.
  const other = join(context.folder, "other");
  writeSources(join(context.folder, "few"), 20, context.seed + 1);
  cpSync(data, other, { recursive: true, preserveTimestamps: true });
  await runCommand(["import", join(context.folder, "few"), "--data", other]);
  const after = await undisturbedPicture(context, other);
  const filler = join(cache, "filler");
  fill(filler);
  await runCommand(["import", join(context.folder, "few"), "--data", data]);
  const full = await untilHealth(
    second,
    ({ ready, status, articleCount }) => ready && (status === "degraded" || articleCount === LARGE + 20),
    "is not ready on a full disk",
  );
  if (full.status === "degraded") await untilSame(second, undisturbed, "while the cache is full");
  rmSync(filler);
  await untilSame(second, after, "after the cache has room again", 60_000);
  rmSync(other, { recursive: true });
  return `cache: ${LARGE} articles served as undisturbed from a full disk, “${message}”`;
}

/** Writes a file as large as the disk lets it be. */
function fill(file: string): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(65_536));
  } catch (error) {
    demand((error as NodeJS.ErrnoException).code === "ENOSPC", String(error));
  }
}
