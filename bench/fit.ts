import { probabilities } from "../src/extraction/speakers/ranker.ts";

/** Alternatives with their named features, and which of them are right (one or more). */
export interface Example {
  features: string[][];
  right: boolean[];
}

export interface Schedule {
  /** Passes over all examples. */
  rounds: number;
  rate: number;
  /** L2 penalty. */
  decay: number;
  /** Features that occur less often than this weigh nothing. */
  least: number;
}

/** Weights smaller than this are left out. */
const NEGLIGIBLE = 0.03;

/**
 * Fits a log-linear model that gives the right alternatives the most probability: stochastic gradient descent with
 * AdaGrad steps over a fixed shuffle, so that the same examples always give the same weights.
 *
 * @returns weights by feature name, names in order, rounded to three digits.
 */
export function fitWeights(examples: Example[], schedule: Schedule): Record<string, number> {
  const index = new Map<string, number>();
  const counts: number[] = [];
  const coded = examples.map(({ features, right }) => ({
    right,
    features: features.map((names) =>
      names.map((name) => {
        const known = index.get(name) ?? index.size;
        index.set(name, known);
        counts[known] = (counts[known] ?? 0) + 1;
        return known;
      }),
    ),
  }));
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-2);
  const random = generator(1);
  for (let round = 0; round < schedule.rounds; round += 1) {
    shuffle(coded, random);
    for (const { features, right } of coded) {
      const shares = probabilities(features.map((names) => names.reduce((sum, name) => sum + (weights[name] as number), 0)));
      const mass = shares.reduce((sum, share, a) => (right[a] ? sum + share : sum), 0);
      for (const [a, names] of features.entries()) {
        const share = shares[a] as number;
        const slope = share - (right[a] ? share / Math.max(mass, 1e-9) : 0);
        if (Math.abs(slope) < 1e-4) continue;
        for (const name of names) {
          if ((counts[name] as number) < schedule.least) continue;
          const step = slope + schedule.decay * (weights[name] as number);
          squares[name] = (squares[name] as number) + step * step;
          weights[name] = (weights[name] as number) - (schedule.rate * step) / Math.sqrt(squares[name] as number);
        }
      }
    }
  }
  const named = [...index].map(([name, i]): [string, number] => [name, Math.round((weights[i] as number) * 1000) / 1000]);
  return Object.fromEntries(named.filter(([, weight]) => Math.abs(weight) >= NEGLIGIBLE).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}

/** A linear congruential generator: the same numbers from 0 to 1 every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 4294967296;
  };
}
