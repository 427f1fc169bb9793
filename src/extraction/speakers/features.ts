/**
 * Named features of one alternative that is weighed: "left:link=subject,plain" is the feature `left:link` with that value.
 * Names and values are kept apart, since to join them and to look the long string up took most of the time of weighing.
 */
export class Features {
  /** The word before the colon of grouped names: "left". */
  readonly #names: Map<string, string>;
  readonly #group: string;
  readonly names: string[] = [];
  readonly values: (string | null)[] = [];

  constructor(group = "") {
    this.#group = group;
    this.#names = namesOf(group);
  }

  /** Adds a feature of the group; `null` is the value of a feature that either holds or does not. */
  add(name: string, value: string | null = null): void {
    this.addOwn(this.#names.get(name) ?? this.#named(name), value);
  }

  /** Adds a feature whose name is whole as it stands. */
  addOwn(name: string, value: string | null = null): void {
    this.names.push(name);
    this.values.push(value);
  }

  /** The features as strings. */
  all(): string[] {
    return this.names.map((name, f) => (this.values[f] === null ? name : `${name}=${this.values[f]}`));
  }

  #named(name: string): string {
    const whole = this.#group === "" ? name : `${this.#group}:${name}`;
    this.#names.set(name, whole);
    return whole;
  }
}

/** A feature as a string in its two parts. */
export function partsOf(feature: string): [name: string, value: string | null] {
  const at = feature.indexOf("=");
  return at < 0 ? [feature, null] : [feature.slice(0, at), feature.slice(at + 1)];
}

/** The whole names of each group by the name within it: they are few, and joined once. */
const GROUPS = new Map<string, Map<string, string>>();

function namesOf(group: string): Map<string, string> {
  const names = GROUPS.get(group) ?? new Map<string, string>();
  GROUPS.set(group, names);
  return names;
}
