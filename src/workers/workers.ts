import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import type { Answer, Order, Tell } from "./thread.ts";

/** Beside this file; in the package both are JavaScript. */
const THREAD = new URL(`./thread${extname(import.meta.filename)}`, import.meta.url);
/** Milliseconds after which a thread without work ends, unless another time is given. */
const IDLE = 60_000;

/**
 * MiB of a bounded thread's young objects. Node ends a thread that is over its limit within a further 16 MiB; more young
 * objects than that, grown old at once, would end the whole process.
 */
const YOUNG_HEAP = 8;

export interface WorkersOptions {
  /** Threads at most; each is started when a task finds no other free. */
  threads?: number;
  /** Milliseconds a task may run without telling anything; unlimited when not given. Waiting for a thread does not count. */
  timeLimit?: number;
  /** MiB of the heap of a thread; as much as this process when not given. */
  heapLimit?: number;
  /** Tasks at most, running and waiting; unlimited when not given. */
  maxTasks?: number;
  /** Milliseconds after which a thread without work ends; `Infinity` keeps it until `close`. */
  idle?: number;
}

/** Why a task has no result: no thread could be started, its thread ended, it needed more memory than its thread may have, it took too long, too many tasks are waiting, or `close` was called. */
export class WorkerFailure extends Error {
  readonly reason: "not-started" | "crashed" | "out-of-memory" | "over-time" | "busy" | "closed";
  constructor(reason: WorkerFailure["reason"], message: string) {
    super(message);
    this.reason = reason;
  }
}

interface Task extends Order {
  transfer: ArrayBuffer[];
  onMessage: Tell;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  task: Task | null;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Runs functions on threads, one at a time on each, in the order in which they were given.
 *
 * What happens when one fails is the same everywhere: a thread that crashes or is over its time ends and takes only its own
 * task with it, which rejects with a `WorkerFailure`; the next task gets a new thread. The caller decides what a failed
 * task means to its user. An error that a function throws rejects its task and leaves the thread.
 *
 * Not piscina (5.3): without a minimum of threads, tasks that wait are never run after a thread crashed or was aborted,
 * and a time limit by `AbortSignal` also counts the time a task waits.
 */
export class Workers {
  readonly #options: Required<Omit<WorkersOptions, "heapLimit">>;
  readonly #limits: Pick<WorkerOptions, "resourceLimits">;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  #closed = false;

  constructor({
    threads = availableParallelism(),
    timeLimit = Number.POSITIVE_INFINITY,
    heapLimit,
    maxTasks = Number.POSITIVE_INFINITY,
    idle = IDLE,
  }: WorkersOptions) {
    this.#options = { threads, timeLimit, maxTasks, idle };
    this.#limits =
      heapLimit === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapLimit, maxYoungGenerationSizeMb: YOUNG_HEAP } };
  }

  /** Tasks that run and that wait for a thread. */
  get load(): { running: number; waiting: number } {
    return { running: [...this.#threads].filter(({ task }) => task !== null).length, waiting: this.#waiting.length };
  }

  /**
   * Runs a function that a module exports under its own name. The function and what it imports are loaded in the thread.
   *
   * @param module `import.meta.url` of the module that exports the function
   * @param input copied to the thread, but for the buffers in `transfer`, which are moved
   * @param options.onMessage called with what the function tells while it runs
   * @throws WorkerFailure, or what the function throws
   */
  run<In, Out, Message = never>(
    module: string,
    run: (input: In, tell: (message: Message) => void) => Out,
    input: In,
    options: { transfer?: ArrayBuffer[]; onMessage?: (message: Message) => void } = {},
  ): Promise<Awaited<Out>> {
    const { threads, maxTasks } = this.#options;
    if (this.#closed) return Promise.reject(new WorkerFailure("closed", "The threads are closed."));
    const { running, waiting } = this.load;
    if (running + waiting >= maxTasks) {
      return Promise.reject(new WorkerFailure("busy", `${maxTasks} tasks are waiting for ${threads} threads.`));
    }
    return new Promise<Awaited<Out>>((resolve, reject) => {
      this.#waiting.push({
        module,
        name: run.name,
        input,
        transfer: options.transfer ?? [],
        onMessage: (options.onMessage ?? (() => {})) as Tell,
        resolve: resolve as (result: unknown) => void,
        reject,
      });
      this.#startNext();
    });
  }

  /** Ends all threads; tasks that run or wait reject. */
  async close(): Promise<void> {
    this.#closed = true;
    const closed = new WorkerFailure("closed", "The threads were closed before the task was done.");
    for (const { reject } of this.#waiting.splice(0)) reject(closed);
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, closed)));
  }

  #startNext(): void {
    while (this.#waiting.length > 0 && !this.#closed) {
      const free = [...this.#threads].find(({ task }) => task === null);
      if (free === undefined && this.#threads.size >= this.#options.threads) return;
      const task = this.#waiting.shift() as Task;
      try {
        this.#give(free ?? this.#start(), task);
      } catch (error) {
        // No memory or no thread is left in the system.
        task.reject(failureOf(error as NodeJS.ErrnoException));
      }
    }
  }

  #start(): Thread {
    // Flags of this process, `--input-type` say, may keep a thread from starting.
    const worker = new Worker(THREAD, { execArgv: [], ...this.#limits });
    const thread: Thread = { worker, task: null, timer: undefined };
    worker.on("message", (answer: Answer) => this.#hear(thread, answer));
    worker.on("error", (error) => this.#end(thread, failureOf(error as NodeJS.ErrnoException)));
    worker.on("messageerror", (error) => this.#end(thread, new WorkerFailure("crashed", error.message)));
    worker.on("exit", (code) => this.#end(thread, new WorkerFailure("crashed", `the thread ended with code ${code}`)));
    this.#threads.add(thread);
    return thread;
  }

  #give(thread: Thread, task: Task): void {
    thread.task = task;
    // The process goes on while a task runs, and may end while none does.
    thread.worker.ref();
    this.#limitTime(thread);
    const { module, name, input, transfer } = task;
    try {
      thread.worker.postMessage({ module, name, input } satisfies Order, transfer);
    } catch (error) {
      // What cannot be copied to a thread.
      this.#settle(thread, { error });
    }
  }

  #limitTime(thread: Thread): void {
    const { timeLimit } = this.#options;
    clearTimeout(thread.timer);
    if (timeLimit === Number.POSITIVE_INFINITY) return;
    const failure = new WorkerFailure("over-time", `It took longer than ${timeLimit / 1000} seconds.`);
    thread.timer = setTimeout(() => this.#end(thread, failure), timeLimit);
  }

  #hear(thread: Thread, answer: Answer): void {
    const { task } = thread;
    if (task === null) return;
    if ("message" in answer) {
      this.#limitTime(thread);
      task.onMessage(answer.message);
    } else this.#settle(thread, answer);
  }

  #settle(thread: Thread, answer: { result: unknown } | { error: unknown }): void {
    clearTimeout(thread.timer);
    if ("error" in answer) thread.task?.reject(answer.error);
    else thread.task?.resolve(answer.result);
    thread.task = null;
    thread.worker.unref();
    const { idle } = this.#options;
    if (idle !== Number.POSITIVE_INFINITY) thread.timer = setTimeout(() => this.#end(thread, null), idle).unref();
    this.#startNext();
  }

  async #end(thread: Thread, failure: WorkerFailure | null): Promise<void> {
    if (!this.#threads.delete(thread)) return;
    clearTimeout(thread.timer);
    thread.task?.reject(failure);
    this.#startNext();
    await thread.worker.terminate();
  }
}

const REASONS: Record<string, WorkerFailure["reason"]> = {
  ERR_WORKER_INIT_FAILED: "not-started",
  ERR_WORKER_OUT_OF_MEMORY: "out-of-memory",
};

function failureOf({ code, message }: NodeJS.ErrnoException): WorkerFailure {
  return new WorkerFailure(REASONS[code ?? ""] ?? "crashed", message);
}
