import { DeskBusy } from "../../desk.ts";

/** Lets one at a time work, in the order they came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param wait milliseconds to wait for those before
   * @throws DeskBusy when they take longer; what `work` throws
   */
  async take<T>(wait: number, work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    const mine = Promise.withResolvers<void>();
    this.#last = before.then(() => mine.promise);
    try {
      await within(wait, before);
      return await work();
    } finally {
      mine.resolve();
    }
  }
}

async function within(wait: number, before: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(
    () => late.reject(new DeskBusy("Others are writing the archive, and have been for longer than a writer waits. Try again.")),
    wait,
  );
  try {
    await Promise.race([before, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
