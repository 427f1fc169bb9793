/** A pull cannot go on; the message says why and what to do. */
export class PullRefused extends Error {
  /** Whether trying again later may help. */
  readonly passes: boolean;

  constructor(message: string, { passes = false, cause }: { passes?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.passes = passes;
  }
}
