import { readFileSync } from "node:fs";

/** Weights of named features, made by `bench/train.ts` from an annotated corpus. */
export interface Weights {
  speaker: Record<string, number>;
  speech: Record<string, number>;
  indirect: Record<string, number>;
}

const MODELS = new Map(
  Object.entries(JSON.parse(readFileSync(new URL("weights.json", import.meta.url), "utf8")) as Weights).map(([model, weights]) => [
    model,
    new Map(Object.entries(weights)),
  ]),
);

/** Sum of the weights of the features; unknown features weigh nothing. */
export function weigh(model: keyof Weights, features: string[]): number {
  const weights = MODELS.get(model) as Map<string, number>;
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** The probability of each candidate, by softmax over their scores. */
export function probabilities(scores: number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
