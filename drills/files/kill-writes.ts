/**
 * A correction, a withdrawal or a purge of an article is killed with SIGKILL at random moments while a server serves the folder. At
 * each moment the article is served as it was before or as it is to be, and `verbatim check` finds the folder sound and leaves
 * the very files of before or of after; the same command run again leaves those of an undisturbed one, and the server serves them.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/article/model/schema.ts";
import { until } from "../../test/store/files/until.ts";
import { type Drill, type DrillContext, demand } from "../harness/drill.ts";
import { Killer } from "../harness/kill.ts";
import { hashOf } from "../harness/picture.ts";
import { PATIENCE, runCommand, startReady } from "../harness/program.ts";
import { ask } from "../harness/requests.ts";
import { writeSources } from "../harness/sources.ts";

const ARTICLES = 3;
/** Members that say when something was done. */
const TIMES = /"(?:at|from|until|importedAt)": ?"[^"]*"/g;

/** A command that is killed. */
interface Write {
  /** What is done before it. */
  before: (slug: string, sources: string) => string[][];
  args: (slug: string, sources: string) => string[];
  /** How an article is answered before and after it. */
  status: [number, number];
}

const withdrawal = (slug: string) => ["withdraw", slug, "--reason", "Not authorised."];

export const killCorrection = killed("kill-correction", {
  before: () => [],
  args: (_, sources) => ["import", sources],
  status: [200, 200],
});

export const killWithdrawal = killed("kill-withdrawal", {
  before: () => [],
  args: withdrawal,
  status: [200, 410],
});

export const killPurge = killed("kill-purge", {
  before: (slug, sources) => [["import", sources], withdrawal(slug)],
  args: (slug) => ["withdraw", slug, "--purge"],
  status: [410, 410],
});

function killed(name: string, write: Write): Drill {
  return { name, file: import.meta.filename, short: 0.01, run: (context) => kill(context, write) };
}

async function kill(context: DrillContext, { before, args, status }: Write): Promise<string> {
  const at = (name: string) => join(context.folder, name);
  const run = async (command: string[], data: string) => {
    const { code, stdout, stderr } = await runCommand([...command, "--data", at(data)]);
    demand(code === 0, `${command.join(" ")} failed: ${stdout}${stderr}`);
  };
  writeSources(at("version-1"), ARTICLES, context.seed);
  writeSources(at("version-2"), ARTICLES, context.seed, 2);
  await run(["import", at("version-1")], "before");
  const slug = slugOf(at("before"));
  for (const command of before(slug, at("version-2"))) await run(command, "before");
  const command = args(slug, at("version-2"));
  cpSync(at("before"), at("after"), { recursive: true });
  const killer = await Killer.of(context, [...command, "--data", at("after")]);
  demand(killer.undisturbed.code === 0, `${command.join(" ")} failed: ${killer.undisturbed.stderr}`);
  const [old, next] = [contentOf(at("before")), contentOf(at("after"))];
  cpSync(at("before"), at("data"), { recursive: true });
  const server = await startReady(context, { env: { DATA_DIR: at("data") } });
  const answer = async () => (await ask(server.url, `/v1/articles/${encodeURIComponent(slug)}`)).status;
  const rounds = context.part(200);
  let [undone, done] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    await killer.kill([...command, "--data", at("data")], join(at("data"), "private"), async () => {
      restore(at("before"), at("data"));
      const before = await until(answer, (found) => found === status[0], PATIENCE);
      demand(before === status[0], `the article of before is answered with ${before}`);
    });
    demand(server.running(), "the server ended");
    const now = await answer();
    demand(status.includes(now), `the article is answered with ${now} after the command was killed`);
    const checked = await runCommand(["check", at("data")]);
    demand(checked.code === 0, `the folder is not sound after the command was killed: ${checked.stderr}`);
    const left = contentOf(at("data"), false);
    const [isOld, isNext] = [isSame(left, old), isSame(left, next)];
    // An import of several articles may have ended between two of them.
    const isBetween = command[0] === "import" && [...left].every(([path, hash]) => old.get(path) === hash || next.get(path) === hash);
    demand(isOld || isNext || isBetween, `the files are those of neither before nor after: ${[...left.keys()].join(" ")}`);
    if (isOld) undone += 1;
    else done += 1;
    await run(command, "data");
    demand(isSame(contentOf(at("data")), next), "the command that was run again left other files than an undisturbed one");
    const after = await until(answer, (found) => found === status[1], PATIENCE);
    demand(after === status[1], `the article is answered with ${after} after the command was run again`);
  }
  return `${rounds} times, ${killer.killed} killed: ${undone} as before, ${done} as after or with some articles done; the folder sound each time`;
}

/** The slug of an article of the drill. */
function slugOf(data: string): string {
  const [name = ""] = readdirSync(join(data, "articles"));
  return (JSON.parse(readFileSync(join(data, "articles", name), "utf8")) as Article).slug;
}

/** The hash of each file that is not private to the program, without times. @param withHidden those that were being written as well */
function contentOf(data: string, withHidden = true): Map<string, string> {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.endsWith("/private") && (withHidden || !entry.name.startsWith(".")),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(data.length + 1), hashOf(Buffer.from(readFileSync(path, "utf8").replaceAll(TIMES, "")))]));
}

function isSame(one: Map<string, string>, other: Map<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, hash]) => other.get(path) === hash);
}

/** Makes a folder that is served another one's copy. */
function restore(from: string, to: string): void {
  const kept = contentOf(from);
  for (const part of ["revisions", "sources", "articles", "withdrawn"]) {
    if (existsSync(join(from, part))) cpSync(join(from, part), join(to, part), { recursive: true });
  }
  for (const path of contentOf(to).keys()) if (!kept.has(path)) rmSync(join(to, path));
}
