/** Preloaded into the program by a drill: lets the clock of every thread run so many milliseconds off as the file in CLOCK_FILE says at the moment. */
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_FILE ?? "";
const Real = Date;

function now(): number {
  try {
    return Real.now() + Number(readFileSync(file, "utf8"));
  } catch {
    return Real.now();
  }
}

class ShiftedDate extends Real {
  constructor(...values: number[]) {
    super(...((values.length === 0 ? [now()] : values) as [number]));
  }
  static override now = now;
}
globalThis.Date = ShiftedDate as DateConstructor;
