import { type Weights, weightOf } from "./ranker.ts";

/** A part of the value of a feature. */
export type FeaturePart = string | number | boolean | null;

/** The known weights by the parts that a feature is added by; `weight` is that of the parts up to here. */
interface Known {
  weight?: number;
  by?: Map<FeaturePart, Known>;
}

const KNOWN: Record<keyof Weights, Known> = { speaker: {}, speech: {}, indirect: {} };

/** How many more unknown features are kept: there is no end of them. */
let room = 20_000;

let named = false;
const NO_NAMES: string[] = [];

/** Lets features have their names from now on, to learn weights from them. */
export function keepNames(): void {
  named = true;
}

/**
 * What the named features of one alternative weigh together. "left:link=subject,plain" is the feature `link` of the group
 * `left` with a value of two parts, or none. The parts are looked up one after the other: to join them took most of the
 * time of weighing.
 */
export class Features {
  /** The sum of the weights; unknown features weigh nothing. */
  score = 0;
  /** Those that are kept to be added to other features, by their whole names. */
  readonly kept: [name: string, ...parts: (FeaturePart | undefined)[]][] = [];
  /** All of them as strings, to learn from. */
  readonly names: string[] = named ? [] : NO_NAMES;
  readonly #model: keyof Weights;
  readonly #group: string;
  readonly #own: Known;
  readonly #grouped: Known;

  constructor(model: keyof Weights, group = "") {
    this.#model = model;
    this.#group = group;
    this.#own = step(KNOWN[model], "");
    this.#grouped = group === "" ? this.#own : step(KNOWN[model], group);
  }

  /** Adds a feature of the group; its value has as many parts as are given. */
  add(name: string, a?: FeaturePart, b?: FeaturePart, c?: FeaturePart, d?: FeaturePart): void {
    this.#add(this.#grouped, this.#group, name, a, b, c, d);
  }

  /** Adds a feature whose name is whole as it stands. */
  addOwn(name: string, a?: FeaturePart, b?: FeaturePart, c?: FeaturePart, d?: FeaturePart): void {
    this.#add(this.#own, "", name, a, b, c, d);
  }

  /** Adds a feature of the group that is kept. */
  addKept(name: string, a?: FeaturePart, b?: FeaturePart, c?: FeaturePart): void {
    this.add(name, a, b, c);
    this.kept.push([wholeName(this.#group, name), a, b, c]);
  }

  /** Adds the feature of a rule, which is kept as well. */
  addRule(name: string): void {
    this.addOwn(name);
    this.kept.push([name]);
  }

  /** Features that begin with these. */
  fork(): Features {
    const features = new Features(this.#model, this.#group);
    features.score = this.score;
    if (named) features.names.push(...this.names);
    return features;
  }

  // Parts by themselves, since an array for each feature would take as long as the rest.
  #add(known: Known, group: string, name: string, a?: FeaturePart, b?: FeaturePart, c?: FeaturePart, d?: FeaturePart): void {
    let found = known.by?.get(name);
    if (a !== undefined) found = found?.by?.get(a);
    if (b !== undefined) found = found?.by?.get(b);
    if (c !== undefined) found = found?.by?.get(c);
    if (d !== undefined) found = found?.by?.get(d);
    this.score += found?.weight ?? this.#learn(known, group, name, [a, b, c, d]);
    if (named) this.names.push(joined(group, name, [a, b, c, d]));
  }

  /** The weight of a feature that is added for the first time; it is kept, as long as there is room also that of an unknown one. */
  #learn(known: Known, group: string, name: string, value: (FeaturePart | undefined)[]): number {
    const weight = weightOf(this.#model, joined(group, name, value));
    if (weight === undefined && room === 0) return 0;
    if (weight === undefined) room -= 1;
    let found = step(known, name);
    for (const part of value) if (part !== undefined) found = step(found, part);
    found.weight = weight ?? 0;
    return found.weight;
  }
}

function step(from: Known, part: FeaturePart): Known {
  const known = from.by?.get(part);
  if (known !== undefined) return known;
  const next: Known = {};
  from.by ??= new Map();
  from.by.set(part, next);
  return next;
}

function wholeName(group: string, name: string): string {
  return group === "" ? name : `${group}:${name}`;
}

function joined(group: string, name: string, value: (FeaturePart | undefined)[]): string {
  const parts = value.filter((part) => part !== undefined);
  return wholeName(group, name) + (parts.length === 0 ? "" : `=${parts.map(String).join(",")}`);
}
