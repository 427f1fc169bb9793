/**
 * What a piece of work gives, one after the other. The work begins at once and goes at its own pace: a slow reader does not
 * hold it up, so only what is small as a whole may be given so.
 *
 * @param work is told whether nobody reads any longer; what it throws is thrown to the reader, behind all that was given before
 */
export function pushed<T>(work: (push: (one: T) => void, isStopped: () => boolean) => Promise<void>): AsyncGenerator<T, void, void> {
  const state: State<T> = { given: [], stopped: false, outcome: null, wake: () => {} };
  const push = (one: T) => {
    state.given.push(one);
    state.wake();
  };
  const end = (outcome: Outcome) => {
    state.outcome = outcome;
    state.wake();
  };
  work(push, () => state.stopped).then(
    () => end({ failed: false }),
    (error: unknown) => end({ failed: true, error }),
  );
  return read(state);
}

type Outcome = { failed: false } | { failed: true; error: unknown };

interface State<T> {
  given: T[];
  stopped: boolean;
  outcome: Outcome | null;
  /** Called when something was given, or the work has ended. */
  wake: () => void;
}

async function* read<T>(state: State<T>): AsyncGenerator<T, void, void> {
  try {
    for (;;) {
      for (let next = state.given.shift(); next !== undefined; next = state.given.shift()) yield next;
      if (state.outcome?.failed) throw state.outcome.error;
      if (state.outcome !== null) return;
      await new Promise<void>((resolve) => {
        state.wake = resolve;
      });
    }
  } finally {
    state.stopped = true;
  }
}
