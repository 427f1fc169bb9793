import { once } from "node:events";
import { mkdirSync, watch } from "node:fs";
import type { Dice } from "../../bench/dice.ts";
import { has } from "../../bench/load/processes.ts";
import { type Launch, runCommand, startCommand } from "./program.ts";

/** Milliseconds after a command's first write in which it is killed: renaming a few files is over sooner. */
const SOON = 12;

/** Whether a command can be killed at one system call; see `killAtStep`. */
export const HAS_STEPS = has("strace");

/** Runs a command and kills it as it is about to rename or to delete a file for the nth time. */
export async function killAtStep(args: string[], how: Launch, step: "rename" | "unlink", nth: number): Promise<boolean> {
  const calls = step === "rename" ? "?rename,?renameat,?renameat2" : "?unlink,?unlinkat";
  const under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", `trace=${calls}`, "-e", `inject=${calls}:signal=SIGKILL:when=${nth}`];
  // On one thread, since strace counts the calls of each by itself.
  const { code } = await runCommand(args, { env: { ...how.env, UV_THREADPOOL_SIZE: "1" }, under });
  return code !== 0;
}

/**
 * Runs a command and kills it with SIGKILL: half of the times at any moment, half of them in the moments after it has begun to
 * write, which are few among all.
 *
 * @param writesTo the folder whose first change is waited for; made when it is not there
 * @param duration milliseconds an undisturbed run takes
 * @returns whether it was killed before its end
 */
export async function killAtRandom(dice: Dice, args: string[], how: Launch, writesTo: string, duration: number): Promise<boolean> {
  mkdirSync(writesTo, { recursive: true });
  const aimed = dice.below(2) === 0;
  const watcher = watch(writesTo);
  const { child, ended } = startCommand(args, how);
  const kill = () => child.kill("SIGKILL");
  let timer: NodeJS.Timeout | undefined;
  if (aimed) {
    const delay = dice.next() * SOON;
    once(watcher, "change").then(() => {
      timer = setTimeout(kill, delay);
    });
  } else timer = setTimeout(kill, dice.next() * duration);
  const { code } = await ended;
  clearTimeout(timer);
  watcher.close();
  return code === null;
}
