import { once } from "node:events";
import { mkdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { has } from "../../bench/load/processes.ts";
import { type DrillContext, demand } from "./drill.ts";
import { type Ended, type Launch, runCommand, startCommand } from "./program.ts";

/** Milliseconds after a command's first write in which it is killed: renaming a few files is over sooner. */
const SOON = 12;

/** Times a command is run anew when it was over before it was killed. */
const TRIES = 5;

/** System calls that change which files there are, or see to it that they are on disk. */
const CALLS = ["rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "fsync", "fdatasync"];

/** A moment at which a command can be killed: as one of its threads is about to make the nth call of a kind. */
interface Step {
  call: string;
  nth: number;
}

/** Kills a command with SIGKILL, each time at another moment. */
export class Killer {
  /** What became of the command when it was left alone. */
  readonly undisturbed: Ended;
  /** How often it was killed before its end. */
  killed = 0;
  readonly #context: DrillContext;
  readonly #steps: Step[];
  /** Milliseconds the command takes, as far as is known. */
  #duration: number;
  #times = 0;

  private constructor(context: DrillContext, undisturbed: Ended, steps: Step[], duration: number) {
    this.#context = context;
    this.undisturbed = undisturbed;
    this.#steps = steps;
    this.#duration = duration;
  }

  /** Runs a command to its end, to learn at which moments it can be killed. */
  static async of(context: DrillContext, args: string[]): Promise<Killer> {
    const begun = performance.now();
    if (!has("strace")) return new Killer(context, await runCommand(args), [], performance.now() - begun);
    const log = join(context.folder, "calls");
    const undisturbed = await runCommand(args, traced(log, [`trace=${calls(CALLS)}`]));
    const steps = stepsOf(readFileSync(log, "utf8"));
    demand(steps.length > 0, `${args.join(" ")} makes no call at which it could be killed`);
    return new Killer(context, undisturbed, steps, performance.now() - begun);
  }

  /**
   * Runs the command and kills it: every other time at a step, with which it begins, else at a random moment. One that was over
   * before is run once more, some times at most.
   *
   * @param args of the command, about a folder that is as it was before the undisturbed one
   * @param writesTo a folder whose first change is a good moment; made when it is not there
   * @param prepare makes the folder as it was before
   */
  async kill(args: string[], writesTo: string, prepare: () => unknown): Promise<void> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      await prepare();
      const isStep = this.#steps.length > 0 && this.#times % 2 === 0;
      if (!(await (isStep ? this.#atStep(args) : this.#atRandom(args, writesTo)))) continue;
      this.killed += 1;
      break;
    }
    this.#times += 1;
  }

  async #atStep(args: string[]): Promise<boolean> {
    const { call, nth } = this.#context.dice.pick(this.#steps);
    const { code } = await runCommand(args, traced("/dev/null", [`trace=${call}`, `inject=${call}:signal=SIGKILL:when=${nth}`]));
    return code !== 0;
  }

  /** Half of the times at any moment, half of them in the moments after the command has begun to write, which are few among all. */
  async #atRandom(args: string[], writesTo: string): Promise<boolean> {
    const { dice } = this.#context;
    mkdirSync(writesTo, { recursive: true });
    const aimed = dice.below(2) === 0;
    const watcher = watch(writesTo);
    const begun = performance.now();
    const { child, ended } = startCommand(args);
    const kill = () => child.kill("SIGKILL");
    let timer: NodeJS.Timeout | undefined;
    if (aimed) {
      const delay = dice.next() * SOON;
      once(watcher, "change").then(() => {
        timer = setTimeout(kill, delay);
      });
    } else timer = setTimeout(kill, dice.next() * this.#duration);
    const { code } = await ended;
    clearTimeout(timer);
    watcher.close();
    if (code === null) return true;
    // It was over before it was killed: it takes less than it was thought to.
    this.#duration = Math.min(this.#duration, performance.now() - begun);
    return false;
  }
}

/** How a command is run under `strace`: on one thread as far as can be, since strace counts the calls of each by itself. */
function traced(log: string, expressions: string[]): Launch {
  const under = ["strace", "-f", "-qq", "-o", log, ...expressions.flatMap((one) => ["-e", one])];
  return { env: { UV_THREADPOOL_SIZE: "1" }, under };
}

/** The calls as strace takes them; some machines do not have all of them. */
function calls(names: string[]): string {
  return names.map((name) => `?${name}`).join();
}

/** Every call of a log of strace, by its number among those of its kind on its thread. */
function stepsOf(log: string): Step[] {
  const counts = new Map<string, Map<string, number>>();
  for (const [, thread = "", call = ""] of log.matchAll(/^(\d+) +(\w+)\(/gm)) {
    const ofThread = counts.get(call) ?? new Map<string, number>();
    counts.set(call, ofThread.set(thread, (ofThread.get(thread) ?? 0) + 1));
  }
  return [...counts].flatMap(([call, ofThread]) =>
    Array.from({ length: Math.max(...ofThread.values()) }, (_, index) => ({ call, nth: index + 1 })),
  );
}
