import { readFileSync } from "node:fs";
import { type Features, partsOf } from "./features.ts";

/** Weights of named features, made by `bench/train.ts` from an annotated corpus. */
export interface Weights {
  speaker: Record<string, number>;
  speech: Record<string, number>;
  indirect: Record<string, number>;
}

/** The weights of a model by the name of the feature, then by its value. */
type Model = Map<string, Map<string | null, number>>;

const MODELS = new Map(
  Object.entries(JSON.parse(readFileSync(new URL("weights.json", import.meta.url), "utf8")) as Weights).map(([model, weights]) => [
    model,
    modelOf(weights),
  ]),
);

function modelOf(weights: Record<string, number>): Model {
  const model: Model = new Map();
  for (const [feature, weight] of Object.entries(weights)) {
    const [name, value] = partsOf(feature);
    const values = model.get(name) ?? new Map<string | null, number>();
    model.set(name, values.set(value, weight));
  }
  return model;
}

/** Sum of the weights of the features; unknown features weigh nothing. */
export function weigh(model: keyof Weights, { names, values }: Features): number {
  const weights = MODELS.get(model) as Model;
  let sum = 0;
  for (let f = 0; f < names.length; f += 1) sum += weights.get(names[f] as string)?.get(values[f] as string | null) ?? 0;
  return sum;
}

/** The probability of each candidate, by softmax over their scores. */
export function probabilities(scores: number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
