import { execFileSync } from "node:child_process";

/** Whether a program is there; an example is skipped where it is not. */
export function has(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
