import { threadId } from "node:worker_threads";
/** Functions for the tests to run on threads. */

export function double(number: number): number {
  return 2 * number;
}

export async function count({ to, pause }: { to: number; pause: number }, tell: (number: number) => void): Promise<string> {
  for (let number = 1; number <= to; number += 1) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    tell(number);
  }
  return "counted";
}

export function refuse(what: string): never {
  throw new RangeError(`${what} is refused`);
}

export function crash(): never {
  process.exit(3);
}

export function failLater(): Promise<never> {
  setTimeout(() => {
    throw new Error("nobody catches this");
  }, 10);
  return new Promise(() => {});
}

export function hang(): never {
  for (;;);
}

export function hoard(): never {
  for (const kept: object[][] = []; ; ) kept.push(Array.from({ length: 100_000 }, () => ({})));
}

export function bytes(length: number): Uint8Array {
  return new Uint8Array(length).fill(7);
}

/** The number of the thread it runs on. */
export function whereItRuns(): number {
  return threadId;
}
