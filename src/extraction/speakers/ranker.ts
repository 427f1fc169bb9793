import { readFileSync } from "node:fs";

/** Weights of named features, made by `bench/train.ts` from an annotated corpus. */
export interface Weights {
  speaker: Record<string, number>;
  speech: Record<string, number>;
  indirect: Record<string, number>;
}

/** The weights of a feature by its value; `null` is the value of one that either holds or does not. */
type FeatureWeights = ReadonlyMap<string | null, number>;

const MODELS = new Map(
  Object.entries(JSON.parse(readFileSync(new URL("weights.json", import.meta.url), "utf8")) as Weights).map(([model, weights]) => [
    model,
    modelOf(weights),
  ]),
);
const NO_WEIGHTS: FeatureWeights = new Map();

/** The weights of a model by the name of the feature: "left:link=subject,plain" is `left:link` with that value. */
function modelOf(weights: Record<string, number>): Map<string, FeatureWeights> {
  const model = new Map<string, Map<string | null, number>>();
  for (const [feature, weight] of Object.entries(weights)) {
    const [name, value] = partsOf(feature);
    const values = model.get(name) ?? new Map<string | null, number>();
    model.set(name, values.set(value, weight));
  }
  return model;
}

/** The weights that a model gives to the values of a feature; an unknown feature weighs nothing. */
export function weightsOf(model: keyof Weights, name: string): FeatureWeights {
  return MODELS.get(model)?.get(name) ?? NO_WEIGHTS;
}

/** A feature as a string in its two parts. */
export function partsOf(feature: string): [name: string, value: string | null] {
  const at = feature.indexOf("=");
  return at < 0 ? [feature, null] : [feature.slice(0, at), feature.slice(at + 1)];
}

/** The probability of each candidate, by softmax over their scores. */
export function probabilities(scores: number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
