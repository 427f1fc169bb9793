import { readFileSync } from "node:fs";

/** Weights of named features, made by `bench/train.ts` from an annotated corpus. */
export interface Weights {
  speaker: Record<string, number>;
  speech: Record<string, number>;
  indirect: Record<string, number>;
}

const WEIGHTS = JSON.parse(readFileSync(new URL("weights.json", import.meta.url), "utf8")) as Weights;
const MODELS: Record<keyof Weights, ReadonlyMap<string, number>> = {
  speaker: new Map(Object.entries(WEIGHTS.speaker)),
  speech: new Map(Object.entries(WEIGHTS.speech)),
  indirect: new Map(Object.entries(WEIGHTS.indirect)),
};

/** The weight that a model gives to a feature, `undefined` for an unknown one. */
export function weightOf(model: keyof Weights, feature: string): number | undefined {
  return MODELS[model].get(feature);
}

/** The probability of each candidate, by softmax over their scores. */
export function probabilities(scores: number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
