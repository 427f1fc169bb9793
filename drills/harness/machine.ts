import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { has } from "../../bench/load/processes.ts";
import { type DrillContext, Skipped } from "./drill.ts";

/** What a drill needs of the machine besides the program. @throws Skipped where a program is missing */
export function needs(program: string): void {
  if (!has(program)) throw new Skipped(`there is no ${program} here`);
}

/** A small disk of its own at a folder. @returns what gives it another size. @throws Skipped where no disk can be mounted */
export function mountDisk(context: DrillContext, folder: string, kilobytes: number): (kilobytes: number) => void {
  mount(context, folder, ["-t", "tmpfs", "-o", `size=${kilobytes}k,mode=755`, "tmpfs"]);
  return (size) => run("mount", ["-o", `remount,size=${size}k`, folder]);
}

/** Makes a folder read-only, for root as well. @throws Skipped where that cannot be done */
export function mountReadOnly(context: DrillContext, folder: string): void {
  mount(context, folder, ["--bind", folder]);
  run("mount", ["-o", "remount,bind,ro", folder]);
}

function mount(context: DrillContext, folder: string, how: string[]): void {
  needs("mount");
  mkdirSync(folder, { recursive: true });
  try {
    run("mount", [...how, folder]);
  } catch (error) {
    const [reason = ""] = String((error as { stderr?: unknown }).stderr).split("\n");
    throw new Skipped(`nothing can be mounted here: ${reason} (it takes root)`);
  }
  context.atEnd(() => run("umount", ["-l", folder]));
}

function run(program: string, args: string[]): void {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** How many files a process of this shell may have open. */
export function openFilesLimit(): number {
  return Number(/^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1]);
}
