import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dice } from "../../bench/dice.ts";

/** One drill: a fault that is made on purpose while the real program runs. The comment at the top of its file states what must hold. */
export interface Drill {
  name: string;
  /** Its file. */
  file: string;
  /** Its part of the whole in a short run, such as 0.025 for 5 of 200 rounds; `null` leaves it out. */
  short: number | null;
  /** @returns its figures, in words. @throws Broken, or whatever went wrong; Skipped where this machine cannot do it */
  run(context: DrillContext): Promise<string>;
}

/** What does not hold, in words for whoever has to mend it. */
export class Broken extends Error {}

/** Why a drill cannot be done on this machine. */
export class Skipped extends Error {}

/** @throws Broken with the message when the condition does not hold */
export function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Broken(message);
}

/** What one run of a drill has: numbers that are the same for the same seed, a folder of its own, and what ends with it. */
export class DrillContext {
  readonly seed: number;
  readonly dice: Dice;
  /** A temporary folder, deleted at the end. */
  readonly folder: string;
  readonly #scale: number;
  readonly #endings: (() => unknown)[] = [];

  /** @param scale the part of the whole that is run, such as 0.1 */
  constructor(seed: number, scale: number) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.#scale = scale;
    this.folder = mkdtempSync(join(tmpdir(), "verbatim-drill-"));
  }

  /** How many rounds, seconds or requests this run has, at least one. @param whole how many the whole drill has */
  part(whole: number): number {
    return Math.max(1, Math.round(whole * this.#scale));
  }

  /** Runs something when the drill is over, whatever became of it; the last one given goes first. */
  atEnd(ending: () => unknown): void {
    this.#endings.push(ending);
  }

  async end(): Promise<void> {
    for (const ending of this.#endings.reverse()) await ending();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
