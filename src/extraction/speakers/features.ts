import { type Weights, weightsOf } from "./ranker.ts";

/** The weights of the features of a group by their names within it. */
type Group = Map<string, ReturnType<typeof weightsOf>>;

const GROUPS: Record<keyof Weights, Map<string, Group>> = { speaker: new Map(), speech: new Map(), indirect: new Map() };

let named = false;

/** Lets features keep their names from now on, to learn weights from them. */
export function keepNames(): void {
  named = true;
}

/**
 * What the named features of one alternative weigh together. Each is added by its name and its value, which are looked up
 * one after the other, since to join them took most of the time of weighing.
 */
export class Features {
  /** The sum of the weights; unknown features weigh nothing. */
  score = 0;
  /** The features as strings, "left:link=subject,plain", where they are kept. */
  readonly names: string[] = [];
  readonly #model: keyof Weights;
  /** The word before the colon of grouped names: "left". */
  readonly #group: string;
  readonly #own: Group;
  readonly #grouped: Group;

  constructor(model: keyof Weights, group = "") {
    this.#model = model;
    this.#group = group;
    this.#own = groupOf(model, "");
    this.#grouped = groupOf(model, group);
  }

  /** Adds a feature of the group; `null` is the value of a feature that either holds or does not. */
  add(name: string, value: string | null = null): void {
    this.#add(this.#grouped, this.#group, name, value);
  }

  /** Adds a feature whose name is whole as it stands. */
  addOwn(name: string, value: string | null = null): void {
    this.#add(this.#own, "", name, value);
  }

  /** Features that begin with these. */
  fork(): Features {
    const features = new Features(this.#model, this.#group);
    features.score = this.score;
    features.names.push(...this.names);
    return features;
  }

  #add(weights: Group, group: string, name: string, value: string | null): void {
    let known = weights.get(name);
    if (known === undefined) {
      known = weightsOf(this.#model, wholeName(group, name));
      weights.set(name, known);
    }
    this.score += known.get(value) ?? 0;
    if (named) this.names.push(wholeName(group, name) + (value === null ? "" : `=${value}`));
  }
}

function wholeName(group: string, name: string): string {
  return group === "" ? name : `${group}:${name}`;
}

function groupOf(model: keyof Weights, name: string): Group {
  const known = GROUPS[model].get(name);
  if (known !== undefined) return known;
  const group: Group = new Map();
  GROUPS[model].set(name, group);
  return group;
}
