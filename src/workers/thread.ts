import { parentPort } from "node:worker_threads";

/** What a thread is told to run: a function by its name, and the address of the module that exports it. */
export interface Order {
  module: string;
  name: string;
  input: unknown;
}

/** What a thread answers: any number of messages, then the result or the error. */
export type Answer = { message: unknown } | { result: unknown } | { error: unknown };

export type Tell = (message: unknown) => void;

parentPort?.on("message", async ({ module, name, input }: Order) => {
  const tell: Tell = (message) => parentPort?.postMessage({ message } satisfies Answer);
  try {
    const loaded = (await import(module)) as Record<string, (input: unknown, tell: Tell) => unknown>;
    const run = loaded[name];
    if (run === undefined) throw new Error(`${module} does not export ${name}`);
    const result = await run(input, tell);
    // A large result is moved: copying it would hold up the thread that takes it.
    const moved = result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : [];
    parentPort?.postMessage({ result } satisfies Answer, moved);
  } catch (error) {
    parentPort?.postMessage({ error } satisfies Answer);
  }
});
