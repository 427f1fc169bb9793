import { spawnSync } from "node:child_process";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type WorkerFailure, Workers, type WorkersOptions } from "../../src/workers/workers.ts";
import { bytes, count, crash, double, failLater, hang, hoard, refuse, whereItRuns } from "./tasks.ts";

const TASKS = new URL("./tasks.ts", import.meta.url).href;
const opened: Workers[] = [];
afterEach(() => Promise.all(opened.splice(0).map((workers) => workers.close())));

function open(options: WorkersOptions): Workers {
  const workers = new Workers(options);
  opened.push(workers);
  return workers;
}
const reasonOf = (task: Promise<unknown>) =>
  task.then(
    () => "done",
    (failure: WorkerFailure) => failure.reason ?? failure.message,
  );

describe("a task", () => {
  test("runs on a thread, tells what it has to, and gives its result", async () => {
    const workers = open({ threads: 2 });
    expect(await Promise.all([1, 2, 3, 4, 5].map((number) => workers.run(TASKS, double, number)))).toEqual([2, 4, 6, 8, 10]);
    const told: number[] = [];
    expect(await workers.run(TASKS, count, { to: 3, pause: 1 }, { onMessage: (number) => told.push(number) })).toBe("counted");
    expect(told).toEqual([1, 2, 3]);
    expect(await workers.run(TASKS, bytes, 3)).toEqual(new Uint8Array([7, 7, 7]));
  });

  test("rejects with what its function throws, or when it cannot be sent, and leaves the thread", async () => {
    const workers = open({ threads: 1 });
    await expect(workers.run(TASKS, refuse, "this")).rejects.toThrow(new RangeError("this is refused"));
    await expect(workers.run(TASKS, double, (() => 1) as unknown as number)).rejects.toThrow("could not be cloned");
    expect(await workers.run(TASKS, double, 1)).toBe(2);
  });

  test.each([
    ["ends the process", crash],
    ["throws where nobody catches", failLater],
  ])("whose thread %s fails alone: those that wait are run", async (_, end) => {
    const workers = open({ threads: 1 });
    const failed = reasonOf(workers.run(TASKS, end as () => unknown, undefined));
    const waiting = [1, 2].map((number) => workers.run(TASKS, double, number));
    expect(await failed).toBe("crashed");
    expect(await Promise.all(waiting)).toEqual([2, 4]);
  });

  test("that hangs is over its time, and those that wait are run", async () => {
    const workers = open({ threads: 1, timeLimit: 2_000 });
    const failed = reasonOf(workers.run(TASKS, hang, undefined));
    const waiting = workers.run(TASKS, double, 4);
    expect(await failed).toBe("over-time");
    expect(await waiting).toBe(8);
  });

  test("that needs more memory than its thread may have fails alone: those that wait are run", async () => {
    const workers = open({ threads: 1, heapLimit: 64 });
    const failed = reasonOf(workers.run(TASKS, hoard, undefined));
    const waiting = workers.run(TASKS, double, 4);
    expect(await failed).toBe("out-of-memory");
    expect(await waiting).toBe(8);
  });

  test("that goes on telling something is not over its time", async () => {
    const workers = open({ threads: 1, timeLimit: 2_000 });
    expect(await workers.run(TASKS, count, { to: 6, pause: 500 })).toBe("counted");
  });

  test("over the number that may wait is refused", async () => {
    const workers = open({ threads: 1, maxTasks: 2 });
    const tasks = [1, 2, 3].map((number) => reasonOf(workers.run(TASKS, double, number)));
    expect(await Promise.all(tasks)).toEqual(["done", "done", "busy"]);
    expect(await workers.run(TASKS, double, 1)).toBe(2);
  });
});

test("closing fails what runs, what waits and what comes later", async () => {
  const workers = open({ threads: 1 });
  const tasks = [workers.run(TASKS, hang, undefined), workers.run(TASKS, double, 1)].map(reasonOf);
  await workers.close();
  tasks.push(reasonOf(workers.run(TASKS, double, 1)));
  expect(await Promise.all(tasks)).toEqual(["closed", "closed", "closed"]);
});

test("a process waits for its tasks, and not for idle threads", () => {
  const script = `
    import { Workers } from ${JSON.stringify(new URL("../../src/workers/workers.ts", import.meta.url).href)};
    import { crash, double } from ${JSON.stringify(TASKS)};
    const workers = new Workers({ threads: 1 });
    workers.run(${JSON.stringify(TASKS)}, crash).catch(({ reason }) => console.log(reason));
    console.log(await workers.run(${JSON.stringify(TASKS)}, double, 21));
    console.log(await workers.run(${JSON.stringify(TASKS)}, double, 4));`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", timeout: 50_000 });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "crashed\n42\n8\n" });
});

test("a thread without work ends after its time, or stays", async () => {
  const [ending, staying] = [open({ threads: 1, idle: 1 }), open({ threads: 1, idle: Number.POSITIVE_INFINITY })];
  const [first, kept] = await Promise.all([ending, staying].map((workers) => workers.run(TASKS, whereItRuns, undefined)));
  await vi.waitFor(async () => expect(await ending.run(TASKS, whereItRuns, undefined)).not.toBe(first), { timeout: 20_000, interval: 100 });
  expect(await staying.run(TASKS, whereItRuns, undefined)).toBe(kept);
});
